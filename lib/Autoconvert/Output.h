// Files that appear whole or not at all.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace autoconvert {

/// Writes `Text` to `Path` through a temporary file and a rename, and only when that changes it. Returns an error
/// message, or nothing.
std::string writeIfChanged(const std::string& Path, const std::string& Text);

/// Writes all of them, each path with its text, or none: what cannot be written, or has not the right to be, leaves the
/// others as they were. A file keeps its permissions. Returns an error message, or nothing.
std::string writeAll(const std::vector<std::pair<std::string, std::string>>& Files);

/// Says that `Target` depends on `Dependencies`, in the language of make and ninja.
std::string dependencyRule(const std::string& Target, const std::vector<std::string>& Dependencies);

/// The file that a companion was generated from, by its first line; empty if it is no companion.
std::string originOf(const std::string& CompanionPath);

}  // namespace autoconvert
