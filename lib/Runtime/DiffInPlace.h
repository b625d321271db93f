// Two graphs of one shape => the changes, where no more than single plain values differ.
#pragma once

#include <optional>
#include <vector>

#include "run/diff.h"

namespace run::detail {

/// What Diff.cpp would find, in little more than the time of a comparison: nothing need be searched for where each node
/// of one graph stands at the place of its like. Nothing where that does not hold, or cannot be seen at once.
std::optional<std::vector<Change>> diff_in_place(Node& before, Node& after);

}  // namespace run::detail
