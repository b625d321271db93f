// recipes => the stretches of source that they depend on. A compiler's error there concerns them; elsewhere it does
// not.
#pragma once

#include <vector>

#include "Recipe.h"
#include "clang/Basic/SourceLocation.h"

namespace autoconvert {

struct Touched {
  std::vector<clang::SourceRange> Ranges;
  bool Everything = false;  ///< a recipe names something that Clang could not read: any error may be the cause
};

/// The recipes, what they name, and the classes that those hold, derive from or are made of.
Touched touchedBy(const FoundRecipes& Found);

}  // namespace autoconvert
