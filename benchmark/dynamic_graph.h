// What one writes by hand where the shape of the objects is known at run time only: nodes with a type and a list of
// arguments. It knows less than the library: no sharing, no names, no locations, no defaults, no checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "forest.h"

namespace by_hand {

struct Node;
using NodePtr = std::unique_ptr<Node>;
using Value = std::variant<bool, std::int64_t, double, std::string, std::vector<NodePtr>>;

struct NodeType {
  const char* name;
};
inline constexpr NodeType tree_type{"forest::Tree"};
inline constexpr NodeType plant_type{"forest::Plant"};

struct Node {
  const NodeType* type;
  std::vector<Value> arguments;  // width, rate, seed, bias, and children where there are any
};

inline NodePtr copy(const Node& node);

inline Value copy(const Value& value) {
  return std::visit(
      [](const auto& content) -> Value {
        if constexpr (requires { content.front()->type; }) {
          std::vector<NodePtr> nodes;
          nodes.reserve(content.size());
          for (const NodePtr& node : content) nodes.push_back(copy(*node));
          return nodes;
        } else {
          return content;
        }
      },
      value);
}

inline NodePtr copy(const Node& node) {
  auto made = std::make_unique<Node>(node.type);
  made->arguments.reserve(node.arguments.size());
  for (const Value& argument : node.arguments) made->arguments.push_back(copy(argument));
  return made;
}

inline bool equal(const Node& a, const Node& b);

inline bool equal(const Value& a, const Value& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&b]<class T>(const T& content) {
        const T& other = *std::get_if<T>(&b);
        if constexpr (requires { content.front()->type; }) {
          if (content.size() != other.size()) return false;
          for (std::size_t i = 0; i < content.size(); ++i)
            if (!equal(*content[i], *other[i])) return false;
          return true;
        } else {
          return content == other;
        }
      },
      a);
}

inline bool equal(const Node& a, const Node& b) {
  if (a.type != b.type || a.arguments.size() != b.arguments.size()) return false;
  for (std::size_t i = 0; i < a.arguments.size(); ++i)
    if (!equal(a.arguments[i], b.arguments[i])) return false;
  return true;
}

/// Calls visit(node) for each node, parents first.
template <class Visit>
void each_node(Node& root, Visit&& visit) {
  visit(root);
  for (Value& argument : root.arguments)
    if (auto* nodes = std::get_if<std::vector<NodePtr>>(&argument))
      for (NodePtr& node : *nodes) each_node(*node, visit);
}

inline std::size_t broadcast(Node& root, std::size_t argument, const Value& value) {
  std::size_t count = 0;
  each_node(root, [&](Node& node) {
    node.arguments[argument] = copy(value);
    ++count;
  });
  return count;
}

inline std::unique_ptr<forest::Tree> build_tree(const Node& node) {
  auto tree = std::make_unique<forest::Tree>();
  tree->width = static_cast<int>(std::get<std::int64_t>(node.arguments[0]));
  tree->rate = std::get<double>(node.arguments[1]);
  tree->seed = std::get<std::int64_t>(node.arguments[2]);
  tree->bias = std::get<bool>(node.arguments[3]);
  if (node.arguments.size() > 4) {
    const auto& children = std::get<std::vector<NodePtr>>(node.arguments[4]);
    tree->children.reserve(children.size());
    for (const NodePtr& child : children) tree->children.push_back(build_tree(*child));
  }
  return tree;
}

inline forest::Plant build_plant(const Node& node) {
  std::vector<forest::Plant> plants;
  if (node.arguments.size() > 4) {
    const auto& children = std::get<std::vector<NodePtr>>(node.arguments[4]);
    plants.reserve(children.size());
    for (const NodePtr& child : children) plants.push_back(build_plant(*child));
  }
  return forest::Plant(static_cast<int>(std::get<std::int64_t>(node.arguments[0])), std::get<double>(node.arguments[1]),
                       std::get<std::int64_t>(node.arguments[2]), std::get<bool>(node.arguments[3]), std::move(plants));
}

}  // namespace by_hand
