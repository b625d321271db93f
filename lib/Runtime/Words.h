// The words of a command line, applied to a configuration.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "run/span.h"
#include "run/spot.h"

namespace run::detail {

/// A value in a word: all of it, or what follows `path=`.
struct WordValue {
  std::string_view word;
  std::size_t offset = 0;
  std::uint32_t number = 1;  // the word's, from 1
};

/// Applies one word, `path op value`; it is noted as the place where things were set. What the path leads through and
/// is not set yet is made, where its class is known. Throws Error, which shows the word; nothing has changed then.
void apply_word(Node& root, std::string_view word, std::uint32_t number);

/// What a value is that is written as in a word: `3`, `adam(lr=0.1)`, `@file.yaml`.
Value value_of_word(Span<const Type* const> types, const WordValue& value, const std::string& path);

/// Where the path of a word leads. What it leads through and is not there is made, and stays. Throws Error.
Spot place_of_word(Node& root, std::string_view path);

}  // namespace run::detail
