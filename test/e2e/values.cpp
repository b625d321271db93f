// The law for values: what C++ converts without a word, overloads by type, exempt calls, macros, opaque objects.
#include <run/run.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

#define WIDTH 12
#define TWICE(x) ((x)*2)

namespace app {

class Shape {
 public:
  Shape() = default;
  explicit Shape(int side) : text_("i" + std::to_string(side)) {}
  explicit Shape(const std::string& name) : text_("s" + name) {}
  Shape(int width, int height) : text_(std::to_string(width) + "x" + std::to_string(height)) {}
  bool operator==(const Shape&) const = default;

 private:
  std::string text_ = "none";
};

struct Numbers {
  int i = 0;
  bool b = false;
  float f = 0;
  double d = 0;
  std::uint8_t small = 0;
  std::int64_t large = 0;
  char letter = 'x';
  std::optional<int> maybe = {};
  std::string_view view = "view";
  std::vector<std::string> words = {};
  std::pmr::string pooled = "pool";
  std::pmr::vector<std::pmr::string> names = {};
  bool operator==(const Numbers&) const = default;
};

class Curve {
 public:
  explicit Curve(std::function<double(double)> at, double x = 2) : value_(at(x)) {}
  bool operator==(const Curve&) const = default;

 private:
  double value_;
};

inline double square(double x) { return x * x; }
inline int square(int n) { return n * n; }
template <class T>
T cube(T x) {
  return x * x * x;
}

/// Functions as values: chosen among several of a name, by a setter, and written by their names.
class Filter {
 public:
  using Step = double (*)(double);
  explicit Filter(Step step, std::function<double(double)> last = nullptr) : step_(step), last_(std::move(last)) {}
  static double half(double x) { return x / 2; }
  static constexpr int twice(int n) { return 2 * n; }
  void set_middle(Step middle) { middle_ = middle; }
  double at(double x) const { return (last_ ? last_(x) : x) + step_(x) + (middle_ ? middle_(x) : 0) + whole(3); }
  int (*whole)(int) = twice;

 private:
  Step step_;
  Step middle_ = nullptr;
  std::function<double(double)> last_;
};

[[run::exempt]] inline int counted(int n) { return n + 1; }
[[run::exempt]] inline Shape finished(int n) { return Shape(n); }

struct [[run::exempt]] Point {
  int x = 0;
  int y = 0;
  bool operator==(const Point&) const = default;
};

struct Plot {
  std::vector<Point> points = {};
  std::map<std::string, Point> by_name = {};
  std::vector<double (*)(double)> steps = {};
};

// Enumerations of C++11 whose operators are ordinary functions.
enum class Mode { none = 0, read = 1, write = 2, create = 4 };
inline Mode operator|(const Mode& a, const Mode& b) {
  return static_cast<Mode>(static_cast<int>(a) | static_cast<int>(b));
}
Mode operator&(Mode a, Mode b);
Mode operator&(Mode a, Mode b) { return static_cast<Mode>(static_cast<int>(a) & static_cast<int>(b)); }
inline Mode operator~(Mode a) { return static_cast<Mode>(~static_cast<int>(a)); }
inline Mode& operator|=(Mode& a, Mode b) { return a = a | b; }
inline bool operator!(Mode a) { return a == Mode::none; }
struct Access {
  Mode mode = Mode::none;
  Mode mask = Mode::none;
  bool closed = false;
  bool operator==(const Access&) const = default;
};

struct Both {
  Shape first;
  Shape second;
  bool operator==(const Both&) const = default;
};

[[run::autoconvert]] Shape none() { return Shape(); }
[[run::autoconvert]] Shape side(int n) { return Shape(n); }
[[run::autoconvert]] Shape named(const std::string& name) { return Shape(name + "!"); }
[[run::autoconvert]] Shape two(int n) { return Shape(n, TWICE(n)); }
[[run::autoconvert]] Numbers numbers(double x, long n) {
  Numbers made{.i = static_cast<int>(x), .f = static_cast<float>(x)};
  made.b = n != 0;
  made.d = static_cast<double>(n);
  made.small = static_cast<std::uint8_t>(n + WIDTH);
  made.large = n << 40;
  made.letter = 'q';
  made.maybe = WIDTH;
  made.view = "seen";
  made.words = {"a", "yes", "1.5", ""};
  made.pooled = "drops";
  made.names = {"x", "null"};
  return made;
}
[[run::autoconvert]] Numbers constants(int n) {
  static constexpr int kSizes[] = {3, 5};
  static constexpr std::string_view kName = "constant";
  static const double scale = 2.5;
  static constexpr const int* kFirst = kSizes;
  Numbers made{.i = kSizes[1] * n, .d = scale};
  made.large = *kFirst;
  made.view = kName;
  return made;
}
[[run::autoconvert]] Numbers narrowed(double x, int n) {
  Numbers made;
  made.i = x;
  made.b = n;
  made.f = x;
  made.large = n;
  return made;
}
[[run::autoconvert]] Curve curve() { return Curve(static_cast<double (*)(double)>(square), 3); }
[[run::autoconvert]] Filter filter() {
  Filter made(square, Filter::half);
  made.whole = &square;
  made.set_middle(cube);
  return made;
}
[[run::autoconvert]] Filter filter_of_one() {
  Filter made(&Filter::half);
  made.whole = Filter::twice;
  return made;
}
[[run::autoconvert]] Plot plot(int n) {
  Plot made;
  made.points = {{1, 2}, {n, 4}, {}};
  made.by_name = {{"a", {n, n}}};
  made.steps = {square, Filter::half, cube};
  return made;
}
[[run::autoconvert]] std::unique_ptr<Shape> moved(int n) {
  Shape local(n);
  return std::make_unique<Shape>(std::move(local));
}
[[run::autoconvert]] Access accessed(Mode given) {
  Mode all = given;
  all |= Mode::create;
  Access made{.mode = Mode::read | Mode::write | given, .closed = !(all & Mode::write)};
  made.mask = all & ~Mode::read;
  return made;
}
[[run::autoconvert]] Both exempted(int n) { return Both{.first = Shape(counted(n)), .second = finished(n)}; }

}  // namespace app

#include "values.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::none>()) == app::none());
  CHECK(run::build(run::autoconvert<app::side>(3)) == app::side(3));
  CHECK(run::build(run::autoconvert<app::named>("n")) == app::named("n"));
  CHECK(run::build(run::autoconvert<app::two>(3)) == app::two(3));
  CHECK(run::build(run::autoconvert<app::numbers>(2.75, 7)) == app::numbers(2.75, 7));
  CHECK(run::build(run::autoconvert<app::constants>(7)) == app::constants(7));
  CHECK(run::build(run::autoconvert<app::narrowed>(2.75, 7)) == app::narrowed(2.75, 7));
  CHECK(run::build(run::autoconvert<app::curve>()) == app::curve());
  for (const app::Mode given : {app::Mode::none, app::Mode::write, app::Mode::create}) {
    const auto accessed = run::autoconvert<app::accessed>(given);
    CHECK(run::build(accessed) == app::accessed(given));
    CHECK(run::from_yaml<app::Access>(run::to_yaml(accessed)) == accessed);
  }
  CHECK(run::build(run::autoconvert<app::exempted>(5)) == app::exempted(5));
  CHECK(run::build(run::autoconvert<app::moved>(5)) == *app::moved(5));
  const app::Plot plot = run::build(run::autoconvert<app::plot>(5));
  CHECK(plot.points == app::plot(5).points && plot.by_name == app::plot(5).by_name);
  CHECK(plot.steps.size() == 3 && plot.steps[0](3) == 9 && plot.steps[1](3) == 1.5 && plot.steps[2](3) == 27);
  for (const auto& filter : {run::autoconvert<app::filter>(), run::autoconvert<app::filter_of_one>()}) {
    const app::Filter expected = contains(run::to_yaml(filter), "middle") ? app::filter() : app::filter_of_one();
    CHECK(run::build(filter).at(5) == expected.at(5));
    CHECK(run::build(run::from_yaml<app::Filter>(run::to_yaml(filter))).at(5) == expected.at(5));
  }
  CHECK(contains(run::to_yaml(run::autoconvert<app::filter_of_one>()), "app::Filter::half"));
  const auto cfg = run::autoconvert<app::numbers>(2.5, 3);
  CHECK(run::from_yaml<app::Numbers>(run::to_yaml(cfg)) == cfg);
  CHECK(run::build(run::from_yaml<app::Numbers>(run::to_yaml(cfg))).names == app::numbers(2.5, 3).names);
  return check_result();
}
