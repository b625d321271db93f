#include "DiffGraph.h"

#include <algorithm>
#include <bit>

#include "Hash.h"
#include "ValueText.h"
#include "Walk.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

/// Calls visit(node, steps, has_path) for each node in the value.
template <class Visit>
void each_place(const Value& value, std::vector<std::uint32_t>& steps, bool has_path, Visit&& visit) {
  if (value.is(Kind::node)) {
    visit(value.node(), steps, has_path);
    return;
  }
  const auto enter = [&](std::size_t index, const Value& element, bool is_said) {
    steps.push_back(static_cast<std::uint32_t>(index));
    each_place(element, steps, has_path && is_said, visit);
    steps.pop_back();
  };
  if (value.is(Kind::list))
    for (std::size_t i = 0; i < value.list().size(); ++i) enter(i, value.list()[i], true);
  if (value.is(Kind::map))
    for (std::size_t i = 0; i < value.map().size(); ++i)
      enter(i, value.map()[i].second, !key_step(value.map()[i].first).empty());
}

}  // namespace

DiffGraph::DiffGraph(Node& root) {
  struct Open {
    Node* node;
    Place place;
    NodeNumber done;  // its number, where all that is below it has its hash
  };
  std::vector<Open> open{{&root, {kNoNode, 0, 0, 0, true}, kNoNode}};
  std::vector<std::uint32_t> steps;
  while (!open.empty()) {
    const Open next = open.back();
    open.pop_back();
    if (open.size() >= kAhead) prefetch(*open[open.size() - kAhead].node);
    if (next.done != kNoNode) {
      entries_[next.done].end = size();
      entries_[next.done].hash = hash_node(next.done);
      continue;
    }
    Node& node = *next.node;
    if (node.has_owners()) {  // others are met once
      const auto [known, fresh] = owned_by_several_.try_emplace(&node, size());
      if (!fresh) {
        ++entries_[known->second].uses;
        continue;
      }
    }
    const NodeNumber number = size();
    entries_.push_back({.node = &node, .place = next.place, .end = number + 1, .uses = 1});
    open.push_back({&node, {}, number});
    const std::size_t first = open.size();
    for (const Argument& argument : node.arguments) {
      if (!argument.value.may_hold_nodes()) continue;
      each_place(
          argument.value, steps, next.place.has_path,
          [&](const NodePtr& child, const std::vector<std::uint32_t>& at, bool has_path) {
            const auto first_step = static_cast<std::uint32_t>(steps_.size());
            steps_.insert(steps_.end(), at.begin(), at.end());
            open.push_back({child.get(),
                            {number, argument.parameter, first_step, static_cast<std::uint32_t>(at.size()), has_path},
                            kNoNode});
          });
    }
    if (open.size() == first) {
      open.pop_back();
      entries_[number].hash = hash_node(number);
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(std::min(first, open.size())), open.end());
  }
}

std::uint64_t DiffGraph::hash_node(NodeNumber number) const {
  const Node& node = entered(number);
  std::uint64_t hash = mix(address(node.target), static_cast<std::uint64_t>(node.kind));
  for (const Argument& argument : node.arguments)  // in any order
    hash += mix(argument.parameter, this->hash(argument.value));
  return hash;
}

std::uint64_t DiffGraph::hash(const Value& value) const {
  return hash_value(value, [this](const Node& node) { return entries_[number(node)].hash; });
}

NodeNumber DiffGraph::look_up(const Node& node) const {
  if (const auto known = owned_by_several_.find(&node); known != owned_by_several_.end()) return known->second;
  if (indexed_ != size()) index();
  const std::size_t mask = index_.size() - 1;
  for (std::size_t at = mix(0, address(&node)) & mask; index_[at] != kNoNode; at = (at + 1) & mask)
    if (entries_[index_[at]].node == &node) return last_ = index_[at];
  return kNoNode;
}

void DiffGraph::index() const {
  index_.assign(std::bit_ceil(std::size_t{2} * size()), kNoNode);
  const std::size_t mask = index_.size() - 1;
  for (NodeNumber number = 0; number < size(); ++number) {
    std::size_t at = mix(0, address(entries_[number].node)) & mask;
    while (index_[at] != kNoNode) at = (at + 1) & mask;
    index_[at] = number;
  }
  indexed_ = size();
}

std::string DiffGraph::path(NodeNumber number) const {
  std::vector<NodeNumber> way;
  for (NodeNumber at = number; entries_[at].place.parent != kNoNode; at = entries_[at].place.parent) way.push_back(at);
  std::string path;
  for (auto at = way.rbegin(); at != way.rend(); ++at) {
    const Place& place = entries_[*at].place;
    const Node& parent = *entries_[place.parent].node;
    append_argument(path, parent.target->parameters[place.parameter].name);
    const Value* value = parent.find(place.parameter);
    for (std::uint32_t i = 0; i < place.steps; ++i) {
      const std::uint32_t step = steps_[place.first_step + i];
      if (value->is(Kind::map)) {
        path += key_step(value->map()[step].first);
        value = &value->map()[step].second;
      } else {
        path += "[" + std::to_string(step) + "]";
        value = &value->list()[step];
      }
    }
  }
  return path;
}

Value Copier::operator()(const Value& value) {
  Value copy = rebuilt(value);
  while (!open_.empty()) {
    const auto [from, to] = std::move(open_.back());
    open_.pop_back();
    to->arguments.reserve(from->arguments.size());
    for (const Argument& argument : from->arguments)
      to->arguments.push_back({argument.parameter, rebuilt(argument.value), argument.where});
  }
  return copy;
}

NodePtr Copier::copy_of(const NodePtr& node) {
  if (NodePtr other = instead_(node)) return other;
  const auto [known, fresh] = copies_.try_emplace(node.get());
  if (!fresh) return known->second;
  kept_.push_back(node);
  NodePtr& copy = known->second;
  copy = Node::make(*node->target, node->kind, node->where);
  copy->set_overload(node->overload());
  copy->is_shared = node->is_shared;
  copy->is_in_shared_place = node->is_in_shared_place;
  open_.emplace_back(node, copy);
  return copy;
}

Value Copier::rebuilt(const Value& value) {
  return exchanged(value, [this](const NodePtr& node) { return copy_of(node); });
}

}  // namespace run::detail
