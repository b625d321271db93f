// Where the values of a configuration came from: for each argument every value that it had, and the place that set it.
// As Fiddle's `history` module. Copies have the history of their original; comparison and files know nothing of it.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "run/record.h"
#include "run/spot.h"

namespace run {

/// One value of an argument.
struct HistoryEntry {
  std::string path;   // of the argument, or of the element that changed
  std::string value;  // its text, shortened where it is long; of an erased element what it was; empty: no default
  Location where;     // the recipe's, program's or file's line, the word of the command line; unknown for defaults
  How how = How::set;
  std::size_t times = 1;  // how often the same line did so to elements, in a row: the path and value are the first's

  /// `main.cpp:12`, `run.yaml:3:8`, `command line, word 2`; empty where it is unknown.
  std::string place() const;
  bool operator==(const HistoryEntry&) const;
};

/// Whether histories are kept, by the whole process: they are, until this says no. Then a change costs what it would
/// without them; what was recorded stays.
void set_history(bool keep);
inline bool history_is_kept() { return detail::keeps_history(); }

namespace detail {

/// A change of one element, or of several that stand together.
struct ElementChange {
  const Spot& container;
  std::string step;    // within the container: `[3]`, `[1:3]`, `[left]`
  const Value& value;  // the new one, or what goes
  Location where;
  How how;
};
/// To be called before it is made. Of what the same line does again and again the first is kept, and how often.
void record_element(const ElementChange& change);

/// Oldest first; the last is what it is now. Of a node: where it was made.
std::vector<HistoryEntry> history_of(const Spot& spot);
/// A table of all that is set, or was, below the node.
std::string history_table(Node& root, bool color);
std::string history_table(const std::vector<HistoryEntry>& entries, bool color);
/// Where the value there was set.
Location where_of(const Spot& spot);

}  // namespace detail
}  // namespace run
