// The changes of a diff within one argument => what the argument will be, in the configuration that they are applied
// to.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "DiffGraph.h"
#include "DiffPlaces.h"
#include "DocumentReader.h"
#include "run/diff.h"

namespace run::detail {

/// A change of what stands at these steps within an argument.
struct Edit {
  const Change* change;
  std::vector<PathStep> steps;
};
using Edits = std::vector<const Edit*>;

/// An argument; without a node: there is none.
struct EditedArgument {
  Node* node = nullptr;
  std::size_t parameter = 0;
};

/// It is used for one diff and one configuration, which stays as it is as long as this lives.
class DiffEdits {
 public:
  explicit DiffEdits(Node& root) : places_(root), copy_([this](const NodePtr& node) { return instead(node); }) {}
  DiffEdits(const DiffEdits&) = delete;
  DiffEdits& operator=(const DiffEdits&) = delete;

  DiffPlaces& places() { return places_; }

  /// What stands there after the edits, where `value` stands now; null: nothing does. Absent: nothing will. The
  /// argument is `before` in the configuration as it is, `after` in the one that it will be. Throws Error where the
  /// configuration does not have what the diff found, or cannot take what it brings.
  Value edited(const Value* value, const Edits& edits, Types types, EditedArgument before, EditedArgument after) {
    before_ = before;
    after_ = after;
    return rebuilt(value != nullptr || before.node == nullptr ? value : plain_default(*before.node, before.parameter),
                   edits, 0, types);
  }
  /// The node that a value of a change is, without arguments. Throws Error where it is none.
  NodePtr target(const DiffValue& value);

  /// Throws Error: the diff does not fit the configuration.
  [[noreturn]] static void conflict(const std::string& path, const std::string& expected, const std::string& found);

 private:
  // All edits begin with the same `depth` steps, and so do the values.
  Value rebuilt(const Value* value, const Edits& edits, std::size_t depth, Types types);
  Value list(const Value::List& old, const Edits& edits, std::size_t depth, Types types);
  Value map(const Value::Map& old, const Edits& edits, std::size_t depth, Types types);
  Value whole(const Value* value, const Change& change, Types types, std::size_t depth);
  bool same(const Value& value, const Value& expected);
  Value typed(const DiffValue& value, const std::string& path, Types types, EditedArgument argument);
  DocumentReader& reader(const DiffValue& value);
  NodePtr instead(const NodePtr& node);
  NodePtr old_node(const std::string& path);

  DiffPlaces places_;
  Copier copy_;
  std::unordered_map<const Document*, DocumentReader> readers_;
  std::unordered_map<const Node*, NodePtr> stays_;  // nodes that the diff names by their path; what stands for them
  EditedArgument before_;
  EditedArgument after_;
};

}  // namespace run::detail
