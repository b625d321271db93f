#include "YamlTree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <utility>

#include "run/error.h"

namespace run::detail {
namespace {

class TreeBuilder : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    YamlTree tree = made(YamlTree::Kind::scalar, mark, anchor);
    tree.plain = true;
    tree.text = "null";
    add(std::move(tree));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(made(YamlTree::Kind::alias, mark, anchor));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlTree tree = made(YamlTree::Kind::scalar, mark, anchor);
    tree.plain = tag == "?";
    tree.text = value;
    add(std::move(tree));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open_.push_back(made(YamlTree::Kind::sequence, mark, anchor));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open_.push_back(made(YamlTree::Kind::map, mark, anchor));
  }
  void OnMapEnd() override { close(); }

  YamlTree take() { return std::move(root_); }

 private:
  static YamlTree made(YamlTree::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    YamlTree tree;
    tree.kind = kind;
    tree.anchor = anchor;
    tree.line = mark.line + 1;
    tree.column = mark.column + 1;
    return tree;
  }
  void add(YamlTree tree) {
    if (open_.empty())
      root_ = std::move(tree);
    else
      open_.back().children.push_back(std::move(tree));
  }
  void close() {
    YamlTree tree = std::move(open_.back());
    open_.pop_back();
    add(std::move(tree));
  }

  YamlTree root_;
  std::vector<YamlTree> open_;
};

}  // namespace

std::string yaml_mark(std::string_view name, int line, int column) {
  if (name.empty()) return {};
  return std::string(name) + ":" + std::to_string(line) + ":" + std::to_string(column) + ": ";
}

YamlTree parse_yaml(std::string_view text, std::string_view name) {
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder;
    if (!parser.HandleNextDocument(builder)) throw Error(yaml_mark(name, 1, 1) + "there is no configuration in it");
    YamlTree tree = builder.take();
    TreeBuilder more;
    if (parser.HandleNextDocument(more)) {
      const YamlTree second = more.take();
      throw Error(yaml_mark(name, second.line, second.column) + "there is more than one document");
    }
    return tree;
  } catch (const YAML::Exception& error) {
    throw Error(yaml_mark(name, error.mark.line + 1, error.mark.column + 1) + error.msg);
  }
}

}  // namespace run::detail
