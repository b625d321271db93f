// Partials: what of them is built once, and what at each call.
#include <string>
#include <utility>

#include "Fit.h"
#include "Session.h"
#include "run/build.h"
#include "run/error.h"

namespace run::detail {
namespace {

/// The node itself copied, the nodes it holds shared: they are what the session knows.
NodePtr shallow(const Node& node, NodeKind kind) {
  auto copy = Node::make(*node.target, kind, node.where);
  copy->overload = node.overload;
  copy->arguments = node.arguments;
  return copy;
}

}  // namespace

PartialState::PartialState(NodePtr node) : node_(std::move(node)), session_(std::make_shared<Session>(*node_)) {
  session_->prepare(*node_, false);
}

PartialState::PartialState(const Node& node, std::shared_ptr<Session> session)
    : node_(shallow(node, node.kind)), session_(std::move(session)) {}

NodePtr PartialState::with(std::vector<std::pair<std::size_t, Value>> named, std::vector<Value> positional) const {
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

std::shared_ptr<Session> PartialState::call_session(Node& node, bool box_root) const {
  auto session = std::make_shared<Session>(node, session_);
  session->prepare(node, box_root);
  return session;
}

std::vector<std::pair<std::size_t, Value>> named_arguments(const TargetInfo& target, std::span<Slot* const> slots) {
  std::vector<std::pair<std::size_t, Value>> named;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i]->value.absent()) continue;
    const std::string path = join(target.display(), target.parameters[i].name);
    named.emplace_back(i, fitted(target.parameters[i].types, std::move(slots[i]->value), path));
  }
  return named;
}

std::shared_ptr<const PartialState> open_partial(const NodePtr& root) {
  return std::make_shared<const PartialState>(clone(root));
}

}  // namespace run::detail
