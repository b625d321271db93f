#include "DocumentWriter.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include "Alternatives.h"
#include "DocumentReader.h"
#include "Elements.h"
#include "Fit.h"
#include "NamedTarget.h"
#include "Scalar.h"
#include "Utf8.h"
#include "ValueText.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;
using Style = Item::Style;

/// YAML's end at 1024 bytes, escapes included.
constexpr std::size_t kLongestKey = 250;

/// Keys that a reader would take for something else than an argument or an entry of a map.
bool is_reserved(std::string_view key) {
  return key.starts_with('_') &&
         (is_directive(key) || key == "_map_" || key == "_id_" || key == "_ref_" || key == "_value_");
}

class Writer {
 public:
  Writer(Node& root, bool has_comments, Span<const std::string> elements)
      : root_(root), has_comments_(has_comments), elements_(elements), document_("<configuration>") {}

  Document write() {
    if (root_.target->is_container && root_.kind == NodeKind::config) {
      const Value* content = root_.find(std::size_t{0});
      if (content == nullptr) fail("it has no value");
      owners_.push_back({&root_, 0});
      value(*content);
      check_alternatives(0, *content, root_.target->parameters[0].types);
    } else {
      child(root_);
    }
    number_anchors();
    return std::move(document_);
  }

 private:
  /// Where we are: an argument of a node, or with a null node an element of what is above, by its key or index.
  struct Step {
    const Node* node = nullptr;
    std::size_t index = 0;
    const Value* key = nullptr;
  };

  /// A node that may be met again.
  struct Met {
    Document::Index item;
    bool is_open = true;  // not written to its end yet
    std::vector<Document::Index> aliases{};
  };

  [[noreturn]] void fail(const std::string& message) const {
    std::string path;
    for (const Step& step : owners_) {
      if (step.node != nullptr)
        path = join(path, step.node->target->parameters[step.index].name);
      else if (!elements_.empty() && &step - owners_.data() == 1)
        path = elements_[step.index];
      else
        path += step.key != nullptr ? shown_step(*step.key) : "[" + std::to_string(step.index) + "]";
    }
    throw Error(path.empty() ? message : path + ": " + message);
  }

  Document::Index plain(std::string_view text) { return document_.scalar(text, Style::plain); }

  template <class Number>
  void number(Number number) {
    char text[24];
    const auto end = std::to_chars(std::begin(text), std::end(text), number).ptr;
    plain(document_.keep({text, static_cast<std::size_t>(end - text)}));
  }

  void value(const Value& value) {
    switch (value.kind()) {
      case Kind::node:
        return child(*value.node());
      case Kind::list:
        return list(value.list());
      case Kind::map:
        return map(value.map());
      case Kind::function:
        return function(value);
      default:
        return scalar(value);
    }
  }

  Document::Index open(Item::Kind kind) {
    if (document_.depth() == Document::kDeepest)
      fail("it is nested deeper than " + std::to_string(Document::kDeepest) + " levels");
    return document_.open(kind);
  }

  void child(Node& node) {
    if (!node.has_owners()) return this->node(node);
    const auto [found, fresh] = numbers_.try_emplace(&node, met_.size());
    const std::size_t number = found->second;
    if (!fresh) {
      if (met_[number].is_open) fail("it holds itself");
      met_[number].aliases.push_back(document_.alias(0));
      return;
    }
    met_.push_back({document_.size()});
    this->node(node);
    met_[number].is_open = false;
  }

  /// In the order in which they stand; only what is used again has one.
  void number_anchors() {
    std::uint32_t anchor = 0;
    for (const Met& met : met_) {
      if (met.aliases.empty()) continue;
      document_.set_anchor(met.item, ++anchor);
      for (const Document::Index alias : met.aliases) document_.set_meaning(alias, anchor);
    }
  }

  std::string_view name_of(Node& node) {
    if (node.overload() != nullptr || node.target->signatures != nullptr) return document_.keep(written_name(node));
    if (node.target == named_) return name_;
    const auto [known, fresh] = names_.try_emplace(node.target);
    if (fresh) known->second = document_.keep(written_name(node));
    named_ = node.target;
    return name_ = known->second;
  }

  void node(Node& node) {
    if (node.target->is_container) fail("a shared " + node.target->display() + " cannot be written");
    open(Item::Kind::mapping);
    document_.scalar("_target_", Style::quoted);
    document_.scalar(name_of(node), Style::quoted);
    if (node.kind != NodeKind::config) {
      document_.scalar(node.kind == NodeKind::partial   ? "_partial_"
                       : node.kind == NodeKind::factory ? "_each_call_"
                                                        : "_in_place_",
                       Style::quoted);
      plain("true");
    }
    for (const Argument& set : node.arguments) argument(node, set.parameter, set.value);
    document_.close();
  }

  void argument(const Node& node, std::size_t parameter, const Value& value) {
    const Parameter& described = node.target->parameters[parameter];
    const Document::Index key = document_.scalar(described.name, Style::quoted);
    if (!described.in_constructor()) document_.keep_place(key);
    if (has_comments_) comment(key, described);
    owners_.push_back({&node, parameter});
    if (is_reserved(described.name))
      fail("an argument of this name cannot be written: the word means something else in a file");
    const Document::Index item = document_.size();
    if (value.is(Kind::enumerator) && described.types.size() > 1 && takes_texts(described.types))
      document_.scalar(document_.keep(value.text()), Style::quoted);  // with its enumeration: it is no string
    else
      this->value(value);
    check_alternatives(item, value, described.types);
    owners_.pop_back();
  }

  /// Where a value is one of several types, a file must tell which one: what is read is of the same. Nodes say theirs.
  void check_alternatives(Document::Index item, const Value& value, Span<const Type* const> types) {
    if (value.is(Kind::node) || types.empty() || (types.size() == 1 && !has_alternatives(*types[0]))) return;
    const Type& type = types[0]->opened();
    const bool is_one = types.size() == 1 && type.kind != TypeKind::variant;
    const bool has_keys = value.is(Kind::map) && holds_nodes(value) && document_[item + 1].text() != "_map_";
    if (is_one && (value.is(Kind::list) || has_keys)) {
      owners_.push_back({});
      std::size_t i = 0;
      for (Document::Index at = item + 1; at < document_[item].end; at = document_[at].end, ++i) {
        owners_.back() = {.index = i, .key = has_keys ? &value.map()[i].first : nullptr};
        if (has_keys) at = document_[at].end;
        check_alternatives(at, has_keys ? value.map()[i].second : value.list()[i], part_types(type, i));
      }
      owners_.pop_back();
    } else if (!holds_nodes(value)) {
      const Value read = read_back(item, value, types);
      if (const Mistaken found = mistaken(value, read); found.value != nullptr)
        fail(found.value->text() + " cannot be written: a file would mean " + found.read->text() + " by it");
    }
  }

  Value read_back(Document::Index item, const Value& value, Span<const Type* const> types) const {
    try {
      return read_value(document_, item, types);
    } catch (const Error&) {
      fail(value.text() + " cannot be written: a file could not tell which of the types it is");
    }
  }

  /// The documentation, then the type and the default.
  void comment(Document::Index key, const Parameter& described) {
    std::string text(described.initial.doc);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    if (!text.empty()) text += '\n';
    text += type_names(described.types);
    if (!described.initial.text.empty()) text += ", " + std::string(described.initial.text) + " by default";
    document_.comments.push_back({key, document_.keep(text)});
  }

  void list(const Value::List& list) {
    open(Item::Kind::sequence);
    owners_.push_back({});
    for (std::size_t i = 0; i < list.size(); ++i) {
      owners_.back().index = i;
      value(list[i]);
    }
    owners_.pop_back();
    document_.close();
  }

  /// Keys that are scalars of one kind, and mean nothing else, are keys; others stand in a list of pairs.
  void map(const Value::Map& map) {
    const bool plain_keys = std::all_of(map.begin(), map.end(), [&](const auto& entry) {
      const Kind kind = entry.first.kind();
      return kind == map.front().first.kind() && kind != Kind::list && kind != Kind::map && kind != Kind::node &&
             kind != Kind::function && kind != Kind::null &&
             !(kind == Kind::string &&
               (entry.first.string().size() > kLongestKey || is_reserved(entry.first.string())));
    });
    open(Item::Kind::mapping);
    if (!plain_keys) {
      document_.scalar("_map_", Style::quoted);
      open(Item::Kind::sequence);
    }
    owners_.push_back({});
    for (const auto& [key, entry] : map) {
      owners_.back().key = &key;
      if (!plain_keys) open(Item::Kind::sequence);
      value(key);
      value(entry);
      if (!plain_keys) document_.close();
    }
    owners_.pop_back();
    if (!plain_keys) document_.close();
    document_.close();
  }

  void function(const Value& value) {
    const FunctionName* function = find_function(value);
    if (function == nullptr) fail("a function that no companion names has no name to be written by");
    open(Item::Kind::mapping);
    document_.scalar("_target_", Style::quoted);
    document_.scalar(document_.keep(written_name(*function)), Style::quoted);
    document_.scalar("_call_", Style::quoted);
    plain("false");
    document_.close();
  }

  void scalar(const Value& value) {
    switch (value.kind()) {
      case Kind::null:
        plain("null");
        return;
      case Kind::boolean:
        plain(value.boolean() ? "true" : "false");
        return;
      case Kind::integer:
        return number(value.integer());
      case Kind::natural:
        return number(value.natural());
      case Kind::real:
        plain(document_.keep(value.text()));
        return;
      case Kind::string:
        return string(value.string());
      case Kind::enumerator: {
        const EnumValue enumerator = value.enumerator();
        if (enumerator.type->enumeration != nullptr) {
          for (const auto& [name, bits] : enumerator.type->enumeration->enumerators) {
            if (bits != enumerator.bits) continue;
            document_.scalar(name, Style::quoted);
            return;
          }
        }
        // What has no name is said as in C++; where nothing has, it is a number.
        if (enumerator.type->enumeration == nullptr || enumerator.type->enumeration->enumerators.empty())
          return number(enumerator.bits);
        document_.scalar(document_.keep(value.text()), Style::quoted);
        return;
      }
      case Kind::opaque:
        if (const OpaqueOps& ops = *value.opaque().ops; ops.text != nullptr) {
          const std::string text = ops.text(value.opaque().object.get());
          if (ops.type->kind == TypeKind::codec) return string(document_.keep(text));
          plain(document_.keep(text));
          return;
        }
        if (find_function(value) != nullptr) return function(value);  // a member
        fail(value.text() + " has no text form: a configuration of it would have one, and so would a run::Codec");
      default:
        fail(value.text() + " cannot be written");
    }
  }

  /// The document ends before the configuration does: it need not keep the text.
  void string(std::string_view text) {
    if (text.size() > Document::kLongestScalar) fail("the string is longer than 64 MiB: no file has such a value");
    if (!is_utf8(text)) fail("the string is no UTF-8: no format can hold it");
    document_.scalar(text, Style::quoted);
  }

  Node& root_;
  const bool has_comments_;
  const Span<const std::string> elements_;
  Document document_;
  std::vector<Step> owners_;
  std::unordered_map<const Node*, std::size_t> numbers_;  // of those that may have several owners, in met_
  std::vector<Met> met_;
  std::unordered_map<const TargetInfo*, std::string_view> names_;
  const TargetInfo* named_ = nullptr;  // the last that was named, and how
  std::string_view name_;
};

}  // namespace

Document write_document(Node& root, bool has_comments, Span<const std::string> elements) {
  return Writer(root, has_comments, elements).write();
}

}  // namespace run::detail
