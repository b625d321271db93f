// What a factory's name means: `adam(lr=0.1)` on a command line, `_factory_: adam` in YAML.
#pragma once

#include <string>
#include <string_view>

#include "run/recipe_info.h"
#include "run/span.h"

namespace run::detail {

struct Factory {
  const RecipeInfo* recipe = nullptr;  // or else
  const TargetInfo* target = nullptr;

  const TargetInfo& call() const { return recipe != nullptr ? recipe->call : *target; }
};

/// A recipe or a registered target, by its whole name or its last parts. Of several, those that give one of `wanted`
/// (anything, where that is empty); recipes before targets. Throws Error, with a suggestion or the candidates, where
/// there is none or more than one.
Factory find_factory(std::string_view name, Span<const Type* const> wanted);

/// All factories that give one of `wanted`, recipes first.
std::vector<Factory> factories_for(Span<const Type* const> wanted);
/// Their names, for messages.
std::string factory_names(Span<const Type* const> wanted);

}  // namespace run::detail
