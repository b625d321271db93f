// A module for clang-tidy: each diagnostic of run-autoconvert is a check of the same name.
//
// The rules are those of the tool. They run once for a file, on the AST that clang-tidy has, and each check that is
// enabled says its own findings.
#include <memory>
#include <optional>
#include <utility>

#include "Attributes.h"
#include "Finding.h"
#include "Inspect.h"
#include "Parse.h"
#include "Policy.h"
#include "Touched.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace autoconvert {

namespace {

// clang-tidy has said the compiler's messages itself.
class SaidByTheHost : public CompilerMessages {
 public:
  bool hasErrors() const override { return false; }
  bool settle(const std::vector<SourceRange>&, bool, SourceLocation) override { return false; }
};

/// What the enabled checks of one file share.
class FileInspection {
 public:
  FileInspection() { forgetSema(); }

  /// Before the file is parsed; the first check that says so is enough.
  void begin(Preprocessor& Of) {
    if (PP != nullptr) return;
    PP = &Of;
    record(Of, Read);
  }

  /// After it. The same however often it is asked.
  const std::vector<Finding>& findings(ASTContext& Context) {
    if (!Found) Found = inspected(Context);
    return *Found;
  }

  /// What is wrong with the file's policy, said once.
  std::vector<std::string> takeMistakes() { return std::exchange(Mistakes, {}); }

 private:
  std::vector<Finding> inspected(ASTContext& Context) {
    Sema* Analyser = semaOf(Context);
    if (Analyser == nullptr) return {};  // there is no attribute of ours
    SourceManager& Sources = Context.getSourceManager();
    SaidByTheHost Messages;
    Unit U{std::move(Read), *Analyser, Context, *PP, Sources, Context.getDiagnostics(), Messages};
    const OptionalFileEntryRef Main = Sources.getFileEntryRefForID(Sources.getMainFileID());
    const Policy Rules = Main ? Policy::of(Main->getFileEntry().tryGetRealPathName(), Mistakes) : Policy();
    if (!Mistakes.empty()) return {};
    const PolicyInForce Held(Rules);
    Inspection Result = inspect(U, Main ? Main->getName().str() : std::string(), Scope::UserFiles);
    checkReach(U, Result);
    // What Clang could not read means nothing.
    if (U.Diags.hasErrorOccurred() && touchedBy(Result.Found).Everything) return {};
    return Result.All.inOrder(Sources);
  }

  std::vector<std::string> Mistakes;
  Preprocessor* PP = nullptr;
  Preprocessed Read;
  std::optional<std::vector<Finding>> Found;
};

class RunCheck : public tidy::ClangTidyCheck {
 public:
  RunCheck(StringRef Name, tidy::ClangTidyContext* Context, std::shared_ptr<FileInspection> Of)
      : ClangTidyCheck(Name, Context), Id(Name), File(std::move(Of)) {}

  bool isLanguageVersionSupported(const LangOptions& Options) const override { return Options.CPlusPlus; }

  void registerPPCallbacks(const SourceManager&, Preprocessor* PP, Preprocessor*) override { File->begin(*PP); }

  void registerMatchers(MatchFinder* Finder) override { Finder->addMatcher(translationUnitDecl(), this); }

  void check(const MatchFinder::MatchResult& Result) override {
    const SourceManager& Sources = *Result.SourceManager;
    const std::vector<Finding>& Findings = File->findings(*Result.Context);
    for (const std::string& Mistake : File->takeMistakes())
      configurationDiag("%0", DiagnosticIDs::Error) << StringRef(Mistake).rtrim();
    for (const Finding& F : Findings) {
      const RuleText& Text = textOf(F.Id);
      if (Id != Text.Id) continue;
      const SourceLocation Where = Sources.getFileLoc(F.Where);
      {
        // The texts are arguments: what they quote may look like a placeholder.
        DiagnosticBuilder Builder = diag(Where, "%0") << F.Message;
        if (F.Range.isValid()) Builder << CharSourceRange::getTokenRange(F.Range);
        for (const FixItHint& Fix : F.Fixes) Builder << Fix;
      }
      for (const Note& N : F.Notes) {
        DiagnosticBuilder Builder = diag(Sources.getFileLoc(N.Where), "%0", DiagnosticIDs::Note) << N.Text;
        for (const FixItHint& Fix : N.Fixes) Builder << Fix;
      }
      if (F.Notes.empty()) diag(Where, "%0", DiagnosticIDs::Note) << Text.WayOut;
    }
  }

 private:
  std::string Id;
  std::shared_ptr<FileInspection> File;
};

class RunModule : public tidy::ClangTidyModule {
 public:
  void addCheckFactories(tidy::ClangTidyCheckFactories& Factories) override {
    // The checks of a file are made for it and end with it; this module may end before.
    const auto Current = std::make_shared<std::weak_ptr<FileInspection>>();
    for (const RuleText& Rule : allRules())
      Factories.registerCheckFactory(Rule.Id, [Current](StringRef Name, tidy::ClangTidyContext* Context) {
        std::shared_ptr<FileInspection> File = Current->lock();
        if (File == nullptr) *Current = File = std::make_shared<FileInspection>();
        return std::make_unique<RunCheck>(Name, Context, std::move(File));
      });
  }
};

const tidy::ClangTidyModuleRegistry::Add<RunModule> AddModule("run-module", "Recipes that can be converted.");

}  // namespace

}  // namespace autoconvert
