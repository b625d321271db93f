// Every argument of every node of a configuration, with its path: what help, tables and completion go through.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "run/node.h"
#include "run/target_info.h"

namespace run::detail {

struct Leaf {
  std::string path;
  Node* node;
  std::size_t index;
  const Value* value;               // or the default; null: neither
  bool is_left_to_callers = false;  // of a partial that is an argument: who calls it may give what is not set

  const Parameter& parameter() const { return node->target->parameters[index]; }
  /// Null where it is not set.
  const Argument* argument() const { return node->find_argument(index); }
  /// Its value, or what is known of its default, or `(required)`.
  std::string text() const;
  /// Whether it has no value, and its node cannot be built without.
  bool is_required() const;
};

/// Nodes and containers of nodes are entered, each node once, at the first path that leads to it. Where the root calls
/// a function, members of what it returns are left out unless they are set.
std::vector<Leaf> leaves(Node& root);

}  // namespace run::detail
