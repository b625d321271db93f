// A `const char*` argument => whether it is a text: the configuration keeps what stands in front of its first NUL.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

namespace autoconvert {

/// The part of `E` whose characters need not end with a NUL, or have one within; null where there is none of which that
/// is known. `HasLength`: whoever is given it is told their number, so both matter.
const clang::Expr* noText(const clang::Expr* E, bool HasLength, const clang::ASTContext& Context);

/// Whether the two are the ends of a range of characters: of one variable, `begin(x), end(x)` or `p, p + n`.
bool isRange(const clang::Expr* First, const clang::Expr* Last);

}  // namespace autoconvert
