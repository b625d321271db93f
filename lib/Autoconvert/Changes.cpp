// statements that change a plain value in place: s.sizes[0] = 1; std::sort(s.sizes.begin(), s.sizes.end()); => the
// value is taken out of the configuration, changed, and put back.
#include "Checker.h"
#include "PathSteps.h"
#include "Statement.h"
#include "Views.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Of a container: gives a reference to an element, and changes nothing by itself.
bool givesElement(const CXXMethodDecl* Method) {
  const OverloadedOperatorKind Operator = Method->getOverloadedOperator();
  if (Operator == OO_Subscript) return true;
  if (Operator == OO_Star || Operator == OO_Arrow)
    return isInNamespace(Method, "std") && Method->getParent()->getName() == "optional";
  if (!Method->getDeclName().isIdentifier()) return false;
  const llvm::StringRef Name = Method->getName();
  return Name == "at" || Name == "front" || Name == "back" || Name == "value";
}

/// One end of a container; the other one must be of the same object.
bool givesEnd(const CXXMethodDecl* Method) {
  if (!Method->getDeclName().isIdentifier()) return false;
  llvm::StringRef Name = Method->getName();
  if (!Name.consume_front("cr") && !Name.consume_front("c")) Name.consume_front("r");
  return Name == "begin" || Name == "end";
}

/// Of the library: an object that keeps copies of what it is given, whatever it takes by reference.
bool keepsCopies(QualType Type) {
  const auto* Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(decayed(Type)->getAsCXXRecordDecl());
  if (Class == nullptr || !Class->isInStdNamespace() || isView(decayed(Type))) return false;
  const auto isHeld = [](const TemplateArgument& Argument) {
    return Argument.getKind() != TemplateArgument::Type ||
           (!Argument.getAsType()->isReferenceType() && !isView(Argument.getAsType()));
  };
  return llvm::all_of(Class->getTemplateArgs().asArray(), [&](const TemplateArgument& Argument) {
    return Argument.getKind() == TemplateArgument::Pack ? llvm::all_of(Argument.pack_elements(), isHeld)
                                                        : isHeld(Argument);
  });
}

/// Makes such an object.
bool makesOfCopies(const Expr* E) {
  const auto* Call = dyn_cast<CallExpr>(E);
  const FunctionDecl* Function = Call == nullptr ? nullptr : Call->getDirectCallee();
  const auto isMaker = [&] {
    const llvm::StringRef Name = plainName(Function);
    return Function->isInStdNamespace() && (Name == "make_pair" || Name == "make_tuple" || Name == "make_optional");
  };
  return (isa<CXXConstructExpr>(E) || (Function != nullptr && isMaker())) && keepsCopies(E->getType());
}

/// v.emplace_back(x), either = x: what is forwarded to such an object is read.
bool onlyReads(const CXXMethodDecl* Method, unsigned I) {
  return Method != nullptr && I < Method->getNumParams() && Method->getPrimaryTemplate() != nullptr &&
         isForwarding(Method, I) && keepsCopies(Method->getASTContext().getCanonicalTagType(Method->getParent()));
}

}  // namespace

// The places of plain values that the expression may change. `IsRead`: whoever takes its own value only reads it.
void Resolver::findChanges(const Expr* E, bool IsRead, std::vector<const Expr*>& Found) {
  if (E == nullptr || isUnevaluated(E)) return;
  const auto operands = [&](auto&& Range, bool AreRead) {
    for (const Stmt* Child : Range) findChanges(dyn_cast_or_null<Expr>(Child), AreRead, Found);
  };
  if (const auto* Cast = dyn_cast<CastExpr>(E)) {
    const bool AddsConst = Cast->getType().isConstQualified() && !Cast->getSubExpr()->getType().isConstQualified();
    return findChanges(Cast->getSubExpr(), IsRead || AddsConst || Cast->getCastKind() == CK_LValueToRValue, Found);
  }
  if (isa<ParenExpr, FullExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr, AbstractConditionalOperator>(E))
    return operands(E->children(), IsRead);
  if (const auto* Opaque = dyn_cast<OpaqueValueExpr>(E)) return findChanges(Opaque->getSourceExpr(), IsRead, Found);
  if (auto P = place(E)) {
    if (!IsRead && !E->getType().isConstQualified() && E->isLValue() && !isConfigured(P->Type)) Found.push_back(E);
    return operands(P->Indexes, true);
  }
  if (const auto* Member = dyn_cast<MemberExpr>(E)) return findChanges(Member->getBase(), IsRead, Found);
  if (const auto* Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    findChanges(Subscript->getBase(), IsRead, Found);
    return findChanges(Subscript->getIdx(), true, Found);
  }
  if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl* Method = Call->getMethodDecl();
    const bool OnlyReads = Method != nullptr && (Method->isConst() || (IsRead && givesElement(Method)));
    const Expr* Object = Call->getImplicitObjectArgument();
    if (const auto P = Method != nullptr && givesEnd(Method) ? place(Object) : std::nullopt;
        P && !isConfigured(P->Type))
      Found.push_back(skipTransparent(Object));
    else
      findChanges(Object, OnlyReads, Found);
    for (unsigned I = 0; I < Call->getNumArgs(); ++I) findChanges(Call->getArg(I), onlyReads(Method, I), Found);
    return;
  }
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    const auto* Method = dyn_cast_or_null<CXXMethodDecl>(Operator->getDirectCallee());
    bool OnlyReads = Method != nullptr && (Method->isConst() || (IsRead && givesElement(Method)));
    for (const Expr* Operand : Operator->arguments()) {
      findChanges(Operand, OnlyReads, Found);
      OnlyReads = onlyReads(Method, 0);
    }
    return;
  }
  operands(E->children(), makesOfCopies(E));
}

// v.emplace<0>(1): of what has no type yet, C++ takes the `<` for a comparison.
static bool namesMemberTemplate(const Stmt* S) {
  const auto* Member = dyn_cast_or_null<MemberExpr>(S);
  if (Member != nullptr && Member->hasExplicitTemplateArgs()) return true;
  return S != nullptr && llvm::any_of(S->children(), namesMemberTemplate);
}

// Whether the statement changes the value of a member; then it is converted, or refused.
// m[k]; of a map of values, also in a cast to void.
static bool makesEntry(const Expr* E) {
  E = skipTransparent(E);
  if (const auto* Cast = dyn_cast<ExplicitCastExpr>(E); Cast != nullptr && Cast->getCastKind() == CK_ToVoid)
    return makesEntry(Cast->getSubExpr());
  const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
  return Operator != nullptr && Operator->getOperator() == OO_Subscript &&
         containerOf(Operator->getArg(0)->getType()) == Shape::Map;
}

// Whether both are names of one member of one element.
static bool isSamePlace(const Place& P, const Place& Q, const ASTContext& Context) {
  if (P.Variable != Q.Variable || pathText(P.Path) != pathText(Q.Path)) return false;
  const std::string Element = elementText(P.Path);
  const std::string Other = elementText(Q.Path);
  if (!Element.empty() && !Other.empty()) return Element == Other;
  return P.Indexes.size() == Q.Indexes.size() &&
         std::equal(P.Indexes.begin(), P.Indexes.end(), Q.Indexes.begin(),
                    [&](const Expr* A, const Expr* B) { return saysTheSame(A, B, Context); });
}

bool Checker::changeStatement(const Expr* E) {
  std::vector<const Expr*> Changed;
  findChanges(E, /*IsRead=*/!makesEntry(E), Changed);
  if (Changed.empty()) return false;
  Place P = *place(Changed.front());
  const auto isOther = [&](const Expr* Other) { return !isSamePlace(P, *place(Other), U.Context); };
  const SourceRange Range = skipTransparent(Changed.front())->getSourceRange();
  if (const auto Other = llvm::find_if(Changed, isOther); Other != Changed.end()) {
    refuse(Rule::Unsupported, *Other,
           "two members are changed by one statement: change one after the other, or work on locals that are assigned "
           "to them at the end",
           "copy the member that is only read to a local first, and name that here");
    return true;
  }
  if (!isWhole(P, Changed.front()) || !canReach(P, Range) || !resolve(P)) return true;
  for (const Expr* Index : P.Indexes)
    if (!isStable(Index, E)) {
      refuse(Rule::Unsupported, Index, "the index of what is changed may change itself: use a constant");
      return true;
    }
  for (const Expr* One : Changed) Changing.insert(skipTransparent(One));
  Meaning M = keepValue(E);
  Changing.clear();
  if (M.isInvalid() || !keepsOrder(P, Range)) return true;
  reach(P);
  for (Meaning& Part : M.Parts) {
    const auto isPart = [&](const Expr* Place) { return skipTransparent(Place) == Part.Source; };
    if (llvm::any_of(Changed, isPart)) Part.What = Meaning::Kind::Changed;
  }
  M.What = Meaning::Kind::Change;
  M.Type = namesMemberTemplate(E) ? decayed(P.Type) : QualType();
  M.Variable = P.Variable;
  M.Path = P.Path;
  Meaning Unknown;
  remember(P, Unknown);
  edit(E->getSourceRange(), std::move(M));
  return true;
}

// What is changed elsewhere would be changed in a copy.
bool Resolver::refuseChanges(const Expr* E, bool IsRead) {
  std::vector<const Expr*> Changed;
  findChanges(E, IsRead, Changed);
  for (const Expr* Place : Changed)
    refuse(Rule::Unsupported, Place,
           "a member of a configured object may be changed here: only a statement of its own can do that; copy the "
           "member to a local");
  return !Changed.empty();
}

}  // namespace autoconvert
