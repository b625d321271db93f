// node, the type of what takes it => how it has to be given: an object, a callable, one that is owned from then on.
#pragma once

#include <algorithm>

#include "run/node.h"
#include "run/target_info.h"
#include "run/type.h"

namespace run::detail {

/// Calls visit(node, type) for each node in the value; null where the type is not known.
template <class Visit>
void each_typed_node(const Value& value, const Type* type, const Visit& visit) {
  const auto each = [&visit](const Value& element, const Type* part) {
    if (element.is(Value::Kind::node))
      visit(*element.node(), part);
    else if (element.may_hold_nodes())
      each_typed_node(element, part, visit);
  };
  if (value.is(Value::Kind::node)) return visit(*value.node(), type);
  if (type != nullptr) type = &type->opened();
  if (value.is(Value::Kind::list)) {
    if (type != nullptr && type->kind == TypeKind::tuple) {
      for (std::size_t i = 0; i < value.list().size(); ++i)
        each(value.list()[i], i < type->parts.size() ? type->parts[i] : nullptr);
    } else {
      const Type* part = type != nullptr && type->kind == TypeKind::sequence ? type->parts[0] : nullptr;
      for (const Value& element : value.list()) each(element, part);
    }
  } else if (value.is(Value::Kind::map)) {
    const Type* part = type != nullptr && type->kind == TypeKind::map ? type->parts[1] : nullptr;
    for (const auto& entry : value.map()) each(entry.second, part);
  }
}

/// Whether a factory there is a callable, not what it makes.
inline bool wants_callable(const Node& node, const Type* type) {
  if (type != nullptr) type = &type->opened();
  if (type == nullptr || node.target->result == type) return false;
  if (type->kind == TypeKind::variant)
    return std::any_of(type->parts.begin(), type->parts.end(),
                       [&](const Type* part) { return wants_callable(node, part); });
  return type->kind == TypeKind::callable;
}

/// Whether what takes it is a std::shared_ptr, or a std::weak_ptr.
inline bool is_shared_pointer(const Type* type) {
  return type != nullptr && type->kind == TypeKind::holder && type->is_shared;
}

/// Whether what is to be of that type owns the object that a function returned a plain pointer to.
inline bool adopts(const Type* type) {
  while (type != nullptr && type->kind == TypeKind::optional) type = type->parts[0];
  if (type == nullptr) return false;
  if (type->kind == TypeKind::variant)
    return std::all_of(type->parts.begin(), type->parts.end(),
                       [](const Type* part) { return part->kind != TypeKind::pointer; });
  return type->kind == TypeKind::holder || type->kind == TypeKind::object;
}

/// Whether the target gives an object of the very class that is wanted, by value or by a unique_ptr.
inline bool gives_very_class(const TargetInfo& target, const Type& wanted) {
  if (target.holding != Holding::value) return false;
  if (wanted.kind == TypeKind::object) return target.result == &wanted && target.size != 0;
  return wanted.kind == TypeKind::holder && !wanted.is_shared && target.object == wanted.parts[0];
}

}  // namespace run::detail
