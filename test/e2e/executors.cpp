// A task of this program runs in other processes of it: the configuration travels, the exit status comes back.
#include <run/run.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace app {

struct Layer {
  int width = 8;
};

/// Prints what it got; fails as it is told.
int train(std::vector<Layer> layers, std::shared_ptr<Layer> first, std::shared_ptr<Layer> again, std::string text,
          int status = 0) {
  std::cout << "rank " << std::getenv("RANK") << " of " << std::getenv("WORLD_SIZE") << ": " << layers.size()
            << " layers, " << text << (first == again ? ", shared" : "") << '\n';
  if (status < 0) throw std::runtime_error("it is " + std::to_string(status));
  return status;
}

bool is_good(int value) { return value > 0; }

int scaled(int factor, int value) { return factor * value; }

// What it is given is a callable, made of a partial.
int called(std::function<int(int)> action) { return action(21); }

[[run::autoconvert(partial)]] int calls() { return called(std::bind_front(scaled, 2)); }

[[run::autoconvert(partial)]] int experiment() {
  auto shared = std::make_shared<Layer>(Layer{.width = 1});
  return train({Layer{.width = 2}, Layer()}, shared, shared, "it's \"quoted\"\n  and: long");
}

[[run::autoconvert(partial)]] bool judged() { return is_good(0); }

[[run::autoconvert]] std::unique_ptr<run::Executor> local(int ntasks = 1) {
  auto executor = std::make_unique<run::LocalExecutor>();
  executor->ntasks = ntasks;
  executor->env = {{"A", "b"}};
  return executor;
}

}  // namespace app

#include "executors.run.h"

namespace {

std::string content(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::cout << "this should not be: " << what << std::endl;
  std::exit(1);
}

void runs_in_two_processes(const std::string& folder) {
  auto executor = run::autoconvert<app::local>(2);
  executor->job_dir = folder;
  const auto local = run::build<std::unique_ptr<run::Executor>>(executor);
  auto task = run::autoconvert<app::experiment>();
  const run::JobResult result = run::run(task, *local, {.tail_logs = false});
  require(result.ok() && result.tasks.size() == 2 && result.name == "train", result.text());
  const std::string said = " of 2: 2 layers, it's \"quoted\"\n  and: long, shared\n";
  require(content(folder + "/task-0.log") == "rank 0" + said, content(folder + "/task-0.log"));
  require(content(folder + "/task-1.log") == "rank 1" + said, content(folder + "/task-1.log"));
  require(run::from_yaml_file<run::Partial<run::Fn<&app::train>>>(folder + "/config.yaml") == task,
          "the configuration");
  require(run::read_job(folder).exit_status() == 0, "job.json");
}

void gives_exit_statuses(const std::string& folder) {
  run::LocalExecutor local;
  local.job_dir = folder;
  auto task = run::autoconvert<app::experiment>();
  task->status = 3;
  require(run::run(task, local, {.tail_logs = false}).exit_status() == 3, "3");
  task->status = -1;
  const run::JobResult thrown = run::run(task, local, {.tail_logs = false});
  require(thrown.exit_status() == 1, thrown.text());
  require(content(folder + "/task-0.log").find("app::train: it is -1") != std::string::npos,
          content(folder + "/task-0.log"));
  require(run::run(run::autoconvert<app::judged>(), local, {.tail_logs = false}).exit_status() == 1, "false");
  require(run::run(run::autoconvert<app::judged>()).exit_status() == 1, "false, here");

  require(run::run(run::autoconvert<app::calls>(), local, {.tail_logs = false}).exit_status() == 42, "42");

  // By hand, as the log of a job may tempt to.
  require(run::run(run::Script{.path = "/proc/self/exe"}, {.dryrun = true}).exit_status() == 0, "a dry run");
  const char* wrong[] = {"executors", "--run-child", "/dev/null"};
  require(run::run_child(3, wrong) == 2, "no configuration");
}

}  // namespace

int main(int argc, char** argv) {
  if (const auto status = run::run_child(argc, argv)) return *status;
  std::string folder = (std::filesystem::temp_directory_path() / "executors.XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 1;
  runs_in_two_processes(folder + "/two");
  gives_exit_statuses(folder + "/one");
  std::filesystem::remove_all(folder);
  return 0;
}
