// declaration => what its doc comment says, in one line.
#pragma once

#include <string>

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"

namespace autoconvert {

/// The first paragraph of the comment on a member, a method or a function, without markers, commands and indentation:
/// ///, //!, /** */, /*! */, and behind it ///<. Empty if there is none.
std::string documentation(const clang::Decl* D, clang::ASTContext& Context);

/// What is said of a parameter: next to it, or by \param or @param in the comment on its function.
std::string documentation(const clang::FunctionDecl* Function, unsigned Parameter, clang::ASTContext& Context);

}  // namespace autoconvert
