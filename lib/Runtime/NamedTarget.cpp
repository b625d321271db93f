#include "NamedTarget.h"

#include <algorithm>
#include <string>
#include <vector>

#include "Fit.h"
#include "Scalar.h"
#include "run/error.h"
#include "run/make.h"
#include "run/overload.h"

namespace run::detail {
namespace {

using Targets = std::vector<const TargetInfo*>;

constexpr std::string_view kDirectives[] = {"_target_",   "_factory_",   "_partial_", "_call_",     "_args_",
                                            "_in_place_", "_recursive_", "_convert_", "_each_call_"};

std::string with_types(std::string_view name, const OverloadInfo& overload) {
  return std::string(name) + "(" + overload.text() + ")";
}

/// `app::make(int)` => `app::make`; empty where the name does not end with parentheses.
std::string_view without_types(std::string_view name) {
  if (!name.ends_with(')')) return {};
  int depth = 0;
  for (std::size_t i = name.size(); i-- > 0;) {
    if (name[i] == ')') ++depth;
    if (name[i] == '(' && --depth == 0) return name.substr(0, i);
  }
  return {};
}

/// Calls visit(key, argument) for each argument of the mapping.
template <class Visit>
void each_argument(const Mapping& mapping, Visit&& visit) {
  const Document& document = mapping.document;
  for (Document::Index key = mapping.item + 1; key < document[mapping.item].end;) {
    const Document::Index argument = document[key].end;
    if (document[key].is(Item::Kind::scalar) && !is_directive(document[key].text()))
      visit(document[key].text(), document[argument]);
    key = document[argument].end;
  }
}

bool has_names(const TargetInfo& target, const Mapping& mapping) {
  bool all = true;
  each_argument(mapping,
                [&](std::string_view key, const Item&) { all = all && target.find(key) < target.parameters.size(); });
  return all;
}

/// A function needs each parameter that has no default.
bool has_required(const TargetInfo& target, const Mapping& mapping) {
  if (target.overload == nullptr) return true;
  return std::all_of(target.parameters.begin(), target.parameters.end(), [&](const Parameter& parameter) {
    if (parameter.kind != ParameterKind::parameter) return true;
    bool found = parameter.initial.value != nullptr || !parameter.initial.text.empty();
    each_argument(mapping, [&](std::string_view key, const Item&) { found = found || key == parameter.name; });
    return found;
  });
}

bool takes(const TargetInfo& target, const Mapping& mapping, bool exactly) {
  bool all = true;
  each_argument(mapping, [&](std::string_view key, const Item& argument) {
    if (!argument.is(Item::Kind::scalar)) return;
    const Value value = argument.plain() ? plain_scalar(argument.text()) : Value(std::string(argument.text()));
    const auto& types = target.parameters[target.find(key)].types;
    all = all && std::any_of(types.begin(), types.end(), [&](const Type* type) {
            Value attempt = value;
            return exactly ? fits_exactly(value, *type) : fit(*type, attempt);
          });
  });
  return all;
}

/// Keeps those of which the test holds, unless that leaves none.
template <class Test>
void narrow(Targets& targets, Test&& test) {
  if (targets.size() < 2) return;
  Targets kept;
  std::copy_if(targets.begin(), targets.end(), std::back_inserter(kept), [&](const TargetInfo* t) { return test(*t); });
  if (!kept.empty()) targets = std::move(kept);
}

NamedTarget find_with_types(std::string_view name) {
  const std::string_view base = without_types(name);
  if (base.empty()) return {};
  const std::string types = dotted(name.substr(base.size() + 1, name.size() - base.size() - 2));
  for (const TargetInfo* target : find_targets(base)) {
    if (target->overload != nullptr && dotted(target->overload->text()) == types) return {target, nullptr};
    if (target->signatures == nullptr) continue;
    if (const OverloadInfo* overload = target->signatures().find(types)) return {target, overload};
  }
  return {};
}

}  // namespace

bool is_directive(std::string_view key) {
  return key.size() > 2 && key.front() == '_' &&
         std::find(std::begin(kDirectives), std::end(kDirectives), key) != std::end(kDirectives);
}

std::string_view nearest_directive(std::string_view key) {
  return key.starts_with('_') && key.ends_with('_') ? nearest(key, kDirectives) : std::string_view();
}

NamedTarget find_named(std::string_view name, const Mapping& mapping, NodeKind kind, Span<const Type* const> wanted) {
  Targets targets = find_targets(name);
  if (targets.empty()) return find_with_types(name);
  narrow(targets, [&](const TargetInfo& target) {
    const NodePtr probe = Node::make(target, kind, {});
    return wanted.empty() ||
           std::any_of(wanted.begin(), wanted.end(), [&](const Type* type) { return node_fits(*probe, *type); });
  });
  narrow(targets, [&](const TargetInfo& target) { return has_names(target, mapping); });
  if (targets.size() > 1 && has_names(*targets.front(), mapping)) {
    narrow(targets, [&](const TargetInfo& target) { return has_required(target, mapping); });
    narrow(targets, [&](const TargetInfo& target) { return takes(target, mapping, false); });
    // A class has the name to itself: of a function that shares it, files say the types.
    narrow(targets, [](const TargetInfo& target) { return target.overload == nullptr; });
    narrow(targets, [&](const TargetInfo& target) { return takes(target, mapping, true); });
  }
  if (targets.size() == 1) return {targets.front(), nullptr};
  std::vector<std::string> names;
  for (const TargetInfo* target : targets) names.push_back("`" + written_name(*target) + "`");
  std::sort(names.begin(), names.end());
  std::string message = "several targets are named `" + std::string(name) + "`, say which:";
  for (const std::string& one : names) message += (one == names.front() ? " " : ", ") + one;
  throw Error(message);
}

std::string written_name(const TargetInfo& target) {
  const bool shares = target.overload != nullptr && find_targets(target.name).size() > 1;
  return shares ? with_types(target.name, *target.overload) : std::string(target.name);
}

std::string written_name(Node& node) {
  return needs_overload(node) ? with_types(node.target->name, *node.overload()) : written_name(*node.target);
}

}  // namespace run::detail
