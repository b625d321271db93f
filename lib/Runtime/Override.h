// A word of a command line, `optim.lr*=2` => the path, what is done, and where the value begins. After NeMo-Run's
// command line; values are in Literal.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace run::detail {

struct Override {
  std::string path;
  std::string operation;   // = += -= *= /= |= &=
  std::string value;       // its text
  std::size_t offset = 0;  // where the value begins in the word
};

/// Throws Error, with the word and a caret below it, where it is none.
Override parse_override(std::string_view word);

}  // namespace run::detail
