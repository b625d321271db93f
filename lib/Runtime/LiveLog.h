// Log files, shown as they grow.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "OpenFile.h"
#include "run/executor.h"

namespace run::detail {

class LiveLog {
 public:
  /// `out` gets whole lines. On a terminal there is a line of progress below them.
  explicit LiveLog(std::ostream& out);
  ~LiveLog();
  LiveLog(const LiveLog&) = delete;
  LiveLog& operator=(const LiveLog&) = delete;

  /// Shows what is new in the job's logs.
  void show(const RunningJob& job);
  /// The rest, with a last line that has no end; the line of progress goes.
  void finish(const RunningJob& job);

 private:
  struct File {
    std::string path = {};
    std::string prefix = {};
    OpenFile open = {};
    std::string begun = {};  // a line without its end
  };

  void follow(const RunningJob& job);
  void read(File& file, bool to_the_end);
  void write(File& file, bool to_the_end);
  void clear_progress();
  void show_progress(const JobResult& result);

  std::ostream& out_;
  bool is_terminal_;
  std::string progress_;
  std::vector<File> files_;
};

}  // namespace run::detail
