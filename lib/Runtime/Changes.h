// Changes of many arguments as one: all are checked before any is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "Walk.h"
#include "run/spot.h"

namespace run::detail {

class Changes {
 public:
  /// Paths in messages begin at `root`.
  explicit Changes(Node& root) : root_(root) {}

  /// Throws Error, naming the path, where the value does not fit. Returns it as it fits.
  const Value& add(Node& node, std::size_t parameter, Value value, PackedLocation where) {
    expect(node, parameter);
    return give(changes_.back(), std::move(value), where);
  }
  /// The same by name. Throws Error, with a suggestion, where there is none of that name.
  void add(Node& node, std::string_view name, Value value, PackedLocation where);
  /// An argument whose value comes with give_all. Whatever happens to the graph until then, the node is there.
  void expect(Node& node, std::size_t parameter) {
    changes_.push_back({NodePtr(&node), {}, static_cast<std::uint32_t>(parameter), {}});
  }
  /// Each of those takes the value compute(node), in order. Throws as add.
  template <class Compute>
  void give_all(const Compute& compute, PackedLocation where) {
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      if (i + kAhead < changes_.size()) prefetch_argument(*changes_[i + kAhead].node, changes_[i].parameter);
      Change& change = changes_[i];
      give(change, compute(*change.node), where);
    }
  }
  bool empty() const { return changes_.empty(); }
  /// Returns how many there were. Throws Error where a node would hold itself.
  int make(How how);

 private:
  struct Change {
    NodePtr node;
    // A Value does not fill its 16 bytes: the parameter is in its last four.
    [[no_unique_address]] Value value;
    std::uint32_t parameter;
    PackedLocation where;
  };
  const Value& give(Change& change, Value value, PackedLocation where);
  void check_cycles() const;

  Node& root_;
  std::vector<Change> changes_;
  bool may_hold_nodes_ = false;
};

/// The argument, where that line set it before and no element of it was changed since: then it takes another value.
/// Nothing is recorded of what the same line sets again, and whatever default held the node was made an argument the
/// first time. Null says nothing. REQUIRES: the line is known.
inline Argument* set_before(Node& node, std::size_t parameter, PackedLocation where) {
  if (parameter >= node.arguments.size()) return nullptr;
  Argument& argument = node.arguments[parameter];
  const bool is_same = argument.parameter == parameter && argument.where == where && !argument.value.may_hold_nodes();
  return is_same ? &argument : nullptr;
}

/// The nodes at the place, and all below, each once, parents first. Throws Error where nothing is configured.
std::vector<Node*> nodes_below(const Spot& spot);

/// Calls visit(node) for each of the nodes that nodes_below gives.
template <class Visit>
void each_node_below(const Spot& spot, const Visit& visit) {
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot);
  if (value == nullptr || value->is(Value::Kind::node)) {
    walk_graph(node_at(spot), [&](Node& node, Node*) { visit(node); });
  } else {
    for (Node* node : nodes_below(spot)) visit(*node);
  }
}

/// `x` of these, misspelt: `; did you mean `y`?`, or which there are.
std::string suggestion(std::string_view name, std::vector<std::string_view> known);

}  // namespace run::detail
