// What a program knows of its targets => JSON, for those who have not the program (docs/run-config.md).
#pragma once

#include <string>

namespace run::detail {

/// In the form in which `run-autoconvert print --targets --format=json` writes it. What only the source says is
/// missing: where targets are declared, and how constructors are called, where there are several ways.
std::string targets_text();

}  // namespace run::detail
