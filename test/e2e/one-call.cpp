// A local that holds a function's result is one call, however often it is used: once a build, as in the recipe.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>

#include "../conformance/samples/check.h"

namespace app {

inline int calls = 0;

inline int next_seed(int base) { return base + ++calls; }
inline std::string label(int n) { return "n" + std::to_string(n) + "c" + std::to_string(++calls); }

struct Pair {
  int first = 0;
  int second = 0;
  std::string left = {};
  std::string right = {};
  bool operator==(const Pair&) const = default;
};

[[run::autoconvert]]
Pair pair(int n) {
  const int seed = next_seed(n);
  auto text = label(n);
  return Pair{.first = seed, .second = seed, .left = text, .right = text};
}

}  // namespace app

#include "one-call.run.h"

int main() {
  auto cfg = run::autoconvert<app::pair>(3);
  CHECK(app::calls == 0);
  const app::Pair built = run::build(cfg);
  CHECK(app::calls == 2);
  app::calls = 0;
  CHECK(built == app::pair(3));
  CHECK(run::from_yaml<app::Pair>(run::to_yaml(cfg)) == cfg);
  return check_result();
}
