// The words of a command line that say who is to run the task: `executor=local(ntasks=4) executor.time_limit=60`.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "run/executor.h"
#include "run/node.h"
#include "run/span.h"

namespace run::detail {

/// What `executor` may be.
Span<const Type* const> executor_types();

/// What they change: a configuration of its own, beside that of the task.
class ExecutorWords {
 public:
  /// REQUIRES: `task` lives as long. An argument of its own that is called `executor` keeps its words.
  explicit ExecutorWords(const Node& task);

  bool takes(std::string_view word) const;
  /// REQUIRES: takes(word). Throws Error, which shows the word.
  void apply(std::string_view word, std::uint32_t number);

  /// The executor; null where no word said anything. Throws BuildError.
  std::shared_ptr<Executor> build() const;
  /// Its configuration, with `executor` as the only argument.
  const NodePtr& root() const { return launch_; }

 private:
  const Node& task_;
  NodePtr launch_;
};

}  // namespace run::detail
