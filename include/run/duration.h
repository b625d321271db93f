// std::chrono durations as text: 250ms, 1h, 1.5s, 1h30min. Source: ours; the units are spelt as C++20 writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "run/fwd.h"
#include "run/standard.h"

namespace run {
namespace detail {

/// Seconds in one tick: num/den.
struct Tick {
  std::intmax_t num;
  std::intmax_t den;
};

std::string duration_text(std::intmax_t count, Tick tick);
std::string duration_text(long double count, Tick tick);
/// Throw Error, also where the text is no whole number of ticks.
std::intmax_t whole_ticks(std::string_view text, Tick tick);
long double real_ticks(std::string_view text, Tick tick);
[[noreturn]] void duration_out_of_range(std::string_view text);

}  // namespace detail

/// Of a codec for durations, `info`: by it, `+=` and the like by name know what they do. See arithmetic.h.
struct DurationInfo {
  detail::Tick tick;
  bool is_real;  // counts ticks in floating point
};

/// A number and a unit: ns, us, ms, s, min, h, d; or several, the longest first: `1h30min`, `-1min2.5s`. Numbers may
/// have decimal places. Written in the longest unit that makes it a whole number, so exactly; a duration of floating
/// point numbers in its own unit. Ticks without a name are `5[1/30]s`, as `operator<<` of C++20 writes them. Reading
/// throws Error: a number without a unit, an unknown unit, a value between two ticks or out of range.
template <class Rep, class Period>
struct Codec<std::chrono::duration<Rep, Period>> {
  using Duration = std::chrono::duration<Rep, Period>;
  static constexpr detail::Tick tick{Period::num, Period::den};
  static constexpr DurationInfo info{tick, std::is_floating_point_v<Rep>};

  static std::string to_text(const Duration& duration) {
    if constexpr (std::is_floating_point_v<Rep>)
      return detail::duration_text(static_cast<long double>(duration.count()), tick);
    else
      return detail::duration_text(static_cast<std::intmax_t>(duration.count()), tick);
  }
  static Duration from_text(std::string_view text) {
    if constexpr (std::is_floating_point_v<Rep>) {
      return Duration(static_cast<Rep>(detail::real_ticks(text, tick)));
    } else {
      const std::intmax_t count = detail::whole_ticks(text, tick);
      const auto kept = static_cast<Rep>(count);
      if (static_cast<std::intmax_t>(kept) != count || (kept < Rep{}) != (count < 0))
        detail::duration_out_of_range(text);
      return Duration(kept);
    }
  }
};

}  // namespace run
