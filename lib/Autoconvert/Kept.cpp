// What a constructor or setter takes by const& and keeps a reference to, as the members of its class say: the
// configuration gives it a copy, which ends before the object does.
#include "Names.h"
#include "Resolver.h"
#include "Types.h"
#include "Views.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isSameOrBase(QualType Of, QualType Type) {
  Of = Of.getCanonicalType().getUnqualifiedType();
  Type = Type.getCanonicalType().getUnqualifiedType();
  if (Of == Type) return true;
  const CXXRecordDecl* Base = Of->getAsCXXRecordDecl();
  const CXXRecordDecl* Derived = Type->getAsCXXRecordDecl();
  return Base != nullptr && Derived != nullptr && Base->hasDefinition() && Derived->hasDefinition() &&
         Derived->isDerivedFrom(Base);
}

/// Whether a member of that type may refer to an object of type `To`, and does not hold one.
bool refersTo(QualType Member, QualType To) {
  const QualType Pointee = Member->getPointeeType();
  if (!Pointee.isNull())
    return Pointee.isConstQualified() && (Member->isReferenceType() || To->isRecordType()) && isSameOrBase(Pointee, To);
  const auto* Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Member->getAsCXXRecordDecl());
  if (Special == nullptr || !isInNamespace(Special, "std") || Special->getTemplateArgs().size() == 0 ||
      Special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return false;
  const QualType Of = Special->getTemplateArgs()[0].getAsType();
  if (Special->getName() == "reference_wrapper") return Of.isConstQualified() && isSameOrBase(Of, To);
  const CXXRecordDecl* Class = To->getAsCXXRecordDecl();
  if (Class == nullptr || !isInNamespace(Class, "std") || Class->getIdentifier() == nullptr) return false;
  return (Special->getName() == "basic_string_view" && Class->getName() == "basic_string") ||
         (Special->getName() == "span" && containerOf(To) == Shape::Sequence);
}

/// Whether a member of that type may have a copy.
bool holds(QualType Member, QualType Copy) {
  if (isSameOrBase(Member, Copy)) return true;
  const auto* Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Member->getAsCXXRecordDecl());
  if (Special == nullptr || !isInNamespace(Special, "std")) return false;
  return llvm::any_of(Special->getTemplateArgs().asArray(), [&](const TemplateArgument& Argument) {
    return Argument.getKind() == TemplateArgument::Type && holds(Argument.getAsType(), Copy);
  });
}

/// The members of a class, then those of its bases.
void collectFields(const CXXRecordDecl* Class, std::vector<const FieldDecl*>& Fields) {
  if (!Class->hasDefinition() || isInNamespace(Class, "std")) return;
  llvm::append_range(Fields, Class->getDefinition()->fields());
  for (const CXXBaseSpecifier& Base : Class->getDefinition()->bases())
    if (const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl()) collectFields(Of, Fields);
}

/// The member that can refer to what is given; null where there is none, or where another one may have a copy.
const FieldDecl* keeperOf(const CXXRecordDecl* Class, QualType Given) {
  std::vector<const FieldDecl*> Fields;
  collectFields(Class, Fields);
  const auto Found = llvm::find_if(Fields, [&](const FieldDecl* Field) { return refersTo(Field->getType(), Given); });
  if (Found == Fields.end()) return nullptr;
  // A reference is there from the beginning.
  const bool IsSure = (*Found)->getType()->isReferenceType() ||
                      llvm::none_of(Fields, [&](const FieldDecl* Field) { return holds(Field->getType(), Given); });
  return IsSure ? *Found : nullptr;
}

/// The variable that a path of members, elements and pointers begins with.
const VarDecl* named(const Expr* E) {
  while (E != nullptr) {
    E = behind(E);
    if (const auto* Name = dyn_cast<DeclRefExpr>(E)) return dyn_cast<VarDecl>(Name->getDecl());
    const auto* Member = dyn_cast<MemberExpr>(E);
    const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
    E = Member != nullptr ? Member->getBase() : Operator != nullptr ? Operator->getArg(0) : nullptr;
  }
  return nullptr;
}

/// What a loop goes over whose variable this is; null where it is none.
const Expr* rangeOf(const VarDecl* Variable) {
  const auto hidden = [](const Expr* E) -> const VarDecl* {
    const auto* Name = dyn_cast<DeclRefExpr>(E->IgnoreImplicit());
    const auto* Of = Name == nullptr ? nullptr : dyn_cast<VarDecl>(Name->getDecl());
    return Of != nullptr && Of->isImplicit() ? Of : nullptr;
  };
  const Expr* Element = Variable->getInit()->IgnoreImplicit();
  const auto* Star = dyn_cast<UnaryOperator>(Element);
  const auto* Operator = dyn_cast<CXXOperatorCallExpr>(Element);
  const Expr* Iterator = Star != nullptr       ? Star->getSubExpr()
                         : Operator != nullptr ? Operator->getArg(0)
                                               : nullptr;
  const VarDecl* Begin = Iterator == nullptr ? nullptr : hidden(Iterator);
  if (Begin == nullptr || Begin->getInit() == nullptr) return nullptr;
  const Expr* First = Begin->getInit()->IgnoreImplicit();
  if (const auto* Call = dyn_cast<CXXMemberCallExpr>(First)) First = Call->getImplicitObjectArgument();
  const VarDecl* Range = hidden(First);
  return Range == nullptr ? nullptr : Range->getInit();
}

/// The container that the element is of; null where it is none.
const Expr* containerOf(const Expr* Element) {
  const auto* Operator = dyn_cast<CXXOperatorCallExpr>(Element);
  const auto* Call = dyn_cast<CXXMemberCallExpr>(Element);
  const Expr* Of = Operator != nullptr && Operator->getOperator() == OO_Subscript ? Operator->getArg(0)
                   : Call != nullptr && Call->isLValue()                          ? Call->getImplicitObjectArgument()
                                                                                  : nullptr;
  const CXXRecordDecl* Class = Of == nullptr ? nullptr : Of->getType()->getAsCXXRecordDecl();
  return Class != nullptr && isInNamespace(Class, "std") ? Of : nullptr;
}

/// The variable of which the object is a part that lives on when the recipe has returned; null where there is none.
const VarDecl* livesOn(const Expr* E) {
  E = E->IgnoreParens();
  if (const auto* Whole = dyn_cast<FullExpr>(E)) return livesOn(Whole->getSubExpr());
  if (const auto* Forwarded = dyn_cast<OpaqueValueExpr>(E))  // by std::make_shared
    return Forwarded->isLValue() && Forwarded->getSourceExpr() != nullptr ? livesOn(Forwarded->getSourceExpr())
                                                                          : nullptr;
  if (const auto* Cast = dyn_cast<ImplicitCastExpr>(E)) return Cast->isLValue() ? livesOn(Cast->getSubExpr()) : nullptr;
  if (const auto* Element = dyn_cast<ArraySubscriptExpr>(E)) return livesOn(Element->getBase()->IgnoreImpCasts());
  if (const Expr* Container = containerOf(E)) return livesOn(Container);
  if (const Expr* Pointer = behind(E); Pointer != skipTransparent(E))
    return isHolder(shapeOf(Pointer->getType())) ? named(Pointer) : nullptr;
  const ValueDecl* Named = nullptr;
  if (const auto* Member = dyn_cast<MemberExpr>(E)) {
    if (!isa<VarDecl>(Member->getMemberDecl()))
      return Member->isArrow() && !isa<CXXOperatorCallExpr>(Member->getBase()->IgnoreParens())
                 ? nullptr
                 : livesOn(Member->getBase());
    Named = Member->getMemberDecl();
  } else if (const auto* Reference = dyn_cast<DeclRefExpr>(E)) {
    Named = Reference->getDecl();
  }
  const auto* Variable = dyn_cast_or_null<VarDecl>(Named);
  if (Variable == nullptr) return nullptr;
  // Another name, of what a variable or each turn of a loop says.
  if (Variable->isLocalVarDecl() && Variable->getType()->isLValueReferenceType() && Variable->getInit() != nullptr) {
    const Expr* Range = rangeOf(Variable);
    return livesOn(Range != nullptr ? Range : Variable->getInit());
  }
  const bool IsHandedIn = isa<ParmVarDecl>(Variable) && Variable->getType()->isLValueReferenceType();
  return Variable->hasGlobalStorage() || IsHandedIn ? Variable : nullptr;
}

}  // namespace

static const FieldDecl* keeperOf(const FunctionDecl* Taker, unsigned I) {
  const auto* Method = dyn_cast<CXXMethodDecl>(Taker);
  const auto* Constructor = dyn_cast_or_null<CXXConstructorDecl>(Method);
  if (Method == nullptr || I >= Method->getNumParams() ||
      (Constructor != nullptr && Constructor->isCopyOrMoveConstructor()))
    return nullptr;
  const QualType Taken = Method->getParamDecl(I)->getType();
  if (!Taken->isLValueReferenceType() || !Taken.getNonReferenceType().isConstQualified()) return nullptr;
  return keeperOf(Method->getParent(), Taken.getNonReferenceType());
}

bool mayKeep(const FunctionDecl* Taker, unsigned I) { return keeperOf(Taker, I) != nullptr; }

bool Resolver::refuseKept(const FunctionDecl* Taker, unsigned I, const Expr* Given) {
  // What is made for a call alone ends with it.
  if (IsForCall) return false;
  const VarDecl* Variable = livesOn(Given);
  const FieldDecl* Keeper = Variable == nullptr ? nullptr : keeperOf(Taker, I);
  if (Keeper == nullptr) return false;
  // A global, what is handed in by reference, or what a smart pointer holds.
  const bool IsHandedIn = isa<ParmVarDecl>(Variable);
  const bool IsPointee =
      !Variable->hasGlobalStorage() &&
      !(IsHandedIn && Variable->getType()->isLValueReferenceType() && !isHolder(shapeOf(Variable->getType())));
  refuse(Rule::Reference, Given,
         "the parameter '" + parameterName(Taker, I) + "' of " + quoted(Taker) + " is a reference that the member " +
             quoted(Keeper) + " of " + quoted(cast<CXXRecordDecl>(Keeper->getParent())) + " may keep: of " +
             (IsPointee ? "what " + quoted(Variable) + " holds" : quoted(Variable)) +
             " the configuration has a copy, which ends before the object does");
  Into.last().Notes = {
      {Keeper->getLocation(),
       "take and keep it by value or by std::shared_ptr" +
           std::string(IsPointee    ? ""
                       : IsHandedIn ? ", here and in the recipe"
                                    : "; or let a function of your own return the object, whose call becomes a node of "
                                      "the configuration")}};
  return true;
}

}  // namespace autoconvert
