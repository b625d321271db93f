#include "BitFields.h"

#include "Names.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isKnownToFit(const Expr* E, unsigned Bits, const FieldDecl* Field) {
  Expr::EvalResult Known;
  if (E->isValueDependent() || !E->EvaluateAsInt(Known, Field->getASTContext())) return false;
  const bool IsSigned = Field->getType()->isSignedIntegerOrEnumerationType();
  const llvm::APSInt& Number = Known.Val.getInt();
  if (Number.isSigned() && Number.isNegative()) return IsSigned && Number.getSignificantBits() <= Bits;
  return Number.getActiveBits() + (IsSigned ? 1 : 0) <= Bits;
}

}  // namespace

unsigned bitsOf(const FieldDecl* Field) {
  if (!Field->isBitField() || Field->getType()->isBooleanType()) return 0;
  const unsigned Bits = Field->getBitWidthValue();
  return Bits < Field->getASTContext().getTypeSize(Field->getType()) ? Bits : 0;
}

Meaning cutToBits(Meaning M, const Expr* E, const FieldDecl* Field) {
  const unsigned Bits = Field == nullptr ? 0 : bitsOf(Field);
  const bool IsGiven = M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced ||
                       M.What == Meaning::Kind::Convert || M.What == Meaning::Kind::Load;
  if (Bits == 0 || !IsGiven || isKnownToFit(E, Bits, Field)) return M;
  const auto in = [&](Meaning Inner, std::string Type) {
    Meaning Whole;
    Whole.What = Meaning::Kind::Convert;
    Whole.Source = Inner.Source;
    Whole.Type = decayed(Field->getType());
    Whole.Method = std::move(Type);
    Whole.Parts.push_back(std::move(Inner));
    return Whole;
  };
  const std::string Type = spell(decayed(Field->getType()));
  return in(in(std::move(M), "::run::Bits<" + Type + ", " + std::to_string(Bits) + ">"), Type);
}

}  // namespace autoconvert
