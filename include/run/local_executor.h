// Jobs as processes of this machine. After NeMo-Run's `run.LocalExecutor`.
#pragma once

#include <memory>
#include <string>

#include "run/executor.h"

namespace run {

// An attribute of this project, which compilers do not know: the class may be configured.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wattributes"

/// Each task is a process in a process group of its own, with nothing to read and no files of this process open. It
/// finds in its environment, besides what the job and the executor say, which may not name these:
///
///   RANK, LOCAL_RANK              0 for the first task
///   WORLD_SIZE, LOCAL_WORLD_SIZE  how many there are
///   RUN_JOB_DIR                   the job's folder
///   RUN_ATTEMPT                   0, and one more after each retry
///
/// It writes to `task-RANK.log` in the job's folder; or to `task-RANK.out` and `task-RANK.err`, with `separate_logs`. A
/// retry writes to `task-RANK.retry-ATTEMPT.log`.
///
/// When one task fails the others are asked to end, and so are all after the time limit: SIGTERM, and SIGKILL after the
/// time of grace, to whatever is then left of their groups. What a task that succeeds leaves running goes on.
class [[run::configurable]] LocalExecutor : public Executor {
 public:
  std::string name() const override { return "local"; }
  Job prepare(Job job) const override;
  /// Throws Error, too, where this process ignores SIGCHLD: the end of a task could not be seen.
  std::unique_ptr<RunningJob> submit(const Job& job) const override;

  /// Whether the tasks get no variable of this process's environment.
  bool clear_env = false;
  /// Whether stderr has files of its own.
  bool separate_logs = false;
  /// Seconds between SIGTERM and SIGKILL.
  double grace = 10;
};

#pragma GCC diagnostic pop

}  // namespace run
