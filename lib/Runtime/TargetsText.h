// What a program knows of its targets => JSON, for those who have not the program (docs/run-config.md).
#pragma once

#include <string>

namespace run::detail {

/// In the form in which `run-autoconvert print --targets --format=json` writes it (TargetsFile.h). Where targets are
/// declared, and what the comments of functions say, is missing: only the source says that.
std::string targets_text();

}  // namespace run::detail
