// broadcast and walk: one argument, everywhere in a graph.
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "Fit.h"
#include "run/error.h"
#include "run/spot.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

struct Change {
  Node* node;
  std::size_t parameter;
  Value value;
};

void check(Node& root, Change& change) {
  Misfit misfit;
  if (fit(change.node->target->parameters[change.parameter].types, change.value, misfit)) return;
  const std::string path =
      path_of({.root = &root, .node = change.node, .parameter = static_cast<std::uint32_t>(change.parameter)});
  throw Error(path + misfit.path + ": " + misfit.message());
}

int write(std::vector<Change>& changes, Location where) {
  for (Change& change : changes) change.node->set(change.parameter, std::move(change.value), where);
  return static_cast<int>(changes.size());
}

[[noreturn]] void nothing_found(const std::vector<Node*>& nodes, std::string_view name, const char* what) {
  std::set<std::string_view> names;
  for (const Node* node : nodes)
    for (const Parameter& parameter : node->target->parameters)
      if (!parameter.name.empty()) names.insert(parameter.name);
  const std::vector<std::string_view> list(names.begin(), names.end());
  std::string message = std::string(what) + " `" + std::string(name) + "`";
  if (const std::string_view near = nearest(name, list); !near.empty())
    message += "; did you mean `" + std::string(near) + "`?";
  else if (!list.empty())
    message += "; there are " + [&] {
      std::string all;
      for (const std::string_view known : list) all += (all.empty() ? "`" : ", `") + std::string(known) + "`";
      return all;
    }();
  throw Error(message);
}

}  // namespace

int broadcast(Node& root, std::string_view name, const Value& value, Location where) {
  // What differs from one target to the next, not from one node to the next.
  struct Place {
    std::size_t parameter;
    bool is_known;
    Value fitted;  // unless the value holds nodes: each place has its own copies of those
  };
  std::unordered_map<const TargetInfo*, Place> places;
  const TargetInfo* last = nullptr;
  Place* place = nullptr;
  bool holds_nodes = false;
  each_node(value, [&](const NodePtr&) { holds_nodes = true; });

  const std::vector<Node*> nodes = reachable(root);
  std::vector<Change> changes;
  changes.reserve(nodes.size());
  for (Node* node : nodes) {
    if (node->target != last) {
      last = node->target;
      const auto [known, is_fresh] = places.try_emplace(last, Place{last->find(name), false, {}});
      place = &known->second;
    }
    if (name.empty() || place->parameter == last->parameters.size() || !can_be_set(*node, place->parameter)) continue;
    if (!place->is_known || holds_nodes) {
      changes.push_back({node, place->parameter, clone(value, true)});
      check(root, changes.back());
      place->fitted = changes.back().value;
      place->is_known = true;
    } else {
      changes.push_back({node, place->parameter, place->fitted});
    }
  }
  if (changes.empty()) nothing_found(nodes, name, "no node has an argument");
  return write(changes, where);
}

int walk(Node& root, std::string_view name, Value (*compute)(void*, Node&, Node&), void* context, Location where) {
  const std::vector<Node*> nodes = reachable(root);
  std::vector<std::pair<NodePtr, std::size_t>> owners;
  for (Node* node : nodes) {
    const std::size_t parameter = node->target->find(name);
    if (name.empty() || parameter == node->target->parameters.size()) continue;
    if (node->find_or_default(parameter) != nullptr) owners.emplace_back(node->shared_from_this(), parameter);
  }
  if (owners.empty()) nothing_found(nodes, name, "no node has a value for an argument");
  std::vector<Change> changes;
  for (const auto& [node, parameter] : owners) {
    changes.push_back({node.get(), parameter, compute(context, root, *node)});
    check(root, changes.back());
  }
  return write(changes, where);
}

}  // namespace run::detail
