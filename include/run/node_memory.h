// The memory of nodes, of lists, and of objects that are moved on: blocks of a few sizes, of which each thread keeps
// some for the next ones.
#pragma once

#include <cstddef>

namespace run::detail {

/// A block of `size` bytes, a multiple of 8, as ::operator new gives it.
[[gnu::malloc, gnu::returns_nonnull]] void* allocate_block(std::size_t size);
/// Gives it back, on any thread, at any time. `size` is what it was allocated with; for more than 512, any such size.
void free_block(void* block, std::size_t size) noexcept;

/// For containers. A configuration's lists are where its nodes are: were they elsewhere,
/// what other objects get from the system would lie scattered in the gaps that they leave between nodes.
template <class T>
struct BlockAllocator {
  using value_type = T;

  BlockAllocator() = default;
  template <class U>
  BlockAllocator(const BlockAllocator<U>&) {}
  T* allocate(std::size_t count) {
    static_assert(sizeof(T) % 8 == 0 && alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
    return static_cast<T*>(allocate_block(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t count) noexcept { free_block(memory, count * sizeof(T)); }
  bool operator==(const BlockAllocator&) const = default;
};

}  // namespace run::detail
