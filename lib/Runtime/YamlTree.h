// YAML text => a tree that keeps where things stand. Aliases are not expanded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace run::detail {

struct YamlTree {
  enum class Kind { scalar, sequence, map, alias };

  Kind kind = Kind::scalar;
  bool plain = false;      // scalar: not quoted
  std::string text;        // scalar
  std::size_t anchor = 0;  // its own, or of an alias the one it means; 0 for none
  int line = 0;            // from 1
  int column = 0;
  std::vector<YamlTree> children;  // a map's keys and values by turns
};

/// The one document of the text. Throws Error with `name:line:column`.
YamlTree parse_yaml(std::string_view text, std::string_view name);

/// `name:line:column: `; nothing for a text without a name.
std::string yaml_mark(std::string_view name, int line, int column);

}  // namespace run::detail
