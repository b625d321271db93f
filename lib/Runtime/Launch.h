// run::run for a configuration whose type only its node knows.
#pragma once

#include <optional>

#include "run/launch.h"
#include "run/node.h"

namespace run::detail {

JobResult run(const NodePtr& task, const Executor& executor, const RunOptions& options);

/// The script that the task gives, built; nothing where it gives something else. Throws BuildError.
std::optional<Script> script_of(const NodePtr& task);

}  // namespace run::detail
