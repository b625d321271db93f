// sizeof(x.n), decltype(x) => what stands for x where only its type matters: there is no such object any more.
#pragma once

#include <string>
#include <vector>

#include "clang/AST/Expr.h"
#include "clang/AST/TypeLoc.h"

namespace autoconvert {

/// The name of a local variable in an operand that is not evaluated.
struct UnevaluatedName {
  const clang::DeclRefExpr* Reference;
  const clang::VarDecl* Variable;
  std::string StandIn;  ///< ::std::declval<::app::Layer&>()
};

/// All names of local variables in it: the whole of it is an operand that is not evaluated, or consists of such.
std::vector<UnevaluatedName> unevaluatedNames(const clang::Stmt* S);
std::vector<UnevaluatedName> unevaluatedNames(clang::TypeLoc Type);

}  // namespace autoconvert
