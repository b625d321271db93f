#include "Views.h"

#include "Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isOfStd(QualType Type) {
  const CXXRecordDecl* Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
  return Class != nullptr && (isInNamespace(Class, "std") || isInNamespace(Class, "__gnu_cxx"));
}

/// Functions of the library whose result refers to what they are given.
bool handsOn(const FunctionDecl* Function) {
  if (Function == nullptr || isa<CXXMethodDecl>(Function) || !Function->getDeclName().isIdentifier() ||
      !isInNamespace(Function, "std"))
    return false;
  return llvm::StringSwitch<bool>(Function->getName())
      .Cases({"begin", "end", "cbegin", "cend", "rbegin", "rend", "data"}, true)
      .Cases({"ref", "cref", "addressof", "as_const", "next", "prev", "move", "forward"}, true)
      .Default(false);
}

const Expr* firstOf(llvm::iterator_range<CallExpr::const_arg_iterator> Parts) {
  for (const Expr* Part : Parts)
    if (const Expr* Found = pointsInto(Part)) return Found;
  return nullptr;
}

const Expr* ofVariable(const DeclRefExpr* E) {
  const auto* Variable = dyn_cast<VarDecl>(E->getDecl());
  if (Variable == nullptr || !Variable->hasLocalStorage()) return nullptr;
  const QualType Type = Variable->getType();
  if (isa<ParmVarDecl>(Variable)) {
    // Whoever gives a pointer knows how long the object lives.
    const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
    const bool IsSaid = Type->isPointerType() || (Class != nullptr && Class->getIdentifier() != nullptr &&
                                                  Class->getName() == "reference_wrapper");
    return IsSaid ? nullptr : E;
  }
  if (!Type->isReferenceType() && !isView(Type)) return E;
  return Variable->getInit() == nullptr ? nullptr : pointsInto(Variable->getInit());
}

}  // namespace

bool isProxy(QualType Type) {
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  if (Class == nullptr || !isOfStd(Type) || Class->getIdentifier() == nullptr) return false;
  const auto* Around = dyn_cast<CXXRecordDecl>(Class->getDeclContext());
  return Class->getName() == "_Bit_reference" || Class->getName() == "__bit_reference" ||
         (Class->getName() == "reference" && Around != nullptr && Around->getName() == "bitset");
}

bool isView(QualType Type) {
  if (Type->isPointerType()) return true;
  const CXXRecordDecl* Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!isOfStd(Type) || Class->getIdentifier() == nullptr) return false;
  const llvm::StringRef Name = Class->getName();
  return isProxy(Type.getNonReferenceType()) || Name == "basic_string_view" || Name == "span" ||
         Name == "reference_wrapper" || Name.ends_with("iterator");
}

const Expr* pointsInto(const Expr* E) {
  E = E->IgnoreParens();
  // A pointer that is read somewhere: nothing is known of it, unless it is a variable's.
  if (const auto* Cast = dyn_cast<ImplicitCastExpr>(E)) {
    const Expr* From = Cast->getSubExpr()->IgnoreParens();
    return Cast->getCastKind() == CK_LValueToRValue && !isa<DeclRefExpr>(From) ? nullptr : pointsInto(From);
  }
  if (const auto* Reference = dyn_cast<DeclRefExpr>(E)) return ofVariable(Reference);
  if (const auto* Member = dyn_cast<MemberExpr>(E)) return pointsInto(Member->getBase());
  if (const auto* Whole = dyn_cast<FullExpr>(E)) return pointsInto(Whole->getSubExpr());
  if (const auto* Bound = dyn_cast<CXXBindTemporaryExpr>(E)) return pointsInto(Bound->getSubExpr());
  if (const auto* Cast = dyn_cast<ExplicitCastExpr>(E)) return pointsInto(Cast->getSubExpr());
  if (const auto* Element = dyn_cast<ArraySubscriptExpr>(E)) return pointsInto(Element->getBase());
  if (const auto* Temporary = dyn_cast<MaterializeTemporaryExpr>(E)) {
    if (isView(E->getType())) return pointsInto(Temporary->getSubExpr());
    return E->getType()->isRecordType() || E->getType()->isArrayType() ? E : nullptr;
  }
  if (const auto* Unary = dyn_cast<UnaryOperator>(E)) return pointsInto(Unary->getSubExpr());
  if (const auto* Binary = dyn_cast<BinaryOperator>(E)) {
    const Expr* Left =
        Binary->isCommaOp() || !Binary->getLHS()->getType()->isPointerType() ? nullptr : Binary->getLHS();
    return pointsInto(Left != nullptr ? Left : Binary->getRHS());
  }
  if (const auto* Either = dyn_cast<ConditionalOperator>(E)) {
    const Expr* Found = pointsInto(Either->getTrueExpr());
    return Found != nullptr ? Found : pointsInto(Either->getFalseExpr());
  }
  // A view of what it is made from; or a copy of another one, which is read somewhere.
  if (const auto* Made = dyn_cast<CXXConstructExpr>(E)) {
    const bool IsRead = Made->getConstructor()->isCopyOrMoveConstructor() && Made->getNumArgs() == 1 &&
                        Made->getArg(0)->IgnoreParenImpCasts()->isLValue() &&
                        !isa<DeclRefExpr>(Made->getArg(0)->IgnoreParenImpCasts());
    return isView(E->getType()) && !IsRead ? firstOf(Made->arguments()) : nullptr;
  }
  const auto* Call = dyn_cast<CallExpr>(E);
  if (Call == nullptr) return nullptr;
  if (handsOn(Call->getDirectCallee())) return firstOf(Call->arguments());
  // What a container's function gives points into the container.
  const bool GivesView = isView(Call->getType()) || Call->isLValue();
  const Expr* Object = nullptr;
  if (const auto* Member = dyn_cast<CXXMemberCallExpr>(Call))
    Object = Member->getImplicitObjectArgument();
  else if (isa<CXXOperatorCallExpr>(Call) && Call->getNumArgs() > 0)
    Object = Call->getArg(0);
  return GivesView && Object != nullptr && isOfStd(Object->getType()) ? pointsInto(Object) : nullptr;
}

}  // namespace autoconvert
