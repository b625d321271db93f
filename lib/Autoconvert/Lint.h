// Many files: find recipes → check, and one report. Nothing is written but the report, and the fixes that are asked
// for.
#pragma once

#include <string>
#include <vector>

#include "Report.h"
#include "Status.h"

namespace autoconvert {

struct LintRequest {
  std::vector<std::string> Files;  ///< none: the sources of the build
  std::vector<std::string> Flags;  ///< after those of the build
  std::string Build;               ///< folder with a compile_commands.json; empty: the flags are all
  unsigned Jobs = 1;               ///< 0: one for each processor
  Format As = Format::Text;
  std::string Output;         ///< the report's file; empty: the standard output
  std::string Baseline;       ///< findings that are not said again
  std::string WriteBaseline;  ///< where to write the findings as a baseline
  bool Fix = false;           ///< change the files as the findings offer; the report is of what is left
};

/// Writes the report, and its summary on the standard error. Recipes of the headers that the
/// files include are checked, too, the system's left out; each finding is said once.
Status lint(const LintRequest& Request);

}  // namespace autoconvert
