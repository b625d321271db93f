// A statement of a recipe => the local that it is about, what it calls and what it gives.
#pragma once

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace autoconvert {

/// What a statement does to a local or to what lies in it, `x.layers[0].set(1).add(y)`, `x.inner.field = v`.
struct Touch {
  const clang::VarDecl* Variable = nullptr;
  llvm::SmallVector<const clang::CXXMemberCallExpr*, 4> Calls = {};
  llvm::SmallVector<const clang::Expr*, 4> Given = {};  ///< values and objects, in the order of the source
};

Touch touchOf(const clang::Expr* Statement);
/// What is not executed where it stands, or has no part in what the recipe writes there.
bool isUnevaluated(const clang::Expr* E);
/// Whether something happens when the expression is executed while the recipe is converted.
bool mayHaveEffect(const clang::Stmt* S);
/// Whether one of the variables is named in it.
bool names(const clang::Stmt* S, const llvm::DenseSet<const clang::VarDecl*>& Variables);

}  // namespace autoconvert
