// A `const char*` argument => whether it is a text: the configuration keeps what stands in front of its first NUL.
#include "Resolver.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The pointer of `p + n`, `n + p` and `p - n`; null for all else.
const Expr* movedPointer(const Expr* E) {
  const auto* Sum = dyn_cast<BinaryOperator>(E);
  if (Sum == nullptr || !Sum->isAdditiveOp()) return nullptr;
  return Sum->getLHS()->getType()->isPointerType() || Sum->getLHS()->getType()->isArrayType() ? Sum->getLHS()
                                                                                              : Sum->getRHS();
}

/// x of x.data(), x.begin(), std::end(x) and the like; null for all else. `IsEnd`: one past the last.
const Expr* pointedInto(const Expr* E, bool& IsEnd) {
  const auto* Call = dyn_cast<CallExpr>(E);
  const FunctionDecl* Function = Call == nullptr ? nullptr : Call->getDirectCallee();
  if (Function == nullptr || !Function->getDeclName().isIdentifier()) return nullptr;
  const llvm::StringRef Name = Function->getName();
  IsEnd = Name == "end" || Name == "cend";
  if (!IsEnd && Name != "begin" && Name != "cbegin" && Name != "data" && Name != "c_str") return nullptr;
  if (const auto* Member = dyn_cast<CXXMemberCallExpr>(Call)) return Member->getImplicitObjectArgument();
  return isInNamespace(Function, "std") && Call->getNumArgs() == 1 ? Call->getArg(0) : nullptr;
}

/// What the variable or member is that a pointer expression begins with.
const ValueDecl* begun(const Expr* E, bool& IsMoved) {
  E = E->IgnoreParenImpCasts();
  bool IsEnd = false;
  if (const Expr* Pointer = movedPointer(E)) {
    IsMoved = true;
    return begun(Pointer, IsMoved);
  }
  if (const Expr* Of = pointedInto(E, IsEnd)) {
    IsMoved |= IsEnd;
    return begun(Of, IsMoved);
  }
  if (const auto* Name = dyn_cast<DeclRefExpr>(E)) return Name->getDecl();
  const auto* Member = dyn_cast<MemberExpr>(E);
  return Member == nullptr ? nullptr : Member->getMemberDecl();
}

/// Whether the constant has a NUL before its end, or none at its end.
bool isNoText(const APValue& Array, bool HasLength) {
  const unsigned Size = Array.getArraySize();
  const auto isNul = [&](unsigned I) {
    const APValue& At = I < Array.getArrayInitializedElts() ? Array.getArrayInitializedElt(I) : Array.getArrayFiller();
    return At.isInt() && At.getInt() == 0;
  };
  unsigned First = 0;
  while (First < Size && !isNul(First)) ++First;
  return First == Size || (HasLength && First + 1 < Size);
}

/// The part of `E` whose characters need not end with a NUL, or have one within; null where there is none of which that
/// is known. `HasLength`: whoever is given it is told their number, so both matter.
const Expr* noText(const Expr* E, bool HasLength, const ASTContext& Context) {
  E = E->IgnoreParenImpCasts();
  if (const auto* Forwarded = dyn_cast<OpaqueValueExpr>(E);
      Forwarded != nullptr && Forwarded->getSourceExpr() != nullptr)
    return noText(Forwarded->getSourceExpr(), HasLength, Context);
  if (const auto* Choice = dyn_cast<ConditionalOperator>(E)) {
    const Expr* Found = noText(Choice->getTrueExpr(), HasLength, Context);
    return Found != nullptr ? Found : noText(Choice->getFalseExpr(), HasLength, Context);
  }
  if (const Expr* Pointer = movedPointer(E)) return noText(Pointer, HasLength, Context);
  bool IsEnd = false;
  if (const Expr* Of = pointedInto(E, IsEnd)) {
    const QualType Type = decayed(Of->getType());
    const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
    const bool IsString = Class != nullptr && isInNamespace(Class, "std") && Class->getName() == "basic_string";
    if (IsEnd || (HasLength && Class != nullptr && !IsString)) return E;
    return Type->isArrayType() || Of->getType()->isArrayType() ? noText(Of, HasLength, Context) : nullptr;
  }
  if (const auto* Literal = dyn_cast<StringLiteral>(E))
    return HasLength && Literal->getCharByteWidth() == 1 && Literal->getString().contains('\0') ? E : nullptr;
  const auto* Name = dyn_cast<DeclRefExpr>(E);
  const auto* Variable = Name == nullptr ? nullptr : dyn_cast<VarDecl>(Name->getDecl());
  if (Variable == nullptr || Variable->isWeak() || !Variable->getType().isConstQualified()) {
    const bool IsConstArray = Variable != nullptr && Variable->getType()->isConstantArrayType() &&
                              Context.getBaseElementType(Variable->getType()).isConstQualified();
    if (!IsConstArray) return nullptr;
  }
  const Expr* Init = Variable->getAnyInitializer();
  if (Init == nullptr || Init->isValueDependent()) return nullptr;
  if (!Variable->getType()->isConstantArrayType()) return noText(Init, HasLength, Context) != nullptr ? E : nullptr;
  const APValue* Value = Variable->evaluateValue();
  return Value != nullptr && Value->isArray() && isNoText(*Value, HasLength) ? E : nullptr;
}

/// Whether the two are the ends of a range of characters: of one variable, `begin(x), end(x)` or `p, p + n`.
bool isRange(const Expr* First, const Expr* Last) {
  bool IsMoved = false;
  bool IsLastMoved = false;
  const ValueDecl* Begin = begun(First, IsMoved);
  return Begin != nullptr && Begin == begun(Last, IsLastMoved) && (IsMoved || IsLastMoved);
}

}  // namespace

bool Resolver::refuseChars(const NamedDecl* Taker, llvm::ArrayRef<QualType> Types, unsigned I,
                           llvm::ArrayRef<const Expr*> Given) {
  const auto isChars = [&](QualType Type) {
    Type = Type.getNonReferenceType();
    return Type->isPointerType() && Type->getPointeeType().isConstQualified() && Type->getPointeeType()->isCharType();
  };
  const auto isGiven = [&](std::size_t Index) {
    return Index < Types.size() && Index < Given.size() && !isa<CXXDefaultArgExpr, CXXDefaultInitExpr>(Given[Index]);
  };
  if (!isGiven(I) || !isChars(Types[I])) return false;
  const bool HasLength = isGiven(I + 1) && Types[I + 1].getNonReferenceType()->isIntegerType() &&
                         !Types[I + 1].getNonReferenceType()->isBooleanType();
  const bool IsLast = I > 0 && isGiven(I - 1) && isChars(Types[I - 1]) && isRange(Given[I - 1], Given[I]);
  const Expr* Found = IsLast ? skipTransparent(Given[I]) : noText(Given[I], HasLength, U.Context);
  if (Found == nullptr) return false;
  refuse(Rule::Unsupported, Found,
         "the configuration keeps a const char* as a text that ends with its first NUL: " + quoted(Taker) +
             (IsLast ? " takes two pointers into one" : " takes characters of which that is not known"),
         "give a std::string to a function of your own that makes the object from it: its call becomes a node of the "
         "configuration");
  return true;
}

}  // namespace autoconvert
