// What the tool says about a place in a file, as plain data: for printing, for reports and for baselines.
#pragma once

#include <string>
#include <vector>

namespace autoconvert {

/// A stretch of a file. Lines and columns begin with 1, columns count characters; the end is behind the last one.
struct FileRange {
  std::string File;  ///< absolute; empty: nowhere
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0;

  bool operator==(const FileRange&) const = default;
};

struct Replacement {
  FileRange Where;
  std::string Text;
};

struct Remark {
  FileRange Where;
  std::string Text;
  std::vector<Replacement> Fixes = {};  ///< what it offers
};

/// The id of the compiler's own messages, as clang-tidy has it.
inline constexpr const char* CompilerErrorId = "clang-diagnostic-error";

struct Issue {
  std::string Id;
  bool IsError = true;
  FileRange Where;
  std::string Message;
  std::vector<Remark> Notes;
  std::vector<Replacement> Fixes;
  std::string SourceLine;  ///< the line's text
  std::string Rendered;    ///< for a terminal: with the source's line, marks and notes
};

}  // namespace autoconvert
