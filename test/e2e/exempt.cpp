// What is executed while a recipe is converted, in every spelling; and conversions in every place.
#include <run/run.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

inline int calls = 0;

template <class T>
struct [[run::exempt]] Range {
  T low = {};
  T high = {};
  T size() const { return high - low; }
  static Range upTo(T high) {
    ++calls;
    return Range{.low = T(), .high = high};
  }
  bool operator==(const Range&) const = default;
};

class [[run::exempt]] Date {
 public:
  explicit Date(int year) : year_(year) {}
  Date next() const { return Date(year_ + 1); }
  int year() const { return year_; }
  static int days(int years) { return years * 365; }
  bool operator==(const Date&) const = default;

 private:
  int year_;
};

[[run::exempt]] int counted(int n);
int counted(int n) {
  ++calls;
  return n * 2;
}

inline int later(int n) { return n + 100; }

struct Plain {
  int n = 0;
  bool operator==(const Plain&) const = default;
};

class Length {
 public:
  Length(double meters) : meters_(meters) {}
  bool operator==(const Length&) const = default;

 private:
  double meters_;
};

struct Plan {
  Range<int> range;
  int days = 0;
  bool operator==(const Plan&) const = default;
};

struct Model {
  Range<int> range;
  Date date = Date(2000);
  int width = 0;
  int height = 0;
  Length length = 0.0;
  std::vector<Length> lengths;
  std::optional<Length> spare;
  bool operator==(const Model&) const = default;
};

[[run::autoconvert]]
Model model(int n) {
  const Range<int> range{n, n * 3};
  Date date = Date(2026).next();
  const int width = counted(range.size());
  return Model{.range = range,
               .date = date,
               .width = width,
               .height = run::exempt(later(n)),
               .length = 2.5,
               .lengths = {1.5, Length(n), 3},
               .spare = 4.5};
}

[[run::autoconvert]]
Length converted(int n) {
  return n * 1.5;
}

// Static functions of an exempt class are called while the recipe is converted.
[[run::autoconvert]]
Plan plan(int n) {
  return Plan{.range = Range<int>::upTo(n), .days = Date::days(n) + 1};
}

}  // namespace app

#include "exempt.run.h"

int main() {
  app::calls = 0;
  const auto cfg = run::autoconvert<app::model>(3);
  CHECK(app::calls == 1);
  const app::Model built = run::build(cfg);
  CHECK(app::calls == 1);
  CHECK(built == app::model(3));
  app::calls = 0;
  const auto plan = run::autoconvert<app::plan>(6);
  CHECK(app::calls == 1);
  const app::Plan planned = run::build(plan);
  CHECK(app::calls == 1);
  CHECK(planned == app::plan(6));
  CHECK(app::Length(run::build(run::autoconvert<app::converted>(3))) == app::converted(3));
  return check_result();
}
