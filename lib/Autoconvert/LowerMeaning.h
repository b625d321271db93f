// A meaning => an expression of the converted recipe.
#pragma once

#include <string>

#include "Ir.h"
#include "Meaning.h"

namespace autoconvert {

struct Unit;

/// On its own: no argument's type says what braces mean there.
ir::Expression lowerMeaning(const Meaning& M, const Unit& U);

/// What a local holds.
ir::Expression lowerHeld(const Meaning& M, const Unit& U);

/// Its name there: what a structured binding takes apart has none in C++.
std::string writtenName(const clang::VarDecl* Variable);

/// Where the tokens stand in their file.
ir::Extent extentOf(clang::SourceRange Range, const Unit& U);

}  // namespace autoconvert
