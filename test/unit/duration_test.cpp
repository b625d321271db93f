// std::chrono durations as text: exact, and read as people write them.
#include <gtest/gtest.h>
#include <run/arithmetic.h>
#include <run/convert.h>
#include <run/duration.h>
#include <run/error.h>
#include <run/make.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;
using std::chrono::duration;
using Frames = duration<int, std::ratio<1, 30>>;

template <class D>
std::string text(const D& d) {
  return run::Codec<D>::to_text(d);
}
template <class D>
D read(std::string_view text) {
  return run::Codec<D>::from_text(text);
}
template <class D>
std::string refused(std::string_view text) {
  try {
    read<D>(text);
  } catch (const run::Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Duration, IsWrittenInTheLongestUnitThatIsExact) {
  EXPECT_EQ(text(250ms), "250ms");
  EXPECT_EQ(text(3600000ms), "1h");
  EXPECT_EQ(text(90s), "90s");
  EXPECT_EQ(text(-120s), "-2min");
  EXPECT_EQ(text(48h), "2d");
  EXPECT_EQ(text(0ms), "0ms");
  EXPECT_EQ(text(1001ns), "1001ns");
  EXPECT_EQ(text(1000us), "1ms");
  EXPECT_EQ(text(std::chrono::months(1)), "2629746s");
  EXPECT_EQ(text(Frames(5)), "5[1/30]s");
  EXPECT_EQ(text(Frames(60)), "2s");
  EXPECT_EQ(text(duration<double>(0.25)), "0.25s");
  EXPECT_EQ(text(duration<double, std::milli>(0.1)), "0.1ms");
  EXPECT_EQ(text(duration<float>(0.1F)), "0.10000000149011612s");
  EXPECT_THROW(text(duration<double>(std::numeric_limits<double>::infinity())), run::Error);
}

TEST(Duration, IsReadInAnyUnit) {
  EXPECT_EQ(read<std::chrono::milliseconds>("250ms"), 250ms);
  EXPECT_EQ(read<std::chrono::milliseconds>("1.5s"), 1500ms);
  EXPECT_EQ(read<std::chrono::seconds>("1h30min"), 90min);
  EXPECT_EQ(read<std::chrono::seconds>("-1d2h"), -26h);
  EXPECT_EQ(read<std::chrono::nanoseconds>("3\xC2\xB5s"), 3us);
  EXPECT_EQ(read<std::chrono::seconds>("1000ms"), 1s);
  EXPECT_EQ(read<Frames>("0.1s"), Frames(3));
  EXPECT_EQ(read<Frames>("7[1/30]s"), Frames(7));
  EXPECT_EQ(read<duration<double>>("250ms").count(), 0.25);
}

TEST(Duration, WhatIsWrittenIsRead) {
  const auto same = [](const auto& d) {
    using D = std::remove_cvref_t<decltype(d)>;
    EXPECT_EQ(read<D>(text(d)), d) << text(d);
  };
  for (const std::intmax_t n : {std::numeric_limits<std::intmax_t>::min(), std::intmax_t{-1}, std::intmax_t{0},
                                std::intmax_t{86400}, std::numeric_limits<std::intmax_t>::max()}) {
    same(std::chrono::nanoseconds(n));
    same(duration<std::intmax_t>(n));
    same(duration<std::intmax_t, std::ratio<7, 13>>(n));
    same(std::chrono::days(static_cast<int>(n % 1000000)));
  }
  for (const double n : {0.1, -1e-9, 1e15, 1.0 / 3}) {
    same(duration<double>(n));
    same(duration<double, std::micro>(n));
  }
}

TEST(Duration, WhatIsNoDurationIsRefused) {
  using Ms = std::chrono::milliseconds;
  EXPECT_EQ(refused<Ms>("5"), "`5` is no duration: a number needs a unit, as in 5s");
  EXPECT_EQ(refused<Ms>("250us"), "`250us` is no duration: it is no whole number of ticks of 1ms");
  EXPECT_EQ(refused<Ms>("5parsecs").substr(0, 56), "`5parsecs` is no duration: there is no unit `parsecs`; e");
  EXPECT_EQ(refused<Ms>("1s1h"), "`1s1h` is no duration: the longest unit comes first, and each one once");
  EXPECT_EQ(refused<Ms>("99999999999999999999d"), "`99999999999999999999d` is no duration: it is out of range");
  EXPECT_EQ(refused<std::chrono::duration<std::int8_t>>("200s"), "`200s` is no duration: it is out of range");
  EXPECT_EQ(refused<std::chrono::duration<unsigned>>("-1s"), "`-1s` is no duration: it is out of range");
  for (const char* bad : {"", "-", "ms", ".s", "1.2.3s", "1 s", "1s ", "--1s", "1h-2min", "5[1/0]s", "5[]s", "5[1/2s",
                          "0x5s", "1e3s", "1s5"})
    EXPECT_NE(refused<Ms>(bad), "accepted") << bad;
}

/// `old operation operand`, as text, or the error.
template <class D, class V>
std::string changed(D old, std::string_view operation, V operand) {
  try {
    return run::detail::combined(run::value<D>(old), run::detail::operation(operation), run::value<V>(operand)).text();
  } catch (const run::Error& error) {
    return error.what();
  }
}

TEST(Duration, IsSetInAnyUnitInWhichNothingIsLost) {
  run::Value value = run::value(3s);
  EXPECT_TRUE(run::detail::fit(run::type_of<std::chrono::milliseconds>, value));
  EXPECT_EQ(value.opaque().ops->type, &run::type_of<std::chrono::milliseconds>);
  EXPECT_EQ(value.text(), "3s");
  value = run::value(250ms);
  EXPECT_FALSE(run::detail::fit(run::type_of<std::chrono::seconds>, value));
  EXPECT_EQ(value.opaque().ops->type, &run::type_of<std::chrono::milliseconds>);
  EXPECT_EQ(run::type_of<std::chrono::milliseconds>.name(), "std::chrono::milliseconds");
  EXPECT_EQ(run::type_of<std::vector<std::chrono::hours>>.name(), "std::vector<std::chrono::hours>");
}

TEST(Duration, IsCalculatedWithByName) {
  const std::string limit = "1min";
  EXPECT_EQ(changed(250ms, "*=", 2), "500ms");
  EXPECT_EQ(changed(250ms, "*=", 0.5), "125ms");
  EXPECT_EQ(changed(250ms, "/=", 2), "125ms");
  EXPECT_EQ(changed(250ms, "+=", limit), "60250ms");
  EXPECT_EQ(changed(250ms, "-=", 1s), "-750ms");
  EXPECT_EQ(changed(duration<double>(1), "/=", 4), "0.25s");
  EXPECT_EQ(changed(duration<double>(1), "+=", 250ms), "1.25s");
  EXPECT_EQ(changed(3s, "/=", 2), "3s / 2 does not divide: the result is no integer");
  EXPECT_EQ(changed(3s, "*=", 0.5), "3s * 0.5 is no whole number of ticks of 1s");
  EXPECT_EQ(changed(3s, "+=", 250ms), "`250ms` is no duration: it is no whole number of ticks of 1s");
  EXPECT_EQ(changed(3s, "+=", 2), "3s + 2 means nothing: a duration has a unit, as in 30s");
  EXPECT_EQ(changed(3s, "*=", 2s),
            "3s * 2s means nothing: a duration has += and -= with a duration, *= and /= with a number");
  EXPECT_EQ(changed(3s, "|=", 2),
            "3s | 2 means nothing: a duration has += and -= with a duration, *= and /= with a number");
  EXPECT_EQ(changed(3s, "/=", 0), "3s / 0 divides by zero");
  EXPECT_EQ(changed(std::chrono::seconds::max(), "*=", 3), "9223372036854775807s * 3 is out of the range of 64 bits");
  EXPECT_EQ(changed(duration<int>(2000000000), "*=", 2), "`4000000000s` is no duration: it is out of range");
}

}  // namespace
