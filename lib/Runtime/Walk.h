// The walk over a graph: each node once, parents first, arguments in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <utility>
#include <vector>

#include "run/node.h"

namespace run::detail {

/// Nodes that are met next are asked for so many ahead of their turn: large graphs are in no cache.
constexpr std::size_t kAhead = 16;

/// The node and the arguments that lie behind it are read soon.
inline void prefetch(const Node& node) {
  constexpr std::size_t kLine = 64;
  const auto* memory = reinterpret_cast<const char*>(&node);
  for (std::size_t line = 0; line < 3; ++line) __builtin_prefetch(memory + line * kLine);
}

/// That argument will be set, if it stands at its own number.
inline void prefetch_argument(const Node& node, std::size_t parameter) {
  __builtin_prefetch(&node, 1);
  __builtin_prefetch(reinterpret_cast<const Argument*>(&node + 1) + parameter, 1);
}

/// The list that is the node's last argument, where its children mostly are; or null.
inline const Value::List* last_list(const Node& node) {
  if (node.arguments.empty() || !node.arguments.back().value.is(Value::Kind::list)) return nullptr;
  return &node.arguments.back().value.list();
}

/// Of a node that follows one that has children: what will be read of its own. So many steps before its turn: where
/// their list is, what it holds, and the first children themselves. Each step finds what the one before asked for.
/// REQUIRES: the node was asked for.
inline void prefetch_children(const Node& node, std::size_t steps) {
  const Value::List* list = last_list(node);
  if (list == nullptr) return;
  if (steps == 3) return __builtin_prefetch(list);
  if (steps == 2) {
    constexpr std::size_t kInLine = 64 / sizeof(Value);
    for (std::size_t i = 0; i < std::min(list->size(), kAhead); i += kInLine) __builtin_prefetch(list->data() + i);
    return;
  }
  const Value* const end = list->data() + std::min(list->size(), kAhead);
  for (const Value* element = list->data(); element != end; ++element)
    if (element->is(Value::Kind::node)) prefetch(*element->node());
}

/// The value with other nodes in place of its own: what `exchange(node)` gives, a NodePtr or a Value.
template <class Exchange>
Value exchanged(const Value& value, const Exchange& exchange) {
  if (value.is(Value::Kind::node)) return Value(exchange(value.node()));
  if (value.is(Value::Kind::list)) {
    Value::List list;
    list.reserve(value.list().size());
    for (const Value& element : value.list()) list.push_back(exchanged(element, exchange));
    return Value(std::move(list));
  }
  if (value.is(Value::Kind::map)) {
    Value::Map map;
    map.reserve(value.map().size());
    for (const auto& [key, entry] : value.map()) map.emplace_back(key, exchanged(entry, exchange));
    return Value(std::move(map));
  }
  return value;
}

/// Asks for what a walk reads next.
class Lookahead {
 public:
  /// To be called at each step with those that are still open, the next one last. `begin`: where those begin that the
  /// step opened. `each(open, visit)` calls visit(node) for the nodes that will be read with it.
  template <class Open, class Each>
  void step(const std::vector<Open>& open, std::size_t begin, const Each& each) {
    const auto ask = [](const Node& node) { prefetch(node); };
    const std::size_t end = open.size();
    if (begin == end) {
      if (end < siblings_) siblings_ = 0;
      if (end >= siblings_ + kAhead) each(open[end - kAhead], ask);
      return;
    }
    if (begin != announced_ || begin == 0)
      for (std::size_t i = end; i-- > begin && end - i <= kAhead;) each(open[i], ask);
    siblings_ = begin;
    if (begin >= kAhead) each(open[begin - kAhead], ask);
    for (std::size_t steps = 1; steps <= 3 && steps <= begin; ++steps)
      each(open[begin - steps], [steps](const Node& node) { prefetch_children(node, steps); });
    announced_ = begin - 1;
  }

 private:
  std::size_t siblings_ = 0;   // where those begin that were opened last: fewer are known to have been asked for
  std::size_t announced_ = 0;  // the place of the one whose children were asked for
};

/// Calls visit(node, parent) for each node that can be reached, each once, parents before what only they reach, in
/// order; the root's parent is null. Not recursive. Nodes are not touched before it is their turn: they mostly lie in
/// memory in the order in which they are met.
template <class Visit>
void walk_graph(Node& root, Visit&& visit) {
  struct Open {
    Node* node;
    Node* parent;
  };
  std::vector<Open> open;
  open.reserve(64);  // as many as are open at once in most graphs
  open.push_back({&root, nullptr});
  std::unordered_set<const Node*> seen;  // of those that several own: others are met once
  Lookahead ahead;
  while (!open.empty()) {
    const Open next = open.back();
    open.pop_back();
    if (next.node->has_owners() && !seen.insert(next.node).second) continue;
    visit(*next.node, next.parent);
    const std::size_t begin = open.size();
    const auto add = [&](const NodePtr& child) { open.push_back({child.get(), next.node}); };
    for (const Argument& argument : std::as_const(next.node->arguments)) {
      if (!argument.value.may_hold_nodes()) continue;
      if (argument.value.is(Value::Kind::list)) {  // mostly of nodes
        for (const Value& element : argument.value.list())
          element.is(Value::Kind::node) ? add(element.node()) : each_node(element, add);
      } else {
        each_node(argument.value, add);
      }
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
    ahead.step(open, begin, [](const Open& coming, const auto& ask) { ask(*coming.node); });
  }
}

}  // namespace run::detail
