// The findings that a code base had when it began to be checked: they are not said again.
//
// An entry is a finding's file, id and line of text, so that findings move with their code; several on equal lines are
// counted.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "Issue.h"

namespace autoconvert {

class Baseline {
 public:
  /// False with a message when the file cannot be read.
  bool read(const std::string& Path, std::string& Problem);
  /// Whether the finding is an old one. Each entry of the file is used once.
  bool takes(const Issue& I);
  /// Whether there is an entry of the file.
  bool lists(const std::string& File) const;
  /// Entries that no finding took, of these files and of files that are gone: they are mended, or their line was
  /// changed.
  unsigned left(const std::set<std::string>& Files) const;

 private:
  using Key = std::tuple<std::string, std::string, std::string>;

  std::string Folder;
  std::map<Key, unsigned> Count;
};

/// Writes the findings as a baseline, sorted; paths are relative to its folder. Returns a message when it cannot.
std::string writeBaseline(const std::string& Path, const std::vector<Issue>& Findings);

/// The same for the same finding, wherever its line moved: what tells findings apart from one run to the next.
std::string fingerprint(const Issue& I, const std::string& RelativePath, unsigned Repetition);

}  // namespace autoconvert
