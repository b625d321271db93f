#include "Trial.h"

#include <memory>

#include "clang/Basic/Diagnostic.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Counts errors and says nothing.
class ErrorCount : public IgnoringDiagConsumer {
 public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic&) override {
    if (Level >= DiagnosticsEngine::Error) ++Errors;
  }
  unsigned Errors = 0;
};

}  // namespace

bool compiles(Sema& Sema, llvm::function_ref<void()> Instantiate) {
  DiagnosticsEngine& Diagnostics = Sema.getDiagnostics();
  const std::unique_ptr<DiagnosticConsumer> Owned = Diagnostics.takeClient();
  DiagnosticConsumer* Client = Diagnostics.getClient();
  ErrorCount Count;
  Diagnostics.setClient(&Count, /*ShouldOwnClient=*/false);
  Instantiate();
  Diagnostics.setClient(Client, /*ShouldOwnClient=*/false);
  return Count.Errors == 0;
}

}  // namespace autoconvert
