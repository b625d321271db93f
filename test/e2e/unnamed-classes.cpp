// Classes and enumerations without a name, as C programs write them in a struct: they are called by the member.
#include <run/run.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

extern "C" {
struct sampling_params {
  int threads;
  enum { GREEDY, BEAM = 4 } strategy;
  struct {
    int best_of;
  } greedy;
  struct {
    int size;
    float patience;
    struct {
      int depth;
    } tree;
  } beam;
};
/// Nobody knows what a union holds: it stays as it is.
struct event {
  int kind;
  union {
    int key;
    float pressure;
  } of;
  struct {
    int x;
  } at;
};
}

namespace app {

template <class T>
struct Grid {
  struct {
    T x{};
    T y{};
  } origin;
  int steps = 3;
};

struct Job {
  sampling_params params{};
  Grid<double> grid{};
  std::vector<sampling_params> others{};
  event last{};
};

[[run::autoconvert]] sampling_params braces(int n) { return {n, sampling_params::BEAM, {2}, {n, 0.5F, {7}}}; }

[[run::autoconvert]] sampling_params assigned(int n) {
  sampling_params params{};
  params.threads = n;
  params.strategy = sampling_params::BEAM;
  params.greedy.best_of = 2;
  params.beam.size = params.greedy.best_of * n;
  params.beam.tree.depth = 7;
  params.beam.patience += 0.5F;
  return params;
}

[[run::autoconvert]] Job job(int n) {
  Job job{.params = braces(n)};
  job.params.beam.size += 1;
  job.grid.origin.y = 2.5;
  job.others.push_back(job.params);
  job.others[0].beam.tree.depth = 9;
  job.last.at.x = n;
  return job;
}

}  // namespace app

#include "unnamed-classes.run.h"

static bool same(const sampling_params& a, const sampling_params& b) {
  return a.threads == b.threads && a.strategy == b.strategy && a.greedy.best_of == b.greedy.best_of &&
         a.beam.size == b.beam.size && a.beam.patience == b.beam.patience && a.beam.tree.depth == b.beam.tree.depth;
}

int main() {
  auto braces = run::autoconvert<app::braces>(3);
  CHECK(same(run::build(braces), app::braces(3)));
  CHECK(same(run::build(run::from_yaml<sampling_params>(run::to_yaml(braces))), app::braces(3)));
  CHECK(same(run::build(run::autoconvert<app::assigned>(3)), app::assigned(3)));
  CHECK(contains(run::to_yaml(braces), "strategy: BEAM"));
  CHECK(contains(run::to_yaml(braces), "_target_: sampling_params::beam"));
  braces->beam->tree->depth = 1;
  CHECK(run::build(braces).beam.tree.depth == 1);

  const auto config = run::autoconvert<app::job>(3);
  for (const app::Job& job : {run::build(config), run::build(run::from_yaml<app::Job>(run::to_yaml(config)))}) {
    const app::Job plain = app::job(3);
    CHECK(same(job.params, plain.params) && same(job.others.at(0), plain.others.at(0)));
    CHECK(job.grid.origin.x == 0 && job.grid.origin.y == 2.5 && job.grid.steps == 3);
    CHECK(job.last.at.x == 3 && job.last.kind == 0 && job.last.of.key == 0);
  }
  return check_result();
}
