// Clang's locations => places in files, as people and editors count them.
#pragma once

#include "Issue.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class SourceManager;
}

namespace autoconvert {

/// Where the range stands in its file; no file for one that is in none. A range of tokens ends with its last token.
FileRange fileRangeOf(clang::CharSourceRange Range, const clang::SourceManager& SM);

/// The whole line, without its end.
llvm::StringRef lineAt(clang::SourceLocation Where, const clang::SourceManager& SM);

}  // namespace autoconvert
