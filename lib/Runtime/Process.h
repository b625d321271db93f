// A process that was started here: a value with one owner. POSIX, no threads, no signal handlers.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "OpenFile.h"
#include "run/job.h"
#include "run/span.h"

namespace run::detail {

/// A new, empty file. Throws Error.
OpenFile create_log(const std::string& path);

struct Spawn {
  const std::vector<std::string>& command;
  std::vector<std::string> environment;  // NAME=value
  std::string working_dir = {};          // empty: the one of this process
  int in = -1;                           // open files, which stay open here; none: there is nothing to read
  int out = -1;
  int err = -1;
  bool in_foreground = false;  // with the files and in the process group of this process
};

class Process {
 public:
  /// Starts it with the signals' default actions; unless it is in the foreground, at the head of a new process group,
  /// with no other files of this process. Throws Error where the command cannot be run.
  explicit Process(const Spawn& spawn);
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  /// Kills it and what is left of its group, unless it was reaped.
  ~Process();

  pid_t id() const { return id_; }
  /// Whether it has ended; it still keeps its id and its group then.
  bool has_ended() const;
  /// To every process of its group; in the foreground, to it alone. REQUIRES: not reaped.
  void send(int signal) const;
  /// Lets it go, when it has ended. Throws Error where something else in this program has waited for it already.
  ExitStatus reap();

  /// Something that poll() finds readable when the process has ended; none where the system cannot do that.
  int watched() const { return end_.number(); }

 private:
  pid_t id_ = -1;
  bool has_group_ = true;
  OpenFile end_;
};

/// What `NAME=value` lines the process gets: this process's own, or none, and those given.
std::vector<std::string> environment_of(const std::map<std::string, std::string>& added, bool clear);

/// Sleeps until one of the processes ends, a signal arrives here, or the time is over; it may also wake for nothing.
void wait_for_any(Span<const int> watched, std::chrono::milliseconds at_most);

}  // namespace run::detail
