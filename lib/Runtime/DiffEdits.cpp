#include "DiffEdits.h"

#include <map>
#include <unordered_set>
#include <utility>

#include "Fit.h"
#include "Scalar.h"
#include "ValueText.h"
#include "run/error.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

const Type* part_of(const Type& container, std::size_t index) {
  const Type& type = container.opened();
  switch (type.kind) {
    case TypeKind::sequence:
      return type.parts[0];
    case TypeKind::map:
      return type.parts[1];
    case TypeKind::tuple:
      return index < type.parts.size() ? type.parts[index] : nullptr;
    case TypeKind::variant:
      for (const Type* part : type.parts)
        if (const Type* inner = part_of(*part, index)) return inner;
      return nullptr;
    default:
      return nullptr;
  }
}

std::vector<const Type*> parts_of(Types types, std::size_t index) {
  std::vector<const Type*> parts;
  for (const Type* type : types)
    if (const Type* part = part_of(*type, index)) parts.push_back(part);
  return parts;
}

/// What stands there and is not what was expected. Of two nodes that look alike, what differs.
std::string found_instead(const Value* value, const Value& expected) {
  if (value == nullptr) return "nothing";
  const std::string text = value->text();
  if (!value->is(Kind::node) || text != expected.text()) return text;
  const Diff differs = diff(*expected.node(), *value->node());
  const std::string path = differs.empty() ? "" : differs.changes().front().path;
  return path.empty() ? text : "one with another `" + path + "`";
}

[[noreturn]] void fail(const Edit& edit, const std::string& message) {
  throw Error(edit.change->path + ": " + message);
}

std::size_t index_of(const Edit& edit, std::size_t depth) {
  std::size_t index = 0;
  for (const char c : edit.steps[depth].text) {
    if (c < '0' || c > '9' || index > 1'000'000'000)
      fail(edit, "expected the number of an element, found `" + edit.steps[depth].text + "`");
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

/// A key that the map does not have yet.
Value new_key(const Edit& edit, std::size_t depth, Types types, const Value::Map& old) {
  const PathStep& step = edit.steps[depth];
  for (const Type* type : types) {
    const Type& map = type->opened();
    if (map.kind != TypeKind::map) continue;
    const TypeKind kind = map.parts[0]->opened().kind;
    const bool as_text = step.is_quoted || kind == TypeKind::text || kind == TypeKind::codec;
    Value key = as_text ? Value(step.text) : plain_scalar(step.text);
    Misfit misfit;
    if (!fit(*map.parts[0], key, misfit)) fail(edit, "its keys: " + misfit.message());
    return key;
  }
  const bool as_text = step.is_quoted || (!old.empty() && old.front().first.is(Kind::string));
  return as_text ? Value(step.text) : plain_scalar(step.text);
}

}  // namespace

void DiffEdits::conflict(const std::string& path, const std::string& expected, const std::string& found) {
  throw Error((path.empty() ? "" : path + ": ") + "the diff expects " + expected + ", found " + found);
}

NodePtr DiffEdits::instead(const NodePtr& node) {
  return node->target == &old_node_info() ? old_node(node->find(std::size_t{0})->string()) : nullptr;
}

NodePtr DiffEdits::old_node(const std::string& path) {
  NodePtr node = places_.node(path);
  stays_.try_emplace(node.get(), nullptr);
  return node;
}

NodePtr DiffEdits::target(const DiffValue& value) {
  const Value node = value.text == nullptr ? value.value : reader(value).value(value.item, {});
  if (!node.is(Kind::node)) throw Error("expected a target, found " + node.text());
  return node.node();
}

Value DiffEdits::rebuilt(const Value* value, const Edits& edits, std::size_t depth, Types types) {
  for (const Edit* edit : edits) {
    if (edit->steps.size() > depth) continue;
    if (edits.size() > 1) fail(*edit, "two changes concern it");
    return whole(value, *edit->change, types, depth);
  }
  const Edit& first = *edits.front();
  if (value == nullptr) fail(first, "there is nothing of which a part could change");
  if (value->is(Kind::list)) return list(value->list(), edits, depth, types);
  if (value->is(Kind::map)) return map(value->map(), edits, depth, types);
  fail(first, "expected a list or map, found " + value->text());
}

Value DiffEdits::list(const Value::List& old, const Edits& edits, std::size_t depth, Types types) {
  std::map<std::size_t, Edits> within;       // by the old numbers
  std::map<std::size_t, const Edit*> added;  // by the new ones
  for (const Edit* edit : edits) {
    const std::size_t index = index_of(*edit, depth);
    const bool is_new = edit->steps.size() == depth + 1 && edit->change->before.absent();
    if (!is_new && index >= old.size())
      fail(*edit, "there is no element [" + std::to_string(index) + "]: there are " + std::to_string(old.size()));
    if (!is_new) within[index].push_back(edit);
    if (is_new && !added.emplace(index, edit).second) fail(*edit, "two changes concern it");
  }
  Value::List list;
  list.reserve(old.size() + added.size());
  auto next = added.begin();
  const auto add = [&] {
    for (; next != added.end() && next->first == list.size(); ++next)
      list.push_back(whole(nullptr, *next->second->change, parts_of(types, next->first), depth + 1));
  };
  auto edited = within.begin();
  for (std::size_t i = 0; i < old.size(); ++i) {
    add();
    if (edited == within.end() || edited->first != i) {
      list.push_back(old[i]);
      continue;
    }
    Value value = rebuilt(&old[i], edited->second, depth + 1, parts_of(types, i));
    if (!value.absent()) list.push_back(std::move(value));
    ++edited;
  }
  add();
  if (next != added.end())
    fail(*next->second, "no element can be added there: there are " + std::to_string(list.size()));
  return Value(std::move(list));
}

Value DiffEdits::map(const Value::Map& old, const Edits& edits, std::size_t depth, Types types) {
  std::map<std::size_t, Edits> within;
  Edits added;
  std::unordered_set<std::string> new_keys;
  for (const Edit* edit : edits) {
    const std::size_t index = places_.entry(old, edit->steps[depth]);
    if (index < old.size()) {
      within[index].push_back(edit);
    } else if (edit->steps.size() > depth + 1 || !edit->change->before.absent()) {
      fail(*edit, "there is no such key");
    } else if (!new_keys.insert(step_to_key(edit->steps[depth], old)).second) {
      fail(*edit, "two changes concern it");
    } else {
      added.push_back(edit);
    }
  }
  Value::Map map;
  const std::vector<const Type*> parts = parts_of(types, 0);
  auto edited = within.begin();
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (edited == within.end() || edited->first != i) {
      map.push_back(old[i]);
      continue;
    }
    Value value = rebuilt(&old[i].second, edited->second, depth + 1, parts);
    if (!value.absent()) map.emplace_back(old[i].first, std::move(value));
    ++edited;
  }
  for (const Edit* edit : added)
    map.emplace_back(new_key(*edit, depth, types, old), whole(nullptr, *edit->change, parts, depth + 1));
  return Value(std::move(map));
}

/// The value after a change that concerns it as a whole; absent where it is removed.
Value DiffEdits::whole(const Value* value, const Change& change, Types types, std::size_t depth) {
  const bool is_argument = depth == 0;
  if (change.before.absent()) {
    const Value* initial =
        is_argument && before_.node != nullptr ? plain_default(*before_.node, before_.parameter) : nullptr;
    const bool is_default = value != nullptr && initial != nullptr && equal(*value, *initial);
    if (value != nullptr && !is_default) conflict(change.path, "nothing", value->text());
  } else {
    const EditedArgument argument = is_argument ? before_ : EditedArgument();
    const Types old_types =
        argument.node != nullptr ? argument.node->target->parameters[argument.parameter].types : types;
    const Value before = typed(change.before, change.path, old_types, argument);
    if (value == nullptr || !same(*value, before)) conflict(change.path, before.text(), found_instead(value, before));
  }
  return typed(change.after, change.path, types, is_argument ? after_ : EditedArgument());
}

/// Whether what stands there is what the diff found. Nodes that stay somewhere are compared as such: what is below
/// them has changes of its own.
bool DiffEdits::same(const Value& value, const Value& expected) {
  if (value.is(Kind::node) && expected.is(Kind::node) && value.node() == expected.node()) return true;
  if (stays_.empty() || !holds_nodes(value)) return equal(value, expected);
  const auto stub = [this](const NodePtr& node) -> NodePtr {
    const auto found = stays_.find(node.get());
    if (found == stays_.end()) return nullptr;
    if (found->second == nullptr) found->second = Node::make(old_node_info(), NodeKind::config, Location());
    return found->second;
  };
  return equal(Copier(stub)(value), Copier(stub)(expected));
}

/// The value as it stands in this configuration.
Value DiffEdits::typed(const DiffValue& value, const std::string& path, Types types, EditedArgument argument) {
  if (value.absent()) return {};
  if (value.text == nullptr) return copy_(value.value);
  DocumentReader& reader = this->reader(value);
  const Item& item = (*value.text)[value.item];
  const bool in_place =
      item.is(Item::Kind::mapping) && value.text->find(value.item, "_in_place_") != value.text->size();
  if (in_place && argument.node != nullptr) return reader.argument(value.item, *argument.node, argument.parameter);
  reader.set_path(path);
  Value read = reader.value(value.item, types);
  reader.set_path({});
  return read;
}

DocumentReader& DiffEdits::reader(const DiffValue& value) {
  const auto [known, fresh] = readers_.try_emplace(value.text.get(), *value.text);
  if (fresh) {
    known->second.old_node = [this](std::string_view path) { return old_node(std::string(path)); };
    known->second.takes_anything = true;
  }
  return known->second;
}

}  // namespace run::detail
