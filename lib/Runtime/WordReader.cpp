// Bare words of a command line as values: the argument's type decides what they mean.
#include <algorithm>
#include <optional>

#include "DocumentReader.h"
#include "Factories.h"
#include "Fit.h"
#include "Scalar.h"
#include "run/error.h"
#include "run/formats.h"

namespace run::detail {
namespace {

std::string lower(std::string_view text) {
  std::string all(text);
  for (char& c : all)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return all;
}

/// Where a boolean is wanted, what people write for one.
std::optional<bool> truth(std::string_view text) {
  const std::string word = lower(text);
  if (word == "true" || word == "yes" || word == "on" || word == "1") return true;
  if (word == "false" || word == "no" || word == "off" || word == "0") return false;
  return std::nullopt;
}

bool is_null(std::string_view text) { return text == "None" || plain_scalar(text).null(); }

/// Python's words and numbers as YAML has them.
std::string in_yaml(std::string_view text) {
  if (text == "None" || text == "none") return "null";
  const std::string word = lower(text);
  if (word == "inf" || word == "+inf" || word == "nan") return "." + word.substr(word.size() - 3);
  if (word == "-inf") return "-.inf";
  std::string digits(text);  // 1_000_000
  std::erase(digits, '_');
  const bool separates = digits.size() < text.size() && text.front() != '_' && text.back() != '_' &&
                         text.find("__") == std::string_view::npos;
  return separates && !plain_scalar(digits).is(Value::Kind::string) ? digits : std::string(text);
}

bool wants_function(const Type& type) { return type.kind == TypeKind::callable || type.kind == TypeKind::function; }

/// Whether what a factory gives can stand there.
bool wants_made(Types types) {
  return std::any_of(types.begin(), types.end(), [](const Type* type) {
    const Type& inner = type->opened();
    if (inner.kind == TypeKind::variant) return wants_made(inner.parts);
    return inner.kind == TypeKind::object || inner.kind == TypeKind::pointer || wants_function(inner);
  });
}

/// The function of that name, where one can stand there. A pointer to a member is opaque, as others are.
Value function_named(std::string_view name, Types types) {
  const bool can_be = std::any_of(types.begin(), types.end(), [](const Type* type) {
    return wants_function(type->opened()) || type->opened().kind == TypeKind::opaque;
  });
  if (!can_be) return {};
  std::vector<const FunctionName*> found = find_functions(name);
  if (found.empty()) found = find_functions_ending(name);
  for (const FunctionName* function : found)
    if (Value value = function_for(*function, types); !value.absent()) return value;
  return {};
}

}  // namespace

Value DocumentReader::of_file(Index item, Types types) {
  try {
    return value_of_file(types, std::string(document_[item].text().substr(1)), path());
  } catch (const Error& error) {
    const std::string message = error.what();
    if (message.find('\n') != std::string::npos) throw;  // it quotes the file's line
    document_.fail(item, message);
  }
}

Value DocumentReader::word(Index item, Types types) {
  const std::string_view text = document_[item].text();
  if (text == "@") fail(item, "expected the name of a file behind `@`");
  if (text.starts_with('@')) return of_file(item, types);
  if (types.size() == 1) {
    const Type& only = types[0]->opened();
    const bool is_absent = &only != types[0] && is_null(text);
    const bool is_text =
        only.kind == TypeKind::text || only.kind == TypeKind::character || only.kind == TypeKind::codec;
    if (is_text && !is_absent) return fitting(item, Value(std::string(text)), types);
    if (only.kind == TypeKind::boolean && !is_absent)
      if (const auto said = truth(text)) return Value(*said);
    if (only.enumeration != nullptr)
      if (Value named{std::string(text)}; fit(only, named)) return named;
  }
  const std::string plain_text = in_yaml(text);
  if (plain_scalar(plain_text).is(Value::Kind::string)) {
    Misfit misfit;
    if (Value string{plain_text}; wants_made(types) && fit(types, string, misfit)) return string;
    if (Value function = function_named(text, types); !function.absent()) return function;
    if (wants_made(types)) return fitting(item, factory(item, {.factory = item}, types), types);
  }
  return plain(item, plain_text, types);
}

}  // namespace run::detail
