// The bodies of functions that are no recipes are not parsed: what their text says.
#pragma once

#include <set>
#include <string>

#include "clang/AST/Decl.h"

namespace autoconvert {

/// What a function looks at of an object behind pointers.
struct Reading {
  bool IsWhole = false;           ///< `*pointer`, `pointer->call()`
  std::set<std::string> Members;  ///< `pointer->member`
};

/// What the body says, and the initialisers of members, for pointers of these names. Nothing of a function that is
/// defined elsewhere; what the function gives to others, they may read.
Reading readBehind(const clang::FunctionDecl* Function, const std::set<std::string>& Pointers);

/// The names of what the body adds to, `names_.push_back(name)`, `text_ += name`, and of what it empties or assigns.
struct Effects {
  std::set<std::string> Added;
  std::set<std::string> Replaced;
};
Effects effectsOf(const clang::FunctionDecl* Function);

}  // namespace autoconvert
