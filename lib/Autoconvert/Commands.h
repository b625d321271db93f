// A build folder's compile_commands.json => the flags of one file.
#pragma once

#include <string>
#include <vector>

namespace autoconvert {

/// Puts the file's flags before those given already. A header takes the flags of the source that is most like it. False
/// with a message when the folder has no database or the file has no command.
bool findCommand(const std::string& BuildFolder, const std::string& File, std::vector<std::string>& Flags,
                 std::string& WorkingDirectory, std::string& Problem);

}  // namespace autoconvert
