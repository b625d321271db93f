#include "DiffMatch.h"

#include <algorithm>
#include <string>

#include "ValueText.h"
#include "Walk.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

bool can_be_retargeted(const Node& node) { return node.kind != NodeKind::in_place && !node.target->is_container; }

bool are_alike(const Node& a, const Node& b) { return a.target == b.target && a.kind == b.kind; }

bool are_alike(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  return !a.is(Kind::node) || are_alike(*a.node(), *b.node());
}

}  // namespace

std::vector<IndexPair> paired(const DiffGraph& a, const DiffGraph& b, const Value::List& left,
                              const Value::List& right) {
  std::vector<std::uint64_t> left_hashes;
  std::vector<std::uint64_t> right_hashes;
  left_hashes.reserve(left.size());
  right_hashes.reserve(right.size());
  for (const Value& element : left) left_hashes.push_back(a.hash(element));
  for (const Value& element : right) right_hashes.push_back(b.hash(element));
  if (left_hashes == right_hashes) {
    std::vector<IndexPair> each(left.size());
    for (std::uint32_t i = 0; i < each.size(); ++i) each[i] = {i, i};
    return each;
  }
  std::vector<IndexPair> equal = align(left_hashes, right_hashes);
  equal.emplace_back(static_cast<std::uint32_t>(left.size()), static_cast<std::uint32_t>(right.size()));
  std::vector<IndexPair> all;
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  for (const auto& [next_i, next_j] : equal) {
    const bool same_length = next_i - i == next_j - j;
    for (; i < next_i && j < next_j; ++i, ++j)
      if (same_length || are_alike(left[i], right[j])) all.emplace_back(i, j);
    all.emplace_back(next_i, next_j);
    i = next_i + 1;
    j = next_j + 1;
  }
  all.pop_back();
  return all;
}

std::optional<std::vector<IndexPair>> paired(const Value::Map& left, const Value::Map& right) {
  std::unordered_map<std::string, std::uint32_t> places;
  for (std::uint32_t j = 0; j < right.size(); ++j) {
    std::string key = key_step(right[j].first);
    if (key.empty() || !places.emplace(std::move(key), j).second) return std::nullopt;
  }
  std::vector<IndexPair> pairs;
  std::vector<bool> is_paired(right.size());
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    const std::string key = key_step(left[i].first);
    if (key.empty()) return std::nullopt;
    const auto found = places.find(key);
    pairs.emplace_back(i, found == places.end() ? kNoNode : found->second);
    if (found != places.end()) is_paired[found->second] = true;
  }
  for (std::uint32_t j = 0; j < right.size(); ++j)
    if (!is_paired[j]) pairs.emplace_back(kNoNode, j);
  return pairs;
}

DiffMatch::DiffMatch(const DiffGraph& a, const DiffGraph& b)
    : a_(a), b_(b), in_b_(a.size(), kNoNode), in_a_(b.size(), kNoNode) {
  pair(0, 0);
  walk();
  find_moved();
  for (std::size_t at = 0; at < doubtful_.size(); ++at) {  // grows
    const auto [left, right] = doubtful_[at];
    if (in_b_[left] != kNoNode || in_a_[right] != kNoNode) continue;
    pair(left, right);
    walk();
  }
}

void DiffMatch::index_hashes() {
  if (has_hashes_) return;
  has_hashes_ = true;
  for (NodeNumber i = a_.size(); i-- > 0;) by_hash_a_[a_.hash(i)].push_back(i);  // the first at the end
  for (NodeNumber j = 0; j < b_.size(); ++j) ++hashes_b_[b_.hash(j)];
}

void DiffMatch::pair(NodeNumber a, NodeNumber b) {
  in_b_[a] = b;
  in_a_[b] = a;
  open_.emplace_back(a, b);
}

void DiffMatch::walk() {
  while (!open_.empty()) {
    const auto [a, b] = open_.back();
    open_.pop_back();
    if (open_.size() >= kAhead) {
      prefetch(a_.node(open_[open_.size() - kAhead].first));
      prefetch(b_.node(open_[open_.size() - kAhead].second));
    }
    const Node& left = a_.entered(a);
    const Node& right = b_.entered(b);
    const std::size_t begin = open_.size();
    for (const Argument& argument : right.arguments) {
      const std::size_t parameter = left.target == right.target
                                        ? argument.parameter
                                        : left.target->find(right.target->parameters[argument.parameter].name);
      if (parameter == left.target->parameters.size()) continue;
      if (const Value* before = left.find(parameter)) values(*before, argument.value);
    }
    // In order, so that what is shared is taken for what stands at its first path.
    std::reverse(open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
  }
}

void DiffMatch::values(const Value& left, const Value& right) {
  if (left.kind() != right.kind()) return;
  if (left.is(Kind::node)) {
    meet(a_.number(*left.node()), b_.number(*right.node()));
  } else if (left.is(Kind::list) && holds_nodes(left)) {
    for (const auto& [i, j] : paired(a_, b_, left.list(), right.list())) values(left.list()[i], right.list()[j]);
  } else if (left.is(Kind::map) && holds_nodes(left)) {
    if (const auto pairs = paired(left.map(), right.map()))
      for (const auto& [i, j] : *pairs)
        if (i != kNoNode && j != kNoNode) values(left.map()[i].second, right.map()[j].second);
  }
}

/// The two stand at one place.
void DiffMatch::meet(NodeNumber a, NodeNumber b) {
  if (in_b_[a] != kNoNode || in_a_[b] != kNoNode || !a_.has_path(a)) return;
  const Node& left = a_.node(a);
  const Node& right = b_.node(b);
  if (are_alike(left, right)) return pair(a, b);
  if (!can_be_retargeted(left) || !can_be_retargeted(right)) return;
  index_hashes();
  if (hashes_b_.contains(a_.hash(a)) || by_hash_a_.contains(b_.hash(b)))
    doubtful_.emplace_back(a, b);
  else
    pair(a, b);
}

/// What is equal elsewhere, the largest first.
void DiffMatch::find_moved() {
  for (NodeNumber b = 0; b < b_.size(); ++b) {
    if (in_a_[b] != kNoNode || b_.node(b).kind == NodeKind::in_place) continue;
    index_hashes();
    const auto found = by_hash_a_.find(b_.hash(b));
    if (found == by_hash_a_.end()) continue;
    std::vector<NodeNumber>& candidates = found->second;
    while (!candidates.empty() && (in_b_[candidates.back()] != kNoNode || !a_.has_path(candidates.back()) ||
                                   !are_alike(a_.node(candidates.back()), b_.node(b))))
      candidates.pop_back();
    if (candidates.empty()) continue;
    pair(candidates.back(), b);
    walk();
  }
}

}  // namespace run::detail
