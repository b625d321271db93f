// Where one of several types may stand: what a text means there, and whether a file can tell what a value is.
#pragma once

#include <string_view>

#include "run/node.h"
#include "run/span.h"
#include "run/type.h"

namespace run::detail {

/// Whether one of the types is a text or a character.
bool takes_texts(Span<const Type* const> types);

/// What the text of a file or of a word names where a variant takes strings, too: the enumerator, the duration or what
/// else a codec makes of it. Where overloads take several types, the string is meant, but for a whole `Color::red`.
/// Absent where it is no such name, and where no string may stand: then it fits or not.
Value named_beside_texts(Span<const Type* const> types, std::string_view text);

/// Whether a value there is one of several types, or holds such values.
bool has_alternatives(const Type& type);

/// Whether what was read is of the same types as what was written: null, or the value that became another, with what it
/// became.
struct Mistaken {
  const Value* value = nullptr;
  const Value* read = nullptr;
};
Mistaken mistaken(const Value& value, const Value& read);

}  // namespace run::detail
