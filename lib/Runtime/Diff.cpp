// Two configurations => the changes that turn one into the other.
#include "run/diff.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "DiffGraph.h"
#include "DiffInPlace.h"
#include "DiffMatch.h"
#include "Fit.h"
#include "ValueText.h"
#include "Walk.h"
#include "run/overload.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

struct OldNode {};

NodePtr old_node(std::string path) {
  auto node = Node::make(old_node_info(), NodeKind::config, Location());
  node->set(0, Value(std::move(path)), {});
  return node;
}

/// A node of that target without arguments.
Value bare(Node& node) {
  auto made = Node::make(*node.target, node.kind, Location());
  made->set_overload(needs_overload(node) ? node.overload() : nullptr);
  return Value(made);
}

class Differ {
 public:
  Differ(Node& before, Node& after)
      : a_(before),
        b_(after),
        match_(a_, b_),
        stays_(a_.size()),
        copy_a_([this](const NodePtr& node) { return of_a(node); }),
        copy_b_([this](const NodePtr& node) { return of_b(node); }) {}

  Diff run() {
    stays_[0] = true;
    for (node_ = 0; node_ < a_.size(); ++node_) {
      path_.reset();
      if (const NodeNumber later = node_ + NodeNumber{kAhead}; later < a_.size()) {
        prefetch(a_.node(later));
        if (match_.in_b(later) != kNoNode) prefetch(b_.node(match_.in_b(later)));
      }
      if (match_.in_b(node_) != kNoNode) nodes(a_.entered(node_), b_.entered(match_.in_b(node_)));
    }
    std::vector<Change> changes;
    changes.reserve(found_.size());
    for (Found& found : found_) {
      if (found.change.kind != Change::Kind::retargeted) found.change.kind = kind_of(found);
      changes.push_back(std::move(found.change));
    }
    return Diff(std::move(changes));
  }

 private:
  struct Found {
    Change change;
    NodeNumber left = kNoNode;   // the whole node that stood there
    NodeNumber right = kNoNode;  // the whole node that stands there now
  };

  NodePtr of_a(const NodePtr& node) const {
    const NodeNumber number = a_.number(*node);
    return match_.in_b(number) == kNoNode ? nullptr : old_node(a_.path(number));
  }
  NodePtr of_b(const NodePtr& node) const {
    const NodeNumber number = match_.in_a(b_.number(*node));
    return number == kNoNode ? nullptr : old_node(a_.path(number));
  }

  Change::Kind kind_of(Found& found) {
    const NodeNumber old = found.right == kNoNode ? kNoNode : match_.in_a(found.right);
    if (old != kNoNode) {
      const bool is_elsewhere = stays_[old];
      stays_[old] = true;
      return is_elsewhere ? Change::Kind::shared : Change::Kind::moved;
    }
    if (found.change.before.absent()) return Change::Kind::added;
    if (found.change.after.absent()) return Change::Kind::removed;
    const bool was_shared = found.right != kNoNode && found.left != kNoNode && stays_[found.left];
    if (!was_shared) return Change::Kind::changed;
    // Where it stays; its own path may be this very place.
    const auto other = stays_at_.find(found.left);
    if (other != stays_at_.end()) found.change.before.value = Value(old_node(other->second));
    return Change::Kind::unshared;
  }

  void nodes(Node& left, Node& right) {
    if (left.target != right.target || left.kind != right.kind ||
        (left.overload() != right.overload() && overload_of(left) != overload_of(right)))
      found_.push_back({{Change::Kind::retargeted, node_path(), {bare(left), {}, 0}, {bare(right), {}, 0}}});
    for (const Argument& argument : right.arguments) {
      const std::string_view name = right.target->parameters[argument.parameter].name;
      const std::size_t parameter = left.target == right.target ? argument.parameter : left.target->find(name);
      const Value* before = parameter < left.target->parameters.size() ? left.find(parameter) : nullptr;
      name_ = name;
      if (before != nullptr)
        values(*before, argument.value);
      else if (!is_default(right, argument.parameter, argument.value, b_))
        add(nullptr, &argument.value);
    }
    for (const Argument& argument : left.arguments) {
      name_ = left.target->parameters[argument.parameter].name;
      const std::size_t parameter = left.target == right.target ? argument.parameter : right.target->find(name_);
      const bool is_known = parameter < right.target->parameters.size();
      if (is_known && right.find(parameter) != nullptr) continue;
      if (!is_known || !is_default(right, parameter, argument.value, a_) || holds_what_moved(argument.value))
        add(&argument.value, nullptr);
    }
  }

  /// Whether leaving the argument of `node` unset says the same as the value, which is one of `graph`.
  static bool is_default(const Node& node, std::size_t parameter, const Value& value, const DiffGraph& graph) {
    const Parameter& described = node.target->parameters[parameter];
    if (node.kind == NodeKind::in_place || described.initial.value == nullptr) return false;
    Value initial = described.initial.value();
    Misfit misfit;
    return !initial.absent() && fit(described.types, initial, misfit) && equal(initial, value) &&
           !holds_shared(value, graph);
  }

  /// Whether something else holds a node of the value, too.
  static bool holds_shared(const Value& value, const DiffGraph& graph) {
    return any_node(value, [&](const Node& node) { return graph.uses(graph.number(node)) > 1; });
  }

  /// Whether a node of the old value, which is there no more, stands elsewhere.
  bool holds_what_moved(const Value& value) const {
    return any_node(value, [&](const Node& node) { return match_.in_b(a_.number(node)) != kNoNode; });
  }

  template <class Test>
  static bool any_node(const Value& value, const Test& test) {
    bool any = false;
    each_node(value, [&](const NodePtr& root) {
      for (const Node* node : reachable(*root)) any = any || test(*node);
    });
    return any;
  }

  void values(const Value& left, const Value& right) {
    if (left.is_identical(right) && !left.may_hold_nodes()) return;
    if (left.kind() != right.kind()) return add(&left, &right);
    switch (left.kind()) {
      case Kind::node: {
        const NodeNumber number = a_.number(*left.node());
        if (match_.in_b(number) != b_.number(*right.node())) return add(&left, &right);
        stays_[number] = true;
        if (a_.uses(number) > 1 && !stays_at_.contains(number)) stays_at_.emplace(number, place());
        return;
      }
      case Kind::list:
        if (holds_nodes(left) || holds_nodes(right) || !equal(left, right)) lists(left.list(), right.list());
        return;
      case Kind::map:
        if (holds_nodes(left) || holds_nodes(right) || !equal(left, right)) maps(left, right);
        return;
      default:
        if (!equal(left, right)) add(&left, &right);
    }
  }

  void lists(const Value::List& left, const Value::List& right) {
    std::size_t i = 0;
    std::size_t j = 0;
    const auto skip_to = [&](std::size_t next_i, std::size_t next_j) {
      for (; i < next_i; ++i) below({i, {}}, &left[i], nullptr);
      for (; j < next_j; ++j) below({j, {}}, nullptr, &right[j]);
    };
    for (const auto& [next_i, next_j] : paired(a_, b_, left, right)) {
      skip_to(next_i, next_j);
      below({i, {}}, &left[i], &right[j]);
      ++i;
      ++j;
    }
    skip_to(left.size(), right.size());
  }

  void maps(const Value& left, const Value& right) {
    const auto pairs = paired(left.map(), right.map());
    if (!pairs) {
      if (!equal(left, right) || holds_shared(left, a_) || holds_shared(right, b_)) add(&left, &right);
      return;
    }
    for (const auto& [i, j] : *pairs)
      below({0, key_step(i != kNoNode ? left.map()[i].first : right.map()[j].first)},
            i != kNoNode ? &left.map()[i].second : nullptr, j != kNoNode ? &right.map()[j].second : nullptr);
  }

  /// Of a list or, where there is a key, of a map. Its text is made where it is needed.
  struct Step {
    std::size_t index;
    std::string key;
    std::string text() const { return key.empty() ? "[" + std::to_string(index) + "]" : key; }
  };

  void below(Step step, const Value* left, const Value* right) {
    steps_.push_back(std::move(step));
    if (left != nullptr && right != nullptr)
      values(*left, *right);
    else
      add(left, right);
    steps_.pop_back();
  }

  /// A change at the place where we are.
  void add(const Value* left, const Value* right) {
    Found found;
    const auto number = [](const DiffGraph& graph, const Value* value) {
      return value != nullptr && value->is(Kind::node) ? graph.number(*value->node()) : kNoNode;
    };
    found.left = number(a_, left);
    found.right = number(b_, right);
    found.change.path = place();
    if (left != nullptr) found.change.before.value = copy_a_(*left);
    if (right != nullptr) found.change.after.value = copy_b_(*right);
    found_.push_back(std::move(found));
  }

  const std::string& node_path() {
    if (!path_) path_ = a_.path(node_);
    return *path_;
  }
  std::string place() {
    std::string path = join_argument(node_path(), name_);
    if (name_.empty() && steps_.empty()) path += "[]";  // the content of a container, as a whole
    for (const Step& step : steps_) path += step.text();
    return path;
  }

  DiffGraph a_;
  DiffGraph b_;
  DiffMatch match_;
  std::vector<bool> stays_;                               // nodes of a that stand somewhere as they stood
  std::unordered_map<NodeNumber, std::string> stays_at_;  // where, of those that several hold
  std::vector<Found> found_;
  Copier copy_a_;
  Copier copy_b_;
  // Where we are: a node of a, an argument, steps within it.
  NodeNumber node_ = 0;
  std::optional<std::string> path_;
  std::string_view name_;
  std::vector<Step> steps_;
};

}  // namespace

const TargetInfo& old_node_info() {
  static constexpr Parameter kPath[] = {parameter<std::string>("path")};
  static const TargetInfo info = [] {
    TargetInfo made;
    made.name = "run::diff::old";
    made.parameters = kPath;
    made.result = &type_of<OldNode>;
    made.object = &type_of<OldNode>;
    return made;
  }();
  return info;
}

Diff diff(Node& before, Node& after) {
  if (std::optional<std::vector<Change>> changes = diff_in_place(before, after)) return Diff(std::move(*changes));
  if (equal(before, after)) return {};
  return Differ(before, after).run();
}

}  // namespace run::detail
