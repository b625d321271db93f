// names in the body => which locals are used how often, assigned again, moved from.
#include "LocalUses.h"

#include "Finding.h"
#include "Parse.h"
#include "TargetShape.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

/// What stands for the part that a name of a structured binding names, however else it is named.
static const NamedDecl* partOf(const BindingDecl* Name) {
  const VarDecl* Own = Name->getHoldingVar();
  if (Own == nullptr) {
    const auto* Member = dyn_cast_or_null<MemberExpr>(Name->getBinding());
    return Member == nullptr ? Name : Member->getMemberDecl();
  }
  const auto* Get = Own->getInit() == nullptr ? nullptr : dyn_cast<CallExpr>(skipTransparent(Own->getInit()));
  const FunctionDecl* Function = Get == nullptr ? nullptr : Get->getDirectCallee();
  if (Function == nullptr || Get->getNumArgs() != 1) return Name;
  const CXXRecordDecl* Class = decayed(Get->getArg(0)->getType())->getAsCXXRecordDecl();
  const TemplateArgumentList* Given = Function->getTemplateSpecializationArgs();
  const bool IsOfPair = Class != nullptr && Class->isInStdNamespace() && Class->getName() == "pair";
  if (!IsOfPair || Given == nullptr || Given->get(0).getKind() != TemplateArgument::Integral)
    return Function->getCanonicalDecl();
  return *std::next(Class->field_begin(), Given->get(0).getAsIntegral().getExtValue());
}

struct LocalUses::Visitor : RecursiveASTVisitor<LocalUses::Visitor> {
  explicit Visitor(LocalUses& Found) : Into(Found) {}

  bool VisitDeclRefExpr(DeclRefExpr* E) {
    if (const auto* Variable = dyn_cast<VarDecl>(E->getDecl())) {
      Into.Counts[Variable] += times(Variable);
      Into.Named[Variable].emplace_back(MemberOf.lookup(E), E->getLocation());
    }
    if (const auto* Binding = dyn_cast<BindingDecl>(E->getDecl()))
      if (const auto* Whole = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl())) {
        Into.Counts[Whole] += times(Whole);
        Into.Named[Whole].emplace_back(partOf(Binding), E->getLocation());
      }
    return true;
  }
  // Who sets a member does not use the whole; who asks the object, or has it do something, does.
  bool VisitMemberExpr(MemberExpr* E) {
    const VarDecl* Variable = named(behind(E->getBase()));
    const auto* Method = dyn_cast<CXXMethodDecl>(E->getMemberDecl());
    const bool Asks = Method != nullptr && setterArgument(Method).empty() && !isInNamespace(Method, "std");
    if (Variable != nullptr && objectOf(Variable->getType()) != nullptr && !Asks)
      Into.Counts[Variable] -= times(Variable);
    if (Variable != nullptr) MemberOf[behind(E->getBase())] = dyn_cast<FieldDecl>(E->getMemberDecl());
    if (Variable != nullptr && Method == nullptr) ++Into.MembersRead[Variable];
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator* E) {
    if (E->isAssignmentOp()) setsPart(E->getLHS());
    return true;
  }
  bool TraverseStmt(Stmt* S) {
    const bool IsLoop = isa_and_nonnull<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
    if (IsLoop) ++Loops;
    const bool Goes = RecursiveASTVisitor::TraverseStmt(S);
    if (IsLoop) --Loops;
    return Goes;
  }
  bool VisitVarDecl(VarDecl* V) {
    LoopsAround[V] = Loops;
    if (!V->getType()->isReferenceType() || V->getInit() == nullptr) return true;
    if (const VarDecl* Of = named(skipTransparent(V->getInit()))) References.emplace_back(V, Of);
    if (const Reached Of = reached(V->getInit()); Of.Variable != nullptr && Of.Variable != V) {
      Ways.emplace_back(V, Of);
      Into.RefersTo[V] = Of;
    }
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator* E) {
    asks(E->getSubExpr());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
    for (const Expr* Operand : E->arguments())
      if (E->getOperator() != OO_Equal) asks(Operand);
    if (E->getOperator() != OO_Equal || E->getNumArgs() != 2) return true;
    if (const VarDecl* Variable = named(skipTransparent(E->getArg(0)))) Into.Reassigned.insert(Variable);
    setsPart(E->getArg(0));
    return true;
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
    asks(E->getImplicitObjectArgument());
    const VarDecl* Variable = named(skipTransparent(E->getImplicitObjectArgument()));
    if (Variable != nullptr && isHolder(shapeOf(Variable->getType())) && E->getNumArgs() == 1 &&
        E->getMethodDecl() != nullptr && E->getMethodDecl()->getNameAsString() == "reset")
      Into.Reassigned.insert(Variable);
    return true;
  }
  // What is done to a reference is done to what it refers to.
  void finish() {
    for (const auto& [Reference, Of] : llvm::reverse(References)) {
      Into.Counts[Of] += Into.Counts.lookup(Reference);
      if (Into.Reassigned.contains(Reference)) Into.Reassigned.insert(Of);
      if (Into.Asked.contains(Reference)) Into.Asked.insert(Of);
    }
    for (const auto& [Reference, Of] : llvm::reverse(Ways))
      for (const auto& [Member, Where] : Into.Named.lookup(Reference))
        Into.Named[Of.Variable].emplace_back(Of.Member == nullptr ? Member : Of.Member, Where);
  }

 private:
  static const VarDecl* named(const Expr* E) {
    const auto* Reference = dyn_cast<DeclRefExpr>(E);
    return Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
  }
  void asks(const Expr* Pointer) {
    if (const VarDecl* Variable = named(skipTransparent(Pointer))) Into.Asked.insert(Variable);
  }
  void setsPart(const Expr* Target) {
    if (const Reached Of = reached(Target); Of.Variable != nullptr && Of.Member != nullptr)
      --Into.MembersRead[Of.Variable];
  }
  // What a loop uses of what is declared in front of it, it uses more than once.
  unsigned times(const VarDecl* Variable) const { return Loops > LoopsAround.lookup(Variable) ? 2 : 1; }

  LocalUses& Into;
  std::vector<std::pair<const VarDecl*, const VarDecl*>> References;
  std::vector<std::pair<const VarDecl*, Reached>> Ways;  ///< references to what is in them, too
  llvm::DenseMap<const Expr*, const FieldDecl*> MemberOf;
  unsigned Loops = 0;
  llvm::DenseMap<const VarDecl*, unsigned> LoopsAround;
};

LocalUses::LocalUses(const Stmt* Body) {
  Visitor Found(*this);
  Found.TraverseStmt(const_cast<Stmt*>(Body));  // NOLINT: the visitor has no const form
  Found.finish();
}

Reached reached(const Expr* E) {
  Reached Of;
  for (E = behind(E); Of.Variable == nullptr; E = behind(E)) {
    if (const auto* Member = dyn_cast<MemberExpr>(E)) {
      Of.Member = dyn_cast<FieldDecl>(Member->getMemberDecl());
      E = Member->getBase();
    } else if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
      E = Call->getImplicitObjectArgument();
    } else if (const auto* Operator = dyn_cast<CallExpr>(E); Operator != nullptr && Operator->getNumArgs() > 0) {
      E = Operator->getArg(0);
    } else {
      const auto* Reference = dyn_cast<DeclRefExpr>(E);
      const auto* Binding = Reference == nullptr ? nullptr : dyn_cast<BindingDecl>(Reference->getDecl());
      if (Binding != nullptr) Of.Member = partOf(Binding);
      const ValueDecl* Named = Binding != nullptr     ? Binding->getDecomposedDecl()
                               : Reference != nullptr ? Reference->getDecl()
                                                      : nullptr;
      Of.Variable = dyn_cast_or_null<VarDecl>(Named);
      break;
    }
  }
  return Of;
}

Reached LocalUses::throughReferences(Reached Of) const {
  for (auto Way = RefersTo.find(Of.Variable); Way != RefersTo.end(); Way = RefersTo.find(Of.Variable))
    Of = {Way->second.Variable, Way->second.Member == nullptr ? Of.Member : Way->second.Member};
  return Of;
}

SourceLocation LocalUses::last(const VarDecl* V, const NamedDecl* Member, const SourceManager& Sources) const {
  SourceLocation Last;
  for (const auto& [Other, Where] : Named.lookup(V)) {
    if (Member != nullptr && Other != nullptr && Other != Member) continue;
    const SourceLocation Here = Sources.getFileLoc(Where);
    if (Last.isInvalid() || Sources.isBeforeInTranslationUnit(Last, Here)) Last = Here;
  }
  return Last;
}

void checkMoves(llvm::ArrayRef<MemberMove> Moves, const LocalUses& Uses, const Unit& U, Findings& Into) {
  for (const auto& [Variable, Move] : Moves) {
    const Reached Of = Uses.throughReferences(reached(Move));
    const SourceLocation Last = Uses.last(Variable, Of.Variable == Variable ? Of.Member : nullptr, U.Sources);
    if (!U.Sources.isBeforeInTranslationUnit(U.Sources.getFileLoc(Move->getEndLoc()), Last)) continue;
    Finding& F = Into.add(Rule::Unsupported, Move->getBeginLoc(), Move->getSourceRange(),
                          "a member of " + quoted(Variable) + " is moved out of it, and " + quoted(Variable) +
                              " is used afterwards: the configuration would still have the member");
    F.Notes.push_back({Last, "used here; move the member last, or copy it"});
  }
}

}  // namespace autoconvert
