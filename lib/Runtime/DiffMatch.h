// Two graphs => which node of one is which of the other. A guess for people's eyes: whatever it says, what Diff.cpp
// makes of it is exact.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "Align.h"
#include "DiffGraph.h"

namespace run::detail {

/// Elements that stand for each other, both indexes rising: equal ones, and between them those that are alike.
std::vector<IndexPair> paired(const DiffGraph& a, const DiffGraph& b, const Value::List& left,
                              const Value::List& right);

/// Entries of one key, in the order of the left map, then what only the right one has; kNoNode where there is none.
/// Nothing where a key of them cannot be said in a path.
std::optional<std::vector<IndexPair>> paired(const Value::Map& left, const Value::Map& right);

class DiffMatch {
 public:
  DiffMatch(const DiffGraph& a, const DiffGraph& b);

  /// The node of b that the node of a is, or kNoNode; the other way round.
  NodeNumber in_b(NodeNumber of_a) const { return in_b_[of_a]; }
  NodeNumber in_a(NodeNumber of_b) const { return in_a_[of_b]; }

 private:
  void pair(NodeNumber a, NodeNumber b);
  void walk();
  void values(const Value& left, const Value& right);
  void meet(NodeNumber a, NodeNumber b);
  void find_moved();
  void index_hashes();

  const DiffGraph& a_;
  const DiffGraph& b_;
  std::vector<NodeNumber> in_b_;
  std::vector<NodeNumber> in_a_;
  std::vector<std::pair<NodeNumber, NodeNumber>> open_;
  std::vector<std::pair<NodeNumber, NodeNumber>> doubtful_;  // at one place, but one of them may have moved
  // Of all nodes, from the first time that it matters: where each stands at its old place, it never does.
  bool has_hashes_ = false;
  std::unordered_map<std::uint64_t, std::vector<NodeNumber>> by_hash_a_;
  std::unordered_map<std::uint64_t, std::uint32_t> hashes_b_;
};

}  // namespace run::detail
