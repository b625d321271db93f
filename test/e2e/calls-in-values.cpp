// The law for containers of plain values with elements that functions give: the calls are nodes in them.
#include <run/run.h>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

inline std::string name(int n) { return "n" + std::to_string(n); }
inline int depth(int n) { return n * 2; }
inline double real(int n) { return n * 0.5; }
inline std::vector<int> ints(int n) { return {n, n}; }
inline int total(const std::vector<int>& all) {
  int sum = 0;
  for (const int one : all) sum += one;
  return sum;
}

class Model {
 public:
  explicit Model(std::vector<std::string> names = {}, std::optional<double> rate = {}) : names_(names), rate_(rate) {}
  void set_more(std::vector<int> more) { more_ = more; }
  bool operator==(const Model&) const = default;

 private:
  std::vector<std::string> names_;
  std::optional<double> rate_;
  std::vector<int> more_;
};
class Lists {
 public:
  Lists(std::initializer_list<int> all) : all_(all) {}
  bool operator==(const Lists&) const = default;

 private:
  std::vector<int> all_;
};
struct All {
  int one = 0;
  std::optional<int> maybe = {};
  std::vector<std::string> words = {};
  std::map<std::string, int> counts = {};
  std::pair<int, std::string> pair = {};
  std::array<int, 2> array = {};
  int plain[2] = {0, 0};
  std::vector<std::vector<int>> rows = {};
  std::tuple<int, std::string, double> tuple = {};
  std::vector<double> reals = {};
  std::map<int, std::vector<std::string>> named = {};
  std::optional<std::vector<int>> some = {};
  bool operator==(const All&) const = default;
};

/// What constant references refer to is copied, as an object is.
inline const std::string& default_target() {
  static const std::string target = "stderr";
  return target;
}
inline const int& last_width(int n) {
  static int width;
  return width = n;
}
struct Appender {
  std::string target;
  int width = 0;
  void set_width(const int& value) { width = value; }
  bool operator==(const Appender&) const = default;
};

[[run::autoconvert]] Appender appender(int n) {
  Appender appender{.target = default_target()};
  appender.width = last_width(n);
  return appender;
}

[[run::autoconvert]] Model model(int n) { return Model({name(n), "x"}, real(n)); }
[[run::autoconvert]] Model set(int n) {
  Model made;
  made.set_more({depth(n), 1});
  return made;
}
[[run::autoconvert]] std::unique_ptr<Model> held(int n) {
  return std::make_unique<Model>(std::vector<std::string>{name(n)}, real(2));
}
[[run::autoconvert]] Lists lists(int n) { return {depth(n), n}; }
[[run::autoconvert]] All given(int n) {
  return All{.one = total({depth(n), 3}),
             .maybe = depth(n),
             .words = {"null", name(depth(n))},
             .counts = {{"a", depth(n)}, {"b", n}},
             .pair = {depth(n), "s"},
             .array = {depth(n), 3},
             .plain = {4, depth(n)},
             .rows = {{1, depth(n)}, ints(n), {}},
             .tuple = {depth(n), name(n), 2},
             .reals = {1, 2.5, real(n)},
             .named = {{1, {name(n), "q"}}, {2, {}}},
             .some = std::vector<int>{depth(n)}};
}
[[run::autoconvert]] All assigned(int n) {
  All all;
  all.maybe = depth(n);
  all.words = {name(n), name(n + 1)};
  all.words.push_back(name(3));
  all.counts = {{"k", depth(1)}};
  all.pair = {depth(n), name(n)};
  all.some = ints(n);
  all.reals = {real(n), n / 2.0};
  all.reals = {real(1)};
  return all;
}
// What a call gives as a whole is the call.
inline std::tuple<int, std::string> both(int n) { return {n, name(n)}; }
[[run::autoconvert]] std::vector<int> whole(int n) { return ints(n); }
[[run::autoconvert]] std::tuple<int, std::string> whole_tuple(int n) {
  auto made = both(n);
  return made;
}
[[run::autoconvert]] Model of_whole(int n) {
  std::vector<int> all = ints(n);
  Model made;
  made.set_more(all);
  return made;
}
[[run::autoconvert(partial)]] std::tuple<int, std::string> whole_later(int n) { return both(n); }

// A local that is given calls is a configuration from its declaration on.
[[run::autoconvert]] All locals(int n) {
  std::vector<std::string> words;
  words.push_back(name(n));
  words.emplace_back("plain");
  words.insert(words.begin(), name(n + 1));
  std::map<std::string, int> counts{{"a", n}};
  counts["b"] = depth(n);
  counts["c"] = static_cast<int>(words.size());
  counts.emplace("d", depth(1));
  counts.insert({"e", 5});
  std::array<int, 2> array{};
  array[1] = depth(n);
  std::vector<std::vector<int>> rows{{1, depth(n)}};
  rows.push_back({n, 2});
  rows[1].push_back(depth(2));
  std::vector<double> reals(2, 0.5);
  reals.back() = real(n);
  All all{.one = total({1, 2}), .words = words, .counts = counts, .array = array, .rows = std::move(rows)};
  all.reals = reals;
  all.words.push_back("more");
  std::vector<std::string> copy = words;
  copy.push_back("last");
  all.named[1] = copy;
  all.named[2] = std::move(words);
  return all;
}
[[run::autoconvert(allow_control_flow)]] std::vector<int> looped(int n) {
  std::vector<int> all;
  for (int i = 0; i < n; ++i) all.push_back(depth(i));
  return all;
}

}  // namespace app

#include "calls-in-values.run.h"

template <class T>
void law(const run::Config<T>& config, const T& expected) {
  CHECK(run::build(config) == expected);
  CHECK(run::from_yaml<T>(run::to_yaml(config)) == config);
  CHECK(run::build(run::from_json<T>(run::to_json(config))) == expected);
}

int main() {
  law(run::autoconvert<app::appender>(5), app::appender(5));
  law(run::autoconvert<app::model>(5), app::model(5));
  law(run::autoconvert<app::set>(5), app::set(5));
  law(run::autoconvert<app::lists>(5), app::lists(5));
  law(run::autoconvert<app::given>(5), app::given(5));
  law(run::autoconvert<app::assigned>(5), app::assigned(5));
  law(run::autoconvert<app::of_whole>(5), app::of_whole(5));
  law(run::autoconvert<app::locals>(5), app::locals(5));
  CHECK(run::build<std::vector<int>>(run::autoconvert<app::looped>(3)) == app::looped(3));
  CHECK(run::build<std::vector<int>>(run::autoconvert<app::whole>(5)) == app::whole(5));
  CHECK((run::build<std::tuple<int, std::string>>(run::autoconvert<app::whole_tuple>(5)) == app::whole_tuple(5)));
  CHECK(run::build(run::autoconvert<app::whole_later>(5))() == app::whole_later(5));
  CHECK(*run::build<std::unique_ptr<app::Model>>(run::autoconvert<app::held>(5)) == *app::held(5));
  auto changed = run::autoconvert<app::given>(5);
  changed["rows[0][1].n"] = 7;
  CHECK(run::build(changed).rows[0][1] == 14);
  return check_result();
}
