#include "Paths.h"

#include <algorithm>

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace autoconvert {

std::string absolutePath(const std::string& Path) {
  llvm::SmallString<256> Whole(Path);
  llvm::sys::fs::make_absolute(Whole);
  llvm::sys::path::remove_dots(Whole, /*remove_dot_dot=*/true);
  return Whole.str().str();
}

std::string realPath(const std::string& Path) {
  llvm::SmallString<256> Real;
  return llvm::sys::fs::real_path(Path, Real) ? Path : Real.str().str();
}

std::string currentFolder() {
  llvm::SmallString<256> Folder;
  llvm::sys::fs::current_path(Folder);
  return Folder.str().str();
}

bool isHeader(const std::string& File) {
  const llvm::StringRef Extension = llvm::sys::path::extension(File);
  return std::find(HeaderExtensions.begin(), HeaderExtensions.end(), Extension) != HeaderExtensions.end();
}

std::string stemPath(const std::string& File) {
  llvm::SmallString<256> Path(absolutePath(File));
  llvm::sys::path::replace_extension(Path, "");
  return Path.str().str();
}

bool haveOneCompanion(const std::string& Header, const std::string& Source) {
  return isHeader(Header) && !isHeader(Source) && stemPath(Header) == stemPath(Source);
}

std::string nameBelow(const std::string& Base, const std::string& File) {
  llvm::SmallString<256> Whole(absolutePath(File));
  const std::string Folder = absolutePath(Base);
  llvm::StringRef Rest = Whole;
  if (!Base.empty() && Rest.consume_front(Folder) && Rest.consume_front("/")) return Rest.str();
  return llvm::sys::path::filename(File).str();
}

std::string relativePath(const std::string& Path, const std::string& Folder) {
  llvm::StringRef Rest = Path;
  if (!Folder.empty() && Rest.consume_front(Folder) && (Folder.back() == '/' || Rest.consume_front("/")))
    return llvm::sys::path::convert_to_slash(Rest);
  return llvm::sys::path::convert_to_slash(Path);
}

}  // namespace autoconvert
