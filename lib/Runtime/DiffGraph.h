// A graph as a diff sees it: its nodes numbered, each with its first path and a hash of all that is below it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "run/node.h"

namespace run::detail {

using NodeNumber = std::uint32_t;
inline constexpr NodeNumber kNoNode = ~NodeNumber{0};

class DiffGraph {
 public:
  explicit DiffGraph(Node& root);

  NodeNumber size() const { return static_cast<NodeNumber>(entries_.size()); }
  Node& node(NodeNumber number) const { return *entries_[number].node; }
  /// The same; next, the numbers of the nodes that it holds will be asked for, in their order.
  Node& entered(NodeNumber number) const {
    last_ = entered_ = number;
    return node(number);
  }
  /// kNoNode for a node that the graph does not have.
  NodeNumber number(const Node& node) const {
    // Who goes through a node's arguments asks for the first node below, then for the next one beside the last.
    for (const NodeNumber likely : {last_ + 1, entries_[last_].end, entered_ + 1, last_})
      if (likely < size() && entries_[likely].node == &node) return last_ = likely;
    return look_up(node);
  }
  /// Of all that is below it. Equal ones have equal hashes, but for what only `==` knows to be equal (an argument that
  /// is set to its default): for guesses that are checked.
  std::uint64_t hash(NodeNumber number) const { return entries_[number].hash; }
  std::uint64_t hash(const Value& value) const;
  /// The number of places that hold the node.
  std::uint32_t uses(NodeNumber number) const { return entries_[number].uses; }
  /// False where the node is below a key that a path cannot say.
  bool has_path(NodeNumber number) const { return entries_[number].place.has_path; }
  std::string path(NodeNumber number) const;

 private:
  struct Place {
    NodeNumber parent;
    std::uint32_t parameter;   // of the parent
    std::uint32_t first_step;  // in steps_: indexes into nested lists and maps of that argument
    std::uint32_t steps;
    bool has_path;
  };
  struct Entry {
    Node* node;
    std::uint64_t hash = 0;
    Place place;
    NodeNumber end = 0;  // behind it and those below it that were met there first
    std::uint32_t uses = 0;
  };

  std::uint64_t hash_node(NodeNumber number) const;
  NodeNumber look_up(const Node& node) const;
  void index() const;

  std::vector<Entry> entries_;  // parents before what only they reach, arguments in their order
  std::vector<std::uint32_t> steps_;
  std::unordered_map<const Node*, NodeNumber> owned_by_several_;
  mutable NodeNumber entered_ = 0;
  mutable NodeNumber last_ = 0;            // that was asked for
  mutable std::vector<NodeNumber> index_;  // by the nodes' addresses, from the first time that it is needed
  mutable NodeNumber indexed_ = 0;         // so many
};

/// Copies values, a node that occurs more than once in all of them once. `instead` gives the node that stands for one;
/// null: it is copied.
class Copier {
 public:
  explicit Copier(std::function<NodePtr(const NodePtr&)> instead) : instead_(std::move(instead)) {}
  Value operator()(const Value& value);

 private:
  NodePtr copy_of(const NodePtr& node);
  Value rebuilt(const Value& value);

  std::function<NodePtr(const NodePtr&)> instead_;
  std::unordered_map<const Node*, NodePtr> copies_;
  std::vector<std::pair<NodePtr, NodePtr>> open_;
  std::vector<NodePtr> kept_;  // so that no other node gets the address of a key
};

}  // namespace run::detail
