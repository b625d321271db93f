// A build's compiler flags => the flags for reading recipes.
#pragma once

#include <string>
#include <vector>

namespace autoconvert {

/// Clang's command line for `File`. Drops what says nothing about the meaning of recipes: warnings, outputs, plugins,
/// precompiled headers (what they hold is read as text). What Clang does not know, as some of g++'s flags, is dropped
/// and added to `Unknown`. Reads C++20 unless a standard is given.
std::vector<std::string> commandLine(const std::string& File, const std::vector<std::string>& Flags,
                                     const std::string& WorkingDirectory, std::vector<std::string>& Unknown);

}  // namespace autoconvert
