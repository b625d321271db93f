// Places: how they are found, read and written.
#include "run/spot.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "Cycles.h"
#include "Elements.h"
#include "Factories.h"
#include "Fit.h"
#include "ValueText.h"
#include "run/config.h"
#include "run/elements.h"
#include "run/error.h"
#include "run/path.h"
#include "run/set_in_part.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

/// The content where the place is a container node.
Spot entered(Spot spot) {
  if (spot.parameter == Spot::kWholeNode && spot.node->target->is_container) spot.parameter = 0;
  return spot;
}

Value* step_into(Value& value, std::uint32_t index) {
  if (value.is(Kind::list)) return index < value.list().size() ? &value.list()[index] : nullptr;
  if (value.is(Kind::map)) return index < value.map().size() ? &value.map()[index].second : nullptr;
  return nullptr;
}

}  // namespace

Value* edit(const Spot& spot) {
  Node& node = *spot.node;
  node.settle();
  if (node.find(spot.parameter) == nullptr) {
    const Value* initial = node.find_or_default(spot.parameter);
    if (initial == nullptr) return nullptr;
    node.set(spot.parameter, clone(*initial), {});
  }
  Value* value = node.find(spot.parameter);
  for (std::uint32_t i = 0; value != nullptr && i < spot.depth; ++i) value = step_into(*value, spot.steps[i]);
  return value;
}

void fail(const Spot& spot, const std::string& message) {
  const std::string path = path_of(spot);
  throw Error(path.empty() ? message : path + ": " + message);
}

bool is_in_place(const Value& value) { return value.is(Kind::node) && value.node()->kind == NodeKind::in_place; }

void fail_in_part(const Spot& spot, const Node& part) {
  if (part.target->is_only_in_place) {
    const std::size_t set = part.arguments.empty() ? 0 : part.arguments[0].parameter;
    fail(spot, "its elements are made by a constructor, and only those that are set or added are known, as `" +
                   join(path_of(spot), part.target->parameters[set].name) +
                   "`: read those, or set it as a whole first");
  }
  fail(spot,
       "it is made by a constructor, and only some members of it are set: read those, or set it as a whole first");
}

void fail_kind(const Spot& spot, const Value& value, const char* wanted) {
  if (is_in_place(value)) fail_in_part(spot, *value.node());
  fail(spot, std::string("it is no ") + wanted + ", it is " + value.text());
}

Span<const Type* const> part_types(const Type& container, std::size_t index) {
  const Type& type = container.opened();
  switch (type.kind) {
    case TypeKind::sequence:
      return type.parts.first(1);
    case TypeKind::map:
      return type.parts.subspan(1, 1);
    case TypeKind::tuple:
      return index < type.parts.size() ? type.parts.subspan(index, 1) : Span<const Type* const>();
    default:
      return {};
  }
}

const Type* container_type(const Spot& spot) {
  for (const Type* of_spot : types_of(spot)) {
    const Type& type = of_spot->opened();
    if (type.kind == TypeKind::sequence || type.kind == TypeKind::map || type.kind == TypeKind::tuple) return &type;
  }
  return nullptr;
}

Spot content(const Spot& spot) { return entered(spot); }

Spot container_at(const Spot& spot) {
  Spot inner = entered(spot);
  if (inner.parameter == Spot::kWholeNode) return inner;
  const Value* value = look(inner);
  if (value != nullptr && value->is(Kind::node) && value->node()->target->is_container)
    return {.root = spot.root, .node = value->node().get(), .parameter = 0};
  return inner;
}

namespace {

Spot deeper(const Spot& spot, std::size_t index) {
  if (spot.depth == Spot::kDeepest) fail(spot, "containers nest too deep");
  Spot inner = spot;
  inner.steps[inner.depth++] = static_cast<std::uint32_t>(index);
  return inner;
}

}  // namespace

std::string steps_of(const Spot& spot) {
  std::string steps;
  const Value* value = spot.node->find_or_default(spot.parameter);
  for (std::uint32_t i = 0; i < spot.depth; ++i) {
    if (value != nullptr && value->is(Kind::map) && spot.steps[i] < value->map().size())
      steps += shown_step(value->map()[spot.steps[i]].first);
    else
      steps += "[" + std::to_string(spot.steps[i]) + "]";
    value = value == nullptr ? nullptr : step_into(const_cast<Value&>(*value), spot.steps[i]);
  }
  if (spot.missing_key) steps += shown_step(*spot.missing_key);
  return steps;
}

std::string path_of(const Spot& spot) {
  const std::string path = path_of(*spot.root, *spot.node);
  if (spot.parameter == Spot::kWholeNode) return path;
  return join(path, spot.node->target->parameters[spot.parameter].name) + steps_of(spot);
}

Span<const Type* const> types_of(const Spot& spot) {
  if (spot.parameter == Spot::kWholeNode) return {};
  Span<const Type* const> types = spot.node->target->parameters[spot.parameter].types;
  for (std::uint32_t i = 0; i < spot.depth + (spot.missing_key ? 1 : 0); ++i) {
    Span<const Type* const> parts;
    const std::size_t index = i < spot.depth ? spot.steps[i] : 0;  // a missing key is of a map
    for (auto type = types.begin(); type != types.end() && parts.empty(); ++type) parts = part_types(**type, index);
    types = parts;
  }
  return types;
}

const Value* look(const Spot& spot) {
  if (spot.parameter == Spot::kWholeNode || spot.missing_key) return nullptr;
  const Value* value = spot.node->find_or_default(spot.parameter);
  for (std::uint32_t i = 0; value != nullptr && i < spot.depth; ++i)
    value = step_into(const_cast<Value&>(*value), spot.steps[i]);
  return value;
}

// A field that nobody set gets its value where the object is made.
[[noreturn]] static void fail_without_value(const Spot& spot) {
  const bool is_made = spot.parameter != Spot::kWholeNode && spot.depth == 0 && !spot.missing_key &&
                       !spot.node->target->parameters[spot.parameter].in_constructor();
  fail(spot, "it has no value" + (is_made ? " until " + spot.node->target->display() + " is called to make the object"
                                          : std::string()));
}

Value take(const Spot& spot) {
  if (spot.parameter == Spot::kWholeNode) return Value(clone(spot.node->shared_from_this(), true));
  const Value* value = look(spot);
  if (value == nullptr) fail_without_value(spot);
  return clone(*value, true);
}

namespace {

std::string set_it_first(Span<const Type* const> types) {
  const std::string names = factory_names(types);
  return names.empty() ? "" : "; set it first, to what one of these gives: " + names;
}

}  // namespace

Node& node_at(const Spot& spot) {
  if (spot.parameter == Spot::kWholeNode) return *spot.node;
  const Value* value = look(spot);
  if (value == nullptr) fail_without_value(spot);
  if (value->null()) fail(spot, "it is null" + set_it_first(types_of(spot)));
  if (!value->is(Kind::node)) {
    const Type* object = value->is(Kind::opaque) ? value->opaque().ops->type : nullptr;
    std::string hint;
    if (object != nullptr && object->kind == TypeKind::object)
      hint = find_target(*object) != nullptr ? set_it_first(types_of(spot))
                                             : ": no recipe makes one, and the class is not [[run::configurable]]";
    fail(spot, "it is not configured, it is " + value->text() + hint);
  }
  return *value->node();
}

namespace {

/// A container node of the elements.
NodePtr container_node(const TargetInfo& container, Value elements) {
  auto node = Node::make(container, NodeKind::config, Location());
  node->set(0, std::move(elements), {});
  return node;
}

}  // namespace

NodePtr node_of(const Spot& spot, const Type& result, const TargetInfo* container) {
  if (container != nullptr && spot.parameter != Spot::kWholeNode) {
    const Value* value = look(spot);
    if (value != nullptr && !value->is(Kind::node)) return container_node(*container, clone(*value, true));
  }
  const Node& node = node_at(spot);
  if (node.target->result != &result && !node_fits(node, result))
    fail(spot, "expected " + result.name() + ", found " + node.target->display());
  return clone(const_cast<Node&>(node).shared_from_this(), true);
}

Node& in_place(const Spot& spot, const TargetInfo& target) {
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : spot.node->find(spot.parameter);
  if (value != nullptr && is_in_place(*value)) return *value->node();
  if (value != nullptr) fail(spot, "it is set as a whole, and cannot be set in part");
  if (spot.parameter == Spot::kWholeNode || spot.depth != 0 || spot.missing_key)
    fail(spot, "only an argument can be set in part");
  const auto types = spot.node->target->parameters[spot.parameter].types;
  if (!can_be_set_in_part(*spot.node, spot.parameter) || types.size() != 1 || types[0] != target.object)
    fail(spot, "it cannot be set in part");
  return spot.node->part(spot.parameter, target);
}

namespace {

bool may_have_parts(const Type& type) {
  switch (type.kind) {
    case TypeKind::optional:
      return may_have_parts(*type.parts[0]);
    case TypeKind::boolean:
    case TypeKind::character:
    case TypeKind::integer:
    case TypeKind::real:
    case TypeKind::text:
    case TypeKind::enumeration:
    case TypeKind::function:
    case TypeKind::codec:
      return false;
    default:
      return true;
  }
}

}  // namespace

Node& node_within(const Spot& spot) {
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot);
  // A default that is an object, no configuration: what is set of it is assigned to the one that is there.
  const bool is_object = value != nullptr && value->is(Kind::opaque) && spot.node->find(spot.parameter) == nullptr;
  if (spot.parameter == Spot::kWholeNode || (value != nullptr && !is_object)) return node_at(spot);
  const auto types = types_of(spot);
  const TargetInfo* target = types.size() == 1 ? find_target(*types[0]) : nullptr;
  const bool is_part =
      target != nullptr && spot.depth == 0 && !spot.missing_key && can_be_set_in_part(*spot.node, spot.parameter);
  if (is_part) return spot.node->part(spot.parameter, *target);
  if (is_object) return node_at(spot);
  if (types.size() == 1 && !may_have_parts(*types[0]))
    fail(spot, "it is of type " + types[0]->name() + ", which has no parts");
  fail(spot, "it has no value yet" + set_it_first(types));
}

Spot set_in_part(const Spot& spot, const TargetInfo& target, std::string_view argument) {
  const bool is_argument = spot.parameter != Spot::kWholeNode && spot.depth == 0;
  const Value* whole = is_argument ? spot.node->find(spot.parameter) : nullptr;
  if (whole != nullptr && !is_in_place(*whole)) return spot;
  Node& node = in_place(spot, target);
  const std::size_t parameter = target.find(argument);
  const bool is_map = target.parameters[parameter].types[0]->kind == TypeKind::map;
  if (node.find(parameter) == nullptr) node.set(parameter, is_map ? Value(Value::Map{}) : Value(Value::List{}), {});
  return {.root = spot.root, .node = &node, .parameter = static_cast<std::uint32_t>(parameter)};
}

NodePtr shared_node(const Spot& spot) {
  if (const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot); value != nullptr && value->null())
    return nullptr;
  Node& node = node_at(spot);
  node.settle();
  return node.shared_from_this();
}

Spot named(const Spot& place, std::string_view name) {
  const Spot spot = container_at(place);
  if (spot.parameter == Spot::kWholeNode) {
    const std::size_t index = spot.node->target->find(name);
    if (index == spot.node->target->parameters.size()) {
      if (is_path(name)) return resolve(spot, name);
      spot.node->target->index(name, path_of(spot));
    }
    return {.root = spot.root, .node = spot.node, .parameter = static_cast<std::uint32_t>(index)};
  }
  const Value* value = look(spot);
  if (value != nullptr && value->is(Kind::map)) return entry(spot, Value(std::string(name)));
  if (const Type* type = container_type(spot)) {
    if (value == nullptr && type->kind == TypeKind::map) return entry(spot, Value(std::string(name)));
  }
  if (is_path(name) && value != nullptr && value->is(Kind::list)) return resolve(spot, name);
  Node& node = node_within(spot);
  return named({.root = spot.root, .node = &node}, name);
}

Spot element(const Spot& place, std::size_t index) {
  const Spot spot = container_at(place);
  const Value* value = look(spot);
  const auto number = static_cast<std::int64_t>(index);
  if (value != nullptr && value->is(Kind::list)) {
    const std::size_t count = value->list().size();
    const std::size_t from_front = index_from_end(number, count);
    if (from_front < count) return deeper(spot, from_front);
    fail(spot, "there is no element [" + std::to_string(number) + "]: it has " + std::to_string(count));
  }
  if (value != nullptr && !value->is(Kind::map)) fail_kind(spot, *value, "list");
  const Type* type = container_type(spot);
  const bool is_map = type != nullptr && type->kind == TypeKind::map;
  if (value == nullptr && !is_map) fail(spot, "it has no elements");
  const bool is_unsigned = is_map && type->parts[0]->kind == TypeKind::integer && !type->parts[0]->is_signed;
  return entry(spot, is_unsigned ? Value(std::uint64_t{index}) : Value(number));
}

Spot entry(const Spot& place, Value key) {
  if (place.missing_key) fail(place, "there is no such entry yet: set it as a whole first");
  Spot spot = container_at(place);
  const Type* type = container_type(spot);
  if (type != nullptr && type->kind == TypeKind::map) {
    Misfit misfit;
    if (!fit(*type->parts[0], key, misfit)) fail(spot, "its keys: " + misfit.message());
  }
  if (const Value* value = look(spot)) {
    // A list that its handle knows as what is set of its elements, by index: see set_in_part.
    if (value->is(Kind::list) && key.is(Kind::integer)) return element(spot, static_cast<std::size_t>(key.integer()));
    if (!value->is(Kind::map)) fail_kind(spot, *value, "map");
    const Value::Map& map = value->map();
    for (std::size_t i = 0; i < map.size(); ++i)
      if (equal(map[i].first, key)) return deeper(spot, i);
  }
  spot.missing_key = std::make_shared<const Value>(std::move(key));
  return spot;
}

void assign(const Spot& spot, Value value, PackedLocation where) {
  if (spot.parameter == Spot::kWholeNode) fail(spot, "only its arguments can be set");
  if (!can_be_set(*spot.node, spot.parameter))
    fail(spot, "the object is made by another constructor: only what can be assigned can be set");
  if (is_in_place(value))
    fail(spot, value.node()->target->is_only_in_place ? "only some of its elements are set: it has no value as a whole"
                                                      : "only some members of it are set: it has no value as a whole");
  if (value.absent()) fail(spot, "there is no value to set it to");
  const auto types = types_of(spot);
  Misfit misfit;
  if (!fit(types, value, misfit)) {
    const std::string path = path_of(spot) + misfit.path;
    throw Error((path.empty() ? "" : path + ": ") + misfit.message());
  }
  if (types.size() == 1) copy_pointees(*types[0], value);
  check_cycle(spot, value);
  if (spot.depth == 0 && !spot.missing_key) {
    record(*spot.node, spot.parameter, where, How::set);
    spot.node->set(spot.parameter, std::move(value), where);
  } else {
    set_element(spot, std::move(value), where);
  }
}

void reset(const Spot& spot, PackedLocation where) {
  if (spot.parameter == Spot::kWholeNode) fail(spot, "only an argument has a default to go back to");
  if (spot.missing_key) fail(spot, "there is no such entry");
  if (spot.depth != 0) return erase_element(spot, where);
  record(*spot.node, spot.parameter, where, How::unset);
  spot.node->reset(spot.parameter);
}

namespace {

/// Whether an argument of that name does the same to the object of a node and to one of a base of its class. What a
/// constructor makes of a parameter need not be what the member of its name is to be.
bool is_same_kind(const Parameter& meant, const Parameter& found, const Node& node) {
  if (meant.kind == ParameterKind::setter) return found.kind == ParameterKind::setter;
  return meant.kind == ParameterKind::parameter || found.kind == ParameterKind::member ||
         found.kind == ParameterKind::field || (found.is_field && node.kind == NodeKind::in_place);
}

const char* word_for(const Parameter& parameter) {
  if (parameter.kind == ParameterKind::setter) return "a setter";
  return parameter.kind == ParameterKind::parameter ? "a parameter" : "a member";
}

/// The setter whose own name says that it sets an argument of that name, which means something else there:
/// `set_power` for `power`. Null where there is none, or where it could be another one.
const Parameter* setter_by_full_name(const TargetInfo& target, std::string_view name) {
  std::string big(name);
  big[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(big[0])));
  const Parameter* found = nullptr;
  for (const std::string& full : {"set_" + std::string(name), "set" + big, "Set" + big}) {
    const std::size_t index = target.find(full);
    if (index == target.parameters.size() || target.parameters[index].kind != ParameterKind::setter) continue;
    if (found != nullptr) return nullptr;
    found = &target.parameters[index];
  }
  return found;
}

}  // namespace

std::uint32_t parameter_of(const Node& node, const TargetInfo* view, std::size_t parameter) {
  if (node.target == view) return static_cast<std::uint32_t>(parameter);
  const TargetInfo& target = *node.target;
  const Parameter& meant = view->parameters[parameter];
  const std::size_t index = target.index(meant.name);
  if (is_same_kind(meant, target.parameters[index], node)) return static_cast<std::uint32_t>(index);
  if (meant.kind == ParameterKind::setter)
    if (const Parameter* found = setter_by_full_name(target, meant.name))
      return static_cast<std::uint32_t>(found - target.parameters.data());
  throw Error("`" + std::string(meant.name) + "` of " + view->display() + " is " + word_for(meant) + ", that of " +
              target.display() + " is " + word_for(target.parameters[index]) + ": name it by `[\"" +
              std::string(meant.name) + "\"]` if that is meant");
}

bool same(const Spot& spot, const Value& value) {
  if (spot.parameter == Spot::kWholeNode) return value.is(Kind::node) && equal(*spot.node, *value.node());
  const Value* mine = look(spot);
  if (mine == nullptr) return false;
  Value other = value;
  Misfit misfit;
  if (value.is(Kind::node) || !fit(types_of(spot), other, misfit)) other = value;
  return equal(*mine, other);
}

Value value_for(const Spot& spot, const Type& wanted) {
  Value value;
  if (spot.parameter == Spot::kWholeNode) {
    value = Value(spot.node->shared_from_this());
  } else {
    const Value* mine = look(spot);
    if (mine == nullptr) fail_without_value(spot);
    value = *mine;
  }
  if (is_in_place(value)) fail_in_part(spot, *value.node());
  Misfit misfit;
  if (!fit(wanted, value, misfit))
    fail(spot, misfit.path.empty() ? misfit.message() : misfit.path + ": " + misfit.message());
  return value;
}

}  // namespace run::detail
