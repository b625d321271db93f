// run::run for a configuration whose type only its node knows.
#pragma once

#include "run/launch.h"
#include "run/node.h"

namespace run::detail {

JobResult run(const NodePtr& task, const Executor& executor, const RunOptions& options);

}  // namespace run::detail
