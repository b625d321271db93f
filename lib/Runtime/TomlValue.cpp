#include "TomlValue.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "Utf8.h"

namespace run::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_bare(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; }

/// Digits of that base, single underscores between them; the digits alone.
bool digits(std::string_view& text, int base, std::string& found) {
  const auto is_one = [&](char c) { return base == 16 ? is_hex(c) : c >= '0' && c < '0' + base; };
  std::size_t at = 0;
  while (at < text.size() && (is_one(text[at]) || text[at] == '_')) {
    if (text[at] == '_' && (at == 0 || at + 1 == text.size() || !is_one(text[at - 1]) || !is_one(text[at + 1])))
      return false;
    if (text[at] != '_') found += text[at];
    ++at;
  }
  text.remove_prefix(at);
  return at > 0;
}

/// `2001-02-03`, `04:05:06.789`, both with a `T` between them, and `Z` or `+01:00` behind.
class Date {
 public:
  explicit Date(std::string_view text) : text_(text) {}

  bool valid() {
    if (text_.size() > 4 && text_[4] == '-') {
      if (!day()) return false;
      if (text_.empty()) return true;
      if (std::string_view("Tt ").find(text_.front()) == std::string_view::npos) return false;
      text_.remove_prefix(1);
      return time() && zone() && text_.empty();
    }
    return time() && text_.empty();
  }

 private:
  bool number(std::size_t length, int least, int most, int& found) {
    found = 0;
    if (text_.size() < length) return false;
    for (std::size_t i = 0; i < length; ++i) {
      if (!is_digit(text_[i])) return false;
      found = found * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(length);
    return found >= least && found <= most;
  }
  bool accept(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool day() {
    int year = 0;
    int month = 0;
    int day = 0;
    if (!number(4, 0, 9999, year) || !accept('-') || !number(2, 1, 12, month) || !accept('-')) return false;
    const bool leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int days = month == 2 ? (leaps ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    return number(2, 1, days, day);
  }
  bool time() {
    int part = 0;
    if (!number(2, 0, 23, part) || !accept(':') || !number(2, 0, 59, part) || !accept(':') || !number(2, 0, 60, part))
      return false;
    if (!accept('.')) return true;
    const std::size_t digits = std::min(text_.find_first_not_of("0123456789"), text_.size());
    text_.remove_prefix(digits);
    return digits > 0;
  }
  bool zone() {
    if (text_.empty() || accept('Z') || accept('z')) return true;
    int part = 0;
    return (accept('+') || accept('-')) && number(2, 0, 23, part) && accept(':') && number(2, 0, 59, part);
  }

  std::string_view text_;
};

}  // namespace

TomlText::TomlText(Document& document) : document_(document), text_(document.source()) {
  if (text_.starts_with("\xef\xbb\xbf")) at_ = line_begin_ = 3;  // a byte order mark
}

void TomlText::unexpected(std::string_view expected) const {
  const std::string found = at_end()                           ? "the end"
                            : peek() == '\n' || peek() == '\r' ? "the end of the line"
                                                               : "`" + std::string(1, peek()) + "`";
  const bool is_ascii = at_end() || static_cast<unsigned char>(peek()) < 0x80;
  fail("expected " + std::string(expected) + ", found " + (is_ascii ? found : "a character that stands in quotes"));
}

bool TomlText::accept(std::string_view characters) {
  if (text_.compare(at_, characters.size(), characters) != 0) return false;
  at_ += characters.size();
  return true;
}

void TomlText::expect(std::string_view characters) {
  if (!accept(characters)) unexpected("`" + std::string(characters) + "`");
}

void TomlText::skip_spaces() {
  while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
}

void TomlText::comment() {
  while (!at_end() && text_[at_] != '\n' && text_[at_] != '\r') character();
}

void TomlText::newline() {
  if (at_end()) return;
  accept("\r");
  if (at_end() || text_[at_] != '\n') fail("a carriage return without a line feed");
  line_begin_ = ++at_;
  ++line_;
}

void TomlText::skip_lines() {
  for (skip_spaces(); !at_end() && at_line_end(); skip_spaces()) {
    comment();
    newline();
  }
}

bool TomlText::at_line_end() const { return peek() == '\n' || peek() == '\r' || peek() == '#'; }

void TomlText::end_line() {
  skip_spaces();
  if (!at_line_end()) unexpected("the end of the line");
  comment();
  newline();
}

std::string_view TomlText::key() {
  if (peek() == '"' || peek() == '\'') {
    if (text_.substr(at_).starts_with("\"\"\"") || text_.substr(at_).starts_with("'''"))
      fail("a key has no more than one line");
    return peek() == '"' ? string() : literal();
  }
  const std::size_t begin = at_;
  while (is_bare(peek())) ++at_;
  if (at_ == begin) unexpected("a key");
  return text_.substr(begin, at_ - begin);
}

TomlScalar TomlText::scalar() {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("\"\"\"")) return {long_string('"'), Item::Style::quoted};
  if (rest.starts_with("'''")) return {long_string('\''), Item::Style::quoted};
  if (peek() == '"') return {string(), Item::Style::quoted};
  if (peek() == '\'') return {literal(), Item::Style::quoted};
  const std::size_t begin = at_;
  const std::string_view found = word();
  if (found == "true" || found == "false") return {found, Item::Style::plain};
  const TomlScalar read = number(found);
  if (!read.text.empty()) return read;
  at_ = begin;
  if (found.empty()) unexpected("a value");
  fail("`" + std::string(found) + "` is no value; a text stands in quotes");
}

std::string_view TomlText::word() {
  const std::size_t begin = at_;
  while (is_bare(peek()) || peek() == '+' || peek() == '.' || peek() == ':') ++at_;
  // A day and a time with a space between them.
  if (at_ - begin == 10 && text_[begin + 4] == '-' && peek() == ' ' && is_digit(peek(1)) && is_digit(peek(2)) &&
      peek(3) == ':')
    for (++at_; is_bare(peek()) || peek() == '+' || peek() == '.' || peek() == ':';) ++at_;
  return text_.substr(begin, at_ - begin);
}

/// Empty where it is none.
TomlScalar TomlText::number(std::string_view word) {
  const auto plain = [&](std::string_view text) { return TomlScalar{text, Item::Style::plain}; };
  if (Date(word).valid()) {
    std::string date(word);
    if (date.size() > 10 && date[4] == '-') date[10] = 'T';
    if (date.ends_with('z')) date.back() = 'Z';
    return {document_.keep(date), Item::Style::quoted};
  }
  std::string_view rest = word;
  const bool negative = rest.starts_with('-');
  const bool has_sign = negative || rest.starts_with('+');
  if (has_sign) rest.remove_prefix(1);
  if (rest == "inf") return plain(negative ? "-.inf" : ".inf");
  if (rest == "nan") return plain(".nan");
  const int base = rest.starts_with("0x") ? 16 : rest.starts_with("0o") ? 8 : rest.starts_with("0b") ? 2 : 10;
  if (base != 10) {
    if (has_sign) return {};
    rest.remove_prefix(2);
  }
  std::string found = negative ? "-" : "";
  const std::size_t sign = found.size();
  if (!digits(rest, base, found)) return {};
  if (base == 10 && found.size() > sign + 1 && found[sign] == '0') return {};
  if (rest.empty()) {
    std::int64_t number = 0;
    if (std::from_chars(found.data(), found.data() + found.size(), number, base).ec != std::errc())
      document_.fail({line_, static_cast<std::uint32_t>(at_ - word.size() - line_begin_ + 1)},
                     "the integer has more than 64 bits");
    return plain(base == 10 && found == word ? word : document_.keep(std::to_string(number)));
  }
  if (base != 10) return {};
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    found += '.';
    if (!digits(rest, 10, found)) return {};
  }
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(1);
    found += 'e';
    if (rest.starts_with('-') || rest.starts_with('+')) {
      found += rest.front();
      rest.remove_prefix(1);
    }
    if (!digits(rest, 10, found)) return {};
  }
  if (!rest.empty()) return {};
  double number = 0;
  if (std::from_chars(found.data(), found.data() + found.size(), number).ec != std::errc())
    document_.fail({line_, static_cast<std::uint32_t>(at_ - word.size() - line_begin_ + 1)},
                   "no number of 64 bits is near it");
  return plain(found == word ? word : document_.keep(found));
}

/// One of a comment or string, but for ends of lines.
char TomlText::character() {
  if (text_[at_] == '\x7f') fail("a text has no control characters: found byte 127");
  return text_[at_++];
}

std::string_view TomlText::literal() {
  const std::size_t begin = ++at_;
  while (peek() != '\'') {
    if (peek() == '\n' || peek() == '\r') unexpected("`'`");
    character();
  }
  return text_.substr(begin, at_++ - begin);
}

std::string_view TomlText::string() {
  const std::size_t begin = ++at_;
  while (peek() != '"' && peek() != '\\') {
    if (peek() == '\n' || peek() == '\r') unexpected("`\"`");
    character();
  }
  if (peek() == '"') return text_.substr(begin, at_++ - begin);
  std::string text(text_.substr(begin, at_ - begin));
  while (peek() != '"') {
    if (peek() == '\n' || peek() == '\r') unexpected("`\"`");
    if (peek() == '\\')
      escape(text);
    else
      text += character();
  }
  ++at_;
  return document_.keep(text);
}

/// Of several lines. Up to two quotes may stand before the three that end it.
std::string_view TomlText::long_string(char quote) {
  at_ += 3;
  if (peek() == '\r' || (peek() == '\n' && !at_end())) newline();
  std::string text;
  for (;;) {
    if (at_end()) unexpected("`" + std::string(3, quote) + "`");
    const char c = peek();
    if (c == quote) {
      std::size_t quotes = 0;
      while (!at_end() && peek() == quote && quotes < 5) ++quotes, ++at_;
      text.append(quotes < 3 ? quotes : quotes - 3, quote);
      if (quotes >= 3) return document_.keep(text);
    } else if (c == '\n' || c == '\r') {
      newline();
      text += '\n';
    } else if (c == '\\' && quote == '"') {
      if (!continues_line()) escape(text);
    } else {
      text += character();
    }
  }
}

/// A backslash at the end of a line: what is blank goes, up to the next text.
bool TomlText::continues_line() {
  std::size_t ahead = 1;
  while (peek(ahead) == ' ' || peek(ahead) == '\t') ++ahead;
  if (peek(ahead) != '\n' && peek(ahead) != '\r') return false;
  at_ += ahead;
  for (; !at_end() && (peek() == '\n' || peek() == '\r'); skip_spaces()) newline();
  return true;
}

void TomlText::escape(std::string& text) {
  static constexpr std::string_view kNames = "btnfr\"\\";
  static constexpr std::string_view kCharacters = "\b\t\n\f\r\"\\";
  const char name = peek(1);
  if (const std::size_t known = kNames.find(name); known != std::string_view::npos) {
    text += kCharacters[known];
    at_ += 2;
  } else if (name == 'u' || name == 'U') {
    code_point(name == 'u' ? 4 : 8, text);
  } else {
    fail("there is no such escape; a backslash is written `\\\\`");
  }
}

void TomlText::code_point(int digits, std::string& text) {
  std::uint32_t code = 0;
  for (int i = 0; i < digits; ++i) {
    const char c = peek(static_cast<std::size_t>(i) + 2);
    if (!is_hex(c)) fail("the escape needs " + std::to_string(digits) + " hexadecimal digits");
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    code = code << 4 | static_cast<std::uint32_t>(digit);
  }
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) fail("there is no such character");
  at_ += static_cast<std::size_t>(digits) + 2;
  append_utf8(text, code);
}

}  // namespace run::detail
