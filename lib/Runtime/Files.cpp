// Files, read and written whole.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "Document.h"
#include "OpenFile.h"
#include "Utf8.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

constexpr std::size_t kMostNames = 10'000;  // of a folder, that are looked at for a suggestion

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Error(path + ": " + what + ": " + std::strerror(errno));
}

/// `; did you mean x?`, where a file of the same folder is called nearly so.
std::string similar(const std::string& path) {
  const std::filesystem::path wanted(path);
  const std::filesystem::path folder = wanted.has_parent_path() ? wanted.parent_path() : ".";
  std::vector<std::filesystem::path> files;
  std::vector<std::string> stems;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
    files.push_back(entry->path().filename());
    stems.push_back(files.back().stem().string());
    if (files.size() == kMostNames) break;
  }
  const std::vector<std::string_view> views(stems.begin(), stems.end());
  const std::string_view near = nearest(wanted.stem().string(), views);
  if (near.empty()) return {};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (stems[i] == near) names.push_back(files[i].string());
  std::sort(names.begin(), names.end());
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view best = nearest(wanted.filename().string(), candidates);
  return "; did you mean " + (wanted.parent_path() / (best.empty() ? candidates.front() : best)).string() + "?";
}

/// A new file beside that one, which goes away again unless it takes its name.
class Beside {
 public:
  explicit Beside(const std::filesystem::path& other) : other_(other) {
    const std::string begin = (other.parent_path() / ("." + other.filename().string())).string();
    for (unsigned count = 0; !file_; ++count) {  // others may write the same file
      path_ = begin + "." + std::to_string(::getpid()) + "-" + std::to_string(count);
      file_ = OpenFile(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
      if (!file_ && errno != EEXIST) {
        path_.clear();
        return;
      }
    }
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  OpenFile& file() { return file_; }
  bool take_name() {
    if (::rename(path_.c_str(), other_.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  const std::filesystem::path& other_;
  std::string path_;
  OpenFile file_;
};

/// Where the links lead, whether or not there is a file: they keep leading there.
std::filesystem::path followed(std::filesystem::path path) {
  std::error_code error;
  for (std::filesystem::path link = std::filesystem::read_symlink(path, error); !error;
       link = std::filesystem::read_symlink(path, error))
    path = path.parent_path() / link;  // an absolute one replaces the folder
  return path;
}

}  // namespace

std::string read_file(const std::string& path) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    const int reason = errno;
    throw Error(shortened(path) + ": the file cannot be read: " + std::strerror(reason) +
                (reason == ENOENT ? similar(path) : ""));
  }
  std::string text;
  struct stat about {};
  std::size_t size = 0;
  if (::fstat(file.number(), &about) == 0 && S_ISREG(about.st_mode)) size = static_cast<std::size_t>(about.st_size);
  if (size <= Document::kLongest) {
    text.reserve(size);
    if (!file.read_all(text, Document::kLongest)) fail(path, "the file cannot be read");
  }
  // A device has no end.
  if (std::max(size, text.size()) > Document::kLongest) throw Error(path + ": it is longer than a gigabyte");
  return text;
}

void write_file(const std::string& path, std::string_view text) {
  const std::string what = "the file cannot be written";
  struct stat about {};
  const bool exists = ::stat(path.c_str(), &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file || !file.write(text)) fail(path, what);
    return;
  }
  if (!exists && errno != ENOENT) fail(path, what);
  const std::filesystem::path final_path = followed(path);
  Beside beside(final_path);
  OpenFile& file = beside.file();
  if (!file || (exists && ::fchmod(file.number(), about.st_mode & 07777) != 0)) fail(path, what);
  if (!file.write(text) || ::fsync(file.number()) != 0 || !file.close() || !beside.take_name()) fail(path, what);
  // The new name itself survives a crash only when the folder is written, where the system can do that.
  const std::string folder = final_path.has_parent_path() ? final_path.parent_path().string() : ".";
  const OpenFile parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent) ::fsync(parent.number());
}

}  // namespace run::detail
