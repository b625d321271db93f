#include "CompilerMessages.h"

#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

HeldMessages::HeldMessages() = default;

void HeldMessages::BeginSourceFile(const LangOptions& LangOpts, const Preprocessor* PP) {
  Printer.BeginSourceFile(LangOpts, PP);
}

void HeldMessages::EndSourceFile() { Printer.EndSourceFile(); }

std::string HeldMessages::render(DiagnosticsEngine::Level Level, const Diagnostic& Info) {
  Buffer.clear();
  Printer.HandleDiagnostic(Level, Info);
  return Buffer;
}

void HeldMessages::HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic& Info) {
  // Clang's own count is left at nothing: what counts as an error is decided later.
  if (Settled) {  // our own findings
    llvm::errs() << render(Level, Info);
    return;
  }
  if (Level < DiagnosticsEngine::Error) {
    // A note belongs to the error before it; a warning is the compiler's business, not ours.
    if (Level == DiagnosticsEngine::Note && !Pending.empty()) {
      const std::string Text = render(Level, Info);
      Pending.back().AsError += Text;
      Pending.back().AsWarning += Text;
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
  Message.AsError = render(Level, Info);
  Message.AsWarning = render(DiagnosticsEngine::Warning, Info);
  Pending.push_back(std::move(Message));
}

bool HeldMessages::hasErrors() const { return !Pending.empty(); }

bool HeldMessages::settle(const std::vector<SourceRange>& Touched, bool Everything, SourceLocation Behind) {
  bool AnyError = false;
  for (const Held& Message : Pending) {
    const auto isIn = [&](const SourceRange& Range) {
      return Sources->isPointWithin(Message.Where, Range.getBegin(), Range.getEnd());
    };
    const bool IsBehind = Behind.isValid() && !Sources->isBeforeInTranslationUnit(Message.Where, Behind);
    if (Message.Decisive || (Everything && !IsBehind) || llvm::any_of(Touched, isIn)) {
      AnyError = true;
      llvm::errs() << Message.AsError;
    } else if (!IsBehind) {
      llvm::errs() << Message.AsWarning;
    }
  }
  Pending.clear();
  Settled = true;
  return AnyError;
}

void HeldMessages::printHeld() {
  for (const Held& Message : Pending) llvm::errs() << Message.AsError;
  Pending.clear();
}

}  // namespace autoconvert
