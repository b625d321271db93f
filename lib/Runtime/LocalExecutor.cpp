#include <signal.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

#include "Clock.h"
#include "Process.h"
#include "run/error.h"
#include "run/local_executor.h"
#include "run/value.h"

namespace run {
namespace {

using detail::Clock;
using detail::Process;
using detail::seconds_since;

Clock::duration duration_of(double seconds) {
  constexpr double kLongest = 1e9;  // what a clock can count, and longer than anybody waits
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(std::min(seconds, kLongest)));
}

struct Task {
  TaskResult result;
  std::optional<Process> process;  // none once it was reaped
};

class LocalJob : public RunningJob {
 public:
  LocalJob(Job job, double grace) : job_(std::move(job)), grace_(grace) { start(); }
  ~LocalJob() override {
    if (has_ended(state_)) return;
    try {
      LocalJob::cancel(SIGTERM);
      while (!has_ended(LocalJob::wait_for(std::chrono::hours(1)))) {
      }
    } catch (const Error&) {  // of an exit status that is lost; what is left is killed
    }
  }

  JobState wait_for(std::chrono::milliseconds at_most) override;
  void cancel(int signal) override;
  JobResult result() const override;
  std::vector<std::string> logs() const override { return logs_; }

 private:
  void start();
  void start(Task& task, const std::string& log);
  void look();
  void begin_end(JobState why);
  void finish();
  std::optional<Clock::time_point> next_deadline() const;
  bool runs() const;

  Job job_;
  double grace_;
  std::vector<Task> tasks_;
  std::vector<std::string> logs_;
  JobState state_ = JobState::running;
  JobState end_ = JobState::running;  // what it will have been, once its processes are gone; running: nothing ends it
  Clock::time_point first_begin_ = Clock::now();
  Clock::time_point begin_;
  std::optional<Clock::time_point> kill_at_;
  int attempt_ = 0;
  int failed_rank_ = -1;
  int signal_ = 0;
  double seconds_ = 0;
};

/// What each task is told of itself.
std::map<std::string, std::string> told(const Job& job, int rank, int attempt) {
  const std::string number = std::to_string(rank);
  const std::string count = std::to_string(job.ntasks);
  return {{"RANK", number},
          {"LOCAL_RANK", number},
          {"WORLD_SIZE", count},
          {"LOCAL_WORLD_SIZE", count},
          {"RUN_JOB_DIR", job.folder},
          {"RUN_ATTEMPT", std::to_string(attempt)}};
}

void LocalJob::start(Task& task, const std::string& log) {
  std::map<std::string, std::string> env = told(job_, task.result.rank, attempt_);
  env.insert(job_.env.begin(), job_.env.end());

  task.result.out = log + (job_.separate_logs ? ".out" : ".log");
  if (job_.separate_logs) task.result.err = log + ".err";
  const detail::OpenFile out = detail::create_log(task.result.out);
  const detail::OpenFile err = job_.separate_logs ? detail::create_log(task.result.err) : detail::OpenFile();
  logs_.push_back(task.result.out);
  if (err) logs_.push_back(task.result.err);
  task.process.emplace(detail::Spawn{.command = job_.command,
                                     .environment = detail::environment_of(env, job_.clear_env),
                                     .working_dir = job_.working_dir,
                                     .out = out.number(),
                                     .err = err ? err.number() : out.number()});
}

void LocalJob::start() {
  begin_ = Clock::now();
  end_ = JobState::running;
  kill_at_.reset();
  failed_rank_ = -1;
  tasks_.clear();
  tasks_.resize(static_cast<std::size_t>(job_.ntasks));
  const std::string suffix = attempt_ == 0 ? "" : ".retry-" + std::to_string(attempt_);
  for (std::size_t rank = 0; rank < tasks_.size(); ++rank) {
    tasks_[rank].result.rank = static_cast<int>(rank);
    start(tasks_[rank], job_.folder + "/task-" + std::to_string(rank) + suffix);  // those before it go if it throws
  }
}

bool LocalJob::runs() const {
  return std::any_of(tasks_.begin(), tasks_.end(), [](const Task& task) { return task.process.has_value(); });
}

void LocalJob::begin_end(JobState why) {
  if (end_ != JobState::running) return;
  end_ = why;
  kill_at_ = Clock::now() + duration_of(grace_);
}

void LocalJob::cancel(int signal) {
  if (has_ended(state_)) return;
  signal_ = signal;
  if (end_ == JobState::running || end_ == JobState::failed) {
    begin_end(JobState::cancelled);
    end_ = JobState::cancelled;
  }
  for (const Task& task : tasks_)
    if (task.process) task.process->send(signal);
}

/// Reaps what has ended, and asks the rest to end where it must.
void LocalJob::look() {
  const JobState before = end_;
  for (Task& task : tasks_) {
    if (!task.process || !task.process->has_ended()) continue;
    task.result.seconds = seconds_since(begin_);
    // Its group lives on as long as it is not reaped: what it started goes with it where all is to go.
    if (end_ != JobState::running) task.process->send(SIGKILL);
    task.result.status = task.process->reap();
    task.process.reset();
    if (task.result.status.ok() || end_ != JobState::running) continue;
    failed_rank_ = task.result.rank;
    begin_end(JobState::failed);
  }
  if (job_.time_limit > 0 && runs() && Clock::now() >= begin_ + duration_of(job_.time_limit))
    begin_end(JobState::timed_out);
  const bool asks = before == JobState::running && end_ != JobState::running;
  const bool kills = kill_at_ && Clock::now() >= *kill_at_;
  for (const Task& task : tasks_) {
    if (!task.process) continue;
    if (asks) task.process->send(SIGTERM);
    if (kills) task.process->send(SIGKILL);
  }
}

void LocalJob::finish() {
  if (end_ == JobState::failed && attempt_ < job_.retries) {
    ++attempt_;
    start();
    return;
  }
  state_ = end_ == JobState::running ? JobState::succeeded : end_;
  seconds_ = seconds_since(first_begin_);
}

std::optional<Clock::time_point> LocalJob::next_deadline() const {
  if (end_ != JobState::running) {
    // Killed already: they are gone in a moment.
    return *kill_at_ > Clock::now() ? *kill_at_ : Clock::now() + std::chrono::milliseconds(100);
  }
  if (job_.time_limit > 0) return begin_ + duration_of(job_.time_limit);
  return std::nullopt;
}

JobState LocalJob::wait_for(std::chrono::milliseconds at_most) {
  if (has_ended(state_)) return state_;
  look();
  if (runs() && at_most.count() > 0) {
    if (const auto deadline = next_deadline()) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
      at_most = std::clamp(left, std::chrono::milliseconds(0), at_most);
    }
    std::vector<int> watched;
    for (const Task& task : tasks_)
      if (task.process) watched.push_back(task.process->watched());
    detail::wait_for_any(watched, at_most);
    look();
  }
  if (!runs()) finish();
  return state_;
}

JobResult LocalJob::result() const {
  JobResult result{.name = job_.name, .state = state_, .folder = job_.folder};
  for (const Task& task : tasks_) {
    result.tasks.push_back(task.result);
    if (!task.process) continue;
    result.tasks.back().seconds = seconds_since(begin_);
    result.id += (result.id.empty() ? "process " : ", ") + std::to_string(task.process->id());
  }
  result.failed_rank = failed_rank_;
  result.signal = state_ == JobState::cancelled || end_ == JobState::cancelled ? signal_ : 0;
  result.attempts = attempt_ + 1;
  result.seconds = has_ended(state_) ? seconds_ : seconds_since(first_begin_);
  return result;
}

}  // namespace

Job LocalExecutor::prepare(Job job) const {
  if (!(grace >= 0))
    throw Error("local executor: grace: expected seconds, 0 or more, found " + detail::real_text(grace));
  if (clear_env) job.clear_env = true;
  if (separate_logs) job.separate_logs = true;
  job = Executor::prepare(std::move(job));
  for (const auto& [name, value] : told(job, 0, 0))
    if (job.env.contains(name))
      throw Error("local executor: env: " + name + " is the executor's to set: each task is told its own");
  return job;
}

std::unique_ptr<RunningJob> LocalExecutor::submit(const Job& job) const {
  job.check();
  struct sigaction on_child {};
  ::sigaction(SIGCHLD, nullptr, &on_child);
  if (on_child.sa_handler == SIG_IGN || (on_child.sa_flags & SA_NOCLDWAIT) != 0)
    throw Error("job " + job.name + ": this process ignores SIGCHLD, so the end of a task could not be seen");
  std::error_code error;
  if (!job.working_dir.empty() && !std::filesystem::is_directory(job.working_dir, error))
    throw Error("job " + job.name + ": working_dir: " + job.working_dir + " is no folder");
  write_files(job);
  return std::make_unique<LocalJob>(job, grace);
}

}  // namespace run
