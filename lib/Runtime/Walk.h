// The walk over a graph: each node once, parents first, arguments in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <vector>

#include "run/node.h"

namespace run::detail {

/// Nodes that are met next are asked for so many ahead of their turn: large graphs are in no cache.
constexpr std::size_t kAhead = 8;

/// The node and the arguments that lie behind it are read soon.
inline void prefetch(const Node& node) {
  constexpr std::size_t kLine = 64;
  const auto* memory = reinterpret_cast<const char*>(&node);
  for (std::size_t line = 0; line < 3; ++line) __builtin_prefetch(memory + line * kLine);
}

/// The list that is the node's last argument, where its children mostly are, is read soon. REQUIRES: the node itself
/// was asked for.
inline void prefetch_children(const Node& node) {
  if (node.arguments.empty() || !node.arguments.back().value.is(Value::Kind::list)) return;
  const Value::List& list = node.arguments.back().value.list();
  __builtin_prefetch(list.data());
  __builtin_prefetch(list.data() + 4);
}

/// To be called at each step of a walk with the nodes that are still open, the next one last. `begin`: where those
/// begin that the step opened.
template <class Open, class NodeOf>
void prefetch_next(const std::vector<Open>& open, std::size_t begin, const NodeOf& node_of) {
  if (open.size() >= kAhead) prefetch(node_of(open[open.size() - kAhead]));
  if (begin == open.size()) return;
  for (std::size_t i = open.size() - 1; i > begin && open.size() - i < kAhead; --i) prefetch(node_of(open[i - 1]));
  if (begin > 0) prefetch_children(node_of(open[begin - 1]));
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
    if (next.node->has_owners() && !seen.insert(next.node).second) continue;
    visit(*next.node, next.parent);
    const std::size_t begin = open.size();
    each_child(*next.node, [&](const NodePtr& child) { open.push_back({child.get(), next.node}); });
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
    prefetch_next(open, begin, [](const Open& coming) -> const Node& { return *coming.node; });
  }
}

}  // namespace run::detail
