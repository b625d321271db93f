// The walk over a graph that everything else is made of: nodes in order, paths, copies.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "run/node.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

/// The steps within an argument to the node, such as `[2][0]`; false where it is not in there.
bool steps_to(const Value& value, const Node& node, std::string& steps) {
  if (value.is(Value::Kind::node)) return value.node().get() == &node;
  const std::size_t length = steps.size();
  if (value.is(Value::Kind::list)) {
    for (std::size_t i = 0; i < value.list().size(); ++i) {
      steps += "[" + std::to_string(i) + "]";
      if (steps_to(value.list()[i], node, steps)) return true;
      steps.resize(length);
    }
  } else if (value.is(Value::Kind::map)) {
    for (const auto& [key, entry] : value.map()) {
      steps += "[" + key.text() + "]";
      if (steps_to(entry, node, steps)) return true;
      steps.resize(length);
    }
  }
  return false;
}

std::string step(const Node& parent, const Node& child) {
  std::string steps;
  for (const Argument& argument : parent.arguments)
    if (steps_to(argument.value, child, steps))
      return std::string(parent.target->parameters[argument.parameter].name) + steps;
  return {};
}

/// Calls visit(node, parent) for each node that can be reached, each once, parents first, in order.
template <class Visit>
void walk_graph(Node& root, Visit&& visit) {
  struct Open {
    Node* node;
    Node* parent;
  };
  std::vector<Open> open{{&root, nullptr}};
  std::unordered_set<const Node*> seen;
  std::vector<Open> children;
  while (!open.empty()) {
    const Open next = open.back();
    open.pop_back();
    if (!seen.insert(next.node).second) continue;
    visit(*next.node, next.parent);
    children.clear();
    each_child(*next.node, [&](const NodePtr& child) {
      if (!seen.contains(child.get())) children.push_back({child.get(), next.node});
    });
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

Value rebuilt(const Value& value, const std::unordered_map<const Node*, NodePtr>& copies) {
  if (value.is(Value::Kind::node)) {
    const auto copy = copies.find(value.node().get());
    return Value(copy == copies.end() ? value.node() : copy->second);
  }
  if (value.is(Value::Kind::list)) {
    Value::List list;
    list.reserve(value.list().size());
    for (const Value& element : value.list()) list.push_back(rebuilt(element, copies));
    return Value(std::move(list));
  }
  if (value.is(Value::Kind::map)) {
    Value::Map map;
    map.reserve(value.map().size());
    for (const auto& [key, entry] : value.map()) map.emplace_back(key, rebuilt(entry, copies));
    return Value(std::move(map));
  }
  return value;
}

}  // namespace

std::vector<Node*> reachable(Node& root) {
  std::vector<Node*> nodes;
  walk_graph(root, [&](Node& node, Node*) { nodes.push_back(&node); });
  return nodes;
}

std::string join(std::string_view path, std::string_view name) {
  std::string all(path);
  if (!all.empty() && !name.empty() && name.front() != '[') all += '.';
  all += name;
  return all;
}

std::string path_of(Node& root, const Node& node) {
  if (node.default_of != nullptr) {
    Node& owner = *node.default_of;
    std::string steps;
    if (const Value* value = owner.find_or_default(node.default_parameter)) {
      if (steps_to(*value, node, steps))
        return join(path_of(root, owner), std::string(owner.target->parameters[node.default_parameter].name) + steps);
    }
    return path_of(root, owner);
  }
  std::unordered_map<const Node*, Node*> parents;
  walk_graph(root, [&](Node& reached, Node* parent) { parents.emplace(&reached, parent); });
  std::vector<std::string> steps;
  const Node* at = &node;
  for (auto found = parents.find(at); found != parents.end() && found->second != nullptr; found = parents.find(at)) {
    steps.push_back(step(*found->second, *at));
    at = found->second;
  }
  std::string path;
  for (auto part = steps.rbegin(); part != steps.rend(); ++part) path = join(path, *part);
  return path;
}

Value clone(const Value& value, bool keep_shared) {
  std::vector<NodePtr> open;
  std::vector<const Node*> order;
  std::unordered_map<const Node*, NodePtr> copies;
  const auto reach = [&](const NodePtr& node) {
    if (keep_shared && node->shared_handles > 0) return;
    auto [copy, fresh] = copies.try_emplace(node.get());
    if (!fresh) return;
    copy->second = std::make_shared<Node>(*node->target, node->kind, node->where);
    open.push_back(node);
  };
  each_node(value, reach);
  if (open.empty()) return value;
  while (!open.empty()) {
    const NodePtr node = std::move(open.back());
    open.pop_back();
    order.push_back(node.get());
    each_child(*node, reach);
  }
  for (const Node* node : order) {
    Node& copy = *copies.find(node)->second;
    copy.arguments.reserve(node->arguments.size());
    for (const Argument& argument : node->arguments)
      copy.arguments.push_back({argument.parameter, rebuilt(argument.value, copies), argument.where});
  }
  return rebuilt(value, copies);
}

NodePtr clone(const NodePtr& root, bool keep_shared) { return root ? clone(Value(root), keep_shared).node() : nullptr; }

}  // namespace run::detail
