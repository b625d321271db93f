// A diff and a configuration => the configuration, changed: everything is found, compared and made first, then written.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "Cycles.h"
#include "DiffGraph.h"
#include "DiffPlaces.h"
#include "DocumentReader.h"
#include "Fit.h"
#include "Scalar.h"
#include "ValueText.h"
#include "run/diff.h"
#include "run/error.h"
#include "run/record.h"
#include "run/target_info.h"

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

std::string said(const Value* value) { return value == nullptr ? "nothing" : value->text(); }

/// What stands there and is not what was expected. Of two nodes that look alike, what differs.
std::string instead(const Value* value, const Value& expected) {
  const std::string text = said(value);
  if (value == nullptr || !value->is(Value::Kind::node) || text != expected.text()) return text;
  const Diff differs = diff(*expected.node(), *value->node());
  const std::string path = differs.empty() ? "" : differs.changes().front().path;
  return path.empty() ? text : "one with another `" + path + "`";
}

/// A change of what stands within one argument.
struct Edit {
  const Change* change;
  std::vector<PathStep> steps;
};

/// What happens to one node.
struct NodeEdit {
  const Change* retarget = nullptr;
  std::vector<std::string> order;  // of the arguments
  std::unordered_map<std::string, std::vector<Edit>> arguments;
};

class Patch {
 public:
  Patch(const Diff& diff, Node& root, Location where)
      : diff_(diff), root_(root), where_(where), places_(root), copy_([this](const NodePtr& node) {
          return of(node);
        }) {}

  void apply(const Wanted* wanted) {
    collect();
    for (Node* node : order_) tell([&] { becomes_.emplace_back(node, made(*node, edits_.find(node)->second)); });
    if (!problems_.empty()) throw Error(problems());
    check_root(wanted);
    check_cycles();
    check_retargeted();
    for (const auto& [node, made] : becomes_) {
      node->settle();
      note(*node, *made);
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

  NodePtr of(const NodePtr& node) {
    return node->target == &old_node_info() ? old_node(node->find(std::size_t{0})->string()) : nullptr;
  }
  NodePtr old_node(const std::string& path) {
    NodePtr node = places_.node(path);
    stays_.try_emplace(node.get(), nullptr);
    return node;
  }

  void collect() {
    for (const Change& change : diff_.changes()) {
      if (change.kind == Change::Kind::retargeted) {
        tell([&] { edit_of(*places_.node(change.path)).retarget = &change; });
        continue;
      }
      tell([&] {
        DiffPlace place = places_.place(change.path);
        NodeEdit& edit = edit_of(*place.node);
        const auto [known, fresh] = edit.arguments.try_emplace(place.argument);
        if (fresh) edit.order.push_back(place.argument);
        known->second.push_back({&change, std::move(place.steps)});
      });
    }
  }
  NodeEdit& edit_of(Node& node) {
    const auto [known, fresh] = edits_.try_emplace(&node);
    if (fresh) order_.push_back(&node);
    return known->second;
  }

  /// The node as it shall be.
  NodePtr made(Node& node, const NodeEdit& edit) {
    NodePtr made = Node::make(*node.target, node.kind, node.where);
    made->set_overload(node.overload());
    if (edit.retarget != nullptr) made = retargeted(node, *edit.retarget);
    for (const Argument& argument : node.arguments) {
      const std::string_view name = node.target->parameters[argument.parameter].name;
      const auto found = edit.arguments.find(std::string(name));
      if (found == edit.arguments.end()) {
        if (edit.retarget == nullptr)
          made->set(argument.parameter, argument.value, argument.where);
        else
          set(*made, made->target->index(name, edit.retarget->path), argument.value, argument.where, edit.retarget);
        continue;
      }
      const std::size_t parameter = made->target->find(name);
      const Types types = parameter == made->target->parameters.size()
                              ? node.target->parameters[argument.parameter].types
                              : made->target->parameters[parameter].types;
      Scope scope{&node, argument.parameter, made.get(), parameter};
      tell([&] {
        const Value value = rebuilt(&argument.value, found->second, 0, types, scope);
        if (!value.absent()) set(*made, made->target->index(name), value, where_, found->second.front().change);
      });
    }
    for (const std::string& name : edit.order) {
      const std::size_t old = node.target->find(name);
      if (old < node.target->parameters.size() && node.find(old) != nullptr) continue;
      const std::vector<Edit>& edits = edit.arguments.find(name)->second;
      tell([&] {
        const std::size_t parameter = made->target->index(name, edits.front().change->path);
        Scope scope{&node, old, made.get(), parameter};
        const Value value = rebuilt(nullptr, edits, 0, made->target->parameters[parameter].types, scope);
        if (!value.absent()) set(*made, parameter, value, where_, edits.front().change);
      });
    }
    return made;
  }

  NodePtr retargeted(Node& node, const Change& change) {
    const NodePtr before = bare(change.before);
    const NodePtr after = bare(change.after);
    if (before->target != node.target || before->kind != node.kind)
      conflict(change.path, Value(before).text(), Value(node.shared_from_this()).text());
    NodePtr made = Node::make(*after->target, after->kind, node.where);
    made->set_overload(after->overload());
    return made;
  }
  NodePtr bare(const DiffValue& value) {
    const Value node = value.text == nullptr ? value.value : reader(value).value(value.item, {});
    if (!node.is(Kind::node)) throw Error("expected a target, found " + node.text());
    return node.node();
  }

  /// What the value will be: nodes in it that become another target's are such already. Absent where it has none;
  /// `last` is the change of the last of them.
  Value as_it_becomes(const Value& value, const Change*& last) {
    last = nullptr;
    const Value becomes = Copier([&](const NodePtr& node) {
      const auto found = edits_.find(node.get());
      if (found == edits_.end() || found->second.retarget == nullptr) return node;
      last = found->second.retarget;
      return bare(last->after);
    })(value);
    return last == nullptr ? Value() : becomes;
  }

  void set(Node& made, std::size_t parameter, Value value, Location where, const Change* change) {
    Misfit misfit;
    const Types types = made.target->parameters[parameter].types;
    const Change* retarget = nullptr;
    Value becomes = value.may_hold_nodes() ? as_it_becomes(value, retarget) : Value();
    if (!fit(types, becomes.absent() ? value : becomes, misfit)) {
      const std::string path = change->kind == Change::Kind::retargeted
                                   ? join_argument(change->path, made.target->parameters[parameter].name)
                                   : change->path;
      throw Error(path + ": " + misfit.message());
    }
    if (!can_be_set(made, parameter)) throw Error(change->path + ": in place, only what is assigned can be set");
    if (!becomes.absent() && types.size() == 1) mark_shared(*types[0], value);
    made.set(parameter, std::move(value), where);
  }

  /// Whose argument a value is: before, and as it shall be.
  struct Scope {
    Node* before;
    std::size_t before_parameter;
    Node* after;
    std::size_t after_parameter;
  };

  /// What stands there after the edits, all of which begin with the same `depth` steps. Absent: nothing.
  Value rebuilt(const Value* value, std::vector<Edit> edits, std::size_t depth, Types types, const Scope& scope) {
    for (const Edit& edit : edits) {
      if (edit.steps.size() > depth) continue;
      if (edits.size() > 1) throw Error(edit.change->path + ": two changes concern it");
      return whole(value, *edit.change, types, scope, depth);
    }
    if (value == nullptr) throw Error(edits.front().change->path + ": there is nothing of which a part could change");
    if (value->is(Kind::list)) return list(value->list(), edits, depth, types, scope);
    if (value->is(Kind::map)) return map(value->map(), edits, depth, types, scope);
    throw Error(edits.front().change->path + ": expected a list or map, found " + value->text());
  }

  Value list(const Value::List& old, const std::vector<Edit>& edits, std::size_t depth, Types types,
             const Scope& scope) {
    std::map<std::size_t, std::vector<Edit>> within;  // by the old numbers
    std::map<std::size_t, Edit> added;                // by the new ones
    for (const Edit& edit : edits) {
      const std::size_t index = number(edit, depth);
      const bool is_new = edit.steps.size() == depth + 1 && edit.change->before.absent();
      if (!is_new && index >= old.size())
        throw Error(edit.change->path + ": there is no element [" + std::to_string(index) + "]: there are " +
                    std::to_string(old.size()));
      if (!is_new) within[index].push_back(edit);
      if (is_new && !added.emplace(index, edit).second) throw Error(edit.change->path + ": two changes concern it");
    }
    Value::List list;
    list.reserve(old.size() + added.size());
    auto next = added.begin();
    const auto add = [&] {
      for (; next != added.end() && next->first == list.size(); ++next)
        list.push_back(whole(nullptr, *next->second.change, parts(types, next->first), scope, depth + 1));
    };
    auto edited = within.begin();
    for (std::size_t i = 0; i < old.size(); ++i) {
      add();
      if (edited == within.end() || edited->first != i) {
        list.push_back(old[i]);
        continue;
      }
      Value value = rebuilt(&old[i], edited->second, depth + 1, parts(types, i), scope);
      if (!value.absent()) list.push_back(std::move(value));
      ++edited;
    }
    add();
    if (next != added.end())
      throw Error(next->second.change->path + ": no element can be added there: there are " +
                  std::to_string(list.size()));
    return Value(std::move(list));
  }

  Value map(const Value::Map& old, const std::vector<Edit>& edits, std::size_t depth, Types types, const Scope& scope) {
    std::map<std::size_t, std::vector<Edit>> within;
    std::vector<Edit> added;
    std::unordered_set<std::string> new_keys;
    for (const Edit& edit : edits) {
      const std::size_t index = places_.entry(old, edit.steps[depth]);
      if (index < old.size()) {
        within[index].push_back(edit);
      } else if (edit.steps.size() > depth + 1 || !edit.change->before.absent()) {
        throw Error(edit.change->path + ": there is no such key");
      } else if (!new_keys.insert(step_to_key(edit.steps[depth], old)).second) {
        throw Error(edit.change->path + ": two changes concern it");
      } else {
        added.push_back(edit);
      }
    }
    Value::Map map;
    auto edited = within.begin();
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (edited == within.end() || edited->first != i) {
        map.push_back(old[i]);
        continue;
      }
      Value value = rebuilt(&old[i].second, edited->second, depth + 1, parts(types, 0), scope);
      if (!value.absent()) map.emplace_back(old[i].first, std::move(value));
      ++edited;
    }
    for (const Edit& edit : added)
      map.emplace_back(key(edit, depth, types, old), whole(nullptr, *edit.change, parts(types, 0), scope, depth + 1));
    return Value(std::move(map));
  }

  /// A key that the map does not have yet.
  static Value key(const Edit& edit, std::size_t depth, Types types, const Value::Map& old) {
    const PathStep& step = edit.steps[depth];
    for (const Type* type : types) {
      const Type& map = type->opened();
      if (map.kind != TypeKind::map) continue;
      const TypeKind kind = map.parts[0]->opened().kind;
      const bool as_text = step.is_quoted || kind == TypeKind::text || kind == TypeKind::codec;
      Value key = as_text ? Value(step.text) : plain_scalar(step.text);
      Misfit misfit;
      if (!fit(*map.parts[0], key, misfit)) throw Error(edit.change->path + ": its keys: " + misfit.message());
      return key;
    }
    const bool as_text = step.is_quoted || (!old.empty() && old.front().first.is(Kind::string));
    return as_text ? Value(step.text) : plain_scalar(step.text);
  }
  static std::size_t number(const Edit& edit, std::size_t depth) {
    std::size_t index = 0;
    for (const char c : edit.steps[depth].text) {
      if (c < '0' || c > '9' || index > 1'000'000'000)
        throw Error(edit.change->path + ": expected the number of an element, found `" + edit.steps[depth].text + "`");
      index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index;
  }

  std::vector<const Type*> parts(Types types, std::size_t index) const {
    std::vector<const Type*> parts;
    for (const Type* type : types)
      if (const Type* part = part_of(*type, index)) parts.push_back(part);
    return parts;
  }

  /// The value after a change that concerns it as a whole; absent where it is removed.
  Value whole(const Value* value, const Change& change, Types types, const Scope& scope, std::size_t depth) {
    if (change.before.absent()) {
      if (value != nullptr) conflict(change.path, "nothing", value->text());
    } else {
      const bool is_old = scope.before != nullptr && depth == 0;
      const Types old_types = is_old ? scope.before->target->parameters[scope.before_parameter].types : types;
      const Value before =
          typed(change.before, change.path, old_types, depth == 0 ? scope.before : nullptr, scope.before_parameter);
      if (value == nullptr || !same(*value, before)) conflict(change.path, before.text(), instead(value, before));
    }
    return typed(change.after, change.path, types, depth == 0 ? scope.after : nullptr, scope.after_parameter);
  }

  /// Whether what stands there is what the diff found. Nodes that stay somewhere are compared as such: what is below
  /// them has changes of its own.
  bool same(const Value& value, const Value& expected) {
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
  Value typed(const DiffValue& value, const std::string& path, Types types, const Node* owner, std::size_t parameter) {
    if (value.absent()) return {};
    if (value.text == nullptr) return copy_(value.value);
    DocumentReader& reader = this->reader(value);
    const Item& item = (*value.text)[value.item];
    const bool in_place =
        item.is(Item::Kind::mapping) && value.text->find(value.item, "_in_place_") != value.text->size();
    if (in_place && owner != nullptr) return reader.argument(value.item, *owner, parameter);
    reader.set_path(path);
    Value read = reader.value(value.item, types);
    reader.set_path({});
    return read;
  }

  DocumentReader& reader(const DiffValue& value) {
    const auto [known, fresh] = readers_.try_emplace(value.text.get(), *value.text);
    if (fresh) {
      known->second.old_node = [this](std::string_view path) { return old_node(std::string(path)); };
      known->second.takes_anything = true;
    }
    return known->second;
  }

  [[noreturn]] static void conflict(const std::string& path, const std::string& expected, const std::string& found) {
    throw Error((path.empty() ? "" : path + ": ") + "the diff expects " + expected + ", found " + found);
  }

  void check_root(const Wanted* wanted) const {
    if (wanted == nullptr || becomes_.empty()) return;
    const auto found =
        std::find_if(becomes_.begin(), becomes_.end(), [&](const auto& one) { return one.first == &root_; });
    if (found == becomes_.end()) return;
    if (!is_wanted(*found->second, *wanted))
      throw Error("the diff makes it " + Value(found->second).text() + ", which is no " +
                  (wanted->kind == NodeKind::partial ? "partial " : "") + wanted->result.name());
  }

  /// What is equal to the diff's old configuration stays free of cycles; others need not.
  void check_cycles() const {
    std::unordered_map<const Node*, const Node*> now;
    for (const auto& [node, made] : becomes_) now.emplace(node, made.get());
    const Node* held = find_cycle({&root_}, [&](const Node& node, const auto& visit) {
      const auto replaced = now.find(&node);
      each_child(replaced == now.end() ? node : *replaced->second, [&](const NodePtr& child) { visit(*child); });
    });
    if (held != nullptr)
      throw Error("the diff would make a configuration that holds itself: " + held->target->display());
  }

  /// What becomes another target's fits where it is held, also by nodes that the diff does not name.
  void check_retargeted() {
    const auto is_retargeted = [](const auto& edit) { return edit.second.retarget != nullptr; };
    if (std::none_of(edits_.begin(), edits_.end(), is_retargeted)) return;
    std::unordered_map<const Node*, const Node*> now;
    for (const auto& [node, made] : becomes_) now.emplace(node, made.get());
    std::vector<const Node*> open{&root_};
    std::unordered_set<const Node*> seen(open.begin(), open.end());
    while (!open.empty()) {
      const auto replaced = now.find(open.back());
      const Node& node = replaced == now.end() ? *open.back() : *replaced->second;
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
  DiffPlaces places_;
  Copier copy_;
  std::unordered_map<const Document*, DocumentReader> readers_;
  std::unordered_map<const Node*, NodePtr> stays_;  // nodes that the diff names by their path; what stands for them
  std::unordered_map<Node*, NodeEdit> edits_;
  std::vector<Node*> order_;
  std::vector<std::pair<Node*, NodePtr>> becomes_;
  std::vector<std::string> problems_;
};

}  // namespace

void apply(const Diff& diff, Node& root, const Wanted* wanted, Location where) {
  Patch(diff, root, where).apply(wanted);
}

}  // namespace run::detail
