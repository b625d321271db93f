#include "Alternatives.h"

#include <algorithm>
#include <string>

#include "Fit.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;
using Types = Span<const Type* const>;

/// Without variants, optionals and holders.
template <class Visit>
void each_alternative(Types types, const Visit& visit) {
  for (const Type* type : types) {
    const TypeKind kind = type->kind;
    if (kind == TypeKind::variant || kind == TypeKind::optional || kind == TypeKind::holder)
      each_alternative(type->parts, visit);
    else
      visit(*type);
  }
}

bool is_integer(const Value& value) { return value.is(Kind::integer) || value.is(Kind::natural); }

bool is_same_type(const Value& value, const Value& other) {
  if (value.kind() != other.kind()) return is_integer(value) && is_integer(other);
  if (value.is(Kind::enumerator)) return value.enumerator().type == other.enumerator().type;
  if (value.is(Kind::opaque)) return value.opaque().ops->type == other.opaque().ops->type;
  if (value.is(Kind::list)) return value.list().size() == other.list().size();
  return !value.is(Kind::map) || value.map().size() == other.map().size();
}

bool is_text(const Type& type) { return type.kind == TypeKind::text || type.kind == TypeKind::character; }

}  // namespace

bool takes_texts(Types types) {
  bool found = false;
  each_alternative(types, [&](const Type& type) { found |= is_text(type); });
  return found;
}

Value named_beside_texts(Types types, std::string_view text) {
  if (types.empty() || (types.size() == 1 && types[0]->kind == TypeKind::text)) return {};
  const bool is_of_overloads = types.size() > 1;
  if (is_of_overloads && text.find("::") == std::string_view::npos) return {};
  bool takes_strings = false;
  Value found;
  each_alternative(types, [&](const Type& type) {
    takes_strings |= is_of_overloads ? is_text(type) : type.kind == TypeKind::text;
    const bool can_be_named = type.kind == TypeKind::enumeration || (type.kind == TypeKind::codec && !is_of_overloads);
    if (!found.absent() || !can_be_named) return;
    Misfit misfit;
    if (Value named{std::string(text)}; fit(type, named, misfit)) found = std::move(named);
  });
  return takes_strings ? found : Value();
}

bool has_alternatives(const Type& type) {
  switch (type.kind) {
    case TypeKind::variant:
      return true;
    case TypeKind::sequence:
    case TypeKind::map:
    case TypeKind::tuple:
    case TypeKind::optional:
    case TypeKind::holder:
      return std::any_of(type.parts.begin(), type.parts.end(),
                         [](const Type* part) { return has_alternatives(*part); });
    default:
      return false;
  }
}

Mistaken mistaken(const Value& value, const Value& read) {
  if (!is_same_type(value, read)) return {&value, &read};
  Mistaken found;
  const auto look = [&](const Value& inner, const Value& other) {
    if (found.value == nullptr) found = mistaken(inner, other);
  };
  if (value.is(Kind::list))
    for (std::size_t i = 0; i < value.list().size(); ++i) look(value.list()[i], read.list()[i]);
  if (value.is(Kind::map)) {
    for (std::size_t i = 0; i < value.map().size(); ++i) {
      look(value.map()[i].first, read.map()[i].first);
      look(value.map()[i].second, read.map()[i].second);
    }
  }
  return found;
}

}  // namespace run::detail
