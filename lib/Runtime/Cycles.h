// A configuration never holds itself: what would make it do so is refused where it is set. Ours; Python finds such a
// cycle when it builds.
#pragma once

#include <unordered_map>
#include <vector>

#include "run/node.h"
#include "run/spot.h"

namespace run::detail {

/// See check_cycle.
void check_nodes_in(const Spot& spot, const Value& value);

/// Throws Error, naming the path, where the value that is to be set at the place is what the place stands in, or holds
/// that. Takes the time of a walk over the value, and none where it holds no nodes or nobody but a handle holds the
/// place's node: then the value cannot.
inline void check_cycle(const Spot& spot, const Value& value) {
  if (value.may_hold_nodes()) check_nodes_in(spot, value);
}

/// Of the nodes that can be reached from `roots`, one that holds itself; null where none does. `each(node, visit)`
/// calls visit(child) for each node that the node holds.
template <class Each>
const Node* find_cycle(const std::vector<const Node*>& roots, const Each& each) {
  enum class State : unsigned char { open, done };
  struct Open {
    const Node* node;
    bool is_left;
  };
  std::unordered_map<const Node*, State> states;
  std::vector<Open> open;
  for (const Node* root : roots) open.push_back({root, false});
  const Node* found = nullptr;
  while (!open.empty() && found == nullptr) {
    const Open next = open.back();
    open.pop_back();
    if (next.is_left) {
      states[next.node] = State::done;
      continue;
    }
    if (!states.try_emplace(next.node, State::open).second) continue;
    open.push_back({next.node, true});
    each(*next.node, [&](const Node& child) {
      const auto state = states.find(&child);
      if (state == states.end()) open.push_back({&child, false});
      if (state != states.end() && state->second == State::open) found = &child;
    });
  }
  return found;
}

}  // namespace run::detail
