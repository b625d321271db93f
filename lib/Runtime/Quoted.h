// text => a string of JSON, which is a basic string of TOML, too.
#pragma once

#include <string>
#include <string_view>

namespace run::detail {

/// Appends `string` in quotes: on one line, with what both formats want escaped. REQUIRES: `string` is UTF-8.
void append_quoted(std::string& text, std::string_view string);

}  // namespace run::detail
