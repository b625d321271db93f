// run::Codec<T>: classes that travel as text.
#pragma once

#include "clang/AST/DeclCXX.h"

namespace autoconvert {

/// run::Codec<T> is specialised for the class.
bool hasCodec(const clang::CXXRecordDecl* Class);

}  // namespace autoconvert
