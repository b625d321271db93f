// The recipes of a program at run time: their names, what they take and give, where they stand; called by name.
#pragma once

#include <string_view>

#include "run/config.h"
#include "run/inline_recipe.h"

namespace run {

/// A recipe, as its companion tells of it. NeMo-Run's users register such factories one by one; here every recipe whose
/// companion is part of the program is one.
struct RecipeInfo {
  /// Its name, its parameters and what it returns. It takes arguments, and is never built.
  TargetInfo call;
  std::string_view doc;
  Location where;
  bool is_partial = false;  // what it gives is a Partial
  NodePtr (*expand)(const Ref& call) = nullptr;
};

namespace detail {

bool list_recipe_info(const RecipeInfo& info);
/// All that are linked into the program, in the order of their names, then of their files.
std::vector<const RecipeInfo*> recipes();
/// Those of that name: the whole one, or its last parts where no whole one is the same. A dot is as good as `::`.
std::vector<const RecipeInfo*> find_recipes(std::string_view name);
/// The nearest name of a recipe, or empty.
std::string_view nearest_recipe(std::string_view name);

/// What the recipe gives for the arguments that are set in `call`, a node of `info.call`. Throws Error where one that
/// has no default is missing, or one that it takes by value is configured.
NodePtr call_recipe(const RecipeInfo& info, Node& call);

template <class G>
constexpr bool is_partial_handle = false;
template <class T>
constexpr bool is_partial_handle<Partial<T>> = true;

template <auto f>
const RecipeInfo& recipe_info() {
  static const RecipeInfo made = [] {
    using R = Result<Fn<f>>;
    using Object = ObjectOf<R>;
    RecipeInfo info;
    info.call.name = Recipe<f>::name;
    if constexpr (requires { Recipe<f>::parameters; }) info.call.parameters = Recipe<f>::parameters;
    info.call.result = &type_of<R>;
    info.call.object = &type_of<Object>;
    info.call.holding = holding_of<R>();
    info.call.overload = OverloadOf<Fn<f>>::info;
    if constexpr (requires { Recipe<f>::doc; }) info.doc = Recipe<f>::doc;
    info.where = Recipe<f>::where;
    info.is_partial = is_partial_handle<decltype(Recipe<f>::expand(std::declval<const Ref&>()))>;
    info.expand = &expansion<f>;
    return info;
  }();
  return made;
}

}  // namespace detail

/// Specialised in companions: lists the recipe when the program starts.
template <auto f>
inline const bool listed = false;

template <auto f>
bool list_recipe() {
  return detail::list_recipe_info(detail::recipe_info<f>());
}

}  // namespace run
