#include "Commands.h"

#include <set>

#include "Output.h"
#include "Paths.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang::tooling;

namespace autoconvert {

namespace {

bool isCpp(llvm::StringRef File) { return llvm::is_contained(SourceExtensions, llvm::sys::path::extension(File)); }

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

// The text of the file, its folders made absolute: a relative one is meant from where the file is. Empty if it cannot
// be read.
std::string readDatabase(const std::string& Path, std::string& Problem) {
  const auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer) {
    Problem = Buffer.getError().message();
    return {};
  }
  llvm::Expected<llvm::json::Value> Read = llvm::json::parse((*Buffer)->getBuffer());
  if (!Read) {
    Problem = llvm::toString(Read.takeError());
    return {};
  }
  if (llvm::json::Array* const Entries = Read->getAsArray()) {
    for (llvm::json::Value& Entry : *Entries) {
      llvm::json::Object* const Of = Entry.getAsObject();
      const auto Directory = Of == nullptr ? std::nullopt : Of->getString("directory");
      if (!Directory || llvm::sys::path::is_absolute(*Directory)) continue;
      llvm::SmallString<256> Absolute(llvm::sys::path::parent_path(absolutePath(Path)));
      llvm::sys::path::append(Absolute, *Directory);
      llvm::sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
      (*Of)["directory"] = Absolute.str().str();
    }
  }
  return llvm::formatv("{0}", *Read).str();
}

// The name of a compiler whose options are others; empty for those that are understood.
std::string otherCompiler(const CompileCommand& Of) {
  if (Of.CommandLine.empty()) return {};
  const llvm::StringRef Program = llvm::sys::path::filename(Of.CommandLine.front(), llvm::sys::path::Style::windows);
  llvm::StringRef Name = Program;
  Name.consume_back_insensitive(".exe");
  const bool IsOther = Name.equals_insensitive("cl") || Name.equals_insensitive("clang-cl");
  return IsOther ? Program.str() : std::string();
}

}  // namespace

Commands::Commands() = default;
Commands::~Commands() = default;

bool Commands::load(const std::string& BuildFolder, std::string& Problem) {
  Folder = BuildFolder;
  const std::string Path = BuildFolder + "/compile_commands.json";
  const std::string Text = readDatabase(Path, Problem);
  if (Text.empty()) {
    Problem = "cannot read '" + Path + "': " + Problem;
    return false;
  }
  const auto read = [&] {
    return JSONCompilationDatabase::loadFromBuffer(Text, Problem, JSONCommandLineSyntax::AutoDetect);
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
  if (const std::string Compiler = otherCompiler(Found.front()); !Compiler.empty()) {
    Problem = "'" + File + "' is compiled by " + Compiler +
              ", whose options are not those of g++ and clang: give theirs behind --, in place of -p";
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
