// Jobs that outlive the process that starts them.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "CaughtSignals.h"
#include "Process.h"
#include "run/error.h"
#include "run/executor.h"
#include "run/watch.h"

namespace run {
namespace {

using detail::OpenFile;

void leave_terminal() {
  const OpenFile nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing.number(), file);
}

/// What the watching process does. It says `+` when the job runs, or why it does not.
void supervise(const Executor& executor, const Job& job, OpenFile report) {
  leave_terminal();
  const detail::CaughtSignals signals;
  const std::string id = "process " + std::to_string(::getpid());
  const auto write_state = [&](JobResult result) {
    result.id = id;
    write_job(job, result);
  };
  try {
    const std::unique_ptr<RunningJob> running = executor.submit(job);
    write_state(running->result());
    report.write("+" + id);  // there may be nobody who listens any more
    report = OpenFile();
    write_state(watch(*running, {}));
  } catch (const std::exception& error) {
    report.write(error.what());
  } catch (...) {  // this is a copy of the program: whatever it is, it must not go on as that
    report.write(job.name + ": the executor threw an exception that is no std::exception");
  }
}

}  // namespace

JobResult Executor::detach(const Job& job) const {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw Error(job.name + ": it cannot be left running: " + std::strerror(errno));
  OpenFile listen(ends[0]);
  OpenFile report(ends[1]);
  const pid_t between = ::fork();
  if (between < 0) throw Error(job.name + ": it cannot be left running: " + std::strerror(errno));
  if (between == 0) {
    // The process between ends at once, so that the watching one is nobody's child here.
    ::setsid();
    if (::fork() == 0) {
      listen = OpenFile();
      supervise(*this, job, std::move(report));
    }
    ::_exit(0);
  }
  report = OpenFile();
  int status = 0;
  while (::waitpid(between, &status, 0) < 0 && errno == EINTR) {
  }
  std::string said;
  listen.read_all(said);
  if (!said.starts_with('+')) throw Error(said.empty() ? job.name + ": the process that watches it has died" : said);
  return {.name = job.name, .state = JobState::running, .id = said.substr(1), .folder = job.folder, .attempts = 1};
}

}  // namespace run
