// What a process and the ones that it starts of its own program agree on.
#pragma once

namespace run::detail {

inline constexpr const char* kChildOption = "--run-child";
/// Set for a child until run_child has seen it: one that never calls it must not start children of its own.
inline constexpr const char* kChildVariable = "RUN_CHILD";

/// Throws Error where main has not called run_child, so that a child would do what this process does.
void check_children();

}  // namespace run::detail
