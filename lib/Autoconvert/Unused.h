// The edits of a recipe => its declarations that nothing names any more, marked so that compilers do not warn of them.
#pragma once

#include <vector>

#include "Recipe.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace autoconvert {

/// Adds the marks and puts all edits in the order of the source. `IsConverted`: of a local variable that becomes a
/// configuration; `IsAlias`: of a name that is written as what it refers to; it is refused where no edit replaces it.
void markUnused(const Recipe& R, const Unit& U, llvm::function_ref<bool(const clang::VarDecl*)> IsConverted,
                llvm::function_ref<bool(const clang::ValueDecl*)> IsAlias, std::vector<Edit>& Edits, Findings& Into);

}  // namespace autoconvert
