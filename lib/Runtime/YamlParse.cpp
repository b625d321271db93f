// YAML text => Document: by YamlSimple.cpp where that can, else from yaml-cpp's events; there is no tree in between.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>
#include <vector>

#include "Document.h"
#include "Scalar.h"
#include "run/error.h"

namespace run::detail {
namespace {

Mark place(const YAML::Mark& mark) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

// The parser takes for right what is a mistake, or cut off: quotes that are not closed, keys without a colon,
// directives anywhere.

/// Finds places in a text, one behind the other.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  std::size_t offset(Mark mark) {
    if (mark.line < line_) line_ = 1, line_begin_ = 0;
    for (; line_ < mark.line; ++line_) {
      const std::size_t end = text_.find('\n', line_begin_);
      if (end == std::string_view::npos) return text_.size();
      line_begin_ = end + 1;
    }
    const bool has_byte_order_mark = line_ == 1 && text_.starts_with("\xef\xbb\xbf");
    return std::min(line_begin_ + (has_byte_order_mark ? 3 : 0) + mark.column - 1, text_.size());
  }

 private:
  std::string_view text_;
  std::uint32_t line_ = 1;
  std::size_t line_begin_ = 0;
};

/// Where a scalar begins, behind its anchor and tag.
std::size_t behind_properties(std::string_view text, std::size_t at) {
  constexpr std::string_view kSpace = " \t\r\n";
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    at = std::min(text.find_first_of(kSpace, at), text.size());
    at = std::min(text.find_first_not_of(kSpace, at), text.size());
  }
  return at;
}

/// Behind the quote that closes the one at `at`; npos where there is none.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

/// Lines that begin with `%` stand before the document, which `---` begins then.
void check_directives(const Document& document) {
  const std::string_view text = document.source();
  bool is_before = true;
  Mark directive{};
  Mark line{1, 1};
  for (std::size_t begin = 0; begin < text.size(); ++line.line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view written = text.substr(begin, end - begin);
    const std::size_t first = written.find_first_not_of(" \t\r");
    if (written.starts_with('%')) {
      if (!is_before) document.fail(line, "`%` begins a directive, which stands before `---`: quote what is a text");
      directive = line;
    } else if (first != std::string_view::npos && written[first] != '#') {
      if (is_before && directive.line != 0 && !written.starts_with("---"))
        document.fail(directive, "behind a directive, `---` begins the document");
      is_before = false;
    }
    begin = end + 1;
  }
  if (is_before && directive.line != 0) document.fail(directive, "behind a directive, `---` begins the document");
}

/// Where the text at `at` begins nothing that the parser knows.
std::string unknown_token(std::string_view text, std::size_t at) {
  text.remove_prefix(std::min(at, text.size()));
  if (text.starts_with("???")) return "`???` stands for a value that is still to be given";  // of OmegaConf
  return "`" + std::string(text.substr(0, 1)) + "` begins no value here: quote what is a text";
}

/// What is wrong at `at`, where the parser says so in its own words.
std::string explained(const std::string& message, std::string_view text, std::size_t at) {
  if (message == YAML::ErrorMsg::UNKNOWN_TOKEN) return unknown_token(text, at);
  if (at != 0 && text.substr(at - 1).starts_with("${"))
    return std::string(kUnresolved);  // in flow style, `{` ends a text
  const std::size_t line = at == 0 ? 0 : text.find_last_of('\n', at - 1) + 1;
  if (const std::size_t first = text.find_first_not_of(' ', line); first < text.size() && text[first] == '\t')
    return "a tab is no indentation: YAML takes spaces";
  if (message == YAML::ErrorMsg::MAP_VALUE)
    return "a key cannot stand here: it is indented as no mapping is, or a `:` is missing before it";
  if (message == YAML::ErrorMsg::END_OF_SEQ_FLOW) return "there is no `]` for a `[` before this";
  if (message == YAML::ErrorMsg::END_OF_MAP_FLOW) return "there is no `}` for a `{` before this";
  return message;
}

/// Reads a text where it is.
class View : public std::streambuf {
 public:
  explicit View(std::string_view text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

class Builder : public YAML::EventHandler {
 public:
  explicit Builder(Document& document) : document_(document), places_(document.source()) {}

  /// Of what it is the end of, the last scalar holds the rest.
  void check_quotes() {
    if (last_scalar_.line == 0) return;
    const std::string_view text = document_.source();
    const std::size_t at = behind_properties(text, places_.offset(last_scalar_));
    if (at < text.size() && (text[at] == '"' || text[at] == '\'') && behind_quotes(text, at) == std::string_view::npos)
      document_.fail(mark_of(text, at), "there is no closing quote for this one");
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (is_value_in_set()) return open_.back().has_key = false, void();
    if (!open_.empty() && open_.back().has_key) check_colon(open_.back().key);
    begin(document_.scalar("null", Item::Style::plain, place_of_null(mark), number(anchor)));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    begin(document_.alias(number(anchor), place(mark)));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    last_scalar_ = place(mark);
    begin(document_.scalar(document_.keep(value), style(tag, mark), place(mark), number(anchor)));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    if (tag != "?" && tag != "!" && !tag.empty() && tag != kCore + "seq") unknown(tag, mark);
    begin(document_.open(Item::Kind::sequence, place(mark), number(anchor)));
    open_.emplace_back();
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value how) override {
    const bool is_set = tag == kCore + "set";
    if (!is_set && tag != "?" && tag != "!" && !tag.empty() && tag != kCore + "map") unknown(tag, mark);
    begin(document_.open(is_set ? Item::Kind::sequence : Item::Kind::mapping, place(mark), number(anchor)));
    open_.push_back({.is_mapping = true, .is_set = is_set, .is_flow = how == YAML::EmitterStyle::Flow});
  }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    bool is_mapping = false;
    bool is_set = false;  // a mapping whose keys are the elements, and whose values are null, as PyYAML writes a set
    bool is_flow = false;
    bool has_key = false;  // and waits for its value
    Document::Index key = 0;
  };

  static std::uint32_t number(YAML::anchor_t anchor) { return static_cast<std::uint32_t>(anchor); }

  bool is_value_in_set() const { return !open_.empty() && open_.back().is_set && open_.back().has_key; }

  void begin(Document::Index item) {
    if (is_value_in_set()) document_.fail(document_[item].mark(), "an element of a `!!set` has no value");
    if (open_.empty() || !open_.back().is_mapping) return;
    open_.back().has_key = !open_.back().has_key;
    open_.back().key = item;
  }
  void end() {
    document_.close();
    open_.pop_back();
  }

  /// A key of a block is alone where the text was cut off; but for one behind a `?`.
  void check_colon(Document::Index key) {
    if (open_.back().is_flow || document_[key].is(Item::Kind::mapping) || document_[key].is(Item::Kind::sequence))
      return;
    const std::string_view text = document_.source();
    const std::size_t begin = places_.offset(document_[key].mark());
    const std::size_t before = text.substr(0, begin).find_last_not_of(" \t");
    if (before != std::string_view::npos && text[before] == '?') return;
    std::size_t at = behind_properties(text, begin);
    if (at < text.size() && (text[at] == '"' || text[at] == '\''))
      at = behind_quotes(text, at);
    else if (at < text.size() && text[at] == '*')
      at = text.find_first_of(" \t\r\n", at);
    else if (const std::string_view written = document_[key].text(); text.substr(at).starts_with(written))
      at += written.size();
    else if (written == "null")
      return;  // written as ~, or not at all
    if (at != std::string_view::npos) at = text.find_first_not_of(" \t", at);
    if (at == std::string_view::npos || text[at] != ':')
      document_.fail(document_[key].mark(), "there is no `:` behind the key");
  }

  /// Where nothing stands behind a key, the parser names the place of whatever comes next: the key says more.
  Mark place_of_null(const YAML::Mark& mark) const {
    const Mark found = place(mark);
    if (open_.empty() || !open_.back().has_key) return found;
    const Mark key = document_[open_.back().key].mark();
    if (mark.pos < 0) return key;  // the end
    const std::string_view source = document_.source();
    const std::string_view text = source.substr(std::min(static_cast<std::size_t>(mark.pos), source.size()));
    const bool is_written = !text.empty() && std::string_view("~nN&!").find(text.front()) != std::string_view::npos;
    return is_written && found.line == key.line ? found : key;
  }

  /// The tags of YAML's core schema, and that of merge keys, say what they say anyway; others would mean what cannot be
  /// done here.
  Item::Style style(const std::string& tag, const YAML::Mark& mark) const {
    if (tag == "?" || tag.empty()) return Item::Style::plain;
    if (tag == "!" || tag == kCore + "str") return Item::Style::quoted;
    for (const char* known : {"int", "float", "bool", "null", "merge"})
      if (tag == kCore + known) return Item::Style::plain;
    unknown(tag, mark);
  }
  [[noreturn]] void unknown(const std::string& tag, const YAML::Mark& mark) const {
    document_.fail(place(mark), "the tag `" + tag + "` has no meaning here");
  }

  const std::string kCore = "tag:yaml.org,2002:";
  Document& document_;
  std::vector<Open> open_;
  Places places_;
  Mark last_scalar_;
};

}  // namespace

void parse_any_yaml(Document& document) {
  check_directives(document);
  View buffer(document.source());
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    Builder builder(document);
    if (!parser.HandleNextDocument(builder) || document.size() == 0)
      document.fail(Mark{1, 1}, "there is no configuration in it");
    builder.check_quotes();
    Document second(document.name());
    Builder more(second);
    if (parser.HandleNextDocument(more))
      document.fail(second.size() == 0 ? Mark{1, 1} : second[0].mark(), "there is more than one document");
  } catch (const YAML::Exception& error) {
    const std::string_view text = document.source();
    const std::size_t at = std::min(static_cast<std::size_t>(std::max(error.mark.pos, 0)), text.size());
    document.fail(place(error.mark), explained(error.msg, text, at));
  }
}

Document parse_yaml(Source source, std::string_view name) {
  Document document(name, std::move(source));
  check_text(document);
  if (!parse_simple_yaml(document)) {
    document.clear();
    parse_any_yaml(document);
  }
  merge_keys(document);
  return document;
}

}  // namespace run::detail
