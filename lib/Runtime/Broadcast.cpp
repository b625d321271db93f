// broadcast and walk: one argument, everywhere in a graph.
#include <unordered_map>
#include <utility>
#include <vector>

#include "Changes.h"
#include "Walk.h"
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

namespace {

/// For one broadcast: what differs from one target to the next, not from one node to the next.
struct Place {
  std::size_t parameter;
  Value value;  // fitted to the parameter; absent so far
};

class Places {
 public:
  /// No argument has an empty name.
  explicit Places(std::string_view name) : name_(name) {}
  /// Null where the node has no such argument.
  Place* at(const Node& node) {
    if (node.target != last_) find(*node.target);
    return place_;
  }

 private:
  [[gnu::noinline]] void find(const TargetInfo& target) {
    Place& place = places_.try_emplace(&target, Place{target.find(name_), {}}).first->second;
    last_ = &target;
    place_ = name_.empty() || place.parameter == target.parameters.size() ? nullptr : &place;
  }

  std::string_view name_;
  std::unordered_map<const TargetInfo*, Place> places_;
  const TargetInfo* last_ = nullptr;
  Place* place_ = nullptr;
};

}  // namespace

int broadcast(const Spot& spot, std::string_view name, const Value& value, PackedLocation where) {
  Places places(name);
  std::vector<Node*> nodes;  // that have such an argument
  nodes.reserve(128);
  Changes changes(*spot.root);  // of a value that holds nodes: each place has its own copies of those
  bool holds_nodes = false;
  each_node(value, [&](const NodePtr&) { holds_nodes = true; });
  each_node_below(spot, [&](Node& node) {
    Place* place = places.at(node);
    if (place == nullptr || (node.kind == NodeKind::in_place && !can_be_set(node, place->parameter))) return;
    nodes.push_back(&node);
    if (holds_nodes)
      changes.add(node, place->parameter, clone(value, true), where);
    else if (place->value.absent())
      place->value = changes.add(node, place->parameter, clone(value, true), where);
  });
  if (nodes.empty()) nothing_found(nodes_below(spot), name, "no node has an argument");
  if (holds_nodes) return changes.make(How::broadcast);
  const bool is_known = where.known();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node* node = nodes[i];
    const Place* place = places.at(*node);
    if (i + kAhead < nodes.size()) prefetch_argument(*nodes[i + kAhead], place->parameter);
    if (Argument* argument = is_known ? set_before(*node, place->parameter, where) : nullptr) {
      argument->value = place->value;
      continue;
    }
    record(*node, place->parameter, where, How::broadcast);
    node->set(place->parameter, place->value, where);
  }
  return static_cast<int>(nodes.size());
}

int walk(const Spot& spot, std::string_view name, Value (*compute)(void*, Node&, Node&), void* context,
         PackedLocation where) {
  Places places(name);
  Changes changes(*spot.root);
  each_node_below(spot, [&](Node& node) {
    const Place* place = places.at(node);
    if (place != nullptr && node.find_or_default(place->parameter) != nullptr) changes.expect(node, place->parameter);
  });
  if (changes.empty()) nothing_found(nodes_below(spot), name, "no node has a value for an argument");
  changes.give_all([&](Node& node) { return compute(context, *spot.root, node); }, where);
  return changes.make(How::walk);
}

}  // namespace run::detail
