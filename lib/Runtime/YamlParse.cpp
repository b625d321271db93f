// YAML text => Document, from yaml-cpp's events: there is no tree of its own in between.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>
#include <utility>

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
    document_.scalar("null", Item::Style::plain, place(mark), number(anchor));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { document_.alias(number(anchor), place(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    document_.scalar(document_.keep(value), style(tag, mark), place(mark), number(anchor));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    if (tag != "?" && tag != "!" && !tag.empty() && tag != kCore + "seq") unknown(tag, mark);
    document_.open(Item::Kind::sequence, place(mark), number(anchor));
  }
  void OnSequenceEnd() override { document_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    if (tag != "?" && tag != "!" && !tag.empty() && tag != kCore + "map") unknown(tag, mark);
    document_.open(Item::Kind::mapping, place(mark), number(anchor));
  }
  void OnMapEnd() override { document_.close(); }

 private:
  static std::uint32_t number(YAML::anchor_t anchor) { return static_cast<std::uint32_t>(anchor); }

  /// The tags of YAML's core schema say what they say anyway; others would mean what cannot be done here.
  Item::Style style(const std::string& tag, const YAML::Mark& mark) const {
    if (tag == "?" || tag.empty()) return Item::Style::plain;
    if (tag == "!" || tag == kCore + "str") return Item::Style::quoted;
    for (const char* known : {"int", "float", "bool", "null"})
      if (tag == kCore + known) return Item::Style::plain;
    unknown(tag, mark);
  }
  [[noreturn]] void unknown(const std::string& tag, const YAML::Mark& mark) const {
    document_.fail(place(mark), "the tag `" + tag + "` has no meaning here");
  }

  const std::string kCore = "tag:yaml.org,2002:";
  Document& document_;
};

}  // namespace

Document parse_yaml(std::string text, std::string_view name) {
  Document document(name, std::move(text));
  check_text(document);
  View buffer(document.source());
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    Builder builder(document);
    if (!parser.HandleNextDocument(builder) || document.size() == 0)
      document.fail(Mark{1, 1}, "there is no configuration in it");
    Document second(name);
    Builder more(second);
    if (parser.HandleNextDocument(more))
      document.fail(second.size() == 0 ? Mark{1, 1} : second[0].mark, "there is more than one document");
    return document;
  } catch (const YAML::Exception& error) {
    document.fail(place(error.mark), error.msg);
  }
}

}  // namespace run::detail
