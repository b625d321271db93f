// Raw scripts: a file or a text that another program runs. After NeMo-Run's `run.Script`.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace run {

/// How a script's command is to be.
struct ScriptCommand {
  bool with_entrypoint = false;  // with the program that runs it in front
  std::string filename = {};     // where a text is written to, made executable; empty: it is handed over by `-c`
  std::string seen_as = {};      // what that file is called where the script runs; empty: as here
};

// An attribute of this project, which compilers do not know: the class may be configured.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wattributes"

/// Either `path` or `text` is given. Nothing of it is read by a shell on its way: what stands in `args` arrives as it
/// is. All functions throw Error where `check` does.
struct [[run::configurable]] Script {
  /// The file to be run, or with `m` the module; a relative one is looked for in the job's working folder.
  std::string path = {};
  /// The script itself; NeMo-Run's `inline`.
  std::string text = {};
  std::vector<std::string> args = {};
  /// Added to the environment; wins over the executor's.
  std::map<std::string, std::string> env = {};
  /// The program that runs it: one word, no arguments.
  std::string entrypoint = "bash";
  /// Whether Python is to run `path` as a module, `python -m`.
  bool m = false;

  bool operator==(const Script&) const = default;

  /// Throws Error where not exactly one of path and text is given, where there is no entrypoint, where `m` stands with
  /// an entrypoint that is no Python or with a text, or where a word holds a NUL.
  void check() const;

  /// The last part of the path, or the first ten characters of the text, with `_` for what is no letter or digit.
  std::string name() const;

  /// The words to be run: `[entrypoint] [-m] path args...`, `[entrypoint] -c text`, or, with a filename, the text's
  /// file. Writes that file, its folders too; throws Error where it cannot.
  std::vector<std::string> to_command(const ScriptCommand& how = {}) const;

  /// The text as a file: with a first line that says what runs it, unless it begins with such a line.
  std::string file_text() const;
};

#pragma GCC diagnostic pop

}  // namespace run
