// A diff and a configuration => the configuration, changed: everything is found, compared and made first, then written.
#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "Cycles.h"
#include "DiffEdits.h"
#include "DiffGraph.h"
#include "DocumentReader.h"
#include "Fit.h"
#include "Others.h"
#include "ValueText.h"
#include "run/diff.h"
#include "run/error.h"
#include "run/record.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

/// What happens to one node.
struct NodeEdit {
  const Change* retarget = nullptr;
  std::vector<std::string> order;  // of the arguments
  std::unordered_map<std::string, Edits> arguments;
  std::vector<std::size_t> defaults;  // that become arguments, as something in them changes
};

class Patch {
 public:
  Patch(const Diff& diff, Node& root, Location where) : diff_(diff), root_(root), where_(where), values_(root) {}

  void apply(const Wanted* wanted) {
    collect();
    for (Node* node : order_) tell([&] { becomes_.emplace_back(node, made(*node, edits_.find(node)->second)); });
    if (!problems_.empty()) throw Error(problems());
    for (const auto& [node, made] : becomes_) now_.emplace(node, made.get());
    check_root(wanted);
    check_cycles();
    check_retargeted();
    for (const auto& [node, made] : becomes_) node->settle();
    if (const Others now = others(); !now.empty()) record_others(root_, now, where_);
    for (const auto& [node, made] : becomes_) {
      note(*node, *made);
      if (node->target != made->target) node->where = where_;
      node->become(std::move(*made));
    }
  }

 private:
  /// What several changes run into is told together.
  template <class Step>
  void tell(const Step& step) {
    try {
      step();
    } catch (const Error& error) {
      problems_.emplace_back(error.what());
    }
  }
  std::string problems() const {
    constexpr std::size_t kMost = 20;
    std::string all;
    for (std::size_t i = 0; i < std::min(kMost, problems_.size()); ++i) all += (i == 0 ? "" : "\n") + problems_[i];
    if (problems_.size() > kMost) all += "\nand " + std::to_string(problems_.size() - kMost) + " more";
    return all;
  }

  /// Into the node's history, what is about to change.
  void note(Node& node, const Node& made) const {
    for (const std::string& name : edits_.find(&node)->second.order) {
      const std::size_t parameter = node.target->find(name);
      if (parameter == node.target->parameters.size()) continue;
      const std::size_t now = made.target->find(name);
      const bool is_set = now < made.target->parameters.size() && made.find(now) != nullptr;
      record(node, parameter, where_, is_set ? How::set : How::unset);
    }
  }

  Others others() const {
    Others all;
    for (const auto& [node, made] : becomes_)
      if (is_retargeted(*node)) all.emplace(node, made);
    return all;
  }
  bool is_retargeted(const Node& node) const {
    const auto found = edits_.find(const_cast<Node*>(&node));
    return found != edits_.end() && found->second.retarget != nullptr;
  }

  void collect() {
    for (const Change& change : diff_.changes()) {
      if (change.kind == Change::Kind::retargeted) {
        tell([&] { edit_of(*values_.places().node(change.path)).retarget = &change; });
        continue;
      }
      tell([&] {
        DiffPlace place = values_.places().place(change.path);
        NodeEdit& edit = edit_of(*place.node);
        const auto [known, fresh] = edit.arguments.try_emplace(place.argument);
        if (fresh) edit.order.push_back(place.argument);
        known->second.push_back(&all_.emplace_back(Edit{&change, std::move(place.steps)}));
      });
    }
  }
  NodeEdit& edit_of(Node& node) {
    const auto [known, fresh] = edits_.try_emplace(&node);
    if (!fresh) return known->second;
    order_.push_back(&node);
    NodeEdit& edit = known->second;
    if (Node* owner = node.default_of()) {
      std::vector<std::size_t>& defaults = edit_of(*owner).defaults;
      if (std::find(defaults.begin(), defaults.end(), node.default_parameter()) == defaults.end())
        defaults.push_back(node.default_parameter());
    }
    return edit;
  }

  /// The node as it shall be.
  NodePtr made(Node& node, const NodeEdit& edit) {
    const NodePtr made = edit.retarget != nullptr ? retargeted(node, *edit.retarget) : bare(node, node);
    const auto take = [&](const Argument& argument) {
      const std::string name(node.target->parameters[argument.parameter].name);
      if (const auto found = edit.arguments.find(name); found != edit.arguments.end())
        edit_argument({&node, argument.parameter}, *made, name, found->second);
      else if (edit.retarget == nullptr)
        made->set(argument.parameter, argument.value, stays_from(argument));
      else
        set(*made, made->target->index(name, edit.retarget->path), argument.value, stays_from(argument),
            *edit.retarget);
    };
    std::for_each(node.arguments.begin(), node.arguments.end(), take);
    for (const std::size_t parameter : edit.defaults)
      if (!edit.arguments.contains(std::string(node.target->parameters[parameter].name)))
        take({static_cast<std::uint32_t>(parameter), Value(*node.find_default(parameter)), {}});
    for (const std::string& name : edit.order) {
      const std::size_t parameter = node.target->find(name);
      if (parameter == node.target->parameters.size())
        edit_argument({}, *made, name, edit.arguments.find(name)->second);
      else if (node.find(parameter) == nullptr)
        edit_argument({&node, parameter}, *made, name, edit.arguments.find(name)->second);
    }
    return made;
  }

  /// Where the argument, which no change is about, is said to be set: here, if what it holds becomes of another target.
  PackedLocation stays_from(const Argument& argument) const {
    const bool is_new = argument.value.is(Value::Kind::node) && is_retargeted(*argument.value.node());
    return is_new ? PackedLocation(where_) : argument.where;
  }

  void edit_argument(EditedArgument before, Node& made, const std::string& name, const Edits& edits) {
    const Change& change = *edits.front()->change;
    const std::size_t parameter = made.target->find(name);
    const bool stays = parameter < made.target->parameters.size();
    const EditedArgument after = stays ? EditedArgument{&made, parameter} : EditedArgument();
    const EditedArgument& known = stays ? after : before;
    tell([&] {
      if (known.node == nullptr) made.target->index(name, change.path);  // throws
      const Value* value = before.node == nullptr ? nullptr : before.node->find(before.parameter);
      Value edited = values_.edited(value, edits, known.node->target->parameters[known.parameter].types, before, after);
      if (!edited.absent()) set(made, made.target->index(name, change.path), std::move(edited), where_, change);
    });
  }

  /// Without arguments, in the place of `node`.
  static NodePtr bare(const Node& like, const Node& node) {
    NodePtr made = Node::make(*like.target, like.kind, node.where);
    made->set_overload(like.overload());
    return made;
  }
  NodePtr retargeted(Node& node, const Change& change) {
    const NodePtr before = values_.target(change.before);
    const NodePtr after = values_.target(change.after);
    if (before->target != node.target || before->kind != node.kind)
      DiffEdits::conflict(change.path, Value(before).text(), Value(node.shared_from_this()).text());
    return bare(*after, node);
  }

  /// What the value will be: nodes in it that become another target's are such already. Absent where it has none;
  /// `last` is the change of the last of them.
  Value as_it_becomes(const Value& value, const Change*& last) {
    last = nullptr;
    const Value becomes = Copier([&](const NodePtr& node) {
      const auto found = edits_.find(node.get());
      if (found == edits_.end() || found->second.retarget == nullptr) return node;
      last = found->second.retarget;
      return values_.target(last->after);
    })(value);
    return last == nullptr ? Value() : becomes;
  }

  void set(Node& made, std::size_t parameter, Value value, Location where, const Change& change) {
    Misfit misfit;
    const Types types = made.target->parameters[parameter].types;
    const Change* retarget = nullptr;
    Value becomes = value.may_hold_nodes() ? as_it_becomes(value, retarget) : Value();
    if (!fit(types, becomes.absent() ? value : becomes, misfit)) {
      const std::string path = change.kind == Change::Kind::retargeted
                                   ? join_argument(change.path, made.target->parameters[parameter].name)
                                   : change.path;
      throw Error(path + ": " + misfit.message());
    }
    if (!can_be_set(made, parameter)) throw Error(change.path + ": in place, only what is assigned can be set");
    if (!becomes.absent() && types.size() == 1) mark_shared(*types[0], value);
    made.set(parameter, std::move(value), where);
  }

  void check_root(const Wanted* wanted) const {
    const auto found = now_.find(&root_);
    if (wanted == nullptr || found == now_.end() || is_wanted(*found->second, *wanted)) return;
    throw Error("the diff makes it " + Value(found->second->shared_from_this()).text() + ", which is no " +
                (wanted->kind == NodeKind::partial ? "partial " : "") + wanted->result.name());
  }

  Node& as_it_will_be(Node& node) const {
    const auto found = now_.find(&node);
    return found == now_.end() ? node : *found->second;
  }

  /// What is equal to the diff's old configuration stays free of cycles; others need not.
  void check_cycles() const {
    const Node* held = find_cycle({&root_}, [&](const Node& node, const auto& visit) {
      each_child(as_it_will_be(const_cast<Node&>(node)), [&](const NodePtr& child) { visit(*child); });
    });
    if (held != nullptr)
      throw Error("the diff would make a configuration that holds itself: " + held->target->display());
  }

  /// What becomes another target's fits where it is held, also by nodes that the diff does not name.
  void check_retargeted() {
    if (others().empty()) return;
    std::vector<Node*> open{&root_};
    std::unordered_set<const Node*> seen(open.begin(), open.end());
    while (!open.empty()) {
      const Node& node = as_it_will_be(*open.back());
      open.pop_back();
      for (const Argument& argument : node.arguments) {
        if (!argument.value.may_hold_nodes()) continue;
        const Change* retarget = nullptr;
        Value becomes = as_it_becomes(argument.value, retarget);
        Misfit misfit;
        if (retarget != nullptr && !fit(node.target->parameters[argument.parameter].types, becomes, misfit))
          throw Error(retarget->path + ": " + misfit.message());
        each_node(argument.value, [&](const NodePtr& child) {
          if (seen.insert(child.get()).second) open.push_back(child.get());
        });
      }
    }
  }

  const Diff& diff_;
  Node& root_;
  const Location where_;
  DiffEdits values_;
  std::deque<Edit> all_;
  std::unordered_map<Node*, NodeEdit> edits_;
  std::vector<Node*> order_;
  std::vector<std::pair<Node*, NodePtr>> becomes_;
  std::unordered_map<const Node*, Node*> now_;  // of each node that changes, what it becomes
  std::vector<std::string> problems_;
};

}  // namespace

void apply(const Diff& diff, Node& root, const Wanted* wanted, Location where) {
  Patch(diff, root, where).apply(wanted);
}

}  // namespace run::detail
