// The elements of lists and the entries of maps: put in, taken out, replaced. All is checked before anything changes.
#include "Elements.h"

#include <algorithm>
#include <string>
#include <utility>

#include "Cycles.h"
#include "Fit.h"
#include "KeyIndex.h"
#include "ValueText.h"
#include "run/arg.h"
#include "run/elements.h"
#include "run/error.h"
#include "run/history.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

/// The container that the element stands in.
Spot around(const Spot& element) {
  Spot container = element;
  if (container.missing_key)
    container.missing_key = nullptr;
  else
    --container.depth;
  return container;
}

/// What is not set there is what the constructor makes of it, whatever that is.
bool is_made_by_owner(const Node& owner, std::size_t parameter) {
  const ParameterKind kind = owner.target->parameters[parameter].kind;
  return kind == ParameterKind::field || (kind == ParameterKind::member && owner.target->fill != nullptr);
}

/// REQUIRES: an argument or what is in one.
void check_entries_known(const Spot& map) {
  if (look(map) == nullptr && map.depth == 0 && is_made_by_owner(*map.node, map.parameter))
    fail(map,
         "its entries are made by a constructor: set it as a whole first, as in {key: value}, or set some with "
         "`in_place()`");
}

/// The list there is one, or can be: its length may change. Gives its length.
std::size_t check_list(const Spot& spot) {
  const Type* type = container_type(spot);
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot);
  const bool is_new = value == nullptr && spot.parameter != Spot::kWholeNode && spot.depth == 0 && !spot.missing_key &&
                      type != nullptr && type->kind == TypeKind::sequence;
  if (is_new && is_made_by_owner(*spot.node, spot.parameter))
    fail(spot, "its elements are made by a constructor: set it as a whole first, or add to them with `appended()`");
  if (!is_new && (value == nullptr || !value->is(Kind::list))) {
    // A holder or optional of a list that is null yet.
    if (value == nullptr) fail(spot, "it is no list");
    if (!value->null() || type == nullptr || type->kind != TypeKind::sequence) fail_kind(spot, *value, "list");
  }
  check_length_is_free(spot);
  if (!can_be_set(*spot.node, spot.parameter))
    fail(spot, "the object is made by another constructor: only what can be assigned can be set");
  return value != nullptr && value->is(Kind::list) ? value->list().size() : 0;
}

/// REQUIRES: check_list.
Value::List& edit_list(const Spot& spot) {
  Value* value = edit(spot);
  if (value == nullptr) {
    spot.node->set(spot.parameter, Value(Value::List{}), {});
    value = spot.node->find(spot.parameter);
  }
  if (value->null()) *value = Value(Value::List{});
  return value->list();
}

/// Whether the type says what an element is; a variant of lists does not.
bool knows_elements(const Spot& spot) {
  const Type* type = container_type(spot);
  return type != nullptr && type->kind == TypeKind::sequence;
}

/// As an element of the list takes it.
void fit_element(const Spot& spot, Value& element, const std::string& which) {
  if (knows_elements(spot)) {
    const Span<const Type* const> types = container_type(spot)->parts;
    Misfit misfit;
    if (!fit(types, element, misfit)) throw Error(path_of(spot) + which + misfit.path + ": " + misfit.message());
    copy_pointees(*types[0], element);
  }
  check_cycle(spot, element);
}

std::string in_brackets(std::size_t index) { return "[" + std::to_string(index) + "]"; }

/// Where the type does not say what an element is: tries `change` on a copy, and whether the argument as a whole fits.
template <class Change>
void check_whole(const Spot& spot, Change&& change) {
  if (knows_elements(spot)) return;
  Value whole = *spot.node->find_or_default(spot.parameter);
  Value* inner = &whole;
  for (std::uint32_t i = 0; i < spot.depth; ++i)
    inner = inner->is(Kind::map) ? &inner->map()[spot.steps[i]].second : &inner->list()[spot.steps[i]];
  change(inner->list());
  fitted(spot.node->target->parameters[spot.parameter].types, std::move(whole),
         join(path_of(*spot.root, *spot.node), spot.node->target->parameters[spot.parameter].name));
}

void note(const Spot& container, std::string step, const Value& value, PackedLocation where, How how) {
  record_element({container, std::move(step), value, where, how});
}

std::string range_text(std::size_t first, std::size_t last) {
  if (first + 1 == last) return in_brackets(first);
  return "[" + std::to_string(first) + ":" + std::to_string(last) + "]";
}

Value copy_of_range(const Value::List& list, Range range) {
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(range.first);
  return Value(Value::List(begin, begin + static_cast<std::ptrdiff_t>(range.last - range.first)));
}

/// Of the text, or of the element itself where there is one.
Value shown_range(const Value::List& list, Range range) {
  return range.last == range.first + 1 ? list[range.first] : copy_of_range(list, range);
}

}  // namespace

void check_length_is_free(const Spot& list) {
  const Type* type = container_type(list);
  if (type != nullptr && (type->extent != 0 || type->kind == TypeKind::tuple))
    fail(list, "the length of " + type->name() + " is fixed");
}

Value content_of(Value value) {
  if (!value.is(Kind::node) || !value.node()->target->is_container) return value;
  const Value* inner = value.node()->find(std::size_t{0});
  return inner == nullptr ? blank(*value.node()->target->result) : clone(*inner, true);
}

std::size_t index_from_end(std::ptrdiff_t index, std::size_t count) {
  const auto from_end = std::size_t{0} - static_cast<std::size_t>(index);
  return index < 0 && from_end <= count ? count - from_end : static_cast<std::size_t>(index);
}

Range range_at(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last) {
  const std::size_t count = size(spot);
  const Range range{index_from_end(first, count), index_from_end(last, count)};
  if (range.first > range.last || range.last > count)
    fail(container_at(spot), "there is no range [" + std::to_string(first) + ":" + std::to_string(last) + "]: it has " +
                                 std::to_string(count));
  return range;
}

void insert(const Spot& place, std::ptrdiff_t at, Value value, PackedLocation where) {
  const Spot spot = container_at(place);
  const std::size_t count = check_list(spot);
  const std::size_t index = index_from_end(at, count);
  if (index > count)
    fail(spot, "there is no element [" + std::to_string(at) + "] to insert before: it has " + std::to_string(count));
  const auto position = static_cast<std::ptrdiff_t>(index);
  fit_element(spot, value, in_brackets(index));
  check_whole(spot, [&](Value::List& list) { list.insert(list.begin() + position, value); });
  Value::List& list = edit_list(spot);
  if (keeps_history()) note(spot, in_brackets(index), value, where, How::inserted);
  list.insert(list.begin() + position, std::move(value));
}

Value::List* elements_alone(Node& root) {
  if (root.target->element == nullptr || root.arguments.empty() || root.has_owners() || root.history() != nullptr)
    return nullptr;
  Value& list = root.arguments[0].value;
  return list.is(Kind::list) ? &list.list() : nullptr;
}

bool fill(Node& root, Value& value) {
  Value::List* list = elements_alone(root);
  if (list == nullptr) return false;
  const Type& element = *root.target->element;
  if (value.is(Kind::node) ? !fits_at_once(*value.node(), element) : !fits_at_once(value, element)) return false;
  list->push_back(std::move(value));
  return true;
}

void push_back(const Spot& place, Value value, PackedLocation where) {
  if (place.parameter == Spot::kWholeNode && place.root == place.node && fill(*place.node, value)) return;
  const Spot spot = container_at(place);
  check_list(spot);
  fit_element(spot, value, ": a new element");
  check_whole(spot, [&](Value::List& list) { list.push_back(value); });
  Value::List& list = edit_list(spot);
  if (keeps_history()) note(spot, in_brackets(list.size()), value, where, How::inserted);
  list.push_back(std::move(value));
}

void erase(const Spot& place, std::ptrdiff_t first, std::ptrdiff_t last, PackedLocation where) {
  const Spot spot = container_at(place);
  check_list(spot);
  const Range range = range_at(spot, first, last);
  if (range.first == range.last) return;
  const auto begin = static_cast<std::ptrdiff_t>(range.first);
  const auto end = static_cast<std::ptrdiff_t>(range.last);
  check_whole(spot, [&](Value::List& list) { list.erase(list.begin() + begin, list.begin() + end); });
  Value::List& list = edit_list(spot);
  if (keeps_history()) note(spot, range_text(range.first, range.last), shown_range(list, range), where, How::erased);
  list.erase(list.begin() + begin, list.begin() + end);
}

void erase(const Spot& place, std::ptrdiff_t index, PackedLocation where) {
  const Spot spot = container_at(place);
  if (const Value* value = look(spot); value != nullptr && value->is(Kind::map)) {
    erase(spot, Value(static_cast<std::int64_t>(index)), where);
    return;
  }
  const std::size_t count = check_list(spot);
  const std::size_t at = index_from_end(index, count);
  if (at >= count) fail(spot, "there is no element [" + std::to_string(index) + "]: it has " + std::to_string(count));
  erase(spot, static_cast<std::ptrdiff_t>(at), static_cast<std::ptrdiff_t>(at + 1), where);
}

bool erase(const Spot& place, Value key, PackedLocation where) {
  const Spot found = entry(place, std::move(key));
  if (found.missing_key) return check_entries_known(around(found)), false;
  erase_element(found, where);
  return true;
}

Value slice(const Spot& place, std::ptrdiff_t first, std::ptrdiff_t last) {
  const Spot spot = container_at(place);
  const Value* value = look(spot);
  if (value == nullptr) fail(spot, "it has no elements");
  if (!value->is(Kind::list)) fail_kind(spot, *value, "list");
  return clone(copy_of_range(value->list(), range_at(spot, first, last)), true);
}

void replace(const Spot& place, std::ptrdiff_t first, std::ptrdiff_t last, Value elements, PackedLocation where) {
  const Spot spot = container_at(place);
  check_list(spot);
  const Range range = range_at(spot, first, last);
  elements = content_of(std::move(elements));
  if (!elements.is(Kind::list)) fail(spot, "expected a list to replace the elements by, found " + elements.text());
  Value::List with = std::move(elements.list());
  for (std::size_t i = 0; i < with.size(); ++i) fit_element(spot, with[i], in_brackets(range.first + i));
  const auto change = [&](Value::List& list, Value::List all) {
    const auto begin = list.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto next = list.erase(begin, begin + static_cast<std::ptrdiff_t>(range.last - range.first));
    list.insert(next, std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
  };
  check_whole(spot, [&](Value::List& list) { change(list, with); });
  Value::List& list = edit_list(spot);
  if (keeps_history()) note(spot, range_text(range.first, range.last), Value(with), where, How::element);
  change(list, std::move(with));
}

void clear(const Spot& place, PackedLocation where) {
  const Spot spot = container_at(place);
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot);
  if (value == nullptr || !value->is(Kind::map)) {
    const auto count = static_cast<std::ptrdiff_t>(check_list(spot));
    if (count != 0) erase(spot, 0, count, where);
    return;
  }
  if (!can_be_set(*spot.node, spot.parameter))
    fail(spot, "the object is made by another constructor: only what can be assigned can be set");
  if (value->map().empty()) return;
  Value* map = edit(spot);
  if (keeps_history()) note(spot, "[:]", *map, where, How::erased);
  map->map().clear();
}

static const Value* map_at(const Spot& spot) {
  const Value* value = spot.parameter == Spot::kWholeNode ? nullptr : look(spot);
  return value != nullptr && value->is(Kind::map) ? value : nullptr;
}

static Value keys_of(const Value& map) {
  Value::List keys;
  keys.reserve(map.map().size());
  for (const auto& known : map.map()) keys.push_back(known.first);
  return Value(std::move(keys));
}

Value keys(const Spot& place) {
  const Spot spot = container_at(place);
  const Value* map = map_at(spot);
  if (map == nullptr) fail(spot, "it is no map");
  return keys_of(*map);
}

Value known_keys(const Spot& place) {
  const Value* map = map_at(container_at(place));
  return map == nullptr ? Value(Value::List()) : keys_of(*map);
}

bool contains(const Spot& place, Value key) {
  const Spot found = entry(place, std::move(key));
  if (found.missing_key) check_entries_known(around(found));
  return !found.missing_key;
}

void set_element(const Spot& spot, Value value, PackedLocation where) {
  const Spot container = around(spot);
  const Value* old = look(container);
  if (!spot.missing_key) {
    if (look(spot) == nullptr) fail(spot, "there is no such element");
    if (types_of(spot).empty() && old->is(Kind::list))
      check_whole(container, [&](Value::List& list) { list[spot.steps[container.depth]] = value; });
    Value* place = edit(spot);
    if (keeps_history()) {
      const std::uint32_t index = spot.steps[container.depth];
      note(container, old->is(Kind::map) ? shown_step(old->map()[index].first) : in_brackets(index), value, where,
           How::element);
    }
    *place = std::move(value);
    return;
  }
  const bool is_new = old == nullptr && container.depth == 0;
  if (is_new) check_entries_known(container);
  if (!is_new && (old == nullptr || !(old->is(Kind::map) || (old->null() && container_type(container) != nullptr))))
    fail(spot, "it is no map");
  Value* place = edit(container);
  if (place == nullptr) {
    container.node->set(container.parameter, Value(Value::Map{}), where);
    place = container.node->find(container.parameter);
  }
  if (place->null()) *place = Value(Value::Map{});
  for (auto& [key, known] : place->map()) {
    if (!equal(key, *spot.missing_key)) continue;
    note(container, shown_step(key), value, where, How::element);
    known = std::move(value);
    return;
  }
  if (keeps_history()) note(container, shown_step(*spot.missing_key), value, where, How::inserted);
  place->map().emplace_back(*spot.missing_key, std::move(value));
}

void erase_element(const Spot& spot, PackedLocation where) {
  const Spot container = around(spot);
  const Value* value = look(container);
  const std::uint32_t index = spot.steps[container.depth];
  if (value == nullptr || !value->is(Kind::map)) return erase(container, static_cast<std::ptrdiff_t>(index), where);
  if (!can_be_set(*spot.node, spot.parameter))
    fail(spot, "the object is made by another constructor: only what can be assigned can be set");
  Value::Map& map = edit(container)->map();
  if (keeps_history()) note(container, shown_step(map[index].first), map[index].second, where, How::erased);
  map.erase(map.begin() + index);
}

void keep_first(Value::Map& entries) {
  if (entries.size() < 2) return;
  Value::Map kept;
  kept.reserve(entries.size());
  KeyIndex keys(kept);
  for (auto& entry : entries) {
    if (keys.has(entry.first)) continue;
    kept.push_back(std::move(entry));
    keys.add_last();
  }
  entries = std::move(kept);
}

bool put(const Spot& place, Value key, Value value, bool replace, PackedLocation where) {
  const Spot found = entry(place, std::move(key));
  if (!found.missing_key && !replace) return false;
  assign(found, std::move(value), where);
  return true;
}

void put_new(const Spot& place, Value entries, PackedLocation where) {
  entries = content_of(std::move(entries));
  if (!entries.is(Kind::map)) fail(place, "expected a map of entries to put in, found " + entries.text());
  for (auto& [key, value] : entries.map()) put(place, key, std::move(value), /*replace=*/false, where);
}

std::size_t last(const Spot& place) {
  const std::size_t count = size(place);
  if (count == 0) fail(container_at(place), "it has no elements");
  return count - 1;
}

void reserve(const Spot& place, std::size_t count) {
  const Spot spot = container_at(place);
  Value* value = spot.parameter == Spot::kWholeNode ? nullptr : spot.node->find(spot.parameter);
  for (std::uint32_t i = 0; value != nullptr && i < spot.depth; ++i) {
    if (value->is(Kind::list) && spot.steps[i] < value->list().size())
      value = &value->list()[spot.steps[i]];
    else if (value->is(Kind::map) && spot.steps[i] < value->map().size())
      value = &value->map()[spot.steps[i]].second;
    else
      value = nullptr;
  }
  if (value != nullptr && value->is(Kind::list)) value->list().reserve(count);
  if (value != nullptr && value->is(Kind::map)) value->map().reserve(count);
}

std::size_t size(const Spot& place) {
  const Spot spot = container_at(place);
  const Value* value = look(spot);
  if (value == nullptr) fail(spot, "it has no value");
  if (value->is(Kind::list)) return value->list().size();
  if (value->is(Kind::map)) return value->map().size();
  if (value->is(Kind::string)) return value->string().size();
  if (value->null()) return 0;
  if (is_in_place(*value)) fail_in_part(spot, *value->node());
  fail(spot, "it has no size, it is " + value->text());
}

}  // namespace run::detail
