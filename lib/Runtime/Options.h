// argv => what the options say and the words that are left. All options stand in one table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "run/formats.h"
#include "run/span.h"

namespace run::detail {

struct OptionInfo {
  std::string_view name;   // `--print`
  std::string_view value;  // what it takes: FILE; `[=STYLE]` where it can be left out; empty: nothing
  std::string_view doc;
  std::string_view values = {};  // all that it takes, separated by spaces, where they are few
};

/// In the order in which help lists them.
Span<const OptionInfo> option_list();

struct Options {
  struct File {
    Format format;
    std::string name;  // a section may follow
  };

  std::string factory;
  std::vector<File> from;  // at most one
  std::vector<File> to;
  std::string print;
  std::string diff;
  std::string completion;
  std::string name;
  bool targets = false;
  bool dryrun = false;
  bool detach = false;
  bool yes = false;
  bool help = false;
  std::vector<std::string> words;

  /// Whether something is to be shown or written, and nothing run.
  bool only_looks() const { return !to.empty() || !print.empty() || !diff.empty() || dryrun; }
};

/// The words do not begin with the program's name. Throws Error, with a suggestion where one is near.
Options parse_options(Span<const std::string> words);

/// `message`, and the nearest of the names where one is near.
std::string with_suggestion(std::string message, std::string_view name, Span<const std::string_view> names);
std::vector<std::string_view> split_words(std::string_view text);

}  // namespace run::detail
