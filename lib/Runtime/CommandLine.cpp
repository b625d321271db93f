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
#include "Options.h"
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

void look(const CommandLine& about, Node& root, const Options& options, std::ostream& out) {
  if (!options.to.empty()) write(root, options.to, out);
  if (!options.print.empty()) show(root, options.print, out);
  if (!options.diff.empty()) show_diff(about, root, options.diff, out);
  if (options.dryrun) out << arguments_table(root);
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

/// Null where all was shown that was asked for, or nobody agreed to more; `status` says which.
NodePtr prepare(const CommandLine& about, const std::string& program, std::span<const std::string> words,
                std::ostream& out, int& status) {
  const Options options = parse_options(words);
  if (!options.completion.empty()) {
    out << completion_script(program, options.completion);
    return nullptr;
  }
  if (options.help && !has_beginning(about, options)) {
    out << help(about, program, nullptr);
    return nullptr;
  }
  NodePtr root = beginning(about, options);
  for (std::size_t i = 0; i < options.words.size(); ++i)
    apply_word(*root, options.words[i], static_cast<std::uint32_t>(i + 1));
  if (options.help) {
    out << help(about, program, root.get());
    return nullptr;
  }
  if (options.only_looks()) {
    look(about, *root, options, out);
    return nullptr;
  }
  check_missing(about, program, *root);
  if (agreed(*root, options, out)) return root;
  status = 1;
  return nullptr;
}

int run_command(const CommandLine& about, const std::string& program, std::span<const std::string> words,
                Streams streams) {
  NodePtr root;
  int status = 0;
  try {
    root = prepare(about, program, words, streams.out, status);
  } catch (const Error& error) {
    streams.err << program << ": " << error.what() << '\n';
    return kUnusable;
  }
  if (root == nullptr) return status;
  try {
    return about.run(root);
  } catch (const std::exception& error) {
    streams.err << program << ": " << error.what() << '\n';
    return 1;
  }
}

int run_commands(std::span<const CommandLine> commands, const std::string& program, std::span<const std::string> words,
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
  if (word.empty()) {
    streams.err << program << ": expected a command\n\n" << commands_help(commands, program);
    return kUnusable;
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  streams.err << program << ": " << with_suggestion("there is no command `" + word + "`", word, known) << '\n';
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

int command_lines(std::span<const CommandLine> commands, int argc, const char* const* argv, std::ostream& out,
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

int command_lines(std::span<const CommandLine> commands, int argc, const char* const* argv) {
  if (const auto status = run_child(argc, argv)) return *status;
  return command_lines(commands, argc, argv, std::cout, std::cerr);
}

}  // namespace run::detail
