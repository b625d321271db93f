// Paths of a diff => places in a configuration, each found in constant time a step.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "run/node.h"
#include "run/path.h"

namespace run::detail {

/// The step of a path that leads to that key of a map, as the map's own keys would be said: `left`, `["left"]` and
/// `['left']` are one key.
std::string step_to_key(const PathStep& step, const Value::Map& map);

/// What an argument has that is not set, which to a diff is as good as set to it; null where there is none, or where
/// nodes are in it.
const Value* plain_default(Node& node, std::size_t parameter);

struct DiffPlace {
  Node* node = nullptr;
  std::string argument;
  std::vector<PathStep> steps;  // within the argument; the last may lead to what is not there
};

class DiffPlaces {
 public:
  explicit DiffPlaces(Node& root) : root_(root) {}

  /// The place of an argument or element. Throws Error where the way to it does not exist.
  DiffPlace place(const std::string& path);
  /// The node that stands at the path. Throws Error where none does.
  NodePtr node(const std::string& path);

  /// The index of the entry; the map's size where there is none. The map stays as it is as long as this lives.
  std::size_t entry(const Value::Map& map, const PathStep& step);

 private:
  struct Found {
    DiffPlace place;
    const Value* value;  // null: nothing
  };
  Found follow(const std::string& path);
  const Value* inner(const Value& value, const PathStep& step);

  Node& root_;
  std::unordered_map<const Value::Map*, std::unordered_map<std::string, std::size_t>> entries_;
};

}  // namespace run::detail
