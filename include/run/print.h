// A configuration as text for people: a tree, or one line an argument.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "run/config.h"

namespace run {

struct PrintOptions {
  enum class Style : unsigned char {
    tree,     // nodes below one another, each shared one once: `&1`, later `*1`
    flat,     // `model.layers[0].width = 8`, for grep and for command lines
    history,  // a line a value of each argument that was set, and where it came from: see history.h
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
/// Every value that the argument at the path had, and where each came from: a short table. Throws Error where the path
/// leads nowhere.
void print_history(const Graph& graph, std::string_view path, std::ostream& out);
/// To std::cout.
void print_history(const Graph& graph, std::string_view path);
/// To std::cout.
void print(const Graph& graph, const PrintOptions& options = {});

}  // namespace run
