// A build folder's compile_commands.json => the flags of its files.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace clang::tooling {
class CompilationDatabase;
}

namespace autoconvert {

struct Command {
  std::vector<std::string> Flags;
  std::string WorkingDirectory;
};

class Commands {
 public:
  Commands();
  ~Commands();

  /// False with a message when the folder has no database.
  bool load(const std::string& BuildFolder, std::string& Problem);
  /// A header takes the flags of the source that is most like it. False with a message when the file has no command.
  bool find(const std::string& File, Command& Into, std::string& Problem) const;
  /// The C++ files that are compiled, sorted; for a companion source the one that it stands for.
  std::vector<std::string> files() const;

 private:
  std::string Folder;
  std::unique_ptr<clang::tooling::CompilationDatabase> Listed;    ///< as it is written
  std::unique_ptr<clang::tooling::CompilationDatabase> Inferred;  ///< with guesses for other files
};

}  // namespace autoconvert
