// A parsed file up to the gate: its recipes, found and checked, and what there is to say about them.
#pragma once

#include "Finding.h"
#include "Ir.h"
#include "Recipe.h"
#include "Status.h"
#include "TargetShape.h"

namespace autoconvert {

struct Inspection {
  ir::Unit::Form Form;
  FoundRecipes Found;
  TargetShapes Shapes;
  std::vector<CheckedRecipe> Checked;
  Findings All;
};

/// find recipes → check. `File` is the name of the main file.
Inspection inspect(const Unit& U, const std::string& File, Scope Where = Scope::MainFile);

/// Warns of the recipes of a .cpp whose converted form nobody could call.
void checkReach(const Unit& U, Inspection& Of);

/// The gate: says all that is to be said. Behind it, with Status::Done, nothing is refused.
Status settle(const Unit& U, Inspection& Of);

}  // namespace autoconvert
