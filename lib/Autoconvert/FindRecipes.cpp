// AST => the annotated functions of the main file, of what shares its companion, or of all the user's files.
#include "Finding.h"
#include "Paths.h"
#include "Recipe.h"
#include "Templates.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

namespace {

class Finder {
 public:
  Finder(const Unit& Of, Scope S, Findings& Findings) : U(Of), Where(S), Into(Findings) {}

  FoundRecipes Found;

  void visit(const DeclContext* Scope) {
    for (const Decl* D : Scope->decls()) {
      if (D->isImplicit() || !isLookedAt(D)) continue;
      visitTags(D);
      if (const auto* Template = dyn_cast<FunctionTemplateDecl>(D)) {
        visitTemplate(Template);
      } else if (const auto* Member = dyn_cast<CXXMethodDecl>(D); Member != nullptr && Member->isTemplated()) {
        visitMember(Member);
      } else if (const auto* Function = dyn_cast<FunctionDecl>(D)) {
        visitFunction(Function);
      } else if (const auto* OfClasses = dyn_cast<ClassTemplateDecl>(D)) {
        visitDependent(OfClasses->getTemplatedDecl());
      } else if (const auto* Class = dyn_cast<CXXRecordDecl>(D)) {
        if (isConfigurable(Class) && Class->isThisDeclarationADefinition()) Found.Configurables.push_back(Class);
        // What is in an instance is found with its template.
        const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Class);
        if (Class->isDependentContext())
          visitDependent(Class);
        else if (Class->isThisDeclarationADefinition() && (Special == nullptr || Special->isExplicitSpecialization()))
          visit(Class);
      } else if (const auto* Inner = dyn_cast<DeclContext>(D)) {
        if (isa<NamespaceDecl>(D) || isa<LinkageSpecDecl>(D) || isa<ExportDecl>(D)) visit(Inner);
      }
    }
  }

 private:
  bool isLookedAt(const Decl* D) const {
    if (Where == Scope::MainFile) return U.isInMainFile(D);
    if (Where == Scope::Companion) return U.isInCompanion(D);
    return D->getLocation().isValid() && !U.Sources.isInSystemHeader(U.Sources.getExpansionLoc(D->getLocation()));
  }

  SourceLocation askedAt(const FunctionDecl* Instance) const {
    return U.Sources.getExpansionLoc(Instance->getPointOfInstantiation());
  }

  // A list of tags is written with commas.
  void checkTag(const Decl* D) {
    for (const std::string& Tag : tagsOf(D)) {
      if (!Tag.empty() && Tag.find(',') == std::string::npos) continue;
      Finding& F = Into.add(Rule::Attribute, D->getLocation(), SourceRange(D->getLocation()),
                            "the tag '" + Tag + "' is " + (Tag.empty() ? "empty" : "no name: a comma is in it"));
      F.Notes.push_back({D->getLocation(), "several tags are several strings: [[run::tag(\"a\", \"b\")]]"});
    }
  }
  void visitTags(const Decl* D) {
    if (isa<FieldDecl>(D)) checkTag(D);
    const FunctionDecl* Function = D->getAsFunction();
    if (Function == nullptr) return;
    if (isa<CXXMethodDecl>(Function)) checkTag(Function);
    for (const ParmVarDecl* Parameter : Function->parameters()) checkTag(Parameter);
  }

  void refuse(const FunctionDecl* Function, const std::string& Message, const std::string& WayOut = {}) {
    Finding& F = Into.add(Rule::RecipeKind, Function->getLocation(), SourceRange(Function->getLocation()), Message);
    if (!WayOut.empty()) F.Notes.push_back({Function->getLocation(), WayOut});
  }

  // Members that belong to an object, templates or not; said once, of the first declaration.
  bool refuseKind(const FunctionDecl* Function) {
    const auto* Method = dyn_cast<CXXMethodDecl>(Function);
    if (Method == nullptr || Method->isStatic()) return false;
    if (Function->getCanonicalDecl() != Function) return true;
    refuse(Function, isa<CXXConstructorDecl>(Function) ? "a constructor cannot be a recipe"
                     : isa<CXXDestructorDecl>(Function)
                         ? "a destructor cannot be a recipe"
                         : "the non-static member function '" + Function->getNameAsString() + "' cannot be a recipe");
    return true;
  }

  // Declared in a source, once, and nowhere defined.
  void refuseUndefined(const FunctionDecl* Function) {
    if (!isSource() || !U.isInMainFile(Function) || Function->isDefined() || Function->getCanonicalDecl() != Function ||
        Function->getMostRecentDecl() != Function)
      return;
    refuse(Function, "the recipe '" + Function->getNameAsString() + "' is declared here but defined nowhere",
           "define it in this file; where another file defines it, declare it in a header that both include");
  }

  bool refuseForm(const FunctionDecl* Function) {
    const std::string Name = "'" + Function->getNameAsString() + "'";
    const std::size_t Before = Into.size();
    // Nothing can name it when the program runs.
    if (Function->isConsteval())
      refuse(Function, "the consteval function " + Name + " cannot be a recipe", "make it constexpr or inline");
    else if (Function->isVariadic())
      refuse(Function, "the variadic function " + Name + " cannot be a recipe",
             "give each of its parameters a name and a type, or make it a function template with a pack");
    else if (Function->getReturnType()->isVoidType())
      refuse(Function, "the recipe " + Name + " returns void: there is nothing to configure",
             "let it return the object that it makes");
    return Into.size() != Before;
  }

  void report(const FunctionDecl* Function, const std::string& Message, const std::string& WayOut) {
    Finding& F = Into.add(Rule::Unsupported, Function->getLocation(), SourceRange(Function->getLocation()), Message);
    F.Notes.push_back({Function->getLocation(), WayOut});
  }

  void visitTemplate(const FunctionTemplateDecl* Template) {
    const FunctionDecl* Function = Template->getTemplatedDecl();
    if (recipeAttribute(Function) == nullptr || refuseKind(Function)) return;
    if (!Function->isThisDeclarationADefinition()) return refuseUndefined(Function);
    visitInstances(Function, instantiationsOf(Template, U.Sema), Template->getTemplateParameters(),
                   "instantiate it explicitly below, as in `template Model model<int>(int);`");
  }

  // A class template, a partial specialisation of one, or a class in one of them.
  void visitDependent(const CXXRecordDecl* Class) {
    for (const Decl* D : Class->decls()) {
      const FunctionDecl* Function = D->getAsFunction();
      if (const auto* Inner = dyn_cast<CXXRecordDecl>(D); Inner != nullptr && !D->isImplicit())
        visitDependent(Inner);
      else if (const auto* Classes = dyn_cast<ClassTemplateDecl>(D))
        visitDependent(Classes->getTemplatedDecl());
      else if (isa<FunctionTemplateDecl>(D) && recipeAttribute(Function) != nullptr && !refuseKind(Function))
        report(Function,
               "the member template '" + Function->getNameAsString() +
                   "' of a class template cannot be converted as a recipe",
               "make it a function template outside of the class");
      else if (const auto* Member = dyn_cast<CXXMethodDecl>(D))
        visitMember(Member);
    }
  }

  void visitMember(const CXXMethodDecl* Member) {
    if (recipeAttribute(Member) == nullptr || refuseKind(Member)) return;
    if (!Member->isThisDeclarationADefinition()) return refuseUndefined(Member);
    const CXXRecordDecl* Class = Member->getParent();
    const TemplateParameterList* Parameters = parametersOf(Class);
    if (Parameters == nullptr || Class->getDeclContext()->isDependentContext())
      return report(Member,
                    "the member function '" + Member->getNameAsString() +
                        "' of a class in a class template cannot be converted as a recipe",
                    "make it a function template outside of the class");
    visitInstances(
        Member, instantiationsOf(Member, U.Sema), Parameters,
        "instantiate its class explicitly below, as in `template class " + Class->getNameAsString() + "<int>;`");
  }

  void visitInstances(const FunctionDecl* Function, std::vector<const FunctionDecl*> Instances,
                      const TemplateParameterList* Parameters, const std::string& HowToAsk) {
    const std::string Name = "'" + Function->getNameAsString() + "'";
    // The header's part of the companion knows the types of the header alone.
    if (Where == Scope::Companion && !U.isInMainFile(Function))
      llvm::erase_if(Instances, [&](const FunctionDecl* I) { return U.Sources.isInMainFile(askedAt(I)); });
    if (Instances.empty()) {
      if (refuseForm(Function)) return;
      // A library's header may leave it to others to ask.
      Finding& F =
          Into.add(Rule::UnreachableRecipe, Function->getLocation(), SourceRange(Function->getLocation()),
                   "no instance of the recipe template " + Name + " is asked for here, so nothing is converted of it");
      F.Notes.push_back({Function->getLocation(), HowToAsk + ", or call it in another recipe of this file"});
      return;
    }
    if (const NamedDecl* Parameter = unboundParameter(Parameters))
      return report(Function,
                    "the template parameter '" + Parameter->getNameAsString() + "' of the recipe " + Name +
                        " cannot be converted: what it stands for has no name",
                    "write a recipe for each set of arguments, which calls a common function");
    for (const FunctionDecl* Instance : Instances) visitFunction(Instance);
  }

  void visitFunction(const FunctionDecl* Function) {
    // The later of two declarations decides, once.
    if (isConfigurable(Function) && Function->getMostRecentDecl() == Function && !Function->isTemplated())
      Found.Configurables.push_back(Function);
    if (recipeAttribute(Function) == nullptr) return;
    if (refuseKind(Function)) return;
    const std::string Name = "'" + Function->getNameAsString() + "'";
    const bool IsFirst = Function->getCanonicalDecl() == Function;
    if (Function->isMain())
      return refuse(Function, "'main' cannot be a recipe", "let it call one: run::autoconvert<recipe>()");
    if (Function->isDeleted())
      return refuse(Function, "the deleted function " + Name + " cannot be a recipe", "take the attribute away");
    if (!Function->isThisDeclarationADefinition()) {
      // Defined in this file: judged there. Declared in a header: the definition is in some other file.
      if (IsFirst && Function->getDefinition() == nullptr && !Function->isTemplated())
        Found.Declared.push_back(Function);
      return refuseUndefined(Function);
    }
    // The companion includes what it converts.
    if (Function->isInNamedModule())
      return refuse(Function, "the recipe " + Name + " belongs to a module: its companion cannot include that",
                    "define it in a header, which the module includes in front of its own declaration");
    if (refuseForm(Function)) return;
    RecipeOptions Options = *recipeOptions(Function);
    for (const Expr* Unknown : Options.Unknown) unknownWord(Unknown, Function);
    Found.Recipes.push_back({Function, std::move(Options)});
  }

  void unknownWord(const Expr* Unknown, const FunctionDecl* Function) {
    const std::string Text = argumentText(Unknown);
    const std::string Bare = argumentString(Unknown).value_or(Text);
    Finding& F =
        Into.add(Rule::Attribute, recipeAttribute(Function)->getLocation(), recipeAttribute(Function)->getRange(), "");
    const auto replace = [&](llvm::StringRef By) { return FixItHint::CreateReplacement(Unknown->getBeginLoc(), By); };
    if (llvm::is_contained(recipeWords(), Bare)) {
      F.Message = "the argument " + Text + " of [[run::autoconvert]] is a string: it is a word, " + Bare;
      F.Fixes.push_back(replace(Bare));
      return;
    }
    F.Message = "unknown argument '" + Bare + "' of [[run::autoconvert]]";
    for (const char* Word : recipeWords())
      if (llvm::StringRef(Bare).edit_distance(Word, /*AllowReplacements=*/true, /*MaxEditDistance=*/2) <= 2)
        F.Notes.push_back({Unknown->getBeginLoc(), "did you mean '" + std::string(Word) + "'?", {replace(Word)}});
  }

  bool isSource() const {
    const auto Main = U.Sources.getFileEntryRefForID(U.Sources.getMainFileID());
    return Main && !isHeader(Main->getName().str());
  }

  const Unit& U;
  Scope Where;
  Findings& Into;
};

}  // namespace

FoundRecipes findRecipes(const Unit& U, Findings& Into, Scope Where) {
  Finder Of(U, Where, Into);
  Of.visit(U.Context.getTranslationUnitDecl());
  return std::move(Of.Found);
}

}  // namespace autoconvert
