// What a command line begins with, before its words change it: a recipe's configuration, a file's, or what the program
// itself gives.
#pragma once

#include "Options.h"
#include "run/cli.h"

namespace run::detail {

/// Throws Error where there is none, or where it is not what the program is about.
NodePtr beginning(const CommandLine& about, const Options& options);

/// Whether help can show its arguments.
bool has_beginning(const CommandLine& about, const Options& options);

/// What is read from a file for a program that is about this.
Wanted wanted(const CommandLine& about);

}  // namespace run::detail
