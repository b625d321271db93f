// The words of a TOML text: keys and values that are no arrays or tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "Document.h"

namespace run::detail {

struct TomlScalar {
  std::string_view text;  // plain: as YAML has it
  Item::Style style;
};

/// A text, read from its beginning. Everything here throws Error, with the place, where the text is not as it must be.
class TomlText {
 public:
  explicit TomlText(Document& document);

  bool at_end() const { return at_ == text_.size(); }
  /// The next character; a line feed at the end.
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
  Mark mark() const { return {line_, static_cast<std::uint32_t>(at_ - line_begin_ + 1)}; }

  /// Passes these characters, if they come next.
  bool accept(std::string_view characters);
  void expect(std::string_view characters);
  void skip_spaces();
  /// Over ends of lines and comments, too.
  void skip_lines();
  /// Whether nothing but a comment comes in this line.
  bool at_line_end() const;
  /// Passes the end of the line and what may stand before it.
  void end_line();

  /// Without dots.
  std::string_view key();
  TomlScalar scalar();

 private:
  [[noreturn]] void fail(const std::string& message) const { document_.fail(mark(), message); }
  [[noreturn]] void unexpected(std::string_view expected) const;
  void comment();
  void newline();

  std::string_view string();
  std::string_view literal();
  std::string_view long_string(char quote);
  void escape(std::string& text);
  void code_point(int digits, std::string& text);
  bool continues_line();
  char character();

  std::string_view word();
  TomlScalar number(std::string_view word);

  Document& document_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace run::detail
