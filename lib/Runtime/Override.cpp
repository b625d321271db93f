#include "Override.h"

#include <algorithm>
#include <cstdio>

#include "Scalar.h"
#include "run/error.h"

namespace run::detail {
namespace {

constexpr std::size_t kDeepest = 200;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

class LiteralParser {
 public:
  explicit LiteralParser(std::string_view text) : text_(text) {}

  Literal parse() {
    Literal literal = value("");
    skip();
    if (at_ < text_.size()) fail("unexpected `" + std::string(1, text_[at_]) + "`", at_);
    return literal;
  }

 private:
  [[noreturn]] void fail(const std::string& message, std::size_t offset) const {
    throw Error(with_caret(message, text_, offset));
  }

  void skip() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  bool take(char c) {
    skip();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c, std::size_t opened) {
    if (take(c)) return;
    if (at_ == text_.size()) fail("there is no `" + std::string(1, c) + "` for this one", opened);
    fail("expected `,` or `" + std::string(1, c) + "`", at_);
  }

  /// `stops` ends a bare text; without any, the whole rest is one, unless it is a call.
  Literal value(std::string_view stops) {
    if (++depth_ > kDeepest) fail("it is nested deeper than " + std::to_string(kDeepest) + " levels", at_);
    skip();
    Literal literal;
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    if (next == '"' || next == '\'') {
      literal.kind = Literal::Kind::quoted;
      literal.text = quoted();
    } else if (next == '[' || next == '(') {
      literal.kind = Literal::Kind::list;
      elements(literal, next == '[' ? ']' : ')');
    } else if (next == '{') {
      entries(literal);
    } else if (const std::size_t open = call_begins(); open != 0) {
      call(literal, open);
    } else {
      literal.text = bare(stops);
    }
    --depth_;
    return literal;
  }

  std::string quoted() {
    const std::size_t opened = at_;
    const char quote = text_[at_++];
    std::string text;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] != '\\' || at_ + 1 == text_.size()) {
        text += text_[at_];
        continue;
      }
      switch (text_[++at_]) {
        case 'n':
          text += '\n';
          break;
        case 't':
          text += '\t';
          break;
        case 'r':
          text += '\r';
          break;
        case '0':
          text += '\0';
          break;
        default:
          text += text_[at_];
      }
    }
    if (at_ == text_.size()) fail("there is no closing quote for this one", opened);
    ++at_;
    return text;
  }

  /// Where the `(` of `a.b::c(` stands; 0 where it is no call.
  std::size_t call_begins() const {
    std::size_t end = at_;
    while (end < text_.size() && (is_word(text_[end]) || text_[end] == '.' || text_[end] == ':')) ++end;
    const bool is_name = end > at_ && (text_[at_] < '0' || text_[at_] > '9');
    return is_name && end < text_.size() && text_[end] == '(' ? end : 0;
  }

  std::string bare(std::string_view stops) {
    const std::size_t begin = at_;
    for (; at_ < text_.size() && stops.find(text_[at_]) == std::string_view::npos; ++at_)
      if (!stops.empty() && std::string_view("[](){}\"'").find(text_[at_]) != std::string_view::npos)
        fail("unexpected `" + std::string(1, text_[at_]) + "`: quote what is text", at_);
    std::string text = trimmed(text_.substr(begin, at_ - begin));
    if (text.empty() && !stops.empty()) fail("expected a value", begin);
    return text;
  }

  void elements(Literal& literal, char close) {
    const std::size_t opened = at_++;
    while (!take(close)) {
      literal.parts.push_back(value(close == ']' ? ",]" : ",)"));
      if (take(',')) continue;
      expect(close, opened);
      return;
    }
  }

  void entries(Literal& literal) {
    literal.kind = Literal::Kind::map;
    const std::size_t opened = at_++;
    while (!take('}')) {
      literal.parts.push_back(value(":,}"));
      if (!take(':')) fail("expected `:` after the key", at_);
      literal.parts.push_back(value(",}"));
      if (take(',')) continue;
      expect('}', opened);
      return;
    }
  }

  void call(Literal& literal, std::size_t open) {
    literal.kind = Literal::Kind::call;
    literal.text = text_.substr(at_, open - at_);
    at_ = open + 1;
    while (!take(')')) {
      skip();
      std::size_t end = at_;
      while (end < text_.size() && is_word(text_[end])) ++end;
      const std::size_t name_end = end;
      while (end < text_.size() && is_space(text_[end])) ++end;
      if (name_end > at_ && end < text_.size() && text_[end] == '=') {
        literal.names.emplace_back(text_.substr(at_, name_end - at_));
        at_ = end + 1;
      } else {
        if (!literal.names.empty() && !literal.names.back().empty())
          fail("an argument without a name stands behind one with a name", at_);
        literal.names.emplace_back();
      }
      literal.parts.push_back(value(",)"));
      if (take(',')) continue;
      expect(')', open);
      return;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      char code[8];
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(byte));
      out += code;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

/// Python's words and numbers as YAML has them.
std::string bare_scalar(const std::string& text) {
  if (text == "True") return "true";
  if (text == "False") return "false";
  if (text == "None" || text.empty()) return text.empty() ? "\"\"" : "null";
  if (text == "inf" || text == "nan" || text == "-inf") return text[0] == '-' ? "-.inf" : "." + text;
  if (text.find('_') != std::string::npos) {  // 1_000_000
    std::string digits = text;
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    const bool is_clean = text.front() != '_' && text.back() != '_' && text.find("__") == std::string::npos;
    if (is_clean && !plain_scalar(digits).is(Value::Kind::string)) return digits;
  }
  if (!plain_scalar(text).is(Value::Kind::string)) return text;
  return in_quotes(text);
}

}  // namespace

std::string with_caret(const std::string& message, std::string_view text, std::size_t offset) {
  std::string shown(text);
  for (char& c : shown)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  // Continuation bytes of UTF-8 take no column.
  std::size_t column = 0;
  for (std::size_t i = 0; i < std::min(offset, text.size()); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) ++column;
  return message + "\n  " + shown + "\n  " + std::string(column, ' ') + "^";
}

Literal parse_literal(std::string_view text) { return LiteralParser(text).parse(); }

std::string to_flow(const Literal& literal) {
  std::string text;
  switch (literal.kind) {
    case Literal::Kind::bare:
      return bare_scalar(literal.text);
    case Literal::Kind::quoted:
      return in_quotes(literal.text);
    case Literal::Kind::list:
      for (const Literal& part : literal.parts) text += (text.empty() ? "" : ", ") + to_flow(part);
      return "[" + text + "]";
    case Literal::Kind::map:
      for (std::size_t i = 0; i + 1 < literal.parts.size(); i += 2)
        text += (i == 0 ? "" : ", ") + to_flow(literal.parts[i]) + ": " + to_flow(literal.parts[i + 1]);
      return "{" + text + "}";
    case Literal::Kind::call: {
      text = "{_factory_: " + in_quotes(literal.text);
      std::string placed;
      for (std::size_t i = 0; i < literal.parts.size(); ++i)
        if (literal.names[i].empty()) placed += (placed.empty() ? "" : ", ") + to_flow(literal.parts[i]);
      if (!placed.empty()) text += ", _args_: [" + placed + "]";
      for (std::size_t i = 0; i < literal.parts.size(); ++i)
        if (!literal.names[i].empty()) text += ", " + in_quotes(literal.names[i]) + ": " + to_flow(literal.parts[i]);
      return text + "}";
    }
  }
  return text;
}

bool is_override(std::string_view word) { return !word.starts_with('-') && word.find('=') != std::string_view::npos; }

Override parse_override(std::string_view word) {
  // Brackets and quotes of the path may hold anything.
  std::size_t at = 0;
  char quote = '\0';
  std::size_t brackets = 0;
  for (; at < word.size(); ++at) {
    const char c = word[at];
    if (quote != '\0') {
      if (c == '\\') ++at;
      if (c == quote) quote = '\0';
    } else if (brackets != 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']' && brackets != 0) {
      --brackets;
    } else if (c == '=' && brackets == 0) {
      break;
    }
  }
  const std::string said = "expected name=value, found `" + std::string(word) + "`";
  if (at >= word.size()) throw Error(with_caret(said, word, word.size()));
  std::size_t end = at;
  while (end > 0 && is_space(word[end - 1])) --end;
  const bool has_operation = end > 0 && std::string_view("+-*/|&").find(word[end - 1]) != std::string_view::npos;
  Override made;
  if (has_operation) made.operation = word[--end];
  made.operation += '=';
  made.path = trimmed(word.substr(0, end));
  if (made.path.empty()) throw Error(with_caret(said, word, 0));
  made.value = word.substr(at + 1);
  made.offset = at + 1;
  return made;
}

}  // namespace run::detail
