// An executor that is made of the public interface alone, as one for a cluster is: it hands a script to somebody else,
// and asks what has become of it.
#include <gtest/gtest.h>
#include <run/launch.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "run/error.h"

namespace {

namespace fs = std::filesystem;

/// What the queue knows of a job: its number while it runs, its exit status behind that once it has ended.
class QueuedJob : public run::RunningJob {
 public:
  QueuedJob(run::Job job, bool tells_tasks) : job_(std::move(job)), tells_tasks_(tells_tasks) {}
  ~QueuedJob() override {
    if (run::has_ended(state_)) return;
    QueuedJob::cancel(SIGTERM);
    wait();
  }
  run::JobState wait_for(std::chrono::milliseconds at_most) override {
    const auto end = std::chrono::steady_clock::now() + at_most;
    do {
      std::ifstream(job_.folder + "/id") >> id_;
      if (std::ifstream(job_.folder + "/status") >> code_)
        state_ = signal_ != 0 ? run::JobState::cancelled
                 : code_ == 0 ? run::JobState::succeeded
                              : run::JobState::failed;
      else
        std::this_thread::sleep_for(std::min(at_most, std::chrono::milliseconds(5)));
    } while (!run::has_ended(state_) && std::chrono::steady_clock::now() < end);
    return state_;
  }
  void cancel(int signal) override {
    signal_ = signal;
    while (id_ == 0) wait_for(std::chrono::milliseconds(5));
    ::kill(id_, signal);
  }
  run::JobResult result() const override {
    run::JobResult result{.name = job_.name, .state = state_, .id = "queue 7", .folder = job_.folder};
    result.signal = signal_;
    result.code = code_;
    result.attempts = 1;
    if (tells_tasks_)
      for (int rank = 0; rank < job_.ntasks; ++rank) result.tasks.push_back({.rank = rank, .out = logs()[0]});
    return result;
  }
  std::vector<std::string> logs() const override { return {job_.folder + "/queue-7.out"}; }

 private:
  run::Job job_;
  bool tells_tasks_;
  run::JobState state_ = run::JobState::running;
  int id_ = 0;
  int code_ = 0;
  int signal_ = 0;
};

class Queue : public run::Executor {
 public:
  std::string name() const override { return "queue"; }
  run::Job prepare(run::Job job) const override {
    job = Executor::prepare(std::move(job));
    std::string text = "#!/bin/sh\n" + run::to_shell({"cd", job.working_dir}) + "\n";
    for (const auto& [variable, value] : job.env) text += run::to_shell({"export", variable + "=" + value}) + "\n";
    text += "exec " + run::to_shell(job.command) + "\n";
    job.files.push_back({.name = "job.sh", .text = text, .is_executable = true});
    return job;
  }
  std::unique_ptr<run::RunningJob> submit(const run::Job& job) const override {
    run::write_files(job);
    start(job);
    return std::make_unique<QueuedJob>(job, tells_tasks);
  }
  /// What it does not watch goes on without it.
  run::JobResult detach(const run::Job& job) const override {
    run::write_files(job);
    start(job);
    const run::JobResult result{
        .name = job.name, .state = run::JobState::running, .id = "queue 7", .folder = job.folder};
    run::write_job(job, result);
    return result;
  }

  bool tells_tasks = true;

 private:
  static void start(const run::Job& job) {
    const std::string watched =
        "./job.sh > queue-7.out 2>&1 & echo $! > id; wait $!; echo $? > status.new; mv status.new status";
    const std::string line = run::to_shell({"cd", job.folder}) + " && (" + watched + ") &";
    if (std::system(line.c_str()) != 0) throw run::Error("queue: " + job.name + " cannot be started");
  }
};

class Executor : public testing::Test {
 protected:
  Executor() {
    std::string pattern = (fs::temp_directory_path() / "executor_test.XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    queue.job_dir = folder;
    queue.working_dir = "/";
  }
  ~Executor() override { fs::remove_all(folder); }

  run::JobResult run_text(const std::string& text, run::RunOptions options = {}) {
    options.out = &out;
    return run::run(run::Script{.text = text, .args = {"it's"}, .entrypoint = "/bin/sh"}, queue, options);
  }

  std::string folder;
  Queue queue;
  std::ostringstream out;
};

TEST_F(Executor, OfOnesOwnRunsAndShowsItsLog) {
  queue.env = {{"A", "b 'c'"}};
  queue.ntasks = 3;  // which write to one log
  const run::JobResult result = run_text("echo $A $1; pwd; exit 7");
  EXPECT_EQ(result.exit_status(), 7);
  EXPECT_EQ(out.str(), "b 'c' it's\n/\n");
  EXPECT_TRUE(result.text().ends_with(" s, exit status 7 (" + folder + ")")) << result.text();
  EXPECT_EQ(run::read_job(folder).exit_status(), 7);
}

TEST_F(Executor, OfOnesOwnNeedTellNothingOfTasks) {
  queue.tells_tasks = false;
  EXPECT_TRUE(run_text("true").ok());
  fs::remove(folder + "/status");
  EXPECT_EQ(run_text("exit 3").exit_status(), 3);
  EXPECT_EQ(run::read_job(folder).exit_status(), 3);
}

TEST_F(Executor, OfOnesOwnCanBeCancelled) {
  const run::Script script{.text = "trap 'exit 5' TERM; while true; do sleep 0.01; done", .entrypoint = "/bin/sh"};
  const run::Job job = queue.prepare({.name = "x", .command = {"/bin/sh", "-c", script.text}, .folder = folder});
  const auto running = queue.submit(job);
  EXPECT_EQ(running->status(), run::JobState::running);
  running->cancel();
  EXPECT_EQ(running->wait().exit_status(), 128 + SIGTERM);
}

TEST_F(Executor, OfOnesOwnLeavesJobsRunning) {
  const run::JobResult started = run_text("exit 4", {.detach = true});
  EXPECT_EQ(started.state, run::JobState::running);
  EXPECT_EQ(run::read_job(folder).id, "queue 7");
  for (int i = 0; i < 1000 && !fs::exists(folder + "/status"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(fs::exists(folder + "/status"));
}

TEST(JobResult, OfAFailureIsNeverZero) {
  run::JobResult result{.state = run::JobState::failed};
  EXPECT_EQ(result.exit_status(), 1);  // nothing is known
  result.code = 5;
  EXPECT_EQ(result.exit_status(), 5);
  result.tasks = {{.rank = 3, .status = {.signal = SIGKILL}}};  // the only one that is told
  EXPECT_EQ(result.exit_status(), 5);
  result.failed_rank = 3;
  EXPECT_EQ(result.exit_status(), 128 + SIGKILL);
  result.failed_rank = 4;
  EXPECT_EQ(result.exit_status(), 5);
}

}  // namespace
