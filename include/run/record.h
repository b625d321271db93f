// What an argument was before it was changed: the records that a node keeps. Users see them through history.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "run/fwd.h"
#include "run/location.h"
#include "run/node_memory.h"
#include "run/value.h"

namespace run {

/// How an argument, or an element of one, came by a value.
enum class How : unsigned char {
  initial,       // it was not set: its default
  set,           // by a recipe, a program, a file or a word of a command line
  broadcast,     // Graph::broadcast
  walk,          // Graph::walk
  materialized,  // materialize_defaults
  unset,         // back to the default
  edited,        // its elements were changed
  element,       // one of its elements was set
  inserted,      // an element came
  erased,        // elements went
};

/// What was replaced is not kept alive: of all but numbers and the like there is only the text. Small, for a broadcast
/// makes one in each node.
struct Record {
  // Values do not fill their 16 bytes: what follows one is in its last four.
  [[no_unique_address]] Value value;  // a number, bool or null; of others their text, shortened where it is long
  std::uint32_t parameter = 0;
  [[no_unique_address]] Value element;  // the text `[3]`; absent: the whole argument
  std::uint32_t times : 24 = 1;         // of one line that does the same again and again; stays at kMostTimes
  How how : 4 = How::set;
  How next : 4 = How::set;  // of a value of the whole argument: how it was replaced
  PackedLocation where;     // where it was set

  static constexpr std::uint32_t kMostTimes = (1u << 24u) - 1;
  bool is_of_element() const { return !element.absent(); }
  std::string text() const {
    if (value.absent()) return {};
    return value.is(Value::Kind::string) ? value.string() : value.text();
  }
};

/// Those of a node, the oldest first.
using Records = std::vector<Record, detail::BlockAllocator<Record>>;

namespace detail {

/// Whether histories are kept: see set_history.
bool keeps_history();

/// To be called before the argument is set at `where`, or unset. Of a value that the same line sets again nothing is
/// kept, and of ten thousand changes those in the middle go, so that loops do not fill the memory.
void record(Node& node, std::size_t parameter, PackedLocation where, How how);

}  // namespace detail
}  // namespace run
