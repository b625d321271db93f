// run::run: tasks => jobs => what has become of them.
#include "Launch.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <utility>

#include "CallRoot.h"
#include "CaughtSignals.h"
#include "Child.h"
#include "Clock.h"
#include "JobFolder.h"
#include "Process.h"
#include "Texts.h"
#include "run/build.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/watch.h"

namespace run {
namespace {

using detail::Clock;

constexpr const char* kConfigFile = "config.yaml";
constexpr const char* kScriptFile = "script";

std::ostream& out_of(const RunOptions& options) { return options.out != nullptr ? *options.out : std::cout; }

std::string name_of(const Node& task, const RunOptions& options) {
  if (!options.name.empty()) return options.name;
  std::string name = task.target->display();
  name.resize(std::min(name.size(), name.find('<')));
  return name.substr(name.rfind(':') + 1);
}

std::string name_of(const Script& script, const RunOptions& options) {
  return options.name.empty() ? script.name() : options.name;
}

std::string this_program() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) throw Error("the file of this program cannot be found: " + error.message());
  return path.string();
}

std::string planned_folder(const std::string& name, const Executor& executor) {
  return executor.job_dir.empty() ? detail::job_folder_name(name)
                                  : std::filesystem::absolute(executor.job_dir).string();
}

std::string make_folder(const std::string& name, const Executor& executor) {
  return executor.job_dir.empty() ? detail::new_job_folder(name) : detail::make_job_folder(executor.job_dir);
}

void show(const Job& job, const Executor& executor, std::ostream& out) {
  out << job.name << ": by " << executor.name() << ", in " << job.folder << '\n';
  out << "  command: " << to_shell(job.command) << '\n';
  for (const auto& [variable, value] : job.env)
    out << "  env: " << to_shell({"env", variable + "=" + value}).substr(4) << '\n';
  if (job.clear_env) out << "  env: nothing else\n";
  if (!job.working_dir.empty()) out << "  working_dir: " << job.working_dir << '\n';
  out << "  ntasks: " << job.ntasks << '\n';
  if (job.time_limit > 0) out << "  time_limit: " << job.time_limit << " s\n";
  if (job.retries > 0) out << "  retries: " << job.retries << '\n';
  for (const JobFile& file : job.files) {
    out << "  " << file.name << ":\n";
    detail::each_part(file.text, '\n', [&](std::string_view line) { out << "    " << line << '\n'; });
  }
}

/// Runs what `describe` gives for the name and the folder of a job.
template <class Describe>
JobResult launch(const std::string& name, const Executor& executor, const RunOptions& options, Describe&& describe) {
  const auto job_in = [&](const std::string& folder) {
    Job job{.name = name, .folder = folder};
    describe(job);
    return executor.prepare(std::move(job));
  };
  std::ostream& out = out_of(options);
  // A job that cannot be run leaves no folder behind.
  const std::string planned = planned_folder(name, executor);
  Job job = job_in(planned);
  if (options.dryrun) {
    show(job, executor, out);
    return {.name = job.name, .folder = job.folder};
  }
  if (const std::string folder = make_folder(name, executor); folder != planned) job = job_in(folder);
  if (options.detach) {
    out.flush();
    return executor.detach(job);
  }
  const detail::CaughtSignals signals;  // from the first process on
  const std::unique_ptr<RunningJob> running = executor.submit(job);
  write_job(job, running->result());
  const JobResult result = watch(*running, {.out = options.tail_logs ? &out : nullptr});
  write_job(job, result);
  return result;
}

}  // namespace

std::optional<Script> detail::script_of(const NodePtr& task) {
  const NodePtr call = clone(task);
  call->kind = NodeKind::config;
  if (!gives_result(*call, type_of<Script>)) return std::nullopt;
  return build_root<Script>(call);
}

JobResult run(const Graph& task, const RunOptions& options) {
  if (const auto script = detail::script_of(GraphAccess::node(task).shared_from_this())) return run(*script, options);
  JobResult result{.name = name_of(GraphAccess::node(task), options)};
  if (options.detach) throw Error(result.name + ": what runs in this process cannot be left running: give an executor");
  if (options.dryrun) {
    out_of(options) << result.name << ": in this process\n" << to_yaml(task);
    return result;
  }
  const Clock::time_point begin = Clock::now();
  result.code = detail::call_root(GraphAccess::node(task).shared_from_this());
  result.state = result.code == 0 ? JobState::succeeded : JobState::failed;
  result.attempts = 1;
  result.seconds = detail::seconds_since(begin);
  return result;
}

JobResult run(const Script& script, const RunOptions& options) {
  JobResult result{.name = name_of(script, options)};
  if (options.detach)
    throw Error(result.name + ": what runs in the foreground cannot be left running: give an executor");
  const Job job{.name = result.name, .command = script.to_command({.with_entrypoint = true}), .env = script.env};
  job.check();
  if (options.dryrun) {
    out_of(options) << result.name << ": in the foreground\n  command: " << to_shell(job.command) << '\n';
    return result;
  }
  out_of(options).flush();
  const Clock::time_point begin = Clock::now();
  detail::CaughtSignals signals;
  detail::Process process(
      {.command = job.command, .environment = detail::environment_of(job.env, false), .in_foreground = true});
  result.state = JobState::running;
  while (!process.has_ended()) {
    const int watched[] = {process.watched()};
    detail::wait_for_any(watched, std::chrono::milliseconds(100));
    for (const int signal : signals.take()) {
      // The terminal has sent its own to the script, too.
      if (signal != SIGINT && signal != SIGQUIT) process.send(signal);
      result.signal = signal;
    }
  }
  const ExitStatus status = process.reap();
  result.seconds = detail::seconds_since(begin);
  result.attempts = 1;
  result.tasks = {{.status = status, .seconds = result.seconds}};
  result.state = result.signal != 0 ? JobState::cancelled : status.ok() ? JobState::succeeded : JobState::failed;
  if (result.state == JobState::failed) result.failed_rank = 0;
  return result;
}

JobResult detail::run(const NodePtr& task, const Executor& executor, const RunOptions& options) {
  if (const auto script = script_of(task)) return run::run(*script, executor, options);
  detail::check_children();
  if (task->target->is_container)
    throw Error("a container of configurations cannot be run: expected a Partial or a Config of a class or function");
  const std::string config = detail::to_text(*task, Format::yaml, {});
  return launch(name_of(*task, options), executor, options, [&](Job& job) {
    job.command = {this_program(), detail::kChildOption, executor.path_in_job(job.folder + "/" + kConfigFile, job)};
    job.env = {{detail::kChildVariable, "1"}};
    job.files.push_back({.name = kConfigFile, .text = config});
  });
}

JobResult run(const Graph& task, const Executor& executor, const RunOptions& options) {
  return detail::run(GraphAccess::node(task).shared_from_this(), executor, options);
}

JobResult run(const Script& script, const Executor& executor, const RunOptions& options) {
  script.check();
  return launch(name_of(script, options), executor, options, [&](Job& job) {
    Script file = script;
    if (!script.text.empty()) {
      job.files.push_back({.name = kScriptFile, .text = script.file_text(), .is_executable = true});
      file.path = executor.path_in_job(job.folder + "/" + kScriptFile, job);
      file.text.clear();
    }
    job.command = file.to_command({.with_entrypoint = true});
    job.env = script.env;
  });
}

}  // namespace run
