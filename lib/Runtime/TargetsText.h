// What a program knows of its targets => JSON, for those who have not the program (docs/run-config.md).
#pragma once

#include <string>

namespace run::detail {

/// In the form in which `run-autoconvert print --targets --format=json` writes it (TargetsFile.h). Files have their
/// names alone, and a class has no documentation of its own: only the source says more.
std::string targets_text();

}  // namespace run::detail
