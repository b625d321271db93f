// Configurations in files, without the program that they are for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "run/node.h"

namespace run::files {

/// As a file, the standard input or output.
constexpr std::string_view StandardStream = "-";
/// As messages call it; a file of that name is the standard input, too.
const std::string StandardInput = "<stdin>";

struct Known {
  std::string Targets;              ///< the metadata's file; empty: targets are inferred from the files
  std::vector<std::string> Files;   ///< all that are read, sections included
  std::vector<std::string> Others;  ///< diffs, whose targets count, too; they may give nodes another target
  std::vector<std::string> Names;   ///< of arguments that are to be set
  std::vector<std::string> Values;  ///< what they are to be set to, which may name targets that no file has
};

/// Makes the targets known. Throws Error.
void know(const Known& What);

/// The bytes of the file. Throws Error.
std::string contentOf(const std::string& FileAndSection);

/// What stands in the file, or in a section of it. What is no node itself is the content of one. `Root`: the target
/// that a mapping without `_target_` stands for; empty: there is none. Throws Error.
NodePtr read(const std::string& FileAndSection, const std::string& Root = {});

/// All that is wrong in the file, or in a section of it, and what is missing; `Root` as for read.
std::vector<std::string> mistakesIn(const std::string& FileAndSection, const std::string& Root);

/// As a text for that place, whose name says the format. Throws Error.
std::string written(Node& N, const std::string& Place, bool Comments = false);
/// A value alone, as YAML; a string as it is.
std::string written(const Value& V);

}  // namespace run::files
