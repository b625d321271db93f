// classes and functions that recipes use => targets, enumerations.
#include <map>
#include <set>
#include <tuple>

#include "Attributes.h"
#include "DefinedAt.h"
#include "Documentation.h"
#include "Lower.h"
#include "LowerArguments.h"
#include "Names.h"
#include "Overloads.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/Sema.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isDeprecated(const Decl* D) {
  for (; D != nullptr; D = dyn_cast_or_null<Decl>(D->getDeclContext()))
    if (D->isDeprecated()) return true;
  return false;
}

/// A word between an enumerator's name and its value is an attribute; where Clang sees none, the word is a macro, by
/// which another compiler may call it deprecated.
bool isDeprecatedSomewhere(const EnumConstantDecl* Constant, const Unit& U) {
  if (Constant->isDeprecated()) return true;
  if (Constant->getLocation().isMacroID()) return false;
  const auto Next = Lexer::findNextToken(Constant->getLocation(), U.Sources, U.Context.getLangOpts());
  return Next && Next->is(tok::raw_identifier);
}

/// Pointers and references to functions and arrays: as results, they are written around the function's name, or behind
/// it.
bool isWrittenBehindName(QualType Type) {
  const QualType Of = Type->getPointeeType();
  return Type->isMemberPointerType() || (!Of.isNull() && (Of->isFunctionType() || Of->isArrayType()));
}

/// What [[run::target("…")]] calls it, an instance of a template with its arguments; and the name in the source, where
/// that is another.
std::pair<std::string, std::string> namesOf(const NamedDecl* D) {
  const std::string Qualified = readableName(D);
  const std::string Said = targetName(D);
  if (Said.empty()) return {Qualified, ""};
  const std::string Name = Said + templateArguments(D);
  return {Name, Name == Qualified ? "" : Qualified};
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
    T.LeavesMembersOut = Shape.LeavesMembersOut;
    T.IsInMainFile = U.isInMainFile(Class);
    T.Defined = definedAt(U.Context.getCanonicalTagType(Class), U);
    T.IsPointer = Shape.Pointee != nullptr;
    if (T.IsPointer) T.Defined = std::max(T.Defined, endOf(Shape.Pointee, U));
    fill(T, Shape);
    T.IsReadable = T.IsAggregate && Shapes.isReadable(Class);
    addBases(T, Class);
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
    T.IsInMainFile = U.isInMainFile(Function);
    T.Defined = std::max(endOf(Function, U), definedAt(Function->getReturnType(), U));
    if (const TemplateArgumentList* Arguments = Function->getTemplateSpecializationArgs())
      T.Defined = std::max(T.Defined, definedAt(Arguments->asArray(), U));
    fill(T, Shape);
    if (const auto* Method = dyn_cast<CXXMethodDecl>(Function); Method != nullptr && !Method->isStatic())
      addObject(T, Method);
    // What holds the result may hold it as a base.
    const QualType Result = Function->getReturnType();
    const CXXRecordDecl* Made = objectOf(Result);
    if (Made == nullptr && Result->isPointerType()) Made = objectOf(Result->getPointeeType());
    if (Made != nullptr && Made->hasDefinition()) addBases(T, Made->getDefinition());
    Details.addTarget(T.Type, Function);
    Details.add(Result, U.Context);
    if (Made != nullptr && Shapes.onlyClaimsCopies(Made)) add(Made);
    finish(std::move(T), Shape);
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
    T.IsInMainFile = U.isInMainFile(Conversion) || (Made != nullptr && U.isInMainFile(Made));
    T.Defined = std::max(endOf(Conversion->getParent(), U), Made != nullptr ? endOf(Made, U) : 0);
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
    if (Made != nullptr && Made->hasDefinition()) addBases(T, Made->getDefinition());
    reach(From);
    if (Made != nullptr && Shapes.onlyClaimsCopies(Made)) add(Made);
    Ordered.push_back(std::move(T));
  }

  /// What a member function is called on is its first argument.
  void addObject(ir::Target& T, const CXXMethodDecl* Method) {
    const std::string Class = spell(cast<NamedDecl>(Method->getParent()));
    T.IsMember = true;
    T.Callee = T.Callee.substr(Class.size() + std::string_view("::").size());
    T.Defined = std::max(T.Defined, reach(U.Context.getCanonicalTagType(Method->getParent())));
    ir::TargetArgument Object;
    Object.Name = "object";
    Object.Types.push_back("::std::shared_ptr<" + std::string(Method->isConst() ? "const " : "") + Class + ">");
    Object.What = ir::TargetArgument::Kind::Parameter;
    for (ir::Signature& S : T.Signatures) {
      for (unsigned& Argument : S.Arguments) ++Argument;
      for (unsigned& Count : S.Ambiguous) ++Count;
      ++S.Required;
      S.Arguments.insert(S.Arguments.begin(), 0);
      S.Types.insert(S.Types.begin(), "const " + Object.Types.front() + "&");
      S.ListElements.insert(S.ListElements.begin(), "");
    }
    T.Arguments.insert(T.Arguments.begin(), std::move(Object));
  }

  /// Its name, and where that is declared.
  static void setName(ir::Target& T, const NamedDecl* D) {
    std::tie(T.Name, T.Qualified) = namesOf(D);
    const SourceManager& Sources = D->getASTContext().getSourceManager();
    const PresumedLoc Place = Sources.getPresumedLoc(Sources.getExpansionLoc(D->getLocation()));
    if (Place.isValid()) T.Where = {llvm::sys::path::filename(Place.getFilename()).str(), Place.getLine()};
  }

  void addBases(ir::Target& T, const CXXRecordDecl* Class) {
    for (const CXXRecordDecl* Base : publicBases(Class)) {
      T.Bases.push_back(spell(cast<NamedDecl>(Base)));
      Details.addBase(Base);
    }
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
      return definedAt(Type, U);
    }
    const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
    if (Class == nullptr || !Class->hasDefinition()) return 0;
    unsigned Defined = definedAt(Type, U);
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
    // Of one whose copy does not compile, the target says so, to whatever holds such objects.
    const bool IsSeen = Shapes.of(Class).IsAggregate || Shapes.onlyClaimsCopies(Class);
    if (isConfiguredClass(Class) && IsSeen && isNameable(Type) && !Class->fields().empty()) {
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
    E.IsInMainFile = U.isInMainFile(Enum);
    E.Defined = endOf(Enum, U);
    E.NamesDeprecated = isDeprecated(Enum) || llvm::any_of(Enum->enumerators(), [&](const EnumConstantDecl* Constant) {
                          return isDeprecatedSomewhere(Constant, U);
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
    T.Arguments = argumentsOf(Shape, Shapes, U);
    T.Signatures = signaturesOf(Shape);
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
  return argumentsOf(Shape, Shapes, U);
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
      std::tie(F.Name, F.Qualified) = namesOf(Function);
      F.Type = nameOfSpelled(spell(Type));
      F.Overload = nameOfSpelled(spellParameters(Function));
      F.NamesDeprecated = isDeprecated(Function);
      F.IsInMainFile = U.isInMainFile(Function);
      F.Defined = endOf(Function, U);
      Known.add(Type, U.Context);
      All.push_back(std::move(F));
    }
  }
  return All;
}

}  // namespace autoconvert
