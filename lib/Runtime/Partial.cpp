// Partials: what of them is built once, and what at each call.
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "Fit.h"
#include "Session.h"
#include "Walk.h"
#include "run/build.h"
#include "run/error.h"

namespace run::detail {
namespace {

/// The node itself copied, the nodes it holds shared: they are what the session knows.
NodePtr shallow(const Node& node, NodeKind kind) {
  auto copy = Node::make(*node.target, kind, node.where);
  copy->set_overload(node.overload());
  copy->arguments = node.arguments;
  return copy;
}

/// The node with all that its calls read, as it is now: factories, partials, members set in place. What is built once
/// is shared: the session knows it.
NodePtr snapshot(const Node& root) {
  std::unordered_map<const Node*, NodePtr> copies;
  std::vector<Node*> open;
  const auto copy_of = [&](const NodePtr& node) -> NodePtr {
    if (node->kind == NodeKind::config) return node;
    const auto [known, fresh] = copies.try_emplace(node.get());
    if (fresh) open.push_back((known->second = shallow(*node, node->kind)).get());
    return known->second;
  };
  NodePtr copy = shallow(root, root.kind);
  open.push_back(copy.get());
  while (!open.empty()) {
    Node& node = *open.back();
    open.pop_back();
    for (Argument& argument : node.arguments)
      if (argument.value.may_hold_nodes()) argument.value = exchanged(argument.value, copy_of);
  }
  return copy;
}

}  // namespace

PartialState::PartialState(NodePtr node) : node_(std::move(node)) {
  const auto session = std::make_shared<Session>(*node_);
  session->prepare(*node_, false);
  session_ = session->for_calls_of(*node_);
}

PartialState::PartialState(const Node& node, const std::shared_ptr<Session>& session)
    : node_(snapshot(node)), session_(session->for_calls_of(*node_)) {}

NodePtr PartialState::with(std::vector<std::pair<std::size_t, Value>> named, Value::List positional) const {
  const TargetInfo& target = *node_->target;
  NodePtr node = shallow(*node_, NodeKind::config);
  for (auto& [parameter, value] : named) node->set(parameter, std::move(value), {});
  auto next = positional.begin();
  for (std::size_t i = 0; i < target.parameters.size() && next != positional.end(); ++i) {
    if (!target.parameters[i].in_constructor() || node->find(i) != nullptr) continue;
    const std::string path = join(target.display(), target.parameters[i].name);
    node->set(i, fitted(target.parameters[i].types, std::move(*next++), path), {});
  }
  if (next != positional.end())
    throw Error("a call of a partial " + target.display() + " was given too many arguments");
  return node;
}

std::shared_ptr<Session> PartialState::call_session(Node& node, const Type* boxed) const {
  auto session = std::make_shared<Session>(node, session_);
  session->prepare(node, boxed != nullptr, boxed);
  return session;
}

namespace {

/// The parameters that are left to give, in their order.
std::vector<std::size_t> left(const Node& partial) {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < partial.target->parameters.size(); ++i)
    if (partial.target->parameters[i].in_constructor() && partial.find(i) == nullptr) left.push_back(i);
  return left;
}

/// Whether a call of the partial that does not give it must fail.
bool is_needed(const Node& partial, const Parameter& parameter, bool gives_others) {
  const TargetInfo& target = *partial.target;
  if (!parameter.initial.text.empty() || parameter.initial.value != nullptr) return false;
  if (parameter.kind == ParameterKind::member && target.fill != nullptr) return false;
  if (target.function.pointer != nullptr || target.make == nullptr) return true;
  const NodePtr call = shallow(partial, NodeKind::config);
  const auto session = std::make_shared<Session>(*call);
  const std::optional<std::string> lacks = Built(*session, *call).lacks();
  return !lacks || (!gives_others && *lacks == parameter.name);  // which of several constructors others mean, they say
}

}  // namespace

std::string misfit_of_calls(const Node& partial, const Type& callable) {
  const std::size_t given = callable.parts.empty() ? 0 : callable.parts[0]->parts.size() - 1;
  const std::vector<std::size_t> free = left(partial);
  const std::string wanted = std::to_string(given) + (given == 1 ? " argument" : " arguments");
  if (free.size() < given)
    return "calls of " + callable.name() + " give " + wanted + ", and it takes " +
           (free.empty() ? "none" : "only " + std::to_string(free.size())) + " more";
  for (std::size_t i = given; i < free.size(); ++i)
    if (const Parameter& parameter = partial.target->parameters[free[i]]; is_needed(partial, parameter, given > 0))
      return "`" + std::string(parameter.name) + "` has no value, and calls of " + callable.name() + " give " +
             (given == 0 ? "none" : "only " + wanted);
  return {};
}

void check_left(const Node& partial, const Type& callable, const Built& frame) {
  if (std::string misfit = misfit_of_calls(partial, callable); !misfit.empty())
    throw build_error(frame.session()->root(), partial, std::move(misfit));
}

std::vector<std::pair<std::size_t, Value>> named_arguments(const Node& partial, const TargetInfo& view,
                                                           Span<Slot> slots) {
  const TargetInfo& target = *partial.target;
  std::vector<std::pair<std::size_t, Value>> named;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].value.absent()) continue;
    const std::size_t parameter = parameter_of(partial, &view, i);
    const std::string path = join(target.display(), target.parameters[parameter].name);
    named.emplace_back(parameter, fitted(target.parameters[parameter].types, std::move(slots[i].value), path));
  }
  return named;
}

std::shared_ptr<const PartialState> open_partial(const NodePtr& root) {
  return std::make_shared<const PartialState>(clone(root));
}

}  // namespace run::detail
