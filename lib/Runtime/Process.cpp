#include "Process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "run/error.h"

extern char** environ;

namespace run::detail {
namespace {

[[noreturn]] void fail(const std::string& what, int error) { throw Error(what + ": " + std::strerror(error)); }

void check(int error, const std::string& what) {
  if (error != 0) fail(what, error);
}

/// As the system wants words: pointers, and a null at the end. Refers to the words.
std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> made;
  made.reserve(words.size() + 1);
  for (const std::string& word : words) made.push_back(const_cast<char*>(word.c_str()));
  made.push_back(nullptr);
  return made;
}

class Actions {
 public:
  explicit Actions(const Spawn& spawn) {
    check(::posix_spawn_file_actions_init(&actions_), kWhat);
    if (spawn.in_foreground) return;
    check(spawn.in < 0 ? ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
                       : ::posix_spawn_file_actions_adddup2(&actions_, spawn.in, STDIN_FILENO),
          kWhat);
    check(::posix_spawn_file_actions_adddup2(&actions_, spawn.out, STDOUT_FILENO), kWhat);
    check(::posix_spawn_file_actions_adddup2(&actions_, spawn.err, STDERR_FILENO), kWhat);
    if (!spawn.working_dir.empty())
      check(::posix_spawn_file_actions_addchdir_np(&actions_, spawn.working_dir.c_str()), kWhat);
    check(::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1), kWhat);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  static constexpr const char* kWhat = "a process cannot be prepared";
  posix_spawn_file_actions_t actions_{};
};

class Attributes {
 public:
  explicit Attributes(bool in_foreground) {
    check(::posix_spawnattr_init(&attributes_), kWhat);
    sigset_t all;
    sigset_t none;
    ::sigfillset(&all);
    ::sigdelset(&all, SIGKILL);
    ::sigdelset(&all, SIGSTOP);
    ::sigemptyset(&none);
    check(::posix_spawnattr_setsigdefault(&attributes_, &all), kWhat);
    check(::posix_spawnattr_setsigmask(&attributes_, &none), kWhat);
    check(::posix_spawnattr_setpgroup(&attributes_, 0), kWhat);
    const int group = in_foreground ? 0 : POSIX_SPAWN_SETPGROUP;
    const int flags = group | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
    check(::posix_spawnattr_setflags(&attributes_, static_cast<short>(flags)), kWhat);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  static constexpr const char* kWhat = "a process cannot be prepared";
  posix_spawnattr_t attributes_{};
};

int open_end(pid_t id) {
#ifdef SYS_pidfd_open
  return static_cast<int>(::syscall(SYS_pidfd_open, id, 0));  // closed when something is executed
#else
  (void)id;
  return -1;
#endif
}

std::optional<siginfo_t> wait_for_end(pid_t id) {
  siginfo_t about{};
  while (::waitid(P_PID, static_cast<id_t>(id), &about, WEXITED) != 0)
    if (errno != EINTR) return std::nullopt;
  return about;
}

}  // namespace

OpenFile create_log(const std::string& path) {
  // Appending: what two processes write does not overwrite each other.
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666));
  if (!file) fail(path + ": the file cannot be written", errno);
  return file;
}

Process::Process(const Spawn& spawn) : has_group_(!spawn.in_foreground) {
  const Actions actions(spawn);
  const Attributes attributes(spawn.in_foreground);
  const std::vector<char*> words = pointers(spawn.command);
  const std::vector<char*> environment = pointers(spawn.environment);
  const int error = ::posix_spawnp(&id_, words[0], actions.get(), attributes.get(), words.data(), environment.data());
  if (error != 0) {
    id_ = -1;
    fail(spawn.command[0] + ": it cannot be run", error);
  }
  end_ = OpenFile(open_end(id_));
}

Process::Process(Process&& other) noexcept
    : id_(std::exchange(other.id_, -1)), has_group_(other.has_group_), end_(std::move(other.end_)) {}

Process::~Process() {
  if (id_ < 0) return;
  send(SIGKILL);
  wait_for_end(id_);
}

bool Process::has_ended() const {
  siginfo_t about{};
  while (::waitid(P_PID, static_cast<id_t>(id_), &about, WEXITED | WNOHANG | WNOWAIT) != 0)
    if (errno != EINTR) return true;  // somebody else has reaped it
  return about.si_pid != 0;
}

void Process::send(int signal) const { ::kill(has_group_ ? -id_ : id_, signal); }

ExitStatus Process::reap() {
  const auto about = wait_for_end(std::exchange(id_, -1));
  end_ = OpenFile();
  if (!about) throw Error("the exit status of a process is lost: something else here has waited for it");
  if (about->si_code == CLD_EXITED) return {.code = about->si_status};
  return {.signal = about->si_status};
}

std::vector<std::string> environment_of(const std::map<std::string, std::string>& added, bool clear) {
  std::vector<std::string> made;
  for (char** entry = environ; !clear && entry != nullptr && *entry != nullptr; ++entry) {
    const std::string line = *entry;
    if (!added.contains(line.substr(0, line.find('=')))) made.push_back(line);
  }
  for (const auto& [name, value] : added) made.push_back(name + "=" + value);
  return made;
}

void wait_for_any(Span<const int> watched, std::chrono::milliseconds at_most) {
  constexpr std::chrono::milliseconds kBlind(10);  // where the system tells nothing
  std::vector<pollfd> files;
  for (const int file : watched) {
    if (file < 0) at_most = std::min(at_most, kBlind);
    files.push_back({.fd = file, .events = POLLIN, .revents = 0});  // poll leaves out what is negative
  }
  ::poll(files.data(), files.size(), static_cast<int>(at_most.count()));
}

}  // namespace run::detail
