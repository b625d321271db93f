// What a lint found, in the forms that people and machines read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "Issue.h"

namespace autoconvert {

struct Report {
  std::vector<Issue> Issues;  ///< each once, in the order of the files
  unsigned Files = 0;
  unsigned Unreadable = 0;  ///< files with an error of the compiler where a recipe is, or that could not be opened
  unsigned Suppressed = 0;  ///< by NOLINT
  unsigned Old = 0;         ///< in the baseline
  unsigned Fixed = 0;       ///< in the files now; they are no issues any more
};

enum class Format { Text, Json, Github, Sarif };

std::optional<Format> formatNamed(std::string_view Name);

/// The whole document. Paths are relative to the current folder where they are below it.
std::string render(const Report& R, Format As);

/// "3 files: 2 errors, 1 warning"
std::string summary(const Report& R);

/// SARIF 2.1.0; in Sarif.cpp.
std::string sarif(const Report& R);

}  // namespace autoconvert
