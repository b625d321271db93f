// Members of every arithmetic type, changed by compound assignments and steps: what C++ computes in a wider type and
// makes a value of the member's type again, the configuration does, too.
#include <run/run.h>

#include <array>
#include <complex>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Narrow {
  char c = 120;
  signed char s = -100;
  short h = 32767;
  std::uint8_t u = 250;
  std::uint16_t w = 1;
  unsigned n = 0;
  int i = -5;
  float f = 1.5F;
  std::int64_t l = 7;
  short list[2] = {32000, -32000};
  std::vector<std::uint8_t> bytes{255, 1};
  bool operator==(const Narrow&) const = default;
};
struct Wrap {
  Narrow inner{};
  std::map<std::string, Narrow> by_name{};
  std::array<std::uint8_t, 2> pair{250, 1};
  bool operator==(const Wrap&) const = default;
};
struct Flags {
  unsigned mode : 3 = 1;
  int step : 4 = -2;
  bool operator==(const Flags&) const = default;
};
// Classes of values, which have operators and functions of their own.
struct Signal {
  std::complex<double> phase{1, 2};
  std::variant<int, double, std::string> level{};
  std::map<int, std::map<std::string, double>> bands{};
  bool operator==(const Signal&) const = default;
};
[[run::autoconvert]] Signal signal(int n) {
  Signal s;
  s.phase *= 2;
  s.phase -= 0.5;
  s.phase /= std::complex<double>(0, 1);
  s.level.emplace<1>(n);
  s.bands[1];
  (void)s.bands[n]["low"];
  s.level.emplace<std::string>("n").append("m");
  return s;
}
// An entry that is read is there: what C++ would make of one that is not is no silent loss.
[[run::autoconvert]] Signal read(const std::string& key) {
  Signal s;
  s.bands[2]["low"] = 3;
  s.phase = s.bands[2]["low"] + s.bands[2].at("low");
  const std::map<int, std::map<std::string, double>>& bands = s.bands;
  s.level = bands.at(2).at(key);
  s.level = s.bands[2][key] + 1;
  return s;
}
// Also where one map holds the other, and they lie in other containers: `[]` would make the entry in a copy.
struct Deep {
  std::vector<std::map<std::string, int>> listed{{{"a", 1}}};
  std::pair<std::map<std::string, std::map<int, int>>, int> first{{{"a", {{1, 2}}}}, 3};
  std::map<std::string, Signal> named{};
  int sum = 0;
  bool operator==(const Deep&) const = default;
};
[[run::autoconvert]] Deep read_deep(const std::string& key) {
  Deep d;
  d.named["x"].bands[1]["low"] = 2;
  d.sum = d.listed[0]["a"] + d.listed.front()["a"] + d.first.first["a"][1] + (d.first).first.at("a")[1];
  d.sum += static_cast<int>(d.named["x"].bands[1]["low"]);
  const int again = d.listed[0].operator[]("a") + d.listed[0][key];
  d.sum += again;
  return d;
}
[[run::autoconvert]] Signal read_inner(const std::string& key) {
  Signal s;
  s.bands[2]["low"] = 3;
  const double low = s.bands[2][key];
  s.phase = low;
  return s;
}
class Counter {
 public:
  explicit Counter(int n) : size(static_cast<std::uint8_t>(n)) {}
  bool operator==(const Counter&) const = default;
  std::uint8_t size;
};

[[run::autoconvert]] Narrow added(int by) {
  Narrow n;
  n.c += 10;
  n.s -= by;
  n.u += n.u;
  n.w -= 3;
  n.n -= 1;
  n.i += 3U;
  n.f += 0.1;
  n.l += 2.9;
  n.list[0] += by;
  n.bytes[0] += 3;
  return n;
}
[[run::autoconvert]] Narrow scaled(double by) {
  Narrow n;
  n.i *= by;
  n.f /= 3;
  n.l /= 2.5;
  n.h *= 2;
  n.c %= 7;
  return n;
}
[[run::autoconvert]] Narrow bits() {
  Narrow n;
  n.c <<= 3;
  n.s >>= 1;
  n.u |= 0x1ff;
  n.h ^= -1;
  n.w &= ~0;
  return n;
}
[[run::autoconvert]] Narrow stepped() {
  Narrow n;
  ++n.h;
  n.u++;
  n.u++, n.u++;
  n.u++;
  n.u++;
  n.u++;
  --n.n;
  n.c++;
  --n.list[1];
  n.f--;
  return n;
}
[[run::autoconvert]] Wrap nested(int by) {
  Wrap w;
  w.inner.c += 100;
  w.by_name["a"].u += by;
  w.by_name["a"].u += w.by_name["a"].u;
  ++w.pair[0];
  w.pair[0] += by;
  auto& inner = w.inner;
  inner.h += 2;
  return w;
}
[[run::autoconvert]] Counter counted() {
  Counter c(3);
  c.size = 250;
  c.size += 10;
  return c;
}

[[run::autoconvert]] Flags flags(unsigned mode) {
  Flags f{.mode = mode};
  f.step = 7;
  return f;
}

inline Narrow made(int by) { return Narrow{.i = by}; }

[[run::autoconvert]] Wrap invoked() { return Wrap{.inner = std::invoke(made, 3)}; }
[[run::autoconvert]] Narrow invoked_whole() { return std::invoke(&made, 2.75); }

}  // namespace app

#include "numbers-changed.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::added>(200)) == app::added(200));
  CHECK(run::build(run::autoconvert<app::scaled>(0.5)) == app::scaled(0.5));
  CHECK(run::build(run::autoconvert<app::bits>()) == app::bits());
  CHECK(run::build(run::autoconvert<app::stepped>()) == app::stepped());
  CHECK(run::build(run::autoconvert<app::nested>(9)) == app::nested(9));
  CHECK(run::build(run::autoconvert<app::counted>()) == app::counted());
  CHECK(run::build(run::autoconvert<app::signal>(3)) == app::signal(3));
  CHECK(run::build(run::autoconvert<app::read>("low")) == app::read("low"));
  CHECK_THROWS(std::out_of_range, run::autoconvert<app::read>("high"));
  CHECK(run::build(run::autoconvert<app::read_inner>("low")) == app::read_inner("low"));
  CHECK_THROWS(std::out_of_range, run::autoconvert<app::read_inner>("high"));
  CHECK(run::build(run::autoconvert<app::read_deep>("a")) == app::read_deep("a"));
  CHECK_THROWS(std::out_of_range, run::autoconvert<app::read_deep>("b"));
  auto cfg = run::autoconvert<app::invoked>();
  CHECK(run::build(cfg) == app::invoked());
  cfg["inner"]["by"] = 8;
  CHECK(run::build(cfg).inner.i == 8);
  CHECK(run::build(run::autoconvert<app::invoked_whole>()) == app::invoked_whole());
  // What a program changes afterwards is not cut without a word.
  auto changed = run::autoconvert<app::counted>();
  CHECK_THROWS(run::Error, changed["size"] += 252);
  // Nor what has more bits than its bit-field.
  auto narrow = run::autoconvert<app::flags>(13);
  CHECK(run::build(narrow) == app::flags(13));
  CHECK_THROWS(run::Error, narrow->mode = 8);
  CHECK_THROWS(run::Error, narrow["step"] = -9);
  CHECK_THROWS(run::Error, narrow.set("step", "8"));
  CHECK_THROWS(run::Error, narrow.broadcast("step", 8));
  CHECK_THROWS(run::Error, run::Config<app::Flags>({.mode = 8u}));
  CHECK_THROWS(run::Error, run::from_yaml<app::Flags>("_target_: app::Flags\nmode: 8\n"));
  narrow->mode = 7;
  narrow->step = -8;
  CHECK(run::build(narrow) == (app::Flags{.mode = 7, .step = -8}));
  CHECK(run::from_yaml<app::Flags>(run::to_yaml(narrow)) == narrow);
  return check_result();
}
