// A configured parameter of a recipe => what the converted recipe takes in its place.
#pragma once

#include <string>

#include "TargetShape.h"
#include "clang/AST/Decl.h"

namespace autoconvert {

/// Whether the recipe looks into the container or aggregate that it is given: asks for its size, names an element or
/// member, copies it, changes it. Then the converted recipe takes its configuration, and not an argument that is only
/// passed on.
bool isTakenApart(const clang::FunctionDecl* Definition, unsigned Index, TargetShapes& Shapes);

/// ::run::Arg<::app::Layer>, or where it is taken apart ::run::Given<::app::Options> and
/// ::run::Config<::std::vector<::app::Layer>>; empty where the parameter stays as it is. `Function` is the definition,
/// or an instance of it.
std::string handleOf(const clang::FunctionDecl* Function, unsigned Index, TargetShapes& Shapes);

}  // namespace autoconvert
