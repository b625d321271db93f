// `// NOLINT` comments, as clang-tidy's users know them: which warnings somebody does not want to see.
//
//   NOLINT           of this line        NOLINTNEXTLINE     of the next line
//   NOLINTBEGIN      from here on        NOLINTEND          up to here
//
// Each may name what it is for, NOLINT(run-macro, bugprone-*); without a name it is for everything.
#pragma once

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class SourceManager;
}

namespace autoconvert {

struct Suppression {
  bool Covers = false;
  clang::SourceLocation Comment;  ///< also of a NOLINTBEGIN without its end, which covers nothing
};

/// What the comments of its file say about a finding.
Suppression suppressionOf(clang::SourceLocation Where, llvm::StringRef Id, const clang::SourceManager& SM);

}  // namespace autoconvert
