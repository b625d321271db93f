// Where something was written: a line of a recipe, of a program or of a YAML file.
#pragma once

#include <atomic>
#include <bit>
#include <cstdint>
#include <source_location>
#include <string>
#include <type_traits>

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
  PackedLocation(const std::source_location& here) : bits_(same_bits(here)) {
    if constexpr (!is_as_it_is) bits_ = bits_of(here);
  }
  PackedLocation(const Location& location) : bits_(bits_of(location)) {}
  operator Location() const { return bits_ == 0 ? Location() : unpack(bits_); }

  bool known() const { return Location(*this).known(); }
  std::string text() const { return Location(*this).text(); }
  /// The same place; one file may have several addresses, and then counts as several.
  friend bool operator==(const PackedLocation&, const PackedLocation&) = default;

 private:
  // The file's number in 16 bits, the line in 24, the column in 24. What does not fit has the number kElsewhere, and
  // its index among the locations that are kept whole. With the number 0 it is a std::source_location as it is: that is
  // a pointer, and none to pack costs least.
  static constexpr std::uint32_t kLimit = 1 << 24;
  static constexpr std::uint64_t kElsewhere = 0xffff;
  // The files by their numbers, which their addresses give. Each is written once; 0 stays free.
  static std::atomic<const char*> files[kElsewhere];

  static constexpr bool is_as_it_is =
      sizeof(std::source_location) == sizeof(std::uint64_t) && std::is_trivially_copyable_v<std::source_location>;
  static std::uint64_t same_bits(const std::source_location& here) {
    // The address of a static object, or null: 48 bits; a tag above them, as some sanitizers have, goes.
    if constexpr (is_as_it_is)
      return std::bit_cast<std::uint64_t>(here) & ((std::uint64_t{1} << 48) - 1);
    else
      return 0;
  }
  static std::uint64_t bits_of(const Location& location);
  static Location unpack(std::uint64_t bits);

  std::uint64_t bits_ = 0;
};

namespace detail {

/// A location that `{}` does not make, so that `Config<T>({})` is not ambiguous.
struct Here {
  explicit Here(std::source_location here) : location(here) {}
  PackedLocation location;
};

}  // namespace detail

}  // namespace run
