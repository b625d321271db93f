// Targets of a program that is not there: as its metadata describes them, or as configurations use them. They are
// registered like a program's own, so that the library reads, writes, compares and draws with them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "Document.h"
#include "run/node.h"

namespace run::files {

/// Registers what `run-autoconvert print --targets --format=json` wrote. Throws Error with file:line:column.
void loadTargets(const std::string& Path);

/// What the node needs and has not, as a text for messages; empty where nothing is missing. Known of targets that were
/// loaded. `Unread`: arguments that it was given, and that are wrong.
std::string missingArguments(const Node& N, std::span<const std::size_t> Unread);

/// Registers a target for each `_target_` of the documents, with the arguments that it is given in any of them and with
/// `MoreArguments`; each takes any value. `Mixed`: each has the arguments of all others, too.
void inferTargets(const std::vector<detail::Document>& Documents, std::vector<std::string> MoreArguments, bool Mixed);

}  // namespace run::files
