// What a program knows of its targets => JSON, for those who have not the program (docs/run-config.md).
#pragma once

#include <string>

namespace run::detail {

/// In the form in which `run-autoconvert print --targets --format=json` writes it. What only the source says is
/// missing: where targets are declared, and the constructors of a class that has several, unless their names are not
/// enough.
std::string targets_text();

}  // namespace run::detail
