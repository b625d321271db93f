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

/// What matters for a text without quotes: 1, what it must not hold; 2, what it must not hold before some other
/// character; 4, what it must not begin with.
constexpr std::array<std::uint8_t, 256> plain_classes() {
  std::array<std::uint8_t, 256> all{};
  for (std::size_t c = 0; c < 0x20; ++c) all[c] = 1;
  for (std::size_t c = 0x7f; c < 256; ++c) all[c] = 1;
  for (const char c : std::string_view(": $")) all[static_cast<unsigned char>(c)] |= 2;
  for (const char c : std::string_view("!&*|>@`\"'%#{}[], ")) all[static_cast<unsigned char>(c)] |= 4;
  return all;
}
constexpr std::array<std::uint8_t, 256> kPlainClasses = plain_classes();

bool plain_is_safe(std::string_view text) {
  const auto is = [](char c, std::uint8_t what) { return (kPlainClasses[static_cast<unsigned char>(c)] & what) != 0; };
  if (text.empty() || is(text.front(), 4) || text.back() == ' ' || text.back() == ':') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!is(c, 3)) continue;
    if (is(c, 1)) return false;
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == (c == ':' ? ' ' : c == ' ' ? '#' : '{')) return false;  // `${` is OmegaConf's
  }
  if (std::string_view("-?:").find(text.front()) != std::string_view::npos && (text.size() == 1 || text[1] == ' '))
    return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  if (text == "???") return false;  // OmegaConf's, too
  // Most names: no number begins so, and none of the words.
  const char first = text.front();
  const bool letter = first == '_' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  if (letter && std::string_view("tTfFnNyYoO").find(first) == std::string_view::npos) return true;
  return plain_scalar(text).is(Value::Kind::string) && !special_in_yaml_1_1(text);
}

/// The bytes of the character that the text begins with, which is not ASCII; 0 where it is better escaped.
std::size_t printable_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first == 0xc2 && byte(1) < 0xa0) return 0;                                           // control characters
  if (first == 0xe2 && byte(1) == 0x80 && (byte(2) == 0xa8 || byte(2) == 0xa9)) return 0;  // line separators
  if (first == 0xef && (byte(1) == 0xbb || byte(1) == 0xbf)) return 0;  // byte order mark, not a character
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
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

void append_string_scalar(std::string& out, std::string_view text) {
  if (plain_is_safe(text)) {
    out += text;
    return;
  }
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto escape = [&](unsigned char byte) {
    out += "\\x";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  };
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    std::size_t length = 1;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (byte < 0x20 || byte == 0x7f) {
      escape(byte);
    } else if (byte < 0x80) {
      out += c;
    } else if ((length = printable_length(text.substr(i))) != 0) {
      out += text.substr(i, length);
    } else if (byte == 0xc2) {
      length = 2;
      escape(static_cast<unsigned char>(text[i + 1]));
    } else {
      // A line separator or byte order mark, of three bytes.
      length = 3;
      const unsigned code = (byte & 15U) << 12 | (static_cast<unsigned char>(text[i + 1]) & 63U) << 6 |
                            (static_cast<unsigned char>(text[i + 2]) & 63U);
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kHex[code >> shift & 15];
    }
    i += length;
  }
  out += '"';
}

}  // namespace run::detail
