#include "OpenFile.h"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace run::detail {

std::optional<std::size_t> OpenFile::read(Span<char> into) const {
  for (;;) {
    const ssize_t count = ::read(number_, into.data(), into.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return std::nullopt;
  }
}

bool OpenFile::read_all(std::string& into, std::size_t most) const {
  std::array<char, 64 * 1024> buffer;
  while (into.size() <= most) {
    const std::optional<std::size_t> count = read(buffer);
    if (!count) return false;
    if (*count == 0) return true;
    into.append(buffer.data(), *count);
  }
  return true;
}

bool OpenFile::write(std::string_view text) const {
  while (!text.empty()) {
    const ssize_t written = ::write(number_, text.data(), text.size());
    if (written >= 0)
      text.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      return false;
  }
  return true;
}

bool OpenFile::close() {
  const int number = std::exchange(number_, -1);
  return number < 0 || ::close(number) == 0;
}

}  // namespace run::detail
