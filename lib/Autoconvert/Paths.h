// What files are by their names, and paths as reports and baselines write them: relative to a folder, with '/' between
// the names.
#pragma once

#include <array>
#include <string>

namespace autoconvert {

std::string absolutePath(const std::string& Path);
/// The path without symbolic links; as it is where there is no such file.
std::string realPath(const std::string& Path);
std::string currentFolder();
/// Below `Folder` its path from there; else as it is. `Path` and `Folder` are absolute.
std::string relativePath(const std::string& Path, const std::string& Folder);
constexpr std::array HeaderExtensions{".h", ".hh", ".hpp", ".hxx", ".h++", ".H", ".inc", ".cuh", ".ipp"};
constexpr std::array SourceExtensions{".cpp", ".cc", ".cxx", ".c++", ".C", ".cppm", ".ixx"};
/// By its extension: recipes of a header are converted inline.
bool isHeader(const std::string& File);
/// The absolute path without its extension.
std::string stemPath(const std::string& File);
/// A header and a source that differ by their extensions alone: x.run.h is the companion of both.
bool haveOneCompanion(const std::string& Header, const std::string& Source);

/// How others include the file: its path below `Base`, or its name alone where it is not below or there is no base.
std::string nameBelow(const std::string& Base, const std::string& File);

}  // namespace autoconvert
