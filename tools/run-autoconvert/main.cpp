// run-autoconvert: options and files; the work is in lib/Autoconvert.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "Commands.h"
#include "Convert.h"
#include "Explain.h"
#include "Lint.h"
#include "Paths.h"
#include "Rewrite.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"

namespace {

using autoconvert::Status;

/// What stands on the command line.
struct Arguments {
  std::vector<std::string> Files;
  std::vector<std::string> Sources;
  std::vector<std::string> Flags;  ///< of the compiler: what follows `--`
  std::string Output;
  std::string Base;
  std::string Build;
  std::string Depfile;
  std::string Stamp;
  bool InPlace = false;
  bool Recipes = false;
  bool Ir = false;
  bool Targets = false;
  std::string PrintFormat = "text";
  autoconvert::LintRequest Lint;
  std::string LintFormat = "text";
  std::string Id;
  bool ListsIds = false;
};

/// The commands and their options.
class Commands {
 public:
  explicit Commands(Arguments& Into) : Given(Into) {
    App.require_subcommand(1);
    App.footer("What follows -- are the flags with which the files are compiled.");
    addConvert();
    addRewrite();
    addPrint();
    addLint();
    addExplain();
  }

  bool has(const std::string& Name) const {
    return !App.get_subcommands([&](const CLI::App* Command) { return Command->get_name() == Name; }).empty();
  }

  CLI::App App{"Turns C++ recipes, functions annotated [[run::autoconvert]], into configuration.", "run-autoconvert"};
  CLI::App* Convert = App.add_subcommand("convert", "Write the companions of source files");
  CLI::App* Rewrite = App.add_subcommand("rewrite", "Write the recipes as functions that return configurations");
  CLI::App* Print = App.add_subcommand("print", "Show what the tool understood");
  CLI::App* Lint = App.add_subcommand("lint", "Say what cannot be converted, in many files");
  CLI::App* Explain = App.add_subcommand("explain", "Say what a diagnostic means, with a bad and a good example");

 private:
  CLI::Option* addFiles(CLI::App& Command) {
    Command.add_option("-p", Given.Build, "Build folder with a compile_commands.json");
    return Command.add_option("files", Given.Files, "Source files with recipes");
  }

  void addConvert() {
    addFiles(*Convert)->required();
    Convert->add_option("-o", Given.Output, "Folder of the companions (default: beside each source)");
    Convert->add_option("--base", Given.Base,
                        "A companion's path below the output folder is its source's below this one");
    Convert
        ->add_option("--sources", Given.Sources,
                     "A source that may define recipes which a header declares: the header's companion includes the "
                     "source's (default: the other files)")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    Convert->add_option("--depfile", Given.Depfile, "Write the files that were read, for make and ninja");
    Convert->add_option("--stamp", Given.Stamp, "Touch this file when the conversion succeeded");
  }

  void addRewrite() {
    addFiles(*Rewrite)->required();
    CLI::Option* Output =
        Rewrite->add_option("-o", Given.Output, "File or folder of the result (default: standard output)");
    Rewrite->add_flag("-i", Given.InPlace, "Change the files themselves, and the headers that declare their recipes")
        ->excludes(Output);
    Rewrite->add_option("--base", Given.Base, "The folder below which files are included by their path");
  }

  void addPrint() {
    addFiles(*Print)->required();
    Print->add_flag("--recipes", Given.Recipes, "The recipes and what they return (default)");
    Print->add_flag("--ir", Given.Ir, "The intermediate form");
    CLI::Option* Targets = Print->add_flag("--targets", Given.Targets, "The targets and their arguments");
    Print->add_option("--format", Given.PrintFormat, "Of --targets: text for people, or json for run-config")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str()
        ->needs(Targets);
    Print->add_option("-o", Given.Output, "Of --targets --format=json: write it to this file")->needs(Targets);
  }

  void addLint() {
    addFiles(*Lint)->description("Source files with recipes (default: all that the build folder lists)");
    Lint->add_option("--format", Given.LintFormat, "The report's form")
        ->check(CLI::IsMember({"text", "json", "github", "sarif"}))
        ->capture_default_str();
    Lint->add_option("-o", Given.Lint.Output, "Write the report to this file (default: the standard output)");
    Lint->add_option("-j", Given.Lint.Jobs, "How many files are read at once (0: one for each processor)");
    CLI::Option* Baseline =
        Lint->add_option("--baseline", Given.Lint.Baseline, "Leave out the findings that are listed in this file");
    Lint->add_option("--write-baseline", Given.Lint.WriteBaseline, "List the findings in this file")
        ->excludes(Baseline);
    Lint->add_flag("--fix", Given.Lint.Fix, "Change the files as the findings offer, and report what is left")
        ->excludes("--write-baseline");
  }

  void addExplain() {
    CLI::Option* Id =
        Explain->add_option("id", Given.Id, "The diagnostic's id, as it stands in brackets: run-control-flow");
    Explain->add_flag("--list", Given.ListsIds, "List all ids, each with one line (default)")->excludes(Id);
  }

  Arguments& Given;
};

Status explain(const std::string& Id) {
  std::string Problem;
  const std::optional<std::string> Text = autoconvert::explain(Id, Problem);
  if (!Text) return autoconvert::unusable(Problem);
  std::cout << *Text;
  return Status::Done;
}

Status lint(Arguments& Given) {
  Given.Lint.Files = Given.Files;
  Given.Lint.Flags = Given.Flags;
  Given.Lint.Build = Given.Build;
  Given.Lint.As = *autoconvert::formatNamed(Given.LintFormat);
  return autoconvert::lint(Given.Lint);
}

/// A job for each file that can be compiled; `Result` is worse where one of them cannot.
std::vector<autoconvert::Job> jobsFor(const Arguments& Given, Status& Result) {
  std::vector<autoconvert::Job> Jobs;
  autoconvert::Commands Build;
  std::string Problem;
  if (!Given.Build.empty() && !Build.load(Given.Build, Problem)) {
    Result = autoconvert::unusable(Problem);
    return Jobs;
  }
  // A file is read in the folder of its compile command.
  std::vector<std::string> Others = Given.Sources.empty() ? Given.Files : Given.Sources;
  std::transform(Others.begin(), Others.end(), Others.begin(), autoconvert::absolutePath);
  const auto Sources = std::make_shared<const std::vector<std::string>>(std::move(Others));
  for (const std::string& File : Given.Files) {
    autoconvert::Command How;
    if (!Given.Build.empty() && !Build.find(File, How, Problem)) {
      Result = autoconvert::unusable(Problem);
      continue;
    }
    autoconvert::Job Job;
    Job.File = File;
    Job.Sources = Sources;
    Job.OutputDirectory = Given.Output;
    Job.Base = Given.Base;
    Job.Depfile = Given.Depfile;
    Job.Stamp = Given.Stamp;
    Job.Flags = How.Flags;
    Job.Flags.insert(Job.Flags.end(), Given.Flags.begin(), Given.Flags.end());
    Job.WorkingDirectory = How.WorkingDirectory;
    Jobs.push_back(std::move(Job));
  }
  return Jobs;
}

Status run(const Commands& Asked, Arguments& Given) {
  if (*Asked.Explain) return explain(Given.Id);
  if (*Asked.Lint) return lint(Given);
  const bool IsMetadata = *Asked.Print && Given.PrintFormat == "json";
  if (*Asked.Print && !IsMetadata && !Given.Output.empty())
    return autoconvert::unusable("print -o is for --targets --format=json");

  auto Result = Status::Done;
  std::vector<autoconvert::Job> Jobs = jobsFor(Given, Result);
  if (*Asked.Rewrite)
    return Result == Status::Done ? autoconvert::rewrite({Jobs, Given.InPlace, Given.Output}) : Result;
  autoconvert::joinCompanions(Jobs);
  if ((!Given.Depfile.empty() || !Given.Stamp.empty()) && Jobs.size() > 1)
    return autoconvert::unusable("--depfile and --stamp are for one file, or for a header and its source");
  if (IsMetadata) return Result == Status::Done ? autoconvert::printMetadata(Jobs, Given.Output) : Result;
  const auto What = Given.Ir        ? autoconvert::Listing::Ir
                    : Given.Targets ? autoconvert::Listing::Targets
                                    : autoconvert::Listing::Recipes;
  for (const autoconvert::Job& Job : Jobs)
    Result = std::max(Result, *Asked.Convert ? autoconvert::convert(Job) : autoconvert::print(Job, What));
  return Result;
}

}  // namespace

int main(int Count, char** Words) {
  // A crash says where it happened, and in which file and recipe.
  llvm::setBugReportMsg("run-autoconvert crashed. Please report this, with the file that is named below.\n");
  const llvm::InitLLVM Init(Count, Words);
#ifdef SIGXFSZ
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of whoever writes it, and no crash
#endif
  Arguments Given;
  std::vector<std::string> Own(Words + 1, Words + Count);
  const auto Separator = std::find(Own.begin(), Own.end(), "--");
  if (Separator != Own.end()) Given.Flags.assign(Separator + 1, Own.end());
  Own.erase(Separator, Own.end());

  Commands Asked(Given);
  if (!Own.empty() && Own.front().rfind('-', 0) != 0 && !Asked.has(Own.front()))
    return static_cast<int>(autoconvert::unusable("unknown command '" + Own.front() + "': try run-autoconvert --help"));
  try {
    // CLI11 reads its words from the back.
    Asked.App.parse(std::vector<std::string>(Own.rbegin(), Own.rend()));
  } catch (const CLI::ParseError& Error) {
    return Asked.App.exit(Error) == 0 ? 0 : static_cast<int>(Status::Unusable);
  }
  return static_cast<int>(run(Asked, Given));
}
