#include "Fit.h"

#include <algorithm>
#include <cstdint>

#include "FitScalar.h"
#include "ValueText.h"
#include "run/arg.h"
#include "run/built.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

bool fit_list(Span<const Type* const> types, Value::List& list, Misfit& misfit) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Type& type = *types[types.size() == 1 ? 0 : i];
    if (!fits_at_once(list[i], type) && !fit(type, list[i], misfit)) {
      misfit.path = "[" + std::to_string(i) + "]" + misfit.path;
      return false;
    }
  }
  return true;
}

std::string wrong_length(std::size_t wanted, std::size_t found) {
  return "its length is fixed: " + std::to_string(wanted) + ", not " + std::to_string(found);
}

bool fit_sequence(const Type& type, Value& value, Misfit& misfit) {
  if (!value.is(Kind::list)) return misfits(type, value, misfit);
  if (type.extent != 0 && value.list().size() != type.extent)
    return misfits(type, value, misfit, wrong_length(type.extent, value.list().size()));
  return fit_list(type.parts, value.list(), misfit);
}

bool fit_tuple(const Type& type, Value& value, Misfit& misfit) {
  if (!value.is(Kind::list)) return misfits(type, value, misfit);
  if (value.list().size() != type.parts.size())
    return misfits(type, value, misfit, wrong_length(type.parts.size(), value.list().size()));
  if (type.parts.size() == 1) return fit(*type.parts[0], value.list()[0], misfit);
  return fit_list(type.parts, value.list(), misfit);
}

bool fit_map(const Type& type, Value& value, Misfit& misfit) {
  if (value.is(Kind::list) && value.list().empty()) value = Value(Value::Map{});
  if (!value.is(Kind::map)) return misfits(type, value, misfit);
  for (auto& [key, entry] : value.map()) {
    if (!fit(*type.parts[0], key, misfit) || !fit(*type.parts[1], entry, misfit)) {
      misfit.path = shown_step(key) + misfit.path;
      return false;
    }
  }
  return true;
}

/// What has a codec is made from its text; a duration, from one in any unit in which nothing is lost.
bool fit_codec(const Type& type, Value& value, Misfit& misfit) {
  const bool is_duration = type.duration != nullptr && value.is(Kind::opaque) && value.opaque().ops->type->duration;
  if (!value.is(Kind::string) && !is_duration) return misfits(type, value, misfit);
  try {
    value = type.parse(is_duration ? value.opaque().ops->text(value.opaque().object.get()) : value.string());
    return true;
  } catch (const std::exception& error) {
    return misfits(type, value, misfit, error.what());
  }
}

bool is_number(TypeKind kind) { return kind == TypeKind::integer || kind == TypeKind::real; }

/// Whether a function's result that is a value may stand for the type; its value is checked when it is known.
bool result_fits(const Type& result, const Type& type) {
  if (&result == &type_of<void>) return false;
  return result.kind == type.kind || (is_number(result.kind) && is_number(type.kind)) ||
         (result.kind == TypeKind::text && type.kind == TypeKind::character);
}

/// The content of a container node.
Value content(const NodePtr& node) {
  const Value* inner = node->find(std::size_t{0});
  if (inner == nullptr) return {};
  return node.use_count() > 1 ? clone(*inner, true) : std::move(const_cast<Value&>(*inner));
}

/// Whether a call of it gives what a callable of that type gives. Of what nobody knows the signature, each may.
bool call_fits(const TargetInfo& target, const Type& callable) {
  if (callable.parts.empty() || callable.parts[0]->parts.empty()) return true;
  const Type& wanted = *callable.parts[0]->parts[0];
  return &wanted == &type_of<void> || node_fits(*Node::make(target, NodeKind::config, {}), wanted);
}

bool function_fits(const FunctionValue& function, const Type& callable) {
  return callable.parts.empty() || function.type == callable.parts[0];
}

bool is_pointee(const Node& node) {
  if (!node.is_shared && !node.is_in_shared_place) return false;
  return node.kind == NodeKind::config && node.target->function.pointer == nullptr && !node.target->is_pointer;
}

bool wants_node(TypeKind kind) {
  return kind == TypeKind::object || kind == TypeKind::holder || kind == TypeKind::callable;
}

}  // namespace

void copy_pointees(const Type& type, Value& value) {
  if (!value.may_hold_nodes()) return;
  switch (type.kind) {
    case TypeKind::optional:
      return copy_pointees(*type.parts[0], value);
    case TypeKind::variant:
      return copy_pointees(*type.parts[alternative_of(type, value)], value);
    case TypeKind::holder:
    case TypeKind::object:
      if (type.is_shared) return;
      if (!value.is(Kind::node) && type.kind == TypeKind::holder) return copy_pointees(*type.parts[0], value);
      if (value.is(Kind::node) && is_pointee(*value.node())) value = Value(clone_pointee(*value.node()));
      return;
    case TypeKind::sequence:
    case TypeKind::tuple:
      if (!value.is(Kind::list)) return;
      for (std::size_t i = 0; i < value.list().size() && !type.parts.empty(); ++i)
        copy_pointees(*type.parts[std::min(i, type.parts.size() - 1)], value.list()[i]);
      return;
    case TypeKind::map:
      if (!value.is(Kind::map)) return;
      for (auto& entry : value.map()) copy_pointees(*type.parts[1], entry.second);
      return;
    default:
      return;
  }
}

std::string Misfit::message() const {
  std::string text = "expected " + expected + ", found " + found;
  if (!hint.empty()) text += " (" + hint + ")";
  return text;
}

std::string type_names(Span<const Type* const> types) {
  std::string all;
  for (const Type* type : types) all += (all.empty() ? "" : " or ") + type->name();
  return all;
}

bool makes_class(const TargetInfo& target, const Type& wanted) {
  return target.object == &wanted || std::any_of(target.bases.begin(), target.bases.end(),
                                                 [&](const BaseInfo& base) { return base.type == &wanted; });
}

bool gives_class(const Node& node, const Type& wanted) {
  return (node.kind == NodeKind::config || node.kind == NodeKind::factory) && makes_class(*node.target, wanted);
}

bool node_fits(const Node& node, const Type& type) {
  const TargetInfo& target = *node.target;
  if (node.kind != NodeKind::partial && target.result == &type) return true;
  if (type.kind == TypeKind::optional) return node_fits(node, *type.parts[0]);
  if (type.kind == TypeKind::variant)
    return std::any_of(type.parts.begin(), type.parts.end(), [&](const Type* part) { return node_fits(node, *part); });
  if (type.kind == TypeKind::callable)
    return (node.kind == NodeKind::partial || node.kind == NodeKind::factory) && call_fits(target, type);
  if (node.kind == NodeKind::partial) return false;
  switch (type.kind) {
    case TypeKind::object:
      return gives_class(node, type);
    case TypeKind::holder:
      if (target.holding == Holding::shared && !type.is_shared) return false;
      return gives_class(node, *type.parts[0]) ||
             (!wants_node(type.parts[0]->kind) && !wants_node(target.result->kind) &&
              result_fits(*target.result, *type.parts[0]));
    case TypeKind::pointer:
      return target.holding == Holding::raw && !type.parts.empty() && gives_class(node, *type.parts[0]);
    default:
      return !wants_node(target.result->kind) && target.holding == Holding::value && result_fits(*target.result, type);
  }
}

bool fits_exactly(const Value& value, const Type& type) {
  if (value.is(Kind::opaque) && value.opaque().ops->type == &type) return true;
  if (type.kind == TypeKind::variant || (type.kind == TypeKind::optional && !value.null())) {
    if (value.is(Kind::node) && value.node()->target->result == &type) return true;
    return std::any_of(type.parts.begin(), type.parts.end(),
                       [&](const Type* part) { return fits_exactly(value, *part); });
  }
  switch (value.kind()) {
    case Kind::absent:
      return false;
    case Kind::null:
      return type.kind == TypeKind::holder || type.kind == TypeKind::optional || type.kind == TypeKind::pointer ||
             type.kind == TypeKind::function || type.kind == TypeKind::callable;
    case Kind::boolean:
      return type.kind == TypeKind::boolean;
    case Kind::integer:
    case Kind::natural:
      return type.kind == TypeKind::integer && in_range(type, value);
    case Kind::real:
      return type.kind == TypeKind::real;
    case Kind::string:
      return type.kind == TypeKind::text;
    case Kind::enumerator:
      return type.kind == TypeKind::enumeration && value.enumerator().type == &type.whole() &&
             holds_enumerator(type, value.enumerator().bits);
    case Kind::list: {
      const Value::List& list = value.list();
      if (type.kind == TypeKind::sequence) {
        if (type.extent != 0 && list.size() != type.extent) return false;
        return std::all_of(list.begin(), list.end(),
                           [&](const Value& item) { return fits_exactly(item, *type.parts[0]); });
      }
      if (type.kind != TypeKind::tuple || list.size() != type.parts.size()) return false;
      for (std::size_t i = 0; i < list.size(); ++i)
        if (!fits_exactly(list[i], *type.parts[i])) return false;
      return true;
    }
    case Kind::map:
      return type.kind == TypeKind::map && std::all_of(value.map().begin(), value.map().end(), [&](const auto& item) {
               return fits_exactly(item.first, *type.parts[0]) && fits_exactly(item.second, *type.parts[1]);
             });
    case Kind::node: {
      const Node& node = *value.node();
      return node.target->result == &type || (type.kind == TypeKind::object && node.target->object == &type) ||
             (type.kind == TypeKind::holder && node_fits(node, type)) ||
             (type.kind == TypeKind::callable && node_fits(node, type));
    }
    case Kind::function:
      return value.function().type == &type ||
             (type.kind == TypeKind::callable && function_fits(value.function(), type));
    case Kind::opaque:
      return false;
  }
  return false;
}

std::size_t alternative_of(const Type& variant, const Value& value) {
  // What holds an object of the very class goes before what holds one of a base of it.
  const auto is_very = [&](const Type& type) {
    if (!value.is(Kind::node)) return true;
    const TargetInfo& target = *value.node()->target;
    return target.result == &type || target.object == (type.kind == TypeKind::holder ? type.parts[0] : &type);
  };
  const Span<const Type* const> parts = variant.parts;
  std::size_t first = parts.size();
  for (std::size_t i = parts.size(); i-- > 0;)
    if (fits_exactly(value, *parts[i])) first = i;
  for (std::size_t i = first; i < parts.size(); ++i)
    if (fits_exactly(value, *parts[i]) && is_very(*parts[i])) return i;
  if (first < parts.size()) return first;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    Value attempt = value;
    Misfit misfit;
    if (fit(*parts[i], attempt, misfit)) return i;
  }
  return parts.size() - 1;
}

bool fit(const Type& type, Value& value) {
  Misfit misfit;
  return fit(type, value, misfit);
}

bool fit(const Type& type, Value& value, Misfit& misfit) {
  if (fits_at_once(value, type)) return true;
  if (value.absent()) return misfits(type, value, misfit);
  if (value.is(Kind::opaque) && value.opaque().ops->type == &type) return true;
  if (value.is(Kind::node)) {
    // A container is a node of its own only where others may have it, too.
    const bool is_content = value.node()->target->is_container && !(type.kind == TypeKind::holder && type.is_shared);
    if (node_fits(*value.node(), type) && !is_content) {
      mark_shared(type, value);
      return true;
    }
    if (!value.node()->target->is_container || value.node()->kind != NodeKind::config)
      return misfits(type, value, misfit);
    const bool is_fitted = value.node()->target->result == &type;
    value = content(value.node());
    return (is_fitted && !value.absent()) || fit(type, value, misfit);
  }
  switch (type.kind) {
    case TypeKind::boolean:
      return value.is(Kind::boolean) || misfits(type, value, misfit);
    case TypeKind::character:
      return (value.is(Kind::string) && value.string().size() == 1) ||
             misfits(type, value, misfit, "one character, of one byte");
    case TypeKind::integer:
      return fit_integer(type, value, misfit);
    case TypeKind::real:
      return fit_real(type, value, misfit);
    case TypeKind::text:
      return value.is(Kind::string) || (value.null() && &type == &type_of<const char*>) || misfits(type, value, misfit);
    case TypeKind::enumeration:
      return fit_enumerator(type, value, misfit);
    case TypeKind::sequence:
      return fit_sequence(type, value, misfit);
    case TypeKind::map:
      return fit_map(type, value, misfit);
    case TypeKind::optional:
      return value.null() || fit(*type.parts[0], value, misfit);
    case TypeKind::tuple:
      return fit_tuple(type, value, misfit);
    case TypeKind::variant:
      return fit(type.parts, value, misfit) || misfits(type, value, misfit);
    case TypeKind::holder:
      if (value.null()) return true;
      if (value.is(Kind::opaque) && value.opaque().ops->type == type.parts[0]) return true;
      if (type.parts[0]->kind == TypeKind::object) return misfits(type, value, misfit);
      return fit(*type.parts[0], value, misfit);
    case TypeKind::callable:
      return value.null() || (value.is(Kind::function) && function_fits(value.function(), type)) ||
             misfits(type, value, misfit);
    case TypeKind::function:
      return value.null() || (value.is(Kind::function) && value.function().type == &type) ||
             misfits(type, value, misfit);
    case TypeKind::codec:
      return fit_codec(type, value, misfit);
    case TypeKind::pointer:
      return value.null() || misfits(type, value, misfit);
    case TypeKind::object:
      return misfits(type, value, misfit);
    case TypeKind::opaque:
      if (&type == &type_of<long double> && (value.is(Kind::real) || value.is(Kind::integer))) {
        value = wrap(value.is(Kind::real) ? static_cast<long double>(value.real())
                                          : static_cast<long double>(value.integer()));
        return true;
      }
      return misfits(type, value, misfit);
  }
  return false;
}

bool fit(Span<const Type* const> types, Value& value, Misfit& misfit) {
  if (types.empty()) return true;
  if (types.size() == 1) return fit(*types[0], value, misfit);
  for (const Type* type : types)
    if (fits_exactly(value, *type)) return fit(*type, value, misfit);
  // One letter beside an enumeration is a character, as a longer text is a string; enumerators are values of their own.
  const bool is_letter = value.is(Kind::string) && value.string().size() == 1;
  const auto is_character = [](const Type* type) { return type->kind == TypeKind::character; };
  if (is_letter && std::any_of(types.begin(), types.end(), is_character)) return true;
  for (const Type* type : types) {
    Value attempt = value;
    if (fit(*type, attempt, misfit)) {
      value = std::move(attempt);
      return true;
    }
  }
  misfit = {{}, type_names(types), value.text(), {}};
  return false;
}

Value fitted(Span<const Type* const> types, Value value, const std::string& path) {
  Misfit misfit;
  if (fit(types, value, misfit)) return value;
  const std::string where = path + misfit.path;
  throw Error((where.empty() ? "" : where + ": ") + misfit.message());
}

Value blank(const Type& type) {
  switch (type.kind) {
    case TypeKind::boolean:
      return Value(false);
    case TypeKind::character:
      return Value(std::string(1, '\0'));
    case TypeKind::integer:
      return Value(std::int64_t{0});
    case TypeKind::real:
      return Value(0.0);
    case TypeKind::text:
      return &type == &type_of<const char*> ? Value(Value::Null{}) : Value(std::string());
    case TypeKind::enumeration:
      return Value(EnumValue{0, &type});
    case TypeKind::sequence:
      return type.extent == 0 ? Value(Value::List{}) : Value();
    case TypeKind::map:
      return Value(Value::Map{});
    case TypeKind::optional:
    case TypeKind::holder:
    case TypeKind::callable:
    case TypeKind::function:
    case TypeKind::pointer:
      return Value(Value::Null{});
    case TypeKind::object: {
      const TargetInfo* target = find_target(type);
      return target == nullptr ? Value() : Value(Node::make(*target, NodeKind::config, PackedLocation()));
    }
    default:
      return {};
  }
}

}  // namespace run::detail
