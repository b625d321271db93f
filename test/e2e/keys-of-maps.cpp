// The law for containers whose keys are equal by a comparison of their own, that keep one, or that have equal keys.
#include <run/run.h>

#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "../conformance/samples/check.h"
namespace app {
struct Layer {
  int width = 1;
  bool operator==(const Layer&) const = default;
};
struct NoCase {
  bool operator()(const std::string& a, const std::string& b) const {
    return std::tolower(static_cast<unsigned char>(a[0])) < std::tolower(static_cast<unsigned char>(b[0]));
  }
};
struct SameLength {
  bool operator()(const std::string& a, const std::string& b) const { return a.size() == b.size(); }
};
struct LengthHash {
  std::size_t operator()(const std::string& a) const { return a.size(); }
};
struct Net {
  std::map<std::string, Layer, NoCase> layers{};
  std::unordered_map<std::string, Layer, LengthHash, SameLength> lengths{};
  int count = 0;
  bool operator==(const Net&) const = default;
};

[[run::autoconvert]] Net net() {
  Net net;
  net.layers["Head"].width = 2;
  net.layers["head"].width += 3;
  net.count = static_cast<int>(net.layers.size()) + net.layers.contains("HEAD") * 10;
  net.layers.emplace("hx", Layer{7});
  net.layers.insert_or_assign("HH", Layer{8});
  net.layers["b"] = Layer{4};
  net.layers.erase("BBB");
  net.lengths["a"].width = 2;
  net.lengths["b"].width += 1;
  net.lengths["cc"] = Layer{9};
  return net;
}
[[run::autoconvert]] Net braces() {
  return Net{.layers = {{"Head", Layer{2}}, {"head", Layer{3}}}, .lengths = {{"a", Layer{2}}, {"b", Layer{3}}}};
}
[[run::autoconvert]] std::map<std::string, Layer, NoCase> local() {
  std::map<std::string, Layer, NoCase> layers;
  layers["Head"] = Layer{2};
  layers["hb"] = Layer{4};
  layers.try_emplace("h", 5);
  return layers;
}

struct ByRest {
  int divisor = 10;
  bool operator()(int a, int b) const { return a % divisor < b % divisor; }
};
inline bool downwards(int a, int b) { return a > b; }
struct Kept {
  std::set<int, ByRest> rests{ByRest{2}};
  std::set<int, bool (*)(int, int)> down{downwards};
  Layer layer{};
};
[[run::autoconvert]] Kept kept() {
  Kept kept;
  kept.rests.insert(1);
  kept.rests.insert(3);
  kept.rests.insert(2);
  std::set<int, bool (*)(int, int)> down(downwards);
  down.insert(1);
  down.insert(2);
  kept.down = down;
  kept.layer.width = 3;
  return kept;
}

struct Many {
  std::multimap<int, std::string> names{};
  std::unordered_multimap<std::string, int> numbers{};
  std::map<std::string, std::multimap<int, int>> nested{};
  std::optional<std::multimap<int, int>> maybe{};
  std::multimap<int, Layer> layers{};
  std::map<int, std::string> unique{};
  Layer layer{};
  bool operator==(const Many&) const = default;
};
[[run::autoconvert]] Many assigned() {
  Many many;
  many.names = {{1, "b"}, {1, "a"}};
  many.numbers = {{"a", 1}, {"a", 2}};
  many.nested["x"] = {{1, 1}, {1, 2}};
  many.maybe = {{2, 2}, {2, 3}};
  many.layers = {{1, Layer{2}}, {1, Layer{3}}};
  many.unique = {{1, "b"}, {1, "a"}};
  return many;
}
[[run::autoconvert]] Many given() {
  return Many{.names = {{1, "b"}, {1, "a"}},
              .numbers = {{"a", 1}, {"a", 2}},
              .nested = {{"x", {{1, 1}, {1, 2}}}},
              .maybe = {{{2, 2}, {2, 3}}},
              .unique = {{1, "b"}, {1, "a"}}};
}

struct Limits {
  std::optional<std::optional<int>> limit{};
  Layer layer{};
};
[[run::autoconvert]] Limits limits(std::optional<int> limit) {
  Limits limits;
  limits.limit = limit;
  return limits;
}
}  // namespace app

#include "keys-of-maps.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::net>()) == app::net());
  CHECK(run::build(run::autoconvert<app::braces>()) == app::braces());
  CHECK(run::build(run::autoconvert<app::local>()) == app::local());
  const app::Kept kept = run::build(run::autoconvert<app::kept>());
  CHECK(kept.rests == app::kept().rests && kept.rests.size() == 2);
  CHECK(kept.down == app::kept().down && kept.down.key_comp() == &app::downwards);
  for (const auto& cfg : {run::autoconvert<app::assigned>(), run::autoconvert<app::given>()})
    CHECK(run::from_yaml<app::Many>(run::to_yaml(cfg)) == cfg);
  CHECK(run::build(run::autoconvert<app::assigned>()) == app::assigned());
  CHECK(run::build(run::autoconvert<app::given>()) == app::given());
  CHECK(run::build(run::autoconvert<app::limits>(3)).limit == app::limits(3).limit);
  // Nothing in an optional that is not empty cannot be said.
  CHECK_THROWS(run::Error, run::autoconvert<app::limits>(std::nullopt));
  return check_result();
}
