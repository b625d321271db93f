// Changes of many arguments as one: all are checked before any is made.
#pragma once

#include <utility>
#include <vector>

#include "Walk.h"
#include "run/spot.h"

namespace run::detail {

class Changes {
 public:
  /// Paths in messages begin at `root`.
  explicit Changes(Node& root) : root_(root) {}

  void reserve(std::size_t count) { changes_.reserve(count); }
  /// Throws Error, naming the path, where the value does not fit. Returns it as it fits.
  const Value& add(Node& node, std::size_t parameter, Value value, PackedLocation where);
  /// The value was found to fit the same argument of another node of that target.
  void add_fitting(Node& node, std::size_t parameter, Value value, PackedLocation where) {
    may_hold_nodes_ = may_hold_nodes_ || value.may_hold_nodes();
    changes_.push_back({&node, parameter, std::move(value), where});
  }
  bool empty() const { return changes_.empty(); }
  /// Returns how many there were. Throws Error where a node would hold itself.
  int make(How how);

 private:
  void check_cycles() const;

  struct Change {
    Node* node;
    std::size_t parameter;
    Value value;
    PackedLocation where;
  };
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
