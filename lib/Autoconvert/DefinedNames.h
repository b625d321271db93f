// a source's text => the names of the functions that it may define.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"

namespace clang {
class LangOptions;
}

namespace autoconvert {

/// Of namespaces and classes alike. The text is not parsed, nor preprocessed: there may be names that it does not
/// define.
llvm::StringSet<> definedNames(llvm::StringRef Text, const clang::LangOptions& Language);

/// Whether it includes the companion of this name, x.run.h.
bool includesCompanion(llvm::StringRef Text, llvm::StringRef Companion, const clang::LangOptions& Language);

}  // namespace autoconvert
