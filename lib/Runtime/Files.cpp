// Files, read and written whole.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

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
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    files.push_back(entry.path().filename());
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

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A new file that goes away again unless it is renamed.
struct Beside {
  std::string path;
  ~Beside() {
    if (!path.empty()) ::unlink(path.c_str());
  }
};

/// Where the links lead, whether or not there is a file: they keep leading there.
std::filesystem::path followed(std::filesystem::path path) {
  std::error_code error;
  for (std::filesystem::path link = std::filesystem::read_symlink(path, error); !error;
       link = std::filesystem::read_symlink(path, error))
    path = path.parent_path() / link;  // an absolute one replaces the folder
  return path;
}

mode_t new_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

std::string read_file(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    const int reason = errno;
    throw Error(path + ": the file cannot be read: " + std::strerror(reason) + (reason == ENOENT ? similar(path) : ""));
  }
  std::string text;
  struct stat about {};
  if (::fstat(file.number(), &about) == 0 && S_ISREG(about.st_mode))
    text.reserve(static_cast<std::size_t>(about.st_size));
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t count = ::read(file.number(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, "the file cannot be read");
    if (count == 0) return text;
    text.append(buffer, static_cast<std::size_t>(count));
  }
}

void write_file(const std::string& path, std::string_view text) {
  const std::string what = "the file cannot be written";
  struct stat about {};
  const bool exists = ::stat(path.c_str(), &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0 || !write_all(file.number(), text)) fail(path, what);
    return;
  }
  if (!exists && errno != ENOENT) fail(path, what);
  const std::filesystem::path final_path = followed(path);
  const std::string folder = final_path.has_parent_path() ? final_path.parent_path().string() : ".";

  Beside beside;
  std::string pattern = folder + "/." + final_path.filename().string() + ".XXXXXX";
  Descriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
  if (file.number() < 0) fail(path, what);
  beside.path = pattern;
  if (::fchmod(file.number(), exists ? about.st_mode & 07777 : new_mode()) != 0) fail(path, what);
  if (!write_all(file.number(), text) || ::fsync(file.number()) != 0 || !file.close()) fail(path, what);
  if (::rename(pattern.c_str(), final_path.c_str()) != 0) fail(path, what);
  beside.path.clear();
  // The new name itself survives a crash only when the folder is written, where the system can do that.
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.number() >= 0) ::fsync(parent.number());
}

}  // namespace run::detail
