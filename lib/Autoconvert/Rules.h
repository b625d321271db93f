// What no recipe may contain, whatever it means: one function a group of the "Refused" table.
#pragma once

#include "Recipe.h"
#include "llvm/ADT/DenseSet.h"

namespace autoconvert {

class Findings;

/// Control flow, exceptions, coroutines, lambdas, local classes and functions, new and delete, static locals, asm.
/// Returns whether there is control flow that is not allowed: what follows from it is not to be said.
bool checkForbidden(const Recipe& R, const Unit& U, Findings& Into);
/// A recipe that reaches itself, through whatever recipes: each recipe of a circle says by which call. Returns
/// those: only what their own text forbids can be said about them.
llvm::DenseSet<const clang::FunctionDecl*> checkRecursion(const std::vector<Recipe>& Recipes, Findings& Into);

/// A variable that lives longer than a call of the recipe: another one in the converted recipe. A constant that is
/// there before the program runs is the same in both.
bool keepsValue(const clang::VarDecl* Local);
/// These were reported by checkForbidden; nothing more is to be said about them.
bool isForbiddenExpression(const clang::Expr* E);

}  // namespace autoconvert
