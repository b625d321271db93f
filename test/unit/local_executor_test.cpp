// Jobs as processes of this machine.
#include <gtest/gtest.h>
#include <run/launch.h>
#include <run/local_executor.h>
#include <run/watch.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "run/error.h"
#include "targets.h"

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

std::string content(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::size_t open_files() {
  const auto files = fs::directory_iterator("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(fs::begin(files), fs::end(files)));
}

template <class Action>
std::string error_of(Action&& action) {
  try {
    action();
  } catch (const run::Error& error) {
    return error.what();
  }
  return "";
}

/// Whether there is such a process, and it has not ended: what nobody has waited for yet counts as ended.
bool runs(int process) {
  const std::string stat = content("/proc/" + std::to_string(process) + "/stat");
  return !stat.empty() && stat.substr(stat.rfind(')') + 2, 1) != "Z";
}

/// A folder for each test, and nothing left behind: no process, no file that is still open.
class LocalExecutor : public testing::Test {
 protected:
  LocalExecutor() {
    std::string pattern = (fs::temp_directory_path() / "local_executor_test.XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    local.job_dir = folder;
    local.grace = 5;
  }
  ~LocalExecutor() override { fs::remove_all(folder); }
  void TearDown() override {
    EXPECT_EQ(open_files(), files_before);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);  // no child, running or dead
    EXPECT_EQ(errno, ECHILD);
  }

  run::JobResult run_text(const std::string& text) {
    return run::run(run::Script{.text = text, .entrypoint = "/bin/sh"}, local, {.tail_logs = false});
  }
  std::string log(const std::string& name = "task-0.log") const { return content(folder + "/" + name); }
  /// Waits, for a bounded time, until a log has some text.
  bool says(const std::string& text, const std::string& name = "task-0.log") const {
    for (int i = 0; i < 1000; ++i) {
      if (log(name).find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
  }
  std::unique_ptr<run::RunningJob> submit(const std::string& text) {
    return local.submit(local.prepare({.name = "test", .command = {"/bin/sh", "-c", text}, .folder = folder}));
  }

  std::string folder;
  run::LocalExecutor local;
  std::size_t files_before = open_files();
};

TEST_F(LocalExecutor, RunsAScript) {
  const run::JobResult result = run_text("echo out; echo err >&2; cat; echo $PWD");
  EXPECT_EQ(result.state, run::JobState::succeeded);
  EXPECT_EQ(result.exit_status(), 0);
  EXPECT_EQ(result.attempts, 1);
  ASSERT_EQ(result.tasks.size(), 1U);
  EXPECT_EQ(result.tasks[0].out, folder + "/task-0.log");
  EXPECT_EQ(log(), "out\nerr\n" + fs::current_path().string() + "\n");
  EXPECT_EQ(content(folder + "/script"), "#!/bin/sh\necho out; echo err >&2; cat; echo $PWD");
  EXPECT_EQ(run::read_job(folder).text(), result.text());
}

TEST_F(LocalExecutor, HandsWordsOnAsTheyAre) {
  const run::Script script{.text = "for word; do echo \"<$word>\"; done",
                           .args = {"a b", "$HOME", "'", "\"", "*", "`id`", ""},
                           .entrypoint = "/bin/sh"};
  EXPECT_TRUE(run::run(script, local, {.tail_logs = false}).ok());
  EXPECT_EQ(log(), "<a b>\n<$HOME>\n<'>\n<\">\n<*>\n<`id`>\n<>\n");
}

TEST_F(LocalExecutor, TellsTheExitStatus) {
  EXPECT_EQ(run_text("exit 3").exit_status(), 3);
  const run::JobResult killed = run_text("kill -9 $$");
  EXPECT_EQ(killed.state, run::JobState::failed);
  EXPECT_EQ(killed.exit_status(), 128 + 9);
  EXPECT_EQ(killed.tasks[0].status.text(), "killed by signal 9 (SIGKILL)");
  EXPECT_NE(killed.text().find("failed after"), std::string::npos) << killed.text();
}

TEST_F(LocalExecutor, GivesTheEnvironment) {
  ::setenv("RUN_TEST_HERE", "here", 1);
  local.env = {{"A", "executor"}, {"B", "executor"}};
  const run::Script script{
      .text = "echo $A $B $RUN_TEST_HERE", .env = {{"A", "the script's, with = and '"}}, .entrypoint = "/bin/sh"};
  EXPECT_TRUE(run::run(script, local, {.tail_logs = false}).ok());
  EXPECT_EQ(log(), "the script's, with = and ' executor here\n");

  local.clear_env = true;
  const run::JobResult result =
      run::run(run::Script{.text = "env", .entrypoint = "/bin/sh"}, local, {.tail_logs = false});
  EXPECT_TRUE(result.ok());
  EXPECT_NE(log().find("RANK=0\n"), std::string::npos);
  EXPECT_EQ(log().find("RUN_TEST_HERE"), std::string::npos);
  ::unsetenv("RUN_TEST_HERE");
}

TEST_F(LocalExecutor, BeginsInTheWorkingFolder) {
  local.working_dir = "/";
  EXPECT_TRUE(run_text("pwd").ok());
  EXPECT_EQ(log(), "/\n");
  local.working_dir = folder + "/none";
  EXPECT_EQ(error_of([&] { run_text("pwd"); }), "job pwd: working_dir: " + folder + "/none is no folder");
}

TEST_F(LocalExecutor, RunsSeveralTasks) {
  local.ntasks = 3;
  const run::JobResult result =
      run_text("echo $RANK/$WORLD_SIZE $LOCAL_RANK/$LOCAL_WORLD_SIZE $RUN_ATTEMPT; test -d $RUN_JOB_DIR");
  EXPECT_TRUE(result.ok());
  ASSERT_EQ(result.tasks.size(), 3U);
  for (int rank = 0; rank < 3; ++rank) {
    const std::string own = std::to_string(rank) + "/3";
    EXPECT_EQ(log("task-" + std::to_string(rank) + ".log"), own + " " + own + " 0\n");
  }
}

TEST_F(LocalExecutor, EndsAllTasksWhenOneFails) {
  local.ntasks = 2;
  const run::JobResult result = run_text("if [ $RANK = 1 ]; then exit 4; fi; sleep 600");
  EXPECT_EQ(result.state, run::JobState::failed);
  EXPECT_EQ(result.failed_rank, 1);
  EXPECT_EQ(result.exit_status(), 4);
  EXPECT_EQ(result.tasks[0].status.signal, SIGTERM);
}

TEST_F(LocalExecutor, KeepsLogsApart) {
  local.separate_logs = true;
  const run::JobResult result = run_text("echo out; echo err >&2");
  EXPECT_EQ(log("task-0.out"), "out\n");
  EXPECT_EQ(log("task-0.err"), "err\n");
  EXPECT_EQ(result.tasks[0].err, folder + "/task-0.err");
}

TEST_F(LocalExecutor, LimitsTheTime) {
  local.time_limit = 0.1;
  const run::JobResult result = run_text("sleep 600");
  EXPECT_EQ(result.state, run::JobState::timed_out);
  EXPECT_EQ(result.exit_status(), 124);
  EXPECT_GE(result.seconds, 0.1);
  EXPECT_LT(result.seconds, 60);
}

TEST_F(LocalExecutor, KillsWhatDoesNotEnd) {
  local.grace = 0.1;
  // Neither the script nor what it has started listens to SIGTERM.
  const auto job = submit("trap '' TERM; sleep 600 & echo $! begun; while :; do sleep 600; done");
  ASSERT_TRUE(says("begun"));
  const int other = std::stoi(log());
  job->cancel();
  const run::JobResult result = job->wait();
  EXPECT_EQ(result.state, run::JobState::cancelled);
  EXPECT_EQ(result.tasks[0].status.signal, SIGKILL);
  for (int i = 0; i < 1000 && runs(other); ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_FALSE(runs(other));
}

TEST_F(LocalExecutor, TriesAgain) {
  local.retries = 2;
  const run::JobResult result = run_text("echo attempt $RUN_ATTEMPT; test $RUN_ATTEMPT = 1");
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(result.attempts, 2);
  EXPECT_EQ(log(), "attempt 0\n");
  EXPECT_EQ(log("task-0.retry-1.log"), "attempt 1\n");

  const run::JobResult failed = run_text("exit 5");
  EXPECT_EQ(failed.exit_status(), 5);
  EXPECT_EQ(failed.attempts, 3);
}

TEST_F(LocalExecutor, CanBeWatchedAndCancelled) {
  const auto job = submit("trap 'echo asked; exit 0' TERM; echo begun; while :; do sleep 0.01; done");
  ASSERT_TRUE(says("begun"));
  EXPECT_EQ(job->status(), run::JobState::running);
  EXPECT_NE(job->result().id, "");
  job->cancel();
  const run::JobResult result = job->wait();
  EXPECT_EQ(result.state, run::JobState::cancelled);
  EXPECT_EQ(result.exit_status(), 128 + SIGTERM);
  EXPECT_TRUE(says("asked\n"));
}

TEST_F(LocalExecutor, EndsAJobThatNobodyWaitsFor) {
  int process = 0;
  {
    const auto job = submit("echo $$ begun; exec sleep 600");
    ASSERT_TRUE(says("begun"));
    process = std::stoi(log());
    EXPECT_TRUE(runs(process));
  }
  EXPECT_FALSE(runs(process));
}

TEST_F(LocalExecutor, HandsSignalsOn) {
  // One that is ignored, as behind `&` in a script, stays ignored, by the tasks, too.
  struct sigaction ours {};
  struct sigaction before {};
  ::sigaction(SIGINT, nullptr, &ours);
  before.sa_handler = SIG_DFL;
  ::sigaction(SIGINT, &before, nullptr);
  const auto job = submit("trap 'echo interrupted; exit 7' INT; echo begun; while :; do sleep 0.01; done");
  ASSERT_TRUE(says("begun"));
  std::thread user([&] {
    // As soon as it is caught: before, it would end this test.
    struct sigaction now {};
    do {
      std::this_thread::sleep_for(milliseconds(5));
      ::sigaction(SIGINT, nullptr, &now);
    } while (now.sa_handler == before.sa_handler);
    ::kill(::getpid(), SIGINT);
  });
  const run::JobResult result = run::watch(*job, {});
  user.join();
  EXPECT_EQ(result.state, run::JobState::cancelled);
  EXPECT_EQ(result.exit_status(), 128 + SIGINT);
  EXPECT_EQ(result.tasks[0].status.code, 7);
  EXPECT_TRUE(says("interrupted\n"));
  struct sigaction after {};
  ::sigaction(SIGINT, nullptr, &after);
  EXPECT_EQ(after.sa_handler, before.sa_handler);
  ::sigaction(SIGINT, &ours, nullptr);
}

TEST_F(LocalExecutor, LosesNoSignal) {
  // It arrives when nobody waits for the job any more: what it means to the program comes then.
  static volatile sig_atomic_t seen = 0;
  struct sigaction before {};
  struct sigaction ours {};
  ours.sa_handler = [](int) { seen = 1; };
  ::sigaction(SIGTERM, &ours, &before);
  class Late : public run::LocalExecutor {
   public:
    std::unique_ptr<run::RunningJob> submit(const run::Job& job) const override {
      auto running = run::LocalExecutor::submit(job);
      running->wait();
      ::raise(SIGTERM);
      EXPECT_EQ(seen, 0);
      return running;
    }
  } late;
  late.job_dir = folder;
  EXPECT_TRUE(run::run(run::Script{.text = "true", .entrypoint = "/bin/sh"}, late, {.tail_logs = false}).ok());
  EXPECT_EQ(seen, 1);
  ::sigaction(SIGTERM, &before, nullptr);
}

TEST_F(LocalExecutor, ShowsTheLog) {
  local.ntasks = 2;
  local.retries = 1;
  std::ostringstream out;
  const run::Script script{.text = "echo line $RUN_ATTEMPT; printf end; exit $((RANK * (1 - RUN_ATTEMPT)))",
                           .entrypoint = "/bin/sh"};
  EXPECT_TRUE(run::run(script, local, {.out = &out}).ok());
  // The first task of the first attempt may have been ended before it could say anything.
  for (const char* line : {"[1] line 0\n", "[1] end\n", "[0] line 1\n", "[1] line 1\n"})
    EXPECT_NE(out.str().find(line), std::string::npos) << out.str();
  EXPECT_EQ(out.str().find('\x1b'), std::string::npos);

  local.ntasks = 1;
  out.str("");
  EXPECT_TRUE(run::run(script, local, {.out = &out}).ok());
  EXPECT_EQ(out.str(), "line 0\nend\n");
}

TEST_F(LocalExecutor, OpensNoFilesForTheTasks) {
  constexpr int kInherited = 77;  // as a library would that forgets O_CLOEXEC
  ASSERT_EQ(::dup2(STDERR_FILENO, kInherited), kInherited);
  const run::JobResult result = run_text("test -e /proc/self/fd/2 && test ! -e /proc/self/fd/77");
  ::close(kInherited);
  EXPECT_TRUE(result.ok());
}

TEST_F(LocalExecutor, ShowsADryRun) {
  local.job_dir = folder + "/none";
  local.env = {{"A", "b c"}};
  local.ntasks = 2;
  std::ostringstream out;
  const run::JobResult result = run::run(run::Script{.text = "echo"}, local, {.dryrun = true, .out = &out});
  EXPECT_EQ(result.state, run::JobState::prepared);
  EXPECT_FALSE(fs::exists(local.job_dir));
  EXPECT_EQ(out.str(), "echo: by local, in " + local.job_dir + "\n  command: bash " + local.job_dir +
                           "/script\n  env: 'A=b c'\n  ntasks: 2\n  script:\n    #!/usr/bin/env bash\n    echo\n");
}

TEST_F(LocalExecutor, RefusesWhatCannotRun) {
  EXPECT_EQ(error_of([&] { run::run(run::Script{.path = "x", .entrypoint = "no-such-program"}, local); }),
            "no-such-program: it cannot be run: No such file or directory");
  local.ntasks = 0;
  local.job_dir = folder + "/none";
  EXPECT_EQ(error_of([&] { run_text("true"); }), "job true: ntasks: expected 1 or more, found 0");
  EXPECT_FALSE(fs::exists(local.job_dir));
  local.ntasks = 1;
  local.time_limit = -1;
  EXPECT_EQ(error_of([&] { run_text("true"); }), "job true: time_limit: expected seconds, 0 or more, found -1.0");
  local.time_limit = 0;
  local.env = {{"A=", ""}};
  EXPECT_EQ(error_of([&] { run_text("true"); }), "job true: env: expected the name of a variable, found \"A=\"");
  local.env = {{"RANK", "3"}};
  EXPECT_EQ(error_of([&] { run_text("true"); }),
            "local executor: env: RANK is the executor's to set: each task is told its own");
  local.env.clear();
  ::signal(SIGCHLD, SIG_IGN);
  EXPECT_NE(error_of([&] { run_text("true"); }).find("ignores SIGCHLD"), std::string::npos);
  ::signal(SIGCHLD, SIG_DFL);
}

/// As one for a container: the files have other names there, and the command stands behind that of another program.
class Elsewhere : public run::LocalExecutor {
 public:
  std::string name() const override { return "elsewhere"; }
  std::string path_in_job(const std::string& path, const run::Job& job) const override {
    return "/proc/self/cwd" + path.substr(job.folder.size());
  }
  run::Job prepare(run::Job job) const override {
    job.working_dir = job.folder;
    job.command.insert(job.command.begin(), {"nice", "-n", "1"});
    return run::LocalExecutor::prepare(std::move(job));
  }
};

TEST_F(LocalExecutor, IsOneOfMany) {
  Elsewhere elsewhere;
  elsewhere.job_dir = folder;
  std::ostringstream out;
  EXPECT_TRUE(run::run(run::Script{.text = "echo $0; pwd", .entrypoint = "sh"}, elsewhere, {.out = &out}).ok());
  EXPECT_EQ(out.str(), "/proc/self/cwd/script\n" + folder + "\n");
}

TEST_F(LocalExecutor, OutlivesTheReaderOfItsLog) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  std::ofstream out("/dev/fd/" + std::to_string(ends[1]));
  ::close(ends[1]);
  ::close(ends[0]);
  const run::Script script{.text = "for i in 1 2 3; do echo $i; sleep 0.1; done", .entrypoint = "/bin/sh"};
  EXPECT_TRUE(run::run(script, local, {.out = &out}).ok());
  EXPECT_EQ(log(), "1\n2\n3\n");
  EXPECT_FALSE(out.good());
  ::signal(SIGPIPE, SIG_IGN);  // what could not be written is tried again
  out.close();
  ::signal(SIGPIPE, SIG_DFL);
}

TEST_F(LocalExecutor, WritesItsState) {
  local.env = {{"TOKEN", "secret"}};
  run_text("exit 3");
  EXPECT_EQ(run::read_job(folder).failed_rank, 0);
  EXPECT_EQ(content(folder + "/job.json").find("secret"), std::string::npos);
  std::ofstream(folder + "/job.json") << "{\"name\": \"x\"}";
  EXPECT_EQ(error_of([&] { run::read_job(folder); }).find(folder + "/job.json: this is not the state of a job: "), 0U);
}

TEST_F(LocalExecutor, LeavesAJobRunning) {
  const run::Script script{.text = "while [ ! -e $RUN_JOB_DIR/go ]; do sleep 0.01; done; echo gone; exit 6",
                           .entrypoint = "/bin/sh"};
  const run::JobResult started = run::run(script, local, {.detach = true});
  EXPECT_EQ(started.state, run::JobState::running);
  EXPECT_EQ(run::read_job(folder).state, run::JobState::running);
  EXPECT_EQ(run::read_job(folder).id, started.id);
  std::ofstream(folder + "/go").put('\n');
  ASSERT_TRUE(says("gone"));
  for (int i = 0; i < 1000 && !run::has_ended(run::read_job(folder).state); ++i)
    std::this_thread::sleep_for(milliseconds(10));
  EXPECT_EQ(run::read_job(folder).exit_status(), 6);

  EXPECT_EQ(
      error_of([&] { run::run(run::Script{.path = "x", .entrypoint = "no-such-program"}, local, {.detach = true}); }),
      "no-such-program: it cannot be run: No such file or directory");
}

/// Throws what is no std::exception.
class Careless : public run::LocalExecutor {
 public:
  std::unique_ptr<run::RunningJob> submit(const run::Job&) const override { throw 7; }
};

TEST_F(LocalExecutor, WhatAnExecutorThrowsEndsInTheProcessThatWatches) {
  Careless careless;
  careless.job_dir = folder;
  EXPECT_EQ(error_of([&] { run::run(run::Script{.path = "x", .entrypoint = "sh"}, careless, {.detach = true}); }),
            "x: the executor threw an exception that is no std::exception");
}

TEST_F(LocalExecutor, MakesFolders) {
  ::setenv("RUN_HOME", folder.c_str(), 1);
  local.job_dir.clear();
  const run::Script script{.text = "true", .entrypoint = "/bin/sh"};
  const run::JobResult first = run::run(script, local, {.name = "a b/c", .tail_logs = false});
  const run::JobResult second = run::run(script, local, {.name = "a b/c", .tail_logs = false});
  ::unsetenv("RUN_HOME");
  EXPECT_NE(first.folder, second.folder);
  EXPECT_EQ(first.folder.find(folder + "/a_b_c/a_b_c_20"), 0U) << first.folder;
  EXPECT_TRUE(fs::exists(second.folder + "/task-0.log"));
}

TEST(Run, RunsAScriptInTheForeground) {
  testing::internal::CaptureStdout();
  const run::JobResult result =
      run::run(run::Script{.text = "echo $1 $X; exit 2", .args = {"a  b"}, .env = {{"X", "y"}}});
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "a b y\n");
  EXPECT_EQ(result.state, run::JobState::failed);
  EXPECT_EQ(result.exit_status(), 2);
}

TEST(Run, RunsAConfigurationHere) {
  std::ostringstream out;
  EXPECT_TRUE(run::run(run::Config<zoo::Fixed>({.number = 3})).ok());
  EXPECT_EQ(run::run(run::Partial<zoo::Fixed>({.number = 3}), {.dryrun = true, .out = &out}).state,
            run::JobState::prepared);
  EXPECT_EQ(out.str(), "Fixed: in this process\n_target_: zoo::Fixed\n_partial_: true\nnumber: 3\n");
}

TEST(Run, StartsNoProcessOfAProgramThatDoesNotExpectIt) {
  const run::LocalExecutor local;
  EXPECT_NE(
      error_of([&] { run::run(run::Config<zoo::Fixed>({.number = 3}), local); }).find("run::run_child(argc, argv)"),
      std::string::npos);
  // As a child that has not called it would be.
  ::setenv("RUN_CHILD", "1", 1);
  EXPECT_NE(error_of([&] { run::run(run::Config<zoo::Fixed>({.number = 3}), local); }).find("main has not called"),
            std::string::npos);
  ::unsetenv("RUN_CHILD");
}

}  // namespace
