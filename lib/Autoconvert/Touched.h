// recipes => the stretches of source that they depend on. A compiler's error there concerns them; elsewhere it does not.
#pragma once

#include "Recipe.h"

#include "clang/Basic/SourceLocation.h"

#include <vector>

namespace autoconvert {

/// The recipes, what they name, and the classes that those hold, derive from or are made of.
std::vector<clang::SourceRange> touchedBy(const FoundRecipes &Found);

}  // namespace autoconvert
