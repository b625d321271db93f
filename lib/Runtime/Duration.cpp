// durations <=> text. Everything but floating point is computed exactly, as a fraction of seconds.
#include "run/duration.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "run/error.h"

namespace run::detail {

namespace {

__extension__ using Wide = __int128;

struct Unit {
  std::string_view name;
  Tick tick;
};

// The longest first.
constexpr std::array<Unit, 7> kUnits{{{"d", {86400, 1}},
                                      {"h", {3600, 1}},
                                      {"min", {60, 1}},
                                      {"s", {1, 1}},
                                      {"ms", {1, 1000}},
                                      {"us", {1, 1000000}},
                                      {"ns", {1, 1000000000}}}};

[[noreturn]] void unreadable(std::string_view text, const std::string& why) {
  throw Error("`" + std::string(text) + "` is no duration: " + why);
}

std::string unit_of(Tick tick) {
  for (const Unit& unit : kUnits)
    if (unit.tick.num == tick.num && unit.tick.den == tick.den) return std::string(unit.name);
  return "[" + std::to_string(tick.num) + (tick.den == 1 ? "" : "/" + std::to_string(tick.den)) + "]s";
}

/// digits / 10^places of a unit.
struct Part {
  std::string_view number;
  Wide digits = 0;
  unsigned places = 0;
  Tick tick{};
};

constexpr std::string_view kExpected =
    "expected a number and a unit, ns, us, ms, s, min, h or d, as in 250ms or 1h30min";

/// Takes `[1/30]s` off the front.
Tick tick_in_brackets(std::string_view& rest, std::string_view text) {
  Tick tick{0, 1};
  const std::size_t close = rest.find("]s");
  const char* const end = rest.data() + (close == std::string_view::npos ? 0 : close);
  auto [behind, error] = std::from_chars(rest.data() + 1, end, tick.num);
  if (error == std::errc() && behind != end && *behind == '/') {
    const auto second = std::from_chars(behind + 1, end, tick.den);
    behind = second.ptr;
    error = second.ec;
  }
  if (close == std::string_view::npos || error != std::errc() || behind != end || tick.num <= 0 || tick.den <= 0)
    unreadable(text, std::string(kExpected));
  rest.remove_prefix(close + 2);
  return tick;
}

/// Takes the name of a unit off the front; `number` stood before it.
Tick named_unit(std::string_view& rest, std::string_view text, std::string_view number) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
  std::size_t end = 0;
  while (end < rest.size() && is_letter(rest[end])) ++end;
  const std::string_view name = rest.substr(0, end) == "\xC2\xB5s" ? "us" : rest.substr(0, end);
  rest.remove_prefix(end);
  for (const Unit& unit : kUnits)
    if (unit.name == name) return unit.tick;
  if (name.empty()) unreadable(text, "a number needs a unit, as in " + std::string(number) + "s");
  unreadable(text, "there is no unit `" + std::string(name) + "`; " + std::string(kExpected));
}

/// Takes a number and its unit off the front.
Part next_part(std::string_view& rest, std::string_view text) {
  Part part;
  std::size_t at = 0;
  bool has_digit = false;
  bool has_point = false;
  for (; at < rest.size(); ++at) {
    const char c = rest[at];
    if (c == '.' && !has_point) {
      has_point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    has_digit = true;
    part.digits = part.digits * 10 + (c - '0');
    if (has_point) ++part.places;
    if (part.digits > Wide{1} << 90 || part.places > 18) unreadable(text, "the number has too many digits");
  }
  if (!has_digit) unreadable(text, std::string(kExpected));
  part.number = rest.substr(0, at);
  rest.remove_prefix(at);
  part.tick = rest.starts_with('[') ? tick_in_brackets(rest, text) : named_unit(rest, text, part.number);
  return part;
}

/// Calls `take` for each number with its unit; true if all are negative.
template <class Take>
bool each_part(std::string_view text, Take take) {
  std::string_view rest = text;
  const bool is_negative = rest.starts_with('-');
  if (is_negative || rest.starts_with('+')) rest.remove_prefix(1);
  Tick last{0, 1};
  do {
    const Part part = next_part(rest, text);
    if (last.num != 0 && static_cast<Wide>(part.tick.num) * last.den >= static_cast<Wide>(last.num) * part.tick.den)
      unreadable(text, "the longest unit comes first, and each one once");
    last = part.tick;
    take(part);
  } while (!rest.empty());
  return is_negative;
}

std::optional<Wide> times(Wide a, Wide b) {
  Wide product = 0;
  if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
  return product;
}

Wide power_of_ten(unsigned places) {
  Wide power = 1;
  for (unsigned i = 0; i < places; ++i) power *= 10;
  return power;
}

Wide common(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

void duration_out_of_range(std::string_view text) { unreadable(text, "it is out of range"); }

std::string duration_text(std::intmax_t count, Tick tick) {
  if (count == 0) return "0" + unit_of(tick);
  for (const Unit& unit : kUnits) {
    // count * tick / unit, reduced
    Wide num = static_cast<Wide>(tick.num) * unit.tick.den;
    Wide den = static_cast<Wide>(tick.den) * unit.tick.num;
    const Wide divisor = common(num, den);
    num /= divisor;
    den /= divisor;
    if (count % den != 0) continue;
    const auto whole = times(count / den, num);
    constexpr Wide kMost = std::numeric_limits<std::intmax_t>::max();
    if (whole && *whole <= kMost && *whole >= -kMost)
      return std::to_string(static_cast<std::intmax_t>(*whole)) + std::string(unit.name);
  }
  return std::to_string(count) + unit_of(tick);
}

std::string duration_text(long double count, Tick tick) {
  if (!std::isfinite(count)) throw Error("a duration that is no finite number has no text form");
  std::array<char, 64> text{};
  const auto narrow = static_cast<double>(count);
  const auto [end, error] =
      static_cast<long double>(narrow) == count
          ? std::to_chars(text.data(), text.data() + text.size(), narrow, std::chars_format::fixed)
          : std::to_chars(text.data(), text.data() + text.size(), count, std::chars_format::fixed);
  if (error != std::errc()) throw Error("a duration of so many digits has no text form");
  return std::string(text.data(), end) + unit_of(tick);
}

std::intmax_t whole_ticks(std::string_view text, Tick tick) {
  Wide ticks = 0;
  const bool is_negative = each_part(text, [&](const Part& part) {
    Wide num = static_cast<Wide>(part.tick.num) * tick.den;
    Wide den = static_cast<Wide>(part.tick.den) * tick.num;
    const Wide divisor = common(num, den);
    num /= divisor;
    den /= divisor;
    const auto over = times(part.digits, num);
    const auto under = times(den, power_of_ten(part.places));
    if (!over || !under) duration_out_of_range(text);
    if (*over % *under != 0) unreadable(text, "it is no whole number of ticks of " + ("1" + unit_of(tick)));
    if (__builtin_add_overflow(ticks, *over / *under, &ticks)) duration_out_of_range(text);
  });
  if (is_negative) ticks = -ticks;
  if (ticks > std::numeric_limits<std::intmax_t>::max() || ticks < std::numeric_limits<std::intmax_t>::min())
    duration_out_of_range(text);
  return static_cast<std::intmax_t>(ticks);
}

long double real_ticks(std::string_view text, Tick tick) {
  long double ticks = 0;
  const bool is_negative = each_part(text, [&](const Part& part) {
    // Read as a whole, so that what is written comes back to the last digit.
    long double number = 0;
    if (std::from_chars(part.number.data(), part.number.data() + part.number.size(), number).ec != std::errc())
      duration_out_of_range(text);
    const bool is_own = part.tick.num == tick.num && part.tick.den == tick.den;
    ticks += is_own ? number
                    : number * static_cast<long double>(part.tick.num) * static_cast<long double>(tick.den) /
                          (static_cast<long double>(part.tick.den) * static_cast<long double>(tick.num));
  });
  return is_negative ? -ticks : ticks;
}

}  // namespace run::detail
