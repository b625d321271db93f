#include "Commands.h"

#include <set>

#include "Output.h"
#include "Paths.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang::tooling;

namespace autoconvert {

namespace {

bool isCpp(llvm::StringRef File) {
  return llvm::StringSwitch<bool>(llvm::sys::path::extension(File))
      .Cases({".cpp", ".cc", ".cxx", ".c++", ".C", ".cppm", ".ixx"}, true)
      .Default(false);
}

// The first word is the compiler; what follows `--` are inputs.
Command commandOf(const CompileCommand& Of) {
  Command C;
  for (std::size_t I = 1; I < Of.CommandLine.size() && Of.CommandLine[I] != "--"; ++I)
    C.Flags.push_back(Of.CommandLine[I]);
  C.WorkingDirectory = Of.Directory;
  return C;
}

// The source that a companion includes, found as the compiler finds it; empty if `File` is no companion.
std::string sourceOf(const std::string& File, const Command& Compiled) {
  const std::string Origin = originOf(File);
  if (Origin.empty()) return {};
  std::vector<std::string> Folders = {llvm::sys::path::parent_path(File).str()};
  for (std::size_t I = 0; I < Compiled.Flags.size(); ++I) {
    llvm::StringRef Flag = Compiled.Flags[I];
    if (!Flag.consume_front("-iquote") && !Flag.consume_front("-I")) continue;
    if (Flag.empty() && I + 1 < Compiled.Flags.size()) Flag = Compiled.Flags[I + 1];
    Folders.push_back(Flag.str());
  }
  for (const std::string& Folder : Folders) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::make_absolute(Compiled.WorkingDirectory, Path);
    llvm::sys::path::append(Path, Origin);
    if (llvm::sys::fs::exists(Path)) return absolutePath(Path.str().str());
  }
  return {};
}

}  // namespace

Commands::Commands() = default;
Commands::~Commands() = default;

bool Commands::load(const std::string& BuildFolder, std::string& Problem) {
  Folder = BuildFolder;
  const std::string Path = BuildFolder + "/compile_commands.json";
  const auto read = [&] {
    return JSONCompilationDatabase::loadFromFile(Path, Problem, JSONCommandLineSyntax::AutoDetect);
  };
  std::unique_ptr<CompilationDatabase> Written = read();
  if (!Written) {
    Problem = "cannot read '" + Path + "': " + Problem;
    return false;
  }
  Listed = expandResponseFiles(std::move(Written), llvm::vfs::getRealFileSystem());
  Inferred = inferMissingCompileCommands(expandResponseFiles(read(), llvm::vfs::getRealFileSystem()));
  return true;
}

bool Commands::find(const std::string& File, Command& Into, std::string& Problem) const {
  const std::string Absolute = absolutePath(File);
  std::vector<CompileCommand> Found = Listed->getCompileCommands(Absolute);
  if (Found.empty()) {
    // The build may compile its companion in its place.
    for (const CompileCommand& Other : Listed->getAllCompileCommands())
      if (llvm::StringRef(Other.Filename).ends_with(".run.cpp") &&
          sourceOf(Other.Filename, commandOf(Other)) == Absolute)
        Found.push_back(Other);
  }
  if (Found.empty()) Found = Inferred->getCompileCommands(Absolute);
  if (Found.empty()) {
    Problem = "'" + Folder + "' has no compile command for '" + File + "'";
    return false;
  }
  Into = commandOf(Found.front());
  return true;
}

std::vector<std::string> Commands::files() const {
  std::set<std::string> Files;
  for (const CompileCommand& Of : Listed->getAllCompileCommands()) {
    if (!isCpp(Of.Filename)) continue;
    llvm::SmallString<256> Path(Of.Filename);
    llvm::sys::path::make_absolute(Of.Directory, Path);
    const std::string Source = sourceOf(Path.str().str(), commandOf(Of));
    Files.insert(Source.empty() ? absolutePath(Path.str().str()) : Source);
  }
  return {Files.begin(), Files.end()};
}

}  // namespace autoconvert
