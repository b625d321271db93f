#include "LiveLog.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <ostream>

#include "run/print.h"

namespace run::detail {
namespace {

constexpr std::size_t kLongestLine = 1 << 20;  // what has no end for so long is shown in parts

constexpr std::size_t kWidth = 79;  // of the line of progress, which must not be broken into two

/// `task-3.retry-1.log` => 3
std::string rank_of(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const std::size_t begin = name.find('-') + 1;
  return name.substr(begin, name.find('.') - begin);
}

std::string time_text(double seconds) {
  char text[32];
  const auto whole = static_cast<long long>(seconds);
  std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
  return text;
}

}  // namespace

LiveLog::LiveLog(std::ostream& out) : out_(out), is_terminal_(shows_color(out)) {}

LiveLog::~LiveLog() {
  clear_progress();
  for (const File& file : files_)
    if (file.number >= 0) ::close(file.number);
}

void LiveLog::follow(const RunningJob& job) {
  const std::vector<std::string> logs = job.logs();
  const bool is_one = job.result().tasks.size() < 2;
  for (std::size_t i = files_.size(); i < logs.size(); ++i)
    files_.push_back({.path = logs[i], .prefix = is_one ? "" : "[" + rank_of(logs[i]) + "] "});
}

void LiveLog::read(File& file, bool to_the_end) {
  // On a cluster the file may appear later than the job.
  if (file.number < 0) file.number = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file.number < 0) return;
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t count = ::read(file.number, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    file.begun.append(buffer, static_cast<std::size_t>(count));
    write(file, file.begun.size() > kLongestLine);
  }
  write(file, to_the_end);
}

void LiveLog::write(File& file, bool to_the_end) {
  std::size_t begin = 0;
  for (std::size_t end = file.begun.find('\n'); end != std::string::npos; end = file.begun.find('\n', begin)) {
    clear_progress();
    out_ << file.prefix << std::string_view(file.begun).substr(begin, end + 1 - begin);
    begin = end + 1;
  }
  file.begun.erase(0, begin);
  if (!to_the_end || file.begun.empty()) return;
  clear_progress();
  out_ << file.prefix << file.begun << '\n';
  file.begun.clear();
}

void LiveLog::clear_progress() {
  if (!progress_.empty()) out_ << "\r\x1b[K";
  progress_.clear();
}

void LiveLog::show_progress(const JobResult& result) {
  if (!is_terminal_) return;
  std::string line = result.name + ": " + to_text(result.state) + ", " + time_text(result.seconds);
  if (result.attempts > 1) line += ", attempt " + std::to_string(result.attempts);
  line.resize(std::min(line.size(), kWidth));
  if (line == progress_) return;
  clear_progress();
  progress_ = line;
  out_ << "\x1b[2m" << line << "\x1b[0m";
}

void LiveLog::show(const RunningJob& job) {
  follow(job);
  for (File& file : files_) read(file, false);
  show_progress(job.result());
  out_.flush();
}

void LiveLog::finish(const RunningJob& job) {
  follow(job);
  for (File& file : files_) read(file, true);
  clear_progress();
  out_.flush();
}

}  // namespace run::detail
