// Diffs => text for people.
#include <iostream>
#include <unordered_set>

#include "Document.h"
#include "NamedTarget.h"
#include "ValueText.h"
#include "run/diff.h"
#include "run/print.h"
#include "run/target_info.h"

namespace run {
namespace detail {
namespace {

using Kind = Value::Kind;

/// What stands somewhere: a text of its own, parts, or both.
struct Shown {
  struct Part {
    std::string path;
    DiffValue value;
  };
  std::string text;
  std::vector<Part> parts;
};

class DiffPrinter {
 public:
  explicit DiffPrinter(bool color) : color_(color) {}

  std::string print(const Diff& diff) {
    for (const Change& change : diff.changes()) add(change);
    return std::move(text_);
  }

 private:
  static constexpr const char* kGreen = "32";
  static constexpr const char* kRed = "31";
  static constexpr const char* kYellow = "33";
  static constexpr const char* kBlue = "36";

  void line(char sign, const char* code, const std::string& what) {
    const std::string whole = std::string(1, sign) + " " + what;
    text_ += (color_ ? "\033[" + std::string(code) + "m" + whole + "\033[0m" : whole) + "\n";
  }

  void add(const Change& change) {
    const std::string path = change.path.empty() ? "(the whole)" : change.path;
    switch (change.kind) {
      case Change::Kind::added:
        return lines('+', kGreen, change.path, change.after);
      case Change::Kind::removed:
        return lines('-', kRed, change.path, change.before);
      case Change::Kind::changed: {
        const Shown before = shown(change.path, change.before);
        const Shown after = shown(change.path, change.after);
        if (before.parts.empty() && after.parts.empty() && !before.text.empty() && !after.text.empty())
          return line('~', kYellow, path + ": " + before.text + " -> " + after.text);
        lines('-', kRed, change.path, change.before);
        return lines('+', kGreen, change.path, change.after);
      }
      case Change::Kind::retargeted:
        return line('~', kYellow, path + ": " + target(change.before) + " -> " + target(change.after));
      case Change::Kind::moved:
        return line('>', kBlue, path + ": moved from " + old_path(change.after));
      case Change::Kind::shared:
        return line('=', kBlue, path + ": shared with " + old_path(change.after));
      case Change::Kind::unshared:
        line('/', kBlue, path + ": no longer shared with " + old_path(change.before));
        return lines('+', kGreen, change.path, change.after);
    }
  }

  /// A line for each value, flat: `path = value`.
  void lines(char sign, const char* code, const std::string& path, const DiffValue& value) {
    std::vector<Shown::Part> open{{path, value}};
    while (!open.empty()) {
      const Shown::Part next = std::move(open.back());
      open.pop_back();
      if (sign == '-' && !old_path(next.value).empty()) {
        line(sign, code, next.path + ": it stands elsewhere");
        continue;
      }
      Shown what = shown(next.path, next.value);
      if (!what.text.empty()) line(sign, code, next.path + " = " + what.text);
      if (next.value.value.is(Kind::node) && !seen_.insert(next.value.value.node().get()).second) continue;
      while (!what.parts.empty()) {
        open.push_back(std::move(what.parts.back()));
        what.parts.pop_back();
      }
    }
  }

  Shown shown(const std::string& path, const DiffValue& value) const {
    if (value.text != nullptr) return shown_item(path, value);
    Shown shown;
    const auto part = [&](std::string at, const Value& inner) {
      shown.parts.push_back({std::move(at), {inner, {}, 0}});
    };
    if (const std::string old = old_path(value); !old.empty()) {
      shown.text = "<" + old + ">";
    } else if (value.value.is(Kind::node)) {
      const Node& node = *value.value.node();
      shown.text = target(value) + "()";
      if (seen_.contains(&node)) shown.text += ", shared";
      for (const Argument& argument : node.arguments)
        part(join_argument(path, node.target->parameters[argument.parameter].name), argument.value);
    } else if (!holds_nodes(value.value)) {
      shown.text = whole_text(value.value);
    } else if (value.value.is(Kind::list)) {
      for (std::size_t i = 0; i < value.value.list().size(); ++i)
        part(path + "[" + std::to_string(i) + "]", value.value.list()[i]);
    } else {
      for (const auto& [key, entry] : value.value.map()) {
        const std::string step = key_step(key);
        part(path + (step.empty() ? "[" + whole_text(key) + "]" : step), entry);
      }
    }
    return shown;
  }

  static Shown shown_item(const std::string& path, const DiffValue& value) {
    const Document& document = *value.text;
    const Item& item = document[value.item];
    Shown shown;
    if (const std::string old = old_path(value); !old.empty()) {
      shown.text = "<" + old + ">";
      return shown;
    }
    const bool is_node = item.is(Item::Kind::mapping) && document.find(value.item, "_target_") != document.size();
    if (!is_node && !item_holds_nodes(document, value.item)) {
      shown.text = whole_item(document, value.item);
      return shown;
    }
    if (is_node) shown.text = target(value) + "()";
    std::size_t index = 0;
    for (Document::Index at = value.item + 1; at < item.end;) {
      const bool has_key = item.is(Item::Kind::mapping);
      const std::string_view key = document[at].text();
      const Document::Index inner = has_key ? document[at].end : at;
      std::string step = has_key && is_node ? join_argument(path, key)
                         : has_key          ? path + key_step(Value(std::string(key)))
                                            : path + "[" + std::to_string(index++) + "]";
      if (!has_key || !is_node || !is_directive(key)) shown.parts.push_back({std::move(step), {{}, value.text, inner}});
      at = document[inner].end;
    }
    return shown;
  }

  static bool item_holds_nodes(const Document& document, Document::Index item) {
    for (Document::Index at = item; at < document[item].end; ++at)
      if (document[at].is(Item::Kind::alias) || document.find(at, "_target_") != document.size()) return true;
    return false;
  }
  static std::string whole_item(const Document& document, Document::Index index) {
    const Item& item = document[index];
    if (item.is(Item::Kind::alias)) return "shared";
    if (item.is(Item::Kind::scalar))
      return item.plain() ? std::string(item.text()) : '"' + std::string(item.text()) + '"';
    const bool has_keys = item.is(Item::Kind::mapping);
    std::string text(1, has_keys ? '{' : '[');
    for (Document::Index at = index + 1; at < item.end; at = document[at].end) {
      if (at != index + 1) text += ", ";
      if (has_keys) {
        text += whole_item(document, at) + ": ";
        at = document[at].end;
      }
      text += whole_item(document, at);
    }
    return text + (has_keys ? '}' : ']');
  }

  /// The path of the old node that stands there; empty where another one does.
  static std::string old_path(const DiffValue& value) {
    if (value.text == nullptr) {
      if (!value.value.is(Kind::node) || value.value.node()->target != &old_node_info()) return {};
      const std::string& path = value.value.node()->find(std::size_t{0})->string();
      return path.empty() ? "the whole" : path;
    }
    const Document& document = *value.text;
    const Document::Index target = document.find(value.item, "_target_");
    const Document::Index path = document.find(value.item, "path");
    if (target == document.size() || path == document.size()) return {};
    if (document[target].text() != old_node_info().name) return {};
    return document[path].text().empty() ? "the whole" : std::string(document[path].text());
  }

  static std::string target(const DiffValue& value) {
    if (value.text == nullptr) {
      const Node& node = *value.value.node();
      std::string name = std::string(kind_text(node.kind)) + node.target->display();
      if (node.overload() != nullptr) name += "(" + node.overload()->text() + ")";
      return name;
    }
    const Document& document = *value.text;
    const bool is_partial = document.find(value.item, "_partial_") != document.size();
    const bool is_factory = document.find(value.item, "_each_call_") != document.size();
    return (is_partial   ? "partial "
            : is_factory ? "factory "
                         : "") +
           std::string(document[document.find(value.item, "_target_")].text());
  }

  const bool color_;
  std::string text_;
  std::unordered_set<const Node*> seen_;
};

}  // namespace
}  // namespace detail

std::string to_text(const Diff& diff, const DiffTextOptions& options) {
  return detail::DiffPrinter(options.color).print(diff);
}

void print(const Diff& diff, std::ostream& out) { out << to_text(diff, {.color = detail::shows_color(out)}); }

void print(const Diff& diff) { print(diff, std::cout); }

}  // namespace run
