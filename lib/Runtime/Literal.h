// A value as it is written on a command line => a Document, which the one reader of configurations takes.
//
// Written as in Python or in YAML: 3, 1e-3, True, none, "text", bare text, [1, 2], (1, 2), {"a": 1}, @file.yaml,
// adam(lr=0.1, beta(0.9)), and nested. A call is a mapping with `_factory_`, and `_args_` for what is given by its
// place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "Document.h"

namespace run::detail {

/// The value stands in `word` from `offset` on. `number` is the word's, from 1. Throws Error, with the word and a
/// caret, where it is no literal.
Document parse_literal(std::string_view word, std::size_t offset = 0, std::uint32_t number = 1);

/// `message`, the text, and a caret below its character `offset`.
std::string with_caret(const std::string& message, std::string_view text, std::size_t offset);

}  // namespace run::detail
