// run-autoconvert: options and files; the work is in lib/Autoconvert.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <optional>

#include "Commands.h"
#include "Convert.h"
#include "Explain.h"
#include "Lint.h"
#include "Rewrite.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"

namespace {

struct Arguments {
  std::vector<std::string> Files;
  std::string Output;
  std::string Base;
  std::string Build;
  std::string Depfile;
  std::string Stamp;
};

CLI::Option* addFiles(CLI::App& Command, Arguments& Into) {
  Command.add_option("-p", Into.Build, "Build folder with a compile_commands.json");
  return Command.add_option("files", Into.Files, "Source files with recipes");
}

int explain(const std::string& Id) {
  std::string Problem;
  const std::optional<std::string> Text = autoconvert::explain(Id, Problem);
  if (!Text) {
    std::cerr << "run-autoconvert: error: " << Problem << "\n";
    return static_cast<int>(autoconvert::Status::Unusable);
  }
  std::cout << *Text;
  return 0;
}

}  // namespace

int main(int Count, char** Words) {
  // A crash says where it happened, and in which file and recipe.
  llvm::setBugReportMsg("run-autoconvert crashed. Please report this, with the file that is named below.\n");
  const llvm::InitLLVM Init(Count, Words);
#ifdef SIGXFSZ
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of whoever writes it, and no crash
#endif
  // What follows `--` are the compiler's flags.
  std::vector<std::string> Own;
  std::vector<std::string> Flags;
  bool HasFlags = false;
  for (int I = 1; I < Count; ++I) {
    if (!HasFlags && std::string(Words[I]) == "--")
      HasFlags = true;
    else
      (HasFlags ? Flags : Own).emplace_back(Words[I]);
  }

  Arguments Given;
  std::string Id;
  bool ListIds = false;
  bool ListRecipes = false;
  bool ListIr = false;
  bool ListTargets = false;
  CLI::App App("Turns C++ recipes, functions annotated [[run::autoconvert]], into configuration.", "run-autoconvert");
  App.require_subcommand(1);
  App.footer("What follows -- are the flags with which the files are compiled.");
  CLI::App* Convert = App.add_subcommand("convert", "Write the companions of source files");
  addFiles(*Convert, Given)->required();
  Convert->add_option("-o", Given.Output, "Folder of the companions (default: beside each source)");
  Convert->add_option("--base", Given.Base,
                      "A companion's path below the output folder is its source's below this one");
  Convert->add_option("--depfile", Given.Depfile, "Write the files that were read, for make and ninja");
  Convert->add_option("--stamp", Given.Stamp, "Touch this file when the conversion succeeded");
  bool InPlace = false;
  CLI::App* Rewrite = App.add_subcommand("rewrite", "Write the recipes as functions that return configurations");
  addFiles(*Rewrite, Given)->required();
  CLI::Option* OneOutput =
      Rewrite->add_option("-o", Given.Output, "File or folder of the result (default: standard output)");
  Rewrite->add_flag("-i", InPlace, "Change the files themselves, and the headers that declare their recipes")
      ->excludes(OneOutput);
  Rewrite->add_option("--base", Given.Base, "The folder below which files are included by their path");
  CLI::App* Print = App.add_subcommand("print", "Show what the tool understood");
  addFiles(*Print, Given)->required();
  Print->add_flag("--recipes", ListRecipes, "The recipes and what they return (default)");
  Print->add_flag("--ir", ListIr, "The intermediate form");
  CLI::Option* TargetsFlag = Print->add_flag("--targets", ListTargets, "The targets and their arguments");
  std::string PrintFormat = "text";
  Print->add_option("--format", PrintFormat, "Of --targets: text for people, or json for run-config")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str()
      ->needs(TargetsFlag);
  Print->add_option("-o", Given.Output, "Of --targets --format=json: write it to this file")->needs(TargetsFlag);
  autoconvert::LintRequest ToLint;
  std::string FormatName = "text";
  CLI::App* Lint = App.add_subcommand("lint", "Say what cannot be converted, in many files");
  addFiles(*Lint, Given)->description("Source files with recipes (default: all that the build folder lists)");
  Lint->add_option("--format", FormatName, "The report's form")
      ->check(CLI::IsMember({"text", "json", "github", "sarif"}))
      ->capture_default_str();
  Lint->add_option("-o", ToLint.Output, "Write the report to this file (default: the standard output)");
  Lint->add_option("-j", ToLint.Jobs, "How many files are read at once (0: one for each processor)");
  CLI::Option* Baseline =
      Lint->add_option("--baseline", ToLint.Baseline, "Leave out the findings that are listed in this file");
  Lint->add_option("--write-baseline", ToLint.WriteBaseline, "List the findings in this file")->excludes(Baseline);
  Lint->add_flag("--fix", ToLint.Fix, "Change the files as the findings offer, and report what is left")
      ->excludes("--write-baseline");
  CLI::App* Explain = App.add_subcommand("explain", "Say what a diagnostic means, with a bad and a good example");
  CLI::Option* OneId = Explain->add_option("id", Id, "The diagnostic's id, as it stands in brackets: run-control-flow");
  Explain->add_flag("--list", ListIds, "List all ids, each with one line (default)")->excludes(OneId);

  const auto isCommand = [&](const std::string& Word) {
    return !App.get_subcommands([&](const CLI::App* Command) { return Command->get_name() == Word; }).empty();
  };
  if (!Own.empty() && Own.front().rfind('-', 0) != 0 && !isCommand(Own.front())) {
    std::cerr << "run-autoconvert: error: unknown command '" << Own.front() << "': try run-autoconvert --help\n";
    return static_cast<int>(autoconvert::Status::Unusable);
  }
  try {
    // CLI11 reads its words from the back.
    App.parse(std::vector<std::string>(Own.rbegin(), Own.rend()));
  } catch (const CLI::ParseError& Error) {
    return App.exit(Error) == 0 ? 0 : static_cast<int>(autoconvert::Status::Unusable);
  }
  if (*Explain) return explain(Id);
  if (*Lint) {
    ToLint.Files = Given.Files;
    ToLint.Flags = Flags;
    ToLint.Build = Given.Build;
    ToLint.As = *autoconvert::formatNamed(FormatName);
    return static_cast<int>(autoconvert::lint(ToLint));
  }
  if (*Print && PrintFormat != "json" && !Given.Output.empty()) {
    std::cerr << "run-autoconvert: error: print -o is for --targets --format=json\n";
    return static_cast<int>(autoconvert::Status::Unusable);
  }
  autoconvert::Commands Build;
  std::string Problem;
  if (!Given.Build.empty() && !Build.load(Given.Build, Problem)) {
    std::cerr << "run-autoconvert: error: " << Problem << "\n";
    return static_cast<int>(autoconvert::Status::Unusable);
  }
  auto Worst = autoconvert::Status::Done;
  const auto note = [&](autoconvert::Status Result) {
    if (static_cast<int>(Result) > static_cast<int>(Worst)) Worst = Result;
  };
  std::vector<autoconvert::Job> Jobs;
  for (const std::string& File : Given.Files) {
    autoconvert::Job Job;
    Job.File = File;
    Job.OutputDirectory = Given.Output;
    Job.Base = Given.Base;
    Job.Depfile = Given.Depfile;
    Job.Stamp = Given.Stamp;
    autoconvert::Command How;
    if (!Given.Build.empty() && !Build.find(File, How, Problem)) {
      std::cerr << "run-autoconvert: error: " << Problem << "\n";
      note(autoconvert::Status::Unusable);
      continue;
    }
    Job.Flags = How.Flags;
    Job.Flags.insert(Job.Flags.end(), Flags.begin(), Flags.end());
    Job.WorkingDirectory = How.WorkingDirectory;
    Jobs.push_back(std::move(Job));
  }
  if (*Rewrite) {
    if (Worst == autoconvert::Status::Done) note(autoconvert::rewrite({Jobs, InPlace, Given.Output}));
    return static_cast<int>(Worst);
  }
  autoconvert::joinCompanions(Jobs);
  if ((!Given.Depfile.empty() || !Given.Stamp.empty()) && Jobs.size() > 1) {
    std::cerr << "run-autoconvert: error: --depfile and --stamp are for one file, or for a header and its source\n";
    return static_cast<int>(autoconvert::Status::Unusable);
  }
  if (*Print && PrintFormat == "json") {
    if (Worst == autoconvert::Status::Done) note(autoconvert::printMetadata(Jobs, Given.Output));
    return static_cast<int>(Worst);
  }
  const auto What = ListIr        ? autoconvert::Listing::Ir
                    : ListTargets ? autoconvert::Listing::Targets
                                  : autoconvert::Listing::Recipes;
  for (const autoconvert::Job& Job : Jobs) note(*Convert ? autoconvert::convert(Job) : autoconvert::print(Job, What));
  return static_cast<int>(Worst);
}
