// YAML as nearly all configurations are written => Document: block mappings and sequences, flow style, scalars of one
// line, plain or quoted, anchors, comments. What a text says beyond that (tags, text of several lines, documents in a
// row, whatever is wrong) is left to yaml-cpp, from the beginning of the text. What is read here is read exactly as
// yaml-cpp does, marks and all, in a tenth of its time: test/fuzz compares them.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "Document.h"
#include "Utf8.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;
using Style = Item::Style;

enum Class : std::uint8_t {
  kInBlock = 1,  // within a plain scalar in block style, but for ':', '#' and ' '
  kInFlow = 2,   // and in flow style
  kFirst = 4,    // a plain scalar may begin so, whatever follows
  kName = 8,     // of an anchor
};

constexpr std::array<std::uint8_t, 256> classes() {
  std::array<std::uint8_t, 256> all{};
  for (std::size_t c = 0x21; c < 256; ++c)
    if (c != 0x7f) all[c] = kInBlock;
  const auto add = [&](std::string_view characters, int what) {
    for (const char c : characters) {
      auto& known = all[static_cast<unsigned char>(c)];
      known = static_cast<std::uint8_t>(known | what);
    }
  };
  const std::string_view words = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  add(words, kInFlow | kFirst | kName);
  add("-", kInFlow | kName);
  add("./()<=$^;~+\\", kInFlow | kFirst);
  add(">@%", kInFlow);
  for (std::size_t c = 0x80; c < 256; ++c) all[c] |= kInFlow | kFirst;
  all[':'] = all['#'] = 0;
  return all;
}
constexpr std::array<std::uint8_t, 256> kClasses = classes();

bool is(char c, Class what) { return (kClasses[static_cast<unsigned char>(c)] & what) != 0; }

/// Each function goes on behind what it has read; false: this is not for us.
class Scanner {
 public:
  explicit Scanner(Document& document) : document_(document), text_(document.source()) {}

  bool run() {
    if (text_.starts_with("\xef\xbb\xbf")) return false;  // a byte order mark
    if (text_.starts_with("---\n")) {
      at_ = line_begin_ = 4;
      line_ = 2;
    }
    return to_content() && !at_end() && block(0, {}) && at_end();
  }

 private:
  static constexpr std::size_t kLongestKey = 1000;  // yaml-cpp's end at 1024

  struct Anchor {
    std::uint32_t number = 0;
    Mark mark;
  };
  struct Scalar {
    std::string_view text;
    Style style = Style::plain;
    Mark mark;
  };

  bool at_end() const { return at_ == text_.size(); }
  char next(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
  bool is_blank(std::size_t ahead) const { return next(ahead) == ' ' || next(ahead) == '\n'; }
  std::size_t column() const { return at_ - line_begin_; }
  Mark mark() const { return {line_, static_cast<std::uint32_t>(column() + 1)}; }

  void skip_spaces() {
    while (!at_end() && text_[at_] == ' ') ++at_;
  }
  bool at_line_end() const {
    return next() == '\n' || (text_[at_] == '#' && (at_ == line_begin_ || text_[at_ - 1] == ' '));
  }

  /// To the next token, over comments and ends of lines, or to the end.
  bool to_content() {
    for (;;) {
      skip_spaces();
      if (at_end()) return true;
      if (text_[at_] == '#') {
        if (!at_line_end()) return false;
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_[at_] == '\n') {
        line_begin_ = ++at_;
        ++line_;
      } else {
        return true;
      }
    }
  }

  /// A line ends with what was read: to the next content.
  bool end_line() {
    skip_spaces();
    return at_line_end() && to_content();
  }

  // Block style. Each block ends at content that stands further left than its own, or at the end.

  /// A mapping, a sequence or a scalar; what belongs to it stands in column `least` or further right.
  bool block(std::size_t least, Anchor anchor, bool on_next_line = false) {
    if (column() < least || document_.depth() == Document::kDeepest) return false;
    if (next() == '-' && is_blank(1)) return sequence(column(), anchor);
    if (next() == '[' || next() == '{') return !on_next_line && flow(anchor) && end_line();
    if (next() == '&' || next() == '*') return !on_next_line && value_on_line(anchor, least);
    const std::size_t indent = column();
    Scalar first;
    if (!scalar(first, kInBlock)) return false;
    if (next() == ':') return mapping(indent, first, anchor);
    if (on_next_line) return false;  // it might be part of a longer text
    add(first, anchor);
    return end_line();
  }

  bool sequence(std::size_t indent, Anchor anchor) {
    document_.open(Kind::sequence, anchor.number != 0 ? anchor.mark : mark(), anchor.number);
    while (!at_end() && column() == indent && next() == '-' && is_blank(1)) {
      ++at_;
      skip_spaces();
      if (at_line_end()) {
        if (!to_content() || at_end() || !block(indent + 1, {}, true)) return false;
      } else if (!block(indent + 1, {})) {
        return false;
      }
    }
    document_.close();
    return at_end() || column() <= indent;
  }

  bool mapping(std::size_t indent, Scalar key, Anchor anchor) {
    document_.open(Kind::mapping, anchor.number != 0 ? anchor.mark : key.mark, anchor.number);
    for (;;) {
      if (next() != ':' || !is_blank(1) || at_ - line_begin_ > kLongestKey + indent) return false;
      add(key, {});
      ++at_;
      skip_spaces();
      if (at_line_end() ? !value_below(indent, {}, key.mark) : !value_on_line({}, indent)) return false;
      if (at_end() || column() < indent) break;
      if (column() > indent || (next() == '-' && is_blank(1)) || !scalar(key, kInBlock)) return false;
    }
    document_.close();
    return true;
  }

  /// Of a key in column `indent`, behind it on its line; or an anchor and what follows it.
  bool value_on_line(Anchor anchor, std::size_t indent) {
    if (next() == '&') {
      if (anchor.number != 0 || !this->anchor(anchor)) return false;
      skip_spaces();
      if (at_line_end()) return value_below(indent, anchor, {});
    }
    if (next() == '*') return anchor.number == 0 && alias() && end_line();
    if (next() == '[' || next() == '{') return flow(anchor) && end_line();
    Scalar read;
    if (!scalar(read, kInBlock) || next() == ':') return false;
    add(read, anchor);
    return end_line();
  }

  /// Of a key in column `indent`, on the next lines.
  bool value_below(std::size_t indent, Anchor anchor, Mark key) {
    if (!to_content()) return false;
    if (!at_end() && column() > indent) return block(indent + 1, anchor, true);
    if (!at_end() && column() == indent && next() == '-' && is_blank(1))
      return document_.depth() < Document::kDeepest && sequence(indent, anchor);
    if (anchor.number != 0) return false;
    document_.scalar("null", Style::plain, key);
    return true;
  }

  // Flow style, on one line or more.

  /// What is nested too deep is wrong here and now: yaml-cpp would look for the end of all that is open first.
  bool flow(Anchor anchor) {
    const bool is_mapping = next() == '{';
    const char close = is_mapping ? '}' : ']';
    document_.open(is_mapping ? Kind::mapping : Kind::sequence, anchor.number != 0 ? anchor.mark : mark(),
                   anchor.number);
    ++at_;
    if (!to_content()) return false;
    while (next() != close) {
      if (at_end() || (is_mapping && !flow_key()) || !flow_value() || !to_content()) return false;
      if (next() != ',') break;
      ++at_;
      if (!to_content()) return false;
    }
    if (at_end() || next() != close) return false;
    ++at_;
    document_.close();
    return true;
  }

  bool flow_key() {
    Scalar key;
    const std::size_t begin = at_;
    if (!scalar(key, kInFlow) || next() != ':' || !is_blank(1) || at_ - begin > kLongestKey) return false;
    add(key, {});
    ++at_;
    return to_content();
  }

  bool flow_value() {
    Anchor anchor;
    if (next() == '&') {
      if (!this->anchor(anchor) || !to_content()) return false;
    }
    if (at_end()) return false;
    if (next() == '*') return anchor.number == 0 && alias();
    if (next() == '[' || next() == '{') return flow(anchor);
    Scalar read;
    if (!scalar(read, kInFlow)) return false;
    add(read, anchor);
    return true;
  }

  // Tokens.

  bool name(std::string_view& name) {
    const std::size_t begin = ++at_;
    while (is(next(), kName)) ++at_;
    name = text_.substr(begin, at_ - begin);
    return !name.empty();
  }

  bool anchor(Anchor& anchor) {
    anchor.mark = mark();
    std::string_view name;
    if (!this->name(name) || !is_blank(0)) return false;
    anchor.number = ++last_anchor_;
    anchors_[name] = anchor.number;
    return true;
  }

  bool alias() {
    const Mark where = mark();
    std::string_view name;
    if (!this->name(name) || (!is_blank(0) && next() != ',' && next() != ']' && next() != '}')) return false;
    const auto known = anchors_.find(name);
    if (known == anchors_.end()) return false;
    document_.alias(known->second, where);
    return true;
  }

  void add(const Scalar& scalar, Anchor anchor) {
    const bool is_null = scalar.style == Style::plain && (scalar.text == "~" || scalar.text == "null" ||
                                                          scalar.text == "Null" || scalar.text == "NULL");
    document_.scalar(is_null ? "null" : scalar.text, scalar.style, anchor.number != 0 ? anchor.mark : scalar.mark,
                     anchor.number);
  }

  bool scalar(Scalar& scalar, Class inside) {
    scalar.mark = mark();
    scalar.style = Style::quoted;
    if (next() == '"') return double_quoted(scalar.text);
    if (next() == '\'') return single_quoted(scalar.text);
    scalar.style = Style::plain;
    return plain(scalar.text, inside);
  }

  /// Ends behind its last character, or at the colon that makes it a key.
  bool plain(std::string_view& text, Class inside) {
    const char first = next();
    const bool is_indicator = first == '-' || (inside == kInBlock && (first == '?' || first == ':'));
    const bool may_begin = is_indicator && (inside == kInBlock ? !is_blank(1) : is(next(1), kFirst));
    if (!is(first, kFirst) && !may_begin) return false;
    if ((first == '.' || first == '-') && next(1) == first && next(2) == first) return false;
    const std::size_t begin = at_;
    std::size_t end = at_;
    for (;;) {
      while (is(next(), inside)) ++at_;
      if (at_ != end && text_[at_ - 1] != ' ') end = at_;
      const char c = next();
      if (c == '\n') break;
      if (c == ' ') {
        if (next(1) == '#') break;
      } else if (c == ':') {
        if (is_blank(1)) break;
        if (inside == kInFlow && next(1) != ':' && !is(next(1), kName)) return false;
      } else if (c != '#' || inside == kInFlow) {
        break;
      }
      ++at_;
      if (c != ' ') end = at_;
    }
    if (next() == ':' && end != at_) return false;
    at_ = end;
    text = text_.substr(begin, end - begin);
    return true;
  }

  bool single_quoted(std::string_view& text) {
    const std::size_t begin = ++at_;
    bool as_written = true;
    for (;; ++at_) {
      if (at_end() || static_cast<unsigned char>(text_[at_]) < 0x20) return false;
      if (text_[at_] != '\'') continue;
      if (next(1) != '\'') break;
      as_written = false;
      ++at_;
    }
    text = text_.substr(begin, at_++ - begin);
    if (as_written) return true;
    std::string once(text);
    for (std::size_t quote = once.find("''"); quote != std::string::npos; quote = once.find("''", quote + 1))
      once.erase(quote, 1);
    text = document_.keep(once);
    return true;
  }

  bool double_quoted(std::string_view& text) {
    const std::size_t begin = ++at_;
    while (!at_end() && text_[at_] != '"' && text_[at_] != '\\' && static_cast<unsigned char>(text_[at_]) >= 0x20)
      ++at_;
    text = text_.substr(begin, at_ - begin);
    if (!at_end() && text_[at_] == '"') {
      ++at_;
      return true;
    }
    std::string unescaped(text);
    for (;; ++at_) {
      if (at_end() || static_cast<unsigned char>(text_[at_]) < 0x20) return false;
      if (text_[at_] == '"') break;
      if (text_[at_] != '\\')
        unescaped += text_[at_];
      else if (!escape(unescaped))
        return false;
    }
    ++at_;
    text = document_.keep(unescaped);
    return true;
  }

  /// Those that are common; ends at its last character.
  bool escape(std::string& text) {
    const char c = next(1);
    ++at_;
    switch (c) {
      case '"':
      case '\\':
        text += c;
        return true;
      case 'n':
        text += '\n';
        return true;
      case 't':
        text += '\t';
        return true;
      case 'r':
        text += '\r';
        return true;
      case 'x':
        return code_point(2, text);
      case 'u':
        return code_point(4, text);
      default:
        return false;
    }
  }

  bool code_point(int digits, std::string& text) {
    std::uint32_t code = 0;
    for (; digits > 0; --digits) {
      const char c = next(1);
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return false;
      code = code * 16 + static_cast<std::uint32_t>(digit);
      ++at_;
    }
    if (code >= 0xd800 && code < 0xe000) return false;
    append_utf8(text, code);
    return true;
  }

  Document& document_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t last_anchor_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> anchors_;
};

}  // namespace

bool parse_simple_yaml(Document& document) { return Scanner(document).run(); }

}  // namespace run::detail
