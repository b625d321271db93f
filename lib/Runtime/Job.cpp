// Jobs, checked and shown.
#include "run/job.h"

#include <string.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "Clock.h"
#include "run/error.h"
#include "run/value.h"

namespace run {
namespace {

constexpr int kTimedOut = 124;  // as timeout(1) has it

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("_-+=./,:@%").find(c) != std::string_view::npos;
}

/// `=` may not stand where a shell would take the word for an assignment.
bool needs_quotes(std::string_view word, bool is_first) {
  if (word.empty()) return true;
  if (is_first && word.find('=') != std::string_view::npos) return true;
  for (const char c : word)
    if (!is_plain(c)) return true;
  return false;
}

std::string quoted(std::string_view word) {
  std::string made = "'";
  for (const char c : word) {
    if (c == '\'')
      made += "'\\''";
    else
      made += c;
  }
  return made + "'";
}

std::string shown(double seconds) {
  if (seconds >= 100) return detail::clock_text(seconds);
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", seconds);
  return text;
}

/// How the task that failed first has ended; else what is known of the job as a whole.
ExitStatus failure_of(const JobResult& result) {
  const auto is_it = [&](const TaskResult& task) { return task.rank == result.failed_rank && !task.status.ok(); };
  const auto task = std::find_if(result.tasks.begin(), result.tasks.end(), is_it);
  if (task != result.tasks.end()) return task->status;
  return {.code = result.code != 0 ? result.code : 1};
}

}  // namespace

void Job::check() const {
  const std::string at = "job" + (name.empty() ? "" : " " + name) + ": ";
  if (command.empty() || command[0].empty()) throw Error(at + "there is no command");
  for (const std::string& word : command)
    if (word.find('\0') != std::string::npos) throw Error(at + "a NUL cannot be handed to a program");
  for (const auto& [variable, value] : env) {
    if (variable.empty() || variable.find('=') != std::string::npos || variable.find('\0') != std::string::npos)
      throw Error(at + "env: expected the name of a variable, found \"" + variable + "\"");
    if (value.find('\0') != std::string::npos) throw Error(at + "env." + variable + ": a NUL cannot be handed on");
  }
  for (const JobFile& file : files)
    if (file.name.empty() || file.name.find('/') != std::string::npos || file.name.find('\0') != std::string::npos)
      throw Error(at + "files: expected the name of a file in the job's folder, found \"" + file.name + "\"");
  if (ntasks < 1) throw Error(at + "ntasks: expected 1 or more, found " + std::to_string(ntasks));
  if (!(time_limit >= 0) || std::isinf(time_limit))
    throw Error(at + "time_limit: expected seconds, 0 or more, found " + detail::real_text(time_limit));
  if (retries < 0) throw Error(at + "retries: expected 0 or more, found " + std::to_string(retries));
}

std::string ExitStatus::text() const {
  if (signal == 0) return "exit status " + std::to_string(code);
  const char* known = ::sigabbrev_np(signal);
  return "killed by signal " + std::to_string(signal) + (known != nullptr ? " (SIG" + std::string(known) + ")" : "");
}

std::string to_text(JobState state) {
  switch (state) {
    case JobState::prepared:
      return "prepared";
    case JobState::running:
      return "running";
    case JobState::succeeded:
      return "succeeded";
    case JobState::failed:
      return "failed";
    case JobState::cancelled:
      return "cancelled";
    case JobState::timed_out:
      break;
  }
  return "timed out";
}

int JobResult::exit_status() const {
  switch (state) {
    case JobState::failed:
      return failure_of(*this).shell();
    case JobState::cancelled:
      return ExitStatus{.signal = signal}.shell();
    case JobState::timed_out:
      return kTimedOut;
    default:
      return 0;
  }
}

std::string JobResult::text() const {
  std::string made = name + ": " + to_text(state);
  if (has_ended(state)) made += " after " + shown(seconds);
  if (state == JobState::failed) {
    const std::string task = failed_rank < 0 ? "" : "task " + std::to_string(failed_rank) + ": ";
    made += ", " + task + failure_of(*this).text();
  }
  if (attempts > 1) made += ", attempt " + std::to_string(attempts);
  if (!id.empty() && !has_ended(state)) made += ", " + id;
  if (!folder.empty()) made += " (" + folder + ")";
  return made;
}

std::string to_shell(const std::vector<std::string>& command) {
  std::string line;
  for (const std::string& word : command) {
    const bool is_first = &word == &command.front();
    if (!is_first) line += ' ';
    line += needs_quotes(word, is_first) ? quoted(word) : word;
  }
  return line;
}

}  // namespace run
