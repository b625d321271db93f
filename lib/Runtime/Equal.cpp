// Whether two graphs say the same.
#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "KeyIndex.h"
#include "Walk.h"
#include "run/node.h"
#include "run/overload.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;

/// REQUIRES: of one kind, and of one that holds no other values.
bool plain_values(const Value& a, const Value& b) {
  switch (a.kind()) {
    case Kind::boolean:
      return a.boolean() == b.boolean();
    case Kind::integer:
      return a.integer() == b.integer();
    case Kind::natural:
      return a.natural() == b.natural();
    case Kind::real:
      return a.real() == b.real() || (std::isnan(a.real()) && std::isnan(b.real()));
    case Kind::string:
      return a.string() == b.string();
    case Kind::enumerator:
      return a.enumerator().bits == b.enumerator().bits && a.enumerator().type == b.enumerator().type;
    case Kind::function:
      return a.function().pointer == b.function().pointer && a.function().type == b.function().type;
    case Kind::opaque: {
      const Opaque& left = a.opaque();
      const Opaque& right = b.opaque();
      if (left.object == right.object) return true;
      return left.ops == right.ops && left.ops->equal != nullptr &&
             left.ops->equal(left.object.get(), right.object.get());
    }
    default:
      return true;  // nothing, or null
  }
}

class Comparison {
 public:
  bool values(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
      case Kind::list:
        return lists(a.list(), b.list());
      case Kind::map:
        return maps(a.map(), b.map());
      case Kind::node:
        pair(*a.node(), *b.node());
        return true;
      default:
        return plain_values(a, b);
    }
  }

  /// Notes that the two must be equal. They are not touched before it is their turn: nodes mostly lie in memory in the
  /// order in which they are met.
  void pair(Node& a, Node& b) { open_.emplace_back(&a, &b); }

  bool run() {
    while (!open_.empty()) {
      const auto [a, b] = open_.back();
      open_.pop_back();
      const std::size_t begin = open_.size();
      if (!nodes(*a, *b)) return false;
      std::reverse(open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
      ahead_.step(open_, begin, [](const auto& coming, const auto& ask) {
        ask(*coming.first);
        ask(*coming.second);
      });
    }
    return true;
  }

 private:
  bool lists(const Value::List& a, const Value::List& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (!values(a[i], b[i])) return false;
    return true;
  }

  /// In any order of the keys.
  bool maps(const Value::Map& a, const Value::Map& b) {
    if (a.size() != b.size()) return false;
    std::optional<KeyIndex> keys;  // of b, where their orders differ
    for (std::size_t i = 0; i < a.size(); ++i) {
      std::size_t j = i;
      if (!equal(a[i].first, b[j].first)) {
        if (!keys) keys.emplace(b);
        j = keys->find(a[i].first);
      }
      if (j == b.size() || !values(a[i].second, b[j].second)) return false;
    }
    return true;
  }

  /// Whether both have set the same arguments, in the same order.
  static bool same_names(const Node& a, const Node& b) {
    return std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
                      [](const Argument& one, const Argument& other) { return one.parameter == other.parameter; });
  }

  /// So many of the first arguments are the same number, text and the like in both.
  static std::size_t same_beginning(const Node& a, const Node& b) {
    const Argument* one = a.arguments.begin();
    const Argument* other = b.arguments.begin();
    const Argument* const end = one + std::min(a.arguments.size(), b.arguments.size());
    while (one != end && one->parameter == other->parameter && one->value.is_identical(other->value) &&
           !one->value.may_hold_nodes()) {
      ++one;
      ++other;
    }
    return static_cast<std::size_t>(one - a.arguments.begin());
  }

  bool nodes(Node& a, Node& b) {
    // A node that has one owner is met once, and has one partner.
    if (a.has_owners()) {
      const auto [known, is_fresh] = partner_.try_emplace(&a, &b);
      if (known->second != &b) return false;
      if (!is_fresh) return true;
    }
    if (b.has_owners() && back_.try_emplace(&b, &a).first->second != &a) return false;
    if (a.target != b.target || a.kind != b.kind) return false;
    if (a.overload() != b.overload() && overload_of(a) != overload_of(b)) return false;
    const std::size_t same = same_beginning(a, b);
    if (same == a.arguments.size() && same == b.arguments.size()) return true;
    if (same_names(a, b)) {
      for (std::size_t i = same; i < a.arguments.size(); ++i)
        if (!values(a.arguments[i].value, b.arguments[i].value)) return false;
      return true;
    }
    const auto half = [this](Node& one, Node& other, bool both) {
      for (const Argument& argument : one.arguments) {
        if (both && other.find(argument.parameter) != nullptr) continue;  // compared already
        const Value* value = other.find_or_default(argument.parameter);
        const Value* mine = one.find(argument.parameter);
        if (value == nullptr || !(both ? values(*value, *mine) : values(*mine, *value))) return false;
      }
      return true;
    };
    return half(a, b, false) && half(b, a, true);
  }

  std::unordered_map<const Node*, Node*> partner_;
  std::unordered_map<const Node*, Node*> back_;
  std::vector<std::pair<Node*, Node*>> open_;
  Lookahead ahead_;
};

}  // namespace

bool equal(Node& a, Node& b) {
  Comparison comparison;
  comparison.pair(a, b);
  return comparison.run();
}

bool equal(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (!a.may_hold_nodes()) return plain_values(a, b);
  Comparison comparison;
  return comparison.values(a, b) && comparison.run();
}

}  // namespace run::detail
