// Nodes of one target => nodes of another.
#include "run/retarget.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "Changes.h"
#include "Elements.h"
#include "Fit.h"
#include "NamedTarget.h"
#include "Others.h"
#include "ValueText.h"
#include "Walk.h"
#include "run/error.h"
#include "run/history.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

bool holds(const Value& value, const Others& others) {
  bool found = false;
  each_node(value, [&](const NodePtr& held) { found = found || others.contains(held.get()); });
  return found;
}

Value with_others(const Value& value, const Others& others) {
  return exchanged(value, [&](const NodePtr& node) {
    const auto found = others.find(node.get());
    return found == others.end() ? node : found->second;
  });
}

/// The arguments that hold one of the nodes, and the defaults that do and are no arguments yet.
std::vector<Spot> holders_of(const Others& others, Node& root) {
  std::vector<Spot> holders;
  const auto look_at = [&](Node& node, std::uint32_t parameter, const Value& value) {
    if (holds(value, others)) holders.push_back({.root = &root, .node = &node, .parameter = parameter});
  };
  const auto look_below = [&](Node& start) {
    for (Node* node : reachable(start))
      for (const Argument& argument : node->arguments) look_at(*node, argument.parameter, argument.value);
  };
  look_below(root);
  std::set<std::pair<Node*, std::uint32_t>> defaults;
  for (const auto& [node, other] : others)
    if (Node* owner = node->default_of()) defaults.emplace(owner, node->default_parameter());
  for (const auto& [owner, parameter] : defaults) {
    const Value& value = *owner->find_default(parameter);
    look_at(*owner, parameter, value);
    each_node(value, [&](const NodePtr& child) { look_below(*child); });
  }
  return holders;
}

/// Whether nothing but that place holds the node, and whether it may stand there does not depend on what stands beside
/// it.
bool is_held_alone(const Spot& spot, const Node& node) {
  return spot.parameter != Spot::kWholeNode && !node.has_owners() && node.default_of() == nullptr &&
         spot.node->target->parameters[spot.parameter].types.size() == 1 && types_of(spot).size() == 1;
}

/// Throws Error where the others do not fit. What is one of the nodes itself takes them or drops them.
void check_holders(const std::vector<Spot>& holders, const Others& others) {
  for (const Spot& holder : holders) {
    if (others.contains(holder.node)) continue;
    Value with = with_others(*look(holder), others);
    Misfit misfit;
    if (!fit(types_of(holder), with, misfit)) throw Error(path_of(holder) + misfit.path + ": " + misfit.message());
  }
}

/// To be called before the nodes become the others: the arguments that hold them, and the elements there, have another
/// value then.
void record_change(const Spot& place, const Value& value, const Others& others, Location where) {
  if (value.is(Value::Kind::node)) {
    const auto found = others.find(value.node().get());
    if (found == others.end()) return;
    if (place.depth != 0) {
      const Spot argument{.root = place.root, .node = place.node, .parameter = place.parameter};
      return record_element({argument, steps_of(place), Value(found->second), where, How::element});
    }
    record(*place.node, place.parameter, where, How::set);
    const_cast<Argument*>(place.node->find_argument(place.parameter))->where = where;
  } else if (place.depth < Spot::kDeepest) {
    Spot inner = place;
    std::uint32_t& index = inner.steps[inner.depth++];
    const auto enter = [&](const Value& element) {
      record_change(inner, element, others, where);
      ++index;
    };
    if (value.is(Value::Kind::list))
      for (const Value& element : value.list()) enter(element);
    else if (value.is(Value::Kind::map))
      for (const auto& entry : value.map()) enter(entry.second);
  }
}

void check_can_become(const Spot& spot, const Node& node, const TargetInfo& target) {
  if (node.kind == NodeKind::in_place || node.target->is_container || target.is_container)
    fail(spot, "only the configuration of an object or a call can become one of another target");
}

/// What the root becomes must give what it gave, or a `wanted`.
void check_root(const Node& root, const TargetInfo& target, const Type* wanted) {
  const Type& type = wanted != nullptr ? *wanted : *root.target->object;
  if (!node_fits(*Node::make(target, NodeKind::config, Location()), type))
    throw Error("expected " + type.name() + ", found " + target.display());
}

/// One of that target, without arguments yet.
NodePtr blank_other(const Node& node, const TargetInfo& target, Location where) {
  NodePtr other = Node::make(target, node.kind, where);
  other->is_shared = node.is_shared;
  other->is_in_shared_place = node.is_in_shared_place;
  return other;
}

/// The arguments of the node that the other can have, with what becomes of the nodes in them.
void take_arguments(Node& other, const Node& node, const Others& others, std::vector<Dropped>& dropped) {
  const TargetInfo& target = *other.target;
  for (const Argument& argument : node.arguments) {
    const std::string_view name = node.target->parameters[argument.parameter].name;
    const auto drop = [&](std::string reason) {
      dropped.push_back({std::string(name), argument.value.text(), std::move(reason), argument.where});
    };
    const std::size_t parameter = target.find(name);
    if (parameter == target.parameters.size()) {
      std::vector<std::string_view> names;
      for (const Parameter& known : target.parameters) names.push_back(known.name);
      const std::string_view near = nearest(name, names);
      drop(target.display() + " has no argument `" + std::string(name) + "`" +
           (near.empty() ? "" : "; it has `" + std::string(near) + "`"));
      continue;
    }
    Value value = holds(argument.value, others) ? with_others(argument.value, others) : argument.value;
    Misfit misfit;
    if (fit(target.parameters[parameter].types, value, misfit))
      other.set(parameter, std::move(value), argument.where);
    else
      drop(misfit.path.empty() ? misfit.message() : misfit.path + ": " + misfit.message());
  }
}

/// The node says what the other does, and keeps the history of the arguments that it keeps. REQUIRES: it is settled.
void become(Node& node, Node& other, const Others& back, Location where) {
  for (Argument& argument : other.arguments)
    if (holds(argument.value, back)) argument.value = with_others(argument.value, back);
  node.is_in_shared_place = other.is_in_shared_place;
  node.become(std::move(other));
  node.where = where;
  if (node.history() != nullptr)
    std::erase_if(node.records(), [&](const Record& record) { return node.find(record.parameter) == nullptr; });
}

/// `alone`: the place that alone holds the one node, where that is known.
std::vector<Dropped> retarget_nodes(Node& root, const std::vector<NodePtr>& nodes, const TargetInfo& target,
                                    Location where, const Spot* alone) {
  Others others;
  Others back;
  for (const NodePtr& node : nodes) {
    const NodePtr other = blank_other(*node, target, where);
    others.emplace(node.get(), other);
    back.emplace(other.get(), node);
  }
  std::vector<Dropped> dropped;
  for (const NodePtr& node : nodes) take_arguments(*others.at(node.get()), *node, others, dropped);
  const std::vector<Spot> holders = alone != nullptr ? std::vector<Spot>{*alone} : holders_of(others, root);
  check_holders(holders, others);
  for (const NodePtr& node : nodes) node->settle();
  for (const Spot& holder : holders) record_change(holder, *look(holder), others, where);
  for (const NodePtr& node : nodes) become(*node, *others.at(node.get()), back, where);
  return dropped;
}

}  // namespace

const TargetInfo& named_target(const Spot& spot, std::string_view name) {
  std::vector<const TargetInfo*> found = find_targets(name);
  if (found.empty()) fail(spot, no_target(name));
  if (found.size() == 1) return *found.front();
  const auto types = types_of(spot);
  std::erase_if(found, [&](const TargetInfo* target) {
    const NodePtr probe = Node::make(*target, NodeKind::config, Location());
    return !types.empty() &&
           std::none_of(types.begin(), types.end(), [&](const Type* type) { return node_fits(*probe, *type); });
  });
  if (found.size() != 1)
    fail(spot, "several targets are named `" + std::string(name) + "`, by name alone it is not said which");
  return *found.front();
}

void record_others(Node& root, const Others& others, Location where) {
  for (const Spot& holder : holders_of(others, root)) record_change(holder, *look(holder), others, where);
}

NodePtr retargeted(Node& node, const TargetInfo& target, std::vector<Dropped>& dropped, Location where) {
  NodePtr made = blank_other(node, target, where);
  take_arguments(*made, node, {}, dropped);
  if (node.history() == nullptr) return made;
  for (Record record : *node.history()) {
    const std::size_t parameter = target.find(node.target->parameters[record.parameter].name);
    if (parameter == target.parameters.size() || made->find(parameter) == nullptr) continue;
    record.parameter = static_cast<std::uint32_t>(parameter);
    made->records().push_back(std::move(record));
  }
  return made;
}

std::vector<Dropped> retarget(const Spot& spot, const TargetInfo& target, Location where, const Type* root) {
  Node& node = node_at(spot);
  check_can_become(spot, node, target);
  if (&node == spot.root) check_root(node, target, root);
  const bool is_alone = is_held_alone(spot, node);
  return retarget_nodes(*spot.root, {NodePtr(&node)}, target, where, is_alone ? &spot : nullptr);
}

std::vector<Dropped> retarget_all(const Spot& root, const std::vector<NodePtr>& nodes, const TargetInfo& target,
                                  Location where) {
  for (const NodePtr& node : nodes) {
    check_can_become({.root = root.root, .node = node.get()}, *node, target);
    if (node.get() == root.root) check_root(*node, target, nullptr);
  }
  return retarget_nodes(*root.root, nodes, target, where, nullptr);
}

}  // namespace run::detail
