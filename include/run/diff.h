// What differs between two configurations: shown, written, and applied to a third one. After Fiddle's diffs.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include "run/config.h"
#include "run/formats.h"

namespace run {
namespace detail {

class Document;

/// A value of a change: a Value, in which a node that the old configuration has is a node of `old_node_info` with its
/// path; or an item of a text that was read, whose types are known only where it is applied.
struct DiffValue {
  Value value;
  std::shared_ptr<const Document> text;
  std::uint32_t item = 0;

  bool absent() const { return text == nullptr && value.absent(); }
};

}  // namespace detail

/// One difference.
struct Change {
  enum class Kind : unsigned char {
    added,       // an argument, element or entry that was not there
    removed,     // one that is not there any more; `before` names its own path where the node stands elsewhere now
    changed,     // another value stands there
    retargeted,  // the node's target is another one; what both take stays
    moved,       // a node stands there that stood at another path, with all that is below it
    shared,      // a node stands there that others hold, too; before, another one stood there, or none
    unshared,    // a node of its own stands there that was one with another before
  };
  Kind kind = Kind::changed;
  /// In the old configuration, as in path.h; the last step of an element that is added is its number in the new list.
  /// What is in a node that moved has its old path.
  std::string path;
  detail::DiffValue before;  // absent: nothing
  detail::DiffValue after;
};

/// The differences of two configurations, in the order of the old one's nodes. A value of its own: it shares nothing
/// with the configurations but opaque objects, which are never changed.
class Diff {
 public:
  Diff() = default;
  explicit Diff(std::vector<Change> changes) : changes_(std::move(changes)) {}

  /// The configurations are equal, as `==` has it.
  bool empty() const { return changes_.empty(); }
  const std::vector<Change>& changes() const { return changes_; }

 private:
  std::vector<Change> changes_;
};

namespace detail {

Diff diff(Node& before, Node& after);
/// All or nothing. `wanted`: what the root must still be; null: whatever it becomes.
void apply(const Diff& diff, Node& root, const Wanted* wanted, Location where);
/// The node of a Value that stands for one of the old configuration: its only argument is the path.
const TargetInfo& old_node_info();

template <class Handle, class T>
void apply(const Diff& diff, Handle& config, Location where) {
  const Wanted known = wanted<T>();
  apply(diff, GraphAccess::node(config), &known, where);
}

}  // namespace detail

/// What turns `before` into `after`. Nodes are taken for the same where they stand at the same path, in lists by the
/// elements around them, or elsewhere where they are equal (then they moved). Linear in the sizes of the two, and of
/// the paths that are named; nothing recurses in their depth. `diff(a, b).empty()` is `a == b`.
inline Diff diff(const Graph& before, const Graph& after) {
  return detail::diff(GraphAccess::node(before), GraphAccess::node(after));
}

/// Makes the changes in `config`, which need not be the one that the diff was made from: `apply(diff(a, b), a)` makes a
/// equal to b. Throws Error, and changes nothing, where the configuration does not have what the diff found before
/// (with the path, what was expected and what was found), or cannot take what it brings.
template <class T>
void apply(const Diff& diff, Config<T>& config, std::source_location here = std::source_location::current()) {
  detail::apply<Config<T>, T>(diff, config, here);
}
template <class T>
void apply(const Diff& diff, Partial<T>& config, std::source_location here = std::source_location::current()) {
  detail::apply<Partial<T>, Partial<T>>(diff, config, here);
}

struct DiffTextOptions {
  bool color = false;  // with the escape sequences of terminals
};

/// A line a difference; each begins with a sign that says its kind:
///
///   + model.bias = true                  added; a node with a line for each of its arguments
///   - model.layers[3].width = 8          removed
///   ~ optim.lr: 0.1 -> 0.2               changed, retargeted
///   > encoder: moved from layers[0]
///   = head.table: shared with embedding
///   / head.table: no longer shared with embedding
///
/// Empty where there are none.
std::string to_text(const Diff& diff, const DiffTextOptions& options = {});

/// In colour where `out` is std::cout or std::cerr on a terminal.
void print(const Diff& diff, std::ostream& out);
/// To std::cout.
void print(const Diff& diff);

/// `{"changes": [{"change": "changed", "path": "optim.lr", "before": 0.1, "after": 0.2}, ...]}`, see docs/seeing.md.
/// Throws Error, naming the path, where a value has no text form.
std::string to_json(const Diff& diff);
/// Reads what to_json writes. Throws Error with `name:line:column`. The values are checked against the types of the
/// arguments when the diff is applied.
Diff diff_from_json(std::string_view text, std::string_view name = "<json>");

}  // namespace run
