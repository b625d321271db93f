// How a command ends.
#pragma once

namespace autoconvert {

/// The exit status of the tool; the larger one is the worse.
enum class Status { Done = 0, Refused = 1, Unusable = 2 };

}  // namespace autoconvert
