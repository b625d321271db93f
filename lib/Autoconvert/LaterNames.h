// A name in a recipe => what it would mean where the companion repeats it.
#pragma once

#include "Parse.h"
#include "clang/AST/Decl.h"
#include "clang/AST/NestedNameSpecifier.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/SourceLocation.h"

namespace autoconvert {

class Findings;

/// Refuses a name for which something that is declared behind the recipe, in front of its companion, may be found
/// there: another overload, or one in an inner namespace. `Names`: what it means in the recipe.
void refuseLater(const clang::NamedDecl* Names, bool IsQualified, clang::SourceRange Where,
                 const clang::FunctionDecl* Recipe, const Unit& U, Findings& Into);

/// The same of types and namespaces.
void refuseLater(clang::TypeLoc Written, const clang::FunctionDecl* Recipe, const Unit& U, Findings& Into);
void refuseLater(clang::NestedNameSpecifierLoc Written, const clang::FunctionDecl* Recipe, const Unit& U,
                 Findings& Into);

}  // namespace autoconvert
