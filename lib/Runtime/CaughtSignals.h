// Signals that are caught for somebody else.
#pragma once

#include <signal.h>

#include <array>
#include <vector>

namespace run::detail {

/// As long as one lives, the signals that ask a process to end are only noted, and a pipe that nobody reads any more
/// ends nothing. Objects may nest: the outermost one catches. What nobody has taken by its end does then what it would
/// have done. Of use to one thread at a time.
class CaughtSignals {
 public:
  CaughtSignals();
  CaughtSignals(const CaughtSignals&) = delete;
  CaughtSignals& operator=(const CaughtSignals&) = delete;
  ~CaughtSignals();

  /// Those that have arrived since the last call.
  std::vector<int> take();

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  bool is_outermost_;
  std::array<struct sigaction, kSignals.size()> before_{};
  struct sigaction pipe_before_ {};
};

}  // namespace run::detail
