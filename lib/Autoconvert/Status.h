// How a command ends.
#pragma once

#include <string>

namespace autoconvert {

/// The exit status of the tool; the larger one is the worse.
enum class Status { Done = 0, Refused = 1, Unusable = 2 };

/// Says why the command line or a file cannot be used.
Status unusable(const std::string& Message);

}  // namespace autoconvert
