#include "Parse.h"

#include <optional>

#include "Attributes.h"
#include "CompilerMessages.h"
#include "ExplicitForm.h"
#include "Flags.h"
#include "Foresee.h"
#include "Paths.h"
#include "Policy.h"
#include "TargetShape.h"
#include "Tokens.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Scope.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/thread.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isCompanion(llvm::StringRef Path) { return Path.ends_with(".run.h"); }

/// The real file system, but for the companions: whatever there is on disk, the companion of a header beside it
/// includes that header and nothing else, and there are no others. Neither is the main file's own.
class SourceFiles : public llvm::vfs::ProxyFileSystem {
 public:
  SourceFiles(llvm::IntrusiveRefCntPtr<FileSystem> Files, llvm::StringRef Main)
      : ProxyFileSystem(std::move(Files)), Own((llvm::sys::path::stem(Main) + ".run.h").str()) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine& Path) override {
    if (!isCompanion(Path.str())) return ProxyFileSystem::status(Path);
    const std::string Text = textOf(Path.str());
    if (Text.empty()) return std::make_error_code(std::errc::no_such_file_or_directory);
    const auto Id = Ids.try_emplace(Path.str(), llvm::vfs::getNextVirtualUniqueID()).first->second;
    return llvm::vfs::Status(Path, Id, {}, 0, 0, Text.size(), llvm::sys::fs::file_type::regular_file,
                             llvm::sys::fs::all_read);
  }

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine& Path) override {
    if (!isCompanion(Path.str())) return ProxyFileSystem::openFileForRead(Path);
    auto Status = status(Path);
    if (!Status) return Status.getError();
    return std::unique_ptr<llvm::vfs::File>(new Companion(*Status, textOf(Path.str())));
  }

 private:
  class Companion : public llvm::vfs::File {
   public:
    Companion(llvm::vfs::Status S, std::string T) : Known(std::move(S)), Text(std::move(T)) {}
    llvm::ErrorOr<llvm::vfs::Status> status() override { return Known; }
    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine& Name, int64_t, bool,
                                                                 bool) override {
      return llvm::MemoryBuffer::getMemBufferCopy(Text, Name);
    }
    std::error_code close() override { return {}; }

   private:
    llvm::vfs::Status Known;
    std::string Text;
  };

  std::string textOf(llvm::StringRef Path) {
    if (llvm::sys::path::filename(Path) == Own) return {};
    Path.consume_back(".run.h");
    for (const char* Extension : HeaderExtensions)
      if (const std::string Header = (Path + Extension).str(); ProxyFileSystem::exists(Header))
        return "#include \"" + llvm::sys::path::filename(Header).str() + "\"\n";
    return {};
  }

  std::string Own;
  llvm::StringMap<llvm::sys::fs::UniqueID> Ids;
};

bool isInCompanion(SourceLocation Where, const SourceManager& Sources, const Preprocessed& Known) {
  if (Sources.isInMainFile(Where)) return true;
  return Known.OwnHeader && Sources.getFileEntryRefForID(Sources.getFileID(Where)) == Known.OwnHeader;
}

class Recorder : public PPCallbacks {
 public:
  Recorder(const Preprocessor& Of, Preprocessed& P) : Reader(Of), Sources(Of.getSourceManager()), Into(P) {}

  void InclusionDirective(SourceLocation Hash, const Token&, llvm::StringRef Name, bool IsAngled, CharSourceRange,
                          OptionalFileEntryRef File, llvm::StringRef, llvm::StringRef, const Module*, bool,
                          SrcMgr::CharacteristicKind) override {
    std::string Spelling = IsAngled ? "<" + Name.str() + ">" : "\"" + Name.str() + "\"";
    // What a companion includes is its own header: "app/model.h" where "app/model.run.h" is included.
    if (const auto By = Sources.getFileEntryRefForID(Sources.getFileID(Hash)); By && isCompanion(By->getName()))
      if (const auto Known = CompanionSpellings.find(By->getName()); Known != CompanionSpellings.end()) {
        const llvm::StringRef Whole = Known->second;
        llvm::StringRef Stem = Whole.drop_front().drop_back();
        Stem.consume_back(".run.h");
        Spelling = Whole.front() + Stem.str() + llvm::sys::path::extension(Name).str() + Whole.back();
      }
    if (File) {
      const llvm::StringRef Real = File->getFileEntry().tryGetRealPathName();
      Into.SpellingOf.try_emplace(Real.empty() ? File->getName() : Real, Spelling);
      if (isOwnHeader(*File)) Into.OwnHeader = File;
      if (const auto By = Sources.getFileEntryRefForID(Sources.getFileID(Hash))) {
        const llvm::StringRef Includer = By->getFileEntry().tryGetRealPathName();
        Into.IncludesOf[Includer.empty() ? By->getName() : Includer].insert(Real.empty() ? File->getName() : Real);
      }
    }
    if (File && isCompanion(Name)) CompanionSpellings.try_emplace(File->getName(), Spelling);
    if (isCompanion(Name)) Into.Companions.try_emplace(llvm::sys::path::filename(Name), Hash);
    if (!isInCompanion(Hash, Sources, Into)) return;
    const OptionalFileEntryRef Main = Sources.getFileEntryRefForID(Sources.getMainFileID());
    const bool IsOwn =
        Main && llvm::sys::path::filename(Name) == (llvm::sys::path::stem(Main->getName()) + ".run.h").str();
    if (Sources.isInMainFile(Hash)) {
      if (IsOwn)
        Into.OwnCompanions.push_back(Hash);
      else
        Into.Includes.push_back({Spelling, Hash});
    } else if (IsOwn && Into.CompanionInHeader.isInvalid()) {
      Into.CompanionInHeader = Hash;
    }
  }

  void MacroExpands(const Token& Name, const MacroDefinition& Definition, SourceRange, const MacroArgs*) override {
    const SourceLocation Where = Sources.getExpansionLoc(Name.getLocation());
    if (Definition.getMacroInfo() == nullptr || !isInCompanion(Where, Sources, Into)) return;
    Into.MacroUses.push_back(
        {Name.getIdentifierInfo(), Definition.getMacroInfo(), Where, Name.getLocation().isFileID()});
  }

  void Ifdef(SourceLocation Where, const Token& Name, const MacroDefinition& Definition) override {
    ask(Name, Definition, Where);
  }
  void Ifndef(SourceLocation Where, const Token& Name, const MacroDefinition& Definition) override {
    ask(Name, Definition, Where);
  }
  void Elifdef(SourceLocation Where, const Token& Name, const MacroDefinition& Definition) override {
    ask(Name, Definition, Where);
  }
  void Elifndef(SourceLocation Where, const Token& Name, const MacroDefinition& Definition) override {
    ask(Name, Definition, Where);
  }
  void Defined(const Token& Name, const MacroDefinition& Definition, SourceRange) override {
    ask(Name, Definition, Sources.getExpansionLoc(Name.getLocation()));
  }
  void If(SourceLocation Where, SourceRange Condition, ConditionValueKind) override { evaluate(Where, Condition); }
  void Elif(SourceLocation Where, SourceRange Condition, ConditionValueKind, SourceLocation) override {
    evaluate(Where, Condition);
  }

  void SourceRangeSkipped(SourceRange Range, SourceLocation) override { Into.Skipped.push_back(Range); }

  bool FileNotFound(llvm::StringRef Name) override { return isCompanion(Name); }

 private:
  void ask(const Token& Name, const MacroDefinition& Definition, SourceLocation Where) {
    if (Name.getIdentifierInfo() == nullptr || !isInCompanion(Where, Sources, Into)) return;
    Into.MacroUses.push_back({Name.getIdentifierInfo(), Definition.getMacroInfo(), Where, false, true});
  }

  // Names that are no macros are zero there; if they become macros, they mean something else.
  void evaluate(SourceLocation Where, SourceRange Condition) {
    if (!isInCompanion(Where, Sources, Into) || Condition.isInvalid()) return;
    const LangOptions& Language = Reader.getLangOpts();
    const llvm::StringRef Text = Lexer::getSourceText(CharSourceRange::getCharRange(Condition), Sources, Language);
    for (const Word& W : wordsOf(Text, Language, /*WithComments=*/false)) {
      if (!isAsciiIdentifierStart(static_cast<unsigned char>(W.Text.front()))) continue;
      const IdentifierInfo* Name = Reader.getIdentifierInfo(W.Text);
      if (!Name->hasMacroDefinition()) Into.MacroUses.push_back({Name, nullptr, Where, false, true});
    }
  }

  bool isOwnHeader(FileEntryRef File) const {
    const auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID());
    return Main && Main->getDir() == File.getDir() &&
           haveOneCompanion(llvm::sys::path::filename(File.getName()).str(),
                            llvm::sys::path::filename(Main->getName()).str());
  }

  const Preprocessor& Reader;
  const SourceManager& Sources;
  Preprocessed& Into;
  llvm::StringMap<std::string> CompanionSpellings;
};

class Dependencies : public DependencyCollector {
 public:
  bool sawDependency(llvm::StringRef Name, bool, bool, bool IsModuleFile, bool IsMissing) override {
    return !IsModuleFile && !IsMissing && !isCompanion(Name) && !Name.starts_with("<");
  }
  bool needSystemDependencies() override { return true; }
};

class Consumer : public SemaConsumer {
 public:
  Consumer(CompilerInstance& Instance, HeldMessages& Held, const ParseRequest& R, llvm::function_ref<void(Unit&)> W)
      : CI(Instance), Messages(Held), Request(R), Work(W) {}

  void InitializeSema(Sema& S) override {
    Parsed.reset(new Unit{{},
                          S,
                          S.getASTContext(),
                          CI.getPreprocessor(),
                          CI.getSourceManager(),
                          CI.getDiagnostics(),
                          Messages,
                          Request.Inlined});
    record(CI.getPreprocessor(), *Parsed);
    // A header is read once, as its guard would have it, though it is the main file: what it includes may include it,
    // and so may what comes before it, a header to precompile or another one by -include.
    const SourceManager& Sources = CI.getSourceManager();
    if (const auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID());
        Main && isHeader(Main->getName().str()))
      CI.getPreprocessor().getHeaderSearchInfo().MarkFileIncludeOnce(*Main);
    foreseeTargets(S, *Parsed);
  }

  bool shouldSkipFunctionBody(Decl* D) override {
    const auto* Function = D->getAsFunction();
    if (Function == nullptr) return true;
    if (const auto* Method = dyn_cast<CXXMethodDecl>(D); Method != nullptr && isTriedInInstances(Method)) return false;
    const bool IsByHand = Parsed->includesCompanion() && Parsed->isInMainFile(Function) && isExplicitForm(Function);
    return !IsByHand && recipeAttribute(Function) == nullptr;
  }

  void HandleTranslationUnit(ASTContext& Context) override {
    // Sema has left its outermost scope. What is instantiated from now on may declare builtins, and needs one.
    Scope Outermost(nullptr, Scope::DeclScope, CI.getDiagnostics());
    Outermost.setEntity(Context.getTranslationUnitDecl());
    Sema& S = CI.getSema();
    S.TUScope = &Outermost;
    Work(*Parsed);
    S.TUScope = nullptr;
  }

 private:
  CompilerInstance& CI;
  HeldMessages& Messages;
  const ParseRequest& Request;
  llvm::function_ref<void(Unit&)> Work;
  std::unique_ptr<Unit> Parsed;
};

class Action : public ASTFrontendAction {
 public:
  Action(HeldMessages& Held, std::shared_ptr<Dependencies> Into, bool& IsParsed, const ParseRequest& R,
         llvm::function_ref<void(Unit&)> W)
      : Messages(Held), Read(std::move(Into)), Parsed(IsParsed), Request(R), Work(W) {}

  bool BeginInvocation(CompilerInstance& CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    CI.addDependencyCollector(Read);
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance& CI, llvm::StringRef) override {
    Parsed = true;
    return std::make_unique<Consumer>(CI, Messages, Request, Work);
  }

 private:
  HeldMessages& Messages;
  std::shared_ptr<Dependencies> Read;
  bool& Parsed;
  const ParseRequest& Request;
  llvm::function_ref<void(Unit&)> Work;
};

}  // namespace

void record(Preprocessor& By, Preprocessed& Into) {
  const SourceManager& Sources = By.getSourceManager();
  By.addPPCallbacks(std::make_unique<Recorder>(By, Into));
  By.setTokenWatcher([&](const Token& T) {
    if (!T.getLocation().isMacroID() || T.isAnnotation()) return;
    if (!isInCompanion(Sources.getExpansionLoc(T.getLocation()), Sources, Into)) return;
    const IdentifierInfo* Name = T.getIdentifierInfo();
    Into.MacroTokens.push_back({T.getLocation(), By.getSpelling(T), Name != nullptr && Name->hasMacroDefinition()});
  });
}

bool Unit::isInMainFile(const Decl* D) const { return Sources.isInMainFile(Sources.getExpansionLoc(D->getLocation())); }

bool Unit::isInCompanion(SourceLocation Where) const { return autoconvert::isInCompanion(Where, Sources, *this); }

bool Unit::isInCompanion(const Decl* D) const { return isInCompanion(Sources.getExpansionLoc(D->getLocation())); }

static ParseOutcome parseHere(const ParseRequest& Request, llvm::function_ref<void(Unit&)> Work) {
  const llvm::PrettyStackTraceFormat Crashed("reading '%s'", Request.File.c_str());
  ParseOutcome Outcome;
  std::vector<std::string> Mistakes;
  const Policy Rules = Policy::of(Request.File, Mistakes);
  if (!Mistakes.empty()) {
    Outcome.HasPolicy = false;
    for (const std::string& Mistake : Mistakes) {
      Outcome.Issues.emplace_back();
      Outcome.Issues.back().Message = llvm::StringRef(Mistake).rtrim().str();
      Outcome.Issues.back().Rendered = Mistake;
    }
    return Outcome;
  }
  const PolicyInForce Held(Rules);
  auto Files = llvm::makeIntrusiveRefCnt<SourceFiles>(llvm::vfs::createPhysicalFileSystem(), Request.File);
  if (!Request.WorkingDirectory.empty()) Files->setCurrentWorkingDirectory(Request.WorkingDirectory);
  auto Manager = llvm::makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), Files);
  auto Read = std::make_shared<Dependencies>();
  const std::string& Folder = Request.WorkingDirectory;
  HeldMessages Messages(!Folder.empty() && absolutePath(Folder) != currentFolder());
  forgetSema();
  tooling::ToolInvocation Invocation(
      commandLine(Request.File, Request.Flags, Request.WorkingDirectory, Outcome.DroppedFlags),
      std::make_unique<Action>(Messages, Read, Outcome.Parsed, Request, Work), Manager.get());
  Invocation.setDiagnosticConsumer(&Messages);
  Invocation.run();
  Outcome.Issues = Messages.take();
  Outcome.Dependencies.assign(Read->getDependencies().begin(), Read->getDependencies().end());
  if (!Rules.file().empty()) Outcome.Dependencies.push_back(Rules.file());
  return Outcome;
}

// Whatever reads an expression calls itself for what is in that. Clang goes on with another stack where one is full;
// those who work on its tree have one that is large enough for what it can read.
ParseOutcome parse(const ParseRequest& Request, llvm::function_ref<void(Unit&)> Work) {
  constexpr std::optional<unsigned> StackSize = 256U << 20U;  // of addresses: only what is used takes memory
  ParseOutcome Outcome;
  const void* const Told = llvm::SavePrettyStackState();
  llvm::thread Reader(StackSize, [&] {
    llvm::RestorePrettyStackState(Told);  // what a crash says
    Outcome = parseHere(Request, Work);
  });
  Reader.join();
  return Outcome;
}

}  // namespace autoconvert
