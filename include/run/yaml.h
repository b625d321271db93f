// Configurations <=> YAML, in Hydra's spelling: `_target_`, `_partial_`, anchors for shared nodes.
#pragma once

#include <string>
#include <string_view>

#include "run/config.h"

namespace run {

struct YamlOptions {
  bool defaults = false;  // write arguments that are not set, too, where their default can be said
};

namespace detail {

std::string to_yaml(Node& root, const YamlOptions& options);
NodePtr from_yaml(std::string_view text, std::string_view name, const Type& result, NodeKind kind,
                  const TargetInfo* expected);
NodePtr from_yaml_file(const std::string& path, const Type& result, NodeKind kind, const TargetInfo* expected);

template <class T>
struct YamlRoot {
  using handle = Config<T>;
  using target = T;
  static constexpr NodeKind kind = NodeKind::config;
};
template <class T>
struct YamlRoot<Partial<T>> {
  using handle = Partial<T>;
  using target = T;
  static constexpr NodeKind kind = NodeKind::partial;
};
template <class T>
struct YamlRoot<Config<T>> : YamlRoot<T> {};

template <class T>
const TargetInfo* known_target() {
  if constexpr (requires { Target<T>::name; })
    return &info<T>();
  else
    return nullptr;
}

}  // namespace detail

/// Deterministic: arguments in their order, unset ones left out, a node that is used more than once as an anchor and
/// its aliases. Throws Error, naming the path, where a value has no text form.
inline std::string to_yaml(const Graph& graph, const YamlOptions& options = {}) {
  return detail::to_yaml(GraphAccess::node(graph), options);
}

/// Reads what to_yaml writes, and what Hydra would: dots for `::`, flow style, any order. T is a class, `Fn<f>`, a
/// container, or `Partial` of one. Throws Error with `name:line:column`, the path, what was expected and what was
/// found. Only registered targets can be named.
template <class T>
typename detail::YamlRoot<T>::handle from_yaml(std::string_view text, std::string_view name = "<yaml>") {
  using Root = detail::YamlRoot<T>;
  return GraphAccess::make<typename Root::handle>(
      detail::from_yaml(text, name, type_of<detail::Result<typename Root::target>>, Root::kind,
                        detail::known_target<typename Root::target>()));
}
template <class T>
typename detail::YamlRoot<T>::handle from_yaml_file(const std::string& path) {
  using Root = detail::YamlRoot<T>;
  return GraphAccess::make<typename Root::handle>(detail::from_yaml_file(
      path, type_of<detail::Result<typename Root::target>>, Root::kind, detail::known_target<typename Root::target>()));
}

}  // namespace run
