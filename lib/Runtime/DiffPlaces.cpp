#include "DiffPlaces.h"

#include <charconv>
#include <utility>

#include "Scalar.h"
#include "ValueText.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {

using Kind = Value::Kind;

std::string step_to_key(const PathStep& step, const Value::Map& map) {
  const Kind kind = map.empty() ? Kind::absent : map.front().first.kind();
  const bool as_text = step.is_quoted || kind == Kind::string || kind == Kind::enumerator;
  if (kind == Kind::opaque) {
    const std::string step_of_text = key_step(Value(step.text));
    return step_of_text.starts_with("[\"") ? step_of_text : "[\"" + step.text + "\"]";
  }
  return key_step(as_text ? Value(step.text) : plain_scalar(step.text));
}

const Value* plain_default(Node& node, std::size_t parameter) {
  if (node.kind == NodeKind::in_place || node.target->parameters[parameter].is_default_of_some) return nullptr;
  const Value* initial = node.find_default(parameter);
  return initial != nullptr && !holds_nodes(*initial) ? initial : nullptr;
}

/// What stands in an argument that is not set, as far as its parts are concerned.
static const Value* default_object(Node& node, std::size_t parameter) {
  const Value* initial = node.find_or_default(parameter);
  return initial != nullptr && initial->is(Kind::node) ? initial : nullptr;
}

std::size_t DiffPlaces::entry(const Value::Map& map, const PathStep& step) {
  const auto [known, fresh] = entries_.try_emplace(&map);
  if (fresh)
    for (std::size_t i = 0; i < map.size(); ++i) known->second.emplace(key_step(map[i].first), i);
  const auto found = known->second.find(step_to_key(step, map));
  return found == known->second.end() ? map.size() : found->second;
}

const Value* DiffPlaces::inner(const Value& value, const PathStep& step) {
  if (value.is(Kind::map)) {
    const std::size_t index = entry(value.map(), step);
    return index == value.map().size() ? nullptr : &value.map()[index].second;
  }
  std::size_t index = 0;
  const char* end = step.text.data() + step.text.size();
  const auto [stop, error] = std::from_chars(step.text.data(), end, index);
  if (error != std::errc() || stop != end || index >= value.list().size()) return nullptr;
  return &value.list()[index];
}

DiffPlaces::Found DiffPlaces::follow(const std::string& path) {
  const bool is_content = path.ends_with("[]");  // of a container node, as a whole
  const std::vector<PathStep> steps = parse_path(std::string_view(path).substr(0, path.size() - (is_content ? 2 : 0)));
  Found found{{&root_, {}, {}}, nullptr};
  Node* node = &root_;
  const Value* value = nullptr;
  for (std::size_t i = 0; i < steps.size();) {
    if (node == nullptr) throw Error(path + ": there is nothing at `" + steps[i].text + "`");
    const bool is_container = node->target->is_container;
    found.place = {node, is_container ? std::string() : steps[i].text, {}};
    const std::size_t parameter = is_container ? 0 : node->target->find(steps[i].text);
    if (!is_container) ++i;
    if (parameter == node->target->parameters.size()) {
      if (i < steps.size()) node->target->index(found.place.argument, path);
      return found;  // one that the node has when it is retargeted
    }
    value = node->find(parameter);
    if (value == nullptr) value = plain_default(*node, parameter);
    if (value == nullptr && i < steps.size()) value = default_object(*node, parameter);
    for (; i < steps.size() && value != nullptr && (value->is(Kind::list) || value->is(Kind::map)); ++i) {
      found.place.steps.push_back(steps[i]);
      value = inner(*value, steps[i]);
    }
    if (i < steps.size() && (value == nullptr || !value->is(Kind::node)))
      throw Error(path + ": there is nothing at `" + steps[i].text + "`" +
                  (value == nullptr ? "" : ", but " + value->text()));
    node = value != nullptr && value->is(Kind::node) ? value->node().get() : nullptr;
  }
  if (is_content) {
    if (node == nullptr || !node->target->is_container) throw Error(path + ": there is no container");
    found.place = {node, {}, {}};
    value = node->find(std::size_t{0});
  }
  found.value = value;
  return found;
}

DiffPlace DiffPlaces::place(const std::string& path) { return follow(path).place; }

NodePtr DiffPlaces::node(const std::string& path) {
  if (path.empty()) return root_.shared_from_this();
  const Value* value = follow(path).value;
  if (value == nullptr || !value->is(Kind::node))
    throw Error(path + ": expected a configuration, found " + (value == nullptr ? "nothing" : value->text()));
  return value->node();
}

}  // namespace run::detail
