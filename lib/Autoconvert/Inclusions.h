// a unit => what its companion includes.
#pragma once

#include <string>
#include <vector>

#include "Convert.h"
#include "Ir.h"
#include "Recipe.h"

namespace autoconvert {

struct Unit;

struct Inclusions {
  std::vector<std::string> First;
  /// What only the companion source needs. It comes last, because companions may need each other: then each has said
  /// what it declares before it is left out of another one.
  std::vector<std::string> Last;
};

/// `File`: what others call it.
Inclusions inclusionsFor(const Unit& U, const std::vector<CheckedRecipe>& Checked, const std::string& File,
                         ir::Unit::Form Form);

/// The companions of the sources that define what the file declares and does not define. `Read` gets the sources that
/// were looked into.
std::vector<std::string> companionsOf(const std::vector<const clang::FunctionDecl*>& Declared, const Unit& U,
                                      const Job& J, std::vector<std::string>& Read);

}  // namespace autoconvert
