// What a function or another recipe makes in one branch: the other branches change what there was before, as they do
// behind a return, and what is known behind them is what all of them know.
#include <run/run.h>

#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Options {
  int depth = 1;
  std::string name = "b";
  std::vector<int> sizes{1};
  bool operator==(const Options&) const = default;
};

class Engine {
 public:
  explicit Engine(Options of, int n = 1) : options(of), n_(n) {}
  void set_n(int n) { n_ = n; }
  bool operator==(const Engine&) const = default;

  Options options;

 private:
  int n_;
};

struct App {
  Options options{};
  std::unique_ptr<Engine> engine{};
};
inline bool operator==(const App& a, const App& b) {
  return a.options == b.options && (a.engine && b.engine ? *a.engine == *b.engine : a.engine == b.engine);
}

inline Options preset(int n) {
  Options options;
  options.depth = n;
  return options;
}
inline std::unique_ptr<Engine> tuned(int n) { return std::make_unique<Engine>(Options{}, n); }
[[run::autoconvert]] inline Options recipe(int n) {
  Options options;
  options.depth = n;
  return options;
}

[[run::autoconvert(allow_control_flow)]] inline Options local(int n) {
  Options options;
  if (n > 3)
    options = preset(n);
  else
    options.depth = 3;
  return options;
}

[[run::autoconvert(allow_control_flow)]] inline App member(int n) {
  App app;
  if (n > 3) {
    app.options = preset(n);
  } else {
    app.options.depth = 3;
    app.options.sizes.push_back(4);
  }
  return app;
}

[[run::autoconvert(allow_control_flow)]] inline App pointer(int n) {
  App app;
  app.engine = std::make_unique<Engine>(Options{});
  if (n > 3) {
    app.engine = tuned(n);
  } else {
    app.engine->set_n(4);
    app.engine->options.name = "q";
  }
  return app;
}

[[run::autoconvert(allow_control_flow)]] inline App switched(int n) {
  App app;
  switch (n) {
    case 2:
      app.options = preset(n);
      break;
    case 5:
      app.options.depth = 3;
      break;
    default:
      app.options.sizes = {1, 2};
      app.options.sizes.push_back(4);
  }
  return app;
}

[[run::autoconvert(allow_control_flow)]] inline App returned(int n) {
  App app;
  if (n > 3) {
    app.options = preset(n);
    return app;
  }
  app.options.depth = 3;
  app.options.sizes.push_back(4);
  return app;
}

[[run::autoconvert(allow_control_flow)]] inline Options of_three(int n) {
  Options options;
  if (n > 3) {
    options = recipe(n);
  } else if (n > 1) {
    options.sizes = {4, 5};
  } else {
    options.name = "z";
  }
  options.sizes.push_back(1);
  options.name += "y";
  return options;
}

}  // namespace app

#include "made-in-one-branch.run.h"

int main() {
  for (const int n : {1, 2, 5}) {
    CHECK(run::build(run::autoconvert<app::local>(n)) == app::local(n));
    CHECK(run::build(run::autoconvert<app::member>(n)) == app::member(n));
    CHECK(run::build(run::autoconvert<app::pointer>(n)) == app::pointer(n));
    CHECK(run::build(run::autoconvert<app::switched>(n)) == app::switched(n));
    CHECK(run::build(run::autoconvert<app::returned>(n)) == app::returned(n));
    CHECK(run::build(run::autoconvert<app::of_three>(n)) == app::of_three(n));
  }
  return check_result();
}
