#include "Session.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "Fit.h"
#include "Takers.h"
#include "Walk.h"
#include "run/build.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

bool holds_nodes(const Node& node) {
  for (const Argument& argument : node.arguments)
    if (argument.value.may_hold_nodes()) return true;
  return false;
}

void* make_in_block(const TargetInfo& target, Built& frame) {
  void* block = allocate_block(target.size);
  try {
    target.construct(block, frame);
  } catch (...) {
    free_block(block, target.size);
    throw;
  }
  return block;
}

void end(Entry& entry) {
  if (entry.object != nullptr && !entry.owner && !entry.is_taken && !entry.is_lent) {
    if (entry.is_in_block) {
      entry.target->destruct(entry.object);
      free_block(entry.object, entry.target->size);
    } else {
      entry.target->destroy(entry.object);
    }
  }
  entry.object = nullptr;
  entry.owner.reset();
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
  std::vector<std::shared_ptr<SharedEntry>> shared;
  for (auto& [node, entry] : shared_) {
    if (entry.use_count() == 1) {  // what no callable has ends as if there were none
      std::move(entry->left.begin(), entry->left.end(), std::back_inserter(left_));
      std::move(entry->temporaries.begin(), entry->temporaries.end(), std::back_inserter(temporaries_));
      entry->left.clear();
      entry->temporaries.clear();
    }
    shared.push_back(std::move(entry));
  }
  // In the opposite order of making, as C++ ends its temporaries.
  const auto by_order = [](const auto& a, const auto& b) { return a->order < b->order; };
  std::sort(shared.begin(), shared.end(), by_order);
  const auto earlier = [](const auto& a, const auto& b) { return a.order < b.order; };
  std::sort(left_.begin(), left_.end(), earlier);
  std::sort(temporaries_.begin(), temporaries_.end(), earlier);
  while (!shared.empty() || !left_.empty()) {
    if (left_.empty() || (!shared.empty() && shared.back()->order > left_.back().order)) {
      shared.pop_back();
    } else {
      end(left_.back());
      left_.pop_back();
    }
  }
  while (!temporaries_.empty()) temporaries_.pop_back();
  stacks_.give_back();
}

SharedEntry::~SharedEntry() {
  if (is_made) end(*this);
  for (; !left.empty(); left.pop_back()) end(left.back());
  while (!temporaries.empty()) temporaries.pop_back();
}

void Session::retire(std::size_t first) {
  for (std::size_t i = stacks_.results.size(); i-- > first;) {
    Entry& entry = stacks_.results[i];
    if (!entry.is_made || entry.is_taken) continue;
    const bool has_other_owners = entry.owner && entry.owner.use_count() > 1;
    if (entry.is_moved || has_other_owners || entry.object == nullptr)
      end(entry);
    else
      left_.push_back(std::move(entry));
  }
  stacks_.results.erase(stacks_.results.begin() + static_cast<std::ptrdiff_t>(first), stacks_.results.end());
}

const std::shared_ptr<SharedEntry>* Session::find_shared(const Node& node) const {
  const auto found = shared_.find(&node);
  if (found != shared_.end()) return &found->second;
  if (node.kind == NodeKind::factory) return nullptr;  // built anew
  return parent_ ? parent_->find_shared(node) : nullptr;
}

std::shared_ptr<Session> Session::for_calls_of(Node& partial) {
  auto session = std::make_shared<Session>(partial);
  const auto take = [&](const NodePtr& node) {
    const std::shared_ptr<SharedEntry>* known = find_shared(*node);
    if (known == nullptr || !session->shared_.emplace(node.get(), *known).second) return;
    // That may end before it, and another one begin in its place. Other threads read it, once a callable has it.
    if ((*known)->session != nullptr) (*known)->session = nullptr;
    session->known_nodes_.push_back(node);
  };
  // What its calls read anew, factories and the like, they make anew: of what those hold in turn.
  std::vector<const Node*> open{&partial};
  std::unordered_set<const Node*> met;
  while (!open.empty()) {
    const Node& node = *open.back();
    open.pop_back();
    for (const Argument& argument : node.arguments)
      each_node(argument.value, [&](const NodePtr& held) {
        if (held->kind == NodeKind::config)
          take(held);
        else if (met.insert(held.get()).second)
          open.push_back(held.get());
      });
  }
  return session;
}

Entry* Session::find(const Node& node) {
  for (std::size_t i = cursor_; i < stacks_.results.size(); ++i) {
    if (stacks_.results[i].node != &node) continue;
    cursor_ = i + 1;
    return &stacks_.results[i];
  }
  for (std::size_t i = window_; i < cursor_ && i < stacks_.results.size(); ++i) {
    if (stacks_.results[i].node != &node) continue;
    cursor_ = i + 1;
    return &stacks_.results[i];
  }
  const std::shared_ptr<SharedEntry>* shared = find_shared(node);
  return shared == nullptr ? nullptr : shared->get();
}

inline void* Session::call(Node& node, Use use, std::shared_ptr<void>& owner) {
  if (node.kind == NodeKind::in_place) fail_in_place(node);
  Built frame(*this, node);
  if (use != Use::now_to_lend) frame.adopt_result();
  if (use == Use::now_to_share) frame.share_result();
  return use == Use::now_to_move ? make_in_block(*node.target, frame) : node.target->make(frame, owner);
}

void Session::fail_in_place(const Node& node) const {
  throw build_error(*root_, node, "some of its members are set, but nothing says how it is made");
}

/// What became of the node's arguments, the results from `first` on, is done with then.
inline void* Session::make(Node& node, Use use, std::size_t first, const Value* unmade, std::shared_ptr<void>& owner) {
  const Window outer{std::exchange(window_, first), std::exchange(cursor_, first)};
  const Value* const outer_unmade = std::exchange(unmade_, unmade);
  void* object = call(node, use, owner);
  close_window(outer);
  unmade_ = outer_unmade;
  return object;
}

Session::Use Session::use_of(const Node& node, const Type* type, bool by_calls) {
  const TargetInfo& target = *node.target;
  if (node.kind == NodeKind::partial) return Use::call;
  if (node.kind == NodeKind::factory && (by_calls || wants_callable(node, type))) return Use::call;
  if (target.holding == Holding::value && is_shared_pointer(type)) return Use::now_to_share;
  if (type == nullptr || type->kind != TypeKind::object || target.holding != Holding::value)
    return target.holding == Holding::raw && !adopts(type) ? Use::now_to_lend : Use::now;
  if (!target.movable) return Use::later;
  return target.size != 0 ? Use::now_to_move : Use::now;
}

/// Adds what becomes of a node with one owner to the results: of its arguments, those from `first` on.
inline void Session::add_result(Node& node, Use use, std::size_t first, const Value* unmade, bool makes) {
  std::shared_ptr<void> owner;
  void* object = makes ? make(node, use, first, unmade, owner) : nullptr;
  Entry& made = stacks_.results.emplace_back();
  made.node = &node;
  made.target = node.target;
  made.session = this;
  made.object = object;
  made.owner = std::move(owner);
  made.order = made_++;
  made.is_closed = true;
  made.is_made = makes;
  made.is_lent = use == Use::now_to_lend;
  made.is_in_block = use == Use::now_to_move;
}

/// Makes a node that has one owner and holds no other nodes, as most do. False, and nothing is done, where it is not
/// such a node. REQUIRES: it is not for the calls of a callable.
inline bool Session::make_leaf(Node& node, Use use) {
  if (use > Use::now_to_move || node.kind != NodeKind::config || node.has_owners() || parent_) return false;
  if (holds_nodes(node)) return false;
  add_result(node, use, stacks_.results.size(), nullptr, true);
  return true;
}

/// The value of the last argument that holds nodes, where it is a list of what can be made where it is to be, and that
/// before the node itself; or null.
const Value* Session::unmade_list(const Node& node) {
  for (std::size_t i = node.arguments.size(); i-- > 0;) {
    const Argument& argument = node.arguments[i];
    if (!argument.value.may_hold_nodes()) continue;
    const Parameter& parameter = node.target->parameters[argument.parameter];
    if (!argument.value.is(Value::Kind::list) || !parameter.in_constructor()) return nullptr;
    if (parameter.types.size() != 1 || parameter.types[0]->kind != TypeKind::sequence) return nullptr;
    const Type& wanted = *parameter.types[0]->parts[0];
    const TargetInfo* known = nullptr;  // gives what the list holds
    const Value::List& list = argument.value.list();
    const Value* const end = list.data() + list.size();
    for (const Value* element = list.data(); element != end; ++element) {
      if (end - element > std::ptrdiff_t{kAhead} && element[kAhead].is(Value::Kind::node))
        prefetch(*element[kAhead].node());
      if (!element->is(Value::Kind::node)) return nullptr;
      const Node& child = *element->node();
      if (child.target != known && !gives_very_class(*child.target, wanted)) return nullptr;
      known = child.target;
      // Nothing but the list needs it.
      if (child.kind != NodeKind::config || child.has_owners() || holds_nodes(child)) return nullptr;
    }
    return &argument.value;
  }
  return nullptr;
}

void Session::reach(Child child, bool is_for_calls, bool make_it) {
  Node& node = *child.node;
  SharedEntry* shared = nullptr;
  if (is_for_calls || node.has_owners() || parent_) {
    if (const std::shared_ptr<SharedEntry>* found = find_shared(node)) {
      Entry* known = found->get();
      if (!known->is_closed) throw build_error(*root_, node, "it holds itself");
      if (known->session != this) return;  // copied from there
      ++known->uses;
      known->is_for_calls = known->is_for_calls || is_for_calls;
      known->is_lent = known->is_lent && child.use == Use::now_to_lend;
      known->is_to_share = known->is_to_share && child.use == Use::now_to_share;
      return;
    }
    auto made = std::make_shared<SharedEntry>();
    shared = made.get();
    shared->node = &node;
    shared->target = node.target;
    shared->session = this;
    shared->is_for_calls = is_for_calls;
    shared->is_lent = child.use == Use::now_to_lend;
    shared->is_to_share = child.use == Use::now_to_share;
    shared_.emplace(&node, std::move(made));
    known_nodes_.push_back(node.shared_from_this());
  }
  const std::size_t first_child = stacks_.children.size();
  const std::size_t first_result = stacks_.results.size();
  const std::size_t first_left = left_.size();
  const std::size_t first_temporary = temporaries_.size();
  const bool by_calls = child.use == Use::call;
  const bool makes = make_it && child.use <= Use::now_to_move;
  const bool leaves_last = makes && !parent_ && node.kind != NodeKind::in_place;
  const Value* const unmade = leaves_last ? unmade_list(node) : nullptr;
  for (const Argument& argument : node.arguments) {
    if (!argument.value.may_hold_nodes() || &argument.value == unmade) continue;
    const auto types = node.target->parameters[argument.parameter].types;
    const bool is_known = types.size() == 1;  // of several types, it may be another one that is meant
    each_typed_node(argument.value, types.empty() ? nullptr : types[0], [&](Node& next, const Type* wanted) {
      Use use = use_of(next, wanted, by_calls);
      if (use <= Use::now_to_move && !is_known)
        use = next.target->holding == Holding::raw ? Use::now_to_lend : Use::now;
      // In their order: behind one that has to wait, all wait.
      const bool is_next = stacks_.children.size() == first_child && !by_calls;
      if (!is_next || !make_leaf(next, use)) stacks_.children.push_back({&next, use});
    });
  }
  const Open open{&node,           shared, first_child, first_child, first_result, first_left,
                  first_temporary, unmade, child.use,   makes,       by_calls};
  if (stacks_.children.size() == first_child) return close(open);
  for (std::size_t i = 0; i < kAhead; ++i) prefetch_child(first_child + i, 0);
  stacks_.open.push_back(open);
}

/// The child in that place of the stack, if there is one, is read soon; or its own, that many steps later.
inline void Session::prefetch_child(std::size_t place, std::size_t steps) const {
  if (place >= stacks_.children.size()) return;
  const Node& node = *stacks_.children[place].node;
  if (steps == 0)
    prefetch(node);
  else
    prefetch_children(node, steps);
}

/// All that the node needs is made.
void Session::close(const Open& open) {
  Node& node = *open.node;
  const bool makes = open.makes && node.kind != NodeKind::in_place;
  if (open.shared != nullptr) {
    open.shared->is_closed = true;
    if (!makes || open.shared->is_made) return;
    const Use use = open.shared->is_lent ? Use::now_to_lend : open.shared->is_to_share ? Use::now_to_share : Use::now;
    open.shared->object = make(node, use, open.first_result, open.unmade, open.shared->owner);
    open.shared->is_made = true;
    open.shared->order = made_++;
    // What it may refer to lives as long: a callable may ask for it yet.
    const auto since = [](auto& all, std::size_t first) {
      using All = std::remove_reference_t<decltype(all)>;
      if (all.size() == first) return All();
      All some(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(first)),
               std::make_move_iterator(all.end()));
      all.resize(first);
      return some;
    };
    open.shared->left = since(left_, open.first_left);
    open.shared->temporaries = since(temporaries_, open.first_temporary);
    return;
  }
  add_result(node, open.use, open.first_result, open.unmade, makes);
}

void Session::prepare(Node& root, bool make_it, const Type* wanted) {
  if (Entry* known = find(root)) {
    if (!known->is_closed) throw build_error(*root_, root, "it holds itself");
    if (known->session == this) ++known->uses;
    return;
  }
  const std::size_t bottom = stacks_.open.size();
  const bool adopts_it = root.target->holding == Holding::raw && adopts(wanted);
  const bool shares_it = root.target->holding == Holding::value && is_shared_pointer(wanted);
  const Use use = adopts_it ? Use::now : shares_it ? Use::now_to_share : use_of(root, nullptr, false);
  reach({&root, use}, false, make_it);
  while (stacks_.open.size() > bottom) {
    Open& top = stacks_.open.back();
    if (top.next_child < stacks_.children.size()) {
      const std::size_t next = ++top.next_child;
      const Child child = stacks_.children[next - 1];
      const bool is_for_calls = top.is_for_calls;
      prefetch_child(next - 1 + kAhead, 0);
      if (!is_for_calls && make_leaf(*child.node, child.use)) continue;
      // It has children: so will those behind it.
      for (std::size_t steps = 1; steps <= 3; ++steps) prefetch_child(next - 1 + steps, steps);
      reach(child, is_for_calls, true);
      continue;
    }
    const Open done = top;
    stacks_.open.pop_back();
    stacks_.children.resize(done.first_child);
    close(done);
  }
}

void Session::prepare(const Value& value, const Type* wanted) {
  each_typed_node(value, wanted, [&](Node& node, const Type* type) { prepare(node, true, type); });
}

Entry& Session::entry_slowly(const Node& node) {
  Entry* found = find(node);
  if (found == nullptr) {
    prepare(const_cast<Node&>(node), true);
    found = find(node);
  }
  const auto lock = locked(*found);
  if (found->is_made) return *found;
  if (found->session != this) {
    make_for_calls(static_cast<SharedEntry&>(*found), const_cast<Node&>(node));  // what a callable keeps
    return *found;
  }
  // Left for later: an object that cannot be moved, now asked for by reference. Its arguments are among those of the
  // node that asks. The stack may move meanwhile.
  std::shared_ptr<void> owner;
  void* object = call(const_cast<Node&>(node), Use::now, owner);
  found = find(node);
  found->object = object;
  found->owner = std::move(owner);
  found->order = made_++;
  found->is_made = true;
  return *found;
}

/// What this call is the first to ask for, and the calls that follow use: it outlives the call with all that it may
/// refer to, which has a session of its own.
void Session::make_for_calls(SharedEntry& entry, Node& node) {
  const auto own = std::make_shared<Session>(*root_, parent_);
  entry.object = own->call(node, entry.is_lent ? Use::now_to_lend : Use::now, entry.owner);
  entry.order = own->made_;
  entry.is_made = true;
  // It holds nothing that may hold it.
  own->parent_.reset();
  own->root_ = node.shared_from_this();
  entry.temporaries.push_back({own, own->made_});
}

std::shared_ptr<Session> open_session(Node& root, bool box_root) {
  auto session = std::make_shared<Session>(root);
  session->prepare(root, box_root);
  return session;
}

std::shared_ptr<Session> session_for(const Value& value, const Type& wanted) {
  Node* root = &frame_node();
  if (value.is(Value::Kind::node)) root = value.node().get();
  auto session = std::make_shared<Session>(*root);
  session->prepare(value, &wanted);
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
