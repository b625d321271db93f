// A line that is being typed => what the shell may complete its last word to.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "run/cli.h"
#include "run/span.h"

namespace run::detail {

/// A script for `source <(program --completion bash)`. `shell` is bash or zsh. It asks `program --complete LINE`.
std::string completion_script(const std::string& program, const std::string& shell);

/// Prints each candidate for the last word of the line in a line, whole words. Mistakes before it are passed over.
void complete(const CommandLine& about, std::string_view line, std::ostream& out);
/// The same for a program that has several commands.
void complete(Span<const CommandLine> commands, std::string_view line, std::ostream& out);

}  // namespace run::detail
