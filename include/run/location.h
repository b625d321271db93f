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

/// A Location in eight bytes, for each argument has one. Nothing is lost.
class PackedLocation {
 public:
  constexpr PackedLocation() = default;
  PackedLocation(const Location& location) : bits_(location.known() || *location.file != 0 ? pack(location) : 0) {}
  operator Location() const { return bits_ == 0 ? Location() : unpack(bits_); }

  bool known() const { return Location(*this).known(); }
  std::string text() const { return Location(*this).text(); }
  /// The same place; one file may have several addresses, and then counts as several.
  friend bool operator==(const PackedLocation&, const PackedLocation&) = default;

 private:
  static std::uint64_t pack(const Location& location);
  static Location unpack(std::uint64_t bits);

  std::uint64_t bits_ = 0;
};

}  // namespace run
