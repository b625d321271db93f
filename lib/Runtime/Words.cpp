#include "Words.h"

#include "Override.h"
#include "run/arithmetic.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/path.h"

namespace run::detail {
namespace {

bool is_text(std::span<const Type* const> types, std::string_view written) {
  if (types.size() != 1) return false;
  const Type* type = types[0];
  if (type->kind == TypeKind::optional) {
    if (written == "null" || written == "None" || written == "~") return false;
    type = type->parts[0];
  }
  return type->kind == TypeKind::text;
}

Spot place_of(Node& root, const Override& made, std::string_view word) {
  try {
    return resolve(Spot{.root = &root, .node = &root}, made.path);
  } catch (const Error& error) {
    throw Error(with_caret(error.what(), word, 0));
  }
}

void apply(const Spot& spot, const Override& made, Location where) {
  const auto types = types_of(spot);
  const std::string path = path_of(spot);
  if (made.operation == "=") return assign(spot, value_of_word(types, made.value, path), where);
  const Value* old = look(spot);
  // What is put behind a list is one; the factor of an integer need not be an integer.
  const bool is_container = old != nullptr && (old->is(Value::Kind::list) || old->is(Value::Kind::map));
  const bool is_string = old != nullptr && old->is(Value::Kind::string);
  const Value operand =
      value_of_word(is_container || is_string ? types : std::span<const Type* const>(), made.value, path);
  update(spot, operation(made.operation), operand, where);
}

}  // namespace

Value value_of_word(std::span<const Type* const> types, std::string_view text, const std::string& path) {
  if (text.size() > 1 && text.front() == '@') return value_of_file(types, std::string(text.substr(1)), path);
  const bool is_quoted = !text.empty() && (text.front() == '"' || text.front() == '\'');
  if (is_text(types, text) && !is_quoted) return Value(std::string(text));
  const Literal literal = parse_literal(text);
  if (literal.kind == Literal::Kind::quoted && is_text(types, text)) return Value(literal.text);
  return value_of_yaml(types, to_flow(literal), "", path);
}

void apply_word(Node& root, std::string_view word, Location where) {
  const Override made = parse_override(word);
  try {
    apply(place_of(root, made, word), made, where);
  } catch (const Error& error) {
    const std::string message = error.what();
    // What a file is wrong in, or where the value is no literal, was said already.
    if (message.find('\n') != std::string::npos) throw;
    throw Error(with_caret(message, word, made.value.empty() ? word.size() : made.offset));
  }
}

}  // namespace run::detail
