// New values from old ones, without losing anything.
#include "run/arithmetic.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "Elements.h"
#include "Fit.h"
#include "KeyIndex.h"
#include "run/duration.h"
#include "run/error.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;
__extension__ using Wide = __int128;

constexpr std::pair<std::string_view, Operation> kOperations[] = {
    {"+=", Operation::add},    {"-=", Operation::subtract}, {"*=", Operation::multiply},
    {"/=", Operation::divide}, {"|=", Operation::bit_or},   {"&=", Operation::bit_and},
};

std::string_view symbol(Operation operation) {
  for (const auto& [text, known] : kOperations)
    if (known == operation) return text.substr(0, 1);
  return {};
}

std::string shown(const Value& old, Operation operation, const Value& operand) {
  return old.text() + " " + std::string(symbol(operation)) + " " + operand.text();
}

std::optional<Wide> whole(const Value& value) {
  if (value.is(Kind::integer)) return value.integer();
  if (value.is(Kind::natural)) return value.natural();
  return std::nullopt;
}

std::optional<double> number(const Value& value) {
  if (value.is(Kind::real)) return value.real();
  if (const auto integer = whole(value)) return static_cast<double>(*integer);
  return std::nullopt;
}

Value integers(Wide a, Operation operation, Wide b, const std::string& what) {
  Wide result = 0;
  switch (operation) {
    case Operation::add:
      result = a + b;
      break;
    case Operation::subtract:
      result = a - b;
      break;
    case Operation::multiply:
      if (__builtin_mul_overflow(a, b, &result)) throw Error(what + " is out of the range of 64 bits");
      break;
    case Operation::divide:
      if (b == 0) throw Error(what + " divides by zero");
      if (a % b != 0) throw Error(what + " does not divide: the result is no integer");
      result = a / b;
      break;
    case Operation::bit_or:
      result = a | b;
      break;
    case Operation::bit_and:
      result = a & b;
      break;
  }
  if (result > std::numeric_limits<std::uint64_t>::max() || result < std::numeric_limits<std::int64_t>::min())
    throw Error(what + " is out of the range of 64 bits");
  if (result < 0) return Value(static_cast<std::int64_t>(result));
  return Value(static_cast<std::uint64_t>(result));
}

std::optional<Value> reals(double a, Operation operation, double b) {
  switch (operation) {
    case Operation::add:
      return Value(a + b);
    case Operation::subtract:
      return Value(a - b);
    case Operation::multiply:
      return Value(a * b);
    case Operation::divide:
      return Value(a / b);
    default:
      return std::nullopt;
  }
}

/// The text of a duration; nothing where it is none.
std::optional<std::string> duration_said(const Value& value) {
  if (value.is(Kind::string)) return value.string();
  if (!value.is(Kind::opaque) || value.opaque().ops->type->duration == nullptr) return std::nullopt;
  return value.opaque().ops->text(value.opaque().object.get());
}

/// REQUIRES: `old` is a duration.
Value durations(const Value& old, Operation operation, const Value& operand, const std::string& what) {
  const Type& type = *old.opaque().ops->type;
  const auto [tick, is_real] = *type.duration;
  const std::string text = *duration_said(old);
  const bool is_sum = operation == Operation::add || operation == Operation::subtract;
  const std::optional<std::string> other = duration_said(operand);
  if (is_sum && !other) throw Error(what + " means nothing: a duration has a unit, as in 30s");
  if (!is_sum && (!number(operand) || operation == Operation::bit_or || operation == Operation::bit_and))
    throw Error(what + " means nothing: a duration has += and -= with a duration, *= and /= with a number");
  if (operation == Operation::divide && *number(operand) == 0) throw Error(what + " divides by zero");
  if (is_real) {
    const auto right = is_sum ? static_cast<double>(real_ticks(*other, tick)) : *number(operand);
    const double ticks = reals(static_cast<double>(real_ticks(text, tick)), operation, right)->real();
    if (!std::isfinite(ticks)) throw Error(what + " is out of the range of double");
    return type.parse(duration_text(static_cast<long double>(ticks), tick));
  }
  const std::intmax_t ticks = whole_ticks(text, tick);
  if (const auto right = is_sum ? Wide{whole_ticks(*other, tick)} : whole(operand)) {
    const Value result = integers(ticks, operation, *right, what);
    if (result.is(Kind::natural)) throw Error(what + " is out of the range of 64 bits");
    return type.parse(duration_text(result.integer(), tick));
  }
  const double scaled = reals(static_cast<double>(ticks), operation, operand.real())->real();
  if (scaled != std::trunc(scaled) || std::fabs(scaled) > 0x1p53)
    throw Error(what + " is no whole number of ticks of " + duration_text(std::intmax_t{1}, tick));
  return type.parse(duration_text(static_cast<std::intmax_t>(scaled), tick));
}

Value merged(const Value::Map& old, const Value::Map& more) {
  Value::Map all = old;
  KeyIndex keys(all);
  for (const auto& [key, value] : more) {
    if (const std::size_t known = keys.find(key); known != all.size()) {
      all[known].second = value;
      continue;
    }
    all.emplace_back(key, value);
    keys.add_last();
  }
  return Value(std::move(all));
}

}  // namespace

Operation operation(std::string_view text) {
  for (const auto& [known, operation] : kOperations)
    if (known == text) return operation;
  throw Error("`" + std::string(text) + "` is none of += -= *= /= |= &=");
}

Value combined(const Value& old, Operation operation, const Value& operand) {
  const std::string what = shown(old, operation, operand);
  if (old.is(Kind::boolean) && operand.is(Kind::boolean)) {
    if (operation == Operation::bit_or) return Value(old.boolean() || operand.boolean());
    if (operation == Operation::bit_and) return Value(old.boolean() && operand.boolean());
  }
  if (old.is(Kind::enumerator) && operand.is(Kind::enumerator) && old.enumerator().type == operand.enumerator().type) {
    const auto [bits, type] = old.enumerator();
    if (operation == Operation::bit_or) return Value(EnumValue{bits | operand.enumerator().bits, type});
    if (operation == Operation::bit_and) return Value(EnumValue{bits & operand.enumerator().bits, type});
  }
  if (old.is(Kind::opaque) && old.opaque().ops->type->duration != nullptr)
    return durations(old, operation, operand, what);
  const auto a = whole(old);
  const auto b = whole(operand);
  if (a && b) return integers(*a, operation, *b, what);
  if (const auto left = number(old), right = number(operand); left && right) {
    if (operation == Operation::divide && *right == 0) throw Error(what + " divides by zero");
    if (auto result = reals(*left, operation, *right)) {
      if (std::isfinite(*left) && std::isfinite(*right) && !std::isfinite(result->real()))
        throw Error(what + " is out of the range of double");
      return std::move(*result);
    }
  }
  if (old.is(Kind::string) && operand.is(Kind::string) && operation == Operation::add)
    return Value(old.string() + operand.string());
  if (old.is(Kind::list) && operand.is(Kind::list) && operation == Operation::add) {
    Value::List all = old.list();
    all.insert(all.end(), operand.list().begin(), operand.list().end());
    return Value(std::move(all));
  }
  if (old.is(Kind::map) && operand.is(Kind::map) && operation == Operation::bit_or)
    return merged(old.map(), operand.map());
  throw Error(what + " means nothing");
}

void fail_arithmetic(const Spot& spot, const std::string& calculation, const char* wrong) {
  throw Error(path_of(spot) + ": " + calculation + " " + wrong);
}

void update(const Spot& spot, Operation operation, const Value& operand, Location where) {
  const Value* old = look(spot);
  if (old == nullptr) throw Error(path_of(spot) + ": it has no value yet");
  if (old->null())
    throw Error(path_of(spot) + ": it is null: `" + std::string(symbol(operation)) + "=` needs a value to begin with");
  if (old->is(Kind::list) && operation == Operation::add) check_length_is_free(container_at(spot));
  try {
    assign(spot, combined(*old, operation, content_of(operand)), where);
  } catch (const Error& error) {
    const std::string message = error.what();
    const std::string path = path_of(spot);
    throw Error(message.starts_with(path) ? message : path + ": " + message);
  }
}

}  // namespace run::detail
