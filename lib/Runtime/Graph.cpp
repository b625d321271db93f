// What the walk over a graph tells: its nodes, their paths. Copies.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ValueText.h"
#include "Walk.h"
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
      steps += shown_step(key);
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
  if (node.default_of() != nullptr) {
    Node& owner = *node.default_of();
    std::string steps;
    if (node.kind == NodeKind::in_place)
      return join(path_of(root, owner), owner.target->parameters[node.default_parameter()].name);
    if (const Value* value = owner.find_or_default(node.default_parameter())) {
      if (steps_to(*value, node, steps))
        return join(path_of(root, owner), std::string(owner.target->parameters[node.default_parameter()].name) + steps);
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

namespace {

/// Whether copies of an object that holds the node's result hold the same one: a shared pointer's, that of a function
/// that was called once, or what a smart pointer points to.
bool is_shared_by_copies(const Node& node) {
  if (node.is_in_shared_place) return true;
  const TargetInfo& target = *node.target;
  if (node.kind != NodeKind::config || (target.function.pointer == nullptr && !target.is_pointer)) return false;
  const bool copies = target.copy != nullptr || target.to_value != nullptr;
  return target.holding == Holding::shared || (target.holding == Holding::value && copies);
}

/// One copy of a graph. Nodes are made where they are met and filled later, so that nothing recurses.
class Copy {
 public:
  /// `root` is copied although a shared pointer may hold it.
  Copy(bool keep_shared, const Node* root) : keep_shared_(keep_shared), root_(root) {}

  /// Of a Value or a NodePtr.
  template <class T>
  T copied(const T& original) {
    T copy = met(original);
    fill();
    return copy;
  }

  NodePtr copied_alone(const Node& root) {
    NodePtr copy = opened(root);
    copy->is_shared = copy->is_in_shared_place = false;
    fill();
    return copy;
  }

 private:
  void fill() {
    while (!open_.empty()) {
      const auto [node, its_copy] = open_.back();
      open_.pop_back();
      const std::size_t begin = open_.size();
      for (const Argument& argument : node->arguments)
        its_copy->arguments.emplace_back(argument.parameter, met(argument.value), argument.where);
      if (const Records* history = node->history()) its_copy->records() = *history;
      // In order, so that the copies lie in memory in the order in which a walk meets them.
      std::reverse(open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
      ahead_.step(open_, begin, [](const Open& coming, const auto& ask) { ask(*coming.node); });
    }
  }

  NodePtr met(const NodePtr& node) {
    if (keep_shared_ && (node->is_shared || (node.get() != root_ && is_shared_by_copies(*node)))) return node;
    // A node that has one owner is met once.
    if (!node->has_owners()) return opened(*node);
    NodePtr& known = copies_[node.get()];
    if (!known) known = opened(*node);
    return known;
  }

  Value met(const Value& value) {
    switch (value.kind()) {
      case Value::Kind::node:
        return Value(met(value.node()));
      case Value::Kind::list: {
        Value::List list;
        list.reserve(value.list().size());
        for (const Value& element : value.list()) list.push_back(met(element));
        return Value(std::move(list));
      }
      case Value::Kind::map: {
        Value::Map map;
        map.reserve(value.map().size());
        for (const auto& [key, entry] : value.map()) map.emplace_back(key, met(entry));
        return Value(std::move(map));
      }
      default:
        return value;
    }
  }

  NodePtr opened(const Node& node) {
    NodePtr copy = Node::make(*node.target, node.kind, node.where, node.arguments.size());
    copy->is_shared = node.is_shared;
    copy->is_in_shared_place = node.is_in_shared_place;
    copy->set_overload(node.overload());
    open_.push_back({&node, copy.get()});
    return copy;
  }

  struct Open {
    const Node* node;
    Node* copy;
  };
  bool keep_shared_;
  const Node* root_;
  std::vector<Open> open_;
  Lookahead ahead_;
  std::unordered_map<const Node*, NodePtr> copies_;
};

}  // namespace

void mark_shared(const Type& type, const Value& value) {
  const auto mark_each = [](Span<const Type* const> parts, const Value::List& list) {
    for (std::size_t i = 0; i < list.size() && !parts.empty(); ++i)
      mark_shared(*parts[std::min(i, parts.size() - 1)], list[i]);
  };
  switch (type.kind) {
    case TypeKind::holder:
      if (type.is_shared && value.is(Value::Kind::node)) value.node()->is_in_shared_place = true;
      break;
    case TypeKind::optional:
      mark_shared(*type.parts[0], value);
      break;
    case TypeKind::variant:
      if (!value.null() && !value.absent()) mark_shared(*type.parts[alternative_of(type, value)], value);
      break;
    case TypeKind::sequence:
    case TypeKind::tuple:
      if (value.is(Value::Kind::list)) mark_each(type.parts, value.list());
      break;
    case TypeKind::map:
      if (value.is(Value::Kind::map))
        for (const auto& entry : value.map()) mark_shared(*type.parts[1], entry.second);
      break;
    default:
      break;
  }
}

void make_once(Node& node) {
  if (is_shared_by_copies(node)) node.is_shared = true;
}

Value clone(const Value& value, bool keep_shared) { return Copy(keep_shared, nullptr).copied(value); }

NodePtr clone(const NodePtr& root, bool keep_shared) {
  return root ? Copy(keep_shared, root.get()).copied(root) : nullptr;
}

NodePtr clone_pointee(const Node& root) { return Copy(true, nullptr).copied_alone(root); }

}  // namespace run::detail
