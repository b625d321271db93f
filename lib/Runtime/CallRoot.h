// A configuration of anything, built and called.
#pragma once

#include "run/node.h"

namespace run::detail {

/// Builds what the root stands for, and calls it where it is a partial. An int that it gives is an exit status, and
/// false is 1; anything else is dropped, and is 0. Throws BuildError.
int call_root(const NodePtr& root);

}  // namespace run::detail
