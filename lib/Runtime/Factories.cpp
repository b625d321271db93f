#include "Factories.h"

#include <algorithm>
#include <vector>

#include "DocumentReader.h"
#include "Fit.h"
#include "NamedTarget.h"
#include "run/error.h"

namespace run::detail {
namespace {

/// As far as targets tell.
bool is_or_derives(const Type& object, const Type& base) {
  const TargetInfo* target = find_target(object);
  return &object == &base || (target != nullptr && makes_class(*target, base));
}

/// What a callable returns; null where that is nothing, or nobody knows.
const Type* result_of_calls(const Type& callable) {
  if (callable.parts.empty() || callable.parts[0]->parts.empty()) return nullptr;
  const Type* result = callable.parts[0]->parts[0];
  return result == &type_of<void> ? nullptr : result;
}

/// A partial of it, too: what is wanted may be a callable.
bool may_give(const TargetInfo& target, const Type& wanted) {
  if (node_fits(*Node::make(target, NodeKind::config, {}), wanted)) return true;
  const Type& type = wanted.opened();
  return type.kind == TypeKind::callable && result_of_calls(type) != nullptr &&
         node_fits(*Node::make(target, NodeKind::partial, {}), type);
}

/// As far as the types tell: a recipe that returns a base may give a configuration of the class that is wanted.
bool may_return(const RecipeInfo& recipe, const Type& wanted) {
  const Type& type = wanted.opened();
  if (type.kind == TypeKind::variant)
    return std::any_of(type.parts.begin(), type.parts.end(),
                       [&](const Type* part) { return may_return(recipe, *part); });
  const Type& object = *recipe.call.object;
  return is_or_derives(object, type) || is_or_derives(type, object) ||
         node_fits(*Node::make(recipe.call, NodeKind::config, {}), type);
}

/// Whether calls of the callable give what the recipe leaves to give. One that needs arguments itself may.
bool may_be_called(const RecipeInfo& recipe, const Type& callable) {
  try {
    return misfit_of_calls(*call_recipe(recipe, *Node::make(recipe.call, NodeKind::config, {})), callable).empty();
  } catch (...) {
    return true;
  }
}

bool may_give(const RecipeInfo& recipe, const Type& wanted) {
  const Type& type = wanted.opened();
  if (type.kind != TypeKind::callable) return !recipe.is_partial && may_return(recipe, type);
  if (recipe.is_partial && recipe.call.result == &type) return true;
  const Type* result = result_of_calls(type);
  return (result == nullptr ? recipe.is_partial : may_return(recipe, *result)) && may_be_called(recipe, type);
}

bool gives(const Factory& factory, Span<const Type* const> wanted) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](const Type* type) {
    return factory.recipe != nullptr ? may_give(*factory.recipe, *type) : may_give(*factory.target, *type);
  });
}

/// One with no_inline is a target, too.
bool is_recipe(const TargetInfo& target) {
  const std::vector<const RecipeInfo*> known = recipes();
  return target.function.pointer != nullptr && std::any_of(known.begin(), known.end(), [&](const RecipeInfo* recipe) {
           return recipe->call.name == target.name && recipe->call.overload == target.overload;
         });
}

std::string shown(const Factory& factory) {
  if (factory.recipe == nullptr) return "`" + written_name(*factory.target) + "`";
  const std::string types = factory.call().overload == nullptr ? "" : "(" + factory.call().overload->text() + ")";
  return "`" + factory.call().display() + types + "` (" + factory.recipe->where.text() + ")";
}

template <class Test>
void keep(std::vector<Factory>& factories, Test&& test) {
  std::vector<Factory> kept;
  std::copy_if(factories.begin(), factories.end(), std::back_inserter(kept), test);
  if (!kept.empty()) factories = std::move(kept);
}

/// Those of the whole name, or else those whose name ends so.
std::vector<Factory> named(std::string_view name) {
  std::vector<Factory> found;
  for (const RecipeInfo* recipe : find_recipes(name)) found.push_back({recipe, nullptr});
  std::vector<const TargetInfo*> targets = find_targets(name);
  if (targets.empty()) targets = find_targets_ending(name);
  for (const TargetInfo* target : targets)
    if (!target->is_container && !target->is_only_in_place) found.push_back({nullptr, target});
  return found;
}

}  // namespace

Factory find_factory(std::string_view name, Span<const Type* const> wanted) {
  std::vector<Factory> found = named(name);
  if (found.empty()) {
    std::string message = "there is no factory `" + std::string(name) + "`";
    std::string_view near = nearest_recipe(name);
    if (near.empty()) near = nearest_target(name);
    if (!near.empty())
      message += did_you_mean(near);
    else if (const std::string names = factory_names(wanted); !names.empty() && names.size() < 400)
      message += (names.find(',') == std::string::npos ? "; there is " : "; there are ") + names;
    throw Error(message);
  }
  keep(found, [&](const Factory& factory) { return gives(factory, wanted); });
  keep(found, [&](const Factory& factory) { return factory.recipe != nullptr; });
  keep(found, [&](const Factory& factory) { return dotted(factory.call().name) == dotted(name); });
  if (found.size() == 1) return found.front();
  std::string message = "several factories are named `" + std::string(name) + "`, say which:";
  for (const Factory& factory : found) message += (&factory == &found.front() ? " " : ", ") + shown(factory);
  throw Error(message);
}

std::vector<Factory> factories_for(Span<const Type* const> wanted) {
  std::vector<Factory> all;
  for (const RecipeInfo* recipe : recipes()) all.push_back({recipe, nullptr});
  for (const TargetInfo* target : find_targets_ending(""))
    if (!is_recipe(*target)) all.push_back({nullptr, target});
  std::erase_if(all, [&](const Factory& factory) {
    const TargetInfo* target = factory.target;
    return (target != nullptr && (target->is_container || target->is_only_in_place)) || !gives(factory, wanted);
  });
  return all;
}

std::string factory_names(Span<const Type* const> wanted) {
  std::string names;
  if (wanted.empty()) return names;
  for (const Factory& factory : factories_for(wanted))
    names += (names.empty() ? "" : ", ") + std::string(factory.call().display());
  return names;
}

}  // namespace run::detail
