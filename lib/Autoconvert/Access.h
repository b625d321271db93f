// What only the recipe itself may name: its converted form is another function.
#pragma once

namespace autoconvert {

class Findings;
struct Recipe;

/// A static member's class must allow another class to stand in its place.
void checkClass(const Recipe& R, Findings& Into);
/// Private members that the recipe's values name. What is configured has been checked already.
void checkAccess(const Recipe& R, Findings& Into);

}  // namespace autoconvert
