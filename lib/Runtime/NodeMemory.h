// The memory of nodes, of lists, and of objects that are moved on: blocks of a few sizes, of which each thread keeps
// some for the next ones.
#pragma once

#include <cstddef>

namespace run::detail {

/// A block of `size` bytes, a multiple of 8, as ::operator new gives it.
[[gnu::malloc, gnu::returns_nonnull]] void* allocate_block(std::size_t size);
/// Gives it back, on any thread, at any time. `size` is what it was allocated with; for more than 1 KB, any such size.
void free_block(void* block, std::size_t size) noexcept;

}  // namespace run::detail
