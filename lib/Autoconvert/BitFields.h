// what is put into a bit-field => what the bit-field then holds of it.
#pragma once

#include "Meaning.h"

namespace autoconvert {

/// C++ keeps the lowest bits of what is assigned: so does `M`, the meaning of `E`, where it may not fit.
Meaning cutToBits(Meaning M, const clang::Expr* E, const clang::FieldDecl* Field);
/// How many bits the member has, where it may hold less than its type; else 0.
unsigned bitsOf(const clang::FieldDecl* Field);

}  // namespace autoconvert
