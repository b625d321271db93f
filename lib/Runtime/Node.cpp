// Nodes: their arguments, their defaults, their end.
#include "run/node.h"

#include <algorithm>
#include <mutex>

#include "Fit.h"
#include "run/config.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run {
namespace {

constexpr std::uint32_t kNoParameter = ~0u;

std::mutex& defaults_mutex() {
  static std::mutex mutex;
  return mutex;
}

void collect_nodes(Value& value, std::vector<NodePtr>& nodes) {
  detail::each_node(value, [&](const NodePtr& node) { nodes.push_back(std::move(const_cast<NodePtr&>(node))); });
}

void mark_default(const Value& value, Node* owner, std::uint32_t parameter) {
  detail::each_node(value, [&](const NodePtr& root) {
    for (Node* node : detail::reachable(*root)) {
      node->default_of = owner;
      node->default_parameter = parameter;
    }
  });
}

}  // namespace

Node::~Node() {
  for (const Argument& known : defaults_) mark_default(known.value, nullptr, 0);
  std::vector<NodePtr> nodes;
  for (Argument& argument : arguments) collect_nodes(argument.value, nodes);
  while (!nodes.empty()) {
    const NodePtr node = std::move(nodes.back());
    nodes.pop_back();
    if (node && node.use_count() == 1)
      for (Argument& argument : node->arguments) collect_nodes(argument.value, nodes);
  }
}

const Value* Node::find(std::size_t parameter) const {
  for (const Argument& argument : arguments)
    if (argument.parameter == parameter) return &argument.value;
  return nullptr;
}

Value* Node::find(std::size_t parameter) { return const_cast<Value*>(std::as_const(*this).find(parameter)); }

const Value* Node::find_or_default(std::size_t parameter) {
  if (const Value* set = find(parameter)) return set;
  if (kind == NodeKind::in_place) return nullptr;  // what a constructor made of it
  const std::lock_guard lock(defaults_mutex());
  for (const Argument& known : defaults_)
    if (known.parameter == parameter) return &known.value;
  const Parameter& described = target->parameters[parameter];
  if (described.initial.value == nullptr) return nullptr;
  Value value = described.initial.value();
  detail::Misfit misfit;
  if (value.absent() || !detail::fit(described.types, value, misfit)) return nullptr;
  mark_default(value, this, static_cast<std::uint32_t>(parameter));
  for (Argument& free : defaults_) {
    if (free.parameter != kNoParameter) continue;
    free = {static_cast<std::uint32_t>(parameter), std::move(value), {}};
    return &free.value;
  }
  defaults_.reserve(target->parameters.size());  // so that pointers to defaults stay good
  defaults_.push_back({static_cast<std::uint32_t>(parameter), std::move(value), {}});
  return &defaults_.back().value;
}

void Node::settle() {
  if (default_of == nullptr) return;
  Node& owner = *default_of;
  const std::uint32_t parameter = default_parameter;
  for (auto known = owner.defaults_.begin(); known != owner.defaults_.end(); ++known) {
    if (known->parameter != parameter) continue;
    Value value = std::move(known->value);
    known->parameter = kNoParameter;  // stays, empty, so that pointers to the other defaults stay good
    known->value = Value();
    mark_default(value, nullptr, 0);
    owner.set(parameter, std::move(value), {});
    return;
  }
}

void Node::set(std::size_t parameter, Value value, Location set_at) {
  settle();
  if (Value* known = find(parameter)) {
    *known = std::move(value);
    for (Argument& argument : arguments)
      if (argument.parameter == parameter) argument.where = set_at;
    return;
  }
  auto position = arguments.end();
  if (target->parameters[parameter].in_constructor()) {
    position = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& argument) {
      return argument.parameter > parameter || !target->parameters[argument.parameter].in_constructor();
    });
  }
  arguments.insert(position, {static_cast<std::uint32_t>(parameter), std::move(value), set_at});
}

void Node::reset(std::size_t parameter) {
  settle();
  std::erase_if(arguments, [&](const Argument& argument) { return argument.parameter == parameter; });
}

void Reader::add(std::size_t parameter, Value value) {
  const Parameter& described = node_.target->parameters[parameter];
  detail::Misfit misfit;
  if (value.absent() || !detail::fit(described.types, value, misfit)) return;
  if (described.initial.value != nullptr && detail::equal(described.initial.value(), value)) return;
  node_.set(parameter, std::move(value), {});
}

void Graph::moved_from() { throw Error("this configuration was moved from"); }

namespace detail {

bool can_be_set(const Node& node, std::size_t parameter) {
  if (node.kind != NodeKind::in_place) return true;
  const Parameter& described = node.target->parameters[parameter];
  return described.kind == ParameterKind::member ? node.target->fill != nullptr
                                                 : described.kind != ParameterKind::parameter || described.is_field;
}

bool can_be_set_in_part(const Node& owner, std::size_t parameter) {
  const Parameter& described = owner.target->parameters[parameter];
  if (described.types.size() != 1 || described.types[0]->kind != TypeKind::object) return false;
  return described.kind == ParameterKind::field || described.is_field ||
         (described.kind == ParameterKind::member && owner.target->fill != nullptr);
}

NodePtr node_for(const TargetInfo& target) { return std::make_shared<Node>(target, NodeKind::config, Location()); }

NodePtr make_node(const TargetInfo& target, NodeKind kind, std::span<Slot* const> slots, Location here) {
  auto node = std::make_shared<Node>(target, kind, here);
  set_arguments(*node, slots);
  if (target.is_container && node->arguments.empty()) {
    Value empty = blank(*target.result);
    if (!empty.absent()) node->set(0, std::move(empty), here);
  }
  return node;
}

void set_arguments(Node& node, std::span<Slot* const> slots) {
  node.arguments.reserve(static_cast<std::size_t>(
      std::count_if(slots.begin(), slots.end(), [](const Slot* slot) { return !slot->value.absent(); })));
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i]->value.absent()) continue;
    const Parameter& parameter = node.target->parameters[i];
    Misfit misfit;
    if (!fit(parameter.types, slots[i]->value, misfit))
      throw Error(join(node.target->display(), parameter.name) + misfit.path + ": " + misfit.message());
    node.set(i, std::move(slots[i]->value), slots[i]->where);
  }
}

}  // namespace detail
}  // namespace run
