// Texts as UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace run::detail {

/// Whether the byte is none that a character begins with.
inline bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// The bytes of the sequence that the text begins with; 0 where it begins with none. REQUIRES: not empty.
std::size_t utf8_sequence(std::string_view text);

bool is_utf8(std::string_view text);

/// `code` is a Unicode scalar value.
void append_utf8(std::string& text, std::uint32_t code);

/// A message that quotes what somebody wrote, however long that is: what lies behind 2000 bytes is left out.
std::string shortened(std::string message);

}  // namespace run::detail
