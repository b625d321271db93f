// A configured parameter of a recipe => what the converted recipe takes in its place.
#pragma once

#include <string>

#include "clang/AST/Decl.h"

namespace autoconvert {

/// Whether the recipe looks into the container that it is given: asks for its size, names an element, copies it, adds
/// to it. Then the converted recipe takes the container's configuration, and not an argument that is only passed on.
bool isTakenApart(const clang::FunctionDecl* Definition, unsigned Index);

/// ::run::Arg<::app::Layer>, or ::run::Config<::std::vector<::app::Layer>> where it is taken apart; empty where the
/// parameter stays as it is. `Function` is the definition, or an instance of it.
std::string handleOf(const clang::FunctionDecl* Function, unsigned Index);

}  // namespace autoconvert
