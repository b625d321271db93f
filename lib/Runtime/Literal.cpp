#include "Literal.h"

#include "Texts.h"
#include "run/error.h"

namespace run::detail {
namespace {

using Style = Item::Style;

constexpr std::size_t kDeepest = 200;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

class LiteralParser {
 public:
  LiteralParser(std::string_view word, std::size_t offset, std::uint32_t number)
      : document_("command line", std::string(word)), text_(document_.source()), at_(offset) {
    document_.says_place = false;
    document_.first_line = number;
    begin_marks();
  }

  Document parse() {
    value("");
    skip();
    if (at_ < text_.size()) fail("unexpected `" + std::string(1, text_[at_]) + "`", at_);
    return std::move(document_);
  }

 private:
  /// A text is read from its beginning to its end: the place is looked for from the last one on.
  Mark mark(std::size_t offset) {
    if (offset < marked_) begin_marks();
    const Mark further = mark_of(text_.substr(marked_), offset - marked_);
    mark_.column = further.column + (further.line == 1 ? mark_.column - 1 : 0);
    mark_.line += further.line - 1;
    marked_ = offset;
    return mark_;
  }
  void begin_marks() {
    marked_ = 0;
    mark_ = {document_.first_line, 1};
  }
  [[noreturn]] void fail(const std::string& message, std::size_t offset) { document_.fail(mark(offset), message); }

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
  void value(std::string_view stops) {
    if (++depth_ > kDeepest) fail("it is nested deeper than " + std::to_string(kDeepest) + " levels", at_);
    skip();
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    if (next == '"' || next == '\'') {
      const std::size_t begin = at_;
      const std::string text = quoted();
      document_.scalar(document_.keep(text), Style::quoted, mark(begin));
    } else if (next == '[' || next == '(') {
      elements(next == '[' ? ']' : ')');
    } else if (next == '{') {
      entries();
    } else if (const std::size_t open = call_begins(); open != 0) {
      call(open);
    } else {
      bare(stops);
    }
    --depth_;
  }

  /// As in Python: a backslash before any other character stands for itself.
  std::string quoted() {
    const std::size_t opened = at_;
    const char quote = text_[at_++];
    std::string text;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
      const std::size_t escape = text_[at_] == '\\' ? std::string_view("ntr0\\'\"").find(next) : std::string_view::npos;
      if (escape == std::string_view::npos || next == '\0') {
        text += text_[at_];
      } else {
        text += std::string_view("\n\t\r\0\\'\"", 7)[escape];
        ++at_;
      }
    }
    if (at_ == text_.size()) fail("there is no closing quote for this one", opened);
    ++at_;
    return text;
  }

  /// Where the `(` of `a.b::c<int>(` stands; 0 where it is no call.
  std::size_t call_begins() const {
    if (at_ == text_.size() || !is_letter(text_[at_])) return 0;
    std::size_t angles = 0;
    for (std::size_t end = at_; end < text_.size(); ++end) {
      const char c = text_[end];
      if (c == '<') ++angles;
      if (c == '>' && angles > 0 && --angles == 0) continue;
      if (c == '(' && angles == 0) return end;
      if (angles == 0 && !is_word(c) && c != '.' && c != ':') return 0;
    }
    return 0;
  }

  /// In a key, `Color::red`, it does not end the key.
  bool is_scope() const { return text_.substr(at_, 2) == "::" && at_ + 2 < text_.size() && is_letter(text_[at_ + 2]); }

  void bare(std::string_view stops) {
    const std::size_t begin = at_;
    for (; at_ < text_.size() && (is_scope() || stops.find(text_[at_]) == std::string_view::npos); ++at_) {
      if (is_scope()) ++at_;
      if (!stops.empty() && std::string_view("[](){}\"'").find(text_[at_]) != std::string_view::npos)
        fail("unexpected `" + std::string(1, text_[at_]) + "`: quote what is text", at_);
    }
    const std::string_view text = trimmed(text_.substr(begin, at_ - begin));
    if (text.empty() && !stops.empty()) fail("expected a value", begin);
    document_.scalar(text, text.empty() ? Style::quoted : Style::word, mark(begin));
  }

  void elements(char close) {
    const std::size_t opened = at_++;
    document_.open(Item::Kind::sequence, mark(opened));
    while (!take(close)) {
      value(close == ']' ? ",]" : ",)");
      if (take(',')) continue;
      expect(close, opened);
      break;
    }
    document_.close();
  }

  void entries() {
    const std::size_t opened = at_++;
    document_.open(Item::Kind::mapping, mark(opened));
    while (!take('}')) {
      value(":,}");
      if (!take(':')) fail("expected `:` after the key; a list is written [1, 2]", at_);
      value(",}");
      if (take(',')) continue;
      expect('}', opened);
      break;
    }
    document_.close();
  }

  void call(std::size_t open) {
    const std::size_t begin = at_;
    document_.open(Item::Kind::mapping, mark(begin));
    document_.scalar("_factory_", Style::plain, mark(begin));
    document_.scalar(text_.substr(begin, open - begin), Style::quoted, mark(begin));
    at_ = open + 1;
    bool are_named = false;
    bool are_placed = false;
    while (!take(')')) {
      skip();
      if (const std::size_t equals = name_ends(); equals != 0) {
        if (are_placed && !are_named) document_.close();
        are_named = true;
        document_.scalar(trimmed(text_.substr(at_, equals - at_)), Style::quoted, mark(at_));
        at_ = equals + 1;
      } else {
        if (are_named) fail("an argument without a name stands behind one with a name", at_);
        if (!are_placed) {
          document_.scalar("_args_", Style::plain, mark(at_));
          document_.open(Item::Kind::sequence, mark(at_));
        }
        are_placed = true;
      }
      value(",)");
      if (take(',')) continue;
      expect(')', open);
      break;
    }
    if (are_placed && !are_named) document_.close();
    document_.close();
  }

  /// Where the `=` of `name =` stands; 0 where there is none.
  std::size_t name_ends() const {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    if (end == at_) return 0;
    while (end < text_.size() && is_space(text_[end])) ++end;
    return end < text_.size() && text_[end] == '=' ? end : 0;
  }

  Document document_;
  std::string_view text_;
  std::size_t at_;
  std::size_t marked_ = 0;
  Mark mark_{};
  std::size_t depth_ = 0;
};

}  // namespace

Document parse_literal(std::string_view word, std::size_t offset, std::uint32_t number) {
  return LiteralParser(word, offset, number).parse();
}

std::string with_caret(const std::string& message, std::string_view text, std::size_t offset) {
  Document document("command line", std::string(text));
  document.says_place = false;
  try {
    document.fail(mark_of(text, offset), message);
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace run::detail
