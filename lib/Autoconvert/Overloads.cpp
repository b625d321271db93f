#include "Overloads.h"

#include <algorithm>

#include "Names.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

// Whether no value fits both types.
bool areApart(QualType A, QualType B) {
  using enum ValueSort;
  const auto broad = [](ValueSort S) {
    if (S == Real) return Integer;
    return S == Boolean || S == Integer || S == Text || S == Object ? S : Other;
  };
  const ValueSort Left = broad(sortOf(A));
  const ValueSort Right = broad(sortOf(B));
  if (Left == Other || Right == Other) return false;
  if (Left != Right) return true;
  if (Left != Object) return false;
  const CXXRecordDecl* One = A->getAsCXXRecordDecl();
  const CXXRecordDecl* Two = B->getAsCXXRecordDecl();
  if (One->getCanonicalDecl() == Two->getCanonicalDecl() || !One->hasDefinition() || !Two->hasDefinition())
    return false;
  return !One->isDerivedFrom(Two) && !Two->isDerivedFrom(One);
}

QualType typeOf(const SignatureShape& Signature, unsigned Argument) {
  const auto At = static_cast<unsigned>(llvm::find(Signature.Arguments, Argument) - Signature.Arguments.begin());
  return Signature.Function->getParamDecl(At)->getType();
}

unsigned countMoved(const SignatureShape& Signature) {
  unsigned Count = 0;
  for (unsigned I = 0; I < Signature.Arguments.size(); ++I)
    Count += Signature.Function->getParamDecl(I)->getType()->isRValueReferenceType() ? 1U : 0U;
  return Count;
}

/// Of overloads for lvalues and rvalues of the same types, that for rvalues is taken unsaid.
bool isMovingTwin(const SignatureShape& Signature, const SignatureShape& Other, const ASTContext& Context) {
  if (Signature.Arguments != Other.Arguments || countMoved(Signature) <= countMoved(Other)) return false;
  return llvm::all_of(Signature.Arguments, [&](unsigned Argument) {
    return Context.hasSameType(decayed(typeOf(Signature, Argument)), decayed(typeOf(Other, Argument)));
  });
}

bool couldBe(const SignatureShape& Other, const SignatureShape& Signature, unsigned Given) {
  if (Other.Required > Given || Other.Arguments.size() < Given) return false;
  const llvm::ArrayRef<unsigned> Set = llvm::ArrayRef(Signature.Arguments).take_front(Given);
  const llvm::ArrayRef<unsigned> Taken = llvm::ArrayRef(Other.Arguments).take_front(Given);
  const ASTContext& Context = Signature.Function->getASTContext();
  for (const unsigned Argument : Set) {
    if (!llvm::is_contained(Taken, Argument)) return false;
    if (areApart(decayed(typeOf(Signature, Argument)), decayed(typeOf(Other, Argument)))) return false;
  }
  return !isMovingTwin(Signature, Other, Context);
}

/// Whether the other overload takes what this one is given no worse.
bool takesTheSame(const FunctionDecl* Other, const FunctionDecl* Own, unsigned Given) {
  if (Other->getMinRequiredArguments() > Given || Other->getNumParams() < Given) return false;
  for (unsigned I = 0; I < Given; ++I) {
    const QualType Taken = Other->getParamDecl(I)->getType();
    const QualType Type = Own->getParamDecl(I)->getType();
    if (!Own->getASTContext().hasSameType(decayed(Taken), decayed(Type))) return false;
    // A temporary goes to T&& rather than to const T&, and a reference to const to neither T& nor T&&.
    if (Type->isLValueReferenceType() ? Taken->isRValueReferenceType()
                                      : Taken->isLValueReferenceType() && Type->isRValueReferenceType())
      return false;
    if (Taken->isLValueReferenceType() && !Taken->getPointeeType().isConstQualified()) return false;
  }
  return true;
}

// Whether the class's own constructor goes before one that it inherits.
bool hides(const FunctionDecl* Own, const FunctionDecl* Inherited) {
  const auto* Constructor = dyn_cast<CXXConstructorDecl>(Own);
  const auto* Other = dyn_cast<CXXConstructorDecl>(Inherited);
  return Constructor != nullptr && Other != nullptr && Constructor->getParent()->isDerivedFrom(Other->getParent());
}

}  // namespace

ValueSort sortOf(QualType Type) {
  if (Type->isBooleanType()) return ValueSort::Boolean;
  if (Type->isCharType()) return ValueSort::Character;
  if (Type->isEnumeralType()) return ValueSort::Enumeration;
  if (Type->isIntegerType()) return ValueSort::Integer;
  if (Type->isSpecificBuiltinType(BuiltinType::Float) || Type->isSpecificBuiltinType(BuiltinType::Double))
    return ValueSort::Real;
  const std::string Name = readableName(Type);
  if (Name == "std::string" || Name == "std::string_view" || Name == "const char*" || Name == "std::filesystem::path")
    return ValueSort::Text;
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  if (isConfiguredClass(Class)) return ValueSort::Object;
  if (Class != nullptr && isInNamespace(Class, "std") && (Class->getName() == "vector" || Class->getName() == "array"))
    return ValueSort::Sequence;
  return ValueSort::Other;
}

bool needsOverload(const TargetShape& Shape, const SignatureShape& Signature, unsigned Given) {
  if (Given > Signature.Arguments.size()) return false;
  return llvm::any_of(Shape.Signatures, [&](const SignatureShape& Other) {
    if (&Other == &Signature) return false;
    for (unsigned Left = std::min(Given, Signature.Required); Left <= Given; ++Left)
      if (couldBe(Other, Signature, Left)) return true;
    return false;
  });
}

bool hasOverloads(const TargetShape& Shape) {
  return llvm::any_of(Shape.Signatures, [&](const SignatureShape& Signature) {
    return needsOverload(Shape, Signature, static_cast<unsigned>(Signature.Arguments.size()));
  });
}

bool isAmbiguous(const TargetShape& Shape, const SignatureShape& Signature, unsigned Given) {
  const FunctionDecl* Own = Signature.Function;
  const auto isOther = [&](const FunctionDecl* Other) {
    // The one that is constrained is chosen.
    const bool IsMoreConstrained = Own->getTrailingRequiresClause() && !Other->getTrailingRequiresClause();
    return Other->getCanonicalDecl() != Own->getCanonicalDecl() && !IsMoreConstrained && !hides(Own, Other) &&
           takesTheSame(Other, Own, Given);
  };
  if (Shape.Function == nullptr)
    return llvm::any_of(Shape.Signatures, [&](const SignatureShape& Other) {
      return Given >= Other.Required && isOther(Other.Function);  // an inherited one is not called without arguments
    });
  // An instance of a template is called by its arguments.
  return Own->getPrimaryTemplate() == nullptr &&
         llvm::any_of(Own->getDeclContext()->lookup(Own->getDeclName()), [&](const NamedDecl* Found) {
           const auto* Other = dyn_cast<FunctionDecl>(Found);
           return Other != nullptr && isOther(Other);
         });
}

std::string spellArgument(QualType Type) {
  if (isTextArray(Type)) return "::std::string";
  if (const auto* Array = dyn_cast_or_null<ConstantArrayType>(Type->getAsArrayTypeUnsafe()))
    return "::std::array<" + spellArgument(Array->getElementType().getUnqualifiedType()) + ", " +
           std::to_string(Array->getSize().getZExtValue()) + ">";
  const QualType Element = listElement(Type);
  return Element.isNull() ? spell(Type) : "::std::vector<" + spellArgument(Element) + ">";
}

std::string spellBlank(QualType Type) {
  const std::string Name = listElement(Type).isNull() ? spell(Type) : spellArgument(Type);
  // Braces follow a name of one word.
  const bool IsName = Type->isRecordType() || Name.find_first_of(" *&([") == std::string::npos;
  return (IsName ? Name : "::std::type_identity_t<" + Name + ">") + "{}";
}

std::string spellTarget(const TargetShape& Shape) {
  const std::string Class = spell(cast<NamedDecl>(Shape.Class));
  if (Shape.Instance == nullptr || Shape.Signatures.empty()) return Class;
  const std::string Parameters = spellParameters(Shape.Signatures.front());
  return "::run::Constructor<" + Class + (Parameters.empty() ? "" : ", ") + Parameters + ">";
}

std::string spellParameters(const SignatureShape& Signature) {
  std::string Text;
  for (unsigned I = 0; I < Signature.Arguments.size(); ++I) {
    const QualType Type = parameterType(Signature.Function, I).getUnqualifiedType();
    Text += (I == 0 ? "" : ", ") + spell(Type);
  }
  return Text;
}

}  // namespace autoconvert
