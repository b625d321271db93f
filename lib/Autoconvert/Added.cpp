// v.emplace_back(1).x = 2; => v.push_back(…), v.back()->x = 2: what is added and changed in one statement.
#include "Checker.h"
#include "PathSteps.h"
#include "Statement.h"
#include "Written.h"

using namespace clang;

namespace autoconvert {

// The call that gives the element of which the statement goes on to speak, and what it is given.
const CXXMemberCallExpr* Checker::addedFirst(const Expr* Statement) {
  const Expr* Given = nullptr;
  const CXXMemberCallExpr* Adds = nullptr;
  for (const Expr* E = skipTransparent(Statement); E != nullptr && Adds == nullptr;) {
    if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
      const CXXMethodDecl* Method = Call->getMethodDecl();
      const Expr* Container = Call->getImplicitObjectArgument();
      const char* Name = shapeOf(Container->getType()) == Shape::Optional ? "emplace" : "emplace_back";
      if (E != Statement && isStd(Method, Name) && containerPlace(Container)) Adds = Call;
      E = behind(Container);
    } else if (const auto* Member = dyn_cast<MemberExpr>(E)) {
      E = behind(Member->getBase());
    } else if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
      if (Operator->isAssignmentOp()) Given = Operator->getArg(1);
      E = behind(Operator->getArg(0));
    } else if (const auto* Binary = dyn_cast<BinaryOperator>(E); Binary != nullptr && Binary->isAssignmentOp()) {
      Given = Binary->getRHS();
      E = behind(Binary->getLHS());
    } else {
      return nullptr;
    }
  }
  if (Adds == nullptr || Given == nullptr) return Adds;
  // What is assigned is evaluated before the element is there.
  const Place Container = *containerPlace(Adds->getImplicitObjectArgument());
  const auto isConstant = [&](const Expr* E) { return E->isEvaluatable(U.Context); };
  const bool MayDiffer = (mayHaveEffect(Given) && !llvm::all_of(Adds->arguments(), isConstant)) ||
                         (llvm::any_of(Adds->arguments(), mayHaveEffect) && !isConstant(Given));
  return MayDiffer || names(Given, {Container.Variable}) ? nullptr : Adds;
}

bool Checker::addAndChange(const Expr* E) {
  const CXXMemberCallExpr* Adds = Added == nullptr ? addedFirst(E) : nullptr;
  if (Adds == nullptr) return false;
  const Place Container = *containerPlace(Adds->getImplicitObjectArgument());
  const auto Changing = llvm::find_if(Container.Indexes, [&](const Expr* Index) { return !isStable(Index, E); });
  if (Changing != Container.Indexes.end()) {
    refuse(
        Rule::Unsupported, *Changing,
        "this index is written twice, where the element is added and where it is changed, and may be another one then",
        "give the index a constant of its own in front of the statement");
    return true;
  }
  const std::size_t Before = Into.size();
  const std::size_t FirstEdit = edits().size();
  containerStatement(Adds, Adds->getSourceRange());
  if (Into.size() != Before || edits().size() != FirstEdit + 1) return true;
  Edit& Addition = edits().back();
  Addition.IsInsertion = true;
  Addition.Range = SourceRange(E->getBeginLoc());
  Added = Adds;
  expressionStatement(E);
  Added = nullptr;
  return true;
}

}  // namespace autoconvert
