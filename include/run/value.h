// What an argument holds: null, a number, a text, an enumerator, a list, a map, a node, a function, or an opaque
// object.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run/node_memory.h"
#include "run/node_ptr.h"

namespace run {

struct EnumValue {
  std::int64_t bits = 0;
  const Type* type = nullptr;
};

struct FunctionValue {
  void (*pointer)() = nullptr;
  const Type* type = nullptr;  // of the function pointer
};

/// What the library can do with an object it knows nothing of.
struct OpaqueOps {
  const Type* type;
  void (*copy)();                               // T (*)(const void* object); null: it can only be moved, once
  bool (*equal)(const void* a, const void* b);  // null: the same object only
  std::string (*text)(const void* object);      // null: it has no text form
};

/// An object that copies of the value share; it is never changed. A move-only one can be built into one object only.
struct Opaque {
  std::shared_ptr<void> object;
  const OpaqueOps* ops = nullptr;
  std::shared_ptr<std::atomic<bool>> taken;  // move-only: whether it is gone
};

namespace detail {

/// Something that never changes, behind a pointer that counts its owners.
template <class T>
class Box {
 public:
  explicit Box(T made) : content(std::move(made)) {}
  Box* retain() {
    owners_.fetch_add(1, std::memory_order_relaxed);
    return this;
  }
  void release() {
    if (owners_.load(std::memory_order_acquire) == 1 || owners_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }
  const T content;

 private:
  std::atomic<std::size_t> owners_{1};
};

}  // namespace detail

/// A copy of a value shares its nodes: `clone` (node.h) copies them too. 16 bytes; what is larger than a number is
/// behind a pointer, and what of that cannot be changed (texts, functions, opaque objects) is shared by copies.
class Value {
 public:
  struct Null {};
  using List = std::vector<Value, detail::BlockAllocator<Value>>;
  using Map = std::vector<std::pair<Value, Value>>;
  enum class Kind : unsigned char {
    absent,
    null,
    boolean,
    integer,
    natural,  // an integer beyond int64
    real,
    string,
    enumerator,
    function,
    opaque,
    list,  // from here on: there may be nodes in it
    map,
    node,
  };

  Value() : Value(Kind::absent) {}
  explicit Value(Null) : Value(Kind::null) {}
  explicit Value(bool boolean) : Value(Kind::boolean) { bits_ = boolean ? 1 : 0; }
  explicit Value(std::int64_t integer) : Value(Kind::integer) { bits_ = static_cast<std::uint64_t>(integer); }
  explicit Value(std::uint64_t natural) : Value(natural >> 63 == 0 ? Kind::integer : Kind::natural) { bits_ = natural; }
  explicit Value(double real) : Value(Kind::real) { bits_ = std::bit_cast<std::uint64_t>(real); }
  /// As a double, of which the digits that a float has count in texts: 0.1, not 0.10000000149011612.
  explicit Value(float real) : Value(static_cast<double>(real)) { set_small(1); }
  explicit Value(std::string text) : Value(Kind::string) { string_ = new detail::Box<std::string>(std::move(text)); }
  explicit Value(EnumValue enumerator);
  explicit Value(List list);
  explicit Value(Map map);
  explicit Value(NodePtr node) : Value(Kind::node) { ::new (&node_) NodePtr(std::move(node)); }
  explicit Value(FunctionValue function) : Value(Kind::function) {
    function_ = new detail::Box<FunctionValue>(function);
  }
  explicit Value(Opaque opaque) : Value(Kind::opaque) { opaque_ = new detail::Box<Opaque>(std::move(opaque)); }

  Value(const Value& other) : bits_(other.bits_), tag_(other.tag_) {
    if (owns()) own_copy(other);
  }
  Value(Value&& other) noexcept : bits_(other.bits_), tag_(std::exchange(other.tag_, 0)) {}
  Value& operator=(const Value& other) {
    if (owns() || other.owns()) return *this = Value(other);
    bits_ = other.bits_;
    tag_ = other.tag_;
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    Value old(std::move(*this));  // ends last: `other` may be a part of it
    bits_ = other.bits_;
    tag_ = std::exchange(other.tag_, 0);
    return *this;
  }
  ~Value() {
    if (owns()) drop();
  }

  Kind kind() const { return static_cast<Kind>(static_cast<unsigned char>(tag_)); }
  bool is(Kind kind) const { return this->kind() == kind; }
  bool absent() const { return is(Kind::absent); }
  bool null() const { return is(Kind::null); }

  // REQUIRES: the kind of that name.
  bool boolean() const { return bits_ != 0; }
  std::int64_t integer() const { return static_cast<std::int64_t>(bits_); }
  std::uint64_t natural() const { return bits_; }
  double real() const { return std::bit_cast<double>(bits_); }
  bool is_float() const { return is(Kind::real) && small() != 0; }
  const std::string& string() const { return string_->content; }
  EnumValue enumerator() const { return small() == kBoxed ? enumerator_->content : EnumValue{small(), type_}; }
  const List& list() const { return *list_; }
  List& list() { return *list_; }
  const Map& map() const { return *map_; }
  Map& map() { return *map_; }
  const NodePtr& node() const { return node_; }
  NodePtr& node() { return node_; }
  const FunctionValue& function() const { return function_->content; }
  const Opaque& opaque() const { return opaque_->content; }

  /// Whether both are the same number, enumerator or null, or are copies of one text, function, or opaque object. False
  /// says nothing of what is behind a pointer.
  bool is_identical(const Value& other) const { return bits_ == other.bits_ && tag_ == other.tag_; }
  /// Whether there may be nodes in it.
  bool may_hold_nodes() const { return kind() >= Kind::list; }

  /// For messages: `7`, `"text"`, `app::Color::red`, `[1, 2]`, `app::Layer(...)`; shortened where it is long.
  std::string text() const;

 private:
  static constexpr std::int32_t kBoxed = -(1 << 23);  // the small number of an enumerator whose own is not small

  explicit Value(Kind kind, std::uint64_t bits = 0) : bits_(bits), tag_(static_cast<std::uint32_t>(kind)) {}
  bool owns() const { return kind() >= Kind::string; }
  std::int32_t small() const { return static_cast<std::int32_t>(tag_) >> 8; }
  void set_small(std::int32_t number) {
    tag_ = static_cast<std::uint32_t>(kind()) | static_cast<std::uint32_t>(number) << 8;
  }
  void own_copy(const Value& other);
  void drop();

  union {
    std::uint64_t bits_;
    detail::Box<std::string>* string_;
    const Type* type_;
    detail::Box<EnumValue>* enumerator_;
    List* list_;
    Map* map_;
    NodePtr node_;
    detail::Box<FunctionValue>* function_;
    detail::Box<Opaque>* opaque_;
  };
  // The kind, and above it the number of a small enumerator. Four bytes: what stands behind a value in a larger object
  // may use the other four (see Argument).
  std::uint32_t tag_;
};

namespace detail {

/// A string that lives as long as the process; equal texts are one string.
const std::string& intern(std::string_view text);

/// The shortest text that reads back as the same number, with a '.' or an exponent in it; `.inf`, `-.inf`, `.nan`.
std::string real_text(double real);
/// Read as a double and narrowed, it is the same float.
std::string real_text(float real);

/// The nearest float; nothing where it would be infinite and `real` is not.
std::optional<float> narrowed(double real);

/// `long double` has a text form that reads back the same.
std::string real_text(long double real);

}  // namespace detail
}  // namespace run
