// The process that runs a task of this program: `PROGRAM --run-child FILE`.
#include "Child.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "CallRoot.h"
#include "CommandLineHelp.h"
#include "DocumentReader.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/launch.h"

namespace run {
namespace detail {
namespace {

// Whether main has called run_child: then a process of this program knows what to do with the option.
bool main_knows = false;

NodePtr read_task(const std::string& file) {
  const Document document = parse_yaml(read_file(file), file);
  const Value task = read_value(document, 0, {});
  if (!task.is(Value::Kind::node)) document.fail(Document::Index{0}, "expected a configuration, with a `_target_`");
  return task.node();
}

}  // namespace

void check_children() {
  if (std::getenv(kChildVariable) != nullptr)
    throw Error(
        "this process was started to run a task of this program, but main has not called run::run_child(argc, argv)");
  if (!main_knows)
    throw Error(
        "a task of this program runs in processes of this program: begin main with\n"
        "  if (const auto status = run::run_child(argc, argv)) return *status;");
}

}  // namespace detail

std::optional<int> run_child(int argc, const char* const* argv) {
  detail::main_knows = true;
  if (argc < 2 || std::string_view(argv[1]) != detail::kChildOption) return std::nullopt;
  ::unsetenv(detail::kChildVariable);  // what this process starts is no such child
  const std::string program = detail::program_name(argc, argv);
  if (argc != 3) {
    std::cerr << program << ": " << detail::kChildOption << ": expected one file\n";
    return 2;
  }
  // A log is read while it grows.
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  NodePtr task;
  try {
    task = detail::read_task(argv[2]);
  } catch (const Error& error) {
    std::cerr << program << ": " << error.what() << '\n';
    return 2;
  }
  try {
    return detail::call_root(task);
  } catch (const std::exception& error) {
    std::cout.flush();
    std::cerr << program << ": " << error.what() << '\n';
    return 1;
  }
}

}  // namespace run
