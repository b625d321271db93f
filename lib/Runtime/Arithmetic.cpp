// New values from old ones, without losing anything.
#include "run/arithmetic.h"

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "Fit.h"
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

Value merged(const Value::Map& old, const Value::Map& more) {
  Value::Map all = old;
  for (const auto& [key, value] : more) {
    bool is_new = true;
    for (auto& [known, place] : all) {
      if (!equal(known, key)) continue;
      place = value;
      is_new = false;
      break;
    }
    if (is_new) all.emplace_back(key, value);
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
  const std::string path = path_of(spot);
  const Value* old = look(spot);
  if (old == nullptr) throw Error(path + ": it has no value yet");
  try {
    assign(spot, combined(*old, operation, operand), where);
  } catch (const Error& error) {
    const std::string message = error.what();
    throw Error(message.starts_with(path) ? message : path + ": " + message);
  }
}

}  // namespace run::detail
