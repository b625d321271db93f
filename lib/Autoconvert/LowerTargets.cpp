// classes and functions that recipes use => targets, enumerations.
#include <map>
#include <set>

#include "Attributes.h"
#include "BitFields.h"
#include "Defaults.h"
#include "Documentation.h"
#include "Lower.h"
#include "Names.h"
#include "Overloads.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isDeprecated(const Decl* D) {
  for (; D != nullptr; D = dyn_cast_or_null<Decl>(D->getDeclContext()))
    if (D->isDeprecated()) return true;
  return false;
}

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

/// Pointers and references to functions and arrays: as results, they are written around the function's name, or behind
/// it.
bool isWrittenBehindName(QualType Type) {
  const QualType Of = Type->getPointeeType();
  return Type->isMemberPointerType() || (!Of.isNull() && (Of->isFunctionType() || Of->isArrayType()));
}

class TargetLowering {
 public:
  TargetLowering(const Unit& Of, TargetShapes& S, std::vector<ir::Enumeration>& Enums, Metadata& M)
      : U(Of), Shapes(S), Enumerations(Enums), Details(M) {}

  std::vector<ir::Target> Ordered;

  void add(const CXXRecordDecl* Class) {
    if (Class->getDefinition() != nullptr) Class = Class->getDefinition();
    if (Done.insert(Class).second) add(Shapes.of(Class));
  }

  void add(const ConstructorInstance& Made) {
    if (DoneInstances.insert(Made).second) add(Shapes.of(Made.first, Made.second));
  }

  void add(const TargetShape& Shape) {
    const CXXRecordDecl* Class = Shape.Class;
    ir::Target T;
    T.Type = spellTarget(Shape);
    T.Result = spell(cast<NamedDecl>(Class));
    T.Object = T.Result;
    T.Callee = T.Result;
    setName(T, Class);
    T.IsAggregate = Shape.IsAggregate;
    T.FillAfter = Shape.FillAfter;
    T.IsByName = !Shape.Readers.empty() && !Shape.FillAfter;
    T.RequiredMembers = Shape.RequiredMembers;
    T.IsInMainFile = isMain(Class);
    T.Defined = definedAt(U.Context.getCanonicalTagType(Class));
    T.IsPointer = Shape.Pointee != nullptr;
    if (T.IsPointer) T.Defined = std::max(T.Defined, endOf(Shape.Pointee));
    fill(T, Shape);
    if (T.IsAggregate) {
      T.IsReadable = llvm::all_of(Shape.Arguments, [&](const ArgumentShape& A) {
        return A.Kind != ArgumentKind::Member || Shapes.isCopyable(A.Types.front());
      });
    }
    for (const CXXRecordDecl* Base : publicBases(Class)) {
      T.Bases.push_back(spell(cast<NamedDecl>(Base)));
      Details.addBase(Base);
    }
    T.IsAbstract = Class->isAbstract();
    T.OnlyClaimsCopies = Shapes.onlyClaimsCopies(Class);
    // The class's own target says so, to whatever makes such an object.
    if (T.OnlyClaimsCopies && Shape.Instance != nullptr) add(Class);
    Details.addTarget(T.Type, Class);
    Details.add(U.Context.getCanonicalTagType(Class), U.Context);
    finish(std::move(T), Shape);
  }

  void add(const FunctionDecl* Function) {
    Function = Function->getCanonicalDecl();
    if (!Done.insert(Function).second) return;
    if (const auto* Conversion = dyn_cast<CXXConversionDecl>(Function)) return addConversion(Conversion);
    const TargetShape& Shape = Shapes.of(Function);
    ir::Target T;
    T.Type = "::run::Fn<" + spellPointer(Function) + ">";
    // Elsewhere the function may be the only one of its name, and spelled without a cast.
    T.Identity = "Fn " + spell(cast<NamedDecl>(Function)) + " " + spell(Function->getType());
    T.Result = spell(Function->getReturnType());
    T.IsResultBehind = isWrittenBehindName(Function->getReturnType());
    if (Shape.Made != nullptr) T.Object = spell(cast<NamedDecl>(Shape.Made));
    T.Callee = spell(cast<NamedDecl>(Function));
    setName(T, Function);
    T.Doc = documentation(Function, U.Context);
    T.IsInMainFile = isMain(Function);
    T.Defined = std::max(endOf(Function), definedAt(Function->getReturnType()));
    if (const TemplateArgumentList* Arguments = Function->getTemplateSpecializationArgs())
      T.Defined = std::max(T.Defined, definedAt(Arguments->asArray()));
    fill(T, Shape);
    // What holds the result may hold it as a base.
    const QualType Result = Function->getReturnType();
    const CXXRecordDecl* Made = objectOf(Result);
    if (Made == nullptr && Result->isPointerType()) Made = objectOf(Result->getPointeeType());
    if (Made != nullptr && Made->hasDefinition())
      for (const CXXRecordDecl* Base : publicBases(Made->getDefinition())) {
        T.Bases.push_back(spell(cast<NamedDecl>(Base)));
        Details.addBase(Base);
      }
    Details.addTarget(T.Type, Function);
    Details.add(Result, U.Context);
    if (Made != nullptr && Shapes.onlyClaimsCopies(Made)) add(Made);
    finish(std::move(T), Shape);
  }

  std::vector<ir::TargetArgument> arguments(const TargetShape& Shape) {
    std::vector<ir::TargetArgument> Arguments;
    for (const ArgumentShape& Argument : Shape.Arguments) Arguments.push_back(argument(Argument, Shape));
    return Arguments;
  }

  /// What a program needs to call the recipe by name.
  void reachArguments(const FunctionDecl* Recipe) {
    Details.add(Recipe->getReturnType(), U.Context);
    if (Shapes.of(Recipe).signature(Recipe) == nullptr) return;
    for (const ArgumentShape& Argument : Shapes.of(Recipe).Arguments)
      for (const QualType Type : Argument.Types) {
        reach(Type);
        Details.add(Type, U.Context);
      }
  }

 private:
  // A conversion function makes its result from one object.
  void addConversion(const CXXConversionDecl* Conversion) {
    const QualType From = U.Context.getCanonicalTagType(Conversion->getParent());
    const QualType To = decayed(Conversion->getConversionType());
    const CXXRecordDecl* Made = To->getAsCXXRecordDecl();
    ir::Target T;
    T.Type = spellCall(Conversion);
    T.Result = spell(To);
    T.Callee = "static_cast<" + T.Result + ">";
    setName(T, Made != nullptr ? cast<NamedDecl>(Made) : Conversion);
    T.IsInMainFile = isMain(Conversion) || (Made != nullptr && isMain(Made));
    T.Defined = std::max(endOf(Conversion->getParent()), Made != nullptr ? endOf(Made) : 0);
    ir::TargetArgument Object;
    Object.Name = "object";
    Object.Types.push_back(spellArgument(From));
    Object.What = ir::TargetArgument::Kind::Parameter;
    T.Arguments.push_back(std::move(Object));
    ir::Signature Only;
    Only.Arguments = {0};
    Only.Required = 1;
    Only.Types.push_back(Conversion->isConst() ? "const " + spell(From) + "&" : spell(From));
    Only.ListElements.emplace_back();
    T.Signatures.push_back(std::move(Only));
    if (Made != nullptr && Made->hasDefinition())
      for (const CXXRecordDecl* Base : publicBases(Made->getDefinition()))
        T.Bases.push_back(spell(cast<NamedDecl>(Base)));
    reach(From);
    if (Made != nullptr && Shapes.onlyClaimsCopies(Made)) add(Made);
    Ordered.push_back(std::move(T));
  }

  // What [[run::target("…")]] says; instances of a template add their arguments to it.
  /// Its name, and where that is declared.
  static void setName(ir::Target& T, const NamedDecl* D) {
    const std::string Qualified = readableName(D);
    const std::string Said = targetName(D);
    T.Name = Said.empty() ? Qualified : Said + templateArguments(D);
    if (T.Name != Qualified) T.Qualified = Qualified;
    const SourceManager& Sources = D->getASTContext().getSourceManager();
    const PresumedLoc Place = Sources.getPresumedLoc(Sources.getExpansionLoc(D->getLocation()));
    if (Place.isValid()) T.Where = {llvm::sys::path::filename(Place.getFilename()).str(), Place.getLine()};
  }

  bool isMain(const Decl* D) const { return U.isInMainFile(D); }
  unsigned endOf(const Decl* D) const {
    return isMain(D) ? U.Sources.getFileOffset(U.Sources.getExpansionRange(D->getEndLoc()).getEnd()) : 0;
  }

  /// Where all that the type is made from is defined: templates, their arguments.
  unsigned definedAt(QualType Type) const {
    Type = U.Context.getBaseElementType(decayed(Type));
    while (Type->isPointerType()) Type = Type->getPointeeType();
    const TagDecl* Tag = Type->getAsTagDecl();
    if (Tag == nullptr) return 0;
    if (Tag->getDefinition() != nullptr) Tag = Tag->getDefinition();
    const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Tag);
    return std::max(endOf(Tag), Special == nullptr ? 0 : definedAt(Special->getTemplateArgs().asArray()));
  }
  unsigned definedAt(llvm::ArrayRef<TemplateArgument> Arguments) const {
    unsigned At = 0;
    for (const TemplateArgument& Argument : Arguments) {
      if (Argument.getKind() == TemplateArgument::Type) At = std::max(At, definedAt(Argument.getAsType()));
      if (Argument.getKind() == TemplateArgument::Declaration) At = std::max(At, endOf(Argument.getAsDecl()));
      if (Argument.getKind() == TemplateArgument::Integral) At = std::max(At, definedAt(Argument.getIntegralType()));
      if (Argument.getKind() == TemplateArgument::Pack) At = std::max(At, definedAt(Argument.pack_elements()));
    }
    return At;
  }

  void finish(ir::Target T, const TargetShape& Shape) {
    // Aggregates among the arguments come first, and with them what they need.
    for (const ArgumentShape& Argument : Shape.Arguments)
      for (const QualType Type : Argument.Types) {
        T.Defined = std::max(T.Defined, reach(Type));
        Details.add(Type, U.Context);
      }
    DefinedOf[T.Type] = T.Defined;
    Ordered.push_back(std::move(T));
  }

  /// Where the type and its target, if it has one, are known.
  unsigned reach(QualType Type) {
    Type = U.Context.getBaseElementType(decayed(Type));
    if (const auto* Enum = Type->getAsEnumDecl()) {
      addEnumeration(Enum);
      return definedAt(Type);
    }
    const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
    if (Class == nullptr || !Class->hasDefinition()) return 0;
    unsigned Defined = definedAt(Type);
    if (isInNamespace(Class, "std")) {
      for (const QualType Element : elementsOf(Type)) Defined = std::max(Defined, reach(Element));
      // The keys of a map and the elements of a set have names, too.
      if (const auto* Of = dyn_cast<ClassTemplateSpecializationDecl>(Class))
        if (const TemplateArgument& First = Of->getTemplateArgs()[0];
            First.getKind() == TemplateArgument::Type && First.getAsType()->isEnumeralType())
          Defined = std::max(Defined, reach(First.getAsType()));
      return Defined;
    }
    Class = Class->getDefinition();
    if (isConfiguredClass(Class) && Shapes.of(Class).IsAggregate && isNameable(Type) && !Class->fields().empty()) {
      add(Class);
      // Not known yet if it is among its own arguments.
      if (const auto Known = DefinedOf.find(spell(cast<NamedDecl>(Class))); Known != DefinedOf.end())
        Defined = std::max(Defined, Known->second);
    }
    return Defined;
  }

  void addEnumeration(const EnumDecl* Enum) {
    if (Enum->getDefinition() != nullptr) Enum = Enum->getDefinition();
    if (!Done.insert(Enum).second || isInNamespace(Enum, "std") || !isNameable(cast<NamedDecl>(Enum))) return;
    ir::Enumeration E;
    E.Type = spell(cast<NamedDecl>(Enum));
    E.Name = readableName(cast<NamedDecl>(Enum));
    E.IsInMainFile = isMain(Enum);
    E.Defined = endOf(Enum);
    E.NamesDeprecated = isDeprecated(Enum) || llvm::any_of(Enum->enumerators(), [](const EnumConstantDecl* Constant) {
                          return Constant->isDeprecated();
                        });
    for (const EnumConstantDecl* Constant : Enum->enumerators())
      E.Enumerators.push_back({Constant->getNameAsString(), spell(Constant)});
    Enumerations.push_back(std::move(E));
  }

  static bool namesDeprecated(const TargetShape& Shape) {
    const auto isDeprecatedType = [](QualType Type) {
      const auto* Tag = decayed(Type)->getAsTagDecl();
      return Tag != nullptr && isDeprecated(Tag);
    };
    const Decl* Of = Shape.Function != nullptr ? cast<Decl>(Shape.Function) : Shape.Class;
    return isDeprecated(Of) || llvm::any_of(Shape.Arguments, [&](const ArgumentShape& A) {
             return A.Declaration->isDeprecated() || llvm::any_of(A.Types, isDeprecatedType);
           });
  }

  void fill(ir::Target& T, const TargetShape& Shape) {
    T.NamesDeprecated = namesDeprecated(Shape);
    T.Arguments = arguments(Shape);
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
      T.Signatures.push_back(std::move(S));
    }
  }

  // Parameters by reference to const take a reference; all others take the object itself.
  static std::string access(QualType Type) {
    if (Type->isLValueReferenceType()) return spell(Type);
    return spell(decayed(Type));
  }

  // Of several constructors or setters, the first that says something.
  std::string docOf(const ArgumentShape& Argument, const TargetShape& Shape) {
    std::string Doc;
    if (Argument.Kind == ArgumentKind::Member || Argument.Kind == ArgumentKind::Field)
      return documentation(Argument.Declaration, U.Context);
    const auto Index = static_cast<unsigned>(&Argument - Shape.Arguments.data());
    for (const SignatureShape& Signature : Shape.Signatures) {
      const auto At = llvm::find(Signature.Arguments, Index);
      if (Doc.empty() && At != Signature.Arguments.end())
        Doc = documentation(Signature.Function, static_cast<unsigned>(At - Signature.Arguments.begin()), U.Context);
    }
    for (const CXXMethodDecl* Setter : Argument.Setters) {
      if (Doc.empty()) Doc = documentation(Setter, U.Context);
      if (Doc.empty()) Doc = documentation(Setter, 0, U.Context);
    }
    return Doc;
  }

  // Whichever constructor or setter says them.
  static std::vector<std::string> tagsOf(const ArgumentShape& Argument, const TargetShape& Shape) {
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

  ir::TargetArgument argument(const ArgumentShape& Argument, const TargetShape& Shape) {
    ir::TargetArgument A;
    A.Name = Argument.Name;
    A.IsBehind = Argument.IsBehind;
    for (const QualType Type : Argument.Types) A.Types.push_back(spellArgument(Type));
    A.Doc = docOf(Argument, Shape);
    A.Tags = tagsOf(Argument, Shape);
    switch (Argument.Kind) {
      case ArgumentKind::Parameter: {
        A.What = ir::TargetArgument::Kind::Parameter;
        if (Argument.Twin != nullptr) {
          A.IsField = true;
          A.Access = spell(decayed(Argument.Twin->getType()));
          A.Member = Argument.Twin->getNameAsString();
          A.IsAssigned = isAssigned(Argument.Twin->getType());
          A.IsRenewed = isRenewed(Argument.Twin);
        }
        setDefault(A, defaultOf(Argument, Shape, U));
        break;
      }
      case ArgumentKind::Member:
      case ArgumentKind::Field: {
        const auto* Field = cast<FieldDecl>(Argument.Declaration);
        A.What =
            Argument.Kind == ArgumentKind::Member ? ir::TargetArgument::Kind::Member : ir::TargetArgument::Kind::Field;
        A.Access = spellArgument(decayed(Field->getType()));
        A.IsAssigned = isAssigned(Field->getType()) || isAssignedByNumber(Field, Shape);
        A.IsRenewed = isRenewed(Field);
        A.Bits = bitsOf(Field);
        A.Member = Field->getNameAsString();
        if (Argument.Kind == ArgumentKind::Member)
          setDefault(A, defaultOf(Field, Shape, Shapes, U));
        else if (Shape.Class != nullptr && !Argument.IsBehind)  // what a function makes may begin with anything
          A.DefaultText = initialiserText(Field, U);
        break;
      }
      case ArgumentKind::Setter: {
        const auto* Method = cast<CXXMethodDecl>(Argument.Declaration);
        A.What = ir::TargetArgument::Kind::Setter;
        for (const CXXMethodDecl* Setter : Argument.Setters) {
          const QualType Type = Setter->getParamDecl(0)->getType();
          const QualType Element = listElement(Type);
          A.Calls.push_back({access(Type), Setter->getRefQualifier() == RQ_RValue,
                             Setter->hasAttr<WarnUnusedResultAttr>(), Setter->isConst(),
                             Element.isNull() ? "" : spell(Element)});
        }
        A.Member = Method->getNameAsString();
        break;
      }
    }
    return A;
  }

  // An object that may share its bytes with others is assigned all the same.
  bool isRenewed(const FieldDecl* Field) {
    return Shapes.hasDeprecatedAssignment(Field->getType()) && !Field->hasAttr<NoUniqueAddressAttr>();
  }

  static void setDefault(ir::TargetArgument& A, DefaultSource Source) {
    A.DefaultText = std::move(Source.Text);
    A.DefaultValue = std::move(Source.Value);
    A.IsDefaultOfObject = Source.IsOfObject;
    A.IsDefaultOfSome = Source.IsOfSome;
  }

  const Unit& U;
  TargetShapes& Shapes;
  std::vector<ir::Enumeration>& Enumerations;
  Metadata& Details;
  std::set<const Decl*> Done;
  std::map<std::string, unsigned> DefinedOf;  ///< by the types of the targets
  std::set<ConstructorInstance> DoneInstances;
};

}  // namespace

std::optional<std::vector<ir::TargetArgument>> lowerArguments(const Unit& U, const FunctionDecl* Recipe,
                                                              TargetShapes& Shapes) {
  const TargetShape& Shape = Shapes.of(Recipe->getCanonicalDecl());
  if (Shape.signature(Recipe->getCanonicalDecl()) == nullptr) return std::nullopt;
  // An initializer_list lives as long as the expression that it is written in: there is none.
  if (llvm::any_of(Recipe->parameters(), [](const ParmVarDecl* P) { return !listElement(P->getType()).isNull(); }))
    return std::nullopt;
  std::vector<ir::Enumeration> Enumerations;
  Metadata Known;
  return TargetLowering(U, Shapes, Enumerations, Known).arguments(Shape);
}

std::vector<ir::Target> lowerTargets(const Unit& U, const std::vector<CheckedRecipe>& Passed, const FoundRecipes& Asked,
                                     TargetShapes& Shapes, std::vector<ir::Enumeration>& Enumerations,
                                     Metadata& Known) {
  TargetLowering Lower(U, Shapes, Enumerations, Known);
  for (const CheckedRecipe& Checked : Passed) {
    for (const CXXRecordDecl* Class : Checked.classes()) Lower.add(Class);
    for (const CXXRecordDecl* Class : Checked.reached()) Lower.add(Class);
    for (const FunctionDecl* Function : Checked.functions()) Lower.add(Function);
    for (const ConstructorInstance& Made : Checked.constructors()) Lower.add(Made);
    Lower.reachArguments(Checked.recipe().Definition->getCanonicalDecl());
  }
  for (const ConstructorInstance& Made : Asked.Instances) Lower.add(Made);
  for (const NamedDecl* D : Asked.Configurables) {
    if (const auto* Class = dyn_cast<CXXRecordDecl>(D)) Lower.add(Class);
    if (const auto* Function = dyn_cast<FunctionDecl>(D)) Lower.add(Function);
  }
  return std::move(Lower.Ordered);
}

std::vector<ir::FunctionName> lowerFunctions(const Unit& U, const std::vector<CheckedRecipe>& Passed, Metadata& Known) {
  std::vector<ir::FunctionName> All;
  std::set<const FunctionDecl*> Done;
  for (const CheckedRecipe& Checked : Passed) {
    for (const FunctionDecl* Function : Checked.named()) {
      if (!Done.insert(Function).second) continue;
      ir::FunctionName F;
      const QualType Type = pointerTo(Function);
      F.Pointer = spellPointer(Function);
      F.Identity = spell(cast<NamedDecl>(Function)) + " " + spell(Function->getType());
      F.Qualified = readableName(cast<NamedDecl>(Function));
      const std::string Said = targetName(Function);
      F.Name = Said.empty() ? F.Qualified : Said + templateArguments(Function);
      if (F.Name == F.Qualified) F.Qualified.clear();
      F.Type = nameOfSpelled(spell(Type));
      F.Overload = nameOfSpelled(spellParameters(Function));
      F.NamesDeprecated = isDeprecated(Function);
      F.IsInMainFile = U.isInMainFile(Function);
      if (F.IsInMainFile)
        F.Defined = U.Sources.getFileOffset(U.Sources.getExpansionRange(Function->getEndLoc()).getEnd());
      Known.add(Type, U.Context);
      All.push_back(std::move(F));
    }
  }
  return All;
}

}  // namespace autoconvert
