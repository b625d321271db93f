// An argument that is set, and a node's list of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "run/location.h"
#include "run/value.h"

namespace run {

struct Argument {
  Argument(std::uint32_t index, Value&& given, PackedLocation set_at)
      : value(std::move(given)), parameter(index), where(set_at) {}

  // A Value does not fill its 16 bytes: the parameter is in its last four.
  [[no_unique_address]] Value value;
  std::uint32_t parameter = 0;  // index among the target's parameters
  PackedLocation where;         // where it was set
};

/// As a std::vector<Argument>, but that it begins in the memory behind itself: a node, whose last member it is, has its
/// arguments in the same piece of memory.
class ArgumentList {
 public:
  using iterator = Argument*;
  using const_iterator = const Argument*;

  /// REQUIRES: room for so many arguments, at least one, behind this object.
  explicit ArgumentList(std::size_t capacity) : capacity_(static_cast<std::uint32_t>(capacity) & 0x7fffffffU) {}
  ArgumentList(const ArgumentList&) = delete;
  ArgumentList& operator=(const ArgumentList& other);
  ArgumentList& operator=(ArgumentList&& other) noexcept;
  ~ArgumentList();

  iterator begin() { return is_elsewhere_ ? elsewhere() : behind(); }
  iterator end() { return begin() + size_; }
  const_iterator begin() const { return const_cast<ArgumentList*>(this)->begin(); }
  const_iterator end() const { return begin() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Argument& operator[](std::size_t i) { return begin()[i]; }
  const Argument& operator[](std::size_t i) const { return begin()[i]; }
  Argument& back() { return end()[-1]; }
  const Argument& back() const { return end()[-1]; }

  void reserve(std::size_t count) {
    if (count > capacity_) grow(count);
  }
  void push_back(Argument argument) { emplace_back(argument.parameter, std::move(argument.value), argument.where); }
  void emplace_back(std::uint32_t parameter, Value&& value, PackedLocation where) {
    if (size_ == capacity_) grow(size_ < 4 ? 4 : std::size_t{size_} * 2);
    ::new (end()) Argument(parameter, std::move(value), where);
    ++size_;
  }
  /// REQUIRES: so many arguments were constructed from end() on, within the room that there is.
  void made(std::uint32_t count) { size_ += count; }
  iterator insert(const_iterator position, Argument argument);
  iterator erase(const_iterator position);
  void clear();

 private:
  void grow(std::size_t capacity);
  void free_memory();
  Argument* behind() { return reinterpret_cast<Argument*>(this + 1); }
  /// Memory of the list's own, once what is behind it was not enough: its address is there.
  Argument*& elsewhere() { return *reinterpret_cast<Argument**>(this + 1); }

  std::uint32_t size_ = 0;
  std::uint32_t capacity_ : 31;
  std::uint32_t is_elsewhere_ : 1 = 0;
};

}  // namespace run
