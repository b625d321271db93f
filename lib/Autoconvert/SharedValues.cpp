// shared pointers to plain values => what is changed after it was handed to what is made when the configuration is
// built: that is done when the whole recipe has been, so it would see the change, too.
#include "Checker.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
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
  const llvm::DenseMap<const VarDecl*, HandedValue>& Handed;
  ExprMutationAnalyzer Analyzer;
  const Expr* Found = nullptr;
  const VarDecl* Of = nullptr;

  Changes(const llvm::DenseMap<const VarDecl*, HandedValue>& Given, const Stmt& Within, ASTContext& Context)
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

void Knowledge::noteHandedValue(const Expr* Given, QualType Taken) {
  const QualType Type = decayed(Given->getType());
  const CXXRecordDecl* Holder = Type->getAsCXXRecordDecl();
  if (Holder == nullptr || !isInNamespace(Holder, "std")) return;
  const bool IsWeak = Holder->getName() == "weak_ptr";
  if (!IsWeak && Holder->getName() != "shared_ptr") return;
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
  if (Variable == nullptr || Variable->hasGlobalStorage()) return;
  if (IsWeak && Uses.count(Variable) < 2 && !isa<ParmVarDecl>(Variable)) {
    refuse(Rule::Unsupported, Given,
           quoted(Variable) +
               " alone holds what this std::weak_ptr points to: that is gone when the configuration is built");
    Into.last().Notes = {{Variable->getLocation(), "let something that the recipe makes hold it, too"}};
    return;
  }
  const auto* Of = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Taken->getAsCXXRecordDecl());
  const bool IsConst = Of != nullptr && Of->getTemplateArgs().get(0).getKind() == TemplateArgument::Type &&
                       Of->getTemplateArgs().get(0).getAsType().isConstQualified();
  HandedValue& Known = HandedValues[Variable];
  if (Known.Where == nullptr) Known.Where = Given;
  Known.MayChange |= !IsConst;
}

// *p, p->size(): whoever has the pointer by now may have changed what is there in C++, and will do so later here.
bool Knowledge::refuseHandedRead(const Expr* E) {
  const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
  if (Operator == nullptr || (Operator->getOperator() != OO_Star && Operator->getOperator() != OO_Arrow)) return false;
  const VarDecl* Variable = namedBy(Operator->getArg(0));
  const auto Known = HandedValues.find(Variable);
  if (Variable == nullptr || Known == HandedValues.end() || !Known->second.MayChange) return false;
  refuse(Rule::Unsupported, E,
         "what " + quoted(Variable) +
             " points to was handed to what is made when the configuration is built, and may be changed by it then");
  Into.last().Notes = {
      {Known->second.Where->getExprLoc(), "handed over here; read it before, or let that take a pointer to const"}};
  return true;
}

bool Checker::refuseHandedChange(const Expr* E) {
  if (HandedValues.empty()) return false;
  Changes In(HandedValues, *E, U.Context);
  In.TraverseStmt(const_cast<Expr*>(E));  // NOLINT: the visitor has no const form
  if (In.Found == nullptr) return false;
  refuse(Rule::Unsupported, In.Found,
         "what " + quoted(In.Of) +
             " points to was handed to what is made when the configuration is built: that would see this change, too");
  Into.last().Notes = {{HandedValues.lookup(In.Of).Where->getExprLoc(),
                        "handed over here; change it before, or hand over a pointer to a value of its own"}};
  return true;
}

}  // namespace autoconvert
