// An expression => what its value refers to, where that does not live as long as the configuration.
#pragma once

#include "clang/AST/Expr.h"

namespace autoconvert {

/// What a std::vector<bool> and a std::bitset give for a reference to a bit.
bool isProxy(clang::QualType Type);

/// A pointer, or an object of the standard library that refers to others and does not hold them.
bool isView(clang::QualType Type);

/// Whether a member of its class may keep a reference to what the constructor or setter takes by const&.
bool mayKeep(const clang::FunctionDecl* Taker, unsigned I);

/// The local, parameter or temporary that the value of `E` points into; null where it lives on, or nothing is known of
/// it.
const clang::Expr* pointsInto(const clang::Expr* E);

}  // namespace autoconvert
