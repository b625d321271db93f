// declaration, type => how far down in the main file it is defined.
#pragma once

#include "clang/AST/Type.h"

namespace clang {
class Decl;
}

namespace autoconvert {

struct Unit;

/// Where the declaration ends, in bytes; 0 if it is in another file.
unsigned endOf(const clang::Decl* D, const Unit& U);

/// The furthest end of all that the type is made from: templates, their arguments.
unsigned definedAt(clang::QualType Type, const Unit& U);
unsigned definedAt(llvm::ArrayRef<clang::TemplateArgument> Arguments, const Unit& U);

}  // namespace autoconvert
