// shared pointers to plain values => what is changed after it was handed to what is made when the configuration is
// built: that is done when the whole recipe has been, so it would see the change, too.
#include "Checker.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"

using namespace clang;

namespace autoconvert {

namespace {

const VarDecl* namedBy(const Expr* E) {
  const auto* Name = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Name == nullptr ? nullptr : dyn_cast<VarDecl>(Name->getDecl());
}

/// `*p` and what lies behind `p->`, of the pointers that were handed over.
struct Changes : RecursiveASTVisitor<Changes> {
  const llvm::DenseMap<const VarDecl*, const Expr*>& Handed;
  ExprMutationAnalyzer Analyzer;
  const Expr* Found = nullptr;
  const VarDecl* Of = nullptr;

  Changes(const llvm::DenseMap<const VarDecl*, const Expr*>& Given, const Stmt& Within, ASTContext& Context)
      : Handed(Given), Analyzer(Within, Context) {}

  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
    return E->getOperator() != OO_Star || look(E, E->getArg(0), Analyzer.isMutated(E));
  }
  bool VisitMemberExpr(MemberExpr* E) {
    const auto* Arrow = dyn_cast<CXXOperatorCallExpr>(E->getBase()->IgnoreParenImpCasts());
    if (Arrow == nullptr || Arrow->getOperator() != OO_Arrow) return true;
    const auto* Method = dyn_cast<CXXMethodDecl>(E->getMemberDecl());
    return look(E, Arrow->getArg(0), Method != nullptr ? !Method->isConst() : Analyzer.isMutated(E));
  }

 private:
  bool look(const Expr* Whole, const Expr* Pointer, bool IsChanged) {
    const VarDecl* Variable = namedBy(Pointer);
    if (!IsChanged || Variable == nullptr || !Handed.contains(Variable)) return true;
    Found = Whole;
    Of = Variable;
    return false;
  }
};

}  // namespace

void Knowledge::noteHandedValue(const Expr* Given) {
  const QualType Type = decayed(Given->getType());
  const CXXRecordDecl* Holder = Type->getAsCXXRecordDecl();
  if (Holder == nullptr || Holder->getName() != "shared_ptr" || !isInNamespace(Holder, "std")) return;
  const Expr* Pointer = skipCopies(Given);
  // Forwarded, or as a pointer to what is const.
  for (const Expr* Before = nullptr; Before != Pointer;) {
    Before = Pointer;
    const auto* Forwarded = dyn_cast<OpaqueValueExpr>(Pointer);
    const auto* Converted = dyn_cast<CXXConstructExpr>(Pointer);
    if (Forwarded != nullptr && Forwarded->getSourceExpr() != nullptr) Pointer = skipCopies(Forwarded->getSourceExpr());
    if (Converted != nullptr && Converted->getNumArgs() == 1) Pointer = skipCopies(Converted->getArg(0));
  }
  const VarDecl* Variable = namedBy(Pointer);
  if (Variable != nullptr && !Variable->hasGlobalStorage()) HandedValues.try_emplace(Variable, Given);
}

bool Checker::refuseHandedChange(const Expr* E) {
  if (HandedValues.empty()) return false;
  Changes In(HandedValues, *E, U.Context);
  In.TraverseStmt(const_cast<Expr*>(E));  // NOLINT: the visitor has no const form
  if (In.Found == nullptr) return false;
  refuse(Rule::Unsupported, In.Found,
         "what " + quoted(In.Of) +
             " points to was handed to what is made when the configuration is built: that would see this change, too");
  Into.last().Notes = {{HandedValues.lookup(In.Of)->getExprLoc(),
                        "handed over here; change it before, or hand over a pointer to a value of its own"}};
  return true;
}

}  // namespace autoconvert
