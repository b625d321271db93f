// A configuration as text for people: a tree, or one line an argument.
#pragma once

#include <iosfwd>
#include <string>

#include "run/config.h"

namespace run {

struct PrintOptions {
  enum class Style : unsigned char {
    tree,  // nodes below one another, each shared one once: `&1`, later `*1`
    flat,  // `model.layers[0].width = 8`, for grep and for command lines
  };
  Style style = Style::tree;
  bool defaults =
      true;            // with what is not set, where its default can be said; dimmed in colour, marked `(default)` else
  bool color = false;  // with the escape sequences of terminals
  bool locations = false;  // with where each argument was set
};

namespace detail {
std::string to_text(Node& root, const PrintOptions& options);
/// Whether it is a terminal that shows colours, and NO_COLOR is not set.
bool shows_color(const std::ostream& out);
void print(Node& root, std::ostream& out, PrintOptions options);
}  // namespace detail

/// Ends with a newline.
inline std::string to_text(const Graph& graph, const PrintOptions& options = {}) {
  return detail::to_text(GraphAccess::node(graph), options);
}

/// In colour where `out` is std::cout or std::cerr on a terminal.
inline void print(const Graph& graph, std::ostream& out, const PrintOptions& options = {}) {
  detail::print(GraphAccess::node(graph), out, options);
}
/// To std::cout.
void print(const Graph& graph, const PrintOptions& options = {});

}  // namespace run
