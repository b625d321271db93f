// An open file of this process: a value with one owner.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "run/span.h"

namespace run::detail {

/// Closed on its end and never inherited. What it does is done again where a signal has interrupted it.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int number) : number_(number) {}
  OpenFile(OpenFile&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~OpenFile() { close(); }

  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

  /// How many bytes there are now, of those that have room; none at the end. Nothing where it cannot be read: `errno`
  /// says why.
  std::optional<std::size_t> read(Span<char> into) const;
  /// All that is left to be read goes behind the text, until that is longer than `most`. False where it cannot be read:
  /// `errno` says why.
  bool read_all(std::string& into, std::size_t most = std::string::npos - 1) const;
  /// False where not all of it can be written: `errno` says why.
  bool write(std::string_view text) const;
  /// False where the system tells only now that something could not be written.
  bool close();

 private:
  int number_ = -1;
};

}  // namespace run::detail
