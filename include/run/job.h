// A job: a command and all that it needs, as one value, whoever runs it; and what has become of one.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace run {

/// A file that is put into the job's folder before it starts.
struct JobFile {
  std::string name = {};
  std::string text = {};
  bool is_executable = false;
};

/// What is to be run. An executor fills in what it decides (`Executor::prepare`), then runs it (`submit`).
struct Job {
  std::string name = {};
  /// The program and its arguments, exactly: no shell reads them. A name without a slash is looked for in PATH.
  std::vector<std::string> command = {};
  /// Added to the environment of this process; with `clear_env` all that there is.
  std::map<std::string, std::string> env = {};
  bool clear_env = false;
  /// Where the command begins; empty: in the working folder of this process.
  std::string working_dir = {};
  /// The folder of this job alone, for its files and logs.
  std::string folder = {};
  std::vector<JobFile> files = {};
  /// How many processes run the command, side by side.
  int ntasks = 1;
  /// Seconds that an attempt may take; 0: any time.
  double time_limit = 0;
  /// How often it is begun again after it has failed (not: was cancelled, or has taken too long).
  int retries = 0;
  /// Whether what the tasks write to stderr has files of its own.
  bool separate_logs = false;

  /// Throws Error where it cannot be run by anybody: no command, a NUL in a word, `=` in the name of a variable, a file
  /// outside of the folder, fewer than one task, a negative time.
  void check() const;
};

/// How a process has ended.
struct ExitStatus {
  int code = 0;    // what it returned, where no signal ended it
  int signal = 0;  // that ended it; 0: none

  bool ok() const { return code == 0 && signal == 0; }
  /// As a shell says it: 128 + signal.
  int shell() const { return signal != 0 ? 128 + signal : code; }
  /// `exit status 3`, `killed by signal 9 (SIGKILL)`
  std::string text() const;
  bool operator==(const ExitStatus&) const = default;
};

enum class JobState : unsigned char { prepared, running, succeeded, failed, cancelled, timed_out };

/// `timed out`
std::string to_text(JobState state);
inline bool has_ended(JobState state) { return state > JobState::running; }

struct TaskResult {
  int rank = 0;
  ExitStatus status = {};
  std::string out = {};  // the log file
  std::string err = {};  // the one of stderr, where it has its own
  double seconds = 0;
};

struct JobResult {
  std::string name = {};
  JobState state = JobState::prepared;
  std::string id = {};      // what the executor calls it
  std::string folder = {};  // empty where it had none: it ran in this process
  std::vector<TaskResult> tasks = {};
  int failed_rank = -1;  // the task that failed first
  int signal = 0;        // that this process was sent, and handed on
  int code = 0;          // what it returned, where no task is told: as a task of this process, or as a whole
  int attempts = 0;
  double seconds = 0;  // of all attempts

  bool ok() const { return state == JobState::succeeded; }
  /// For `main`: 0 where all tasks succeeded, what the first that failed returned (1 where that is not known), 128 +
  /// signal, 124 after the time limit. 0 for what is only prepared, or still runs.
  int exit_status() const;
  /// One line: what has become of it, after how long, and where its logs are.
  std::string text() const;
};

/// What has become of the job with that folder, as its `job.json` says; for one that was left running, as of its last
/// change. Throws Error where there is none.
JobResult read_job(const std::string& folder);

// For executors.

/// Writes the job's files into its folder, which is there: the first that `Executor::submit` does. Throws Error.
void write_files(const Job& job);
/// Writes `job.json`: the job, and what has become of it. `run` does it for the jobs that it waits for, and
/// `Executor::detach` for those that it leaves running. Throws Error.
void write_job(const Job& job, const JobResult& result);

/// A command as a line that a POSIX shell reads as these very words. For showing, and for script files; nothing here
/// runs commands by a shell.
std::string to_shell(const std::vector<std::string>& command);

}  // namespace run
