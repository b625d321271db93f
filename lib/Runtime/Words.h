// The words of a command line, applied to a configuration.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "run/spot.h"

namespace run::detail {

/// Applies one word, `path op value`; `where` is noted as the place where it was set. Throws Error, which shows the
/// word; nothing has changed then.
void apply_word(Node& root, std::string_view word, Location where);

/// What a value is that is written as in a word: `3`, `adam(lr=0.1)`, `@file.yaml`.
Value value_of_word(std::span<const Type* const> types, std::string_view text, const std::string& path);

}  // namespace run::detail
