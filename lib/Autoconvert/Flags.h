// A build's compiler flags => the flags for reading recipes.
#pragma once

#include <string>
#include <vector>

namespace autoconvert {

/// Clang's command line for `File`. Drops what only g++ knows, warnings and outputs; reads C++20 unless a standard is
/// given.
std::vector<std::string> commandLine(const std::string& File, const std::vector<std::string>& Flags);

}  // namespace autoconvert
