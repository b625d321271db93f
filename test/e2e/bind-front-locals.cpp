// std::bind_front in a local of its own type, which std::function takes: in braces, elements, arguments and results.
#include <run/run.h>

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace app {

struct Scale {
  int by = 1;
};
class Gate {
 public:
  explicit Gate(int level) : level_(level) {}
  int level() const { return level_; }

 private:
  int level_;
};
inline int scaled(const Scale& scale, int x) { return scale.by * x; }
inline int above(std::shared_ptr<Gate> gate, int x) { return gate->level() + x; }
inline int less(int a, int x) { return a - x; }

using Map = std::function<int(int)>;
struct Use {
  Map first{};
  std::vector<Map> listed{};
  std::map<std::string, Map> named{};
  Map second{};
};
class Reader {
 public:
  explicit Reader(Map map, int x) : result_(map(x)) {}
  int result() const { return result_; }

 private:
  int result_;
};

[[run::autoconvert]] Use braced(int n) {
  auto map = std::bind_front(scaled, Scale{.by = n});
  return Use{.first = map};
}
[[run::autoconvert]] Use moved(int n) {
  auto map = std::bind_front(scaled, Scale{.by = n});
  return Use{.first = std::move(map)};
}
[[run::autoconvert]] Use filled(int n) {
  const auto map = std::bind_front(scaled, Scale{.by = n});
  Use use;
  use.listed.push_back(map);
  use.listed.emplace_back(map);
  use.first = map;
  use.named["a"] = map;
  return use;
}
[[run::autoconvert]] Use shared(int n) {
  auto gate = std::make_shared<Gate>(n);
  auto map = std::bind_front(above, gate);
  return Use{.first = map, .listed = {map, std::bind_front(above, gate)}, .named = {{"k", map}}, .second = map};
}
[[run::autoconvert]] Map result(int n) {
  auto map = std::bind_front(scaled, Scale{.by = n});
  return map;
}
[[run::autoconvert]] Reader argument(int n) {
  auto map = std::bind_front(less, n);
  return Reader(map, 7);
}
[[run::autoconvert]] std::unique_ptr<Reader> made(int n) {
  auto map = std::bind_front(less, n);
  return std::make_unique<Reader>(std::move(map), 7);
}

}  // namespace app

#include "bind-front-locals.run.h"

namespace {

int failures = 0;

int called(const app::Map& map) { return map ? map(5) : -1; }

std::vector<int> called(const app::Use& use) {
  std::vector<int> all{called(use.first), called(use.second)};
  for (const app::Map& map : use.listed) all.push_back(called(map));
  for (const auto& [name, map] : use.named) all.push_back(called(map));
  return all;
}

void check(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  ++failures;
}

}  // namespace

int main() {
  check(called(run::build(run::autoconvert<app::braced>(3))) == called(app::braced(3)), "in braces");
  check(called(run::build(run::autoconvert<app::moved>(3))) == called(app::moved(3)), "moved");
  check(called(run::build(run::autoconvert<app::filled>(3))) == called(app::filled(3)), "in elements");
  check(called(run::build(run::autoconvert<app::shared>(3))) == called(app::shared(3)), "with a shared object");
  check(called(run::build(run::autoconvert<app::result>(3))) == called(app::result(3)), "as a result");
  check(run::build(run::autoconvert<app::argument>(3)).result() == app::argument(3).result(), "as an argument");
  check(run::build(run::autoconvert<app::made>(3)).result() == app::made(3)->result(), "as one of make_unique");

  auto config = run::autoconvert<app::filled>(3);
  const auto again = run::from_yaml<app::Use>(run::to_yaml(config));
  check(called(run::build(again)) == called(app::filled(3)), "read again");
  config["listed"][0]["scale"]["by"] = 4;
  check(called(run::build(config)).at(2) == 20, "changed by name");
  return failures;
}
