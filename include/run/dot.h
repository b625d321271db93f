// Configurations as pictures: in the language of Graphviz, and through its `dot` as SVG. After Fiddle's graphviz.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "run/config.h"

namespace run {

struct DotOptions {
  std::size_t depth = ~std::size_t{0};  // nodes that are farther from the root are left out: 0 draws the root alone
  std::size_t longest_value = 40;       // characters of a value; what is longer is cut
  std::size_t longest_list = 10;        // elements of a list or map that holds nodes; differences are drawn in any case
  bool defaults = false;                // with what is not set, where its default can be said; in grey
};

namespace detail {
std::string to_dot(Node* before, Node& after, const DotOptions& options);
}  // namespace detail

/// A box for each node, with a line for each argument, and an edge for each node that an argument holds: a node that is
/// shared is one box, with a double frame and several edges. Partials have a dashed frame. Deterministic.
inline std::string to_dot(const Graph& graph, const DotOptions& options = {}) {
  return detail::to_dot(nullptr, GraphAccess::node(graph), options);
}

/// Two configurations in one picture: what was added is green and has a `+`, with bold edges; what was removed red, `-`
/// and dashed; what changed yellow and `~`, with both values.
inline std::string to_dot(const Graph& before, const Graph& after, const DotOptions& options = {}) {
  return detail::to_dot(&GraphAccess::node(before), GraphAccess::node(after), options);
}

/// The picture that a text in Graphviz's language describes, by the program `dot`. Throws Error where it is not
/// installed, or refuses the text (with what it says).
std::string dot_to_svg(std::string_view dot);

inline std::string to_svg(const Graph& graph, const DotOptions& options = {}) {
  return dot_to_svg(to_dot(graph, options));
}
inline std::string to_svg(const Graph& before, const Graph& after, const DotOptions& options = {}) {
  return dot_to_svg(to_dot(before, after, options));
}

}  // namespace run
