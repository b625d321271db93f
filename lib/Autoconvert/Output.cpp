#include "Output.h"

#include <optional>

#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace autoconvert {

std::string writeIfChanged(const std::string& Path, const std::string& Text) {
  // A device or a pipe is written to, neither read (/dev/full never ends) nor replaced.
  if (llvm::sys::fs::exists(Path) && !llvm::sys::fs::is_regular_file(Path)) {
    std::error_code Opened;
    llvm::raw_fd_ostream Stream(Path, Opened);
    if (Opened) return "cannot write '" + Path + "': " + Opened.message();
    Stream << Text;
    Stream.flush();
    const std::error_code Failed = Stream.error();
    Stream.clear_error();
    return Failed ? "cannot write '" + Path + "': " + Failed.message() : "";
  }
  if (auto Existing = llvm::MemoryBuffer::getFile(Path); Existing && (*Existing)->getBuffer() == Text) return {};
  const llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  const auto failed = [&](const std::string& Why) { return "cannot write '" + Path + "': " + Why; };
  if (!Folder.empty())
    if (const std::error_code Error = llvm::sys::fs::create_directories(Folder)) return failed(Error.message());
  auto Temporary = llvm::sys::fs::TempFile::create(Path + ".%%%%%%.tmp");
  if (!Temporary) return failed(llvm::toString(Temporary.takeError()));
  std::error_code Written;
  {
    llvm::raw_fd_ostream Stream(Temporary->FD, /*shouldClose=*/false);
    Stream << Text;
    Stream.flush();
    Written = Stream.error();
    Stream.clear_error();
  }
  if (Written) {
    llvm::consumeError(Temporary->discard());
    return failed(Written.message());
  }
  if (llvm::Error Error = Temporary->keep(Path)) return failed(llvm::toString(std::move(Error)));
  return {};
}

std::string writeAll(const std::vector<std::pair<std::string, std::string>>& Files) {
  struct Pending {
    std::string Path;
    std::optional<llvm::sys::fs::TempFile> New;
    std::optional<std::string> Old;  ///< nothing: there was no such file
    llvm::sys::fs::perms Rights = llvm::sys::fs::perms_not_known;
  };
  std::vector<Pending> All;
  std::string Problem;
  const auto prepare = [&](const std::string& Path, const std::string& Text) -> std::string {
    Pending P;
    P.Path = Path;
    if (llvm::sys::fs::exists(Path)) {
      const auto Existing = llvm::MemoryBuffer::getFile(Path);
      if (!Existing) return Existing.getError().message();
      if ((*Existing)->getBuffer() == Text) return {};
      P.Old = (*Existing)->getBuffer().str();
      const llvm::ErrorOr<llvm::sys::fs::perms> Rights = llvm::sys::fs::getPermissions(Path);
      if (!Rights) return Rights.getError().message();
      // The rename would not ask.
      if ((*Rights & llvm::sys::fs::all_write) == 0 || llvm::sys::fs::access(Path, llvm::sys::fs::AccessMode::Write))
        return "the file is read-only";
      P.Rights = *Rights;
    } else if (const llvm::StringRef Folder = llvm::sys::path::parent_path(Path); !Folder.empty()) {
      if (const std::error_code Error = llvm::sys::fs::create_directories(Folder)) return Error.message();
    }
    auto Temporary = llvm::sys::fs::TempFile::create(Path + ".%%%%%%.tmp");
    if (!Temporary) return llvm::toString(Temporary.takeError());
    std::error_code Failed;
    {
      llvm::raw_fd_ostream Stream(Temporary->FD, /*shouldClose=*/false);
      Stream << Text;
      Stream.flush();
      Failed = Stream.error();
      Stream.clear_error();
    }
    if (!Failed && P.Rights != llvm::sys::fs::perms_not_known)
      Failed = llvm::sys::fs::setPermissions(Temporary->TmpName, P.Rights);
    P.New = std::move(*Temporary);
    All.push_back(std::move(P));
    return Failed ? Failed.message() : "";
  };
  for (const auto& [Path, Text] : Files) {
    if (!Problem.empty()) break;
    if (const std::string Why = prepare(Path, Text); !Why.empty()) Problem = "cannot write '" + Path + "': " + Why;
  }
  std::size_t Done = 0;
  for (; Problem.empty() && Done < All.size(); ++Done)
    if (llvm::Error Error = All[Done].New->keep(All[Done].Path)) {
      Problem = "cannot write '" + All[Done].Path + "': " + llvm::toString(std::move(Error));
      break;
    }
  if (Problem.empty()) return {};
  // Back to where all began.
  for (std::size_t I = 0; I < All.size(); ++I) {
    if (I >= Done) {
      llvm::consumeError(All[I].New->discard());
    } else if (!All[I].Old) {
      llvm::sys::fs::remove(All[I].Path);
    } else if (const std::string Why = writeIfChanged(All[I].Path, *All[I].Old); Why.empty()) {
      llvm::sys::fs::setPermissions(All[I].Path, All[I].Rights);
    } else {
      Problem += "; and " + Why;
    }
  }
  return Problem;
}

std::string dependencyRule(const std::string& Target, const std::vector<std::string>& Dependencies) {
  const auto escaped = [](const std::string& Path) {
    std::string Text;
    for (const char C : Path) {
      if (C == ' ' || C == '#' || C == '\\') Text += '\\';
      if (C == '$') Text += '$';
      Text += C;
    }
    return Text;
  };
  std::string Text = escaped(Target) + ":";
  for (const std::string& Dependency : Dependencies) Text += " \\\n  " + escaped(Dependency);
  return Text + "\n";
}

std::string originOf(const std::string& CompanionPath) {
  if (!llvm::sys::fs::is_regular_file(CompanionPath)) return {};
  auto Existing = llvm::MemoryBuffer::getFile(CompanionPath);
  if (!Existing) return {};
  llvm::StringRef Line = (*Existing)->getBuffer().split('\n').first;
  if (!Line.consume_front("// Generated by run-autoconvert from ") || !Line.consume_back(". Do not edit.")) return {};
  return Line.str();
}

}  // namespace autoconvert
