#include "Draft.h"

#include "DraftHead.h"
#include "Emit.h"
#include "Instances.h"
#include "Lower.h"
#include "Macros.h"
#include "Names.h"
#include "Parameters.h"
#include "Shorten.h"
#include "Templates.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Of several targets, the one that is known last.
struct Needed {
  unsigned Defined = 0;
  std::string Last;
};

Needed neededBy(const Unit& U, const std::vector<CheckedRecipe>& Recipes, const FoundRecipes& Asked,
                TargetShapes& Shapes) {
  std::vector<ir::Enumeration> Enumerations;
  Metadata Known;
  Needed All;
  const auto add = [&](unsigned Defined, const std::string& Name) {
    if (Defined > All.Defined) All = {Defined, "'" + Name + "'"};
  };
  for (const ir::Target& T : lowerTargets(U, Recipes, Asked, Shapes, Enumerations, Known)) add(T.Defined, T.Name);
  for (const ir::Enumeration& E : Enumerations) add(E.Defined, E.Name);
  for (const ir::FunctionName& F : lowerFunctions(U, Recipes, Known)) add(F.Defined, F.Name);
  return All;
}

class Drafting {
 public:
  Drafting(const Unit& Of, Inspection& I) : U(Of), Inspected(I) {}

  Draft Out;

  /// A function, or the instances of a template.
  void add(const std::vector<const CheckedRecipe*>& Checked, const std::vector<LoweredInstance>& Instances) {
    const FunctionDecl* Definition = writtenDefinition(Instances.front().Of);
    if (!isPrimary(Instances.front())) return;
    if (memberPattern(Instances.front().Of) != nullptr)
      return refuse(
          Rule::Unsupported, Definition,
          "'" + Definition->getNameAsString() + "' is a member of a class template, which cannot be rewritten",
          "leave it a recipe, in a header that is not rewritten; or make it a function template outside of "
          "the class");
    Disagreement Differ;
    std::optional<LoweredInstance> Whole = common(Instances, Differ);
    if (!Whole) return refuseInstances(Definition, Differ);
    std::vector<const FunctionDecl*> Declarations = writtenDeclarations(Instances.front().Of);
    for (const FunctionDecl* Declaration : Declarations) {
      NewTypes Types{named(Whole->Recipe.Result, Declaration), {}};
      for (const std::string& Handle : Whole->Handles) Types.Handles.push_back(named(Handle, Declaration));
      if (hasMarks(Types.Result) || llvm::any_of(Types.Handles, hasMarks)) return refuseUnnamed(Declaration);
      const FileID Where = fileOf(Declaration);
      if (U.Sources.isInSystemHeader(U.Sources.getExpansionLoc(Declaration->getLocation())))
        return refuse(
            Rule::Unsupported, Declaration,
            "'" + Definition->getNameAsString() + "' is declared in a system's header, which cannot be rewritten",
            "leave it a recipe, which run-autoconvert converts; or declare it in a header of the project");
      const DraftFile File{U, wordsIn(Where), fileDraft(Where), Inspected.All, Where};
      draftHead(File, Declaration, Types);
      if (Where != U.Sources.getMainFileID()) seesResult(Declaration, Types.Result);
      const auto known = [&](unsigned Offset) { return typesAt(Where, Offset, Instances, *Whole); };
      if (Definition->isTemplated()) draftInstantiations(File, Definition, known);
    }
    name(Whole->Recipe, Definition);
    if (llvm::any_of(Whole->Recipe.Changes,
                     [&](const ir::Change& C) { return hasMarks(emitChange(Whole->Recipe, C)); }))
      return refuseUnnamed(Definition);
    Shortener(Definition).shorten(Whole->Recipe);
    for (const ir::Change& C : Whole->Recipe.Changes) keepsDirectives(Definition, C.Where);
    // Calls of any of them are calls of it.
    for (const LoweredInstance& I : Instances)
      Out.Recipes.push_back({pathOf(U.Sources.getMainFileID()), identityOf(I.Of), Whole->Recipe});
    for (const CheckedRecipe* One : Checked)
      for (const FunctionDecl* Called : One->calledRecipes()) call(Called);
  }

  /// The companion's targets in front of what uses them: `Needs` says for each recipe where the last one that it needs
  /// is defined, `All.Defined` the same of the companion.
  void includeCompanion(const std::vector<CheckedRecipe>& Of, const std::vector<Needed>& Needs, const Needed& All,
                        const std::string& Companion) {
    for (const CheckedRecipe& Checked : Of) reachesKnown(Checked, Of);
    const FileID Main = U.Sources.getMainFileID();
    FileDraft& Into = fileDraft(Main);
    const DraftFile File{U, wordsIn(Main), Into, Inspected.All, Main};
    const bool HasLibrary = llvm::any_of(
        U.Includes, [](const Include& I) { return llvm::StringRef(I.Spelling).drop_front().starts_with("run/"); });
    if (!HasLibrary) Into.Includes.emplace_back("<run/run.h>");

    std::vector<std::pair<const FunctionDecl*, const Needed*>> InOrder;
    for (std::size_t I = 0; I < Of.size(); ++I)
      InOrder.emplace_back(writtenDefinition(Of[I].recipe().Definition), &Needs[I]);
    llvm::sort(InOrder, [&](const auto& A, const auto& B) {
      return U.Sources.isBeforeInTranslationUnit(A.first->getBeginLoc(), B.first->getBeginLoc());
    });
    // Each inclusion brings what is defined in front of it (see `emit`).
    std::optional<unsigned> Last;
    auto Present = U.OwnCompanions.begin();
    const auto passTo = [&](unsigned End) {
      while (Present != U.OwnCompanions.end() && File.offset(*Present) < End) Last = File.offset(*Present++);
    };
    for (const auto& [Recipe, Need] : InOrder) {
      passTo(File.offset(Recipe->getLocation()));
      if (Last && Need->Defined <= *Last) continue;
      const InclusionPlace At = placeInFrontOf(Recipe, File);
      if (Need->Defined >= At.Where) {
        refuseOrder(Recipe, *Need);
        continue;
      }
      Into.Edits.push_back({At.Where, At.Where, inclusionText(At, Companion, Into.Original)});
      Last = At.Where;
    }
    // Behind all recipes.
    bool IsLeft = All.Defined > Last.value_or(0);
    for (; Present != U.OwnCompanions.end(); ++Present) {
      if (!IsLeft) dropInclude(File, *Present);
      IsLeft = false;
    }
    if (IsLeft) {
      const InclusionPlace At = placeBehind(All.Defined, File);
      Into.Edits.push_back({At.Where, At.Where, inclusionText(At, Companion, Into.Original)});
    }
  }

 private:
  SourceLocation locationOf(unsigned Offset) const {
    return U.Sources.getLocForStartOfFile(U.Sources.getMainFileID()).getLocWithOffset(static_cast<int>(Offset));
  }

  void refuseInstances(const FunctionDecl* Template, const Disagreement& Differ) {
    const SourceLocation End = locationOf(Differ.Where.End == 0 ? 0 : Differ.Where.End - 1);
    Finding& F = Inspected.All.add(
        Rule::Unsupported, locationOf(Differ.Where.Begin), SourceRange(locationOf(Differ.Where.Begin), End),
        "the function template '" + Template->getNameAsString() + "' cannot be rewritten: " + Differ.Why);
    for (const auto& [Instance, Text] : Differ.Said)
      if (!Text.empty())
        F.Notes.push_back({Instance->getPointOfInstantiation(), "in '" + readableName(cast<NamedDecl>(Instance)) +
                                                                    "' it is " + Shortener(Template).shorten(Text)});
    F.Notes.push_back({Template->getLocation(),
                       "write a function for each set of arguments; or move it into a header that is not rewritten, it "
                       "stays a recipe there"});
  }

  void refuseUnnamed(const FunctionDecl* Template) {
    refuse(Rule::Unsupported, Template,
           "the function template '" + Template->getNameAsString() +
               "' cannot be rewritten: what it returns, takes or makes depends on a template parameter without a name",
           "give the parameter a name: template <class T> …");
  }

  // An explicit specialisation returns what its template does.
  bool isPrimary(const LoweredInstance& Of) {
    if (Of.Of->getTemplateSpecializationKind() != TSK_ExplicitSpecialization) return true;
    refuse(Rule::Unsupported, Of.Of,
           "the explicit specialisation '" + readableName(cast<NamedDecl>(Of.Of)) +
               "' cannot be rewritten: it returns what its template says",
           "write an ordinary function of that name, or an `if constexpr` in the template");
    return false;
  }

  /// What the instance that is asked for there returns and takes.
  std::optional<NewTypes> typesAt(FileID File, unsigned Offset, const std::vector<LoweredInstance>& Instances,
                                  const LoweredInstance& Whole) const {
    const LoweredInstance* Asked = nullptr;
    for (const LoweredInstance& I : Instances) {
      const auto [In, At] = U.Sources.getDecomposedLoc(U.Sources.getFileLoc(I.Of->getPointOfInstantiation()));
      if (In == File && At == Offset) Asked = &I;
    }
    if (Asked != nullptr) return NewTypes{Asked->Recipe.Result, Asked->Handles};
    const FunctionDecl* Written = writtenDefinition(Instances.front().Of);
    const bool IsOnly = llvm::count_if(Written->getDeclContext()->getRedeclContext()->lookup(Written->getDeclName()),
                                       [](const NamedDecl* D) { return isa<FunctionTemplateDecl>(D); }) == 1;
    if (!IsOnly) return NewTypes{};
    if (Instances.size() == 1) return NewTypes{Instances.front().Recipe.Result, Instances.front().Handles};
    NewTypes Types{Whole.Recipe.Result, Whole.Handles};
    if (hasMarks(Types.Result) || llvm::any_of(Types.Handles, hasMarks)) return std::nullopt;
    return Types;
  }

  // The companion of a rewritten file has the targets of what its functions make, and of the aggregates in them.
  void reachesKnown(const CheckedRecipe& Checked, const std::vector<CheckedRecipe>& All) {
    for (const CXXRecordDecl* Class : Checked.reached()) {
      const auto makes = [&](const CheckedRecipe& Other) { return llvm::is_contained(Other.classes(), Class); };
      if (Class->isAggregate() || llvm::any_of(All, makes) ||
          llvm::is_contained(Inspected.Found.Configurables, static_cast<const NamedDecl*>(Class)))
        continue;
      refuse(Rule::Unsupported, Checked.recipe().Definition,
             "'" + Checked.recipe().Definition->getNameAsString() + "' sets members of '" + Class->getNameAsString() +
                 "' through what holds it, and no recipe here makes one: its target would not be known",
             "annotate the class [[run::configurable]] in this file; or set them where the object is made");
    }
  }

  void refuse(Rule Id, const FunctionDecl* Where, const std::string& Message, const std::string& WayOut) {
    Finding& F = Inspected.All.add(Id, Where->getLocation(), SourceRange(Where->getLocation()), Message);
    F.Notes.push_back({Where->getLocation(), WayOut});
  }

  FileID fileOf(const Decl* D) const { return U.Sources.getFileID(U.Sources.getExpansionLoc(D->getLocation())); }

  std::string pathOf(FileID File) const {
    const auto Entry = U.Sources.getFileEntryRefForID(File);
    if (!Entry) return {};
    const llvm::StringRef Real = Entry->getFileEntry().tryGetRealPathName();
    return Real.empty() ? Entry->getName().str() : Real.str();
  }

  FileDraft& fileDraft(FileID File) {
    FileDraft& Of = Out.Files[pathOf(File)];
    if (Of.Original.empty()) Of.Original = U.Sources.getBufferData(File).str();
    return Of;
  }

  const std::vector<Word>& wordsIn(FileID File) {
    auto [At, IsNew] = Words.try_emplace(File);
    if (IsNew) At->second = wordsOf(File, U.Sources, U.Context.getLangOpts(), /*WithComments=*/false);
    return At->second;
  }

  // A directive within what is replaced would be lost.
  void keepsDirectives(const FunctionDecl* Recipe, ir::Extent Where) {
    const std::vector<Word>& All = wordsIn(U.Sources.getMainFileID());
    for (std::size_t I = wordAt(All, Where.Begin); I < All.size() && All[I].Begin < Where.End; ++I) {
      if (!All[I].BeginsLine || All[I].Text != "#") continue;
      const SourceLocation At =
          U.Sources.getLocForStartOfFile(U.Sources.getMainFileID()).getLocWithOffset(static_cast<int>(All[I].Begin));
      Finding& F = Inspected.All.add(Rule::Macro, At, SourceRange(At),
                                     "a directive stands in the middle of a construction of '" +
                                         Recipe->getNameAsString() + "', which cannot be rewritten around it");
      F.Notes.push_back({At, "choose between whole statements"});
      return;
    }
  }

  void call(const FunctionDecl* Called) {
    const FunctionDecl* First = Called->getFirstDecl();
    const FileID Where = fileOf(First);
    // Recipes of the file's own header are in the file's own companion.
    if (U.isInCompanion(First)) return;
    const auto Spelling = U.SpellingOf.find(pathOf(Where));
    if (Spelling == U.SpellingOf.end()) return;
    llvm::SmallString<128> Path(llvm::StringRef(Spelling->second).drop_front().drop_back());
    llvm::sys::path::replace_extension(Path, ".run.h");
    Out.Calls.push_back({pathOf(U.Sources.getMainFileID()), identityOf(Called),
                         Spelling->second.front() + Path.str().str() + Spelling->second.back()});
  }

  bool reaches(const std::string& From, llvm::function_ref<bool(llvm::StringRef)> Wanted) const {
    std::vector<std::string> Open = {From};
    llvm::StringSet<> Seen;
    for (std::size_t I = 0; I < Open.size(); ++I) {
      if (!Seen.insert(Open[I]).second) continue;
      if (Wanted(Open[I])) return true;
      const auto Includes = U.IncludesOf.find(Open[I]);
      if (Includes == U.IncludesOf.end()) continue;
      for (const auto& Included : Includes->second) Open.push_back(Included.first().str());
    }
    return false;
  }

  /// A header that declares the function must know what it returns now.
  void seesResult(const FunctionDecl* Declaration, const std::string& Result) {
    const FileID Where = fileOf(Declaration);
    const std::string Header = pathOf(Where);
    FileDraft& Into = fileDraft(Where);
    const auto include = [&](const std::string& Spelling) {
      if (!llvm::is_contained(Into.Includes, Spelling)) Into.Includes.push_back(Spelling);
    };
    if (!reaches(Header, [](llvm::StringRef Path) { return Path.ends_with("/run/config.h"); })) include("<run/run.h>");
    for (const Decl* Named : declarationsIn(Result, U.Context)) {
      bool IsKnown = false;
      std::string Spelling;
      for (const Decl* D : Named->redecls()) {
        const FileID At = fileOf(D);
        if (U.Sources.isInSystemHeader(U.Sources.getExpansionLoc(D->getLocation())) || At.isInvalid()) IsKnown = true;
        if (At == Where)
          IsKnown |= U.Sources.isBeforeInTranslationUnit(D->getLocation(), Declaration->getLocation());
        else
          IsKnown |= reaches(Header, [&](llvm::StringRef Path) { return Path == pathOf(At); });
        const auto Known = U.SpellingOf.find(pathOf(At));
        if (At != U.Sources.getMainFileID() && Known != U.SpellingOf.end()) Spelling = Known->second;
      }
      if (IsKnown) continue;
      if (!Spelling.empty()) {
        include(Spelling);
        continue;
      }
      Finding& F = Inspected.All.add(
          Rule::Unsupported, Declaration->getLocation(), SourceRange(Declaration->getLocation()),
          "the header that declares '" + Declaration->getNameAsString() + "' does not know what it returns then, '" +
              cast<NamedDecl>(Named)->getNameAsString() + "'");
      F.Notes.push_back({Named->getLocation(), "declare it in a header"});
    }
  }

  void dropInclude(const DraftFile& File, SourceLocation Where) {
    const llvm::StringRef Text = File.Into.Original;
    std::size_t Begin = Text.rfind('\n', File.offset(Where));
    Begin = Begin == llvm::StringRef::npos ? 0 : Begin + 1;
    std::size_t End = Text.find('\n', Begin);
    End = End == llvm::StringRef::npos ? Text.size() : End + 1;
    // One of two blank lines goes as well.
    const llvm::StringRef Behind = Text.substr(End);
    if (Text.take_front(Begin).ends_with("\n\n") && (Behind.empty() || Behind.starts_with("\n"))) --Begin;
    if (Text.take_front(Begin).ends_with("\r\n\r\n") && (Behind.empty() || Behind.starts_with("\r\n"))) Begin -= 2;
    File.Into.Edits.push_back({static_cast<unsigned>(Begin), static_cast<unsigned>(End), ""});
  }

  /// The namespaces around a declaration, from the innermost on; a::b, opened at once, is one.
  struct Surrounding {
    std::string Name;
    bool IsInline;
    unsigned Begin;
  };
  static std::vector<Surrounding> surroundings(const DraftFile& File, const Decl* D) {
    std::vector<Surrounding> Around;
    std::string Inner;
    for (const DeclContext* Scope = D->getLexicalDeclContext(); Scope != nullptr; Scope = Scope->getLexicalParent()) {
      const auto* Namespace = dyn_cast<NamespaceDecl>(Scope);
      if (Namespace == nullptr) continue;
      Inner = Namespace->getNameAsString() + (Inner.empty() ? "" : "::" + Inner);
      if (Namespace->isNested()) continue;
      Around.push_back({Namespace->isAnonymousNamespace() ? "" : Inner, Namespace->isInline(),
                        File.offset(Namespace->getBeginLoc())});
      Inner.clear();
    }
    return Around;
  }

  struct InclusionPlace {
    unsigned Where;
    std::vector<Surrounding> Around;
  };

  InclusionPlace placeInFrontOf(const FunctionDecl* Recipe, const DraftFile& File) {
    // A member's class must be complete where its function is defined, or the function be outside of it.
    const Decl* Outermost = Recipe;
    if (const FunctionTemplateDecl* Template = Recipe->getDescribedFunctionTemplate()) Outermost = Template;
    for (const DeclContext* Scope = Recipe->getLexicalDeclContext(); Scope != nullptr && !Scope->isFileContext();
         Scope = Scope->getLexicalParent())
      if (isa<CXXRecordDecl>(Scope) || isa<LinkageSpecDecl>(Scope)) Outermost = cast<Decl>(Scope);
    InclusionPlace At{beginOf(File, Outermost), surroundings(File, Outermost)};
    // Where nothing is between, in front of the namespace reads better.
    while (!At.Around.empty()) {
      const std::size_t Before = wordAt(File.Words, At.Where) - 1;
      if (File.Words[Before].Text != "{" || File.Words[Before].Begin < At.Around.front().Begin) break;
      At.Where = At.Around.front().Begin;
      At.Around.erase(At.Around.begin());
    }
    At.Where = outsideOfDirectives(File.Words, At.Where);
    At.Where = aboveComments(File.Into.Original, At.Where);
    return At;
  }

  /// Behind the declaration of the file that this is in.
  InclusionPlace placeBehind(unsigned Defined, const DraftFile& File) const {
    unsigned End = Defined;
    for (const Decl* D : U.Context.getTranslationUnitDecl()->decls())
      if (U.isInMainFile(D) && File.offset(D->getBeginLoc()) <= Defined)
        End = std::max(End, File.offset(U.Sources.getExpansionRange(D->getEndLoc()).getEnd()));
    const std::size_t Break = File.Into.Original.find('\n', End);
    return {static_cast<unsigned>(Break == std::string::npos ? File.Into.Original.size() : Break + 1), {}};
  }

  static std::string inclusionText(const InclusionPlace& At, const std::string& Companion, const std::string& Text) {
    std::string Out;
    for (const Surrounding& Of : At.Around) Out += "}  // namespace" + (Of.Name.empty() ? "" : " " + Of.Name) + "\n";
    Out += (Out.empty() ? "" : "\n") + std::string("#include \"") + Companion + "\"\n";
    std::string Open;
    for (const Surrounding& Of : At.Around)
      Open = (Of.IsInline ? "inline namespace " : "namespace ") + (Of.Name.empty() ? "" : Of.Name + " ") + "{\n" + Open;
    Out += "\n" + Open + (Open.empty() ? "" : "\n");
    const bool IsOnLine = At.Where == 0 || Text[At.Where - 1] == '\n';
    return (IsOnLine ? "" : "\n") + Out;
  }

  void refuseOrder(const FunctionDecl* Recipe, const Needed& Need) {
    const SourceLocation Later =
        U.Sources.getLocForStartOfFile(U.Sources.getMainFileID()).getLocWithOffset(static_cast<int>(Need.Defined));
    Finding& F = Inspected.All.add(Rule::Unsupported, Recipe->getLocation(), SourceRange(Recipe->getLocation()),
                                   "'" + Recipe->getNameAsString() + "' stands in front of the end of " + Need.Last +
                                       ", whose target must be known before the rewritten recipe");
    F.Notes.push_back({Later, isa<CXXMethodDecl>(Recipe) && !Recipe->isOutOfLine()
                                  ? "define the member function outside of its class, behind this"
                                  : "move the recipe behind this"});
  }

  // The comment of a function stays with it.
  static unsigned aboveComments(llvm::StringRef Text, unsigned At) {
    const auto lineBegin = [&](std::size_t Of) {
      const std::size_t Break = Text.take_front(Of).rfind('\n');
      return static_cast<unsigned>(Break == llvm::StringRef::npos ? 0 : Break + 1);
    };
    const unsigned Line = lineBegin(At);
    if (!Text.slice(Line, At).trim().empty()) return At;
    At = Line;
    while (At > 0) {
      const unsigned Previous = lineBegin(At - 1);
      const llvm::StringRef Said = Text.slice(Previous, At).trim();
      if (Said.starts_with("//")) {
        At = Previous;
      } else if (Said.ends_with("*/") && !Said.starts_with("#") &&
                 Text.take_front(At).rfind("/*") != llvm::StringRef::npos) {
        const unsigned Open = lineBegin(Text.take_front(At).rfind("/*"));
        if (!Text.substr(Open).ltrim().starts_with("/*")) return At;
        At = Open;
      } else {
        return At;
      }
    }
    return At;
  }

  // In front of the #if that it stands in, but for the guard of the header.
  static unsigned outsideOfDirectives(const std::vector<Word>& Words, unsigned At) {
    std::vector<unsigned> Open;
    for (std::size_t I = 0; I + 1 < Words.size() && Words[I].Begin < At; ++I) {
      if (!Words[I].BeginsLine || Words[I].Text != "#") continue;
      const llvm::StringRef Name = Words[I + 1].Text;
      const bool IsGuard = I == 0 && Name == "ifndef";
      if (Name.starts_with("if")) Open.push_back(IsGuard ? At : Words[I].Begin);
      if (Name == "endif" && !Open.empty()) Open.pop_back();
    }
    for (const unsigned Begin : Open) At = std::min(At, Begin);
    return At;
  }

  const Unit& U;
  Inspection& Inspected;
  std::map<FileID, std::vector<Word>> Words;
};

}  // namespace

Draft draft(const Unit& U, Inspection& Of, const std::string& Companion) {
  Drafting Into(U, Of);
  if (Of.Checked.empty()) return {};
  // Emission orders the recipes; the edits of a file are sorted later.
  std::vector<Needed> Needs;
  const auto MainText = mainText(U);
  llvm::MapVector<const FunctionDecl*, std::pair<std::vector<const CheckedRecipe*>, std::vector<LoweredInstance>>>
      Functions;
  // Each instance of a template may call another one of it.
  std::set<std::string> Rewritten;
  for (const CheckedRecipe& Checked : Of.Checked) Rewritten.insert(identityOf(Checked.recipe().Definition));
  for (const CheckedRecipe& Checked : Of.Checked) {
    Needs.push_back(neededBy(U, {Checked}, {}, Of.Shapes));
    const FunctionDecl* Function = Checked.recipe().Definition;
    LoweredInstance Instance{
        Function, std::move(lowerRecipes(U, {Checked}, Of.Shapes, Of.Form, "", MainText).front()), {}};
    checkOwnNames(Checked.recipe(), Instance.Recipe, /*InPlace=*/true, U, Of.All);
    for (unsigned I = 0; I < Function->getNumParams(); ++I) Instance.Handles.push_back(handleOf(Function, I, Of.Shapes));
    ir::callByName(Instance.Recipe, Rewritten);
    auto& [Recipes, Instances] = Functions[writtenDefinition(Function)];
    Recipes.push_back(&Checked);
    Instances.push_back(std::move(Instance));
  }
  for (const auto& [Written, Function] : Functions) Into.add(Function.first, Function.second);
  Into.includeCompanion(Of.Checked, Needs, neededBy(U, Of.Checked, Of.Found, Of.Shapes), Companion);
  return std::move(Into.Out);
}

}  // namespace autoconvert
