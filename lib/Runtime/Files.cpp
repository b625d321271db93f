// Files, read and written whole.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "run/error.h"
#include "run/formats.h"

namespace run::detail {
namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Error(path + ": " + what + ": " + std::strerror(errno));
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

mode_t new_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

std::string read_file(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) fail(path, "the file cannot be read");
  std::string text;
  struct stat about{};
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
  struct stat about{};
  const bool exists = ::stat(path.c_str(), &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0 || !write_all(file.number(), text)) fail(path, what);
    return;
  }
  // A link keeps leading where it leads.
  std::error_code ignored;
  const std::filesystem::path target = exists ? std::filesystem::canonical(path, ignored) : std::filesystem::path(path);
  const std::filesystem::path final_path = target.empty() ? std::filesystem::path(path) : target;
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
