#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "run/argument.h"

namespace run {

ArgumentList& ArgumentList::operator=(const ArgumentList& other) {
  if (this == &other) return *this;
  clear();
  reserve(other.size());
  for (const Argument& argument : other) push_back(argument);
  return *this;
}

ArgumentList& ArgumentList::operator=(ArgumentList&& other) noexcept {
  if (this == &other) return *this;
  clear();
  reserve(other.size());
  for (Argument& argument : other) push_back(std::move(argument));
  other.clear();
  return *this;
}

ArgumentList::~ArgumentList() {
  clear();
  free_memory();
}

void ArgumentList::clear() {
  std::destroy(begin(), end());
  size_ = 0;
}

void ArgumentList::free_memory() {
  if (is_elsewhere_) ::operator delete(elsewhere());
}

void ArgumentList::grow(std::size_t capacity) {
  auto* memory = static_cast<Argument*>(::operator new(capacity * sizeof(Argument)));
  std::uninitialized_move(begin(), end(), memory);
  std::destroy(begin(), end());
  free_memory();
  ::new (behind()) Argument*(memory);
  capacity_ = static_cast<std::uint32_t>(capacity) & 0x7fffffffu;
  is_elsewhere_ = 1;
}

ArgumentList::iterator ArgumentList::insert(const_iterator position, Argument argument) {
  const std::ptrdiff_t index = position - begin();
  push_back(std::move(argument));
  std::rotate(begin() + index, end() - 1, end());
  return begin() + index;
}

ArgumentList::iterator ArgumentList::erase(const_iterator position) {
  iterator place = begin() + (position - begin());
  std::move(place + 1, end(), place);
  std::destroy_at(end() - 1);
  --size_;
  return place;
}

}  // namespace run
