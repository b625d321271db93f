// parse → find recipes → check → lower → emit: one file at a time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "Status.h"

namespace autoconvert {

struct Job {
  std::string File;
  std::string Header;  ///< that is named beside it and has the same companion; empty: none
  std::shared_ptr<const std::vector<std::string>> Sources;  ///< those that may define what a header declares; or null
  std::vector<std::string> Flags;
  std::string WorkingDirectory;
  std::string OutputDirectory;  ///< empty: beside the source
  std::string Base;             ///< the companion's path below the output is the source's below this; empty: its name
  std::string Stamp;            ///< written last, when all went well
  std::string Depfile;
};

/// One job in place of two for a header and its source, x.h and x.cpp.
void joinCompanions(std::vector<Job>& Jobs);

Status convert(const Job& J);

enum class Listing { Recipes, Ir, Targets };
Status print(const Job& J, Listing What);

/// The targets of all files with their types, and the recipes, as JSON: to this file, or to the standard output.
Status printMetadata(const std::vector<Job>& Jobs, const std::string& Output);

}  // namespace autoconvert
