#include "CompilerMessages.h"

#include <tuple>

#include "FileRange.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/JSON.h"

using namespace clang;

namespace autoconvert {

namespace {

// Sources may be in any encoding; what is said about them is UTF-8.
std::string utf8(llvm::StringRef Text) { return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text); }

}  // namespace

HeldMessages::HeldMessages(bool IsElsewhere) { Options.AbsolutePath = IsElsewhere; }

void HeldMessages::BeginSourceFile(const LangOptions& LangOpts, const Preprocessor* PP) {
  Printer.BeginSourceFile(LangOpts, PP);
}

void HeldMessages::EndSourceFile() { Printer.EndSourceFile(); }

std::string HeldMessages::render(DiagnosticsEngine::Level Level, const Diagnostic& Info) {
  Buffer.clear();
  Printer.HandleDiagnostic(Level, Info);
  return Buffer;
}

Remark HeldMessages::remark(const Diagnostic& Info) {
  llvm::SmallString<256> Text;
  Info.FormatDiagnostic(Text);
  Remark R;
  R.Text = utf8(Text);
  if (Info.hasSourceManager() && Info.getLocation().isValid())
    R.Where = fileRangeOf(CharSourceRange::getTokenRange(Info.getLocation()), Info.getSourceManager());
  if (R.Where.File.empty()) return R;
  for (const FixItHint& Fix : Info.getFixItHints()) {
    const FileRange Where = fileRangeOf(Fix.RemoveRange, Info.getSourceManager());
    if (!Where.File.empty()) R.Fixes.push_back({Where, utf8(Fix.CodeToInsert)});
  }
  return R;
}

Issue HeldMessages::issue(DiagnosticsEngine::Level Level, const Diagnostic& Info) {
  Issue I;
  I.Id = CompilerErrorId;
  I.IsError = Level >= DiagnosticsEngine::Error;
  const Remark Main = remark(Info);
  I.Message = Main.Text;
  I.Where = Main.Where;
  I.Rendered = render(Level, Info);
  // Our own end in their id.
  const llvm::StringRef Text = I.Message;
  if (const std::size_t At = Text.rfind(" [run-"); At != llvm::StringRef::npos && Text.ends_with("]")) {
    I.Id = Text.slice(At + 2, Text.size() - 1).str();
    I.Message = Text.substr(0, At).str();
  }
  if (I.Where.File.empty()) return I;
  const SourceManager& SM = Info.getSourceManager();
  I.SourceLine = utf8(lineAt(Info.getLocation(), SM));
  if (Info.getNumRanges() != 0) {
    const FileRange Range = fileRangeOf(Info.getRange(0), SM);
    // Where a finding is, is the finding; its range counts from there on.
    if (Range.File == I.Where.File && std::tie(Range.EndLine, Range.EndColumn) > std::tie(I.Where.Line, I.Where.Column))
      std::tie(I.Where.EndLine, I.Where.EndColumn) = std::tie(Range.EndLine, Range.EndColumn);
  }
  I.Fixes = Main.Fixes;
  return I;
}

void HeldMessages::HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic& Info) {
  // Clang's own count is left at nothing: what counts as an error is decided later.
  if (Settled) {  // our own findings
    if (Level != DiagnosticsEngine::Note) {
      Said.push_back(issue(Level, Info));
    } else if (!Said.empty()) {
      Said.back().Notes.push_back(remark(Info));
      Said.back().Rendered += render(Level, Info);
    }
    return;
  }
  if (Level < DiagnosticsEngine::Error) {
    // A note belongs to the error before it; a warning is the compiler's business, not ours.
    if (Level == DiagnosticsEngine::Note && !Pending.empty()) {
      const std::string Text = render(Level, Info);
      Pending.back().AsError.Notes.push_back(remark(Info));
      Pending.back().AsError.Rendered += Text;
      Pending.back().RenderedAsWarning += Text;
      if (Info.hasSourceManager() && Info.getLocation().isValid())
        Pending.back().Instantiated.push_back(Info.getSourceManager().getFileLoc(Info.getLocation()));
    }
    return;
  }
  Held Message;
  if (Info.hasSourceManager() && Info.getLocation().isValid()) {
    Sources = &Info.getSourceManager();
    Message.Where = Sources->getFileLoc(Info.getLocation());
  }
  const unsigned Category = DiagnosticIDs::getCategoryNumberForDiag(Info.getID());
  Message.Decisive =
      Level == DiagnosticsEngine::Fatal || Message.Where.isInvalid() ||
      (Sources->isInMainFile(Message.Where) && DiagnosticIDs::getCategoryNameFromID(Category) == "Parse Issue");
  Message.AsError = issue(Level, Info);
  Message.RenderedAsWarning = render(DiagnosticsEngine::Warning, Info);
  Pending.push_back(std::move(Message));
}

bool HeldMessages::hasErrors() const { return !Pending.empty(); }

bool HeldMessages::settle(const std::vector<SourceRange>& Touched, bool Everything, SourceLocation Behind) {
  bool AnyError = false;
  for (Held& Message : Pending) {
    const auto isIn = [&](const SourceRange& Range) {
      return Sources->isPointWithin(Message.Where, Range.getBegin(), Range.getEnd());
    };
    const auto isBehind = [&](SourceLocation Where) {
      return Behind.isValid() && !Sources->isBeforeInTranslationUnit(Where, Behind);
    };
    const bool IsBehind = isBehind(Message.Where) || llvm::any_of(Message.Instantiated, isBehind);
    if (Message.Decisive || (Everything && !IsBehind) || llvm::any_of(Touched, isIn)) {
      AnyError = true;
    } else if (!IsBehind) {
      Message.AsError.IsError = false;
      Message.AsError.Rendered = Message.RenderedAsWarning;
    } else {
      continue;
    }
    Said.push_back(std::move(Message.AsError));
  }
  Pending.clear();
  Settled = true;
  return AnyError;
}

std::vector<Issue> HeldMessages::take() {
  for (Held& Message : Pending) Said.push_back(std::move(Message.AsError));
  Pending.clear();
  return std::move(Said);
}

}  // namespace autoconvert
