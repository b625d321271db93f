// Where something was written: a line of a recipe, of a program or of a YAML file.
#pragma once

#include <cstdint>
#include <source_location>
#include <string>

namespace run {

struct Location {
  const char* file = "";  // lives as long as the process
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  constexpr Location() = default;
  constexpr Location(const std::source_location& here)
      : file(here.file_name()), line(here.line()), column(here.column()) {}
  constexpr Location(const char* file_name, std::uint32_t line_number, std::uint32_t column_number)
      : file(file_name), line(line_number), column(column_number) {}

  bool known() const { return line != 0; }
  /// `file:line`; empty when unknown.
  std::string text() const;
};

}  // namespace run
