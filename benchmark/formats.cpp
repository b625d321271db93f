// Reading and writing configurations beside yaml-cpp doing half of it: its own tree. Per node, for trees of fan-out 10
// with four scalars a node; `bytes` is the most that was allocated at a time.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <run/run.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <new>
#include <sstream>
#include <string>
#include <utility>

#include "tree.h"
#include "tree.run.h"

namespace {

std::size_t allocated = 0;
std::size_t most = 0;

void* take(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  allocated += ::malloc_usable_size(memory);
  if (allocated > most) most = allocated;
  return memory;
}

void give(void* memory) noexcept {
  allocated -= ::malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void operator delete(void* memory) noexcept { give(memory); }
void operator delete(void* memory, std::size_t) noexcept { give(memory); }

namespace {

using bench::Tree;
using Config = run::Config<Tree>;

constexpr int kFanOut = 10;

/// A tree of that many nodes, level by level.
Config tree(long nodes) {
  std::vector<Config> made(static_cast<std::size_t>(nodes));
  for (long i = nodes - 1; i >= 0; --i) {
    Config& node = made[static_cast<std::size_t>(i)];
    node->width = static_cast<int>(i);
    node->rate = 1.0 / static_cast<double>(i + 1);
    node->bias = i % 2 == 0;
    node->name = "layer " + std::to_string(i);
    for (long child = i * kFanOut + 1; child <= i * kFanOut + kFanOut && child < nodes; ++child)
      node->children.push_back(std::move(made[static_cast<std::size_t>(child)]));
  }
  return std::move(made[0]);
}

/// Times the action, and says what it allocates.
template <class Action>
void measure(benchmark::State& state, Action&& action) {
  const std::size_t before = allocated;
  most = before;
  action();
  const auto bytes = static_cast<double>(most - before);
  for (auto _ : state) action();
  const auto nodes = static_cast<double>(state.range(0));
  state.counters["node"] =
      benchmark::Counter(nodes, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["bytes/node"] = bytes / nodes;
}

void emit(YAML::Emitter& out, const Tree& tree) {
  out << YAML::BeginMap << YAML::Key << "_target_" << YAML::Value << "bench::Tree";
  out << YAML::Key << "width" << YAML::Value << tree.width << YAML::Key << "rate" << YAML::Value << tree.rate;
  out << YAML::Key << "bias" << YAML::Value << tree.bias << YAML::Key << "name" << YAML::Value << tree.name;
  if (!tree.children.empty()) {
    out << YAML::Key << "children" << YAML::Value << YAML::BeginSeq;
    for (const auto& child : tree.children) emit(out, *child);
    out << YAML::EndSeq;
  }
  out << YAML::EndMap;
}

class Ignore : public YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

void yaml_cpp_load(benchmark::State& state) {
  const std::string text = run::to_yaml(tree(state.range(0)));
  measure(state, [&] { benchmark::DoNotOptimize(YAML::Load(text)); });
}
void yaml_cpp_events(benchmark::State& state) {
  const std::string text = run::to_yaml(tree(state.range(0)));
  measure(state, [&] {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Ignore ignore;
    parser.HandleNextDocument(ignore);
  });
}
void run_from_yaml(benchmark::State& state) {
  const std::string text = run::to_yaml(tree(state.range(0)));
  measure(state, [&] { benchmark::DoNotOptimize(run::from_yaml<Tree>(text)); });
}
void yaml_cpp_emit(benchmark::State& state) {
  const auto object = run::build<std::unique_ptr<Tree>>(tree(state.range(0)));
  measure(state, [&] {
    YAML::Emitter out;
    emit(out, *object);
    benchmark::DoNotOptimize(out.c_str());
  });
}
void run_to_yaml(benchmark::State& state) {
  const Config config = tree(state.range(0));
  measure(state, [&] { benchmark::DoNotOptimize(run::to_yaml(config)); });
}
void run_from_json(benchmark::State& state) {
  const std::string text = run::to_json(tree(state.range(0)));
  measure(state, [&] { benchmark::DoNotOptimize(run::from_json<Tree>(text)); });
}
void run_to_json(benchmark::State& state) {
  const Config config = tree(state.range(0));
  measure(state, [&] { benchmark::DoNotOptimize(run::to_json(config)); });
}
void run_from_toml(benchmark::State& state) {
  const std::string text = run::to_toml(tree(state.range(0)));
  measure(state, [&] { benchmark::DoNotOptimize(run::from_toml<Tree>(text)); });
}
void run_to_toml(benchmark::State& state) {
  const Config config = tree(state.range(0));
  measure(state, [&] { benchmark::DoNotOptimize(run::to_toml(config)); });
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::pair<const char*, void (*)(benchmark::State&)> all[] = {
      {"yaml-cpp/load", yaml_cpp_load}, {"yaml-cpp/events", yaml_cpp_events}, {"run/from_yaml", run_from_yaml},
      {"yaml-cpp/emit", yaml_cpp_emit}, {"run/to_yaml", run_to_yaml},         {"run/from_json", run_from_json},
      {"run/to_json", run_to_json},     {"run/from_toml", run_from_toml},     {"run/to_toml", run_to_toml},
  };
  for (const auto& [name, function] : all)
    benchmark::RegisterBenchmark(name, function)
        ->RangeMultiplier(10)
        ->Range(100, 100'000)
        ->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
}
