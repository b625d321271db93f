// A node's arguments => the constructor that takes them.
#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "Fit.h"
#include "Session.h"
#include "run/built.h"
#include "run/make.h"
#include "run/overload.h"
#include "run/target_info.h"

namespace run {

std::string OverloadInfo::text() const {
  std::string text;
  for (const Part& part : parts) {
    if (!text.empty()) text += ", ";
    if (part.passing == Passing::constant) text += "const ";
    text += part.type->name();
    if (part.passing == Passing::constant || part.passing == Passing::lvalue) text += "&";
    if (part.passing == Passing::rvalue) text += "&&";
  }
  return text;
}

std::string OverloadInfo::parameters() const {
  std::string all = "(";
  all += text();
  return all += ')';
}

Signatures::Signatures(std::initializer_list<Entry> all) {
  struct Kept {
    std::vector<std::vector<detail::Choice>> choices;
    std::vector<detail::CallForm> forms;
  };
  const auto kept = std::make_shared<Kept>();
  kept->choices.reserve(all.size());
  for (const Entry& entry : all) kept->forms.push_back({kept->choices.emplace_back(entry.choices), entry.overload});
  list_ = kept->forms;
  owner_ = kept;
}

const OverloadInfo* Signatures::find(std::string_view text) const {
  for (const detail::CallForm& signature : list_)
    if (detail::dotted(signature.overload->text()) == detail::dotted(text)) return signature.overload;
  return nullptr;
}

namespace detail {
namespace {

struct Candidate {
  bool has_all = false;
  bool is_exact = true;
  std::string_view lacks;
};

Candidate consider(Node& node, const CallForm& signature, std::size_t set) {
  const TargetInfo& target = *node.target;
  Candidate candidate;
  std::size_t has_set = 0;
  bool fits = true;
  for (const Choice& choice : signature.choices) {
    if (const Value* value = node.find(choice.parameter)) {
      ++has_set;
      if (choice.type == nullptr || fits_exactly(*value, *choice.type)) continue;
      candidate.is_exact = false;
      Value attempt = *value;
      fits = fits && fit(*choice.type, attempt);
    } else if (candidate.lacks.empty() && (choice.is_required || node.find_default(choice.parameter) == nullptr)) {
      candidate.lacks = target.parameters[choice.parameter].name;
    }
  }
  candidate.has_all = fits && has_set == set;
  return candidate;
}

std::size_t count_in_constructor(const Node& node) {
  return static_cast<std::size_t>(std::count_if(
      node.arguments.begin(), node.arguments.end(),
      [&](const Argument& argument) { return node.target->parameters[argument.parameter].in_constructor(); }));
}

std::size_t count_moved(const CallForm& signature) {
  if (signature.overload == nullptr) return 0;
  return static_cast<std::size_t>(
      std::count_if(signature.overload->parts.begin(), signature.overload->parts.end(),
                    [](const OverloadInfo::Part& part) { return part.passing == OverloadInfo::Passing::rvalue; }));
}

bool is_of_same(const Choice& one, const Choice& other) { return one.is_of_same(other); }

bool leaves_to_default(const CallForm& form, std::size_t parameter) {
  return std::any_of(form.choices.begin(), form.choices.end(),
                     [&](const Choice& choice) { return choice.parameter == parameter && !choice.is_required; });
}

/// Of overloads for lvalues and rvalues of the same types, that for rvalues: what is built belongs to the call.
void prefer_moving(std::vector<std::size_t>& ties, Span<const CallForm> signatures) {
  const CallForm& first = signatures[ties.front()];
  std::size_t best = ties.front();
  std::size_t most = count_moved(first);
  bool is_only = true;
  for (const std::size_t tie : ties) {
    const CallForm& other = signatures[tie];
    if (!std::equal(first.choices.begin(), first.choices.end(), other.choices.begin(), other.choices.end(), is_of_same))
      return;
    if (tie == ties.front()) continue;
    const std::size_t moved = count_moved(other);
    if (moved == most) is_only = false;
    if (moved <= most) continue;
    best = tie;
    most = moved;
    is_only = true;
  }
  if (is_only) ties = {best};
}

}  // namespace

std::size_t choose_at_once(const Node& node, const CallFormList& signatures) {
  if (node.overload() != nullptr) return Chosen::kNone;
  std::size_t set = node.arguments.size();
  if (node.target->set != nullptr) set = count_in_constructor(node);
  // Constructor parameters are in order: where the last is the set-th, all up to it are set, and no other.
  const bool is_dense = set != 0 && set == node.arguments.size() && node.arguments[set - 1].parameter == set - 1 &&
                        node.target->set == nullptr;
  std::size_t found = Chosen::kNone;
  for (std::size_t index = 0; index < signatures.size(); ++index) {
    // One that takes fewer cannot take all; one that takes more leaves some to their defaults.
    if (signatures[index].size() != set) continue;
    bool takes_all = true;
    for (const Choice& choice : signatures[index]) {
      if (choice.type != nullptr) return Chosen::kNone;  // types tell the signatures apart: they are looked at
      takes_all &= is_dense ? choice.parameter < set : node.find(choice.parameter) != nullptr;
    }
    if (!takes_all) continue;
    if (found != Chosen::kNone) return Chosen::kNone;
    found = index;
  }
  return found;
}

Chosen choose(Node& node, Span<const CallForm> signatures, const OverloadInfo* preferred) {
  const std::size_t set = count_in_constructor(node);
  Chosen chosen;
  std::size_t least = Chosen::kNone;
  bool is_preferred = false;
  std::vector<std::size_t> exact;
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    const CallForm& signature = signatures[i];
    const Candidate candidate = consider(node, signature, set);
    if (!candidate.has_all) continue;
    if (!candidate.lacks.empty()) {
      if (chosen.missing.empty()) chosen.missing = candidate.lacks;
      continue;
    }
    const bool mine = preferred != nullptr && signature.overload == preferred;
    if (is_preferred && !mine) continue;
    if (mine > is_preferred || signature.choices.size() < least) {
      least = signature.choices.size();
      chosen.ties.clear();
      exact.clear();
    }
    is_preferred = mine;
    if (signature.choices.size() > least) continue;
    chosen.ties.push_back(i);
    if (candidate.is_exact) exact.push_back(i);
  }
  // Of several that take the same names, the one whose types are exactly the arguments'.
  if (chosen.ties.size() > 1 && !exact.empty()) chosen.ties = exact;
  if (chosen.ties.size() > 1) prefer_moving(chosen.ties, signatures);
  if (chosen.ties.size() == 1) chosen.index = chosen.ties.front();
  return chosen;
}

bool is_continued(const CallForm& form, const CallForm& longer) {
  const auto [end, added] =
      std::mismatch(form.choices.begin(), form.choices.end(), longer.choices.begin(), longer.choices.end(), is_of_same);
  return form.overload == longer.overload && end == form.choices.end() &&
         std::none_of(added, longer.choices.end(), [](const Choice& choice) { return choice.is_required; });
}

Span<const CallForm> forms_of(const TargetInfo& target) {
  if (target.signatures != nullptr) return target.signatures().list();
  const auto is_taken = [&](const Parameter& parameter) {
    return parameter.kind == ParameterKind::parameter ||
           (parameter.kind == ParameterKind::member && target.fill == nullptr);
  };
  const bool takes_any = std::any_of(target.parameters.begin(), target.parameters.end(), is_taken);
  if (!takes_any || target.make == nullptr) return {};
  struct Known {
    std::vector<std::vector<Choice>> ways;
    std::vector<CallForm> forms;
  };
  static std::mutex mutex;
  static auto& all = *new std::unordered_map<const TargetInfo*, Known>;  // asked for while the program ends, too
  const std::lock_guard lock(mutex);
  const auto [found, is_new] = all.try_emplace(&target);
  Known& known = found->second;
  if (is_new) {
    const NodePtr node = Node::make(target, NodeKind::config, {});
    const auto session = std::make_shared<Session>(*node);
    known.ways = Built(*session, *node).ways();
    for (const std::vector<Choice>& way : known.ways) known.forms.push_back({way, nullptr});
  }
  return known.forms;
}

bool may_default(Node& node, std::size_t parameter) {
  const Span<const CallForm> forms = forms_of(*node.target);
  const Chosen chosen = choose(node, forms, node.overload());
  const std::size_t set = count_in_constructor(node);
  return std::any_of(forms.begin(), forms.end(), [&](const CallForm& form) {
    if (!leaves_to_default(form, parameter)) return false;
    return chosen.index == Chosen::kNone ? consider(node, form, set).has_all : is_continued(forms[chosen.index], form);
  });
}

const OverloadInfo* overload_of(Node& node) {
  if (node.target->signatures == nullptr) return nullptr;
  const Span<const CallForm> signatures = node.target->signatures().list();
  const Chosen chosen = choose(node, signatures, node.overload());
  return chosen.index == Chosen::kNone ? nullptr : signatures[chosen.index].overload;
}

bool needs_overload(Node& node) {
  if (node.overload() == nullptr || node.target->signatures == nullptr) return false;
  const Span<const CallForm> signatures = node.target->signatures().list();
  const Chosen chosen = choose(node, signatures, nullptr);
  if (chosen.index == Chosen::kNone) return true;
  // What does not take the arguments any more says nothing.
  return signatures[chosen.index].overload != node.overload() && overload_of(node) == node.overload();
}

}  // namespace detail
}  // namespace run
