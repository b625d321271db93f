#include "Status.h"

#include "llvm/Support/raw_ostream.h"

namespace autoconvert {

Status unusable(const std::string& Message) {
  llvm::errs() << "run-autoconvert: error: " << Message << "\n";
  return Status::Unusable;
}

}  // namespace autoconvert
