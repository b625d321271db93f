// JSON <=> Document. What JSON cannot say has a spelling of its own: `{"_value_": ".inf"}` for a number (as YAML writes
// it), `"_id_": 1` in a node that is used again, and `{"_ref_": 1}` where it is.
#include <nlohmann/json.hpp>

#include "Document.h"
#include "Quoted.h"
#include "Scalar.h"
#include "Spelling.h"
#include "Utf8.h"
#include "run/error.h"
#include "run/value.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;
using Style = Item::Style;
using Index = Document::Index;

/// The library tells what it reads, but not where: a cursor goes along with it.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {
    if (text.starts_with("\xef\xbb\xbf")) at_ = line_begin_ = 3;  // a byte order mark
  }

  /// The next token, which this passes.
  std::string_view next() {
    while (at_ < text_.size() && std::string_view(" \t\r\n,:").find(text_[at_]) != std::string_view::npos) step();
    mark_ = {line_, static_cast<std::uint32_t>(at_ - line_begin_ + 1)};
    const std::size_t begin = at_;
    if (at_ == text_.size()) return {};
    const char first = text_[at_++];
    if (first == '"') {
      while (text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
      ++at_;
    } else if (std::string_view("{}[]").find(first) == std::string_view::npos) {
      while (at_ < text_.size() && std::string_view(" \t\r\n,:]}").find(text_[at_]) == std::string_view::npos) ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }
  /// Of the token that came last.
  Mark mark() const { return mark_; }

 private:
  void step() {
    if (text_[at_++] != '\n') return;
    ++line_;
    line_begin_ = at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
  Mark mark_;
};

class Events : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Events(Document& document) : document_(document), spelling_(document), cursor_(document.source()) {}

  bool null() override { return plain(); }
  bool boolean(bool) override { return plain(); }
  bool number_integer(std::int64_t) override { return plain(); }
  bool number_unsigned(std::uint64_t) override { return plain(); }
  bool number_float(double, const std::string&) override { return plain(); }
  bool string(std::string& text) override {
    const std::string_view written = token(text);
    spelling_.scalar(written, Style::quoted, cursor_.mark());
    return true;
  }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool key(std::string& text) override {
    const std::string_view written = token(text);
    spelling_.key(written, cursor_.mark());
    return true;
  }
  bool start_object(std::size_t) override { return start(Kind::mapping); }
  bool end_object() override { return end(); }
  bool start_array(std::size_t) override { return start(Kind::sequence); }
  bool end_array() override { return end(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override {
    std::string message = error.what();  // `[json.exception.parse_error.101] parse error at line 1, column 2: …`
    if (const std::size_t end = message.find("] "); end != std::string::npos) message.erase(0, end + 2);
    if (message.starts_with("parse error"))
      if (const std::size_t end = message.find(": "); end != std::string::npos) message.erase(0, end + 2);
    // To the parser, a NUL is the end.
    if (position > 0 && position <= document_.source().size() && document_.source()[position - 1] == '\0')
      message = "a text has no control characters: found byte 0";
    if (!is_utf8(message)) std::erase_if(message, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });  // cut
    document_.fail(mark_of(document_.source(), position == 0 ? 0 : position - 1), message);
  }

 private:
  bool plain() {
    const std::string_view written = cursor_.next();
    spelling_.scalar(written, Style::plain, cursor_.mark());
    return true;
  }
  /// A string as it stands in the source, where that is what it says.
  std::string_view token(const std::string& text) {
    const std::string_view written = cursor_.next();
    return written.size() == text.size() + 2 ? written.substr(1, text.size()) : document_.keep(text);
  }
  bool start(Kind kind) {
    cursor_.next();
    spelling_.open(kind, cursor_.mark());
    return true;
  }
  bool end() {
    cursor_.next();
    spelling_.close();
    return true;
  }

  Document& document_;
  Spelling spelling_;
  Cursor cursor_;
};

/// Whether a number of JSON's reader is it: a double, where it is no integer.
bool is_json(std::string_view text) {
  const std::string_view all = text;
  if (text == "null" || text == "true" || text == "false") return true;
  const auto digits = [&] {
    std::size_t count = 0;
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; ++count) text.remove_prefix(1);
    return count;
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool zero = text.starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  return text.empty() && !plain_scalar(all).is(Value::Kind::string);
}

class Printer {
 public:
  explicit Printer(const Document& document) : document_(document) { text_.reserve(document.size() * std::size_t{16}); }

  std::string print() {
    value(0, 0);
    text_ += '\n';
    return std::move(text_);
  }

 private:
  void line(std::size_t indent) {
    text_ += '\n';
    text_.append(indent * 2, ' ');
  }

  void value(Index index, std::size_t indent) {
    const Item& item = document_[index];
    switch (item.kind) {
      case Kind::scalar:
        if (!item.plain()) return append_quoted(text_, item.text());
        if (is_json(item.text())) {
          text_ += item.text();
          return;
        }
        text_ += "{\"_value_\": ";
        append_quoted(text_, item.text());
        text_ += '}';
        return;
      case Kind::alias:
        text_ += "{\"_ref_\": " + std::to_string(item.anchor) + "}";
        return;
      case Kind::sequence:
        return sequence(index, indent);
      case Kind::mapping:
        return mapping(index, indent);
    }
  }

  void sequence(Index index, std::size_t indent) {
    const Index end = document_[index].end;
    bool one_line = true;
    for (Index at = index + 1; at < end; at = document_[at].end) one_line = one_line && document_[at].is(Kind::scalar);
    text_ += '[';
    for (Index at = index + 1; at < end; at = document_[at].end) {
      if (at != index + 1) text_ += one_line ? ", " : ",";
      if (!one_line) line(indent + 1);
      value(at, indent + 1);
    }
    if (!one_line) line(indent);
    text_ += ']';
  }

  void mapping(Index index, std::size_t indent) {
    const Item& item = document_[index];
    text_ += '{';
    bool first = true;
    if (item.anchor != 0) {
      line(indent + 1);
      text_ += "\"_id_\": " + std::to_string(item.anchor);
      first = false;
    }
    for (Index key = index + 1; key < item.end;) {
      if (!first) text_ += ',';
      first = false;
      line(indent + 1);
      append_quoted(text_, document_[key].text());
      text_ += ": ";
      const Index entry = document_[key].end;
      value(entry, indent + 1);
      key = document_[entry].end;
    }
    if (!first) line(indent);
    text_ += '}';
  }

  const Document& document_;
  std::string text_;
};

}  // namespace

Document parse_json(Source source, std::string_view name) {
  Document document(name, std::move(source));
  if (!is_utf8(document.source())) check_text(document);
  const std::string_view text = document.source();
  Events events(document);
  nlohmann::json::sax_parse(text.begin(), text.end(), &events);
  return document;
}

std::string print_json(const Document& document) { return Printer(document).print(); }

}  // namespace run::detail
