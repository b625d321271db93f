// Selections: found, set, replaced.
#include "run/select.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "Changes.h"
#include "Fit.h"
#include "NodePaths.h"
#include "Texts.h"
#include "Walk.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run {
namespace detail {
namespace {

bool matches(const Node& node, const Wish& wish) {
  return wish.target != nullptr ? node.target == wish.target : makes_class(*node.target, *wish.object);
}

void require_some(bool is_empty, const Spot& root) {
  if (!is_empty) return;
  const std::string path = path_of(root);
  throw Error((path.empty() ? "" : path + ": ") + std::string("no node is selected"));
}

}  // namespace

std::vector<NodePtr> find_nodes(const Spot& spot, const Wish& wish) {
  std::vector<NodePtr> found;
  for (Node* node : nodes_below(spot))
    if (matches(*node, wish)) found.push_back(node->shared_from_this());
  return found;
}

std::vector<TaggedArgument> find_tagged(const Spot& spot, std::string_view tag) {
  std::vector<TaggedArgument> found;
  for (Node* node : nodes_below(spot)) {
    for (std::size_t i = 0; i < node->target->parameters.size(); ++i) {
      bool has_it = false;
      each_tag(node->target->parameters[i].initial.tags, [&](std::string_view one) { has_it = has_it || one == tag; });
      if (has_it) found.push_back({node->shared_from_this(), i});
    }
  }
  return found;
}

std::vector<std::string> paths_of(const Spot& root, const std::vector<NodePtr>& nodes) {
  std::unordered_map<const Node*, std::string> known;
  for (const NodePtr& node : nodes) known.try_emplace(node.get());
  each_node_with_path(*root.root, [&](Node& node, const std::string& path) {
    if (const auto found = known.find(&node); found != known.end()) found->second = path;
  });
  std::vector<std::string> paths;
  paths.reserve(nodes.size());
  for (const NodePtr& node : nodes) {
    const std::string& path = known[node.get()];
    paths.push_back(path.empty() ? path_of(*root.root, *node) : path);  // of a default: it is no argument yet
  }
  return paths;
}

int set_in_all(const Spot& root, const std::vector<NodePtr>& nodes, std::string_view name, const Value& value,
               Location where) {
  require_some(nodes.empty(), root);
  Changes changes(*root.root);
  for (const NodePtr& node : nodes) changes.add(*node, name, clone(value, true), where);
  return changes.make(How::set);
}

int with_in_all(const Spot& root, const std::vector<NodePtr>& nodes, const TargetInfo& view, Span<Slot> slots) {
  require_some(nodes.empty(), root);
  Changes changes(*root.root);
  for (const NodePtr& node : nodes)
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (!slots[i].value.absent())
        changes.add(*node, parameter_of(*node, &view, i), clone(slots[i].value, true), slots[i].where);
  changes.make(How::set);
  return static_cast<int>(nodes.size());
}

int replace_all(const Spot& root, const std::vector<NodePtr>& nodes, const Value& value, Location where) {
  require_some(nodes.empty(), root);
  std::unordered_map<const Node*, Value> by;
  for (const NodePtr& node : nodes) {
    if (node.get() == root.root)
      throw Error("the root, " + node->target->display() + ", is selected, too, and cannot be replaced within itself");
    by.emplace(node.get(), clone(value, true));
  }
  const auto replacement = [&](const NodePtr& node) {
    const auto found = by.find(node.get());
    return found == by.end() ? Value(node) : found->second;
  };
  // What stands below a replaced node goes with it.
  Changes changes(*root.root);
  std::unordered_set<const Node*> seen{root.root};
  std::vector<Node*> open{root.root};
  while (!open.empty()) {
    Node& owner = *open.back();
    open.pop_back();
    for (const Argument& argument : owner.arguments) {
      bool is_held = false;
      each_node(argument.value, [&](const NodePtr& child) {
        if (by.contains(child.get()))
          is_held = true;
        else if (seen.insert(child.get()).second)
          open.push_back(child.get());
      });
      if (is_held) changes.add(owner, argument.parameter, exchanged(argument.value, replacement), where);
    }
  }
  if (changes.empty()) throw Error("the selected nodes are not there any more");
  changes.make(How::set);
  return static_cast<int>(nodes.size());
}

std::vector<Dropped> retarget_selected(const Spot& root, const std::vector<NodePtr>& nodes, const TargetInfo& target,
                                       Location where) {
  require_some(nodes.empty(), root);
  return retarget_all(root, nodes, target, where);
}

int set_tagged(const Spot& root, const std::vector<TaggedArgument>& arguments, std::string_view tag, const Value& value,
               Location where) {
  if (arguments.empty()) {
    std::vector<std::string_view> known;
    for (const Node* node : nodes_below(root))
      for (const Parameter& parameter : node->target->parameters)
        each_tag(parameter.initial.tags, [&](std::string_view one) { known.push_back(one); });
    throw Error("no argument has the tag `" + std::string(tag) + "`" + suggestion(tag, std::move(known)));
  }
  Changes changes(*root.root);
  for (const TaggedArgument& argument : arguments)
    changes.add(*argument.node, argument.parameter, clone(value, true), where);
  return changes.make(How::set);
}

TagSelection select_tag(const Spot& spot, std::string_view tag) { return TagSelection(spot, tag); }

}  // namespace detail

TagSelection::TagSelection(const detail::Spot& spot, std::string_view tag)
    : owner_(spot.root->shared_from_this()), root_(spot), tag_(tag), arguments_(detail::find_tagged(spot, tag)) {}

std::vector<std::string> TagSelection::paths() const {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < size(); ++i) all.push_back((*this)[i].path());
  return all;
}

}  // namespace run
