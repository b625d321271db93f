// Where runs take place, for the command line: `executor=local()`.
#pragma once

#include <run/local_executor.h>

#include <memory>

namespace executors {

/// This machine, in a process of its own, which is ended after `hours`.
[[run::autoconvert]]
inline std::unique_ptr<run::Executor> local(double hours = 24) {
  auto executor = std::make_unique<run::LocalExecutor>();
  executor->time_limit = 3600 * hours;
  executor->grace = 60;  // to write a checkpoint
  return executor;
}

}  // namespace executors
