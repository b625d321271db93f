// What an argument holds: null, a number, a text, an enumerator, a list, a map, a node, a function, or an opaque
// object.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "run/fwd.h"

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
  std::shared_ptr<bool> taken;  // move-only: whether it is gone
};

/// A copy of a value shares its nodes: `clone` (node.h) copies them too.
class Value {
 public:
  struct Absent {};
  struct Null {};
  using List = std::vector<Value>;
  using Map = std::vector<std::pair<Value, Value>>;
  enum class Kind {
    absent,
    null,
    boolean,
    integer,
    natural,  // an integer beyond int64
    real,
    string,
    enumerator,
    list,
    map,
    node,
    function,
    opaque,
  };

  Value() = default;
  explicit Value(Null null) : data_(null) {}
  explicit Value(bool boolean) : data_(boolean) {}
  explicit Value(std::int64_t integer) : data_(integer) {}
  explicit Value(std::uint64_t natural);
  explicit Value(double real) : data_(real) {}
  explicit Value(std::string text) : data_(std::move(text)) {}
  explicit Value(EnumValue enumerator) : data_(enumerator) {}
  explicit Value(List list) : data_(std::move(list)) {}
  explicit Value(Map map) : data_(std::move(map)) {}
  explicit Value(NodePtr node) : data_(std::move(node)) {}
  explicit Value(FunctionValue function) : data_(function) {}
  explicit Value(Opaque opaque) : data_(std::move(opaque)) {}

  Kind kind() const { return static_cast<Kind>(data_.index()); }
  bool is(Kind kind) const { return this->kind() == kind; }
  bool absent() const { return is(Kind::absent); }
  bool null() const { return is(Kind::null); }

  // REQUIRES: the kind of that name.
  bool boolean() const { return std::get<bool>(data_); }
  std::int64_t integer() const { return std::get<std::int64_t>(data_); }
  std::uint64_t natural() const { return std::get<std::uint64_t>(data_); }
  double real() const { return std::get<double>(data_); }
  const std::string& string() const { return std::get<std::string>(data_); }
  const EnumValue& enumerator() const { return std::get<EnumValue>(data_); }
  const List& list() const { return std::get<List>(data_); }
  List& list() { return std::get<List>(data_); }
  const Map& map() const { return std::get<Map>(data_); }
  Map& map() { return std::get<Map>(data_); }
  const NodePtr& node() const { return std::get<NodePtr>(data_); }
  NodePtr& node() { return std::get<NodePtr>(data_); }
  const FunctionValue& function() const { return std::get<FunctionValue>(data_); }
  const Opaque& opaque() const { return std::get<Opaque>(data_); }

  /// For messages: `7`, `"text"`, `app::Color::red`, `[1, 2]`, `app::Layer(...)`; shortened where it is long.
  std::string text() const;

 private:
  std::variant<Absent, Null, bool, std::int64_t, std::uint64_t, double, std::string, EnumValue, List, Map, NodePtr,
               FunctionValue, Opaque>
      data_;
};

namespace detail {

/// A string that lives as long as the process; equal texts are one string.
const std::string& intern(std::string_view text);

/// The shortest text that reads back as the same number, with a '.' or an exponent in it; `.inf`, `-.inf`, `.nan`.
std::string real_text(double real);

/// `long double` has a text form that reads back the same.
std::string real_text(long double real);

}  // namespace detail
}  // namespace run
