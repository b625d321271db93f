// A name in a recipe => what it would mean where the companion repeats it.
#pragma once

#include "Parse.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

namespace autoconvert {

/// What is declared behind the recipe, in front of its companion, and may be found there in the place of what E names:
/// another overload, or one in an inner namespace. Null where there is nothing of the kind.
const clang::NamedDecl* declaredLater(const clang::DeclRefExpr* E, const clang::FunctionDecl* Recipe, const Unit& U);

}  // namespace autoconvert
