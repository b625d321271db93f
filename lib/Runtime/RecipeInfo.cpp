// The recipes of the program, by name.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "NamedTarget.h"
#include "run/error.h"
#include "run/recipe_info.h"

namespace run::detail {
namespace {

std::vector<const RecipeInfo*>& registry() {
  static auto& the_one = *new std::vector<const RecipeInfo*>;  // never destroyed: see the targets
  return the_one;
}

}  // namespace

bool list_recipe_info(const RecipeInfo& info) {
  registry().push_back(&info);
  return true;
}

std::vector<const RecipeInfo*> recipes() {
  std::vector<const RecipeInfo*> all = registry();
  const auto order = [](const RecipeInfo* info) {
    return std::tuple(info->call.name, std::string_view(info->where.file), info->where.line);
  };
  std::sort(all.begin(), all.end(), [&](const RecipeInfo* a, const RecipeInfo* b) { return order(a) < order(b); });
  return all;
}

std::vector<const RecipeInfo*> find_recipes(std::string_view name) {
  const std::string wanted = dotted(name);
  std::vector<const RecipeInfo*> whole;
  std::vector<const RecipeInfo*> by_end;
  for (const RecipeInfo* info : recipes()) {
    const std::string known = dotted(info->call.name);
    if (known == wanted) whole.push_back(info);
    if (ends_with_parts(known, wanted)) by_end.push_back(info);
  }
  return whole.empty() ? by_end : whole;
}

std::string_view nearest_recipe(std::string_view name) {
  std::vector<std::string_view> names;
  for (const RecipeInfo* info : recipes()) names.push_back(info->call.name);
  return nearest_qualified(name, names);
}

NodePtr call_recipe(const RecipeInfo& info, Node& call) {
  for (std::size_t i = 0; i < info.call.parameters.size(); ++i) {
    const Parameter& parameter = info.call.parameters[i];
    const bool has_default = parameter.initial.value != nullptr || !parameter.initial.text.empty();
    if (!has_default && call.find(i) == nullptr)
      throw Error(join(info.call.display(), parameter.name) + ": it has no default, and is not set");
  }
  return info.expand(Ref(Spot{.root = &call, .node = &call}));
}

}  // namespace run::detail
