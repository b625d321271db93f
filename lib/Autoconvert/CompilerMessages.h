// Diagnostics as issues. Clang's own errors are held back until it is known which of them concern a recipe.
#pragma once

#include <memory>

#include "Issue.h"
#include "Parse.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Support/raw_ostream.h"

namespace autoconvert {

class HeldMessages : public clang::DiagnosticConsumer, public CompilerMessages {
 public:
  /// `IsElsewhere`: relative paths are not those of the current folder, and are written out.
  explicit HeldMessages(bool IsElsewhere);

  void BeginSourceFile(const clang::LangOptions& Options, const clang::Preprocessor* PP) override;
  void EndSourceFile() override;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level, const clang::Diagnostic& Info) override;

  bool hasErrors() const override;
  bool settle(const std::vector<clang::SourceRange>& Touched, bool Everything, clang::SourceLocation Behind) override;
  /// What was said, in order; also what nobody settled, because the file was not parsed to its end.
  std::vector<Issue> take();

 private:
  struct Held {
    clang::SourceLocation Where;                      ///< in a file; invalid for the command line
    std::vector<clang::SourceLocation> Instantiated;  ///< from where, as the notes say
    bool Decisive = false;                            ///< the file cannot be read as it was meant
    Issue AsError;
    std::string RenderedAsWarning;
  };

  std::string render(clang::DiagnosticsEngine::Level Level, const clang::Diagnostic& Info);
  Issue issue(clang::DiagnosticsEngine::Level Level, const clang::Diagnostic& Info);
  static Remark remark(const clang::Diagnostic& Info);

  clang::DiagnosticOptions Options;
  std::string Buffer;
  llvm::raw_string_ostream Stream{Buffer};
  clang::TextDiagnosticPrinter Printer{Stream, Options};
  const clang::SourceManager* Sources = nullptr;
  std::vector<Held> Pending;
  std::vector<Issue> Said;
  bool Settled = false;
};

}  // namespace autoconvert
