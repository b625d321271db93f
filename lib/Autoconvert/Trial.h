// something that Clang may instantiate => whether it compiles; nothing is reported.
#pragma once

#include "llvm/ADT/STLFunctionalExtras.h"

namespace clang {
class Sema;
}  // namespace clang

namespace autoconvert {

bool compiles(clang::Sema& Sema, llvm::function_ref<void()> Instantiate);

}  // namespace autoconvert
