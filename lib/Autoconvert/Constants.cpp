#include "Constants.h"

#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

template <class T>
std::string name(T Named, Spelling S) {
  return S == Spelling::Code ? spell(Named) : readableName(Named);
}

/// The shortest digits that read back the same.
std::string printFloat(const llvm::APFloat& Value, QualType Type) {
  llvm::SmallString<32> Text;
  Value.toString(Text, /*FormatPrecision=*/0, /*FormatMaxPadding=*/6);
  std::string Literal = Text.str().str();
  if (Literal.find_first_of(".eE") == std::string::npos) Literal += ".0";
  return Type->isSpecificBuiltinType(BuiltinType::Float) ? Literal + "F" : Literal;
}

/// What an array of `char` holds, with the zero at its end.
std::optional<std::string> textOf(const APValue& Value, QualType Type) {
  if (!Value.isArray() || !Type->getAsArrayTypeUnsafe()->getElementType()->isSpecificBuiltinType(BuiltinType::Char_S))
    return std::nullopt;
  std::string Text;
  for (unsigned I = 0; I < Value.getArraySize(); ++I) {
    const bool IsFiller = I >= Value.getArrayInitializedElts();
    if (IsFiller && !Value.hasArrayFiller()) return std::nullopt;
    const APValue& Element = IsFiller ? Value.getArrayFiller() : Value.getArrayInitializedElt(I);
    if (!Element.isInt()) return std::nullopt;
    Text += static_cast<char>(Element.getInt().getExtValue());
  }
  return Text;
}

std::string quoted(llvm::StringRef Text) {
  std::string Literal = "\"";
  for (const char C : Text) {
    const auto Code = static_cast<unsigned char>(C);
    if (C == '"' || C == '\\')
      Literal += {'\\', C};
    else if (llvm::isPrint(C))
      Literal += C;
    else
      Literal += {'\\', static_cast<char>('0' + Code / 64), static_cast<char>('0' + Code / 8 % 8),
                  static_cast<char>('0' + Code % 8)};
  }
  return Literal + "\"";
}

/// An object that a constructor makes from a text, whose characters are all that it holds: what libraries call a fixed
/// string.
std::optional<std::string> printFixedString(const APValue& Value, const CXXRecordDecl* Class, Spelling S) {
  const auto TakesText = [](const CXXConstructorDecl* Constructor) {
    if (Constructor->getMinRequiredArguments() > 1 || Constructor->getNumParams() == 0) return false;
    const QualType Taken = Constructor->getParamDecl(0)->getType().getNonReferenceType();
    return Constructor->getAccess() == AS_public && Constructor->isConstexpr() && Taken->isConstantArrayType();
  };
  const auto Constructor = llvm::find_if(Class->ctors(), TakesText);
  if (Constructor == Class->ctor_end() || Value.getStructNumBases() > 0) return std::nullopt;
  std::optional<std::string> Text;
  for (const FieldDecl* Field : Class->fields()) {
    if (Field->getType()->isIntegerType()) continue;  // its length
    if (Text) return std::nullopt;
    Text = textOf(Value.getStructField(Field->getFieldIndex()), Field->getType());
    if (!Text) return std::nullopt;
  }
  const QualType Taken = (*Constructor)->getParamDecl(0)->getType().getNonReferenceType();
  const std::uint64_t Size = cast<ConstantArrayType>(Taken->getAsArrayTypeUnsafe())->getZExtSize();
  if (!Text || Text->size() + 1 < Size) return std::nullopt;
  Text->resize(Size - 1);
  if (S == Spelling::Readable) return quoted(*Text);
  return name(cast<NamedDecl>(Class), S) + "(" + quoted(*Text) + ")";
}

std::optional<std::string> printMembers(const APValue& Value, const CXXRecordDecl* Class, Spelling S) {
  std::vector<std::string> Members;
  const auto Add = [&](const APValue& Member, QualType Type) {
    const std::optional<std::string> Text = spellValue(Member, Type, S);
    if (Text) Members.push_back(*Text);
    return Text.has_value();
  };
  unsigned Base = 0;
  for (const CXXBaseSpecifier& Specifier : Class->bases())
    if (!Add(Value.getStructBase(Base++), Specifier.getType())) return std::nullopt;
  for (const FieldDecl* Field : Class->fields())
    if (!Field->isUnnamedBitField() && !Add(Value.getStructField(Field->getFieldIndex()), Field->getType()))
      return std::nullopt;
  return name(cast<NamedDecl>(Class), S) + "{" + llvm::join(Members, ", ") + "}";
}

}  // namespace

std::string spellIntegral(const llvm::APSInt& Value, QualType Type, Spelling S) {
  if (const auto* Enum = Type->getAsEnumDecl()) {
    for (const EnumConstantDecl* Constant : Enum->enumerators())
      if (llvm::APSInt::isSameValue(Constant->getInitVal(), Value)) return name(Constant, S);
    return "static_cast<" + name(Type, S) + ">(" + llvm::toString(Value, 10) + ")";
  }
  if (Type->isBooleanType()) return Value.getBoolValue() ? "true" : "false";
  if (Type->isAnyCharacterType()) return "static_cast<" + name(Type, S) + ">(" + llvm::toString(Value, 10) + ")";
  if (Value.isSigned() && Value.isMinSignedValue() && Value.getBitWidth() > 32)
    return "(" + llvm::toString(llvm::APSInt(Value + 1, false), 10) + " - 1)";
  if (Value.isUnsigned() && Value.getActiveBits() > 63) return llvm::toString(Value, 10) + "U";
  return llvm::toString(Value, 10);
}

std::optional<std::string> spellValue(const APValue& Value, QualType Type, Spelling S) {
  switch (Value.getKind()) {
    case APValue::Int:
      return spellIntegral(Value.getInt(), Type, S);
    case APValue::Float:
      if (!Value.getFloat().isFinite() || Type->isSpecificBuiltinType(BuiltinType::LongDouble)) return std::nullopt;
      return printFloat(Value.getFloat(), Type);
    case APValue::LValue: {
      if (Value.isNullPointer()) return "nullptr";
      const auto* D = Value.getLValueBase().dyn_cast<const ValueDecl*>();
      const bool IsWhole = Value.hasLValuePath() && Value.getLValuePath().empty() && !Value.isLValueOnePastTheEnd();
      if (D == nullptr || !IsWhole || isa<TemplateParamObjectDecl>(D) || !isNameable(D)) return std::nullopt;
      return (Type->isReferenceType() ? "" : "&") + name(D, S);
    }
    case APValue::MemberPointer:
      if (Value.getMemberPointerDecl() == nullptr) return "nullptr";
      return "&" + name(cast<NamedDecl>(Value.getMemberPointerDecl()), S);
    case APValue::Array: {
      if (std::optional<std::string> Text = textOf(Value, Type); Text && !Text->empty() && Text->back() == '\0')
        return quoted(llvm::StringRef(*Text).rtrim('\0'));
      std::vector<std::string> Elements;
      for (unsigned I = 0; I < Value.getArrayInitializedElts(); ++I) {
        const std::optional<std::string> Text =
            spellValue(Value.getArrayInitializedElt(I), Type->getAsArrayTypeUnsafe()->getElementType(), S);
        if (!Text) return std::nullopt;
        Elements.push_back(*Text);
      }
      return "{" + llvm::join(Elements, ", ") + "}";
    }
    case APValue::Struct: {
      const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
      if (Class == nullptr || !isNameable(cast<NamedDecl>(Class))) return std::nullopt;
      const bool IsEmpty = Class->isEmpty() && Class->hasDefaultConstructor();
      return Class->isAggregate() || IsEmpty ? printMembers(Value, Class, S) : printFixedString(Value, Class, S);
    }
    default:
      return std::nullopt;
  }
}

std::optional<std::string> spellConstant(const Expr* E, ASTContext& Context) {
  if (E->isValueDependent() || E->containsErrors()) return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsRValue(Result, Context) || Result.HasSideEffects) return std::nullopt;
  if (Result.Val.isInt()) {
    if (E->getType()->isEnumeralType() && !isNameable(E->getType())) return std::nullopt;
    return spellIntegral(Result.Val.getInt(), E->getType(), Spelling::Code);
  }
  if (Result.Val.isFloat() && Result.Val.getFloat().isFinite()) {
    if (E->getType()->isSpecificBuiltinType(BuiltinType::LongDouble)) return std::nullopt;
    return printFloat(Result.Val.getFloat(), E->getType());
  }
  return std::nullopt;
}

}  // namespace autoconvert
