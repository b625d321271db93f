// An index, and the statements in which it is said again => whether it is the same element each time.
#pragma once

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

namespace autoconvert {

/// Numbers, and texts that are keys of a map. What is only read there, and what nothing else refers to, is as good as a
/// constant.
bool meansTheSame(const clang::Expr* Index, const clang::Stmt* Within, const clang::FunctionDecl* Recipe,
                  const clang::ASTContext& Context);

}  // namespace autoconvert
