// recipes => functions that return the configuration, in the sources themselves: a batch of files, all or nothing.
#pragma once

#include <string>
#include <vector>

#include "Convert.h"

namespace autoconvert {

struct RewriteRequest {
  std::vector<Job> Files;
  bool InPlace = false;
  std::string Output;  ///< a file or a folder; empty and not in place: standard output
};

Status rewrite(const RewriteRequest& Request);

}  // namespace autoconvert
