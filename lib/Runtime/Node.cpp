// Nodes: their arguments, their defaults, their end.
#include "run/node.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

#include "Fit.h"
#include "run/config.h"
#include "run/error.h"
#include "run/from_object.h"
#include "run/overload.h"
#include "run/target_info.h"

namespace run {
namespace {

constexpr std::uint32_t kNoParameter = ~0u;
constexpr std::size_t kMostRoom = 8;  // for arguments that are set later

std::mutex& defaults_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

/// What few nodes have. Small, for after a broadcast all have it.
struct Node::Side {
  /// What fewer have.
  struct Defaults {
    // A node of a default that is not (yet) an argument: whose default it is.
    Node* of = nullptr;
    std::uint32_t parameter = 0;
    std::vector<Argument> values;  // the node's own
    std::vector<NodePtr> parts;    // see Node::part
  };

  Side() = default;
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;
  ~Side() { delete defaults_there_are(); }
  static void* operator new(std::size_t size) { return detail::allocate_block(size); }
  static void operator delete(void* memory, std::size_t size) { detail::free_block(memory, size); }

  Records history;
  const OverloadInfo* overload = nullptr;  // the constructor that is meant

  /// Null where there are none.
  Defaults* defaults_there_are() const { return defaults_.load(std::memory_order_acquire); }
  Defaults& defaults() {
    Defaults* known = defaults_there_are();
    if (known == nullptr) {
      known = new Defaults;
      defaults_.store(known, std::memory_order_release);
    }
    return *known;
  }
  /// The nodes of defaults and parts are the owner's no more.
  void forget_defaults() {
    Defaults* known = defaults_there_are();
    if (known == nullptr) return;
    for (const Argument& argument : known->values) mark_default(argument.value, nullptr, 0);
    known->values.clear();
    for (const NodePtr& part : known->parts) part->side().defaults().of = nullptr;
    known->parts.clear();
  }

  static void mark_default(const Value& value, Node* owner, std::uint32_t parameter) {
    detail::each_node(value, [&](const NodePtr& root) {
      for (Node* node : detail::reachable(*root)) {
        Defaults& defaults = node->side().defaults();
        defaults.of = owner;
        defaults.parameter = parameter;
      }
    });
  }

  /// The nodes in the value that nobody else owns are the caller's to destroy.
  static void disown(Value& value, std::vector<Node*>& dead) {
    if (value.is(Value::Kind::node)) {
      Node* node = std::exchange(value.node().node_, nullptr);
      if (node != nullptr && is_last(*node)) dead.push_back(node);
    } else if (value.is(Value::Kind::list)) {
      for (Value& element : value.list()) disown(element, dead);
    } else if (value.is(Value::Kind::map)) {
      for (auto& entry : value.map()) disown(entry.second, dead);
    }
  }

  /// Gives one ownership up; true where it was the last.
  static bool is_last(Node& node) {
    return node.owners_.load(std::memory_order_acquire) == 1 ||
           node.owners_.fetch_sub(1, std::memory_order_acq_rel) == 1;
  }

 private:
  std::atomic<Defaults*> defaults_{nullptr};
};

void NodePtr::retain(Node& node) { node.owners_.fetch_add(1, std::memory_order_relaxed); }

void NodePtr::release(Node& node) {
  if (Node::Side::is_last(node)) Node::destroy(&node);
}

NodePtr Node::make(const TargetInfo& target, NodeKind kind, PackedLocation where) {
  return make(target, kind, where, std::min(target.parameters.size(), kMostRoom));
}

NodePtr Node::make(const TargetInfo& target, NodeKind kind, PackedLocation where, std::size_t capacity) {
  static_assert(sizeof(Node) % alignof(Argument) == 0);
  capacity = std::max<std::size_t>(capacity, 1);  // see ArgumentList
  void* memory = detail::allocate_block(sizeof(Node) + capacity * sizeof(Argument));
  Node* node = ::new (memory) Node(target, kind, where, capacity);
  node->owners_.store(1, std::memory_order_relaxed);
  NodePtr owner;
  owner.node_ = node;
  return owner;
}

Node::~Node() {
  const std::unique_ptr<Side> side(side_.load(std::memory_order_acquire));
  if (side != nullptr) side->forget_defaults();
}

void Node::destroy(Node* last) {
  std::vector<Node*> dead;
  for (Node* node = last;; node = dead.back(), dead.pop_back()) {
    for (Argument& argument : node->arguments) Side::disown(argument.value, dead);
    const std::size_t room = node->room_;
    node->~Node();
    detail::free_block(node, sizeof(Node) + room * sizeof(Argument));
    if (dead.empty()) return;
  }
}

Node::Side& Node::side() {
  Side* known = side_.load(std::memory_order_acquire);
  if (known == nullptr) {
    known = new Side;
    side_.store(known, std::memory_order_release);
  }
  return *known;
}

Node* Node::default_of() const {
  const Side* side = side_.load(std::memory_order_acquire);
  const Side::Defaults* defaults = side == nullptr ? nullptr : side->defaults_there_are();
  return defaults == nullptr ? nullptr : defaults->of;
}

std::uint32_t Node::default_parameter() const {
  const Side* side = side_.load(std::memory_order_acquire);
  const Side::Defaults* defaults = side == nullptr ? nullptr : side->defaults_there_are();
  return defaults == nullptr ? 0 : defaults->parameter;
}

const Records* Node::records_there_are() const {
  const Side* side = side_.load(std::memory_order_acquire);
  return side->history.empty() ? nullptr : &side->history;
}

Records& Node::records() { return side().history; }

const OverloadInfo* Node::overload_there_is() const { return side_.load(std::memory_order_acquire)->overload; }

void Node::say_overload(const OverloadInfo* constructor) {
  side().overload = constructor;
  says_overload_ = constructor != nullptr;
}

const Value* Node::find_or_default(std::size_t parameter) {
  if (const Value* set = find(parameter)) return set;
  if (kind == NodeKind::in_place) return nullptr;  // what a constructor made of it
  if (target->parameters[parameter].is_default_of_some && !detail::may_default(*this, parameter)) return nullptr;
  return find_default(parameter);
}

const Value* Node::find_default(std::size_t parameter) {
  const Parameter& described = target->parameters[parameter];
  if (described.initial.value == nullptr) return nullptr;
  const auto known_default = [&]() -> const Value* {
    for (const Argument& known : side().defaults().values)
      if (known.parameter == parameter) return &known.value;
    return nullptr;
  };
  {
    const std::lock_guard lock(defaults_mutex());
    if (const Value* known = known_default()) return known;
  }
  // It is made without the lock: one that is an object may ask for the defaults of what lies in it.
  Value value = described.initial.value();
  detail::Misfit misfit;
  if (value.absent() || !detail::fit(described.types, value, misfit)) return nullptr;
  const std::lock_guard lock(defaults_mutex());
  if (const Value* known = known_default()) return known;
  std::vector<Argument>& defaults = side().defaults().values;
  Side::mark_default(value, this, static_cast<std::uint32_t>(parameter));
  for (Argument& free : defaults) {
    if (free.parameter != kNoParameter) continue;
    free = {static_cast<std::uint32_t>(parameter), std::move(value), {}};
    return &free.value;
  }
  defaults.reserve(target->parameters.size());  // so that pointers to defaults stay good
  defaults.push_back({static_cast<std::uint32_t>(parameter), std::move(value), {}});
  return &defaults.back().value;
}

Node& Node::part(std::size_t parameter, const TargetInfo& part_target) {
  const std::lock_guard lock(defaults_mutex());
  std::vector<NodePtr>& parts = side().defaults().parts;
  for (const NodePtr& known : parts)
    if (known->default_parameter() == parameter) return *known;
  NodePtr made = make(part_target, NodeKind::in_place, PackedLocation());
  made->side().defaults().of = this;
  made->side().defaults().parameter = static_cast<std::uint32_t>(parameter);
  return *parts.emplace_back(std::move(made));
}

void Node::settle_default() {
  if (default_of() == nullptr) return;
  Node& owner = *default_of();
  const std::uint32_t parameter = default_parameter();
  if (kind == NodeKind::in_place) {
    if (owner.find(parameter) != nullptr) return;  // set as a whole meanwhile
    std::vector<NodePtr>& parts = owner.side().defaults().parts;
    const auto part =
        std::find_if(parts.begin(), parts.end(), [&](const NodePtr& known) { return known.get() == this; });
    Value value(*part);
    parts.erase(part);
    side().defaults().of = nullptr;
    return owner.set(parameter, std::move(value), {});
  }
  for (Argument& known : owner.side().defaults().values) {
    if (known.parameter != parameter) continue;
    Value value = std::move(known.value);
    known.parameter = kNoParameter;  // stays, empty, so that pointers to the other defaults stay good
    Side::mark_default(value, nullptr, 0);
    owner.set(parameter, std::move(value), {});
    return;
  }
}

const Argument* Node::search_argument(std::size_t parameter) const {
  for (const Argument& argument : arguments)
    if (argument.parameter == parameter) return &argument;
  return nullptr;
}

void Node::set(std::size_t parameter, Value value, PackedLocation set_at) {
  settle();
  if (auto* known = const_cast<Argument*>(find_argument(parameter))) {
    known->value = std::move(value);
    known->where = set_at;
    return;
  }
  const auto in_constructor = [this](const Argument& argument) {
    return target->parameters[argument.parameter].in_constructor();
  };
  auto position = arguments.end();
  if (target->parameters[parameter].in_constructor()) {
    while (position != arguments.begin() && !(in_constructor(position[-1]) && position[-1].parameter < parameter))
      --position;
  }
  if (position == arguments.end())
    arguments.emplace_back(static_cast<std::uint32_t>(parameter), std::move(value), set_at);
  else
    arguments.insert(position, {static_cast<std::uint32_t>(parameter), std::move(value), set_at});
}

void Node::reset(std::size_t parameter) {
  settle();
  for (auto argument = arguments.begin(); argument != arguments.end(); ++argument)
    if (argument->parameter == parameter) return static_cast<void>(arguments.erase(argument));
}

void Node::become(Node&& other) {
  if (Side* known = side_.load(std::memory_order_acquire); known != nullptr && target != other.target) {
    known->forget_defaults();
    std::erase_if(known->history, [&](Record& record) {  // by the numbers of the new target
      record.parameter = static_cast<std::uint32_t>(other.target->find(target->parameters[record.parameter].name));
      return record.parameter == other.target->parameters.size();
    });
  }
  target = other.target;
  kind = other.kind;
  set_overload(other.overload());
  arguments = std::move(other.arguments);
}

void Reader::add(std::size_t parameter, Value value) {
  const Parameter& described = node_.target->parameters[parameter];
  const Value initial = described.initial.value != nullptr ? described.initial.value() : Value();
  if (!value.absent() && detail::equal(initial, value)) return;
  detail::Misfit misfit;
  if (value.absent() || !detail::fit(described.types, value, misfit))
    throw Error(detail::join(node_.target->display(), described.name) +
                ": the object cannot be read back, its member " +
                (value.absent() ? "cannot be copied" : misfit.message()));
  if (detail::equal(initial, value)) return;
  node_.set(parameter, std::move(value), {});
}

void Graph::moved_from() { throw Error("this configuration is null, or was moved from"); }

namespace detail {

bool can_be_set(const Node& node, std::size_t parameter) {
  if (node.kind != NodeKind::in_place) return true;
  const Parameter& described = node.target->parameters[parameter];
  return described.kind == ParameterKind::member ? node.target->fill != nullptr
                                                 : described.kind != ParameterKind::parameter || described.is_field;
}

bool can_be_set_in_part(const Node& owner, std::size_t parameter) {
  const Parameter& described = owner.target->parameters[parameter];
  // No types: nothing is known of it but its name (run-config without targets).
  const auto has_parts = [](const Type& type) {
    return type.kind == TypeKind::object || type.kind == TypeKind::sequence || type.kind == TypeKind::map;
  };
  if (!described.types.empty() && (described.types.size() != 1 || !has_parts(*described.types[0]))) return false;
  return described.kind == ParameterKind::field || described.is_field ||
         (described.kind == ParameterKind::member && owner.target->fill != nullptr);
}

void mark_made(Node& root, Location where) {
  for (Node* node : reachable(root)) {
    node->where = where;
    for (Argument& argument : node->arguments) argument.where = where;
  }
}

NodePtr node_for(const TargetInfo& target) { return Node::make(target, NodeKind::config, Location()); }

namespace {

/// The elements of a container that was made for this argument alone: nothing is left of the container.
bool take_content(const Type& type, Value& value) {
  if (!value.is(Value::Kind::node)) return false;
  Node& node = *value.node();
  if (!node.target->is_container || node.target->result != &type || node.kind != NodeKind::config ||
      node.has_owners() || node.arguments.empty())
    return false;
  value = std::move(node.arguments[0].value);
  return true;
}

// What is not to be done mostly is by itself, for the room and the registers that it takes.

[[gnu::noinline]] void fit_slot(const TargetInfo& target, std::size_t index, Slot& slot) {
  const Parameter& parameter = target.parameters[index];
  if (parameter.types.size() == 1) {
    const Type& type = *parameter.types[0];
    if (fits_at_once(slot.value, type) || take_content(type, slot.value)) return;
  }
  Misfit misfit;
  if (!fit(parameter.types, slot.value, misfit))
    throw Error(join(target.display(), parameter.name) + misfit.path + ": " + misfit.message());
}

/// A node of which nothing is given. The content of a container is set from the beginning, where there can be an empty
/// one.
[[gnu::noinline]] NodePtr make_empty(const TargetInfo& target, NodeKind kind, PackedLocation here) {
  if (!target.is_container) return Node::make(target, kind, here);
  NodePtr node = Node::make(target, kind, here, 1);
  Value empty = blank(*target.result);
  if (!empty.absent()) node->arguments.emplace_back(0, std::move(empty), here);
  return node;
}

[[gnu::noinline]] std::size_t count_given(Span<Slot> slots) {
  return static_cast<std::size_t>(
      std::count_if(slots.begin(), slots.end(), [](const Slot& slot) { return !slot.value.absent(); }));
}

/// Adds arguments within the room that there is. How many they are is said when all are there, or one has thrown.
class Filler {
 public:
  explicit Filler(ArgumentList& list) : list_(list), first_(list.end()), next_(first_) {}
  Filler(const Filler&) = delete;
  Filler& operator=(const Filler&) = delete;
  ~Filler() { list_.made(static_cast<std::uint32_t>(next_ - first_)); }

  void add(std::size_t parameter, Slot& slot) {
    ::new (next_) Argument(static_cast<std::uint32_t>(parameter), std::move(slot.value), slot.where);
    ++next_;
  }

 private:
  ArgumentList& list_;
  Argument* const first_;
  Argument* next_;
};

[[gnu::noinline]] void set_from(std::size_t first, Node& node, Span<Slot> slots) {
  for (std::size_t i = first; i < slots.size(); ++i) {
    Slot& slot = slots[i];
    if (slot.value.absent()) continue;
    if (!slot.is_fitted || node.target->has_bit_fields) fit_slot(*node.target, i, slot);
    node.set(i, std::move(slot.value), slot.where);
  }
}

}  // namespace

NodePtr make_node(const TargetInfo& target, NodeKind kind, Span<Slot> slots, PackedLocation here) {
  std::size_t count = slots.size();  // up to the last that is given
  while (count > 0 && slots[count - 1].value.absent()) --count;
  if (count == 0) return make_empty(target, kind, here);
  // Where they are few, there is room for those among them that are not given, too.
  NodePtr node = Node::make(target, kind, here, count <= kMostRoom ? count : count_given(slots));
  // Of the constructor's, each belongs behind those before it.
  const std::size_t ordered = std::min(target.in_constructor, count);
  {
    Filler filler(node->arguments);
    for (std::size_t i = 0; i < ordered; ++i) {
      Slot& slot = slots[i];
      if (slot.value.absent()) continue;
      if (!slot.is_fitted || target.has_bit_fields) fit_slot(target, i, slot);
      filler.add(i, slot);
    }
  }
  if (ordered < count) set_from(ordered, *node, slots.first(count));
  return node;
}

}  // namespace detail
}  // namespace run
