// Mappings with `_target_` or `_factory_` as nodes: which target, which arguments.
#include <algorithm>
#include <utility>

#include "DocumentReader.h"
#include "Factories.h"
#include "Fit.h"
#include "Scalar.h"
#include "run/diff.h"
#include "run/error.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;

/// Where a function is wanted and its call was said.
std::string uncalled_hint(const TargetInfo& info, NodeKind kind, Types types) {
  const auto takes = [](TypeKind wanted) {
    return [wanted](const Type* type) { return type->opened().kind == wanted; };
  };
  if (info.function.pointer == nullptr || kind != NodeKind::config) return {};
  const std::string itself = "; the function itself has _call_: false";
  if (std::any_of(types.begin(), types.end(), takes(TypeKind::callable)))
    return itself + ", and with some of its arguments, _partial_: true";
  return std::any_of(types.begin(), types.end(), takes(TypeKind::function)) ? itself : "";
}

/// `: it may be app::Adam or app::Sgd`, where an object is wanted and a few classes give it.
std::string classes_hint(Types types) {
  if (std::none_of(types.begin(), types.end(),
                   [](const Type* type) { return type->opened().kind == TypeKind::object; }))
    return {};
  std::string given;
  for (const Factory& one : factories_for(types))
    if (one.target != nullptr) given += (given.empty() ? "" : " or ") + one.target->display();
  const bool says_nothing_new = given.empty() || given == types[0]->opened().name();
  return says_nothing_new || given.size() > 200 ? "" : ": it may be " + given;
}

bool fits_one(const Node& node, Types types) {
  return types.empty() ||
         std::any_of(types.begin(), types.end(), [&](const Type* type) { return node_fits(node, *type); });
}

/// Whether that target of Hydra's gives a function.
bool is_hydra_function(const Item& target) {
  if (!target.is(Kind::scalar)) return false;
  const std::string_view text = target.text();
  return text == "hydra.utils.get_method" || text == "hydra.utils.get_static_method" ||
         text == "hydra.utils.get_object";
}

bool is_of_wanted_target(const Node& root, const Wanted& wanted) {
  if (wanted.expected != nullptr && wanted.expected->function.pointer != nullptr) return root.target == wanted.expected;
  return root.target->result == &wanted.result || makes_class(*root.target, wanted.result);
}

}  // namespace

bool is_wanted(const Node& root, const Wanted& wanted) {
  return root.kind == wanted.kind && is_of_wanted_target(root, wanted);
}

NodePtr DocumentReader::root(Index item, const Wanted& wanted) {
  const auto& [result, kind, expected] = wanted;
  if (expected != nullptr && expected->is_container && kind == NodeKind::config) {
    Value content = value(item, expected->parameters[0].types);
    // Of an optional or a variant, the configuration of the object in it is the whole, as where a program makes one.
    const bool is_object = content.is(Value::Kind::node) && content.node()->kind == NodeKind::config;
    if (is_object && (result.kind == TypeKind::optional || result.kind == TypeKind::variant)) return content.node();
    auto node = Node::make(*expected, kind, location(item));
    node->set(0, std::move(content), location(item));
    return node;
  }
  if (document_[item].is(Kind::alias)) item = document_.anchored(document_[item].anchor);  // of a part of a text
  if (!document_[item].is(Kind::mapping)) fail(item, "expected a mapping with _target_, found " + shown(item));
  const Directives said = directives(item);
  Value read = said.factory != 0 ? factory(item, said, {}) : target(item, said, expected, {});
  if (!read.is(Value::Kind::node)) fail(item, "expected a configuration, found " + read.text());
  NodePtr node = read.node();
  // What does not say its target does not say how it is called, either.
  if (said.target == 0 && said.factory == 0 && said.partial == 0 && said.each_call == 0) node->kind = kind;
  if (!is_of_wanted_target(*node, wanted))
    fail(item, "expected " + (expected != nullptr ? expected->display() : result.name()) + ", found " +
                   node->target->display());
  if (node->kind != kind)
    fail(item, kind == NodeKind::partial         ? "expected a Partial, _partial_ is missing"
               : kind == NodeKind::factory       ? "expected a Factory, _each_call_ is missing"
               : node->kind == NodeKind::factory ? "_each_call_ is for arguments, not for the whole configuration"
                                                 : "expected a Config, found a Partial: read it as run::Partial");
  return node;
}

DocumentReader::Directives DocumentReader::directives(Index mapping) const {
  Directives said;
  for (Index key = mapping + 1; key < document_[mapping].end;) {
    const Index value = document_[key].end;
    const std::string_view name = document_[key].text();
    if (name.size() > 2 && name.front() == '_' && document_[key].is(Kind::scalar)) {
      Index* place = name == "_target_"      ? &said.target
                     : name == "_factory_"   ? &said.factory
                     : name == "_partial_"   ? &said.partial
                     : name == "_call_"      ? &said.call
                     : name == "_in_place_"  ? &said.in_place
                     : name == "_recursive_" ? &said.recursive
                     : name == "_convert_"   ? &said.convert
                     : name == "_map_"       ? &said.map
                     : name == "_each_call_" ? &said.each_call
                                             : nullptr;
      if (place != nullptr && *place != 0)
        fail(key, "`" + std::string(name) + "` is there twice, first in line " +
                      std::to_string(document_[*place].mark().line));
      if (place != nullptr) *place = value;
    }
    key = document_[value].end;
  }
  return said;
}

Value DocumentReader::mapping(Index item, Types types) {
  const Directives said = directives(item);
  if (Value read; enumerator(item, said, types, read)) return read;
  if (Value read; old_node && old(item, said, read)) return fitting(item, read, types);
  if (said.target != 0) return fitting(item, target(item, said, nullptr, types), types);
  if (said.factory != 0) return fitting(item, factory(item, said, types), types);
  const TargetInfo* only = nullptr;
  for (const Type* type : types) {
    const Type& inner = type->opened();
    if (inner.kind == TypeKind::map)
      return said.map != 0 ? map_of_pairs(item, said.map, inner.parts, types) : map(item, inner.parts, types);
    if (inner.kind == TypeKind::variant) return mapping(item, inner.parts);
    if (inner.kind == TypeKind::object && only == nullptr) only = find_target(inner);
  }
  if (only != nullptr) return fitting(item, target(item, said, only, types), types);
  if (types.empty() && takes_anything) {
    if (said.map != 0) return map_of_pairs(item, said.map, {}, {});
    check_says_no_node(item);
    return map(item, {}, {});
  }
  fail(item, "expected " + (types.empty() ? "a value" : type_names(types)) + ", found a mapping without _target_" +
                 classes_hint(types));
}

bool DocumentReader::flag(Index item, std::string_view key, bool otherwise) const {
  if (item == 0) return otherwise;
  const Item& found = document_[item];
  const Value value = found.is(Kind::scalar) && found.plain() ? plain_scalar(found.text()) : Value();
  if (!value.is(Value::Kind::boolean)) fail(item, std::string(key) + " is true or false, not " + shown(item));
  return value.boolean();
}

/// NeMo-Run's spelling of an enumerator, `{_target_: torch.bfloat16, _call_: false}`; or `Color(7)` among words.
bool DocumentReader::enumerator(Index item, const Directives& said, Types types, Value& value) {
  if (types.size() != 1) return false;
  const Type& type = types[0]->opened();
  if (type.kind != TypeKind::enumeration) return false;
  if (said.factory != 0 && document_[said.factory].is(Kind::scalar)) {
    const Index numbers = document_.find(item, "_args_");
    std::string cast(document_[said.factory].text());
    cast += '(';
    for (Index one = numbers + 1; numbers != document_.size() && one < document_[numbers].end; ++one)
      cast += document_[one].text();
    value = fitting(item, Value(cast + ')'), types);
    return true;
  }
  if (said.target == 0 || said.call == 0 || flag(said.call, "_call_", true)) return false;
  if (!document_[said.target].is(Kind::scalar)) return false;
  std::string_view name = document_[said.target].text();
  if (const std::size_t dot = name.find_last_of(".:"); dot != std::string_view::npos) name.remove_prefix(dot + 1);
  value = fitting(item, Value(std::string(name)), types);
  return true;
}

/// A map of anything has no key that is a word about nodes: such a map is written as pairs.
void DocumentReader::check_says_no_node(Index mapping) const {
  for (Index key = mapping + 1; key < document_[mapping].end; key = document_[document_[key].end].end) {
    const std::string_view name = document_[key].text();
    if (is_directive(name)) fail(key, "`" + std::string(name) + "` is said of a target, and `_target_` is missing");
  }
}

/// In a diff: a node of the configuration that it is applied to, by its path.
bool DocumentReader::old(Index item, const Directives& said, Value& value) {
  if (said.target == 0 || document_[said.target].text() != old_node_info().name) return false;
  const Index path = document_.find(item, "path");
  if (path == document_.size() || !document_[path].is(Kind::scalar)) fail(item, "`path` is missing");
  try {
    value = Value(old_node(document_[path].text()));
  } catch (const Error& error) {
    fail(path, error.what());
  }
  return true;
}

/// Hydra's ways to say how a node is built: fine where they change nothing here, else an error.
void DocumentReader::check_hydra(Index item, const Directives& said) const {
  if (said.convert != 0) {
    const std::string_view text = document_[said.convert].text();
    if (!document_[said.convert].is(Kind::scalar) ||
        (text != "none" && text != "partial" && text != "object" && text != "all"))
      fail(said.convert, "_convert_ is none, partial, object or all, not " + shown(said.convert));
  }
  if (flag(said.recursive, "_recursive_", true)) return;
  for (Index below = item + 1; below < document_[item].end; ++below) {
    const Item& inner = document_[below];
    const bool is_node = inner.is(Kind::mapping) && document_.find(below, "_target_") != document_.size();
    if (is_node || inner.is(Kind::alias))
      fail(said.recursive, "_recursive_: false would give " + std::string("the target configurations, not objects: ") +
                               "here what is configured below is always built");
  }
}

NamedTarget DocumentReader::named_target(Index name, Index mapping, NodeKind kind, Types types) {
  const Item& named = document_[name];
  if (!named.is(Kind::scalar)) fail(name, "_target_ is the name of a target, not " + shown(name));
  const auto [known, fresh] = targets_.try_emplace(named.text(), nullptr);
  if (fresh)
    if (const auto all = find_targets(named.text()); all.size() == 1) known->second = all.front();
  if (known->second != nullptr) return {known->second, nullptr};
  try {
    if (const NamedTarget found = find_named(named.text(), {document_, mapping}, kind, types); found.target != nullptr)
      return found;
  } catch (const Error& error) {
    fail(name, error.what());
  }
  const std::string text(named.text());
  if (!find_recipes(text).empty())
    fail(name, "there is no target `" + text + "`; what the recipe of that name gives is `_factory_: " + text + "`");
  fail(name, no_target(text));
}

/// A class as a value, where a callable is wanted that makes one: a partial without arguments.
Value DocumentReader::maker(Index item, Index name, Types types) {
  const NamedTarget named = named_target(name, item, NodeKind::partial, types);
  auto node = Node::make(*named.target, NodeKind::partial, location(item));
  node->set_overload(named.overload);
  if (types.empty() || !fits_one(*node, types))
    fail(item, std::string(document_[name].text()) + " is no function: it cannot be a value");
  return fitting(item, Value(std::move(node)), types);
}

/// A function as a value: `{_target_: app.twice, _call_: false}`, as NeMo-Run says it, or, as Hydra does,
/// `{_target_: hydra.utils.get_method, path: app.twice}`. `name` says which; `said`, the key that says that it is one.
Value DocumentReader::uncalled(Index item, Index name, std::string_view said, Types types) {
  if (name == 0 || !document_[name].is(Kind::scalar)) fail(name == 0 ? item : name, "_target_ names the function");
  for (Index key = item + 1; key < document_[item].end; key = document_[document_[key].end].end)
    if (document_[key].text() != "_target_" && document_[key].text() != said)
      fail(key, "a function as a value has no arguments");
  const std::string_view text = document_[name].text();
  const std::vector<const FunctionName*> named = find_functions(text);
  if (named.empty()) {
    if (!find_targets(text).empty()) return maker(item, name, types);
    fail(name, "there is no function `" + std::string(text) + "`" + did_you_mean(nearest_function(text)));
  }
  std::vector<const FunctionName*> fitting_ones;
  std::copy_if(named.begin(), named.end(), std::back_inserter(fitting_ones),
               [&](const FunctionName* function) { return !function_for(*function, types).absent(); });
  if (fitting_ones.empty()) return fitting(item, named.front()->values.front(), types);
  if (fitting_ones.size() == 1) return function_for(*fitting_ones.front(), types);
  std::string all;
  for (const FunctionName* function : fitting_ones) all += (all.empty() ? " `" : ", `") + written_name(*function) + "`";
  fail(name, "several functions are named `" + std::string(text) + "`, say which:" + all);
}

/// A mapping with _target_, or, with `otherwise`, one of that target without.
Value DocumentReader::target(Index item, const Directives& said, const TargetInfo* otherwise, Types types) {
  if (said.target == 0 && otherwise == nullptr) fail(item, "_target_ is missing");
  const bool partial = flag(said.partial, "_partial_", false);
  const bool each_call = flag(said.each_call, "_each_call_", false);
  if (partial && each_call) fail(said.each_call, "_partial_ and _each_call_ exclude each other");
  const NodeKind kind = partial ? NodeKind::partial : each_call ? NodeKind::factory : NodeKind::config;
  if (!flag(said.call, "_call_", true)) return uncalled(item, said.target, "_call_", types);
  if (const Index path = document_.find(item, "path");
      said.target != 0 && is_hydra_function(document_[said.target]) && path != document_.size())
    return uncalled(item, path, "path", types);
  const NamedTarget named = said.target != 0 ? named_target(said.target, item, kind, types) : NamedTarget{otherwise};
  const TargetInfo& info = *named.target;
  if (flag(said.in_place, "_in_place_", false))
    fail(item, "_in_place_ is for a public member, an object or a container, that is assigned after construction");
  if (info.is_only_in_place)
    fail(item, "elements of a container are set where a constructor makes it: `_in_place_: true` is missing");
  check_hydra(item, said);
  auto node = Node::make(info, kind, location(item));
  // Said here, a mistake is told before those of the arguments.
  if (!fits_one(*node, types))
    fail(said.target != 0 ? said.target : item,
         "expected " + type_names(types) + ", found " + (partial ? "a partial " : "") + info.display() +
             (partial ? "" : uncalled_hint(info, kind, types) + classes_hint(types)));
  node->set_overload(named.overload);
  read_arguments(item, *node);
  return Value(std::move(node));
}

/// What a recipe gives, or a target, by a name that need not be whole.
Value DocumentReader::factory(Index item, const Directives& said, Types types) {
  const Item& name = document_[said.factory];
  if (!name.is(Kind::scalar))
    fail(said.factory, "_factory_ is the name of a recipe or target, not " + shown(said.factory));
  Factory found;
  try {
    found = find_factory(name.text(), types);
  } catch (const Error& error) {
    fail(said.factory, error.what());
  }
  const bool each_call = flag(said.each_call, "_each_call_", false);
  const bool partial = flag(said.partial, "_partial_", false);
  if (partial && each_call) fail(said.each_call, "_partial_ and _each_call_ exclude each other");
  if (!flag(said.call, "_call_", true)) fail(said.call, "a function as a value is named by _target_");
  if (flag(said.in_place, "_in_place_", false))
    fail(said.in_place, "what a factory gives is not made by a constructor");
  auto call = Node::make(found.call(), NodeKind::config, location(item));
  read_arguments(item, *call);
  const auto said_kind = [&](NodePtr node) {
    if (each_call && node->kind != NodeKind::config) fail(said.each_call, "_each_call_: it gives a partial");
    if (each_call) node->kind = NodeKind::factory;
    if (each_call || node->kind != NodeKind::config) return Value(std::move(node));
    // Where a function is wanted that makes what it gives, or takes the rest of its arguments, it is a partial.
    if (partial || !fits_one(*node, types)) node->kind = NodeKind::partial;
    if (!partial && !fits_one(*node, types)) node->kind = NodeKind::config;
    return Value(std::move(node));
  };
  if (found.recipe == nullptr) return said_kind(std::move(call));
  try {
    return said_kind(call_recipe(*found.recipe, *call));
  } catch (const Error& error) {
    fail(item, error.what());
  }
}

/// Some members of an object that the constructor of `owner` makes.
Value DocumentReader::in_place(Index item, const Directives& said, const Node& owner, std::size_t parameter) {
  const Types types = owner.target->parameters[parameter].types;
  if (!can_be_set_in_part(owner, parameter))
    fail(item, "_in_place_ is for a public member, an object or a container, that is assigned after construction");
  if (said.target == 0 && types.empty()) fail(item, "_target_ is missing");
  const TargetInfo* info =
      said.target != 0 ? named_target(said.target, item, NodeKind::config, types).target : find_target(*types[0]);
  if (info == nullptr || (!types.empty() && info->object != types[0]))
    fail(said.target != 0 ? said.target : item, "expected " + type_names(types) + ", of whose members some are set");
  auto node = Node::make(*info, NodeKind::in_place, location(item));
  read_arguments(item, *node);
  return Value(std::move(node));
}

void DocumentReader::read_arguments(Index item, Node& node) {
  std::vector<std::size_t> unread;
  for (Index key = item + 1; key < document_[item].end;) {
    const Item& name = document_[key];
    const Index argument = name.end;
    const bool is_word = name.is(Kind::scalar) && is_directive(name.text());  // whatever arguments are called
    const std::size_t parameter =
        name.is(Kind::scalar) && !is_word ? node.target->find(name.text()) : node.target->parameters.size();
    const bool is_read = tried([&] {
      if (!name.is(Kind::scalar)) fail(key, "expected the name of an argument, found " + shown(key));
      if (parameter != node.target->parameters.size()) {
        if (node.find(parameter) != nullptr) set_twice(key, item, name.text());
        set(argument, node, parameter);
      } else if (name.text() == "_args_") {
        read_positional(argument, node, unread);
      } else if (!is_word) {
        unknown(key, node);
      }
    });
    if (!is_read) unread.push_back(parameter);
    key = document_[argument].end;
  }
  if (mistakes == nullptr) return;
  const std::string missing = mistakes->missing(node, unread);
  if (!missing.empty()) tried([&] { fail(item, node.target->display() + " needs " + missing); });
}

void DocumentReader::read_positional(Index item, Node& node, std::vector<std::size_t>& unread) {
  if (!document_[item].is(Kind::sequence)) fail(item, "_args_ is a sequence, not " + shown(item));
  std::size_t parameter = 0;
  for (Index argument = item + 1; argument < document_[item].end; argument = document_[argument].end) {
    if (parameter == node.target->parameters.size() || !node.target->parameters[parameter].in_constructor())
      fail(argument, node.target->display() + " takes no " +
                         (parameter == 0 ? "" : "more than " + std::to_string(parameter) + " ") +
                         (parameter == 1 ? "argument" : "arguments") + " by place");
    if (node.find(parameter) != nullptr)
      fail(argument, "`" + std::string(node.target->parameters[parameter].name) + "` is set twice");
    if (!tried([&] { set(argument, node, parameter); })) unread.push_back(parameter);
    ++parameter;
  }
}

Value DocumentReader::argument(Index item, const Node& node, std::size_t parameter) {
  const Parameter& described = node.target->parameters[parameter];
  if (!can_be_set(node, parameter))
    fail(item, "`" + std::string(described.name) + "` is not assigned: with _in_place_ only what is assigned is set");
  if (document_[item].is(Kind::mapping)) {
    if (const Directives said = directives(item); flag(said.in_place, "_in_place_", false)) {
      steps_.push_back({.name = described.name});
      Value part = in_place(item, said, node, parameter);
      steps_.pop_back();
      return part;
    }
  }
  return below({.name = described.name}, item, described.types);
}

void DocumentReader::set(Index item, Node& node, std::size_t parameter) {
  node.set(parameter, argument(item, node, parameter), location(item));
}

void DocumentReader::set_twice(Index item, Index mapping, std::string_view name) const {
  const Index first = document_.find(mapping, name);
  const std::string argument = "`" + std::string(name) + "`";
  const bool has_lines = document_.name() != "command line";
  if (first == document_.size() || first > item || !has_lines) fail(item, argument + " is set twice");
  fail(item, argument + " is there twice, first in line " + std::to_string(document_[first].mark().line));
}

void DocumentReader::unknown(Index key, const Node& node) const {
  const std::string_view name = document_[key].text();
  if (name == "defaults" && document_[document_[key].end].is(Kind::sequence))
    fail(key, "a defaults list is composed by Hydra alone: write the configuration that it gives (`--cfg job`)");
  if (const std::string_view first = name.substr(0, name.find_first_of(".["));
      first.size() < name.size() && node.target->find(first) != node.target->parameters.size())
    fail(key, "`" + std::string(name) + "` is a path, and keys are names: nest it below `" + std::string(first) + "`");
  if (name == "_ref_") fail(key, "`_ref_` stands alone in its object, in JSON and TOML");
  if (const std::string_view near = nearest_directive(name); !near.empty())
    fail(key, "`" + std::string(name) + "` means nothing" + did_you_mean(near));
  try {
    node.target->index(name);
  } catch (const Error& error) {
    // A file of several configurations, which are its parts?
    const bool has_parts = steps_.empty() && before_.empty() && !document_.name().starts_with('<') &&
                           document_[document_[key].end].is(Kind::mapping) &&
                           document_.find(0, "_target_") == document_.size();
    fail(key,
         error.what() + (has_parts ? "; a part of the file is read as " + document_.name() + ":" + std::string(name)
                                   : std::string()));
  }
  fail(key, "there is no such argument");
}

}  // namespace run::detail
