// A configuration or a script, run: here, or by an executor. After NeMo-Run's `run.run`.
//
//   int main(int argc, char** argv) {
//     if (const auto status = run::run_child(argc, argv)) return *status;
//     run::LocalExecutor local;
//     return run::run(run::autoconvert<experiment>(), local).exit_status();
//   }
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "run/autoconvert.h"
#include "run/config.h"
#include "run/executor.h"
#include "run/script.h"

namespace run {

struct RunOptions {
  std::string name = {};        // of the run and of its folder; empty: the script's, or the target's last part
  bool dryrun = false;          // shows what would be run, and runs nothing
  bool detach = false;          // leaves the job running, watched by a process of its own that outlives this one
  bool tail_logs = true;        // shows the log as it grows
  std::ostream* out = nullptr;  // for the log and the dry run; null: std::cout
};

/// Runs the task in this process: builds the configuration, and calls it where it is a Partial, as
/// `run::build(task)()`. What that throws is thrown. An int that it returns is the exit status, and false is 1. A dry
/// run builds nothing. Where a task gives a Script, that is what runs, here and by an executor.
JobResult run(const Graph& task, const RunOptions& options = {});

/// Runs the script in the foreground, with this process's terminal, environment (and the script's) and working folder.
/// Throws Error where it cannot be started.
JobResult run(const Script& script, const RunOptions& options = {});

/// Runs the task in new processes of this program. The configuration travels as a file, `config.yaml` in the job's
/// folder; each process is started as `PROGRAM --run-child FILE`, where `run_child` reads it, builds and calls it.
///
/// Waits for the end, unless detached, as `watch` does, and writes `job.json`. Throws Error where the configuration
/// cannot be written as a file or main has not called `run_child`; no process has been started then.
JobResult run(const Graph& task, const Executor& executor, const RunOptions& options = {});

/// Runs the script by an executor. A text travels as a file in the job's folder.
JobResult run(const Script& script, const Executor& executor, const RunOptions& options = {});

/// To be called first in `main`: in a process that `run` has started it runs the task and returns the exit status, in
/// any other it returns nothing. `run::cli::main` and `entrypoint` call it. The status is what the function returns, if
/// that is an int, or 1 for false; else 0; 1 where it threw, 2 where the file could not be used.
std::optional<int> run_child(int argc, const char* const* argv);

}  // namespace run
