// What the operations on configurations cost a node, beside code for the same objects written by hand. Trees of fan-out
// 10; the time is that of the operation alone: what it made is destroyed outside, and measured by itself. `per_node` is
// the shortest of all iterations: what other programs add is no part of it.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "dynamic_graph.h"
#include "forest.run.h"
#include "run/run.h"

namespace {

using forest::Plant;
using forest::Tree;
using run::Config;

constexpr std::size_t kFanOut = 10;

/// The children of node `i`, of `count` nodes: those from `begin` to `end`.
struct Children {
  Children(std::size_t i, std::size_t count)
      : begin(std::min(kFanOut * i + 1, count)), end(std::min(kFanOut * i + kFanOut + 1, count)) {}
  std::size_t begin;
  std::size_t end;
};

// The same forest, said in four ways.

std::unique_ptr<Tree> direct_tree(std::size_t i, std::size_t count) {
  auto tree = std::make_unique<Tree>();
  tree->width = static_cast<int>(i);
  tree->rate = 0.25;
  tree->seed = static_cast<std::int64_t>(count);
  tree->bias = true;
  const Children children(i, count);
  tree->children.reserve(children.end - children.begin);
  for (std::size_t child = children.begin; child < children.end; ++child)
    tree->children.push_back(direct_tree(child, count));
  return tree;
}

Plant direct_plant(std::size_t i, std::size_t count) {
  const Children children(i, count);
  std::vector<Plant> plants;
  plants.reserve(children.end - children.begin);
  for (std::size_t child = children.begin; child < children.end; ++child) plants.push_back(direct_plant(child, count));
  return Plant(static_cast<int>(i), 0.25, static_cast<std::int64_t>(count), true, std::move(plants));
}

by_hand::NodePtr graph_by_hand(const by_hand::NodeType& type, std::size_t i, std::size_t count) {
  const Children children(i, count);
  auto node = std::make_unique<by_hand::Node>(&type);
  node->arguments.reserve(children.begin < children.end ? 5 : 4);
  node->arguments.emplace_back(static_cast<std::int64_t>(i));
  node->arguments.emplace_back(0.25);
  node->arguments.emplace_back(static_cast<std::int64_t>(count));
  node->arguments.emplace_back(true);
  if (children.begin < children.end) {
    std::vector<by_hand::NodePtr> nodes;
    nodes.reserve(children.end - children.begin);
    for (std::size_t child = children.begin; child < children.end; ++child)
      nodes.push_back(graph_by_hand(type, child, count));
    node->arguments.emplace_back(std::move(nodes));
  }
  return node;
}

template <class T, class Element>
Config<T> config(std::size_t i, std::size_t count) {
  const Children children(i, count);
  if (children.begin == children.end)
    return Config<T>({.width = static_cast<int>(i), .rate = 0.25, .seed = count, .bias = true});
  Config<std::vector<Element>> configs;
  configs.reserve(children.end - children.begin);
  for (std::size_t child = children.begin; child < children.end; ++child)
    configs.push_back(config<T, Element>(child, count));
  return Config<T>(
      {.width = static_cast<int>(i), .rate = 0.25, .seed = count, .bias = true, .children = std::move(configs)});
}

struct Trees {
  static auto direct(std::size_t count) { return direct_tree(0, count); }
  static auto by_hand(std::size_t count) { return graph_by_hand(by_hand::tree_type, 0, count); }
  static auto by_run(std::size_t count) { return config<Tree, std::unique_ptr<Tree>>(0, count); }
  static auto build(const by_hand::Node& node) { return by_hand::build_tree(node); }
  static auto build(const Config<Tree>& made) { return run::build<std::unique_ptr<Tree>>(made); }
};

struct Plants {
  static auto direct(std::size_t count) { return direct_plant(0, count); }
  static auto by_hand(std::size_t count) { return graph_by_hand(by_hand::plant_type, 0, count); }
  static auto by_run(std::size_t count) { return config<Plant, Plant>(0, count); }
  static auto build(const by_hand::Node& node) { return by_hand::build_plant(node); }
  static auto build(const Config<Plant>& made) { return run::build(made); }
};

// The measuring.

std::size_t count_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

/// Times the iterations of one benchmark.
class Stopwatch {
 public:
  explicit Stopwatch(benchmark::State& state) : state_(state) {}
  ~Stopwatch() { state_.counters["per_node"] = shortest_ / static_cast<double>(state_.range(0)); }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

  template <class Work>
  void time(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state_.SetIterationTime(seconds);
    shortest_ = std::min(shortest_, seconds);
  }

 private:
  benchmark::State& state_;
  double shortest_ = std::numeric_limits<double>::infinity();
};

/// The time that `make` takes; or, with `destroyed`, the end of what it makes.
template <bool destroyed = false, class Make>
void measure(benchmark::State& state, Make make) {
  Stopwatch watch(state);
  for (auto iteration : state) {
    using Made = decltype(make());
    alignas(Made) std::byte place[sizeof(Made)];
    Made* made = nullptr;
    if constexpr (destroyed) {
      made = ::new (place) Made(make());
      watch.time([&] { made->~Made(); });
    } else {
      watch.time([&] {
        made = ::new (place) Made(make());
        benchmark::DoNotOptimize(*made);
      });
      made->~Made();
    }
  }
}

template <class F>
void direct_create(benchmark::State& state) {
  measure(state, [count = count_of(state)] { return F::direct(count); });
}
template <class F>
void by_hand_create(benchmark::State& state) {
  measure(state, [count = count_of(state)] { return F::by_hand(count); });
}
template <class F>
void run_create(benchmark::State& state) {
  measure(state, [count = count_of(state)] { return F::by_run(count); });
}

template <class F>
void by_hand_build(benchmark::State& state) {
  const auto made = F::by_hand(count_of(state));
  measure(state, [&] { return F::build(*made); });
}
template <class F>
void run_build(benchmark::State& state) {
  const auto made = F::by_run(count_of(state));
  measure(state, [&] { return F::build(made); });
}

template <class F>
void by_hand_copy(benchmark::State& state) {
  const auto made = F::by_hand(count_of(state));
  measure(state, [&] { return by_hand::copy(*made); });
}
template <class F>
void run_copy(benchmark::State& state) {
  const auto made = F::by_run(count_of(state));
  measure(state, [&] { return made; });
}

template <class F>
void direct_destroy(benchmark::State& state) {
  measure<true>(state, [count = count_of(state)] { return F::direct(count); });
}
template <class F>
void by_hand_destroy(benchmark::State& state) {
  measure<true>(state, [count = count_of(state)] { return F::by_hand(count); });
}
template <class F>
void run_destroy(benchmark::State& state) {
  measure<true>(state, [count = count_of(state)] { return F::by_run(count); });
}

template <class F>
void by_hand_equal(benchmark::State& state) {
  const auto a = F::by_hand(count_of(state));
  const auto b = F::by_hand(count_of(state));
  measure(state, [&] { return by_hand::equal(*a, *b); });
}
template <class F>
void run_equal(benchmark::State& state) {
  const auto a = F::by_run(count_of(state));
  const auto b = F::by_run(count_of(state));
  measure(state, [&] { return a == b; });
}

/// Of two that are equal; with `changed`, of two that differ in one argument, of a node in the middle.
template <class F, bool changed>
void run_diff(benchmark::State& state) {
  const auto a = F::by_run(count_of(state));
  auto b = a;
  if (changed) b->children[4]->seed = -1;
  measure(state, [&] { return run::diff(a, b); });
}

template <class F>
void by_hand_broadcast(benchmark::State& state) {
  const auto made = F::by_hand(count_of(state));
  std::int64_t width = 0;
  measure(state, [&] { return by_hand::broadcast(*made, 0, ++width); });
}
template <class F>
void run_broadcast(benchmark::State& state) {
  auto made = F::by_run(count_of(state));
  int width = 0;
  measure(state, [&] { return made.broadcast("width", ++width); });
}

/// The first one of a line: what the arguments were before goes into their histories.
template <class F>
void run_first_broadcast(benchmark::State& state) {
  const auto made = F::by_run(count_of(state));
  Stopwatch watch(state);
  for (auto iteration : state) {
    auto copy = made;
    watch.time([&] { copy.broadcast("width", 7); });
  }
}

template <class F>
void by_hand_walk(benchmark::State& state) {
  const auto made = F::by_hand(count_of(state));
  measure(state, [&] {
    by_hand::each_node(*made, [](by_hand::Node& node) { std::get<std::int64_t>(node.arguments[0]) += 1; });
    return 0;
  });
}
template <class F>
void run_walk(benchmark::State& state) {
  auto made = F::by_run(count_of(state));
  measure(state, [&] {
    return made.walk("width", [](const run::Ref& node) { return node["width"].template as<int>() + 1; });
  });
}

template <class F>
void add(const std::string& forest, std::int64_t nodes) {
  const auto add_one = [&](const char* name, void (*function)(benchmark::State&)) {
    benchmark::RegisterBenchmark((std::string(name) + "<" + forest + ">").c_str(),
                                 [function](benchmark::State& state) {
                                   // The free memory that others left in pieces becomes whole again: each one finds
                                   // the heap as a new program does.
                                   ::malloc_trim(0);
                                   function(state);
                                 })
        ->Arg(nodes)
        ->UseManualTime();
  };
  add_one("direct_create", direct_create<F>);
  add_one("by_hand_create", by_hand_create<F>);
  add_one("run_create", run_create<F>);
  add_one("by_hand_build", by_hand_build<F>);
  add_one("run_build", run_build<F>);
  add_one("by_hand_copy", by_hand_copy<F>);
  add_one("run_copy", run_copy<F>);
  add_one("by_hand_equal", by_hand_equal<F>);
  add_one("run_equal", run_equal<F>);
  add_one("run_diff_equal", run_diff<F, false>);
  add_one("run_diff_one", run_diff<F, true>);
  add_one("by_hand_broadcast", by_hand_broadcast<F>);
  add_one("run_broadcast", run_broadcast<F>);
  add_one("run_first_broadcast", run_first_broadcast<F>);
  add_one("by_hand_walk", by_hand_walk<F>);
  add_one("run_walk", run_walk<F>);
  add_one("direct_destroy", direct_destroy<F>);
  add_one("by_hand_destroy", by_hand_destroy<F>);
  add_one("run_destroy", run_destroy<F>);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  // What is compared stands side by side: larger graphs, once they have ended, leave the heap scattered to all alike.
  for (const std::int64_t nodes : {100, 1'000, 10'000, 100'000}) {
    add<Trees>("Trees", nodes);
    add<Plants>("Plants", nodes);
  }
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
