#include "Session.h"

#include <algorithm>
#include <utility>

#include "Fit.h"
#include "run/build.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

constexpr std::uint64_t kKept = std::uint64_t{1} << 40;  // more uses than there can be

/// Calls visit(node, type) for each node in the value; null where the type is not known.
template <class Visit>
void each_typed_node(const Value& value, const Type* type, Visit& visit) {
  if (value.is(Value::Kind::node)) return visit(*value.node(), type);
  while (type != nullptr && (type->kind == TypeKind::optional || type->kind == TypeKind::holder)) type = type->parts[0];
  if (value.is(Value::Kind::list)) {
    for (std::size_t i = 0; i < value.list().size(); ++i) {
      const Type* part = nullptr;
      if (type != nullptr && type->kind == TypeKind::sequence) part = type->parts[0];
      if (type != nullptr && type->kind == TypeKind::tuple && i < type->parts.size()) part = type->parts[i];
      each_typed_node(value.list()[i], part, visit);
    }
  } else if (value.is(Value::Kind::map)) {
    const Type* part = type != nullptr && type->kind == TypeKind::map ? type->parts[1] : nullptr;
    for (const auto& entry : value.map()) each_typed_node(entry.second, part, visit);
  }
}

/// Whether a factory there is a callable, not what it makes.
bool wants_callable(const Node& node, const Type* type) {
  while (type != nullptr && (type->kind == TypeKind::optional || type->kind == TypeKind::holder)) type = type->parts[0];
  if (type == nullptr || node.target->result == type) return false;
  if (type->kind == TypeKind::variant)
    return std::any_of(type->parts.begin(), type->parts.end(),
                       [&](const Type* part) { return wants_callable(node, part); });
  return type->kind == TypeKind::callable;
}

}  // namespace

BuildError build_error(Node& root, const Node& node, const std::string& message) {
  const std::string path = path_of(root, node);
  std::string text = path.empty() ? "" : path + ": ";
  text += node.target->display() + ": " + message;
  if (node.where.known()) text += " (configured at " + node.where.text() + ")";
  return BuildError(text, path, node.target->display(), node.where);
}

Session::~Session() {
  for (auto entry = made_.rbegin(); entry != made_.rend(); ++entry) {
    Entry& made = **entry;
    if (made.object != nullptr && !made.owner) made.node->target->destroy(made.object);
    made.owner.reset();
  }
}

Entry* Session::find(const Node& node) {
  const auto found = entries_.find(&node);
  if (found != entries_.end()) return &found->second;
  if (node.kind == NodeKind::factory) return nullptr;  // built anew
  return parent_ ? parent_->find(node) : nullptr;
}

bool Session::kept(const Entry& entry) const { return entry.uses > kKept / 2 || !entries_.contains(entry.node); }

void Session::make(Entry& entry) {
  if (entry.node->kind == NodeKind::in_place)
    throw build_error(root_, *entry.node, "some of its members are set, but nothing says how it is made");
  Built frame(*this, *entry.node);
  entry.object = entry.node->target->make(frame, entry.owner);
  entry.made = true;
  made_.push_back(&entry);
}

void Session::prepare(Node& root, bool make_it) {
  // What a node is prepared for: to be made now; to be made when it is asked for, in place; not to be made but by the
  // calls of a callable, which keeps what it holds.
  enum class Use : unsigned char { now, later, call };
  struct Child {
    Node* node;
    Use use;
  };
  struct Open {
    Entry* entry;
    Use use;
    std::vector<Child> children;
    std::size_t next = 0;
  };
  std::vector<Open> open;
  const auto use_of = [](const Node& node, const Type* type, bool by_calls) {
    if (node.kind == NodeKind::partial) return Use::call;
    if (node.kind == NodeKind::factory && (by_calls || wants_callable(node, type))) return Use::call;
    const bool in_place = type != nullptr && type->kind == TypeKind::object;
    return in_place && !node.target->movable && node.target->holding == Holding::value ? Use::later : Use::now;
  };
  const auto reach = [&](Node& node, Use use, std::uint64_t uses) {
    if (Entry* known = find(node)) {
      if (!known->done) throw build_error(root_, node, "it holds itself");
      known->uses += uses;
      return;
    }
    Entry& entry = entries_[&node];
    entry.node = &node;
    entry.uses = uses;
    Open next{&entry, use, {}, 0};
    auto visit = [&](Node& child, const Type* wanted) {
      next.children.push_back({&child, use_of(child, wanted, use == Use::call)});
    };
    for (const Argument& argument : node.arguments) {
      const auto types = node.target->parameters[argument.parameter].types;
      each_typed_node(argument.value, types.empty() ? nullptr : types[0], visit);
    }
    open.push_back(std::move(next));
  };
  reach(root, use_of(root, nullptr, false), 1);
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next < top.children.size()) {
      const Child child = top.children[top.next++];
      reach(*child.node, child.use, top.use == Use::call ? kKept : 1);
      continue;
    }
    Entry& entry = *top.entry;
    Node& node = *entry.node;
    const Use use = top.use;
    open.pop_back();
    entry.done = true;
    const bool is_root = &node == &root;
    if (node.kind != NodeKind::in_place && use == Use::now && (!is_root || make_it) && !entry.made) make(entry);
  }
}

void Session::prepare(const Value& value) {
  each_node(value, [&](const NodePtr& node) { prepare(*node, true); });
}

Entry& Session::entry(const Node& node) {
  Entry* found = find(node);
  if (found == nullptr) {
    prepare(const_cast<Node&>(node), true);
    found = find(node);
  }
  if (!found->made) make(*found);
  return *found;
}

std::shared_ptr<Session> open_session(Node& root, bool box_root) {
  auto session = std::make_shared<Session>(root);
  session->prepare(root, box_root);
  return session;
}

std::shared_ptr<Session> session_for(const Value& value) {
  Node* root = &frame_node();
  if (value.is(Value::Kind::node)) root = value.node().get();
  auto session = std::make_shared<Session>(*root);
  session->prepare(value);
  return session;
}

Node& frame_node() {
  static TargetInfo nothing = [] {
    TargetInfo info;
    info.result = info.object = &type_of<Node*>;
    return info;
  }();
  static const auto& node = *new NodePtr(Node::make(nothing, NodeKind::config, Location()));
  return *node;
}

Value root_value(const NodePtr& root, const Type& wanted) {
  Value value(root);
  Misfit misfit;
  if (!fit(wanted, value, misfit)) throw build_error(*root, *root, misfit.message());
  return value;
}

bool gives_result(const Node& node, const Type& result) {
  return node.kind == NodeKind::config && node.target->result == &result;
}

}  // namespace run::detail
