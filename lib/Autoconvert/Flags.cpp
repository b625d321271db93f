#include "Flags.h"

#include "clang/Options/Options.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"

namespace options = clang::options;

namespace autoconvert {

std::vector<std::string> commandLine(const std::string& File, const std::vector<std::string>& Flags) {
  llvm::SmallVector<const char*, 64> Words;
  for (const std::string& Flag : Flags) Words.push_back(Flag.c_str());
  llvm::BumpPtrAllocator Allocator;
  llvm::StringSaver Saver(Allocator);
  llvm::cl::ExpandResponseFiles(Saver, llvm::cl::TokenizeGNUCommandLine, Words);
  unsigned MissingIndex = 0;
  unsigned MissingCount = 0;
  const llvm::opt::InputArgList Parsed = clang::getDriverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount, llvm::opt::Visibility(options::ClangOption));

  // The driver looks for the system's headers from where it stands: it need not exist, but its folder must.
  std::vector<std::string> Line = {RUN_CLANG_RESOURCE_DIR "/../../../bin/clang++",
                                   "-fsyntax-only",
                                   "-resource-dir",
                                   RUN_CLANG_RESOURCE_DIR,
                                   "-w",
                                   "-ferror-limit=0"};
  bool HasStandard = false;
  for (const llvm::opt::Arg* Argument : Parsed) {
    const llvm::opt::Option& Option = Argument->getOption();
    // Inputs other than the file, outputs, dependency files, warnings, optimisation and g++'s own options say nothing
    // about what a recipe means.
    if (Option.matches(options::OPT_INPUT) || Option.matches(options::OPT_UNKNOWN) || Option.matches(options::OPT_o) ||
        Option.matches(options::OPT_c) || Option.matches(options::OPT_W_Group) ||
        Option.matches(options::OPT_M_Group) || Option.matches(options::OPT_g_Group) ||
        Option.matches(options::OPT_O_Group) || Option.matches(options::OPT_x) || Option.matches(options::OPT_w) ||
        Option.matches(options::OPT_pedantic) || Option.matches(options::OPT_pedantic_errors) ||
        Option.matches(options::OPT_S) || Option.matches(options::OPT_E))
      continue;
    HasStandard |= Option.matches(options::OPT_std_EQ);
    llvm::opt::ArgStringList Rendered;
    Argument->render(Parsed, Rendered);
    for (const char* Word : Rendered) Line.emplace_back(Word);
  }
  if (!HasStandard) Line.emplace_back("-std=c++20");
  Line.insert(Line.end(), {"-x", "c++", File});
  return Line;
}

}  // namespace autoconvert
