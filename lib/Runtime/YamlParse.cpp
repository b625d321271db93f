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
#include "run/error.h"

namespace run::detail {
namespace {

Mark place(const YAML::Mark& mark) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
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
  explicit Builder(Document& document) : document_(document) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    begin(document_.scalar("null", Item::Style::plain, place_of_null(mark), number(anchor)));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    begin(document_.alias(number(anchor), place(mark)));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
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
                  YAML::EmitterStyle::value) override {
    if (tag != "?" && tag != "!" && !tag.empty() && tag != kCore + "map") unknown(tag, mark);
    begin(document_.open(Item::Kind::mapping, place(mark), number(anchor)));
    open_.push_back({.is_mapping = true});
  }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    bool is_mapping = false;
    bool has_key = false;  // and waits for its value
    Document::Index key = 0;
  };

  static std::uint32_t number(YAML::anchor_t anchor) { return static_cast<std::uint32_t>(anchor); }

  void begin(Document::Index item) {
    if (open_.empty() || !open_.back().is_mapping) return;
    open_.back().has_key = !open_.back().has_key;
    open_.back().key = item;
  }
  void end() {
    document_.close();
    open_.pop_back();
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
};

}  // namespace

void parse_any_yaml(Document& document) {
  View buffer(document.source());
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    Builder builder(document);
    if (!parser.HandleNextDocument(builder) || document.size() == 0)
      document.fail(Mark{1, 1}, "there is no configuration in it");
    Document second(document.name());
    Builder more(second);
    if (parser.HandleNextDocument(more))
      document.fail(second.size() == 0 ? Mark{1, 1} : second[0].mark(), "there is more than one document");
  } catch (const YAML::Exception& error) {
    document.fail(place(error.mark), error.msg);
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
