// checked recipes => IR.
#pragma once

#include <optional>

#include "Ir.h"
#include "Metadata.h"
#include "Recipe.h"
#include "TargetShape.h"

namespace autoconvert {

/// What tells a function from every other one of the program, in whichever file it is read.
std::string identityOf(const clang::FunctionDecl* Function);

/// The text of the main file, once for all its recipes.
std::shared_ptr<const std::string> mainText(const Unit& U);

/// `Passed` is complete: nothing is reported here. `FileName` is what #line says of the main file.
std::vector<ir::Recipe> lowerRecipes(const Unit& U, const std::vector<CheckedRecipe>& Passed, TargetShapes& Shapes,
                                     ir::Unit::Form Form, const std::string& FileName,
                                     const std::shared_ptr<const std::string>& MainText);

/// The arguments of a call of the recipe by name. Nothing where a parameter cannot be an argument.
std::optional<std::vector<ir::TargetArgument>> lowerArguments(const Unit& U, const clang::FunctionDecl* Recipe,
                                                              TargetShapes& Shapes);

/// The targets that the recipes use, those that `Asked` asks for besides, and the aggregates among their arguments;
/// each after those that it needs. Enumerations of their arguments go to `Enumerations`, what else there is to know to
/// `Known`.
std::vector<ir::Target> lowerTargets(const Unit& U, const std::vector<CheckedRecipe>& Passed, const FoundRecipes& Asked,
                                     TargetShapes& Shapes, std::vector<ir::Enumeration>& Enumerations, Metadata& Known);

/// The functions that are values and no targets.
std::vector<ir::FunctionName> lowerFunctions(const Unit& U, const std::vector<CheckedRecipe>& Passed, Metadata& Known);

}  // namespace autoconvert
