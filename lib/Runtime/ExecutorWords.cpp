#include "ExecutorWords.h"

#include <memory>
#include <string>

#include "Words.h"
#include "run/build.h"
#include "run/local_executor.run.h"

namespace run::detail {
namespace {

/// How a task is run.
struct Launch {
  std::shared_ptr<Executor> executor;
};

}  // namespace
}  // namespace run::detail

template <>
struct run::Target<run::detail::Launch> {
  static constexpr std::string_view name = "run::Launch";
  struct Args {
    run::Arg<std::shared_ptr<run::Executor>> executor{};
  };
  static constexpr run::Parameter parameters[] = {
      run::parameter<std::shared_ptr<run::Executor>>("executor",
                                                     {.doc = "Who runs it; this process unless it is set."}),
  };
  static run::detail::Launch build(run::Built& args) {
    return run::detail::Launch{.executor = args.get<std::shared_ptr<run::Executor>>(0)};
  }
};

namespace run::detail {
namespace {

constexpr std::string_view kName = "executor";

/// NeMo-Run's `run.executor=` says the same, unless the task has an argument `run`.
std::string_view without_prefix(std::string_view word, const Node& task) {
  const bool is_argument = task.target->find("run") != task.target->parameters.size();
  return word.starts_with("run.executor") && !is_argument ? word.substr(4) : word;
}

}  // namespace

Span<const Type* const> executor_types() { return info<Launch>().parameters[0].types; }

ExecutorWords::ExecutorWords(const Node& task)
    : task_(task), launch_(make_node<Launch>(NodeKind::config, Location())) {}

bool ExecutorWords::takes(std::string_view said) const {
  const std::string_view word = without_prefix(said, task_);
  constexpr std::string_view kEndsName = ".[=+-*/|&";
  return word.size() > kName.size() && word.starts_with(kName) &&
         kEndsName.find(word[kName.size()]) != kEndsName.npos &&
         task_.target->find(kName) == task_.target->parameters.size();
}

void ExecutorWords::apply(std::string_view word, std::uint32_t number) {
  apply_word(*launch_, without_prefix(word, task_), number);
}

std::shared_ptr<Executor> ExecutorWords::build() const {
  if (launch_->find(0) == nullptr) return nullptr;
  return build_root<Launch>(launch_).executor;
}

}  // namespace run::detail
