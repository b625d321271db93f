#include "FitScalar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "Scalar.h"
#include "run/error.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

std::string range_hint(const Type& type) { return "out of range of " + type.name(); }

/// Whatever text it was, its last digits may be lost.
constexpr char kRounded[] = "beyond 2^53 only an integer without exponent or point is exact";

/// Whether a real of that size says the integer.
bool holds(std::size_t size, const Value& integer) {
  const long double exact = integer.is(Kind::natural) ? static_cast<long double>(integer.natural())
                                                      : static_cast<long double>(integer.integer());
  const auto narrow = size == sizeof(float) ? static_cast<long double>(static_cast<float>(exact))
                                            : static_cast<long double>(static_cast<double>(exact));
  return narrow == exact;
}

/// Whether it is a text because no double is near it.
bool is_number_beyond(const Value& value) {
  if (!value.is(Kind::string)) return false;
  std::string_view text = value.string();
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc::result_out_of_range && stop == text.data() + text.size();
}

/// `it is red, green or blue`, where they are few.
std::string one_of(Span<const std::string_view> names) {
  if (names.empty() || names.size() > 12) return {};
  std::string text = "it is ";
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + std::string(names[i]);
  return text;
}

/// The number of `app::Color(7)`, as C++ says one that no enumerator has.
std::optional<std::int64_t> cast_number(std::string_view text, const Type& type) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return {};
  const std::string name = type.whole().name();
  std::string_view said = text.substr(0, open);
  const bool is_named = name == said || (name.ends_with(said) && name[name.size() - said.size() - 1] == ':');
  if (said.empty() || !is_named) return {};
  const Value number = plain_scalar(text.substr(open + 1, text.size() - open - 2));
  if (number.is(Kind::natural) && in_range(type, number)) return static_cast<std::int64_t>(number.natural());
  return number.is(Kind::integer) ? std::optional(number.integer()) : std::nullopt;
}

/// Whether that may stand before an enumerator: the enumeration, `Color` or `app::Color`, or what that is in, where the
/// enumerators of one without `class` are.
bool can_qualify(std::string_view said, const Type& type) {
  const std::string known = dotted(type.whole().name());
  const std::string name = dotted(said.starts_with("::") ? said.substr(2) : said);
  const std::size_t last = known.rfind('.');
  return ends_with_parts(known, name) || (last != std::string::npos && ends_with_parts(known.substr(0, last), name));
}

bool has_number(const EnumInfo& enumeration, std::int64_t number) {
  return std::any_of(enumeration.enumerators.begin(), enumeration.enumerators.end(),
                     [&](const auto& known) { return known.second == number; });
}

}  // namespace

bool misfits(const Type& type, const Value& value, Misfit& misfit, std::string hint) {
  misfit = {{}, type.name(), value.text(), std::move(hint)};
  return false;
}

bool in_range(const Type& type, const Value& value) {
  return value.is(Kind::natural) ? type.bits == 64 && !type.is_signed : in_range(type, value.integer());
}

bool holds_enumerator(const Type& type, std::int64_t number) { return type.bits == 64 || in_range(type, number); }

bool fit_integer(const Type& type, Value& value, Misfit& misfit) {
  if (value.is(Kind::real)) {
    const double real = value.real();
    if (real != std::trunc(real) || !std::isfinite(real))
      return misfits(type, value, misfit, std::isfinite(real) ? "it would lose its fraction" : "");
    if (real <= -0x1p63 || real >= 0x1p64) return misfits(type, value, misfit, range_hint(type));
    if (std::abs(real) >= 0x1p53) return misfits(type, value, misfit, kRounded);
    value = real < 0 ? Value(static_cast<std::int64_t>(real)) : Value(static_cast<std::uint64_t>(real));
  }
  if (!value.is(Kind::integer) && !value.is(Kind::natural)) return misfits(type, value, misfit);
  return in_range(type, value) || misfits(type, value, misfit, range_hint(type));
}

bool fit_real(const Type& type, Value& value, Misfit& misfit) {
  if (value.is(Kind::integer) || value.is(Kind::natural)) {
    if (!holds(type.size, value)) return misfits(type, value, misfit, "it has more digits than the type");
    value =
        Value(value.is(Kind::natural) ? static_cast<double>(value.natural()) : static_cast<double>(value.integer()));
  }
  if (!value.is(Kind::real)) return misfits(type, value, misfit, is_number_beyond(value) ? range_hint(type) : "");
  if (type.size == 4) {
    const std::optional<float> narrow = narrowed(value.real());
    if (!narrow || (*narrow == 0 && value.real() != 0)) return misfits(type, value, misfit, range_hint(type));
    value = Value(*narrow);
  } else if (value.is_float()) {
    value = Value(value.real());
  }
  return true;
}

namespace {

/// One without enumerators is a kind of number; in others a number is more often a mistake than meant.
bool fit_enumerator_by_number(const Type& type, Value& value, Misfit& misfit) {
  if (!in_range(type, value)) return misfits(type, value, misfit, range_hint(type));
  const std::int64_t number = value.is(Kind::natural) ? static_cast<std::int64_t>(value.natural()) : value.integer();
  const EnumInfo* known = type.enumeration;
  if (known != nullptr && !known->enumerators.empty() && !has_number(*known, number))
    return misfits(
        type, value, misfit,
        "no enumerator is " + value.text() + ": `" + type.whole().name() + "(" + value.text() + ")` means it");
  value = Value(EnumValue{number, &type.whole()});
  return true;
}

/// REQUIRES: a string, and an enumeration whose enumerators are known.
bool fit_enumerator_by_name(const Type& type, Value& value, Misfit& misfit) {
  std::string_view name = value.string();
  std::string_view scope;
  if (const std::size_t end = name.find_last_of(".:"); end != std::string_view::npos && end > 0) {
    scope = name.substr(0, name[end] == ':' ? end - 1 : end);
    name.remove_prefix(end + 1);
  }
  std::vector<std::string_view> names;
  for (const auto& [known, bits] : type.enumeration->enumerators) {
    if (known == name && !scope.empty() && !can_qualify(scope, type))
      return misfits(type, value, misfit, "it is " + type.whole().name() + "::" + std::string(name));
    if (known == name) {
      if (!holds_enumerator(type, bits)) return misfits(type, value, misfit, range_hint(type));
      value = Value(EnumValue{bits, &type.whole()});
      return true;
    }
    names.push_back(known);
  }
  const std::string_view near = nearest(name, names);
  return misfits(type, value, misfit, near.empty() ? one_of(names) : "did you mean `" + std::string(near) + "`?");
}

}  // namespace

bool fit_enumerator(const Type& type, Value& value, Misfit& misfit) {
  if (value.is(Kind::enumerator)) {
    if (value.enumerator().type != &type.whole()) return misfits(type, value, misfit);
    return holds_enumerator(type, value.enumerator().bits) || misfits(type, value, misfit, range_hint(type));
  }
  if (value.is(Kind::integer) || value.is(Kind::natural)) return fit_enumerator_by_number(type, value, misfit);
  if (!value.is(Kind::string)) return misfits(type, value, misfit);
  if (const std::optional<std::int64_t> cast = cast_number(value.string(), type)) {
    if (!holds_enumerator(type, *cast)) return misfits(type, value, misfit, range_hint(type));
    value = Value(EnumValue{*cast, &type.whole()});
    return true;
  }
  return type.enumeration != nullptr ? fit_enumerator_by_name(type, value, misfit) : misfits(type, value, misfit);
}

}  // namespace run::detail
