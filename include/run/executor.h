// Executors: who runs a job, and where. After NeMo-Run's `run.Executor`.
//
// One for another place (a Slurm cluster, a container) derives from Executor and RunningJob; nothing else needs to know
// of it. docs/executors.md shows how.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "run/job.h"
#include "run/standard.h"

namespace run {

/// A job that was submitted. Of use to one thread at a time.
class RunningJob {
 public:
  RunningJob() = default;
  RunningJob(const RunningJob&) = delete;
  RunningJob& operator=(const RunningJob&) = delete;
  /// One that has not ended is cancelled, and waited for.
  virtual ~RunningJob() = default;

  /// Sees what has happened, for at most that long, or until a signal has arrived here or the job has ended; moves it
  /// on (its time limit, its retries). Returns how it stands.
  virtual JobState wait_for(std::chrono::milliseconds at_most) = 0;
  /// Sends the signal to every process of the job, which is cancelled by it: it is not begun again, and what is still
  /// there after the executor's time of grace is killed.
  virtual void cancel(int signal) = 0;
  /// How it stands, as far as it was seen.
  virtual JobResult result() const = 0;
  /// The log files of all tasks, of all attempts so far.
  virtual std::vector<std::string> logs() const = 0;

  JobState status() { return wait_for(std::chrono::milliseconds(0)); }
  /// Asks it to end (SIGTERM).
  void cancel();
  /// Waits for the end. Signals that arrive here are not handed on: `watch` does that.
  JobResult wait();
};

// An attribute of this project, which compilers do not know: the class may be configured.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wattributes"

/// What all executors have. Times are seconds.
class [[run::configurable]] Executor {
 public:
  virtual ~Executor() = default;

  /// For people: `local`.
  virtual std::string name() const = 0;
  /// What this executor adds to a job. REQUIRES: `job` has a folder. Throws Error where it cannot be run here.
  virtual Job prepare(Job job) const;
  /// Starts a prepared job: its files are written, its processes begin. Throws Error where they cannot; nothing of it
  /// runs then.
  virtual std::unique_ptr<RunningJob> submit(const Job& job) const = 0;
  /// Starts a prepared job that goes on when this process has ended, and says how it stands then. Here, a new process
  /// outside of this one's session submits it, watches it, and keeps its `job.json`: a SIGTERM to that process, whose
  /// number is the job's `id`, cancels the job. Where a job outlives its submission anyway, there is a better way.
  /// Throws as `submit` does.
  virtual JobResult detach(const Job& job) const;
  /// What a file of this machine is called where the job runs. In a container that may be another name.
  virtual std::string path_in_job(const std::string& path, const Job& job) const;

  /// Added to the environment of each task.
  std::map<std::string, std::string> env = {};
  /// Where the tasks begin; empty: where this process is.
  std::string working_dir = {};
  /// How many processes run the job, side by side.
  int ntasks = 1;
  /// Seconds that an attempt may take; 0: any time.
  double time_limit = 0;
  /// How often the job is begun again after it has failed.
  int retries = 0;
  /// The folder for the job's files and logs; empty: a new one in `RUN_HOME`, else in `~/.run`.
  std::string job_dir = {};
};

#pragma GCC diagnostic pop

}  // namespace run
