// functions that return a configuration, written by hand => the classes and functions that they make nodes of.
#pragma once

#include "clang/AST/Decl.h"

namespace autoconvert {

struct FoundRecipes;
struct Unit;

/// Returns run::Config or run::Partial by its declaration, and is no recipe: its body names arguments as it likes.
bool isExplicitForm(const clang::FunctionDecl* Function);

/// Whether the main file's own header defines such functions, where it includes the companion in front of them.
bool hasExplicitForms(const Unit& U);

/// Adds what the bodies of such functions of the main file configure, where the file includes its companion in front of
/// them: that must hold their targets. In the order of the source, each once.
void addNamedByHand(const Unit& U, FoundRecipes& Into);

}  // namespace autoconvert
