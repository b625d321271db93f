// Values as whole texts for people, and as the steps of paths.
#pragma once

#include <string>
#include <string_view>

#include "run/node.h"

namespace run::detail {

/// In one line; Value::text would cut it short. Nodes by their targets alone.
std::string whole_text(const Value& value);

bool holds_nodes(const Value& value);

/// What stands before the name of a node's target: `partial `, `in place `, `factory `, or nothing.
std::string_view kind_text(NodeKind kind);

/// The step of a path to the entry of that key: `[left]`, `[80]`, `["a.b"]`; empty where a path cannot say it.
std::string key_step(const Value& key);
/// The same for people: where a path cannot say it or would be long, what can be shown of the key.
std::string shown_step(const Value& key);
/// The step to the argument of that name: `.width`, or `["a.b"]` where the name is no plain one.
std::string join_argument(std::string_view path, std::string_view name);
void append_argument(std::string& path, std::string_view name);

}  // namespace run::detail
