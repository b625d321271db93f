// The nodes of a graph with their paths.
#pragma once

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ValueText.h"
#include "run/node.h"
#include "run/target_info.h"

namespace run::detail {

/// Calls visit(node, path) for each node that can be reached, once, with its first path, parents first.
template <class Visit>
void each_node_with_path(Node& root, Visit&& visit) {
  std::vector<std::pair<Node*, std::string>> open{{&root, {}}};
  std::unordered_set<const Node*> seen;
  std::vector<std::pair<Node*, std::string>> below;
  const auto enter = [&](const auto& self, const Value& value, const std::string& path) -> void {
    if (value.is(Value::Kind::node)) {
      below.emplace_back(value.node().get(), path);
    } else if (value.is(Value::Kind::list)) {
      for (std::size_t i = 0; i < value.list().size(); ++i)
        self(self, value.list()[i], path + "[" + std::to_string(i) + "]");
    } else if (value.is(Value::Kind::map)) {
      for (const auto& [key, entry] : value.map()) self(self, entry, path + shown_step(key));
    }
  };
  while (!open.empty()) {
    const auto [node, path] = std::move(open.back());
    open.pop_back();
    if (!seen.insert(node).second) continue;
    visit(*node, path);
    below.clear();
    for (const Argument& argument : node->arguments) {
      const std::string at = join(path, node->target->parameters[argument.parameter].name);
      enter(enter, argument.value, at);
    }
    for (auto next = below.rbegin(); next != below.rend(); ++next) open.push_back(std::move(*next));
  }
}

}  // namespace run::detail
