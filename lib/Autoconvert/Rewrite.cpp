#include "Rewrite.h"

#include <algorithm>
#include <set>

#include "Draft.h"
#include "Emit.h"
#include "Lower.h"
#include "Output.h"
#include "Parse.h"
#include "Paths.h"
#include "TextEdits.h"
#include "Tokens.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace autoconvert {

namespace {

// For what is read as words alone.
LangOptions cpp() {
  LangOptions Language;
  Language.CPlusPlus = Language.LineComment = true;
  return Language;
}

// The companion comes in the middle of the header, and could not have what the source defines.
Status bothInclude(const std::string& File, const std::string& Other) {
  return unusable("'" + File + "' and '" + Other +
                  "' have one companion, and would both include it for functions of their own: move the functions and "
                  "recipes of one into the other, give one of the files another name, or rewrite the source alone");
}

/// The source beside the header that includes their companion for itself, if there is one.
std::string sourceThatIncludes(const std::string& Companion, const std::string& Header) {
  const LangOptions Language = cpp();
  for (const char* Extension : SourceExtensions) {
    llvm::SmallString<256> Source(Header);
    llvm::sys::path::replace_extension(Source, Extension);
    const auto Text = llvm::MemoryBuffer::getFile(Source);
    if (!Text) continue;
    const std::vector<Word> Words = wordsOf((*Text)->getBuffer(), Language, /*WithComments=*/false);
    for (std::size_t I = 2; I < Words.size(); ++I) {
      llvm::StringRef Named = Words[I].Text;
      if (Words[I - 1].Text == "include" && Words[I - 2].Text == "#" && Named.consume_front("\"") &&
          Named.consume_back("\"") && llvm::sys::path::filename(Named) == llvm::sys::path::filename(Companion))
        return Source.str().str();
    }
  }
  return {};
}

/// Reads one file and adds what rewriting it changes. `Inlined`: see Unit; if there are none yet, a file with recipes
/// that will be adds only those, to `Nodes`.
Status read(const Job& J, const std::set<std::string>& Inlined, std::set<std::string>& Nodes, Draft& Into) {
  if (!llvm::sys::fs::exists(J.File)) return unusable("no such file: '" + J.File + "'");
  if (llvm::sys::fs::is_directory(J.File)) return unusable("'" + J.File + "' is a directory");
  llvm::SmallString<256> File(J.File);
  if (!J.WorkingDirectory.empty()) llvm::sys::fs::make_absolute(File);
  llvm::SmallString<128> Companion(nameBelow(J.Base, J.File));
  llvm::sys::path::replace_extension(Companion, ".run.h");

  Status Result = Status::Unusable;
  const bool IsFirst = Inlined.empty();
  Draft Found;
  std::string Includer;
  const ParseOutcome Outcome = parse({File.str().str(), J.Flags, J.WorkingDirectory, Inlined}, [&](Unit& U) {
    Inspection Of = inspect(U, J.File);
    bool HasNodes = false;
    for (const CheckedRecipe& Checked : Of.Checked) {
      if (!IsFirst || !Checked.recipe().Options.NoInline) continue;
      Nodes.insert(identityOf(Checked.recipe().Definition));
      HasNodes = true;
    }
    if (!Of.All.hasErrors() && !HasNodes) Found = draft(U, Of, Companion.str().str());
    if (U.CompanionInHeader.isValid())
      Includer = llvm::sys::path::remove_leading_dotslash(U.OwnHeader->getName()).str();
    Result = settle(U, Of);
  });
  // Of what is read twice, everything has been said.
  if (IsFirst || Result != Status::Done) {
    for (const Issue& I : Outcome.Issues) llvm::errs() << I.Rendered;
    for (const std::string& Flag : Outcome.DroppedFlags)
      llvm::errs() << "run-autoconvert: note: left out a flag that Clang does not know: " << Flag << "\n";
  }
  if (!Outcome.Parsed) return unusable("cannot read '" + J.File + "' with these flags");
  if (Result == Status::Done && !Found.Recipes.empty()) {
    if (const std::string Other =
            isHeader(J.File) ? sourceThatIncludes(Companion.str().str(), File.str().str()) : std::string();
        !Other.empty())
      return bothInclude(J.File, relativePath(Other, currentFolder()));
    if (Includer.empty()) Includer = Into.Includers.try_emplace(Companion.str().str(), J.File).first->second;
    if (Includer != J.File) return bothInclude(J.File, Includer);
  }
  for (auto& [Path, Of] : Found.Files) {
    FileDraft& Whole = Into.Files[realPath(Path)];
    if (!Whole.Original.empty() && Whole.Original != Of.Original)
      return unusable("'" + Path + "' changed while it was read");
    Whole.Original = std::move(Of.Original);
    Whole.Edits.insert(Whole.Edits.end(), Of.Edits.begin(), Of.Edits.end());
    for (std::string& Include : Of.Includes)
      if (std::find(Whole.Includes.begin(), Whole.Includes.end(), Include) == Whole.Includes.end())
        Whole.Includes.push_back(std::move(Include));
  }
  for (RecipeDraft& R : Found.Recipes) {
    R.File = realPath(R.File);
    Into.Recipes.push_back(std::move(R));
  }
  for (CallDraft& C : Found.Calls) {
    C.File = realPath(C.File);
    Into.Calls.push_back(std::move(C));
  }
  return Result;
}

// What is replaced may hold comments in places that the new text has not: they stand in front of it.
std::string withComments(llvm::StringRef Old, std::string New) {
  const LangOptions Language = cpp();
  std::vector<std::string> Kept;
  for (const Word& W : wordsOf(New, Language, /*WithComments=*/true))
    if (W.IsComment) Kept.push_back(W.Text.str());
  std::string Lost;
  for (const Word& W : wordsOf(Old, Language, /*WithComments=*/true)) {
    if (!W.IsComment) continue;
    if (const auto Found = std::find(Kept.begin(), Kept.end(), W.Text); Found != Kept.end())
      Kept.erase(Found);
    else
      Lost += W.Text.str() + (W.Text.starts_with("//") ? "\n" : " ");
  }
  return Lost + New;
}

void writeBodies(Draft& Of) {
  std::set<std::string> Rewritten;
  for (const RecipeDraft& R : Of.Recipes) Rewritten.insert(R.Id);
  for (RecipeDraft& R : Of.Recipes) {
    FileDraft& File = Of.Files[R.File];
    ir::callByName(R.Of, Rewritten);
    for (const ir::Change& C : R.Of.Changes) {
      const llvm::StringRef Old = llvm::StringRef(*R.Of.Source).slice(C.Where.Begin, C.Where.End);
      File.Edits.push_back({C.Where.Begin, C.Where.End, withComments(Old, emitChange(R.Of, C))});
    }
  }
  for (const CallDraft& C : Of.Calls) {
    std::vector<std::string>& Includes = Of.Files[C.File].Includes;
    if (!Rewritten.contains(C.Id) && std::find(Includes.begin(), Includes.end(), C.Companion) == Includes.end())
      Includes.push_back(C.Companion);
  }
}

struct Rewritten {
  std::string Path;
  std::string Text;
};

Status print(const std::vector<Rewritten>& Files) {
  for (const Rewritten& File : Files) {
    if (Files.size() > 1) llvm::outs() << "// ==> " << relativePath(File.Path, currentFolder()) << " <==\n";
    llvm::outs() << File.Text;
  }
  llvm::outs().flush();
  if (!llvm::outs().has_error()) return Status::Done;
  const std::string Why = llvm::outs().error().message();
  llvm::outs().clear_error();
  return unusable("cannot write the result: " + Why);
}

}  // namespace

Status rewrite(const RewriteRequest& Request) {
  Draft Whole;
  std::vector<std::string> Given;
  std::vector<const Job*> Jobs;
  for (const Job& J : Request.Files) {
    const std::string Path = realPath(J.File);
    if (std::find(Given.begin(), Given.end(), Path) != Given.end()) continue;
    Given.push_back(Path);
    Jobs.push_back(&J);
  }
  std::set<std::string> Nodes;
  const auto readAll = [&](const std::set<std::string>& Inlined) {
    auto Worst = Status::Done;
    for (const Job* J : Jobs) Worst = std::max(Worst, read(*J, Inlined, Nodes, Whole));
    return Worst;
  };
  if (const Status Worst = readAll({}); Worst != Status::Done) return Worst;
  // Whichever file calls one that is no node any more, calls a function that returns its configuration.
  if (const std::set<std::string> Inlined = Nodes; !Inlined.empty()) {
    Whole = {};
    if (const Status Worst = readAll(Inlined); Worst != Status::Done) return Worst;
  }
  writeBodies(Whole);

  // The given files first, in their order; then the headers that follow.
  std::vector<Rewritten> Results;
  for (const std::string& Path : Given) Results.push_back({Path, {}});
  for (const auto& [Path, Of] : Whole.Files)
    if (std::find(Given.begin(), Given.end(), Path) == Given.end()) Results.push_back({Path, {}});
  for (Rewritten& File : Results) {
    std::string Problem;
    if (const auto Changed = Whole.Files.find(File.Path); Changed != Whole.Files.end()) {
      if (!applyEdits(File.Path, Changed->second, File.Text, Problem)) return unusable(Problem);
      continue;
    }
    auto Same = llvm::MemoryBuffer::getFile(File.Path);
    if (!Same) return unusable("cannot read '" + File.Path + "': " + Same.getError().message());
    File.Text = (*Same)->getBuffer().str();
  }
  if (!Request.InPlace && Request.Output.empty()) return print(Results);

  std::vector<std::pair<std::string, std::string>> Outputs;
  const bool IsFolder = llvm::sys::fs::is_directory(Request.Output) || llvm::StringRef(Request.Output).ends_with("/");
  if (!Request.InPlace && !IsFolder && Results.size() > 1)
    return unusable("more than one file changes, among them '" + relativePath(Results[1].Path, currentFolder()) +
                    "': give a folder with -o, or -i");
  for (Rewritten& File : Results) {
    std::string Path = File.Path;
    if (!Request.InPlace) {
      llvm::SmallString<256> Place(Request.Output);
      if (IsFolder) llvm::sys::path::append(Place, nameBelow(Request.Files.front().Base, File.Path));
      Path = Place.str().str();
    }
    for (const auto& Other : Outputs)
      if (Other.first == Path) return unusable("two files would be written to '" + Path + "': give a --base");
    Outputs.emplace_back(std::move(Path), std::move(File.Text));
  }
  const std::string Problem = writeAll(Outputs);
  return Problem.empty() ? Status::Done : unusable(Problem);
}

}  // namespace autoconvert
