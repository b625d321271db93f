// The law for aggregates whose initialisers read other members: any of the members is given, and those that are not
// are what their initialisers make of the others. Edited configurations, too, and those with their defaults written.
#include <run/run.h>

#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Attention {
  int heads = 8;
  int kv_heads = heads;
  int width = 64;
  std::string label = std::to_string(width) + "x" + std::to_string(heads);
  double dropout = 0.1;
  float table[2] = {1, 2};
  bool causal = true;
  bool operator==(const Attention& o) const {
    return heads == o.heads && kv_heads == o.kv_heads && width == o.width && label == o.label && dropout == o.dropout &&
           causal == o.causal;
  }
};

// Its own initialiser reads members of another class's object alone.
struct Block {
  Attention attention{};
  std::vector<Attention> more{};
  int depth = 1;
  bool operator==(const Block&) const = default;
};

// So many that not each combination of them has a call of its own.
struct Derived {
  int base = 1;
  int a = base + 1;
  int b = a + 1;
  int c = b + 1;
  int d = c + 1;
  int e = d + 1;
  bool operator==(const Derived&) const = default;
};

struct Sum : Attention {
  int extra = 1;
};

// Of an instance Clang has the initialisers that somebody asked for.
template <class T, int N>
struct Grid {
  T rows = T(N);
  int count = N;
  T area = rows * rows;
  std::vector<T> sizes = {1, 2};
  bool operator==(const Grid&) const = default;
};

[[run::autoconvert]] Grid<int, 2> rows(int n) { return {.rows = n}; }
[[run::autoconvert]] Grid<long, 3> sizes(int n) {
  Grid<long, 3> grid{};
  grid.sizes.push_back(n);
  return grid;
}
[[run::autoconvert]] Attention first(int n) { return {n}; }
[[run::autoconvert]] Attention behind(int n) { return {.heads = n, .dropout = 0.5}; }
[[run::autoconvert]] Attention last(int n) { return {.width = n, .causal = false}; }
[[run::autoconvert]] Attention both(int n) { return {.kv_heads = n, .width = n, .label = "l", .causal = false}; }
[[run::autoconvert]] Attention assigned(int n) {
  Attention attention{.heads = n};
  attention.kv_heads = 2;
  attention.dropout += 0.25;
  attention.label = "assigned";
  attention.causal = false;
  return attention;
}
[[run::autoconvert]] Block block(int n) {
  Block block{.attention = {.heads = n}};
  block.more.push_back({.width = n});
  block.more[0].dropout = 0;
  block.depth = n;
  block.attention.kv_heads = n + 1;
  return block;
}
[[run::autoconvert]] Derived derived(int n) { return {.base = n, .a = 7}; }
[[run::autoconvert]] Sum sum(int n) {
  Sum sum;
  sum.heads = n;  // behind the object: its initialisers have read by then
  sum.extra = n;
  return sum;
}

}  // namespace app

#include "initialisers-that-read.run.h"

template <class C>
C defaults_written(C cfg) {
  cfg.materialize_defaults();
  return cfg;
}

int main() {
  CHECK(run::build(run::autoconvert<app::first>(3)) == app::first(3));
  CHECK(run::build(run::autoconvert<app::behind>(3)) == app::behind(3));
  CHECK(run::build(run::autoconvert<app::last>(3)) == app::last(3));
  CHECK(run::build(run::autoconvert<app::both>(3)) == app::both(3));
  CHECK(run::build(run::autoconvert<app::assigned>(3)) == app::assigned(3));
  CHECK(run::build(run::autoconvert<app::block>(3)) == app::block(3));
  CHECK(run::build(run::autoconvert<app::derived>(3)) == app::derived(3));
  CHECK(run::build(run::autoconvert<app::sum>(3)) == app::sum(3));
  CHECK(run::build(run::autoconvert<app::sum>(3)).label == "64x8");
  CHECK(run::build(run::autoconvert<app::rows>(3)) == app::rows(3));
  CHECK(run::build(run::autoconvert<app::sizes>(3)) == app::sizes(3));

  auto cfg = run::autoconvert<app::behind>(3);
  CHECK(run::build(defaults_written(cfg)) == app::behind(3));
  CHECK(run::build(run::from_yaml<app::Attention>(run::to_yaml(cfg, {.defaults = true}))) == app::behind(3));
  cfg->heads = 5;
  cfg.broadcast("causal", false);
  CHECK(run::build(cfg) == app::Attention{.heads = 5, .dropout = 0.5, .causal = false});
  cfg->label = "set";
  CHECK(run::build(cfg) == app::Attention{.heads = 5, .label = "set", .dropout = 0.5, .causal = false});
  CHECK(contains(thrown<run::Error>([&] { (void)cfg["kv_heads"].as<int>(); }), "kv_heads"));
  return check_result();
}
