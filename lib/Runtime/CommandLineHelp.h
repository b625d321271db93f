// What a command line tells of itself: its help, the table of a dry run, what is missing.
#pragma once

#include <string>

#include "run/cli.h"
#include "run/span.h"

namespace run::detail {

/// The last part of argv[0].
std::string program_name(int argc, const char* const* argv);

/// `root` is null where the program has no configuration yet.
std::string help(const CommandLine& about, const std::string& program, Node* root);

/// The commands of a program that has several.
std::string commands_help(Span<const CommandLine> commands, const std::string& program);

/// Each argument that is set or has a default: path, value, type, where it was set.
std::string arguments_table(Node& root);

/// The arguments that the functions to be called still need, with the factories that give them; empty: none.
std::string missing_arguments(Node& root);

/// `adam(lr)`: how a factory is written, for each that gives one of these types.
std::vector<std::string> factory_calls(Span<const Type* const> types);

/// `app::llm::train` is `train`, or `llm.train` where another one is called so too.
std::string command_name(Span<const CommandLine> commands, const CommandLine& command);

}  // namespace run::detail
