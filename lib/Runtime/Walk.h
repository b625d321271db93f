// The walk over a graph: each node once, parents first, arguments in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <vector>

#include "run/node.h"

namespace run::detail {

/// Nodes that are met next are asked for so many ahead of their turn: large graphs are in no cache.
constexpr std::size_t kAhead = 4;

/// The node and the arguments that lie behind it are read soon.
inline void prefetch(const Node& node) {
  constexpr std::size_t kLine = 64;
  const auto* memory = reinterpret_cast<const char*>(&node);
  for (std::size_t line = 0; line < 3; ++line) __builtin_prefetch(memory + line * kLine);
}

/// Calls visit(node, parent) for each node that can be reached, each once, parents before what only they reach, in
/// order; the root's parent is null. Not recursive. Nodes are not touched before it is their turn: they mostly lie in
/// memory in the order in which they are met.
template <class Visit>
void walk_graph(Node& root, Visit&& visit) {
  struct Open {
    Node* node;
    Node* parent;
  };
  std::vector<Open> open{{&root, nullptr}};
  std::unordered_set<const Node*> seen;  // of those that several own: others are met once
  while (!open.empty()) {
    const Open next = open.back();
    open.pop_back();
    if (open.size() >= kAhead) prefetch(*open[open.size() - kAhead].node);
    if (next.node->has_owners() && !seen.insert(next.node).second) continue;
    visit(*next.node, next.parent);
    const std::size_t begin = open.size();
    each_child(*next.node, [&](const NodePtr& child) { open.push_back({child.get(), next.node}); });
    if (open.size() == begin) continue;
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
  }
}

}  // namespace run::detail
