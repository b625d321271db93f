// what a class or function takes => the arguments of its target, and the ways to give them.
#pragma once

#include <vector>

#include "Ir.h"
#include "TargetShape.h"

namespace autoconvert {

struct Unit;

std::vector<ir::TargetArgument> argumentsOf(const TargetShape& Shape, TargetShapes& Shapes, const Unit& U);

/// The constructors of a class, or the function itself: which of the arguments each takes, and as what.
std::vector<ir::Signature> signaturesOf(const TargetShape& Shape);

}  // namespace autoconvert
