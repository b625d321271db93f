#include "Session.h"

#include <algorithm>
#include <utility>

#include "Fit.h"
#include "run/build.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

/// Calls visit(node, type) for each node in the value; null where the type is not known.
template <class Visit>
void each_typed_node(const Value& value, const Type* type, const Visit& visit) {
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

/// The stacks that the thread keeps. The pointer is good for as long as the thread runs: static objects may build after
/// the thread's own have ended.
struct Session::Kept {
  Kept() { stacks_of_thread = &stacks; }
  ~Kept() {
    stacks_of_thread = nullptr;
    is_over = true;
  }
  Stacks stacks;

  static constinit thread_local Stacks* stacks_of_thread;
  static constinit thread_local bool is_over;
};
constinit thread_local Session::Stacks* Session::Kept::stacks_of_thread = nullptr;
constinit thread_local bool Session::Kept::is_over = false;

Session::Stacks Session::Stacks::take() {
  return Kept::stacks_of_thread == nullptr ? Stacks() : std::move(*Kept::stacks_of_thread);
}

void Session::Stacks::give_back() noexcept {
  constexpr std::size_t kMost = 1 << 10;  // entries; more are for the system to have back
  if (Kept::is_over || open.capacity() > kMost || children.capacity() > kMost || results.capacity() > kMost) return;
  static thread_local Kept kept;
  open.clear();
  children.clear();
  results.clear();
  kept.stacks = std::move(*this);
}

Session::~Session() {
  retire(0);
  for (auto& [node, entry] : shared_)
    if (entry.is_made) left_.push_back(std::move(entry));
  // In the opposite order of making, as C++ ends its temporaries.
  std::sort(left_.begin(), left_.end(), [](const Entry& a, const Entry& b) { return a.order > b.order; });
  for (Entry& entry : left_) end(entry);
  stacks_.give_back();
}

void Session::end(Entry& entry) {
  if (entry.object != nullptr && !entry.owner && !entry.is_taken && !entry.is_lent) entry.target->destroy(entry.object);
  entry.object = nullptr;
  entry.owner.reset();
}

void Session::retire(std::size_t first) {
  for (; results_.size() > first; results_.pop_back()) {
    Entry& entry = results_.back();
    if (!entry.is_made || entry.is_taken) continue;
    const bool has_other_owners = entry.owner && entry.owner.use_count() > 1;
    if (entry.is_moved || has_other_owners || entry.object == nullptr)
      end(entry);
    else
      left_.push_back(std::move(entry));
  }
}

Entry* Session::find_shared(const Node& node) {
  const auto found = shared_.find(&node);
  if (found != shared_.end()) return &found->second;
  if (node.kind == NodeKind::factory) return nullptr;  // built anew
  return parent_ ? parent_->find_shared(node) : nullptr;
}

Entry* Session::find(const Node& node) {
  for (std::size_t i = cursor_; i < results_.size(); ++i) {
    if (results_[i].node != &node) continue;
    cursor_ = i + 1;
    return &results_[i];
  }
  for (std::size_t i = window_; i < cursor_ && i < results_.size(); ++i) {
    if (results_[i].node != &node) continue;
    cursor_ = i + 1;
    return &results_[i];
  }
  return find_shared(node);
}

void Session::call(Node& node, Entry& made) {
  if (node.kind == NodeKind::in_place)
    throw build_error(*root_, node, "some of its members are set, but nothing says how it is made");
  Built frame(*this, node);
  made.object = node.target->make(frame, made.owner);
  made.is_made = true;
  made.order = made_++;
}

/// What became of the node's arguments, the results from `first` on, is done with then.
void Session::make(Node& node, std::size_t first, Entry& made) {
  const std::size_t outer_window = std::exchange(window_, first);
  const std::size_t outer_cursor = std::exchange(cursor_, first);
  call(node, made);
  retire(first);
  window_ = outer_window;
  cursor_ = outer_cursor;
}

Session::Use Session::use_of(const Node& node, const Type* type, bool by_calls) {
  if (node.kind == NodeKind::partial) return Use::call;
  if (node.kind == NodeKind::factory && (by_calls || wants_callable(node, type))) return Use::call;
  const bool in_place = type != nullptr && type->kind == TypeKind::object;
  return in_place && !node.target->movable && node.target->holding == Holding::value ? Use::later : Use::now;
}

void Session::reach(Child child, bool is_for_calls, bool make_it) {
  Node& node = *child.node;
  Entry* shared = nullptr;
  if (is_for_calls || node.has_owners() || parent_) {
    if (Entry* known = find_shared(node)) {
      if (!known->is_closed) throw build_error(*root_, node, "it holds itself");
      if (known->session != this) return;  // copied from there
      ++known->uses;
      known->is_for_calls = known->is_for_calls || is_for_calls;
      return;
    }
    shared = &shared_[&node];
    known_nodes_.push_back(node.shared_from_this());
    *shared = Entry{.node = &node, .target = node.target, .session = this, .is_for_calls = is_for_calls};
  }
  const std::size_t first_child = children_.size();
  const bool by_calls = child.use == Use::call;
  const auto visit = [this, by_calls](Node& next, const Type* wanted) {
    children_.push_back({&next, use_of(next, wanted, by_calls)});
  };
  for (const Argument& argument : node.arguments) {
    if (!argument.value.may_hold_nodes()) continue;
    const auto types = node.target->parameters[argument.parameter].types;
    each_typed_node(argument.value, types.empty() ? nullptr : types[0], visit);
  }
  const bool makes = make_it && child.use == Use::now;
  const Open open{&node, shared, first_child, first_child, results_.size(), makes, by_calls};
  if (children_.size() == first_child)
    close(open);
  else
    open_.push_back(open);
}

/// All that the node needs is made.
void Session::close(const Open& open) {
  Node& node = *open.node;
  const bool makes = open.makes && node.kind != NodeKind::in_place;
  if (open.shared != nullptr) {
    open.shared->is_closed = true;
    if (makes && !open.shared->is_made) make(node, open.first_result, *open.shared);
    return;
  }
  Entry entry{.node = &node, .target = node.target, .session = this, .is_closed = true};
  if (makes) make(node, open.first_result, entry);
  results_.push_back(std::move(entry));
}

void Session::prepare(Node& root, bool make_it) {
  if (Entry* known = find(root)) {
    if (!known->is_closed) throw build_error(*root_, root, "it holds itself");
    if (known->session == this) ++known->uses;
    return;
  }
  const std::size_t bottom = open_.size();
  reach({&root, use_of(root, nullptr, false)}, false, make_it);
  while (open_.size() > bottom) {
    Open& top = open_.back();
    if (top.next_child < children_.size()) {
      reach(children_[top.next_child++], top.is_for_calls, true);
      continue;
    }
    const Open done = top;
    open_.pop_back();
    children_.resize(done.first_child);
    close(done);
  }
}

void Session::prepare(const Value& value) {
  each_node(value, [&](const NodePtr& node) { prepare(*node, true); });
}

Entry& Session::entry_slowly(const Node& node) {
  Entry* found = find(node);
  if (found == nullptr) {
    prepare(const_cast<Node&>(node), true);
    found = find(node);
  }
  if (found->is_made) return *found;
  // Left for later: an object that cannot be moved, now asked for by reference. Its arguments are among those of the
  // node that asks. The stack may move meanwhile.
  Entry made;
  call(const_cast<Node&>(node), made);
  found = find(node);
  found->object = made.object;
  found->owner = std::move(made.owner);
  found->order = made.order;
  found->is_made = true;
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
