// T{a, b}, T{.x = a} of an aggregate => a node with the members that the braces give.
#include "BitFields.h"
#include "Ir.h"
#include "Names.h"
#include "Overloads.h"
#include "Resolver.h"
#include "Tokens.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

// What a member `char name[16]` begins with.
Meaning Resolver::literalText(const Expr* E, const FieldDecl* Field) {
  const Expr* Given = E->IgnoreParens();
  if (const auto* Braces = dyn_cast<InitListExpr>(Given)) {
    if (Braces->getNumInits() == 0) return word(E, "\"\"");
    if (Braces->getNumInits() == 1) Given = Braces->getInit(0)->IgnoreParens();
  }
  const auto* Text = dyn_cast<StringLiteral>(Given);
  if (Text == nullptr || Text->getString().rtrim('\0').contains('\0'))
    return refuse(Rule::Unsupported, E, "the text of " + quoted(Field) + " is not a string literal without zeros in it",
                  "write it as one, or make the member a std::string or a std::array");
  return value(Text);
}

bool Resolver::flatten(Meaning& M, const CXXRecordDecl* Class, const TargetShape& Shape, llvm::ArrayRef<Expr*> Inits,
                       SourceLocation End) {
  std::size_t Next = 0;
  bool Complete = true;
  const auto isImplicit = [&](const Expr* E) {
    // What Clang fills in stands at the closing brace, where there is one.
    const bool IsAtBrace =
        E->getBeginLoc() == End && End.isValid() && isClosingBrace(llvm::StringRef(U.Sources.getCharacterData(End), 2));
    return E->getBeginLoc().isInvalid() || IsAtBrace || isa<ImplicitValueInitExpr>(E) || isa<CXXDefaultInitExpr>(E);
  };
  for (const CXXBaseSpecifier& Base : Class->bases()) {
    if (Next >= Inits.size()) break;
    const Expr* Init = skipTransparent(Inits[Next++]);
    if (isImplicit(Init)) continue;
    const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
    const auto* List = dyn_cast<InitListExpr>(Init);
    if (List == nullptr) {
      // An object that is made in its place gives its members.
      Meaning Part = expression(Init);
      if (Part.isInvalid()) {
        Complete = false;
        continue;
      }
      if (Part.What != Meaning::Kind::Construct || !Shapes.of(Part.Class).IsAggregate || !Part.Settings.empty() ||
          Part.Class->getCanonicalDecl() != Of->getCanonicalDecl() ||
          (!Part.Arguments.empty() && !Shapes.of(Of).Readers.empty())) {
        refuse(Rule::Unsupported, Init, "a base class initialised from an object cannot be converted",
               "write the base's members in braces, or assign them");
        return false;
      }
      for (NamedMeaning& Argument : Part.Arguments) M.Arguments.push_back(std::move(Argument));
      continue;
    }
    const std::size_t Before = M.Arguments.size();
    if (!flatten(M, Of, Shape, List->inits(), List->getRBraceLoc())) return false;
    if (M.Arguments.size() == Before || Shapes.of(Of).Readers.empty()) continue;
    refuse(Rule::Unsupported, Init,
           "the braces of a base whose initialisers read its members cannot be converted: " + quoted(Of) +
               " is made first, and its members are assigned after",
           "assign the members in statements of their own");
    return false;
  }
  // Of such a class no member is an argument: that of the reference is said alone.
  const bool MustRefer = llvm::any_of(Class->fields(), [](const FieldDecl* Field) {
    return Field->getType()->isReferenceType() && !Field->hasInClassInitializer();
  });
  for (const FieldDecl* Field : Class->fields()) {
    if (Field->isUnnamedBitField()) continue;
    if (Next >= Inits.size()) break;
    const Expr* Init = Inits[Next++];
    if (isImplicit(Init)) continue;
    const ArgumentShape* Argument = Shape.find(Field);
    if (Field->getType()->isReferenceType()) {
      refuse(Rule::Reference, Init,
             "the member " + quoted(Field) + " is a reference: what it would refer to ends when the object is built",
             "hold it by value, by std::unique_ptr or by std::shared_ptr");
      Complete = false;
      continue;
    }
    if (Argument == nullptr && llvm::is_contained(Shape.Hidden, Field)) {
      refuse(Rule::AmbiguousParameter, Init,
             "the member " + quoted(Field) + " of the base " + quoted(Class) +
                 " shares its name with another member of " + quoted(M.Class) +
                 ": an argument of that name would not be this one");
      Complete = false;
      continue;
    }
    if (Argument == nullptr && MustRefer) {
      Complete = false;
      continue;
    }
    if (Argument == nullptr && Shape.isReadAround(Field)) {
      refuse(Rule::Unsupported, Init,
             "an initialiser of " + quoted(Shape.Class) + " reads other members, and braces cannot give the member " +
                 quoted(Field) + " of a base by its name",
             "give " + quoted(Shape.Class) + " a constructor with a parameter for it");
      Complete = false;
      continue;
    }
    if (Argument == nullptr) {
      refuse(Rule::Unsupported, Init,
             (Field->getName().empty()
                  ? std::string("a member of an anonymous ") + (Field->getType()->isUnionType() ? "union" : "struct")
                  : "the member " + quoted(Field) + " of type '" + readableName(Field->getType()) + "'") +
                 " cannot be an argument of the configuration",
             Field->getName().empty()          ? "give the union or struct a name, and a member of that type"
             : Field->getType()->isArrayType() ? "make it a std::string or a std::array, or write the explicit form: a "
                                                 "function that returns run::Config"
                                               : "");
      Complete = false;
      continue;
    }
    // S{1, 2, 3}, where the first two are for one member: as an argument they need their own braces.
    if (isa<InitListExpr>(skipTransparent(Init)) && shapeOf(Field->getType()) == Shape::Value && !isBraced(Init, U) &&
        !Field->getType()->isConstantArrayType()) {
      refuse(Rule::Unsupported, Init,
             "the braces around what " + quoted(Field) + " is made from are left out: as an argument it needs them",
             "write them");
      if (const SourceLocation Behind =
              Lexer::getLocForEndOfToken(Init->getEndLoc(), 0, U.Sources, U.Context.getLangOpts());
          Init->getBeginLoc().isFileID() && Behind.isValid())
        Into.last().Fixes = {FixItHint::CreateInsertion(Init->getBeginLoc(), "{"),
                             FixItHint::CreateInsertion(Behind, "}")};
      Complete = false;
      continue;
    }
    Meaning Part = isTextArray(Field->getType())             ? literalText(Init, Field)
                   : Field->getType()->isConstantArrayType() ? list(Init, Field->getType())
                                                             : argument(Init, Field->getType());
    Part = cutToBits(std::move(Part), Init, Field);
    Complete &= !Part.isInvalid();
    if (!Part.isInvalid() && !Part.isUnset()) M.Arguments.push_back({Argument->Name, std::move(Part)});
  }
  return Complete;
}

Meaning Resolver::aggregate(const Expr* E, llvm::ArrayRef<Expr*> Inits) {
  Meaning M;
  M.What = Meaning::Kind::Construct;
  M.Source = E;
  M.Type = decayed(E->getType());
  M.Class = E->getType()->getAsCXXRecordDecl();
  if (isLocalDefinition(M.Class)) return {};
  if (!isNameable(M.Type)) {
    return isOfRecipe(M.Type, current().Definition)
               ? Meaning()  // reported already
               : refuse(Rule::Inaccessible, E,
                        "the class " + quoted(M.Class) + " cannot be named outside of its scope");
  }
  if (refuseDestructor(E, M.Class)) return {};
  const TargetShape& Shape = Shapes.of(M.Class);
  M.Target = spellTarget(Shape);
  useClass(M.Class);
  const auto* List = dyn_cast<InitListExpr>(E);
  llvm::SmallVector<QualType, 8> Types;
  for (const CXXBaseSpecifier& Base : M.Class->getDefinition()->bases()) Types.push_back(Base.getType());
  for (const FieldDecl* Field : M.Class->getDefinition()->fields())
    if (!Field->isUnnamedBitField()) Types.push_back(Field->getType());
  const llvm::SmallVector<const Expr*, 8> Given(Inits.begin(), Inits.end());
  for (unsigned I = 0; I < Given.size(); ++I)
    if (refuseChars(M.Class, Types, I, Given)) return {};
  // The class may hold one configured object that was copied: T{t} is t.
  if (!flatten(M, M.Class->getDefinition(), Shape, Inits, List != nullptr ? List->getRBraceLoc() : E->getEndLoc()))
    return {};
  if (Shape.FillAfter || M.Arguments.empty()) return M;
  // The object is made in one expression: what is left out in the middle is written there by its value, or not at all.
  const auto isUntold = [&](const ArgumentShape& Argument) {
    const auto* Field = dyn_cast<FieldDecl>(Argument.Declaration);
    if (Field == nullptr || !Field->hasInClassInitializer()) return false;
    return Field->getInClassInitializer() == nullptr || !spellExpression(Field->getInClassInitializer(), U);
  };
  if (!Shape.Readers.empty() && llvm::count_if(Shape.Arguments, isUntold) <= ir::kMostLeftOut) return M;
  for (const ArgumentShape& Argument : Shape.Arguments) {
    if (Argument.Name == M.Arguments.back().Name) break;
    if (llvm::any_of(M.Arguments, [&](const NamedMeaning& Given) { return Given.Name == Argument.Name; })) continue;
    if (!isUntold(Argument)) continue;
    return refuse(Rule::Unsupported, E,
                  "the initialiser of " + quoted(Argument.Declaration) + " has no value of its own, and '" +
                      M.Arguments.back().Name + "', which comes behind it, is given",
                  "give " + quoted(Argument.Declaration) + " a value, too");
  }
  return M;
}

}  // namespace autoconvert
