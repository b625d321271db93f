// Paths: one text => a place in a configuration.
//
//   model.layers[0].attention.heads    arguments, and the element of a list by its number, from 0
//   layers[-1].width                   from the end: the last element
//   tags["a.b"]  tags[left]  ports[80] the entry of a map by its key; quotes where the key is no plain word or number
//   layers.0.width  tags.left          a dot does for brackets, too, where the number or key is plain
//   steps[1:3]  steps[-2:]             a range of a list, as the last step: to be read, replaced or unset
//
// As in messages, in history, on the command line and in diffs. After Fiddle's and OmegaConf's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "run/error.h"
#include "run/span.h"
#include "run/spot.h"

namespace run {
namespace detail {

struct PathStep {
  std::string text;          // the name or the key, without brackets and quotes
  bool in_brackets = false;  // an index or a key, never an argument
  bool is_quoted = false;    // a key that is a text, whatever it looks like
  std::size_t offset = 0;    // in the path, of its first character
};

/// The text is no path, or does not fit what it leads through.
class PathError : public Error {
 public:
  PathError(const std::string& message, std::size_t offset) : Error(message), offset_(offset) {}
  /// Of the character in the path.
  std::size_t offset() const { return offset_; }

 private:
  std::size_t offset_;
};

/// Throws PathError where the text is no path. The empty path has no steps.
std::vector<PathStep> parse_path(std::string_view path);

/// Follows the path. Throws Error, with a suggestion, at the first step that leads nowhere. The last step may name a
/// key that a map does not have yet.
Spot resolve(const Spot& from, std::string_view path);

/// Whether the path leads to something that is there, set or default.
bool has(const Spot& from, std::string_view path);

/// What the text stands for as an argument of these types: for a text argument itself; for any other what it would be
/// in YAML's flow style (`3e-4`, `[1, 2]`, `{_target_: app.Adam, lr: 0.1}`). Throws Error, naming `path`.
Value value_of_text(Span<const Type* const> types, std::string_view text, const std::string& path);

/// Sets what stands at the path to what the text stands for.
void set_text(const Spot& from, std::string_view path, std::string_view text, Location where);
/// See `reset` (spot.h); a range goes, too.
void unset(const Spot& from, std::string_view path, Location where);
/// What stands there, fitted to the type.
Value value_at(const Spot& from, std::string_view path, const Type& wanted);

/// Whether a name is meant as a path, where it is not the name of an argument.
inline bool is_path(std::string_view name) { return name.find_first_of(".[") != std::string_view::npos; }

}  // namespace detail
}  // namespace run
