#include "Statement.h"

#include "Types.h"
#include "Written.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

Touch touchOf(const Expr* E) {
  Touch T;
  const auto take = [&](auto Begin, auto End) { T.Given.insert(T.Given.begin(), Begin, End); };
  for (bool IsWhole = true;; IsWhole = false) {
    E = skipTransparent(E)->IgnoreParenImpCasts();
    const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
    const auto* Binary = dyn_cast<BinaryOperator>(E);
    if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
      T.Calls.push_back(Call);
      take(Call->arg_begin(), Call->arg_end());
      E = Call->getImplicitObjectArgument();
    } else if (Operator != nullptr && (!Operator->isAssignmentOp() || IsWhole)) {
      take(Operator->arg_begin() + 1, Operator->arg_end());
      E = Operator->getArg(0);
    } else if (Binary != nullptr && Binary->isAssignmentOp() && IsWhole) {
      T.Given.push_back(Binary->getRHS());
      E = Binary->getLHS();
    } else if (const auto* Member = dyn_cast<MemberExpr>(E)) {
      E = Member->getBase();
    } else {
      const auto* Reference = dyn_cast<DeclRefExpr>(E);
      T.Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
      return T;
    }
  }
}

bool isUnevaluated(const Expr* E) {
  return isa<CXXDefaultArgExpr>(E) || isa<CXXDefaultInitExpr>(E) || isa<LambdaExpr>(E) || isa<CXXNewExpr>(E) ||
         isa<UnaryExprOrTypeTraitExpr>(E) || isa<CXXNoexceptExpr>(E);
}

bool mayHaveEffect(const Stmt* S) {
  if (S == nullptr || isa<UnaryExprOrTypeTraitExpr>(S) || isa<CXXNoexceptExpr>(S)) return false;
  if (const auto* Unary = dyn_cast<UnaryOperator>(S); Unary != nullptr && Unary->isIncrementDecrementOp()) return true;
  if (const auto* Binary = dyn_cast<BinaryOperator>(S); Binary != nullptr && Binary->isAssignmentOp()) return true;
  if (const auto* Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl* Function = Call->getDirectCallee();
    if (Function == nullptr) return true;
    const auto* Method = dyn_cast<CXXMethodDecl>(Function);
    const bool OnlyReads = Function->isConstexpr() || isInNamespace(Function, "std") ||
                           Function->hasAttr<ConstAttr>() || Function->hasAttr<PureAttr>() ||
                           (Method != nullptr && Method->isConst());
    if (!OnlyReads && isExemptFunction(Function)) return true;
  }
  return llvm::any_of(S->children(), mayHaveEffect);
}

bool names(const Stmt* S, const llvm::DenseSet<const VarDecl*>& Variables) {
  if (const auto* Reference = dyn_cast_or_null<DeclRefExpr>(S))
    return Variables.contains(dyn_cast<VarDecl>(Reference->getDecl()));
  return S != nullptr && llvm::any_of(S->children(), [&](const Stmt* Child) { return names(Child, Variables); });
}

}  // namespace autoconvert
