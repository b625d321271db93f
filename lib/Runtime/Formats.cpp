// Files and texts of every format => configurations: each parser makes a Document, one reader takes it from there.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "DocumentReader.h"
#include "run/error.h"
#include "run/path.h"
#include "run/yaml.h"

namespace run::detail {

Value value_of_text(Types types, std::string_view text, const std::string& path) {
  if (types.size() == 1 && opened(*types[0]).kind == TypeKind::text) return Value(std::string(text));
  return value_of_yaml(types, text, "", path);
}

Value value_of_yaml(Types types, std::string_view text, std::string_view name, const std::string& path) {
  try {
    return read_value(parse_yaml(std::string(text), name), 0, types, path);
  } catch (const Error& error) {
    const std::string message = error.what();
    throw Error(!name.empty() || message.starts_with(path) ? message : path + ": " + message);
  }
}

NodePtr from_yaml(std::string_view text, std::string_view name, const Type& result, NodeKind kind,
                  const TargetInfo* expected) {
  return read_root(parse_yaml(std::string(text), name), 0, result, kind, expected);
}

NodePtr from_yaml_file(const std::string& path, const Type& result, NodeKind kind, const TargetInfo* expected) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  if (!file) throw Error(path + ": the file cannot be read");
  return read_root(parse_yaml(std::move(text).str(), path), 0, result, kind, expected);
}

}  // namespace run::detail
