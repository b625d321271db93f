// Programs whose command line is a configuration, after NeMo-Run's:
//
//   int main(int argc, char** argv) { return run::cli::main<&app::model>(argc, argv); }           // a recipe
//   int main(int argc, char** argv) { return run::cli::entrypoint<&app::train>(argc, argv); }     // a function
//   int main(int argc, char** argv) { return run::cli::commands<&app::train, &app::test>(argc, argv); }
//
//   ./program optim.lr=1e-3 layers[0].width*=2 optim=adam(lr=0.1) --print
//
// What the words and the options mean: docs/command-line.md.
#pragma once

#include <concepts>
#include <iosfwd>
#include <string_view>
#include <type_traits>
#include <utility>

#include "run/autoconvert.h"
#include "run/build.h"
#include "run/config.h"
#include "run/recipe_info.h"
#include "run/span.h"

namespace run {
namespace detail {

/// What a program is about: where its configuration comes from, and what is done with it.
struct CommandLine {
  std::string_view name;  // of the recipe or function
  std::string_view doc;
  const Type* result = nullptr;
  NodeKind kind = NodeKind::config;
  const TargetInfo* expected = nullptr;  // the target of the root, where only one can be
  NodePtr (*initial)() = nullptr;        // null: it takes arguments, so a factory or a file is needed
  int (*run)(const NodePtr& root) = nullptr;
};

/// Returns the exit status: what `run` returns; 0 where nothing was to be run; 1 where it threw; 2 where the command
/// line, a file or a value could not be used: then nothing was run. Messages go to `err`.
int command_line(const CommandLine& about, int argc, const char* const* argv, std::ostream& out, std::ostream& err);
int command_line(const CommandLine& about, int argc, const char* const* argv);
/// The first word says which: the last part of its name. `--help` lists them.
int command_lines(Span<const CommandLine> commands, int argc, const char* const* argv, std::ostream& out,
                  std::ostream& err);
int command_lines(Span<const CommandLine> commands, int argc, const char* const* argv);

/// An int is an exit status, and false is 1; any other result is dropped.
template <class Action>
int status_of(Action&& action) {
  using R = decltype(action());
  if constexpr (std::is_same_v<R, int>) {
    return action();
  } else if constexpr (std::is_same_v<R, bool>) {
    return action() ? 0 : 1;
  } else {
    (void)action();
    return 0;
  }
}

template <class H>
struct HandleOf {};
template <class T>
struct HandleOf<Config<T>> {
  using target = T;
  static constexpr NodeKind kind = NodeKind::config;
};
template <class T>
struct HandleOf<Partial<T>> {
  using target = T;
  static constexpr NodeKind kind = NodeKind::partial;
};

template <class H>
int run_handle_root(const NodePtr& root) {
  const H handle = GraphAccess::make<H>(root);
  return status_of([&] {
    if constexpr (HandleOf<H>::kind == NodeKind::partial)
      return build(handle)();
    else
      return build(handle);
  });
}

template <class H>
CommandLine describe_command_line() {
  using T = typename HandleOf<H>::target;
  CommandLine about;
  about.result = &type_of<Result<T>>;
  about.kind = HandleOf<H>::kind;
  if constexpr (requires { Target<T>::name; }) about.expected = &info<T>();
  about.run = &run_handle_root<H>;
  return about;
}

/// Whether the recipe f can be called with nothing: each of its parameters has a default.
template <auto f>
consteval bool needs_nothing() {
  if constexpr (requires { Recipe<f>::parameters; })
    for (const Parameter& parameter : Recipe<f>::parameters)
      if (parameter.initial.text.empty()) return false;
  return true;
}

template <auto f>
CommandLine describe_main() {
  using H = decltype(Recipe<f>::expand(std::declval<const Ref&>()));
  CommandLine about = describe_command_line<H>();
  about.name = Recipe<f>::name;
  about.doc = recipe_info<f>().doc;
  if constexpr (needs_nothing<f>()) about.initial = [] { return NodePtr(GraphAccess::root(H(autoconvert<f>()))); };
  return about;
}

template <auto f>
CommandLine describe_entrypoint() {
  using H = Partial<Fn<f>>;
  CommandLine about = describe_command_line<H>();
  about.name = Target<Fn<f>>::name;
  if constexpr (requires { Target<Fn<f>>::doc; }) about.doc = Target<Fn<f>>::doc;
  about.initial = [] { return make_node<Fn<f>>(NodeKind::partial, Location()); };
  return about;
}

template <auto f>
CommandLine describe_command() {
  if constexpr (requires { Recipe<f>::name; })
    return describe_main<f>();
  else
    return describe_entrypoint<f>();
}

}  // namespace detail

namespace cli {

/// A program around the recipe f: what its configuration builds is built, and called where it is a Partial. The words
/// change the configuration that f gives.
template <auto f>
int main(int argc, const char* const* argv) {
  return detail::command_line(detail::describe_main<f>(), argc, argv);
}

/// A program around the function f, which is a target: the words are its arguments, and f is called with them. What has
/// no default must be given. As NeMo-Run's entrypoint.
template <auto f>
int entrypoint(int argc, const char* const* argv) {
  return detail::command_line(detail::describe_entrypoint<f>(), argc, argv);
}

/// A program with several commands, `program train steps=3`: each f is a recipe, as in `main`, or a function, as in
/// `entrypoint`. Its command is the last part of its name; with the part before, `llm.train`, where two share it. As
/// NeMo-Run's entrypoints in one namespace.
template <auto... f>
int commands(int argc, const char* const* argv) {
  const detail::CommandLine all[] = {detail::describe_command<f>()...};
  return detail::command_lines(all, argc, argv);
}

}  // namespace cli
}  // namespace run
