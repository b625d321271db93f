// Configurations => YAML.
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "Scalar.h"
#include "NamedTarget.h"
#include "run/error.h"
#include "run/target_info.h"
#include "run/yaml.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;
constexpr int kDeepest = 500;

class Writer {
 public:
  Writer(Node& root, const YamlOptions& options) : root_(root), options_(options) {
    for (Node* node : reachable(root)) each_child(*node, [this](const NodePtr& child) { ++uses_[child.get()]; });
    ++uses_[&root];
  }

  std::string write() {
    if (root_.target->is_container && root_.kind == NodeKind::config) {
      const Value* content = root_.find(std::size_t{0});
      if (content == nullptr) fail(root_, "", "it has no value");
      write_value(*content, 0, root_, "");
      if (text_.starts_with('\n')) text_.erase(0, 1);
      if (text_.starts_with(' ')) text_.erase(0, 1);
    } else {
      write_node(root_, 0, true);
    }
    return std::move(text_);
  }

 private:
  [[noreturn]] void fail(const Node& owner, const std::string& argument, const std::string& message) {
    const std::string path = join(path_of(root_, owner), argument);
    throw Error(path.empty() ? message : path + ": " + message);
  }

  void begin_line(int indent) { text_.append(static_cast<std::size_t>(indent) * 2, ' '); }

  /// After `key:` or `-`: ` scalar` and a newline, or a newline and a block that is indented by `indent`.
  void write_value(const Value& value, int indent, const Node& owner, const std::string& argument) {
    if (indent > kDeepest) fail(owner, argument, "it is nested deeper than " + std::to_string(kDeepest) + " levels");
    switch (value.kind()) {
      case Kind::node:
        return write_child(*value.node(), indent, owner, argument);
      case Kind::list:
        return write_list(value.list(), indent, owner, argument);
      case Kind::map:
        return write_map(value.map(), indent, owner, argument);
      case Kind::function:
        return write_function(value.function(), indent, owner, argument);
      default:
        text_ += " " + scalar(value, owner, argument) + "\n";
    }
  }

  void write_child(Node& node, int indent, const Node& owner, const std::string& argument) {
    if (const auto known = anchors_.find(&node); known != anchors_.end()) {
      if (open_.contains(&node)) fail(owner, argument, "it holds itself");
      text_ += " *" + std::to_string(known->second) + "\n";
      return;
    }
    if (const auto uses = uses_.find(&node); uses != uses_.end() && uses->second > 1) {
      const std::size_t number = anchors_.size() + 1;
      anchors_.emplace(&node, number);
      text_ += " &" + std::to_string(number) + "\n";
    } else if (in_list_) {
      in_list_ = false;
      text_ += ' ';
      write_node(node, indent, true);
      return;
    } else {
      text_ += '\n';
    }
    in_list_ = false;
    write_node(node, indent, false);
  }

  void write_node(Node& node, int indent, bool line_begun) {
    open_.insert(&node);
    if (!line_begun) begin_line(indent);
    if (node.target->is_container) fail(node, "", "a shared " + node.target->display() + " cannot be written");
    text_ += "_target_: " + string_scalar(written_name(node)) + "\n";
    if (node.kind == NodeKind::partial) {
      begin_line(indent);
      text_ += "_partial_: true\n";
    }
    if (node.kind == NodeKind::in_place) {
      begin_line(indent);
      text_ += "_in_place_: true\n";
    }
    for (const Argument& argument : node.arguments) write_argument(node, argument.parameter, argument.value, indent);
    if (options_.defaults) {
      for (std::size_t i = 0; i < node.target->parameters.size(); ++i) {
        if (node.find(i) != nullptr) continue;
        if (const Value* initial = node.find_or_default(i)) write_argument(node, i, *initial, indent);
      }
    }
    open_.erase(&node);
  }

  void write_argument(const Node& node, std::size_t parameter, const Value& value, int indent) {
    const std::string name(node.target->parameters[parameter].name);
    begin_line(indent);
    text_ += string_scalar(name) + ":";
    in_list_ = false;
    write_value(value, indent + 1, node, name);
  }

  void write_list(const Value::List& list, int indent, const Node& owner, const std::string& argument) {
    if (list.empty()) {
      text_ += " []\n";
      return;
    }
    bool line_begun = in_list_;
    text_ += in_list_ ? " " : "\n";
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!line_begun) begin_line(indent);
      line_begun = false;
      text_ += "-";
      in_list_ = true;
      write_value(list[i], indent + 1, owner, argument + "[" + std::to_string(i) + "]");
      in_list_ = false;
    }
  }

  void write_map(const Value::Map& map, int indent, const Node& owner, const std::string& argument) {
    if (map.empty()) {
      text_ += " {}\n";
      return;
    }
    bool line_begun = in_list_;
    text_ += in_list_ ? " " : "\n";
    for (const auto& [key, value] : map) {
      if (!line_begun) begin_line(indent);
      line_begun = false;
      text_ += scalar(key, owner, argument) + ":";
      in_list_ = false;
      write_value(value, indent + 1, owner, argument + "[" + key.text() + "]");
    }
  }

  void write_function(const FunctionValue& function, int indent, const Node& owner, const std::string& argument) {
    const TargetInfo* target = find_target(function);
    if (target == nullptr)
      fail(owner, argument, "a function that is no registered target has no name to be written by");
    if (in_list_) {
      text_ += ' ';
    } else {
      text_ += '\n';
      begin_line(indent);
    }
    in_list_ = false;
    text_ += "_target_: " + string_scalar(written_name(*target)) + "\n";
    begin_line(indent);
    text_ += "_call_: false\n";
  }

  std::string scalar(const Value& value, const Node& owner, const std::string& argument) {
    in_list_ = false;
    switch (value.kind()) {
      case Kind::null:
        return "null";
      case Kind::boolean:
      case Kind::integer:
      case Kind::natural:
      case Kind::real:
        return value.text();
      case Kind::string:
        return string(value.string(), owner, argument);
      case Kind::enumerator: {
        const EnumValue& enumerator = value.enumerator();
        if (enumerator.type->enumeration != nullptr) {
          for (const auto& [name, bits] : enumerator.type->enumeration->enumerators)
            if (bits == enumerator.bits) return string_scalar(name);
        }
        return std::to_string(enumerator.bits);
      }
      case Kind::opaque:
        if (const OpaqueOps& ops = *value.opaque().ops; ops.text != nullptr) {
          const std::string text = ops.text(value.opaque().object.get());
          return ops.type->kind == TypeKind::codec ? string(text, owner, argument) : text;
        }
        fail(owner, argument, value.text() + " has no text form");
      default:
        fail(owner, argument, value.text() + " cannot be a key");
    }
  }

  std::string string(const std::string& text, const Node& owner, const std::string& argument) {
    std::string written = string_scalar(text);
    if (written.empty()) fail(owner, argument, "the string is no UTF-8, YAML cannot hold it");
    return written;
  }

  Node& root_;
  const YamlOptions& options_;
  std::string text_;
  std::unordered_map<const Node*, std::size_t> uses_;
  std::unordered_map<const Node*, std::size_t> anchors_;
  std::unordered_set<const Node*> open_;
  bool in_list_ = false;  // the line so far is a dash
};

}  // namespace

std::string to_yaml(Node& root, const YamlOptions& options) { return Writer(root, options).write(); }

}  // namespace run::detail
