// A name => what hides it from who writes it whole, `::x`.
#pragma once
#include "clang/AST/Decl.h"

namespace autoconvert {

/// What `::x` says instead of the `D` of that name, or null: what the namespace around a namespace without a name calls
/// so, or another class of that name, which `using` brings.
const clang::NamedDecl* hiddenBy(const clang::NamedDecl* D);

}  // namespace autoconvert
