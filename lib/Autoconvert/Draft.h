// a checked file => what rewriting its recipes changes, in which files. Plain values: they outlive the parsed file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "Inspect.h"

namespace autoconvert {

/// Bytes that are replaced; two of the same are one.
struct TextEdit {
  unsigned Begin = 0;
  unsigned End = 0;
  std::string Text;
  bool operator==(const TextEdit&) const = default;
};

struct FileDraft {
  std::string Original;
  std::vector<TextEdit> Edits;
  std::vector<std::string> Includes;  ///< to be added, <run/run.h> or "model.h"
};

/// A recipe whose body is still to be written: how it calls others depends on what becomes of them.
struct RecipeDraft {
  std::string File;
  std::string Id;
  ir::Recipe Of;
};

/// A recipe of another file that is called: if it stays one, its companion is needed.
struct CallDraft {
  std::string File;
  std::string Id;
  std::string Companion;
};

struct Draft {
  std::map<std::string, FileDraft> Files;  ///< by their real paths
  std::vector<RecipeDraft> Recipes;
  std::vector<CallDraft> Calls;
  std::map<std::string, std::string> Includers;  ///< which file includes a companion for functions of its own
};

/// `Companion` is how the file includes its own. What cannot be rewritten is added to the findings.
Draft draft(const Unit& U, Inspection& Of, const std::string& Companion);

}  // namespace autoconvert
