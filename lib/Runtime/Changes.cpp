#include "Changes.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "Cycles.h"
#include "Fit.h"
#include "run/config.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {

const Value& Changes::give(Change& change, Value value, PackedLocation where) {
  const Node& node = *change.node;
  const auto path = [&] { return path_of({.root = &root_, .node = change.node.get(), .parameter = change.parameter}); };
  if (!can_be_set(node, change.parameter))
    throw Error(path() + ": the object is made by another constructor: only what can be assigned can be set");
  if (value.is(Value::Kind::node) && value.node()->kind == NodeKind::in_place)
    throw Error(path() + ": only some members of it are set: it has no value as a whole");
  const auto types = node.target->parameters[change.parameter].types;
  Misfit misfit;
  if (!(types.size() == 1 && fits_at_once(value, *types[0])) && !fit(types, value, misfit))
    throw Error(path() + misfit.path + ": " + misfit.message());
  if (types.size() == 1) copy_pointees(*types[0], value);
  may_hold_nodes_ = may_hold_nodes_ || value.may_hold_nodes();
  change.value = std::move(value);
  change.where = where;
  return change.value;
}

void Changes::add(Node& node, std::string_view name, Value value, PackedLocation where) {
  std::size_t parameter = node.target->find(name);
  // Paths are looked for in the whole graph: only where there is something to say.
  if (parameter == node.target->parameters.size()) parameter = node.target->index(name, path_of(root_, node));
  add(node, parameter, std::move(value), where);
}

void Changes::check_cycles() const {
  std::vector<const Node*> roots;
  std::unordered_map<const Node*, std::vector<const Change*>> changes;
  std::unordered_map<const Node*, std::vector<const Node*>> defaults;  // those that become arguments, by their owners
  for (const Change& change : changes_) {
    changes[change.node.get()].push_back(&change);
    roots.push_back(change.node.get());
    for (const Node* node = change.node.get(); node->default_of() != nullptr; node = node->default_of())
      defaults[node->default_of()].push_back(node);
  }
  const Node* held = find_cycle(roots, [&](const Node& node, const auto& visit) {
    const auto visit_nodes = [&](const Value& value) {
      each_node(value, [&](const NodePtr& child) { visit(*child); });
    };
    if (const auto found = defaults.find(&node); found != defaults.end())
      for (const Node* child : found->second) visit(*child);
    const auto changed = changes.find(&node);
    const auto is_changed = [&](const Argument& argument) {
      return changed != changes.end() &&
             std::any_of(changed->second.begin(), changed->second.end(),
                         [&](const Change* change) { return change->parameter == argument.parameter; });
    };
    for (const Argument& argument : node.arguments)
      if (argument.value.may_hold_nodes() && !is_changed(argument)) visit_nodes(argument.value);
    if (changed != changes.end())
      for (const Change* change : changed->second) visit_nodes(change->value);
  });
  if (held == nullptr) return;
  const std::string path = path_of(root_, *held);
  throw Error((path.empty() ? held->target->display() : path) +
              ": a configuration cannot hold itself, and with what is set this one would");
}

int Changes::make(How how) {
  if (may_hold_nodes_) check_cycles();
  PackedLocation where;
  bool is_known = false;
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    Change change = std::move(changes_[i]);  // whose node has an owner less at once, while it is in the cache
    if (i + kAhead < changes_.size()) prefetch_argument(*changes_[i + kAhead].node, change.parameter);
    if (change.where != where) is_known = change.where.known();
    where = change.where;
    if (Argument* argument = is_known ? set_before(*change.node, change.parameter, where) : nullptr) {
      argument->value = std::move(change.value);
      continue;
    }
    record(*change.node, change.parameter, where, how);
    change.node->set(change.parameter, std::move(change.value), where);
  }
  return static_cast<int>(changes_.size());
}

std::vector<Node*> nodes_below(const Spot& spot) {
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot);
  if (value == nullptr || value->is(Value::Kind::node)) return reachable(node_at(spot));
  std::vector<Node*> nodes;
  std::unordered_set<const Node*> seen;
  each_node(*value, [&](const NodePtr& root) {
    if (seen.contains(root.get())) return;
    for (Node* node : reachable(*root))
      if (seen.insert(node).second) nodes.push_back(node);
  });
  if (nodes.empty()) node_at(spot);  // throws
  return nodes;
}

std::string suggestion(std::string_view name, std::vector<std::string_view> known) {
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  if (const std::string_view near = nearest(name, known); !near.empty()) return did_you_mean(near);
  return known.empty() ? "" : (known.size() == 1 ? "; there is " : "; there are ") + some_of(known);
}

void with_arguments(Node& root, Node& node, const TargetInfo& view, Span<Slot> slots) {
  Changes changes(root);
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (!slots[i].value.absent())
      changes.add(node, parameter_of(node, &view, i), std::move(slots[i].value), slots[i].where);
  changes.make(How::set);
}

void set_named(const Spot& spot, Span<const NamedValue> arguments) {
  Node& node = node_within(spot);
  Changes changes(*spot.root);
  for (const auto& [name, given] : arguments) changes.add(node, name, given.value, given.where);
  changes.make(How::set);
}

}  // namespace run::detail
