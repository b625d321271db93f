// The command line of a program that is a configuration: what it begins with, the words that change it, and what is
// then shown, written or run.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "Beginning.h"
#include "CommandLineHelp.h"
#include "Completion.h"
#include "ExecutorWords.h"
#include "Launch.h"
#include "Options.h"
#include "TargetsText.h"
#include "Utf8.h"
#include "Words.h"
#include "run/cli.h"
#include "run/diff.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/launch.h"
#include "run/path.h"
#include "run/print.h"

namespace run::detail {
namespace {

struct Streams {
  std::ostream& out;
  std::ostream& err;
};

constexpr int kUnusable = 2;  // the exit status where a word, an option or a file is

/// Whether somebody sits there who can be asked: input and output are terminals.
bool asks(const std::ostream& out) {
  return &out == &std::cout && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

/// All texts are made before the first file is written.
void write(Node& root, const std::vector<Options::File>& files, std::ostream& out) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const Options::File& file : files) {
    const FileName name = split_section(file.name);
    Node& part = node_at(resolve({.root = &root, .node = &root}, name.section));
    texts.emplace_back(name.file, to_text(part, file.format, {}));
  }
  for (const auto& [file, text] : texts) {
    if (file == "-")
      out << text;
    else
      write_file(file, text);
  }
}

void show(Node& root, const std::string& style, std::ostream& out) {
  if (style == "yaml" || style == "json" || style == "toml") {
    out << to_text(root, style == "yaml" ? Format::yaml : style == "json" ? Format::json : Format::toml, {});
    return;
  }
  PrintOptions options;
  if (style == "flat") options.style = PrintOptions::Style::flat;
  if (style == "history") options.style = PrintOptions::Style::history;
  print(root, out, options);
}

/// What is to be run, and by whom.
struct Task {
  NodePtr root = nullptr;
  std::shared_ptr<Executor> executor = nullptr;  // null: by this process
  RunOptions options = {};
};

/// A file named .json or .toml is read as that, any other as YAML.
Format format_by_name(const std::string& name) {
  const std::string file = split_section(name).file;
  return file.ends_with(".json") ? Format::json : file.ends_with(".toml") ? Format::toml : Format::yaml;
}

void show_diff(const CommandLine& about, Node& root, const std::string& file, std::ostream& out) {
  const NodePtr before = from_file(file, format_by_name(file), wanted(about));
  const Diff found = diff(*before, root);
  out << to_text(found, {.color = shows_color(out)});
}

void look(const CommandLine& about, const std::string& program, const Task& task, const Options& options,
          Streams streams) {
  std::ostream& out = streams.out;
  if (!options.to.empty()) write(*task.root, options.to, out);
  if (!options.to.empty() && task.executor != nullptr)
    streams.err << program << ": what was written says nothing of the executor; say it again where the file is run\n";
  if (!options.print.empty()) show(*task.root, options.print, out);
  if (!options.diff.empty()) show_diff(about, *task.root, options.diff, out);
  if (!options.dryrun) return;
  out << arguments_table(*task.root);
  if (task.executor == nullptr) return;
  out << '\n';
  run(task.root, *task.executor, task.options);
}

bool agreed(Node& root, const Options& options, std::ostream& out) {
  if (options.yes || !asks(out)) return true;
  out << arguments_table(root) << "Continue? [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

void check_missing(const CommandLine& about, const std::string& program, Node& root) {
  if (const std::string missing = missing_arguments(root); !missing.empty())
    throw Error(std::string(about.name) + " needs arguments that have no value:\n" + missing + program +
                " --help says more");
}

/// Where the word means an argument of the recipe that was called already, and not of what it gave: how to say it.
std::string recipe_hint(const CommandLine& about, const Options& options, const Node& root, const std::string& word) {
  const std::string name = word.substr(0, word.find_first_of("=+-*/|&.[ "));
  if (!options.factory.empty() || !options.from.empty() || root.target->find(name) != root.target->parameters.size())
    return {};
  for (const RecipeInfo* recipe : find_recipes(about.name))
    if (recipe->call.find(name) != recipe->call.parameters.size())
      return "\n  it is an argument of the recipe " + recipe->call.display() + ": --factory '" +
             recipe->call.display() + "(" + word + ")'";
  return {};
}

/// What the program begins with, changed by the words; who runs it, as they say.
Task task_of(const CommandLine& about, const Options& options, std::ostream& out) {
  Task task{.root = beginning(about, options), .options = {.name = options.name, .out = &out}};
  task.options.dryrun = options.dryrun;
  task.options.detach = options.detach;
  ExecutorWords executor(*task.root);
  for (std::size_t i = 0; i < options.words.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(i + 1);
    if (executor.takes(options.words[i])) {
      executor.apply(options.words[i], number);
      continue;
    }
    try {
      apply_word(*task.root, options.words[i], number);
    } catch (const Error& error) {
      throw Error(error.what() + recipe_hint(about, options, *task.root, options.words[i]));
    }
  }
  task.executor = executor.build();
  if (task.executor == nullptr && (options.detach || !options.name.empty()))
    throw Error(std::string(options.detach ? "--detach" : "--name") +
                " is for an executor: say which, as in executor=LocalExecutor()");
  return task;
}

/// Without a root where all was shown that was asked for, or nobody agreed to more; `status` says which.
Task prepare(const CommandLine& about, const std::string& program, Span<const std::string> words, Streams streams,
             int& status) {
  std::ostream& out = streams.out;
  const Options options = parse_options(words);
  if (!options.words.empty() && (options.targets || !options.completion.empty()))
    throw Error((options.targets ? "--targets" : "--completion") + std::string(" takes no arguments, found `") +
                options.words.front() + "`");
  if (!options.completion.empty()) {
    out << completion_script(program, options.completion);
    return {};
  }
  if (options.targets) {
    out << targets_text();
    return {};
  }
  if (options.help && !has_beginning(about, options)) {
    out << help(about, program, nullptr);
    return {};
  }
  Task task = task_of(about, options, out);
  if (options.help) {
    out << help(about, program, task.root.get());
    return {};
  }
  if (options.only_looks()) {
    look(about, program, task, options, streams);
    return {};
  }
  check_missing(about, program, *task.root);
  if (agreed(*task.root, options, out)) return task;
  status = 1;
  return {};
}

std::string message_of(const std::exception& error) {
  return dynamic_cast<const std::bad_alloc*>(&error) != nullptr ? "there is not enough memory" : error.what();
}

/// Returns the exit status.
int execute(const CommandLine& about, const std::string& program, const Task& task, Streams streams) {
  try {
    if (task.executor == nullptr) {
      const auto script = script_of(task.root);
      return script ? run(*script, task.options).exit_status() : about.run(task.root);
    }
  } catch (const std::exception& error) {
    streams.err << program << ": " << message_of(error) << '\n';
    return 1;
  }
  try {
    const JobResult result = run(task.root, *task.executor, task.options);
    streams.err << result.text() << '\n';
    return result.exit_status();
  } catch (const Error& error) {  // nothing has run
    streams.err << program << ": " << error.what() << '\n';
    return kUnusable;
  }
}

int run_command(const CommandLine& about, const std::string& program, Span<const std::string> words, Streams streams) {
  Task task;
  int status = 0;
  try {
    task = prepare(about, program, words, streams, status);
    if (task.root == nullptr && !streams.out.flush()) throw Error("the standard output cannot be written");
  } catch (const Error& error) {
    streams.err << program << ": " << error.what() << '\n';
    return kUnusable;
  } catch (const std::bad_alloc& error) {
    streams.err << program << ": " << message_of(error) << '\n';
    return kUnusable;
  } catch (const std::exception& error) {  // of a recipe
    streams.err << program << ": " << error.what() << '\n';
    return 1;
  }
  return task.root == nullptr ? status : execute(about, program, task, streams);
}

int run_commands(Span<const CommandLine> commands, const std::string& program, Span<const std::string> words,
                 Streams streams) {
  const std::string word = words.empty() ? "" : words.front();
  std::vector<std::string> names;
  for (const CommandLine& command : commands) {
    names.push_back(command_name(commands, command));
    if (names.back() == word) return run_command(command, program + " " + word, words.subspan(1), streams);
  }
  if (word == "--help" || word == "-h") {
    streams.out << commands_help(commands, program);
    return 0;
  }
  if (word == "--completion" && words.size() == 2 && (words[1] == "bash" || words[1] == "zsh")) {
    streams.out << completion_script(program, words[1]);
    return 0;
  }
  if (word == "--targets" && words.size() == 1) {
    streams.out << targets_text();
    return 0;
  }
  if (word.empty()) {
    streams.err << program << ": expected a command\n\n" << commands_help(commands, program);
    return kUnusable;
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  streams.err << program << ": " << shortened(with_suggestion("there is no command `" + word + "`", word, known))
              << '\n';
  if (nearest(word, known).empty()) streams.err << '\n' << commands_help(commands, program);
  return kUnusable;
}

}  // namespace

int command_line(const CommandLine& about, int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (words.size() == 2 && words[0] == "--complete") {
    complete(about, words[1], out);
    return 0;
  }
  return run_command(about, program_name(argc, argv), words, {out, err});
}

int command_lines(Span<const CommandLine> commands, int argc, const char* const* argv, std::ostream& out,
                  std::ostream& err) {
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (words.size() == 2 && words[0] == "--complete") {
    complete(commands, words[1], out);
    return 0;
  }
  return run_commands(commands, program_name(argc, argv), words, {out, err});
}

int command_line(const CommandLine& about, int argc, const char* const* argv) {
  if (const auto status = run_child(argc, argv)) return *status;
  return command_line(about, argc, argv, std::cout, std::cerr);
}

int command_lines(Span<const CommandLine> commands, int argc, const char* const* argv) {
  if (const auto status = run_child(argc, argv)) return *status;
  return command_lines(commands, argc, argv, std::cout, std::cerr);
}

}  // namespace run::detail
