#include "DiffInPlace.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "ValueText.h"
#include "Walk.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

/// Goes through both graphs at once. Each function but `add` returns false where it gives up.
class InPlaceDiff {
 public:
  bool run(Node& before, Node& after) {
    if (!node(before, after)) return false;
    while (!levels_.empty())
      if (!step()) return false;
    return true;
  }
  std::vector<Change>& changes() { return changes_; }

 private:
  /// Where we are: in a node's arguments, in a list or in a map.
  struct Level {
    const Node* left_node = nullptr;
    const Node* right_node = nullptr;
    const Value* left = nullptr;  // the list or map
    const Value* right = nullptr;
    std::size_t next = 0;      // argument, element or entry
    std::size_t changes = 0;   // that there were before the last one
    bool has_changed = false;  // one of a list
  };

  /// The plain arguments first, as parents come before their children.
  bool node(const Node& left, const Node& right) {
    if (left.has_owners() || right.has_owners()) {
      const auto [known, is_fresh] = partner_.try_emplace(&left, Partner{&right, changes_.size(), changes_.size()});
      if (back_.try_emplace(&right, &left).first->second != &left || known->second.node != &right) return false;
      if (!is_fresh) return !known->second.has_changed();
    }
    if (left.target != right.target || left.kind != right.kind || left.overload() != right.overload() ||
        left.arguments.size() != right.arguments.size())
      return false;
    bool holds_any = false;
    for (std::size_t i = 0; i < left.arguments.size(); ++i) {
      const Argument& argument = left.arguments[i];
      const Value& other = right.arguments[i].value;
      if (argument.parameter != right.arguments[i].parameter) return false;
      if (argument.value.is_identical(other) && !other.may_hold_nodes()) continue;
      if (holds_nodes(argument.value) || holds_nodes(other))
        holds_any = true;
      else if (!plain(argument.value, other, left.target->parameters[argument.parameter].name, {}))
        return false;
    }
    if (holds_any) return enter({.left_node = &left, .right_node = &right});
    leave(left);
    return true;
  }

  /// Values that hold no nodes. `steps` within the argument.
  bool plain(const Value& left, const Value& right, std::string_view name, const std::string& steps) {
    if (left.is_identical(right) && !left.may_hold_nodes()) return true;
    if (left.is(Kind::list) && right.is(Kind::list)) {
      if (left.list().size() != right.list().size()) return false;
      const std::size_t before = changes_.size();
      for (std::size_t i = 0; i < left.list().size(); ++i) {
        if (equal(left.list()[i], right.list()[i])) continue;
        // Of several, one may stand for another.
        if (changes_.size() != before) return false;
        if (!plain(left.list()[i], right.list()[i], name, steps + "[" + std::to_string(i) + "]")) return false;
      }
      return true;
    }
    if (left.is(Kind::string) && right.is(Kind::string) ? left.string() == right.string() : equal(left, right))
      return true;
    if (left.is(Kind::map) || right.is(Kind::map) || maps_ != 0) return false;
    add(left, right, name, steps);
    return true;
  }

  bool enter(Level level) {
    level.changes = changes_.size();
    levels_.push_back(level);
    return true;
  }

  bool step() {
    Level& top = levels_.back();
    if (changes_.size() != top.changes) {
      // Of several elements that differ, one may stand for another.
      if (top.left != nullptr && top.has_changed) return false;
      top.has_changed = true;
      top.changes = changes_.size();
    }
    if (top.left_node != nullptr) return argument(top);
    return top.left->is(Kind::list) ? element(top) : entry(top);
  }

  bool argument(Level& top) {
    while (top.next < top.left_node->arguments.size()) {
      const Value& left = top.left_node->arguments[top.next].value;
      const Value& right = top.right_node->arguments[top.next].value;
      ++top.next;
      if (holds_nodes(left) || holds_nodes(right)) return value(left, right);
    }
    const Node& done = *top.left_node;
    levels_.pop_back();
    leave(done);
    return true;
  }

  bool element(Level& top) {
    const Value::List& left = top.left->list();
    const Value::List& right = top.right->list();
    const std::size_t depth = levels_.size();
    while (top.next < left.size()) {
      if (top.next == 0) begin_list(left, right);
      const std::size_t at = top.next++;
      ask(left, right, at + kAhead, 0);
      if (!value(left[at], right[at])) return false;
      if (levels_.size() != depth || changes_.size() != top.changes) return true;
    }
    levels_.pop_back();
    return true;
  }

  /// Asks for what lies ahead: the elements; and, where they are the children of an element themselves, the children of
  /// those that follow that one.
  void begin_list(const Value::List& left, const Value::List& right) {
    if (announced_ != &left)
      for (std::size_t i = 0; i < kAhead; ++i) ask(left, right, i, 0);
    announced_ = nullptr;
    if (levels_.size() < 3) return;
    const Level& outer = levels_[levels_.size() - 3];
    if (outer.left == nullptr || !outer.left->is(Kind::list)) return;
    const Value::List& siblings = outer.left->list();
    for (std::size_t steps = 1; steps <= 3; ++steps) ask(siblings, outer.right->list(), outer.next - 1 + steps, steps);
    if (outer.next < siblings.size() && siblings[outer.next].is(Kind::node))
      announced_ = last_list(*siblings[outer.next].node());
  }

  /// Of two lists, the elements of that number, if there are, are read soon; or their children, that many steps later.
  static void ask(const Value::List& left, const Value::List& right, std::size_t at, std::size_t steps) {
    if (at >= left.size()) return;
    for (const Value* element : {&left[at], &right[at]}) {
      if (!element->is(Kind::node)) continue;
      if (steps == 0)
        prefetch(*element->node());
      else
        prefetch_children(*element->node(), steps);
    }
  }

  bool entry(Level& top) {
    const Value::Map& left = top.left->map();
    const Value::Map& right = top.right->map();
    if (top.next == left.size()) {
      --maps_;
      levels_.pop_back();
      return true;
    }
    const std::size_t at = top.next++;
    return equal(left[at].first, right[at].first) && value(left[at].second, right[at].second);
  }

  /// What holds nodes, or stands beside such.
  bool value(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) return false;
    switch (left.kind()) {
      case Kind::node:
        return node(*left.node(), *right.node());
      case Kind::list:
        return left.list().size() == right.list().size() && enter({.left = &left, .right = &right});
      case Kind::map:
        // Keys may be what no path can say: what differs below is not looked at here.
        if (left.map().size() != right.map().size()) return false;
        ++maps_;
        return enter({.left = &left, .right = &right});
      default:
        return left.is_identical(right) || equal(left, right);
    }
  }

  void leave(const Node& left) {
    if (!left.has_owners()) return;
    if (const auto known = partner_.find(&left); known != partner_.end()) known->second.changes_after = changes_.size();
  }

  void add(const Value& left, const Value& right, std::string_view name, const std::string& steps) {
    std::string path;
    for (const Level& level : levels_) {
      if (level.left_node != nullptr) {
        const std::uint32_t parameter = level.left_node->arguments[level.next - 1].parameter;
        append_argument(path, level.left_node->target->parameters[parameter].name);
      } else {
        path += "[" + std::to_string(level.next - 1) + "]";
      }
    }
    path = join_argument(path, name);
    path += name.empty() && steps.empty() ? "[]" : steps;
    changes_.push_back({Change::Kind::changed, std::move(path), {left, {}, 0}, {right, {}, 0}});
  }

  struct Partner {
    const Node* node;
    std::size_t changes_before;
    std::size_t changes_after;
    bool has_changed() const { return changes_before != changes_after; }
  };
  std::vector<Level> levels_;
  const Value::List* announced_ = nullptr;  // on the left: its nodes were asked for
  std::vector<Change> changes_;
  std::size_t maps_ = 0;  // that we are in
  // Of nodes that several own: others are met once.
  std::unordered_map<const Node*, Partner> partner_;
  std::unordered_map<const Node*, const Node*> back_;
};

}  // namespace

std::optional<std::vector<Change>> diff_in_place(Node& before, Node& after) {
  InPlaceDiff diff;
  if (!diff.run(before, after)) return std::nullopt;
  return std::move(diff.changes());
}

}  // namespace run::detail
