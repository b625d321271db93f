// The names of functions: the registry.
#include <algorithm>
#include <deque>
#include <unordered_map>

#include "Fit.h"
#include "NamedTarget.h"
#include "run/function_name.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

struct Registry {
  std::deque<FunctionName> all;
  std::unordered_map<std::string, std::vector<const FunctionName*>> by_name;
};

Registry& registry() {
  static auto& the_one = *new Registry;  // never destroyed: static objects register and look up
  return the_one;
}

bool is_same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is(Value::Kind::function))
    return a.function().pointer == b.function().pointer && a.function().type == b.function().type;
  const Opaque& left = a.opaque();
  const Opaque& right = b.opaque();
  if (left.ops->type != right.ops->type) return false;
  return left.object == right.object ||
         (left.ops->equal != nullptr && left.ops->equal(left.object.get(), right.object.get()));
}

bool is_one_of(const FunctionName& function, const Value& value) {
  return std::any_of(function.values.begin(), function.values.end(),
                     [&](const Value& known) { return is_same(known, value); });
}

/// A function may be a target and be named by itself, too.
void add_once(std::vector<const FunctionName*>& all, const FunctionName& function) {
  if (std::none_of(all.begin(), all.end(),
                   [&](const FunctionName* known) { return is_one_of(*known, function.values.front()); }))
    all.push_back(&function);
}

}  // namespace

bool register_function(FunctionName function) {
  Registry& known = registry();
  const FunctionName& added = known.all.emplace_back(std::move(function));
  known.by_name[dotted(added.name)].push_back(&added);
  if (!added.qualified.empty() && dotted(added.qualified) != dotted(added.name))
    known.by_name[dotted(added.qualified)].push_back(&added);
  return true;
}

std::vector<const FunctionName*> find_functions(std::string_view name) {
  const std::string wanted = dotted(name);
  std::vector<const FunctionName*> found;
  if (const auto known = registry().by_name.find(wanted); known != registry().by_name.end())
    for (const FunctionName* function : known->second) add_once(found, *function);
  if (!found.empty()) return found;
  for (const FunctionName& function : registry().all)
    if (wanted.ends_with(dotted(function.parameters)) &&
        (dotted(function.name) + dotted(function.parameters) == wanted ||
         dotted(function.qualified) + dotted(function.parameters) == wanted))
      add_once(found, function);
  return found;
}

std::vector<const FunctionName*> find_functions_ending(std::string_view parts) {
  const std::string wanted = dotted(parts);
  std::vector<const FunctionName*> found;
  for (const FunctionName& function : registry().all)
    if (wanted.empty() || ends_with_parts(dotted(function.name), wanted)) add_once(found, function);
  return found;
}

const FunctionName* find_function(const Value& value) {
  if (!value.is(Value::Kind::function) && !value.is(Value::Kind::opaque)) return nullptr;
  for (const FunctionName& function : registry().all)
    if (is_one_of(function, value)) return &function;
  return nullptr;
}

Value function_for(const FunctionName& function, Span<const Type* const> types) {
  for (const Value& value : function.values) {
    if (types.empty()) return value;
    Value attempt = value;
    if (Misfit misfit; fit(types, attempt, misfit)) return attempt;
  }
  return {};
}

std::string_view nearest_function(std::string_view name) {
  std::vector<std::string_view> names;
  for (const FunctionName& function : registry().all) names.push_back(function.name);
  return nearest_qualified(name, names);
}

std::string written_name(const FunctionName& function) {
  return std::string(function.name) + (find_functions(function.name).size() > 1 ? function.parameters : "");
}

}  // namespace run::detail
