// loops => objects that they change in each turn, and elements of which each turn has another one.
#include "Checker.h"
#include "Statement.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"

using namespace clang;

namespace autoconvert {

static const Stmt* bodyOf(const Stmt* Loop) {
  if (const auto* For = dyn_cast<ForStmt>(Loop)) return For->getBody();
  if (const auto* Each = dyn_cast<CXXForRangeStmt>(Loop)) return Each->getBody();
  if (const auto* While = dyn_cast<WhileStmt>(Loop)) return While->getBody();
  return cast<DoStmt>(Loop)->getBody();
}

// for (…; …; ++i) where nothing else changes i.
void Checker::noteCounters(const ForStmt* S) {
  const auto* Declared = S == nullptr ? nullptr : dyn_cast_or_null<DeclStmt>(S->getInit());
  const auto* Step = Declared == nullptr ? nullptr : dyn_cast_or_null<UnaryOperator>(S->getInc());
  const auto* Named = Step == nullptr ? nullptr : dyn_cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParens());
  const auto* V = Named == nullptr ? nullptr : dyn_cast<VarDecl>(Named->getDecl());
  if (V == nullptr || !Step->isIncrementDecrementOp() || !llvm::is_contained(Declared->decls(), V)) return;
  const bool IsChanged = ExprMutationAnalyzer(*S->getBody(), U.Context).isMutated(V) ||
                         (S->getCond() != nullptr && ExprMutationAnalyzer(*S->getCond(), U.Context).isMutated(V));
  if (!IsChanged) Counters[V] = Loops.back();
}

// Whether each turn begins by giving the variable something else, before anything is done with it.
bool Checker::isAssignedFirst(const VarDecl* V, const Stmt* Loop) {
  const auto namesIt = [&](const Stmt* S) { return names(S, {V}); };
  const Stmt* Body = bodyOf(Loop);
  const auto* Block = dyn_cast<CompoundStmt>(Body);
  if (Block == nullptr || llvm::any_of(Loop->children(), [&](const Stmt* S) { return S != Body && namesIt(S); }))
    return false;
  const auto* First = llvm::find_if(Block->body(), namesIt);
  const auto* E = First == Block->body_end() ? nullptr : dyn_cast<Expr>(*First);
  const auto* Assigned = E == nullptr ? nullptr : dyn_cast<CXXOperatorCallExpr>(skipTransparent(E));
  if (Assigned == nullptr || Assigned->getOperator() != OO_Equal || namesIt(Assigned->getArg(1))) return false;
  const auto* Target = dyn_cast<DeclRefExpr>(skipTransparent(Assigned->getArg(0)));
  return Target != nullptr && Target->getDecl() == V;
}

// The first of two arguments may be set once more behind the other one, in a later turn.
void Checker::keepsTurns(unsigned Loop, const Flow& End) {
  for (const auto& [Variable, Order] : End.Orders) {
    const auto Found = Order.unordered(Loop);
    if (!Found || !Refused.insert(Variable).second) continue;
    refuse(Rule::Unsupported, Found->Where.getBegin(), Found->Where,
           "a loop sets '" + Found->First + "' and '" + Found->Second +
               "' of an object, but not both in each of its turns: the configuration cannot keep their order");
    Into.last().Notes.push_back(
        {Found->Where.getBegin(),
         "a configuration gives an object its members, then calls each setter once, where it was first called: keep "
         "the "
         "values in variables and set both behind the loop, or set both in each turn, in one order"});
  }
}

}  // namespace autoconvert
