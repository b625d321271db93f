// YAML scalars: plain text <=> values, as YAML 1.2's core schema has it; quoted where YAML 1.1 would differ.
#pragma once

#include <string>
#include <string_view>

#include "run/value.h"

namespace run::detail {

/// Of a text that holds what OmegaConf would put another in place of.
inline constexpr std::string_view kUnresolved =
    "`${...}` is not resolved here: write the value, or quote it to make it a string";

/// What a plain scalar is: null, boolean, integer, real or, where it is nothing else, a string.
Value plain_scalar(std::string_view text);

/// Appends the text, quoted where plain it would not read back as this string. REQUIRES: UTF-8.
void append_string_scalar(std::string& out, std::string_view text);

}  // namespace run::detail
