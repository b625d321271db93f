// Waiting for a job as a program in the foreground does: its log is shown, signals are handed on.
#pragma once

#include <iosfwd>

#include "run/executor.h"

namespace run {

struct WatchOptions {
  std::ostream* out = nullptr;  // where the log is shown as it grows; null: nowhere
  bool hand_on_signals = true;  // SIGINT, SIGTERM, SIGHUP and SIGQUIT that arrive meanwhile
};

/// Waits for the end of the job. A line of the log begins with `[rank] ` where there is more than one task. On a
/// terminal, a last line tells how long it has been running. A signal that arrives is sent to the job, which is
/// cancelled by it; the handlers are afterwards what they were. REQUIRES, with signals: no other thread watches a job.
JobResult watch(RunningJob& job, const WatchOptions& options);

}  // namespace run
