#include "Overloads.h"

#include "Names.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

/// What a value must be for an argument of a type: no value is of two of them.
enum class Sort { Boolean, Number, Text, Object, Other };

Sort sortOf(QualType Type) {
  if (Type->isBooleanType()) return Sort::Boolean;
  if (Type->isIntegerType() || Type->isRealFloatingType()) return Type->isEnumeralType() ? Sort::Other : Sort::Number;
  const std::string Name = readableName(Type);
  if (Name == "std::string" || Name == "std::string_view" || Name == "const char*" || Name == "std::filesystem::path")
    return Sort::Text;
  return isConfiguredClass(Type->getAsCXXRecordDecl()) ? Sort::Object : Sort::Other;
}

bool areApart(QualType A, QualType B) {
  const Sort Left = sortOf(A);
  const Sort Right = sortOf(B);
  if (Left == Sort::Other || Right == Sort::Other) return false;
  if (Left != Right) return true;
  if (Left != Sort::Object) return false;
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

}  // namespace

bool needsOverload(const TargetShape& Shape, const SignatureShape& Signature, unsigned Given) {
  if (Given > Signature.Arguments.size()) return false;
  return llvm::any_of(Shape.Signatures, [&](const SignatureShape& Other) {
    return &Other != &Signature && couldBe(Other, Signature, Given);
  });
}

bool hasOverloads(const TargetShape& Shape) {
  return llvm::any_of(Shape.Signatures, [&](const SignatureShape& Signature) {
    for (unsigned Given = Signature.Required; Given <= Signature.Arguments.size(); ++Given)
      if (needsOverload(Shape, Signature, Given)) return true;
    return false;
  });
}

std::string spellArgument(QualType Type) {
  const QualType Element = listElement(Type);
  return Element.isNull() ? spell(Type) : "::std::vector<" + spell(Element) + ">";
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
    const QualType Type = Signature.Function->getParamDecl(I)->getType().getUnqualifiedType();
    Text += (I == 0 ? "" : ", ") + spell(Type);
  }
  return Text;
}

}  // namespace autoconvert
