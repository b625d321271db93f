// Within the library: nodes that are about to be of another target.
#pragma once

#include <unordered_map>

#include "run/location.h"
#include "run/node.h"

namespace run::detail {

/// Nodes => what they become, or back.
using Others = std::unordered_map<const Node*, NodePtr>;

/// Into the history of the arguments that hold them, which are set there and then. REQUIRES: the nodes are settled, and
/// of the root's graph.
void record_others(Node& root, const Others& others, Location where);

}  // namespace run::detail
