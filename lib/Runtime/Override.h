// A word of a command line, `optim.lr*=2` or `optim=adam(lr=0.1)` => the path, what is done, and the value as text.
//
// Values are written as in Python or in YAML: 3, 1e-3, True, none, "text", bare text, [1, 2], (1, 2), {"a": 1},
// adam(lr=0.1, beta(0.9)), and nest. They become YAML's flow style, so that the one reader of configurations checks
// them. After NeMo-Run's command line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace run::detail {

struct Literal {
  enum class Kind { bare, quoted, list, map, call };

  Kind kind = Kind::bare;
  std::string text;                // bare, quoted: its content; call: the name
  std::vector<Literal> parts;      // list: elements; map: keys and values by turns; call: arguments
  std::vector<std::string> names;  // call: of each argument; empty where it is given by its place
};

struct Override {
  std::string path;
  std::string operation;   // = += -= *= /= |= &=
  std::string value;       // its text
  std::size_t offset = 0;  // where the value begins in the word
};

/// Whether the word is one: `name=…` and not `--name=…`.
bool is_override(std::string_view word);

/// Throws Error, with the word and a caret below it, where it is none.
Override parse_override(std::string_view word);

/// Throws Error, with the text and a caret below it.
Literal parse_literal(std::string_view text);

/// In YAML's flow style; a call is a mapping with `_factory_`, and `_args_` for what is given by its place.
std::string to_flow(const Literal& literal);

/// `message`, the text, and a caret below its character `offset`.
std::string with_caret(const std::string& message, std::string_view text, std::size_t offset);

}  // namespace run::detail
