// The language of Graphviz => SVG, by its program `dot`.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "run/dot.h"
#include "run/error.h"

extern char** environ;

namespace run {
namespace {

/// A file without a name.
using Temporary = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const std::string& what, int code) { throw Error(what + ": " + std::strerror(code)); }

Temporary temporary() {
  Temporary file(std::tmpfile(), &std::fclose);
  if (file == nullptr) fail("there is no temporary file for Graphviz", errno);
  return file;
}

std::string whole(std::FILE* file) {
  std::string text;
  std::array<char, 1 << 16> buffer;
  std::rewind(file);
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file)) text.append(buffer.data(), count);
  return text;
}

struct Actions {
  Actions() { posix_spawn_file_actions_init(&all); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { posix_spawn_file_actions_destroy(&all); }
  posix_spawn_file_actions_t all;
};

}  // namespace

std::string dot_to_svg(std::string_view dot) {
  const Temporary in = temporary();
  const Temporary out = temporary();
  const Temporary messages = temporary();
  if (std::fwrite(dot.data(), 1, dot.size(), in.get()) != dot.size() || std::fflush(in.get()) != 0)
    fail("the picture cannot be given to Graphviz", errno);
  ::lseek(::fileno(in.get()), 0, SEEK_SET);

  Actions actions;
  posix_spawn_file_actions_adddup2(&actions.all, ::fileno(in.get()), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions.all, ::fileno(out.get()), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions.all, ::fileno(messages.get()), STDERR_FILENO);
  std::array<char, 4> name{"dot"};
  std::array<char, 6> format{"-Tsvg"};
  const std::array<char*, 3> words{name.data(), format.data(), nullptr};
  pid_t child = 0;
  const int code = ::posix_spawnp(&child, "dot", &actions.all, nullptr, words.data(), environ);
  if (code == ENOENT)
    throw Error("an SVG is drawn by Graphviz's `dot`, which is not installed (Debian: apt install graphviz)");
  if (code != 0) fail("Graphviz's `dot` cannot be run", code);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) fail("Graphviz's `dot` cannot be waited for", errno);
  std::string said = whole(messages.get());
  while (said.ends_with('\n')) said.pop_back();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw Error("Graphviz's `dot` failed" + (said.empty() ? std::string() : ": " + said));
  return whole(out.get());
}

}  // namespace run
