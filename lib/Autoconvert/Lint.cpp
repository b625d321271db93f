#include "Lint.h"

#include <map>
#include <set>
#include <tuple>

#include "Baseline.h"
#include "Commands.h"
#include "FileRange.h"
#include "Finding.h"
#include "Fix.h"
#include "Inspect.h"
#include "Output.h"
#include "Parse.h"
#include "Paths.h"
#include "Suppress.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"

namespace autoconvert {

namespace {

/// Where something is said, and what: whatever path leads to the file.
using Place = std::tuple<std::string, unsigned, unsigned, std::string, std::string>;

struct FileTask {
  std::string File;
  Command How;
  std::string Problem;  ///< why it cannot be read; empty if it can
};

struct FileResult {
  Status Ends = Status::Unusable;
  std::vector<Issue> Issues;
  std::vector<std::string> DroppedFlags;
  std::vector<Place> Suppressed;
  std::vector<std::string> Listed;  ///< files that were read and that the baseline has entries of
};

Issue problem(const std::string& Text) {
  Issue I;
  I.Id = CompilerErrorId;
  I.Message = Text;
  I.Rendered = "run-autoconvert: error: " + Text + "\n";
  return I;
}

std::vector<FileTask> plan(const LintRequest& Request, const Commands& Build) {
  std::vector<FileTask> Tasks;
  for (const std::string& File : Request.Files.empty() ? Build.files() : Request.Files) {
    FileTask Task{File, {}, {}};
    if (!llvm::sys::fs::exists(File)) {
      Task.Problem = "no such file: '" + File + "'";
    } else if (llvm::sys::fs::is_directory(File)) {
      Task.Problem = "'" + File + "' is a directory";
    } else if (!Request.Build.empty() && Build.find(File, Task.How, Task.Problem)) {
      // The compile command may belong to another folder.
      Task.File = absolutePath(File);
    }
    Task.How.Flags.insert(Task.How.Flags.end(), Request.Flags.begin(), Request.Flags.end());
    Tasks.push_back(std::move(Task));
  }
  return Tasks;
}

FileResult check(const FileTask& Task, const Baseline& Old) {
  FileResult Result;
  if (!Task.Problem.empty()) {
    Result.Issues.push_back(problem(Task.Problem));
    return Result;
  }
  ParseOutcome Outcome = parse({Task.File, Task.How.Flags, Task.How.WorkingDirectory}, [&](Unit& U) {
    Inspection Of = inspect(U, Task.File, Scope::UserFiles);
    checkReach(U, Of);
    Result.Ends = settle(U, Of);
    for (const Finding& F : Of.All.inOrder(U.Sources)) {
      const RuleText& Text = textOf(F.Id);
      const clang::SourceLocation Where = U.Sources.getFileLoc(F.Where);
      if (!Text.IsWarning || !suppressionOf(Where, Text.Id, U.Sources).Covers) continue;
      const FileRange At = fileRangeOf(clang::CharSourceRange::getTokenRange(Where), U.Sources);
      Result.Suppressed.emplace_back(At.File, At.Line, At.Column, Text.Id, F.Message);
    }
  });
  for (const std::string& Read : Outcome.Dependencies) {
    llvm::SmallString<256> Path(Read);
    llvm::sys::path::make_absolute(Task.How.WorkingDirectory.empty() ? currentFolder() : Task.How.WorkingDirectory,
                                   Path);
    if (Old.lists(Path.str().str())) Result.Listed.push_back(Path.str().str());
  }
  Result.Issues = std::move(Outcome.Issues);
  Result.DroppedFlags = std::move(Outcome.DroppedFlags);
  if (!Outcome.Parsed && Outcome.HasPolicy)
    Result.Issues.push_back(problem("cannot read '" + Task.File + "' with these flags"));
  return Result;
}

// Each file's result stands where the file does, whoever is done first.
std::vector<FileResult> checkAll(const std::vector<FileTask>& Tasks, const Baseline& Old, unsigned Jobs) {
  std::vector<FileResult> Results(Tasks.size());
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(Jobs));
  for (std::size_t I = 0; I < Tasks.size(); ++I) Pool.async([&, I] { Results[I] = check(Tasks[I], Old); });
  Pool.wait();
  return Results;
}

// A header's findings come with each file that includes it.
Report merged(std::vector<FileResult> Results) {
  Report R;
  R.Files = static_cast<unsigned>(Results.size());
  std::set<Place> Said;
  std::map<std::string, std::string> RealPaths;
  const auto isNew = [&](Place At) {
    const auto [Known, IsFirst] = RealPaths.try_emplace(std::get<0>(At));
    if (IsFirst) Known->second = realPath(std::get<0>(At));
    std::get<0>(At) = Known->second;
    return Said.insert(std::move(At)).second;
  };
  for (FileResult& Result : Results) {
    for (Place& At : Result.Suppressed) R.Suppressed += isNew(std::move(At)) ? 1U : 0U;
    if (Result.Ends == Status::Unusable) ++R.Unreadable;
    for (Issue& I : Result.Issues)
      if (isNew({I.Where.File, I.Where.Line, I.Where.Column, I.Id, I.Message})) R.Issues.push_back(std::move(I));
  }
  return R;
}

void noteDroppedFlags(const std::vector<FileResult>& Results) {
  std::set<std::string> Flags;
  for (const FileResult& Result : Results) Flags.insert(Result.DroppedFlags.begin(), Result.DroppedFlags.end());
  for (const std::string& Flag : Flags)
    llvm::errs() << "run-autoconvert: note: left out a flag that Clang does not know: " << Flag << "\n";
}

}  // namespace

Status lint(const LintRequest& Request) {
  std::string Problem;
  Commands Build;
  if (Request.Files.empty() && Request.Build.empty())
    return unusable("name the files, or with -p the build folder whose files are meant");
  if (!Request.Build.empty() && !Build.load(Request.Build, Problem)) return unusable(Problem);
  Baseline Old;
  if (!Request.Baseline.empty() && !Old.read(Request.Baseline, Problem)) return unusable(Problem);

  const std::vector<FileTask> Tasks = plan(Request, Build);
  std::vector<FileResult> Results = checkAll(Tasks, Old, Request.Jobs);
  std::set<std::string> Checked;
  for (const FileTask& Task : Tasks) Checked.insert(Task.File);
  for (const FileResult& Result : Results) Checked.insert(Result.Listed.begin(), Result.Listed.end());
  noteDroppedFlags(Results);
  Report R = merged(std::move(Results));
  // What the compiler says is no finding: it is said again until it is mended.
  const auto isFinding = [](const Issue& I) { return I.Id != CompilerErrorId; };

  if (!Request.WriteBaseline.empty()) {
    std::vector<Issue> Findings;
    llvm::copy_if(R.Issues, std::back_inserter(Findings), isFinding);
    if (std::string Error = writeBaseline(Request.WriteBaseline, Findings); !Error.empty()) return unusable(Error);
    R.Old = static_cast<unsigned>(Findings.size());
    llvm::erase_if(R.Issues, isFinding);
  } else if (!Request.Baseline.empty()) {
    const std::size_t Before = R.Issues.size();
    llvm::erase_if(R.Issues, [&](const Issue& I) { return isFinding(I) && Old.takes(I); });
    R.Old = static_cast<unsigned>(Before - R.Issues.size());
    if (const unsigned Gone = Old.left(Checked); Gone != 0)
      llvm::errs() << "run-autoconvert: note: " << Gone << " of the findings in '" << Request.Baseline
                   << "' are gone: write it again with --write-baseline\n";
  }

  if (Request.Fix) {
    const std::size_t Before = R.Issues.size();
    Mended By = mended(std::move(R.Issues));
    if (By.Problem.empty()) By.Problem = writeAll(By.Files);
    if (!By.Problem.empty()) return unusable(By.Problem);
    R.Issues = std::move(By.Left);
    R.Fixed = static_cast<unsigned>(Before - R.Issues.size());
  }

  if (Request.Output.empty()) {
    llvm::outs() << render(R, Request.As);
    llvm::outs().flush();
  } else if (std::string Error = writeIfChanged(Request.Output, render(R, Request.As)); !Error.empty()) {
    return unusable(Error);
  }
  llvm::errs() << "run-autoconvert: " << summary(R) << "\n";
  if (R.Unreadable != 0) return Status::Unusable;
  return llvm::any_of(R.Issues, [](const Issue& I) { return I.IsError; }) ? Status::Refused : Status::Done;
}

}  // namespace autoconvert
