// The command line of a program that is a configuration.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "CommandLineHelp.h"
#include "Words.h"
#include "run/cli.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/print.h"

namespace run::detail {
namespace {

struct Options {
  std::string factory;
  std::string yaml;
  std::string to_yaml;
  std::string print;
  std::string completion;
  bool dryrun = false;
  bool yes = false;
  bool help = false;
  std::vector<std::string> words;
};

void declare(CLI::App& app, Options& into) {
  app.set_help_flag();
  app.allow_extras();
  app.add_option("--factory", into.factory);
  app.add_option("--yaml", into.yaml);
  app.add_option("--to-yaml", into.to_yaml);
  app.add_flag("--print{tree}", into.print);
  app.add_option("--completion", into.completion);
  app.add_flag("--dryrun", into.dryrun);
  app.add_flag("--yes,-y", into.yes);
  app.add_flag("--help,-h", into.help);
}

constexpr std::string_view kOptions[] = {"--factory", "--yaml",       "--to-yaml", "--print",
                                         "--dryrun",  "--completion", "--yes",     "--help"};

Options parse(int argc, const char* const* argv) {
  Options options;
  CLI::App app;
  declare(app, options);
  std::vector<std::string> reversed;
  for (int i = argc - 1; i > 0; --i) reversed.emplace_back(argv[i]);  // as CLI11 wants them
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    throw Error(error.what());
  }
  for (const std::string& word : app.remaining()) {
    if (word.starts_with('-') && word != "-") {
      std::string message = "there is no option " + word;
      const std::string name = word.substr(0, word.find('='));
      if (const std::string_view near = nearest(name, kOptions); !near.empty())
        message += "; did you mean " + std::string(near) + "?";
      else if (word.find('=') != std::string::npos)
        message += "; an argument is set without dashes: " + word.substr(word.find_first_not_of('-'));
      throw Error(message);
    }
    options.words.push_back(word);
  }
  return options;
}

/// Of what the program is about.
NodePtr checked(const CommandLine& about, NodePtr root, const std::string& from) {
  const bool fits = about.expected != nullptr && about.expected->function.pointer != nullptr
                        ? root->target == about.expected
                        : root->target->result == about.result || root->target->object == about.result ||
                              about.expected == nullptr || root->target == about.expected;
  if (fits && root->kind == about.kind) return root;
  const std::string kind = about.kind == NodeKind::partial ? "a partial " : "";
  throw Error(from + " gives " + (root->kind == NodeKind::partial ? "a partial " : "") + root->target->display() +
              ", expected " + kind + (about.expected != nullptr ? about.expected->display() : about.result->name()));
}

NodePtr root_of(const CommandLine& about, const Options& options) {
  if (!options.factory.empty() && !options.yaml.empty()) throw Error("--factory and --yaml exclude each other");
  if (!options.yaml.empty()) return from_yaml_file(options.yaml, *about.result, about.kind, about.expected);
  if (!options.factory.empty()) {
    const bool is_call = options.factory.find('(') != std::string::npos;
    const std::string call = is_call ? options.factory : options.factory + "()";
    const Value made = value_of_word({}, {call}, "--factory");
    if (!made.is(Value::Kind::node)) throw Error("--factory: it gives no configuration, it gives " + made.text());
    return checked(about, made.node(), "--factory " + options.factory);
  }
  if (about.initial == nullptr)
    throw Error("the recipe " + std::string(about.name) + " takes arguments: give them by --factory '" +
                std::string(about.name) + "(name=value)', or a file by --yaml");
  return about.initial();
}

void write_yaml(Node& root, const std::string& path, std::ostream& out) {
  const std::string text = to_yaml(root, YamlOptions());
  if (path == "-") {
    out << text;
    return;
  }
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw Error(path + ": it cannot be written");
}

void print_as(Node& root, const std::string& style, std::ostream& out) {
  if (style == "yaml") {
    out << to_yaml(root, YamlOptions());
    return;
  }
  PrintOptions options;
  if (style == "flat")
    options.style = PrintOptions::Style::flat;
  else if (style == "history")
    options.locations = true;
  else if (style != "tree" && style != "true")
    throw Error("--print=" + style + ": expected tree, flat, yaml or history");
  print(root, out, options);
}

bool agreed(const Options& options, std::ostream& out) {
  if (options.yes || !asks(out)) return true;
  out << "Continue? [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace

int command_line(const CommandLine& about, int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  const std::string program = program_name(argc, argv);
  NodePtr root;
  Options options;
  try {
    if (argc > 1 && std::string_view(argv[1]) == "--complete") {
      complete(about, argc, argv, out);
      return 0;
    }
    options = parse(argc, argv);
    if (!options.completion.empty()) {
      out << completion_script(program, options.completion);
      return 0;
    }
    if (options.help && about.initial == nullptr && options.yaml.empty() && options.factory.empty()) {
      out << help(about, program, nullptr);
      return 0;
    }
    root = root_of(about, options);
    for (std::size_t i = 0; i < options.words.size(); ++i)
      apply_word(*root, options.words[i], static_cast<std::uint32_t>(i + 1));
    if (options.help) {
      out << help(about, program, root.get());
      return 0;
    }
    if (!options.to_yaml.empty()) write_yaml(*root, options.to_yaml, out);
    if (!options.print.empty()) print_as(*root, options.print, out);
    if (options.dryrun) out << arguments_table(*root);
    if (!options.to_yaml.empty() || !options.print.empty() || options.dryrun) return 0;
    if (!agreed(options, out)) return 1;
  } catch (const Error& error) {
    err << program << ": " << error.what() << '\n';
    return 2;
  }
  try {
    return about.run(root);
  } catch (const std::exception& error) {
    err << program << ": " << error.what() << '\n';
    return 1;
  }
}

int command_line(const CommandLine& about, int argc, const char* const* argv) {
  return command_line(about, argc, argv, std::cout, std::cerr);
}

}  // namespace run::detail
