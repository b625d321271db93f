// run-config: works on configurations in files, without the program that they are for.
#include <CLI/CLI.hpp>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "Elements.h"
#include "Files.h"
#include "Targets.h"
#include "Utf8.h"
#include "Words.h"
#include "run/diff.h"
#include "run/dot.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/path.h"
#include "run/print.h"
#include "run/target_info.h"

namespace {

using run::files::Known;

// As diff(1): a difference is no failure.
enum class Status { Same = 0, Different = 1, Trouble = 2 };

struct Arguments {
  Known What;
  std::string File;
  std::string Other;
  std::string Path;
  std::string Root;
  std::string Output;
  std::string Format = "text";
  std::vector<std::string> Words;
  run::DotOptions Drawing;
  bool InPlace = false;
  bool Flat = false;
  bool Comments = false;
};

/// Everything after the last step's dot or bracket: `lr` of `optim.lr=0.1`.
std::string lastName(const std::string& Word) {
  const std::string Path = Word.substr(0, Word.find_first_of("=+*/|&"));
  const std::size_t Dot = Path.find_last_of(".]");
  return Dot == std::string::npos ? Path : Path.substr(Dot + 1);
}

/// `0.1` of `optim.lr=0.1`.
std::string valueIn(const std::string& Word) {
  const std::size_t Equals = Word.find('=');
  return Equals == std::string::npos ? "" : Word.substr(Equals + 1);
}

run::NodePtr readOne(Arguments& Given) {
  Given.What.Files = {Given.File};
  run::files::know(Given.What);
  return run::files::read(Given.File, Given.Root);
}

std::pair<run::NodePtr, run::NodePtr> readTwo(Arguments& Given) {
  Given.What.Files = {Given.File, Given.Other};
  run::files::know(Given.What);
  return {run::files::read(Given.File, Given.Root), run::files::read(Given.Other, Given.Root)};
}

void write(const std::string& Place, const std::string& Text) {
  if (Place == run::files::StandardStream)
    std::cout << Text;
  else
    run::detail::write_file(Place, Text);
}

void emit(const Arguments& Given, run::Node& Root) {
  if (Given.InPlace && !run::detail::split_section(Given.File).section.empty())
    throw run::Error(Given.File + ": -i is for a whole file, not for a section of it");
  const std::string Place = Given.InPlace ? Given.File : Given.Output;
  const std::string Text = run::files::written(Root, Place.empty() ? Given.File : Place);
  write(Place.empty() ? std::string(run::files::StandardStream) : Place, Text);
}

Status diff(Arguments& Given) {
  const auto [Before, After] = readTwo(Given);
  const run::Diff Found = run::detail::diff(*Before, *After);
  if (Given.Format == "json")
    std::cout << run::to_json(Found);
  else
    run::print(Found);
  return Found.empty() ? Status::Same : Status::Different;
}

Status draw(Arguments& Given) {
  run::NodePtr Before;
  run::NodePtr After;
  if (Given.Other.empty())
    After = readOne(Given);
  else
    std::tie(Before, After) = readTwo(Given);
  const std::string Dot = run::detail::to_dot(Before.get(), *After, Given.Drawing);
  if (Given.Output.empty()) {
    std::cout << Dot;
    return Status::Same;
  }
  if (!Given.Output.ends_with(".dot") && !Given.Output.ends_with(".svg"))
    throw run::Error(Given.Output + ": expected a file named .svg or .dot");
  run::detail::write_file(Given.Output, Given.Output.ends_with(".svg") ? run::dot_to_svg(Dot) : Dot);
  return Status::Same;
}

Status convert(Arguments& Given) {
  const run::NodePtr Root = readOne(Given);
  write(Given.Output, run::files::written(*Root, Given.Output, Given.Comments));
  return Status::Same;
}

Status print(Arguments& Given) {
  const run::NodePtr Root = readOne(Given);
  run::PrintOptions Options;
  if (Given.Flat) Options.style = run::PrintOptions::Style::flat;
  Options.defaults = !Given.What.Targets.empty();  // else nothing is known of what is not set
  run::detail::print(*Root, std::cout, Options);
  return Status::Same;
}

Status get(Arguments& Given) {
  const run::NodePtr Root = readOne(Given);
  const run::detail::Spot Whole{.root = Root.get(), .node = Root.get()};
  if (const auto Range = run::detail::slice_at(Whole, Given.Path))
    std::cout << run::files::written(run::detail::slice(Range->list, Range->first, Range->last));
  else
    std::cout << run::files::written(run::detail::take(run::detail::resolve(Whole, Given.Path)));
  return Status::Same;
}

Status set(Arguments& Given) {
  for (const std::string& Word : Given.Words) {
    Given.What.Names.push_back(lastName(Word));
    Given.What.Values.push_back(valueIn(Word));
  }
  const run::NodePtr Root = readOne(Given);
  std::uint32_t Number = 1;
  for (const std::string& Word : Given.Words) run::detail::apply_word(*Root, Word, Number++);
  emit(Given, *Root);
  return Status::Same;
}

Status patch(Arguments& Given) {
  if (Given.Other != run::files::StandardStream && !Given.Other.ends_with(".json"))
    throw run::Error(Given.Other +
                     ": expected a diff in a file named .json, as `run-config diff --format=json` writes");
  const run::Diff Changes = run::diff_from_json(run::files::contentOf(Given.Other), Given.Other);
  Given.What.Others = {Given.Other};
  for (const run::Change& Change : Changes.changes()) Given.What.Names.push_back(lastName(Change.path));
  const run::NodePtr Root = readOne(Given);
  run::detail::apply(Changes, *Root, nullptr, {});
  emit(Given, *Root);
  return Status::Same;
}

Status validate(Arguments& Given) {
  run::files::know(Given.What);
  Status Worst = Status::Same;
  for (const std::string& File : Given.Words) {
    // What cannot be read at all is no invalid configuration.
    try {
      run::files::contentOf(File);
    } catch (const run::Error& Error) {
      std::cerr << "run-config: " << Error.what() << "\n";
      Worst = Status::Trouble;
      continue;
    }
    for (const std::string& Mistake : run::files::mistakesIn(File, Given.Root)) {
      std::cerr << Mistake << "\n";
      if (Worst == Status::Same) Worst = Status::Different;
    }
  }
  return Worst;
}

CLI::App* command(CLI::App& App, Arguments& Given, const char* Name, const char* What) {
  CLI::App* Command = App.add_subcommand(Name, What);
  Command->add_option(
      "--targets", Given.What.Targets,
      "What run-autoconvert print --targets --format=json wrote, or PROGRAM --targets: check against it");
  Command->add_option("--root", Given.Root, "With --targets: the target of a file that does not say its own");
  return Command;
}

/// What is wrong with the words.
Status complain(const CLI::App& App, const CLI::ParseError& Error, int Count, char** Words) {
  const CLI::App* Command = &App;
  std::string Message = Error.what();
  std::vector<std::string> Names;
  if (const std::string First = Count > 1 ? Words[1] : ""; App.get_subcommands().empty()) {
    Message = First.empty() ? "expected a command" : "there is no command `" + First + "`";
    for (const CLI::App* Known : App.get_subcommands([](const CLI::App*) { return true; }))
      Names.push_back(Known->get_name());
    const std::string_view Near =
        run::detail::nearest(First, std::vector<std::string_view>(Names.begin(), Names.end()));
    if (!Near.empty()) {
      Message += run::detail::did_you_mean(Near);
    } else {
      Message += "; there are";
      for (const std::string& Name : Names) Message += (&Name == &Names.front() ? " `" : ", `") + Name + "`";
    }
  } else {
    Command = App.get_subcommands().front();
    for (const CLI::Option* Known : Command->get_options())
      for (const std::string& Long : Known->get_lnames()) Names.push_back("--" + Long);
    const std::vector<std::string> Left = Command->remaining();
    const std::string Extra = Left.empty() ? "" : Left.front();
    const std::string_view Near =
        run::detail::nearest(Extra, std::vector<std::string_view>(Names.begin(), Names.end()));
    if (!Near.empty()) Message += "; did you mean " + std::string(Near) + "?";
  }
  const std::string Program = "run-config" + (Command == &App ? "" : " " + Command->get_name());
  std::cerr << Program << ": " << run::detail::shortened(Message) << "\n" << Program << " --help says more\n";
  return Status::Trouble;
}

/// Sections of the standard input by its other name: CLI11 takes `-:trainer` for an option.
std::vector<std::string> wordsOf(int Count, char** Words) {
  std::vector<std::string> All;
  for (int I = Count; I-- > 1;) {  // as CLI11 takes them: the last one first
    std::string& Word = All.emplace_back(Words[I]);
    if (Word.starts_with("-:")) Word = run::files::StandardInput + Word.substr(1);
  }
  return All;
}

}  // namespace

int main(int Count, char** Words) {
  Arguments Given;
  CLI::App App("Works on configurations in YAML, JSON and TOML files.", "run-config");
  App.require_subcommand(1);
  App.footer(
      "A file may be followed by a section: run.yaml:trainer; - is the standard input, as YAML or JSON. Exit\n"
      "status: 0, 1 where there is a difference or an invalid file, 2 where something could not be done.");

  CLI::App* Diff = command(App, Given, "diff", "Say what differs between two files");
  Diff->add_option("before", Given.File, "YAML, JSON or TOML, by its name")->required();
  Diff->add_option("after", Given.Other, "The same, in any of these formats")->required();
  Diff->add_option("--format", Given.Format, "text, or json for run-config patch")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();

  CLI::App* Draw = command(App, Given, "draw", "Draw a file, or what differs between two");
  Draw->add_option("file", Given.File)->required();
  Draw->add_option("after", Given.Other, "Draws what differs from file to this one");
  Draw->add_option("-o", Given.Output, "x.svg (needs Graphviz) or x.dot (default: dot, to the standard output)");
  Draw->add_option("--depth", Given.Drawing.depth, "Leave out what is farther from the root");
  Draw->add_option("--longest-value", Given.Drawing.longest_value, "Cut values after so many characters");
  Draw->add_option("--longest-list", Given.Drawing.longest_list, "Leave out further elements");
  for (const char* Number : {"--depth", "--longest-value", "--longest-list"})
    Draw->get_option(Number)->check(CLI::NonNegativeNumber);

  CLI::App* Convert = command(App, Given, "convert", "Write a file in another format");
  Convert->add_option("in", Given.File)->required();
  Convert->add_option("out", Given.Output, "Its name says the format: .yaml, .json, .toml; - is the standard output")
      ->required();
  Convert->add_flag("--comments", Given.Comments, "With --targets: documentation, types and defaults above arguments");

  CLI::App* Print = command(App, Given, "print", "Show a file as a tree");
  Print->add_option("file", Given.File)->required();
  Print->add_flag("--flat", Given.Flat, "A line an argument");

  CLI::App* Get = command(App, Given, "get", "Show what stands at a path");
  Get->add_option("file", Given.File)->required();
  Get->add_option("path", Given.Path, "model.layers[0].width")->required();

  CLI::App* Set = command(App, Given, "set", "Change what stands at paths");
  Set->add_option("file", Given.File)->required();
  Set->add_option("words", Given.Words, "path=value, path+=value and so on, as on a program's command line")
      ->required();

  CLI::App* Patch = command(App, Given, "patch", "Make the changes of a diff");
  Patch->add_option("file", Given.File)->required();
  Patch->add_option("diff", Given.Other, "What run-config diff --format=json wrote")->required();
  for (CLI::App* Command : {Set, Patch}) {
    CLI::Option* OneOutput = Command->add_option("-o", Given.Output, "Write to this file (default: standard output)");
    Command->add_flag("-i", Given.InPlace, "Write the file anew; comments are not kept")->excludes(OneOutput);
  }

  CLI::App* Validate = command(App, Given, "validate", "Check files against the targets of a program");
  Validate->get_option("--targets")->required();
  Validate->add_option("files", Given.Words)->required();

  try {
    App.parse(wordsOf(Count, Words));
  } catch (const CLI::ParseError& Error) {
    if (Error.get_exit_code() == 0) return App.exit(Error);
    return static_cast<int>(complain(App, Error, Count, Words));
  }
  try {
    const Status Result = *Diff      ? diff(Given)
                          : *Draw    ? draw(Given)
                          : *Convert ? convert(Given)
                          : *Print   ? print(Given)
                          : *Get     ? get(Given)
                          : *Set     ? set(Given)
                          : *Patch   ? patch(Given)
                                     : validate(Given);
    std::cout.flush();
    if (!std::cout) throw run::Error("the standard output cannot be written");
    return static_cast<int>(Result);
  } catch (const std::bad_alloc&) {
    std::cerr << "run-config: there is not enough memory\n";
    return static_cast<int>(Status::Trouble);
  } catch (const std::exception& Error) {
    std::cerr << "run-config: " << Error.what() << "\n";
    return static_cast<int>(Status::Trouble);
  }
}
