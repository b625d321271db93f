// IR => the text of a companion. Knows nothing of Clang.
#pragma once

#include <string>

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
std::string emitRecipeDeclaration(const ir::Recipe& R);
std::string emitRecipeDefinition(const ir::Recipe& R, const std::string& CompanionName, unsigned LinesBefore,
                                 bool IsInline);
/// Lets run::autoconvert<f> find the converted form; its default arguments hold.
std::string emitRecipeLink(const ir::Recipe& R);
/// Text in which the user's macros mean nothing.
std::string withoutMacros(const std::string& Text, const std::set<std::string>& Macros);

}  // namespace autoconvert
