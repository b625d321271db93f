#include "Options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "Texts.h"
#include "Utf8.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

constexpr std::string_view kStyles = "tree flat yaml json toml history";

constexpr OptionInfo kOptions[] = {
    {"--factory", "NAME[(ARGUMENTS)]", "begin with what this recipe gives, or with @FILE"},
    {"--yaml", "FILE[:SECTION]", "begin with this file"},
    {"--json", "FILE[:SECTION]", "begin with this file"},
    {"--toml", "FILE[:SECTION]", "begin with this file"},
    {"--to-yaml", "FILE[:SECTION]", "write the configuration, or a part of it, and end; - is the terminal"},
    {"--to-json", "FILE[:SECTION]", "the same as JSON"},
    {"--to-toml", "FILE[:SECTION]", "the same as TOML"},
    {"--print", "[=STYLE]", "show the configuration, and end: tree, flat, yaml, json, toml, history", kStyles},
    {"--diff", "FILE[:SECTION]", "show what differs from this file, and end"},
    {"--dryrun", "", "show a table of all arguments, and what the executor would run, and end"},
    {"--name", "NAME", "what the run is called that an executor makes"},
    {"--detach", "", "leave it running by its executor, and end"},
    {"--yes", "", "do not ask before running (-y); it is asked on a terminal only"},
    {"--targets", "", "print what configurations can be made of, for run-config validate, and end"},
    {"--completion", "SHELL", "print a script that completes words in bash or zsh", "bash zsh"},
    {"--help", "", "this text (-h)"},
};

void declare(CLI::App& app, Options& into) {
  const auto file = [&](const char* name, std::vector<Options::File>& files, Format format) {
    app.add_option_function<std::string>(name,
                                         [&files, format](const std::string& path) {
                                           files.push_back({format, path});
                                         })
        ->type_name("FILE");
  };
  app.set_help_flag();
  app.allow_extras();
  app.add_option("--factory", into.factory)->type_name("NAME");
  file("--yaml", into.from, Format::yaml);
  file("--json", into.from, Format::json);
  file("--toml", into.from, Format::toml);
  file("--to-yaml", into.to, Format::yaml);
  file("--to-json", into.to, Format::json);
  file("--to-toml", into.to, Format::toml);
  app.add_flag("--print{tree}", into.print);
  app.add_option("--diff", into.diff)->type_name("FILE");
  app.add_option("--completion", into.completion)->type_name("SHELL");
  app.add_flag("--targets", into.targets);
  app.add_flag("--dryrun", into.dryrun);
  app.add_option("--name", into.name)->type_name("NAME");
  app.add_flag("--detach", into.detach);
  app.add_flag("--yes,-y", into.yes);
  app.add_flag("--help,-h", into.help);
}

void check_value(std::string_view option, const std::string& value) {
  if (value.empty()) return;
  const auto info = std::find_if(std::begin(kOptions), std::end(kOptions),
                                 [&](const OptionInfo& known) { return known.name == option; });
  const std::vector<std::string_view> known = split_words(info->values);
  if (std::find(known.begin(), known.end(), value) != known.end()) return;
  std::string message = std::string(option) + "=" + value + ": expected ";
  for (const std::string_view name : known)
    message += (name == known.front() ? "" : name == known.back() ? " or " : ", ") + std::string(name);
  throw Error(with_suggestion(message, value, known));
}

/// CLI11 would take what follows for how often the flag is set.
void check_flags(Span<const std::string> words) {
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (!word.starts_with('-') || equals == std::string::npos) continue;
    const std::string name = word.starts_with("-y=")   ? "--yes"
                             : word.starts_with("-h=") ? "--help"
                                                       : word.substr(0, equals);
    for (const OptionInfo& option : kOptions)
      if (option.name == name && option.value.empty())
        throw Error(word.substr(0, equals) + " takes no value, found `" + word + "`");
  }
}

bool is_style(std::string_view word) {
  const std::vector<std::string_view> styles = split_words(kStyles);
  return std::find(styles.begin(), styles.end(), word) != styles.end();
}

[[noreturn]] void unknown(const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  for (const OptionInfo& option : kOptions) names.push_back(option.name);
  const std::string message = "there is no option " + word;
  const std::string suggested = with_suggestion(message, name, names);
  if (suggested == message && word.find_first_not_of('-') != std::string::npos)
    throw Error(message + "; an argument is set without dashes: " + word.substr(word.find_first_not_of('-')) +
                (word.find('=') == std::string::npos ? "=VALUE" : ""));
  throw Error(suggested);
}

Options parsed(Span<const std::string> words) {
  check_flags(words);
  Options options;
  CLI::App app;
  declare(app, options);
  std::vector<std::string> reversed(words.begin(), words.end());
  std::reverse(reversed.begin(), reversed.end());  // as CLI11 wants them
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    throw Error(error.what());
  }
  bool is_behind = false;  // `--`
  for (const std::string& word : app.remaining()) {
    if (!is_behind && word == "--") {
      is_behind = true;
      continue;
    }
    if (is_behind && word.starts_with('-')) throw Error("behind `--` there are no options, found " + word);
    if (word.starts_with('-') && word != "-") unknown(word);
    if (!options.print.empty() && is_style(word)) throw Error("a style is given with `=`: --print=" + word);
    options.words.push_back(word);
  }
  if (options.print == "true") options.print = "tree";  // what CLI11 makes of a flag
  check_value("--print", options.print);
  check_value("--completion", options.completion);
  if (options.from.size() + (options.factory.empty() ? 0U : 1U) > 1)
    throw Error("--factory, --yaml, --json and --toml exclude each other: only one can be begun with");
  return options;
}

}  // namespace

Span<const OptionInfo> option_list() { return kOptions; }

Options parse_options(Span<const std::string> words) {
  try {
    return parsed(words);
  } catch (const Error& error) {
    throw Error(shortened(error.what()));
  }
}

std::string with_suggestion(std::string message, std::string_view name, Span<const std::string_view> names) {
  if (const std::string_view near = nearest(name, names); !near.empty())
    message += "; did you mean " + std::string(near) + "?";
  return message;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  each_part(text, ' ', [&](std::string_view word) {
    if (!word.empty()) words.push_back(word);
  });
  return words;
}

}  // namespace run::detail
