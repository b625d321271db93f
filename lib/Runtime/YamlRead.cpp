// YAML => configurations, checked against the targets' parameters.
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <utility>
#include <vector>

#include "Factories.h"
#include "Fit.h"
#include "YamlScalar.h"
#include "YamlTarget.h"
#include "YamlTree.h"
#include "run/error.h"
#include "run/path.h"
#include "run/target_info.h"
#include "run/yaml.h"

namespace run::detail {
namespace {

using Types = std::span<const Type* const>;
using Tree = YamlTree;

constexpr std::size_t kMostCopies = 1'000'000;  // values that aliases may copy in one document

/// Without optionals and holders.
const Type& opened(const Type& type) {
  const Type* inner = &type;
  while (inner->kind == TypeKind::optional || inner->kind == TypeKind::holder) inner = inner->parts[0];
  return *inner;
}

/// Whether what stands there may be shared with another place.
bool is_shared_place(const Type& type) {
  switch (type.kind) {
    case TypeKind::holder:
      return type.is_shared;
    case TypeKind::optional:
    case TypeKind::sequence:
      return is_shared_place(*type.parts[0]);
    case TypeKind::map:
      return is_shared_place(*type.parts[1]);
    default:
      return false;
  }
}
bool is_shared_place(Types types) { return types.size() == 1 && is_shared_place(*types[0]); }

std::size_t count_values(const Value& value) {
  std::size_t count = 1;
  if (value.is(Value::Kind::list))
    for (const Value& element : value.list()) count += count_values(element);
  if (value.is(Value::Kind::map))
    for (const auto& entry : value.map()) count += count_values(entry.second);
  if (value.is(Value::Kind::node))
    for (const Node* node : reachable(*value.node())) count += 1 + node->arguments.size();
  return count;
}

class Reading {
 public:
  explicit Reading(std::string_view name, std::string path = {})
      : name_(name), file_(intern(name).c_str()), path_(std::move(path)) {}

  NodePtr root(const Tree& tree, const Type& result, NodeKind kind, const TargetInfo* expected) {
    if (expected != nullptr && expected->is_container && kind == NodeKind::config) {
      auto node = std::make_shared<Node>(*expected, kind, location(tree));
      node->set(0, value(tree, expected->parameters[0].types), location(tree));
      return node;
    }
    if (tree.kind != Tree::Kind::map) fail(tree, "expected a mapping with _target_, found " + shown(tree));
    const bool made = find_key(tree, "_factory_") != nullptr;
    Value read = made ? factory(tree, {}) : target(tree, expected, {});
    if (!read.is(Value::Kind::node)) fail(tree, "expected a configuration, found " + read.text());
    NodePtr node = read.node();
    if (node->kind != kind)
      fail(tree, kind == NodeKind::partial ? "expected a Partial, _partial_ is missing"
                                           : "expected a Config, found a Partial: read it as run::Partial");
    const bool fits =
        expected != nullptr && expected->function.pointer != nullptr
            ? node->target == expected
            : node->target->result == &result || node->target->object == &result || derives(*node, result);
    if (!fits)
      fail(tree, "expected " + (expected != nullptr ? expected->display() : result.name()) + ", found " +
                     node->target->display());
    return node;
  }

  Value value(const Tree& tree, Types types) {
    if (tree.kind == Tree::Kind::alias) return aliased(tree, types);
    if (tree.anchor == 0) return content(tree, types);
    anchors_[tree.anchor] = Known{&tree, {}, true, is_shared_place(types)};
    Value read = content(tree, types);
    Known& known = anchors_[tree.anchor];
    known.value = read;
    known.open = false;
    return read;
  }

 private:
  struct Known {
    const Tree* tree = nullptr;
    Value value;
    bool open = true;
    bool shared = false;
  };

  static bool derives(const Node& node, const Type& wanted) {
    for (const BaseInfo& base : node.target->bases)
      if (base.type == &wanted) return true;
    return false;
  }

  Location location(const Tree& tree) const {
    return {file_, static_cast<std::uint32_t>(tree.line), static_cast<std::uint32_t>(tree.column)};
  }

  [[noreturn]] void fail(const Tree& tree, const std::string& message) const {
    throw Error(yaml_mark(name_, tree.line, tree.column) + (path_.empty() ? "" : path_ + ": ") + message);
  }

  static std::string shown(const Tree& tree) {
    switch (tree.kind) {
      case Tree::Kind::scalar:
        return tree.plain ? plain_scalar(tree.text).text() : Value(tree.text).text();
      case Tree::Kind::sequence:
        return "a sequence";
      case Tree::Kind::map:
        return "a mapping";
      case Tree::Kind::alias:
        return "an alias";
    }
    return {};
  }

  static std::string names(Types types) {
    std::string all;
    for (const Type* type : types) all += (all.empty() ? "" : " or ") + type->name();
    return all.empty() ? "a value" : all;
  }

  Value fitting(const Tree& tree, Value value, Types types, const std::string& hint = {}) {
    Misfit misfit;
    if (fit(types, value, misfit)) return value;
    if (misfit.hint.empty()) misfit.hint = hint;
    const std::string before = path_;
    path_ += misfit.path;
    fail(tree, misfit.message());
  }

  /// Runs `action` with the path grown by a step.
  template <class Action>
  auto below(const std::string& step, Action&& action) {
    const std::size_t length = path_.size();
    path_ = join(path_, step);
    auto result = action();
    path_.resize(length);
    return result;
  }

  /// A function's call is made once for all who take its result, by value or not.
  static bool is_call(const Value& value) {
    return value.is(Value::Kind::node) && value.node()->kind == NodeKind::config &&
           value.node()->target->function.pointer != nullptr;
  }

  Value aliased(const Tree& tree, Types types) {
    const auto found = anchors_.find(tree.anchor);
    if (found == anchors_.end()) fail(tree, "there is no such anchor before it");
    const Known& known = found->second;
    if (known.open) fail(tree, "it holds itself");
    if (known.tree->kind == Tree::Kind::scalar) return content(*known.tree, types);
    if ((known.shared && is_shared_place(types)) || is_call(known.value)) return fitting(tree, known.value, types);
    copies_ += count_values(known.value);
    if (copies_ > kMostCopies) fail(tree, "its aliases stand for too many values");
    return fitting(tree, clone(known.value), types);
  }

  Value content(const Tree& tree, Types types) {
    switch (tree.kind) {
      case Tree::Kind::scalar:
        return scalar(tree, types);
      case Tree::Kind::sequence:
        return sequence(tree, types);
      case Tree::Kind::map:
        return mapping(tree, types);
      case Tree::Kind::alias:
        return aliased(tree, types);
    }
    return {};
  }

  Value scalar(const Tree& tree, Types types) {
    if (!tree.plain) return fitting(tree, Value(tree.text), types);
    Value plain = plain_scalar(tree.text);
    std::string hint;
    if (!plain.is(Value::Kind::string) && types.size() == 1) {
      const TypeKind kind = opened(*types[0]).kind;
      if (kind == TypeKind::codec && !plain.null()) return fitting(tree, Value(tree.text), types);
      if (kind == TypeKind::text || kind == TypeKind::character) hint = "quote it to make it a string";
    }
    return fitting(tree, std::move(plain), types, hint);
  }

  Value sequence(const Tree& tree, Types types) {
    std::vector<const Type*> wanted;
    for (const Type* type : types) {
      const Type& inner = opened(*type);
      if (inner.kind == TypeKind::sequence || inner.kind == TypeKind::tuple) wanted.push_back(&inner);
      if (inner.kind == TypeKind::variant && wanted.empty()) return sequence(tree, inner.parts);
    }
    if (wanted.empty() && !types.empty()) fail(tree, "expected " + names(types) + ", found a sequence");
    const std::size_t size = tree.children.size();
    if (wanted.size() == 1 && wanted[0]->kind == TypeKind::tuple && wanted[0]->parts.size() != size)
      fail(tree, "expected " + std::to_string(wanted[0]->parts.size()) + " elements for " + wanted[0]->name() +
                     ", found " + std::to_string(size));
    Value::List list;
    list.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      std::vector<const Type*> element;
      for (const Type* type : wanted) {
        if (type->kind == TypeKind::sequence) element.push_back(type->parts[0]);
        if (type->kind == TypeKind::tuple && type->parts.size() == size) element.push_back(type->parts[i]);
      }
      list.push_back(below("[" + std::to_string(i) + "]", [&] { return value(tree.children[i], element); }));
    }
    return fitting(tree, Value(std::move(list)), types);
  }

  static const Tree* find_key(const Tree& tree, std::string_view key) {
    for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2)
      if (tree.children[i].kind == Tree::Kind::scalar && tree.children[i].text == key) return &tree.children[i + 1];
    return nullptr;
  }

  Value mapping(const Tree& tree, Types types) {
    if (find_key(tree, "_target_") != nullptr) return fitting(tree, target(tree, nullptr, types), types);
    if (find_key(tree, "_factory_") != nullptr) return fitting(tree, factory(tree, types), types);
    const TargetInfo* only = nullptr;
    for (const Type* type : types) {
      const Type& inner = opened(*type);
      if (inner.kind == TypeKind::map) return map(tree, inner, types);
      if (inner.kind == TypeKind::variant) return mapping(tree, inner.parts);
      if (inner.kind == TypeKind::object && only == nullptr) only = find_target(inner);
    }
    if (only != nullptr) return fitting(tree, target(tree, only, types), types);
    fail(tree, "expected " + names(types) + ", found a mapping without _target_");
  }

  Value map(const Tree& tree, const Type& type, Types types) {
    Value::Map map;
    for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2) {
      const Tree& key_tree = tree.children[i];
      Value key = value(key_tree, type.parts.subspan(0, 1));
      for (const auto& known : map)
        if (equal(known.first, key)) fail(key_tree, "the key " + key.text() + " is there twice");
      const std::string step = "[" + key.text() + "]";
      map.emplace_back(std::move(key),
                       below(step, [&] { return value(tree.children[i + 1], type.parts.subspan(1, 1)); }));
    }
    return fitting(tree, Value(std::move(map)), types);
  }

  bool flag(const Tree& tree, std::string_view key, bool otherwise) {
    const Tree* found = find_key(tree, key);
    if (found == nullptr) return otherwise;
    const Value value = found->kind == Tree::Kind::scalar && found->plain ? plain_scalar(found->text) : Value();
    if (!value.is(Value::Kind::boolean)) fail(*found, std::string(key) + " is true or false, not " + shown(*found));
    return value.boolean();
  }

  NamedTarget named_target(const Tree& name, const Tree& mapping, NodeKind kind, Types types) {
    if (name.kind != Tree::Kind::scalar) fail(name, "_target_ is the name of a target, not " + shown(name));
    try {
      if (const NamedTarget found = find_named(name.text, mapping, kind, types); found.target != nullptr) return found;
    } catch (const Error& error) {
      fail(name, error.what());
    }
    std::string message = "there is no target `" + name.text + "`";
    if (const std::string_view near = nearest_target(name.text); !near.empty())
      message += "; did you mean `" + std::string(near) + "`?";
    fail(name, message);
  }

  /// A mapping with _target_, or, with `otherwise`, one of that target without.
  Value target(const Tree& tree, const TargetInfo* otherwise, Types types) {
    const Tree* name = find_key(tree, "_target_");
    if (name == nullptr && otherwise == nullptr) fail(tree, "_target_ is missing");
    const bool partial = flag(tree, "_partial_", false);
    const NodeKind kind = partial ? NodeKind::partial : NodeKind::config;
    const NamedTarget named = name != nullptr ? named_target(*name, tree, kind, types) : NamedTarget{otherwise};
    const TargetInfo& info = *named.target;
    if (flag(tree, "_in_place_", false))
      fail(tree, "_in_place_ is for a public member of class type that is assigned after construction");
    if (!flag(tree, "_call_", true)) {
      if (info.function.pointer == nullptr) fail(tree, info.display() + " is no function: it cannot be a value");
      if (tree.children.size() != 4) fail(tree, "a function as a value has no arguments");
      return Value(info.function);
    }
    if (!types.empty()) {  // said here, a mistake is told before those of the arguments
      const Node probe(info, kind, {});
      bool fits = false;
      for (const Type* type : types) fits = fits || node_fits(probe, *type);
      if (!fits)
        fail(name != nullptr ? *name : tree,
             "expected " + names(types) + ", found " + (partial ? "a partial " : "") + info.display());
    }
    auto node = std::make_shared<Node>(info, kind, location(tree));
    node->overload = named.overload;
    read_arguments(tree, *node);
    return Value(std::move(node));
  }

  /// What a recipe gives, or a target, by a name that need not be whole.
  Value factory(const Tree& tree, Types types) {
    const Tree& name = *find_key(tree, "_factory_");
    if (name.kind != Tree::Kind::scalar) fail(name, "_factory_ is the name of a recipe or target, not " + shown(name));
    Factory found;
    try {
      found = find_factory(name.text, types);
    } catch (const Error& error) {
      fail(name, error.what());
    }
    auto call = std::make_shared<Node>(found.call(), NodeKind::config, location(tree));
    read_arguments(tree, *call);
    if (found.recipe == nullptr) return Value(std::move(call));
    try {
      return Value(call_recipe(*found.recipe, *call));
    } catch (const Error& error) {
      fail(tree, error.what());
    }
  }

  /// Some members of an object that the constructor of `owner` makes.
  Value in_place(const Tree& tree, const Node& owner, std::size_t parameter) {
    const Types types = owner.target->parameters[parameter].types;
    if (!can_be_set_in_part(owner, parameter))
      fail(tree, "_in_place_ is for a public member of class type that is assigned after construction");
    const Tree* name = find_key(tree, "_target_");
    const TargetInfo* info =
        name != nullptr ? named_target(*name, tree, NodeKind::config, types).target : find_target(*types[0]);
    if (info == nullptr || info->object != types[0])
      fail(name != nullptr ? *name : tree, "expected " + names(types) + ", of whose members some are set");
    auto node = std::make_shared<Node>(*info, NodeKind::in_place, location(tree));
    read_arguments(tree, *node);
    return Value(std::move(node));
  }

  void read_arguments(const Tree& tree, Node& node) {
    std::unordered_map<std::string_view, const Tree*> seen;
    for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2) {
      const Tree& key = tree.children[i];
      const Tree& argument = tree.children[i + 1];
      if (key.kind != Tree::Kind::scalar) fail(key, "expected the name of an argument, found " + shown(key));
      if (const auto [first, fresh] = seen.emplace(key.text, &key); !fresh)
        fail(key, "`" + key.text + "` is there twice, first in line " + std::to_string(first->second->line));
      if (key.text == "_target_" || key.text == "_factory_" || key.text == "_partial_" || key.text == "_call_" ||
          key.text == "_in_place_")
        continue;
      if (key.text == "_args_" && node.target->find(key.text) == node.target->parameters.size()) {
        read_positional(argument, node);
        continue;
      }
      const std::size_t parameter = node.target->find(key.text);
      if (parameter == node.target->parameters.size()) unknown(key, node);
      set(argument, node, parameter);
    }
  }

  void read_positional(const Tree& arguments, Node& node) {
    if (arguments.kind != Tree::Kind::sequence) fail(arguments, "_args_ is a sequence, not " + shown(arguments));
    std::size_t parameter = 0;
    for (const Tree& argument : arguments.children) {
      if (parameter == node.target->parameters.size() || !node.target->parameters[parameter].in_constructor())
        fail(argument, node.target->display() + " takes no more than " + std::to_string(parameter) + " of _args_");
      set(argument, node, parameter++);
    }
  }

  void set(const Tree& tree, Node& node, std::size_t parameter) {
    const Parameter& described = node.target->parameters[parameter];
    if (node.find(parameter) != nullptr) fail(tree, "`" + std::string(described.name) + "` is set twice");
    if (!can_be_set(node, parameter))
      fail(tree, "`" + std::string(described.name) + "` is not assigned: with _in_place_ only what is assigned is set");
    const bool part = tree.kind == Tree::Kind::map && flag(tree, "_in_place_", false);
    Value read = below(std::string(described.name),
                       [&] { return part ? in_place(tree, node, parameter) : value(tree, described.types); });
    node.set(parameter, std::move(read), location(tree));
  }

  [[noreturn]] void unknown(const Tree& key, const Node& node) {
    try {
      node.target->index(key.text);
    } catch (const Error& error) {
      fail(key, error.what());
    }
    fail(key, "there is no such argument");
  }

  std::string_view name_;
  const char* file_;
  std::string path_;
  std::unordered_map<std::size_t, Known> anchors_;
  std::size_t copies_ = 0;
};

}  // namespace

Value value_of_text(Types types, std::string_view text, const std::string& path) {
  if (types.size() == 1 && opened(*types[0]).kind == TypeKind::text) return Value(std::string(text));
  return value_of_yaml(types, text, "", path);
}

Value value_of_yaml(Types types, std::string_view text, std::string_view name, const std::string& path) {
  Reading reading(name, path);
  try {
    return reading.value(parse_yaml(text, name), types);
  } catch (const Error& error) {
    const std::string message = error.what();
    throw Error(!name.empty() || message.starts_with(path) ? message : path + ": " + message);
  }
}

NodePtr from_yaml(std::string_view text, std::string_view name, const Type& result, NodeKind kind,
                  const TargetInfo* expected) {
  return Reading(name).root(parse_yaml(text, name), result, kind, expected);
}

NodePtr from_yaml_file(const std::string& path, const Type& result, NodeKind kind, const TargetInfo* expected) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  if (!file) throw Error(path + ": the file cannot be read");
  return from_yaml(text.str(), path, result, kind, expected);
}

}  // namespace run::detail
