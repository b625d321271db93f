#include "LowerArguments.h"

#include "Attributes.h"
#include "BitFields.h"
#include "Defaults.h"
#include "Documentation.h"
#include "Names.h"
#include "Overloads.h"
#include "Parse.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Objects and arrays, which may be there already and be set in part, but for those that are made of something else.
bool isAssigned(QualType Member) {
  if (Member->isArrayType()) return true;
  const QualType Plain = decayed(Member);
  return Member->isRecordType() && !Member.isVolatileQualified() && spellArgument(Plain) == spell(Plain);
}

/// The same of a number where there are many, so that compilers have less to do for each: where they are few, it is
/// quicker to assign it where it is asked for. Nothing may refer to a member that is packed.
bool isAssignedByNumber(const FieldDecl* Member, const TargetShape& Shape) {
  constexpr std::size_t Many = 16;
  const RecordDecl* Class = Member->getParent();
  if (Shape.Arguments.size() <= Many || Member->isBitField() || Member->hasAttr<PackedAttr>()) return false;
  if (Class->hasAttr<PackedAttr>() || Class->hasAttr<MaxFieldAlignmentAttr>()) return false;
  const QualType Plain = decayed(Member->getType());
  return Plain->isArithmeticType() && !Member->getType().isVolatileQualified() && spellArgument(Plain) == spell(Plain);
}

// An object that may share its bytes with others is assigned all the same.
bool isRenewed(const FieldDecl* Field, TargetShapes& Shapes) {
  return Shapes.hasDeprecatedAssignment(Field->getType()) && !Field->hasAttr<NoUniqueAddressAttr>();
}

// Parameters by reference to const take a reference; all others take the object itself.
std::string access(QualType Type) {
  if (Type->isLValueReferenceType()) return spell(Type);
  // What is of a derived class is handed over whole.
  const CXXRecordDecl* Class = Type->isRValueReferenceType() ? Type->getPointeeType()->getAsCXXRecordDecl() : nullptr;
  if (Class != nullptr && Class->hasDefinition() && Class->isPolymorphic() && !Class->isEffectivelyFinal())
    return spell(Type);
  return spell(decayed(Type));
}

// Of several constructors or setters, the first that says something.
std::string docOf(const ArgumentShape& Argument, const TargetShape& Shape, ASTContext& Context) {
  std::string Doc;
  if (Argument.Kind == ArgumentKind::Member || Argument.Kind == ArgumentKind::Field)
    return documentation(Argument.Declaration, Context);
  const auto Index = static_cast<unsigned>(&Argument - Shape.Arguments.data());
  for (const SignatureShape& Signature : Shape.Signatures) {
    const auto At = llvm::find(Signature.Arguments, Index);
    if (Doc.empty() && At != Signature.Arguments.end())
      Doc = documentation(Signature.Function, static_cast<unsigned>(At - Signature.Arguments.begin()), Context);
  }
  for (const CXXMethodDecl* Setter : Argument.Setters) {
    if (Doc.empty()) Doc = documentation(Setter, Context);
    if (Doc.empty()) Doc = documentation(Setter, 0, Context);
  }
  return Doc;
}

// Whichever constructor or setter says them.
std::vector<std::string> tagsOfAll(const ArgumentShape& Argument, const TargetShape& Shape) {
  std::vector<std::string> Tags;
  const auto add = [&](const Decl* D) {
    for (std::string& Tag : autoconvert::tagsOf(D))
      if (!llvm::is_contained(Tags, Tag)) Tags.push_back(std::move(Tag));
  };
  add(Argument.Declaration);
  if (Argument.Twin != nullptr) add(Argument.Twin);
  const auto Index = static_cast<unsigned>(&Argument - Shape.Arguments.data());
  for (const SignatureShape& Signature : Shape.Signatures)
    for (std::size_t I = 0; I < Signature.Arguments.size(); ++I)
      if (Signature.Arguments[I] == Index) add(Signature.Function->getParamDecl(static_cast<unsigned>(I)));
  for (const CXXMethodDecl* Setter : Argument.Setters) {
    add(Setter);
    add(Setter->getParamDecl(0));
  }
  return Tags;
}

void setDefault(ir::TargetArgument& A, DefaultSource Source) {
  A.DefaultText = std::move(Source.Text);
  A.DefaultValue = std::move(Source.Value);
  A.IsDefaultOfClass = Source.IsOfClass;
  A.IsDefaultOfObject = Source.IsOfObject;
  A.IsDefaultOfSome = Source.IsOfSome;
}

void addField(ir::TargetArgument& A, const FieldDecl* Field, TargetShapes& Shapes) {
  A.Member = Field->getNameAsString();
  A.IsAssigned = isAssigned(Field->getType());
  A.IsRenewed = isRenewed(Field, Shapes);
}

void addParameter(ir::TargetArgument& A, const ArgumentShape& Argument, TargetShapes& Shapes) {
  A.What = ir::TargetArgument::Kind::Parameter;
  if (Argument.Twin == nullptr) return;
  A.IsField = true;
  A.Access = spell(decayed(Argument.Twin->getType()));
  addField(A, Argument.Twin, Shapes);
}

void addMember(ir::TargetArgument& A, const FieldDecl* Field, const TargetShape& Shape, TargetShapes& Shapes) {
  A.Access = spellArgument(decayed(Field->getType()));
  addField(A, Field, Shapes);
  A.IsAssigned |= isAssignedByNumber(Field, Shape);
  A.Bits = bitsOf(Field);
}

void addSetters(ir::TargetArgument& A, const ArgumentShape& Argument) {
  A.What = ir::TargetArgument::Kind::Setter;
  A.Member = cast<CXXMethodDecl>(Argument.Declaration)->getNameAsString();
  for (const CXXMethodDecl* Setter : Argument.Setters) {
    const QualType Type = Setter->getParamDecl(0)->getType();
    const QualType Element = listElement(Type);
    A.Calls.push_back({access(Type), Setter->getRefQualifier() == RQ_RValue, Setter->hasAttr<WarnUnusedResultAttr>(),
                       Setter->isConst(), Element.isNull() ? "" : spell(Element)});
  }
}

ir::TargetArgument argumentOf(const ArgumentShape& Argument, const TargetShape& Shape, TargetShapes& Shapes,
                              const Unit& U) {
  ir::TargetArgument A;
  A.Name = Argument.Name;
  A.IsBehind = Argument.IsBehind;
  for (const QualType Type : Argument.Types) A.Types.push_back(spellArgument(Type));
  A.Doc = docOf(Argument, Shape, U.Context);
  A.Tags = tagsOfAll(Argument, Shape);
  switch (Argument.Kind) {
    case ArgumentKind::Parameter:
      addParameter(A, Argument, Shapes);
      setDefault(A, defaultOf(Argument, Shape, U));
      break;
    case ArgumentKind::Member: {
      const auto* Member = cast<FieldDecl>(Argument.Declaration);
      A.What = ir::TargetArgument::Kind::Member;
      addMember(A, Member, Shape, Shapes);
      setDefault(A, defaultOf(Member, Shape, Shapes, U));
      break;
    }
    case ArgumentKind::Field: {
      const auto* Field = cast<FieldDecl>(Argument.Declaration);
      A.What = ir::TargetArgument::Kind::Field;
      addMember(A, Field, Shape, Shapes);
      // What a function makes may begin with anything.
      if (Shape.Class != nullptr && !Argument.IsBehind) A.DefaultText = initialiserText(Field, U);
      break;
    }
    case ArgumentKind::Setter:
      addSetters(A, Argument);
      break;
  }
  return A;
}

}  // namespace

std::vector<ir::TargetArgument> argumentsOf(const TargetShape& Shape, TargetShapes& Shapes, const Unit& U) {
  std::vector<ir::TargetArgument> Arguments;
  for (const ArgumentShape& Argument : Shape.Arguments) Arguments.push_back(argumentOf(Argument, Shape, Shapes, U));
  return Arguments;
}

std::vector<ir::Signature> signaturesOf(const TargetShape& Shape) {
  std::vector<ir::Signature> Signatures;
  const bool SaysOverloads = hasOverloads(Shape);
  for (const SignatureShape& Signature : Shape.Signatures) {
    ir::Signature S;
    if (SaysOverloads) S.Overload = "::run::overload<" + spellParameters(Signature) + ">";
    S.Arguments = Signature.Arguments;
    S.Required = Signature.Required;
    for (std::size_t I = 0; I < Signature.Arguments.size(); ++I) {
      const QualType Type = parameterType(Signature.Function, static_cast<unsigned>(I));
      const QualType Element = listElement(Type);
      S.Types.push_back(Element.isNull() ? access(Type) : spellArgument(Type));
      S.ListElements.push_back(Element.isNull() ? "" : spell(Element));
    }
    for (unsigned Given = S.Required; Given <= S.Arguments.size(); ++Given)
      if (isAmbiguous(Shape, Signature, Given)) S.Ambiguous.push_back(Given);
    Signatures.push_back(std::move(S));
  }
  return Signatures;
}

}  // namespace autoconvert
