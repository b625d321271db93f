// A node of a configuration: a target and its arguments. Untyped; Config<T> and its like are handles on nodes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run/argument.h"
#include "run/record.h"

namespace run {

enum class NodeKind : unsigned char {
  config,    // built into the target's result
  partial,   // built into a callable that gives the target's result
  in_place,  // not built: its arguments are assigned to an object that another constructor made
  factory,   // as config; as an argument of a partial it is built anew at each call, and where a callable is wanted,
             // it is the callable
};

/// Owned by NodePtr alone. Destruction does not recurse: chains of nodes may be of any length. Several threads may read
/// one node at once, which is also to build, copy, compare and write it.
class Node {
 public:
  /// With room for all arguments of the target, where those are not many.
  static NodePtr make(const TargetInfo& target, NodeKind kind, PackedLocation where);
  /// With room for so many arguments; more can be set.
  static NodePtr make(const TargetInfo& target, NodeKind kind, PackedLocation where, std::size_t capacity);
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  /// The argument, or null when it is not set.
  const Value* find(std::size_t parameter) const {
    const Argument* argument = find_argument(parameter);
    return argument == nullptr ? nullptr : &argument->value;
  }
  Value* find(std::size_t parameter) { return const_cast<Value*>(std::as_const(*this).find(parameter)); }
  /// The same, with where it was set.
  const Argument* find_argument(std::size_t parameter) const {
    // Where all arguments are set, each stands at its own number.
    if (parameter < arguments.size() && arguments[parameter].parameter == parameter) return &arguments[parameter];
    return search_argument(parameter);
  }

  /// The argument, or else its default, or null where there is none: in the call that the node's arguments mean, if
  /// constructors differ in that. A default that holds nodes is kept in this node: it becomes an argument when
  /// something in it is changed.
  const Value* find_or_default(std::size_t parameter);
  /// The default that any constructor has for it, or null.
  const Value* find_default(std::size_t parameter);

  /// Sets a value that fits already. Constructor parameters and members stay in their declaration's order, fields and
  /// setters in the order in which they were first set.
  void set(std::size_t parameter, Value value, PackedLocation set_at);
  void reset(std::size_t parameter);

  /// Takes over what the other node says: target, kind, constructor and arguments.
  void become(Node&& other);

  /// Makes this node, and every default that holds it, an argument of the node whose default it is.
  void settle() {
    if (side_.load(std::memory_order_acquire) != nullptr) settle_default();
  }
  /// For members of an object that the constructor makes, of which none is set yet: a node in place, which becomes the
  /// argument when something in it is set. REQUIRES: the argument is not set.
  Node& part(std::size_t parameter, const TargetInfo& part_target);

  /// For such a node, or one of a default, that is not (yet) an argument: whose default it is, and of which parameter;
  /// or null.
  Node* default_of() const;
  std::uint32_t default_parameter() const;

  /// What the arguments were before, the oldest first; null while none was changed. No part of what the node says.
  const Records* history() const {
    return side_.load(std::memory_order_acquire) == nullptr ? nullptr : records_there_are();
  }
  Records& records();

  /// The constructor that is meant, where it was said; or null.
  const OverloadInfo* overload() const { return says_overload_ ? overload_there_is() : nullptr; }
  void set_overload(const OverloadInfo* constructor) {
    if (constructor != overload()) say_overload(constructor);
  }

  NodePtr shared_from_this() { return NodePtr(this); }
  /// Whether there is more than one owner. Who comes from owner to owner meets a node that has but one only once: only
  /// the others need be remembered. (Copies of a NodePtr that come and go meanwhile make no difference to that.)
  bool has_owners() const { return owners_.load(std::memory_order_acquire) > 1; }

 private:
  friend NodePtr;
  struct Side;
  static constexpr std::size_t kManyArguments = 127;
  std::atomic<std::uint32_t> owners_{0};
  std::uint8_t room_ : 7;  // for arguments, behind the node; of all counts that are too large, kManyArguments
  std::uint8_t says_overload_ : 1 = 0;

 public:
  NodeKind kind;
  bool is_shared = false;           // made as a run::Shared
  bool is_in_shared_place = false;  // an argument that is a shared pointer holds it
  const TargetInfo* target;
  PackedLocation where;

 private:
  Node(const TargetInfo& target_info, NodeKind node_kind, PackedLocation made, std::size_t capacity)
      : room_(static_cast<std::uint8_t>(capacity < kManyArguments ? capacity : kManyArguments) & 0x7fU),
        kind(node_kind),
        target(&target_info),
        where(made),
        arguments(capacity) {}
  ~Node();
  const Argument* search_argument(std::size_t parameter) const;
  static void destroy(Node* last);
  void settle_default();
  const Records* records_there_are() const;
  const OverloadInfo* overload_there_is() const;
  void say_overload(const OverloadInfo* constructor);
  Side& side();

  std::atomic<Side*> side_{nullptr};  // what few nodes have

 public:
  ArgumentList arguments;  // last: they lie behind it
};

inline std::size_t NodePtr::use_count() const { return node_->owners_.load(std::memory_order_acquire); }

namespace detail {

/// Calls `visit` with each node pointer in the value, in order, containers entered.
template <class Visit>
void each_node(const Value& value, Visit&& visit) {
  if (value.is(Value::Kind::node)) {
    visit(value.node());
  } else if (value.is(Value::Kind::list)) {
    for (const Value& element : value.list()) each_node(element, visit);
  } else if (value.is(Value::Kind::map)) {
    for (const auto& entry : value.map()) each_node(entry.second, visit);
  }
}

template <class Visit>
void each_child(const Node& node, Visit&& visit) {
  for (const Argument& argument : node.arguments)
    if (argument.value.may_hold_nodes()) each_node(argument.value, visit);
}

/// Every node that can be reached, each once, parents before what only they reach, arguments in their order.
std::vector<Node*> reachable(Node& root);

/// The path of `node` from `root`, as in `model.layers[3]`; empty for the root and for what it does not reach.
std::string path_of(Node& root, const Node& node);

/// `path`, then the argument `name`.
std::string join(std::string_view path, std::string_view name);

/// Copies the graph, sharing as in the original. With `keep_shared`, the copy is as a copy of the object: a node that
/// was made as a run::Shared, that a shared pointer within holds, or that is a call of a function is not copied but
/// shared with the original. The root itself is copied but for a run::Shared.
NodePtr clone(const NodePtr& root, bool keep_shared = false);
/// The same with `keep_shared`, of an object that shared pointers hold: the copy of the root is nobody's yet.
NodePtr clone_pointee(const Node& root);
Value clone(const Value& value, bool keep_shared = false);

/// Marks the nodes that an argument of this type holds by a shared pointer.
void mark_shared(const Type& type, const Value& value);

/// Whether the argument can be set in a node of that kind: in place, only what can be assigned.
bool can_be_set(const Node& node, std::size_t parameter);
/// Whether a node in place may stand there: an object that is assigned after its owner is made.
bool can_be_set_in_part(const Node& owner, std::size_t parameter);

/// Same targets, same arguments (an unset one equals its default), same sharing. Linear in the graphs.
bool equal(Node& a, Node& b);
bool equal(const Value& a, const Value& b);

}  // namespace detail
}  // namespace run
