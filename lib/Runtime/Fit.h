// Whether a value may stand for an argument of a type, and as what.
#pragma once

#include <cstdint>
#include <string>

#include "run/node.h"
#include "run/span.h"
#include "run/target_info.h"
#include "run/type.h"

namespace run::detail {

/// Why a value does not fit.
struct Misfit {
  std::string path;  // within the value: `[2][0]`
  std::string expected;
  std::string found;
  std::string hint;  // further words, or empty

  std::string message() const;
};

/// Converts the value to what an argument of the type holds, without losing anything. False, with the reason, and the
/// value unspecified, where that cannot be done.
bool fit(const Type& type, Value& value, Misfit& misfit);
/// The same for the first of several types that takes it, exact ones first; any value fits an empty list.
bool fit(Span<const Type* const> types, Value& value, Misfit& misfit);

/// `int or std::string`
std::string type_names(Span<const Type* const> types);

/// Whether the node is what an argument of the type holds, as most are. False says nothing.
inline bool fits_at_once(const Node& node, const Type& type) {
  const TargetInfo& target = *node.target;
  if (node.kind != NodeKind::config || target.is_container || target.holding != Holding::value) return false;
  if (type.kind == TypeKind::object) return target.result == &type;
  return type.kind == TypeKind::holder && !type.is_shared && target.object == type.parts[0];
}

/// Whether the integer or enumeration type has the number.
inline bool in_range(const Type& type, std::int64_t integer) {
  if (type.bits == 64) return type.is_signed || integer >= 0;
  const std::int64_t rest = integer >> (type.bits - (type.is_signed ? 1 : 0));
  return rest == 0 || (type.is_signed && rest == -1);
}

/// Whether the value is what an argument of the type holds, for the kinds that are most: there is nothing to convert.
/// False says nothing.
inline bool fits_at_once(const Value& value, const Type& type) {
  switch (value.kind()) {
    case Value::Kind::node:
      return fits_at_once(*value.node(), type);
    case Value::Kind::boolean:
      return type.kind == TypeKind::boolean;
    case Value::Kind::integer:
      return type.kind == TypeKind::integer && in_range(type, value.integer());
    case Value::Kind::real:
      return type.kind == TypeKind::real && (type.size == sizeof(float)) == value.is_float();
    case Value::Kind::string:
      return type.kind == TypeKind::text;
    case Value::Kind::enumerator:
      return value.enumerator().type == &type;
    default:
      return false;
  }
}

/// Whether the target's object is of that class or of one derived from it.
bool makes_class(const TargetInfo& target, const Type& wanted);
/// The same of the node, built.
bool gives_class(const Node& node, const Type& wanted);
/// Whether a node may stand where the type is wanted.
bool node_fits(const Node& node, const Type& type);
/// Why no call of the callable could call what the node makes: arguments that are missing, or too many. Else empty.
std::string misfit_of_calls(const Node& partial, const Type& callable);

}  // namespace run::detail
