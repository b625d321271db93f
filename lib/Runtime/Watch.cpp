#include "run/watch.h"

#include <optional>

#include "CaughtSignals.h"
#include "LiveLog.h"

namespace run {
namespace {

constexpr std::chrono::milliseconds kTick(100);  // how late a line of the log may be

}  // namespace

JobResult watch(RunningJob& job, const WatchOptions& options) {
  std::optional<detail::CaughtSignals> signals;
  if (options.hand_on_signals) signals.emplace();
  std::optional<detail::LiveLog> log;
  if (options.out != nullptr) log.emplace(*options.out);

  while (!has_ended(job.wait_for(kTick))) {
    if (signals)
      for (const int signal : signals->take()) job.cancel(signal);
    if (log) log->show(job);
  }
  if (log) log->finish(job);
  return job.result();
}

}  // namespace run
