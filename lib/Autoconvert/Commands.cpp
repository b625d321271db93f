#include "Commands.h"

#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang::tooling;

namespace autoconvert {

bool findCommand(const std::string& BuildFolder, const std::string& File, std::vector<std::string>& Flags,
                 std::string& WorkingDirectory, std::string& Problem) {
  const std::string Path = BuildFolder + "/compile_commands.json";
  std::unique_ptr<CompilationDatabase> Database =
      JSONCompilationDatabase::loadFromFile(Path, Problem, JSONCommandLineSyntax::AutoDetect);
  if (!Database) {
    Problem = "cannot read '" + Path + "': " + Problem;
    return false;
  }
  Database = inferMissingCompileCommands(expandResponseFiles(std::move(Database), llvm::vfs::getRealFileSystem()));
  llvm::SmallString<256> Absolute(File);
  llvm::sys::fs::make_absolute(Absolute);
  const std::vector<CompileCommand> Commands = Database->getCompileCommands(Absolute);
  if (Commands.empty()) {
    Problem = "'" + BuildFolder + "' has no compile command for '" + File + "'";
    return false;
  }
  const CompileCommand& First = Commands.front();
  // The first word is the compiler; the flags drop inputs and outputs.
  std::vector<std::string> Found;
  for (std::size_t I = 1; I < First.CommandLine.size() && First.CommandLine[I] != "--"; ++I)
    Found.push_back(First.CommandLine[I]);
  Flags.insert(Flags.begin(), Found.begin(), Found.end());
  WorkingDirectory = First.Directory;
  return true;
}

}  // namespace autoconvert
