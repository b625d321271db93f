// the attributes of the project as they are written => what is wrong with the place or the arguments of one. All of
// them would be dropped without a word.
#pragma once

#include "Recipe.h"
#include "TargetShape.h"

namespace autoconvert {

class Findings;

/// Where one stands, what it says, and what is spelt almost like one. Recipes of an impossible kind are for
/// findRecipes, but for those that it does not meet: lambdas and friends.
void checkAttributes(const Unit& U, Scope Where, TargetShapes& Shapes, Findings& Into);

}  // namespace autoconvert
