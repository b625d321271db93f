// A constant's value => an expression for it.
#pragma once

#include <optional>
#include <string>

#include "clang/AST/Type.h"
#include "llvm/ADT/APSInt.h"

namespace clang {
class APValue;
}

namespace autoconvert {

/// For generated code, with every name from `::`; or as people and files name it.
enum class Spelling { Code, Readable };

std::string spellIntegral(const llvm::APSInt& Value, clang::QualType Type, Spelling S);

/// Of any type that a template's argument may have, classes among them; nothing where only the compiler can say such a
/// value.
std::optional<std::string> spellValue(const clang::APValue& Value, clang::QualType Type, Spelling S);

}  // namespace autoconvert
