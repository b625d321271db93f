#include "ValueText.h"

#include <algorithm>

#include "Scalar.h"
#include "run/node.h"
#include "run/type.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

/// A name that a path and YAML take for a text as it is.
bool is_plain(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

/// As paths have it.
std::string quoted(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') all += '\\';
    all += c;
  }
  return all + '"';
}

/// In one line whatever it holds.
std::string in_one_line(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string all = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      all += "\\n";
    } else if (c == '\t') {
      all += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      all += "\\x";
      all += kHex[byte >> 4];
      all += kHex[byte & 15];
    } else {
      if (c == '"' || c == '\\') all += '\\';
      all += c;
    }
  }
  return all + '"';
}

std::string in_brackets(std::string_view text) {
  const bool plain = is_plain(text) && plain_scalar(text).is(Kind::string);
  return "[" + (plain ? std::string(text) : quoted(text)) + "]";
}

}  // namespace

std::string whole_text(const Value& value) {
  std::string text;
  switch (value.kind()) {
    case Kind::list:
      for (const Value& element : value.list()) text += (text.empty() ? "" : ", ") + whole_text(element);
      return "[" + text + "]";
    case Kind::map:
      for (const auto& [key, entry] : value.map())
        text += (text.empty() ? "" : ", ") + whole_text(key) + ": " + whole_text(entry);
      return "{" + text + "}";
    case Kind::string:
      return in_one_line(value.string());
    default:
      return value.text();
  }
}

std::string_view kind_text(NodeKind kind) {
  switch (kind) {
    case NodeKind::partial:
      return "partial ";
    case NodeKind::in_place:
      return "in place ";
    case NodeKind::factory:
      return "factory ";
    case NodeKind::config:
      break;
  }
  return {};
}

bool holds_nodes(const Value& value) {
  if (value.is(Value::Kind::list)) return std::any_of(value.list().begin(), value.list().end(), holds_nodes);
  if (value.is(Value::Kind::map))
    return std::any_of(value.map().begin(), value.map().end(),
                       [](const auto& entry) { return holds_nodes(entry.second); });
  return value.is(Value::Kind::node);
}

std::string key_step(const Value& key) {
  switch (key.kind()) {
    case Kind::string:
      return in_brackets(key.string());
    case Kind::boolean:
    case Kind::integer:
    case Kind::natural:
    case Kind::real:
      return "[" + key.text() + "]";
    case Kind::enumerator:
      if (const EnumInfo* known = key.enumerator().type->enumeration)
        for (const auto& [name, bits] : known->enumerators)
          if (bits == key.enumerator().bits) return in_brackets(name);
      return "[" + quoted(key.text()) + "]";
    case Kind::opaque:
      if (const OpaqueOps& ops = *key.opaque().ops; ops.type->kind == TypeKind::codec && ops.text != nullptr)
        return "[" + quoted(ops.text(key.opaque().object.get())) + "]";
      return {};
    default:
      return {};
  }
}

std::string shown_step(const Value& key) {
  constexpr std::size_t kLongest = 200;
  std::string step = key_step(key);
  return step.empty() || step.size() > kLongest ? "[" + key.text() + "]" : step;
}

void append_argument(std::string& path, std::string_view name) {
  if (name.empty() || is_plain(name)) {
    if (!path.empty() && !name.empty()) path += '.';
    path += name;
  } else {
    path += "[" + quoted(name) + "]";
  }
}

std::string join_argument(std::string_view path, std::string_view name) {
  std::string all(path);
  append_argument(all, name);
  return all;
}

}  // namespace run::detail
