#include "LiveLog.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "Clock.h"
#include "run/print.h"

namespace run::detail {
namespace {

constexpr std::size_t kLongestLine = 1 << 20;  // what has no end for so long is shown in parts

constexpr std::size_t kWidth = 79;  // of the line of progress, which must not be broken into two

/// `task-3.retry-1.log` => `3`; where an executor calls its files otherwise, `node7.log` => `node7`.
std::string rank_of(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const std::size_t begin = name.starts_with("task-") ? 5 : 0;
  return name.substr(begin, name.find('.') - begin);
}

}  // namespace

LiveLog::LiveLog(std::ostream& out) : out_(out), is_terminal_(shows_color(out)) {}

LiveLog::~LiveLog() { clear_progress(); }

void LiveLog::follow(const RunningJob& job) {
  const std::vector<std::string> logs = job.logs();
  const bool is_one = logs.size() < 2 || job.result().tasks.size() < 2;
  for (std::size_t i = files_.size(); i < logs.size(); ++i)
    files_.push_back({.path = logs[i], .prefix = is_one ? "" : "[" + rank_of(logs[i]) + "] "});
}

void LiveLog::read(File& file, bool to_the_end) {
  // On a cluster the file may appear later than the job.
  if (!file.open) file.open = OpenFile(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open) return;
  std::array<char, 64 * 1024> buffer;
  for (std::size_t count; (count = file.open.read(buffer).value_or(0)) != 0;) {
    file.begun.append(buffer.data(), count);
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
  std::string line = result.name + ": " + to_text(result.state) + ", " + clock_text(result.seconds);
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
