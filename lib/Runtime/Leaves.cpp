#include "Leaves.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>

#include "Sayable.h"
#include "Session.h"
#include "ValueText.h"
#include "run/built.h"
#include "run/path.h"

namespace run::detail {
namespace {

/// Depth first, without recursion: configurations may be deep.
class Collector {
 public:
  std::vector<Leaf> collect(Node& root) {
    enter(root, "");
    while (!open_.empty()) {
      Frame& frame = open_.back();
      if (frame.next == frame.node->target->parameters.size()) {
        open_.pop_back();
        continue;
      }
      const std::size_t index = frame.next++;
      Node& node = *frame.node;
      const std::string path = join(frame.path, node.target->parameters[index].name);
      const Value* value = node.find_or_default(index);
      // What the program's function returns is its result, not what the program takes.
      if (&node == &root && node.target->function.pointer != nullptr &&
          !node.target->parameters[index].in_constructor() && node.find(index) == nullptr)
        continue;
      const bool is_called_later = node.kind == NodeKind::partial || node.kind == NodeKind::factory;
      found_.push_back({path, &node, index, value, is_called_later && &node != &root});
      if (value == nullptr) continue;
      const std::size_t first = open_.size();
      enter(*value, path);
      std::reverse(open_.begin() + static_cast<std::ptrdiff_t>(first), open_.end());
    }
    return std::move(found_);
  }

 private:
  struct Frame {
    Node* node;
    std::string path;
    std::size_t next = 0;
  };

  void enter(Node& node, const std::string& path) {
    if (seen_.insert(&node).second) open_.push_back({&node, path});
  }
  void enter(const Value& value, const std::string& path) {
    if (value.is(Value::Kind::node)) {
      enter(*value.node(), path);
    } else if (value.is(Value::Kind::list)) {
      for (std::size_t i = 0; i < value.list().size(); ++i)
        enter(value.list()[i], path + "[" + std::to_string(i) + "]");
    } else if (value.is(Value::Kind::map)) {
      for (const auto& [key, entry] : value.map()) enter(entry, path + shown_step(key));
    }
  }

  std::vector<Leaf> found_;
  std::vector<Frame> open_;
  std::unordered_set<const Node*> seen_;
};

/// Whether it must be given whichever of the ways to call the target that have all that is set is meant.
bool all_ways_need(std::size_t parameter, const Node& node, const std::vector<std::vector<Choice>>& ways) {
  bool is_needed = false;
  for (const std::vector<Choice>& way : ways) {
    const auto has = [&](std::size_t one) {
      return std::any_of(way.begin(), way.end(), [&](const Choice& choice) { return choice.parameter == one; });
    };
    if (!std::all_of(node.arguments.begin(), node.arguments.end(), [&](const Argument& argument) {
          return !node.target->parameters[argument.parameter].in_constructor() || has(argument.parameter);
        }))
      continue;
    if (!has(parameter)) return false;
    is_needed = true;
  }
  return is_needed;
}

}  // namespace

std::string Leaf::text() const {
  // A default that constructors do not agree in is there as a value, or not at all.
  const std::string_view initial = parameter().is_default_of_some ? "" : parameter().initial.text;
  if (value != nullptr && (argument() != nullptr || initial.empty() || has_own_text(*value))) return value->text();
  return !initial.empty() ? std::string(initial) : is_required() ? "(required)" : "(not set)";
}

bool Leaf::is_required() const {
  const Parameter& described = parameter();
  const bool has_default =
      !described.is_default_of_some && (!described.initial.text.empty() || described.initial.value != nullptr);
  if (value != nullptr || has_default || is_left_to_callers || node->kind == NodeKind::in_place) return false;
  const TargetInfo& target = *node->target;
  // The members of an object that is made first keep what it was made with.
  if (!described.in_constructor() || (described.kind == ParameterKind::member && target.fill != nullptr)) return false;
  if (target.function.pointer != nullptr || target.make == nullptr) return true;
  const auto session = std::make_shared<Session>(*node);
  const std::optional<std::string> lacks = Built(*session, *node).lacks();
  if (!lacks || *lacks == described.name) return true;
  return !lacks->empty() && all_ways_need(index, *node, Built(*session, *node).ways());
}

std::vector<Leaf> leaves(Node& root) { return Collector().collect(root); }

}  // namespace run::detail
