// Configurations => text for people.
#include "run/print.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "Leaves.h"
#include "Sayable.h"
#include "ValueText.h"
#include "run/target_info.h"

namespace run {
namespace detail {
namespace {

using Kind = Value::Kind;

class Printer {
 public:
  Printer(Node& root, const PrintOptions& options) : options_(options) {
    for (Node* node : reachable(root)) each_child(*node, [this](const NodePtr& child) { ++uses_[child.get()]; });
  }

  std::string print(Node& root) {
    open_.push_back({Value(root.shared_from_this()), "", "", "", {}, false, true});
    while (!open_.empty()) {
      const Item item = std::move(open_.back());
      open_.pop_back();
      flat() ? print_flat(item) : print_line(item);
    }
    return std::move(text_);
  }

 private:
  struct Item {
    Value value;         // absent: it has none, and needs one
    std::string path;    // flat: of the value
    std::string label;   // tree: the name of the argument, `[2]`, `["key"]`
    std::string indent;  // tree: of its line
    Location where;
    bool is_default;
    bool is_last;
    std::string_view said = {};  // of a default that cannot be shown: what the source says
  };

  /// As the source says it; empty where it does not, or constructors do not agree.
  static std::string_view said_default(const Parameter& parameter) {
    return parameter.is_default_of_some || !parameter.in_constructor() ? std::string_view() : parameter.initial.text;
  }

  bool flat() const { return options_.style == PrintOptions::Style::flat; }
  std::string dim(const std::string& text) const { return options_.color ? "\033[2m" + text + "\033[0m" : text; }
  std::string bold(const std::string& text) const { return options_.color ? "\033[1m" + text + "\033[0m" : text; }

  /// ` = 8`, and what is to be said of it.
  std::string said(const Item& item, const std::string& what) const {
    std::string text = what;
    if (item.is_default) text += options_.color ? "" : "  (default)";
    if (options_.locations && item.where.known()) text += "  # " + item.where.text();
    return text;
  }

  /// What stands in a value, in order. Values without configurations in them are shown as they are.
  std::vector<Item> parts(const Item& item, const std::string& indent) {
    std::vector<Item> parts;
    const auto add = [&](const Value& value, const std::string& label, Location where, bool is_default) {
      parts.push_back({value, flat() ? join(item.path, label) : std::string(), flat() ? "" : label, indent, where,
                       is_default || item.is_default, false});
    };
    switch (item.value.kind()) {
      case Kind::node: {
        Node& node = *item.value.node();
        // The elements of a container are its own, whatever argument holds them.
        if (const Value* content = node.target->is_container ? node.find_or_default(0) : nullptr;
            content != nullptr && holds_nodes(*content)) {
          Item inner = item;
          inner.value = *content;
          return this->parts(inner, indent);
        }
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
          const Argument& argument = node.arguments[i];
          add(argument.value, std::string(node.target->parameters[argument.parameter].name), argument.where, false);
        }
        if (!options_.defaults) break;
        for (std::size_t i = 0; i < node.target->parameters.size(); ++i) {
          if (node.find(i) != nullptr) continue;
          const std::string name(node.target->parameters[i].name);
          const std::string_view said = said_default(node.target->parameters[i]);
          const Value* const initial = node.find_or_default(i);
          if (initial != nullptr && (said.empty() || has_own_text(*initial)))
            add(*initial, name, {}, true);
          else if (!said.empty() && node.kind != NodeKind::in_place)
            add(Value(), name, {}, true), parts.back().said = said;
          else if (Leaf{{}, &node, i, nullptr, node.kind != NodeKind::config}.is_required())
            add(Value(), name, {}, true);
        }
        break;
      }
      case Kind::list:
        for (std::size_t i = 0; i < item.value.list().size(); ++i)
          add(item.value.list()[i], "[" + std::to_string(i) + "]", {}, false);
        break;
      case Kind::map:
        for (const auto& [key, value] : item.value.map()) add(value, shown_step(key), {}, false);
        break;
      default:
        break;
    }
    if (!parts.empty()) parts.back().is_last = true;
    return parts;
  }

  std::string target(const Node& node) const { return std::string(kind_text(node.kind)) + node.target->display(); }

  /// The number of a node that is used more than once, and whether it was shown before.
  std::pair<std::size_t, bool> number(const Node& node) {
    const auto uses = uses_.find(&node);
    if (uses == uses_.end() || uses->second < 2) return {0, false};
    const auto [known, is_new] = numbers_.try_emplace(&node, numbers_.size() + 1);
    return {known->second, !is_new};
  }

  void push(std::vector<Item> items) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) open_.push_back(std::move(*item));
  }

  /// What a call lacks to be made.
  std::string lacking(const std::string& name) const { return dim(name + "  (required)") + "\n"; }

  void print_line(const Item& item) {
    const bool is_root = item.label.empty() && item.indent.empty();
    std::string line = item.indent;
    if (!is_root) line += item.is_last ? "└── " : "├── ";
    const std::string below = item.indent + (is_root ? "" : item.is_last ? "    " : "│   ");
    const std::string label = is_root ? "" : item.label + (item.value.is(Kind::node) ? ": " : " = ");
    if (!item.said.empty()) {
      text_ += line + dim(said(item, label + std::string(item.said))) + "\n";
    } else if (item.value.absent()) {
      text_ += line + lacking(item.label);
    } else if (item.value.is(Kind::node)) {
      const Node& node = *item.value.node();
      const auto [count, is_known] = number(node);
      if (is_known) {
        text_ += line + said(item, label + "*" + std::to_string(count) + " " + target(node)) + "\n";
        return;
      }
      const std::string mark = count == 0 ? "" : "&" + std::to_string(count) + " ";
      const std::string what = label + mark + (item.is_default ? target(node) : bold(target(node)));
      text_ += line + (item.is_default ? dim(said(item, what)) : said(item, what)) + "\n";
      push(parts(item, below));
    } else if (holds_nodes(item.value)) {
      text_ += line + said(item, item.label + ":") + "\n";
      push(parts(item, below));
    } else {
      const std::string what = said(item, label + whole_text(item.value));
      text_ += line + (item.is_default ? dim(what) : what) + "\n";
    }
  }

  void print_flat(const Item& item) {
    if (!item.said.empty()) {
      text_ += dim(said(item, item.path + " = " + std::string(item.said))) + "\n";
    } else if (item.value.absent()) {
      text_ += lacking(item.path);
    } else if (item.value.is(Kind::node)) {
      const Node& node = *item.value.node();
      const auto [count, is_known] = number(node);
      const std::string place = item.path.empty() ? "" : item.path + " = ";
      if (is_known) {
        text_ += place + "*" + std::to_string(count) + "\n";
        return;
      }
      const std::string what =
          said(item, place + (count == 0 ? "" : "&" + std::to_string(count) + " ") + target(node) + "()");
      text_ += (item.is_default ? dim(what) : what) + "\n";
      push(parts(item, ""));
    } else if (holds_nodes(item.value)) {
      push(parts(item, ""));
    } else {
      const std::string what = said(item, item.path + " = " + whole_text(item.value));
      text_ += (item.is_default ? dim(what) : what) + "\n";
    }
  }

  const PrintOptions& options_;
  std::string text_;
  std::vector<Item> open_;
  std::unordered_map<const Node*, std::size_t> uses_;
  std::unordered_map<const Node*, std::size_t> numbers_;
};

}  // namespace

std::string to_text(Node& root, const PrintOptions& options) {
  if (options.style == PrintOptions::Style::history) return history_table(root, options.color);
  return Printer(root, options).print(root);
}

bool shows_color(const std::ostream& out) {
  const int file = &out == &std::cout ? STDOUT_FILENO : &out == &std::cerr ? STDERR_FILENO : -1;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return file >= 0 && isatty(file) != 0 && (no_color == nullptr || *no_color == '\0') && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

void print(Node& root, std::ostream& out, PrintOptions options) {
  options.color = options.color || shows_color(out);
  out << to_text(root, options);
}

}  // namespace detail

void print(const Graph& graph, const PrintOptions& options) { print(graph, std::cout, options); }

void print_history(const Graph& graph, std::string_view path, std::ostream& out) {
  out << detail::history_table(graph.history(path), detail::shows_color(out));
}
void print_history(const Graph& graph, std::string_view path) { print_history(graph, path, std::cout); }

}  // namespace run
