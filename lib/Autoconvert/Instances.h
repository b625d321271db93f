// the lowered instances of a function template => one recipe whose text holds for each of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "Ir.h"
#include "clang/AST/Decl.h"

namespace autoconvert {

struct LoweredInstance {
  const clang::FunctionDecl* Of = nullptr;
  ir::Recipe Recipe;
  std::vector<std::string> Handles;  ///< what takes the place of a parameter's type; empty where it stays
};

/// Where no text holds for all of them, and why.
struct Disagreement {
  ir::Extent Where;  ///< in the definition's file
  std::string Why;
  std::vector<std::pair<const clang::FunctionDecl*, std::string>> Said;  ///< by each instance, where they differ
};

/// The text of one instance for each of them. Where it names what an instance was made with, it has a mark for the
/// template's parameter: `named` puts the name in its place. Nothing, and `Into` says why, if there is no such text.
std::optional<LoweredInstance> common(const std::vector<LoweredInstance>& Instances, Disagreement& Into);

/// The text with the names that a declaration of the template gives its parameters. A mark stays where it has none.
std::string named(std::string Text, const clang::FunctionDecl* Declaration);
void name(ir::Recipe& R, const clang::FunctionDecl* Declaration);
/// The text with what the instance was made with.
std::string made(std::string Text, const clang::FunctionDecl* Instance);
bool hasMarks(const std::string& Text);

}  // namespace autoconvert
