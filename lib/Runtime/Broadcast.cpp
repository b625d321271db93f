// broadcast and walk: one argument, everywhere in a graph.
#include <unordered_map>
#include <utility>
#include <vector>

#include "Changes.h"
#include "run/editable.h"
#include "run/error.h"
#include "run/ref.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

[[noreturn]] void nothing_found(const std::vector<Node*>& nodes, std::string_view name, const char* what) {
  std::vector<std::string_view> known;
  for (const Node* node : nodes)
    for (const Parameter& parameter : node->target->parameters)
      if (!parameter.name.empty()) known.push_back(parameter.name);
  throw Error(std::string(what) + " `" + std::string(name) + "`" + suggestion(name, std::move(known)));
}

}  // namespace

int broadcast(const Spot& spot, std::string_view name, const Value& value, Location where) {
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

  const std::vector<Node*> nodes = nodes_below(spot);
  Changes changes(*spot.root);
  changes.reserve(nodes.size());
  for (Node* node : nodes) {
    if (node->target != last) {
      last = node->target;
      const auto [known, is_fresh] = places.try_emplace(last, Place{last->find(name), false, {}});
      place = &known->second;
    }
    if (name.empty() || place->parameter == last->parameters.size() || !can_be_set(*node, place->parameter)) continue;
    if (!place->is_known || holds_nodes) {
      place->fitted = changes.add(*node, place->parameter, clone(value, true), where);
      place->is_known = true;
    } else {
      changes.add_fitting(*node, place->parameter, place->fitted, where);
    }
  }
  if (changes.empty()) nothing_found(nodes, name, "no node has an argument");
  return changes.make(How::broadcast);
}

int walk(const Spot& spot, std::string_view name, Value (*compute)(void*, Node&, Node&), void* context,
         Location where) {
  const std::vector<Node*> nodes = nodes_below(spot);
  std::vector<std::pair<NodePtr, std::size_t>> owners;
  for (Node* node : nodes) {
    const std::size_t parameter = node->target->find(name);
    if (name.empty() || parameter == node->target->parameters.size()) continue;
    if (node->find_or_default(parameter) != nullptr) owners.emplace_back(node->shared_from_this(), parameter);
  }
  if (owners.empty()) nothing_found(nodes, name, "no node has a value for an argument");
  Changes changes(*spot.root);
  for (const auto& [node, parameter] : owners)
    changes.add(*node, parameter, compute(context, *spot.root, *node), where);
  return changes.make(How::walk);
}

}  // namespace run::detail
