// Elements of containers that a constructor makes: those alone are set, the others are what the constructor made.
// Containers of plain values hold the calls that are put in.
#include <run/run.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Point {
  int x = 1;
  int y = 2;
  bool operator==(const Point&) const = default;
};

class Filter {
 public:
  explicit Filter(int n) : sizes{n, 2, 3}, points(2), corner(n) {
    ports["a"] = n;
    taps[2] = n;
    marks["k"].x = n;
  }
  void set_scale(int scale) {
    for (int& size : sizes) size *= scale;
  }
  bool operator==(const Filter& o) const {
    return sizes == o.sizes && gains == o.gains && std::equal(taps, taps + 3, o.taps) && ports == o.ports &&
           points == o.points && std::equal(ends, ends + 2, o.ends) && marks == o.marks && corner == o.corner;
  }

  std::vector<int> sizes;
  std::array<double, 3> gains{7, 8, 9};
  int taps[3] = {1, 2, 3};
  std::map<std::string, int> ports;
  std::vector<Point> points;
  Point ends[2] = {{4, 5}, {6, 7}};
  std::map<std::string, Point> marks;

  struct Corner {
    explicit Corner(int n) : at{n, n} {}
    bool operator==(const Corner&) const = default;
    std::vector<int> at;
  };
  Corner corner;
};

inline int five() { return 5; }
inline std::string name(int n) { return "n" + std::to_string(n); }

[[run::autoconvert]]
Filter numbers(int n) {
  Filter filter(n);
  filter.sizes[1] = n;
  filter.sizes.push_back(4);
  filter.sizes[3] = filter.sizes[1] + 1;
  filter.sizes.at(0) = five();
  filter.gains[1] = 0.5;
  filter.gains[1] *= n;
  std::get<2>(filter.gains) = 1;
  filter.gains.front() = 3;
  filter.taps[n - 2] = n;
  filter.corner.at[1] = 4;
  return filter;
}

[[run::autoconvert]]
Filter objects(int n) {
  Filter filter(n);
  filter.points[1] = Point{n, n};
  filter.points[1].y += 1;
  filter.ends[0] = {n, 2};
  filter.ends[0].x = 8;
  filter.marks["l"] = Point{n};
  filter.marks["l"].y = 9;
  filter.marks.insert_or_assign("k", Point{2, n});
  return filter;
}

[[run::autoconvert]]
std::shared_ptr<Filter> entries(int n) {
  auto filter = std::make_shared<Filter>(n);
  filter->ports["b"] = n;
  filter->ports["b"] += 3;
  filter->ports["a"] = five();
  filter->ports.insert_or_assign("c", 8);
  filter->set_scale(2);
  return filter;
}

[[run::autoconvert(allow_control_flow)]]
Filter looped(int n) {
  Filter filter(n);
  for (int i = 0; i < 3; ++i) filter.gains[static_cast<std::size_t>(i)] = i * n;
  filter.points.clear();
  filter.points.push_back(Point{n});
  filter.points[0].x = 3;
  return filter;
}

/// What its elements begin with is what their constructor makes.
class Frame {
 public:
  Frame() : corners(2, Filter::Corner(1)), names{"a"}, own(2) {}
  bool operator==(const Frame& o) const {
    const auto is_same = [](const auto& a, const auto& b) { return a && b ? *a == *b : a == b; };
    return corners == o.corners && std::equal(ends, ends + 2, o.ends) && both == o.both && names == o.names &&
           std::equal(own.begin(), own.end(), o.own.begin(), o.own.end(), is_same);
  }

  std::vector<Filter::Corner> corners;
  Filter::Corner ends[2] = {Filter::Corner(2), Filter::Corner(3)};
  std::array<Filter::Corner, 2> both{Filter::Corner(4), Filter::Corner(5)};
  std::vector<std::string> names;
  std::vector<std::unique_ptr<Filter::Corner>> own;
};

[[run::autoconvert]]
std::unique_ptr<Frame> frame(int n) {
  auto frame = std::make_unique<Frame>();
  frame->corners[1] = Filter::Corner(n);
  frame->corners.push_back(Filter::Corner(6));
  frame->ends[0] = Filter::Corner(n);
  frame->both[1] = Filter::Corner(n);
  frame->names.insert(frame->names.end(), "b");
  frame->own[1] = std::make_unique<Filter::Corner>(n);
  return frame;
}

struct Values {
  std::map<std::string, int> ports{};
  std::vector<int> sizes{};
  std::array<int, 2> pair{};
  std::vector<std::string> names{};
  int taps[2] = {};
  std::pair<int, std::string> both{};
  bool operator==(const Values& o) const {
    return ports == o.ports && sizes == o.sizes && pair == o.pair && names == o.names && taps[0] == o.taps[0] &&
           taps[1] == o.taps[1] && both == o.both;
  }
};

[[run::autoconvert]]
Values calls(int n) {
  Values values;
  values.ports["a"] = five();
  values.ports["b"] = n;
  values.ports.emplace("c", 3);
  values.sizes = {1, 2};
  values.sizes[1] = five();
  values.sizes[0] = n;
  values.sizes.push_back(five());
  values.pair[1] = five();
  values.names.push_back(name(n));
  values.names.emplace_back("x");
  values.taps[1] = five();
  values.both.first = five();
  values.both.second = name(n);
  return values;
}

/// Some entries are there already: what is added does not take their place.
class Registry {
 public:
  Registry() : codes{3, 1}, words{"a"} {
    limits["cpu"] = 1;
    marks.emplace("a", std::make_shared<Point>());
  }
  bool operator==(const Registry& o) const {
    const auto is_same = [](const auto& a, const auto& b) { return a.first == b.first && *a.second == *b.second; };
    return limits == o.limits && codes == o.codes && words == o.words && often == o.often && points == o.points &&
           std::equal(marks.begin(), marks.end(), o.marks.begin(), o.marks.end(), is_same);
  }

  std::map<std::string, int> limits;
  std::map<std::string, std::shared_ptr<Point>> marks;
  std::unordered_map<int, Point> points;
  std::set<int> codes;
  std::unordered_set<std::string> words;
  std::multiset<long> often;
};

[[run::autoconvert]]
Registry registry(int n) {
  Registry registry;
  registry.limits.emplace("cpu", n);
  registry.limits.emplace("disk", n);
  registry.limits.emplace("disk", five());
  registry.limits["net"] = n;
  registry.limits.emplace("net", 7);
  registry.limits.insert({"tape", 2});
  registry.limits.insert({{"cpu", 4}, {"film", five()}});
  registry.limits["tape"] = five();
  registry.marks.emplace("a", std::make_shared<Point>(Point{n}));
  registry.marks.try_emplace("b", std::make_shared<Point>(Point{n}));
  registry.points.try_emplace(n, Point{n, n});
  registry.points.try_emplace(n + 1);
  registry.codes.insert(n);
  registry.codes.insert({n, 1, 9});
  registry.codes.emplace(five());
  registry.words.insert("b");
  registry.words.reserve(8);
  registry.often.insert(n);
  registry.often.insert(n);
  return registry;
}

}  // namespace app

#include "set-in-part.run.h"

template <auto f>
void law() {
  auto cfg = run::autoconvert<f>(4);
  using T = std::remove_cvref_t<decltype(f(4))>;
  CHECK(run::build<T>(cfg) == f(4));
  CHECK(run::build<T>(run::from_yaml<T>(run::to_yaml(cfg))) == f(4));
  CHECK(run::from_yaml<T>(run::to_yaml(cfg)) == cfg);
}

int main() {
  law<&app::numbers>();
  law<&app::objects>();
  law<&app::looped>();
  law<&app::calls>();
  law<&app::registry>();
  auto cfg = run::autoconvert<app::entries>(4);
  CHECK(*run::build<std::shared_ptr<app::Filter>>(cfg) == *app::entries(4));
  cfg["ports.elements.b"] = 7;
  CHECK(run::build(cfg).ports == (std::map<std::string, int>{{"a", 5}, {"b", 7}, {"c", 8}}));
  auto frame = run::autoconvert<app::frame>(4);
  CHECK(*run::build<std::unique_ptr<app::Frame>>(frame) == *app::frame(4));
  CHECK(run::from_yaml<app::Frame>(run::to_yaml(frame)) == frame);
  auto registry = run::autoconvert<app::registry>(4);
  registry["limits.added.disk"] = 12;
  CHECK(run::build(registry).limits.at("disk") == 12);
  auto filter = run::autoconvert<app::numbers>(4);
  filter["gains.at[1]"] = 0.25;
  filter.set("taps.at[2]", "6");
  CHECK(run::build(filter).gains == (std::array<double, 3>{3, 0.25, 1}));
  CHECK(run::build(filter).taps[2] == 6);
  filter->gains.in_place()[5] = 1;
  CHECK_THROWS(run::Error, run::build(filter));
  return check_result();
}
