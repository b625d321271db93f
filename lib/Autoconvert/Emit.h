// IR => the text of a companion. Knows nothing of Clang.
#pragma once

#include <string>
#include <vector>

#include "Ir.h"

namespace autoconvert {

struct Companion {
  std::string Header;
  std::string Source;  ///< empty: there is none
};

Companion emit(const ir::Unit& U);

/// One section each, for `emit`.
std::string emitTarget(const ir::Target& T);
std::string emitEnumeration(const ir::Enumeration& E);
std::string emitFunctionName(const ir::FunctionName& F);
std::string emitRecipeDeclaration(const ir::Recipe& R);
std::string emitRecipeDefinition(const ir::Recipe& R, const std::string& CompanionName, unsigned LinesBefore);
/// What of the definition is the tool's own: the source's text is left out.
std::string emitOwnText(const ir::Recipe& R);
/// What stands in the change's place.
std::string emitChange(const ir::Recipe& R, const ir::Change& C);
/// Lets run::autoconvert<f> find the converted form; its default arguments hold. Programs find it by name.
std::string emitRecipeLink(const ir::Recipe& R);
/// The member that says where a recipe or target is declared.
std::string emitPlace(const ir::Place& Where);
/// The list that describes them; empty for none.
std::string emitParameters(const std::vector<ir::TargetArgument>& Arguments);
/// The function `initial` of the defaults in it that an object tells to which nothing was done: one for all of them, as
/// a class may have hundreds. Empty for none.
std::string emitInitial(const ir::Target& T);
/// "text", as a literal of any dialect.
std::string quotedText(const std::string& Text);
std::string joined(const std::vector<std::string>& Parts, const std::string& Separator = ", ");
/// A macro that says that something is there already; two different names never share one.
std::string guardOf(const std::string& Kind, const std::string& Of);

}  // namespace autoconvert
