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

/// Equal values have equal hashes, but for what only `==` knows to be equal (an argument that is set to its default):
/// for guesses that are checked. `hash_of_node` gives that of a node.
std::uint64_t hash_value(const Value& value, const std::function<std::uint64_t(const Node&)>& hash_of_node);

class DiffGraph {
 public:
  explicit DiffGraph(Node& root);

  NodeNumber size() const { return static_cast<NodeNumber>(entries_.size()); }
  Node& node(NodeNumber number) const { return *entries_[number].node; }
  NodeNumber number(const Node& node) const {
    const auto found = numbers_.find(&node);
    return found == numbers_.end() ? kNoNode : found->second;
  }
  std::uint64_t hash(NodeNumber number) const { return entries_[number].hash; }
  std::uint64_t hash(const Value& value) const;
  /// The number of places that hold the node.
  std::uint32_t uses(NodeNumber number) const { return entries_[number].uses; }
  /// False where the node is below a key that a path cannot say.
  bool has_path(NodeNumber number) const { return entries_[number].has_path; }
  std::string path(NodeNumber number) const;

 private:
  struct Entry {
    Node* node;
    NodeNumber parent;
    std::uint32_t parameter;           // of the parent
    std::vector<std::uint32_t> steps;  // indexes into nested lists and maps of that argument
    bool has_path = true;
    std::uint64_t hash = 0;
    std::uint32_t uses = 0;
  };

  std::uint64_t hash_node(const Node& node) const;

  std::vector<Entry> entries_;  // parents before what only they reach, arguments in their order
  std::unordered_map<const Node*, NodeNumber> numbers_;
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
