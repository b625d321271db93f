// Nodes of one target => nodes of another.
#include "run/retarget.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "Changes.h"
#include "Elements.h"
#include "Fit.h"
#include "NamedTarget.h"
#include "ValueText.h"
#include "run/error.h"
#include "run/history.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

bool replace_in(Value& value, const Node& node, const NodePtr& by) {
  bool found = false;
  if (value.is(Value::Kind::node)) {
    found = value.node().get() == &node;
    if (found) value = Value(by);
  } else if (value.is(Value::Kind::list)) {
    for (Value& element : value.list()) found = replace_in(element, node, by) || found;
  } else if (value.is(Value::Kind::map)) {
    for (auto& entry : value.map()) found = replace_in(entry.second, node, by) || found;
  }
  return found;
}

bool holds(const Value& value, const Node& node) {
  bool found = false;
  each_node(value, [&](const NodePtr& held) { found = found || held.get() == &node; });
  return found;
}

/// Whether all who hold the node take a node of that target, too. Throws Error where one does not.
void check_holders(const Spot& spot, const Node& node, const TargetInfo& target, const Type& root) {
  const NodePtr probe = Node::make(target, node.kind, node.where);
  if (&node == spot.root && !node_fits(*Node::make(target, NodeKind::config, Location()), root))
    throw Error("expected " + root.name() + ", found " + target.display());
  if (node.default_of() != nullptr) {  // not an argument yet
    Value with(probe);
    Misfit misfit;
    if (!fit(types_of(spot), with, misfit)) fail(spot, misfit.message());
  }
  for (Node* holder : reachable(*spot.root)) {
    for (const Argument& argument : holder->arguments) {
      if (!holds(argument.value, node)) continue;
      Value with = argument.value;
      replace_in(with, node, probe);
      Misfit misfit;
      if (fit(holder->target->parameters[argument.parameter].types, with, misfit)) continue;
      const Spot place{.root = spot.root, .node = holder, .parameter = argument.parameter};
      throw Error(path_of(place) + misfit.path + ": " + misfit.message());
    }
  }
}

/// To be called before the node becomes another: the elements of a container have another value then.
void record_elements(const Spot& container, const Value& value, const Node& node, const Value& by, Location where) {
  const auto element = [&](std::uint32_t index, std::string step, const Value& held) {
    if (held.is(Value::Kind::node)) {
      if (held.node().get() == &node) record_element({container, std::move(step), by, where, How::element});
    } else if (container.depth < Spot::kDeepest) {
      Spot inner = container;
      inner.steps[inner.depth++] = index;
      record_elements(inner, held, node, by, where);
    }
  };
  std::uint32_t index = 0;
  if (value.is(Value::Kind::list)) {
    for (const Value& held : value.list()) {
      element(index, "[" + std::to_string(index) + "]", held);
      ++index;
    }
  } else if (value.is(Value::Kind::map)) {
    for (const auto& [key, held] : value.map()) element(index++, shown_step(key), held);
  }
}

/// The same of all arguments that hold it.
void record_holders(const Spot& spot, const Node& node, const NodePtr& by, Location where) {
  for (Node* holder : reachable(*spot.root)) {
    for (Argument& argument : holder->arguments) {
      if (!holds(argument.value, node)) continue;
      if (argument.value.is(Value::Kind::node)) {
        record(*holder, argument.parameter, where, How::set);
        argument.where = where;
      } else {
        record_elements({.root = spot.root, .node = holder, .parameter = argument.parameter}, argument.value, node,
                        Value(by), where);
      }
    }
  }
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

NodePtr retargeted(Node& node, const TargetInfo& target, std::vector<Dropped>& dropped, Location where) {
  NodePtr made = Node::make(target, node.kind, where);
  made->is_shared = node.is_shared;
  made->is_in_shared_place = node.is_in_shared_place;
  Records records;
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
    Value value = argument.value;
    Misfit misfit;
    if (!fit(target.parameters[parameter].types, value, misfit)) {
      drop(misfit.path.empty() ? misfit.message() : misfit.path + ": " + misfit.message());
      continue;
    }
    made->set(parameter, std::move(value), argument.where);
    if (node.history() == nullptr) continue;
    for (Record record : *node.history()) {
      if (record.parameter != argument.parameter) continue;
      record.parameter = static_cast<std::uint32_t>(parameter);
      records.push_back(std::move(record));
    }
  }
  if (!records.empty()) made->records() = std::move(records);
  return made;
}

std::vector<Dropped> retarget(const Spot& spot, const TargetInfo& target, Location where, const Type* root) {
  Node& node = node_at(spot);
  if (node.kind == NodeKind::in_place || node.target->is_container || target.is_container)
    fail(spot, "only the configuration of an object or a call can become one of another target");
  check_holders(spot, node, target, root != nullptr ? *root : *node.target->object);
  std::vector<Dropped> dropped;
  const NodePtr made = retargeted(node, target, dropped, where);
  node.settle();
  record_holders(spot, node, made, where);
  Records records = std::move(made->records());
  node.become(std::move(*made));
  node.where = where;
  if (node.history() != nullptr) node.records() = std::move(records);
  return dropped;
}

}  // namespace run::detail
