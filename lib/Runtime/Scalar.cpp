#include "Scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

namespace run::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::optional<Value> integer(std::string_view text) {
  std::string_view digits = text;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  int base = 10;
  if (digits.starts_with("0x")) base = 16;
  if (digits.starts_with("0o")) base = 8;
  if (base != 10) digits.remove_prefix(2);
  if (digits.empty() || digits.front() == '-' || digits.front() == '+') return {};
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  if (!negative) return Value(number);
  if (number > std::uint64_t{1} << 63) return {};
  return Value(static_cast<std::int64_t>(~number + 1));
}

std::optional<Value> real(std::string_view text) {
  std::string_view digits = text;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (one_of(digits, {".inf", ".Inf", ".INF"}))
    return Value(negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity());
  if (one_of(text, {".nan", ".NaN", ".NAN"})) return Value(std::numeric_limits<double>::quiet_NaN());
  const bool begins =
      !digits.empty() && (is_digit(digits[0]) || (digits[0] == '.' && digits.size() > 1 && is_digit(digits[1])));
  if (!begins || digits.starts_with("0x")) return {};
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (end != digits.data() + digits.size()) return {};
  // Out of range: zero or infinity is nearest.
  if (error == std::errc::result_out_of_range) return {};
  if (error != std::errc()) return {};
  return Value(negative ? -number : number);
}

/// What YAML 1.1, which Python's reader speaks, takes for something else than a string.
bool special_in_yaml_1_1(std::string_view text) {
  if (one_of(text, {"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "=", "<<"}))
    return true;
  std::string_view digits = text;
  if (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
  // Numbers in any base, with '_', in base sixty, and dates.
  return !digits.empty() && (is_digit(digits[0]) || (digits[0] == '.' && digits.size() > 1 && is_digit(digits[1]))) &&
         digits.find_first_not_of("0123456789abcdefABCDEFxXobTtZz_.:+- ") == std::string_view::npos;
}

bool plain_is_safe(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("!&*|>@`\"'%#{}[],").find(text.front()) != std::string_view::npos) return false;
  if (std::string_view("-?:").find(text.front()) != std::string_view::npos && (text.size() == 1 || text[1] == ' '))
    return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (std::any_of(text.begin(), text.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || (c & 0x80) != 0; }))
    return false;
  return plain_scalar(text).is(Value::Kind::string) && !special_in_yaml_1_1(text);
}

/// Whether the bytes are UTF-8 that may stand in a double-quoted scalar as it is.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first < 0xc3 || first > 0xf4 || text.size() < length) return 0;  // c2: control characters among others
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xc0) != 0x80) return 0;
  if (first == 0xe0 && byte(1) < 0xa0) return 0;
  if (first == 0xed && byte(1) > 0x9f) return 0;
  if (first == 0xf0 && byte(1) < 0x90) return 0;
  if (first == 0xf4 && byte(1) > 0x8f) return 0;
  if (first == 0xe2 && byte(1) == 0x80 && (byte(2) == 0xa8 || byte(2) == 0xa9)) return 0;  // line separators
  if (first == 0xef && (byte(1) == 0xbb || byte(1) == 0xbf)) return 0;  // byte order mark, not a character
  return length;
}

}  // namespace

Value plain_scalar(std::string_view text) {
  if (one_of(text, {"", "~", "null", "Null", "NULL"})) return Value(Value::Null{});
  if (one_of(text, {"true", "True", "TRUE"})) return Value(true);
  if (one_of(text, {"false", "False", "FALSE"})) return Value(false);
  if (auto number = integer(text)) return *std::move(number);
  if (auto number = real(text)) return *std::move(number);
  return Value(std::string(text));
}

std::string string_scalar(std::string_view text) {
  if (plain_is_safe(text)) return std::string(text);
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    std::size_t length = 1;
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (c == '\r') {
      quoted += "\\r";
    } else if (byte < 0x20 || byte == 0x7f) {
      quoted += "\\x";
      quoted += kHex[byte >> 4];
      quoted += kHex[byte & 15];
    } else if (byte < 0x80) {
      quoted += c;
    } else if ((length = utf8_length(text.substr(i))) != 0) {
      quoted += text.substr(i, length);
    } else if (byte == 0xc2 && i + 1 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xc0) == 0x80) {
      length = 2;
      const auto code = static_cast<unsigned char>(text[i + 1]);
      if (code >= 0xa0) {
        quoted += text.substr(i, 2);
      } else {
        quoted += "\\x";
        quoted += kHex[code >> 4];
        quoted += kHex[code & 15];
      }
    } else {
      return {};  // no UTF-8: YAML cannot say it
    }
    i += length;
  }
  return quoted + '"';
}

}  // namespace run::detail
