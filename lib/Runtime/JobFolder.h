// The folders in which jobs keep their files and logs.
#pragma once

#include <string>

namespace run::detail {

/// A folder for a job of that name that begins now: `$RUN_HOME/NAME/NAME_20260131-120000`; RUN_HOME is `~/.run` unless
/// it is set. Characters that are awkward in names of files become `_`. Throws Error.
std::string job_folder_name(const std::string& name);

/// Makes a new folder of that name, or of one that begins so. Throws Error.
std::string new_job_folder(const std::string& name);

/// Makes the folder where there is none. Throws Error. Returns its absolute name.
std::string make_job_folder(const std::string& folder);

}  // namespace run::detail
