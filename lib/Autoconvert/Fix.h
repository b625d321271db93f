// findings => the files that they are in, with what the findings offer done. What a note offers may be meant or not: it
// is left to people.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "Issue.h"

namespace autoconvert {

struct Mended {
  std::vector<std::pair<std::string, std::string>> Files;  ///< each path once, with its new text
  std::vector<Issue> Left;                                 ///< what offers nothing, or a change of the same place
  std::string Problem;                                     ///< a file that cannot be read
};

/// The changes of a finding are made all or none. A file that is known by several paths is changed once.
Mended mended(std::vector<Issue> Issues);

}  // namespace autoconvert
