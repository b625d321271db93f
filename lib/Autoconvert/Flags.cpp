#include "Flags.h"

#include <optional>

#include "clang/Options/Options.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

namespace options = clang::options;

namespace autoconvert {

namespace {

using llvm::opt::Arg;
using llvm::opt::Option;

// Words for Clang's inner compiler, -Xclang WORD, that load or write a file: with how many such words follow each.
std::optional<unsigned> droppedInnerWord(llvm::StringRef Word) {
  return llvm::StringSwitch<std::optional<unsigned>>(Word)
      .Cases({"-include-pch", "-load", "-plugin", "-add-plugin", "-o"}, 1U)
      .Cases({"-emit-pch", "-emit-module", "-emit-module-interface", "-emit-obj", "-emit-llvm"}, 0U)
      .StartsWith("-plugin-arg-", 1U)
      .Default(std::nullopt);
}

// Inputs other than the file, outputs, dependency files, warnings, optimisation and profiles say nothing about what a
// recipe means. What a precompiled header or a module of headers holds is read as text.
bool isDropped(const Option& O) {
  static constexpr unsigned Ids[] = {
      options::OPT_INPUT,
      options::OPT_o,
      options::OPT_c,
      options::OPT_S,
      options::OPT_E,
      options::OPT_x,
      options::OPT_w,
      options::OPT_v,
      options::OPT__HASH_HASH_HASH,
      options::OPT_pedantic,
      options::OPT_pedantic_errors,
      options::OPT_W_Group,
      options::OPT_M_Group,
      options::OPT_g_Group,
      options::OPT_O_Group,
      options::OPT_include_pch,
      options::OPT_fplugin_EQ,
      options::OPT_fpass_plugin_EQ,
      options::OPT_fplugin_arg,
      options::OPT_fmodules,
      options::OPT_fmodules_cache_path,
      options::OPT_fmodule_map_file,
      options::OPT_fmodule_output,
      options::OPT_fmodule_output_EQ,
      options::OPT_ftime_trace,
      options::OPT_ftime_trace_EQ,
      options::OPT_save_temps_EQ,
      options::OPT_save_temps,
      options::OPT__serialize_diags,
      options::OPT_fprofile_use,
      options::OPT_fprofile_use_EQ,
      options::OPT_fprofile_instr_use_EQ,
      options::OPT_fprofile_sample_use_EQ,
      options::OPT_fcf_protection_EQ,
      options::OPT_mtune_EQ,
      options::OPT_mfpmath_EQ,
      options::OPT_fexec_charset_EQ,
      options::OPT_finput_charset_EQ,
  };
  return llvm::any_of(Ids, [&](unsigned Id) { return O.matches(Id); });
}

// -fmodule-file=[NAME=]PATH of a module that the build has not made yet.
bool isMissingModule(const Arg& A, llvm::StringRef Directory) {
  if (!A.getOption().matches(options::OPT_fmodule_file)) return false;
  const llvm::StringRef Value = A.getValue();
  llvm::SmallString<256> Path(Value.contains('=') ? Value.split('=').second : Value);
  if (!Directory.empty()) llvm::sys::path::make_absolute(Directory, Path);
  return !llvm::sys::fs::exists(Path);
}

}  // namespace

std::vector<std::string> commandLine(const std::string& File, const std::vector<std::string>& Flags,
                                     const std::string& WorkingDirectory, std::vector<std::string>& Unknown) {
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
  std::vector<std::string> Line = {RUN_CLANG_RESOURCE_DIR "/../../../bin/clang++", "-fsyntax-only", "-resource-dir",
                                   RUN_CLANG_RESOURCE_DIR, "-w", "-ferror-limit=0",
                                   // A target's text must not depend on how its header was found.
                                   "-fretain-comments-from-system-headers"};
  bool HasStandard = false;
  unsigned InnerWordsToDrop = 0;
  for (const Arg* Argument : Parsed) {
    const Option& Option = Argument->getOption();
    if (Option.matches(options::OPT_UNKNOWN)) {
      const std::string Flag = Argument->getAsString(Parsed);
      if (!llvm::is_contained(Unknown, Flag)) Unknown.push_back(Flag);
      continue;
    }
    if (isDropped(Option) || isMissingModule(*Argument, WorkingDirectory)) continue;
    if (Option.matches(options::OPT_Xclang)) {
      if (InnerWordsToDrop != 0) {
        --InnerWordsToDrop;
        continue;
      }
      if (const std::optional<unsigned> Following = droppedInnerWord(Argument->getValue())) {
        InnerWordsToDrop = *Following;
        continue;
      }
    }
    // By the driver's -include, Clang would read what it has precompiled beside the header.
    if (Option.matches(options::OPT_include)) {
      Line.insert(Line.end(), {"-Xclang", "-include", "-Xclang", Argument->getValue()});
      continue;
    }
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
