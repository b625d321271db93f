// What a command line tells of itself: its help, the table of a dry run, and what the shell may complete.
#pragma once

#include <iosfwd>
#include <string>

#include "run/cli.h"

namespace run::detail {

/// The last part of argv[0].
std::string program_name(int argc, const char* const* argv);

/// Whether somebody sits there who can be asked: input and output are terminals.
bool asks(const std::ostream& out);

/// `root` is null where the program has no configuration yet.
std::string help(const CommandLine& about, const std::string& program, Node* root);

/// Each argument that is set or has a default: path, value, type, where it was set.
std::string arguments_table(Node& root);

/// A script for `source <(program --completion bash)`. Throws Error for any other shell than bash and zsh.
std::string completion_script(const std::string& program, const std::string& shell);

/// Answers the script: argv is `program --complete <words>`, the last word is what is to be completed.
void complete(const CommandLine& about, int argc, const char* const* argv, std::ostream& out);

}  // namespace run::detail
