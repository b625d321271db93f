// The law for recipes that keep their control flow: the converted form takes the same branches.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Stage {
 public:
  virtual ~Stage() = default;
  virtual std::string name() const = 0;
};

class Conv : public Stage {
 public:
  explicit Conv(int channels) : channels_(channels) {}
  std::string name() const override { return "c" + std::to_string(channels_); }

 private:
  int channels_;
};

class Pool : public Stage {
 public:
  explicit Pool(int size, bool wide = false) : size_(size), wide_(wide) {}
  std::string name() const override { return (wide_ ? "P" : "p") + std::to_string(size_); }

 private:
  int size_;
  bool wide_;
};

class Pipeline {
 public:
  explicit Pipeline(std::vector<std::unique_ptr<Stage>> stages) : stages_(std::move(stages)) {}
  std::string name() const {
    std::string all;
    for (const auto& stage : stages_) all += stage->name();
    return all;
  }

 private:
  std::vector<std::unique_ptr<Stage>> stages_;
};

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Stage> either(int n) {
  if (n > 3) {
    return std::make_unique<Conv>(n > 5 ? 5 : n);
  } else if (n == 0) {
    return std::make_unique<Pool>(0, true);
  }
  return std::make_unique<Pool>(n);
}

[[run::autoconvert(allow_control_flow)]] Pipeline pipeline(int n) {
  std::vector<std::unique_ptr<Stage>> stages;
  for (int i = 0; i < n; ++i) {
    if (i % 2 == 1) continue;
    stages.push_back(std::make_unique<Conv>(i));
  }
  for (const int size : {7, 8}) stages.push_back(std::make_unique<Pool>(size));
  int left = n;
  while (left > 2) {
    stages.push_back(either(left));
    --left;
  }
  switch (n) {
    case 2:
      stages.push_back(std::make_unique<Pool>(22));
      break;
    default:
      break;
  }
  return Pipeline(std::move(stages));
}

// A choice between objects, between pointers, between containers.
struct Plan {
  Pool first{1};
  std::shared_ptr<Pool> shared{};
  std::shared_ptr<Pool> again{};
  std::unique_ptr<Conv> owned{};
  std::vector<Pool> pools{};
};

inline Pool pooled(int size) { return Pool(size, true); }

[[run::autoconvert(allow_control_flow)]] Pool chosen(int n) { return n > 3 ? Pool(n) : pooled(n); }

[[run::autoconvert(allow_control_flow)]] Plan plan(int n) {
  auto one = std::make_shared<Pool>(1);
  auto two = std::make_shared<Pool>(2);
  auto which = n > 3 ? one : /* the other */ two;
  auto unique = std::make_unique<Conv>(n);
  Plan plan{.first = n == 9 ? chosen(n) : Pool(n == 1 ? 5 : 6), .shared = n > 3 ? one : two, .again = which};
  plan.owned = n > 1 ? std::move(unique) : std::make_unique<Conv>(0);
  plan.pools = n > 1 ? std::vector<Pool>{Pool(1), pooled(2)} : std::vector<Pool>();
  return plan;
}

}  // namespace app

#include "control-flow.run.h"

int main() {
  for (const int n : {0, 1, 2, 4, 9}) {
    CHECK(run::build<std::unique_ptr<app::Stage>>(run::autoconvert<app::either>(n))->name() == app::either(n)->name());
    CHECK(run::build(run::autoconvert<app::pipeline>(n)).name() == app::pipeline(n).name());
  }
  for (const int n : {0, 1, 2, 4, 9}) {
    CHECK(app::Pool(run::build(run::autoconvert<app::chosen>(n))).name() == app::chosen(n).name());
    const app::Plan built = run::build(run::autoconvert<app::plan>(n));
    const app::Plan plain = app::plan(n);
    CHECK(built.first.name() == plain.first.name() && built.shared->name() == plain.shared->name());
    CHECK(built.again == built.shared && built.owned->name() == plain.owned->name());
    CHECK(built.pools.size() == plain.pools.size());
  }
  return check_result();
}
