// Free lists, a set of them for each thread.
#include <new>

#include "run/node_memory.h"

namespace run::detail {
namespace {

// Where each block is to be watched by itself, none is used twice.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kKeepsBlocks = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
constexpr bool kKeepsBlocks = false;
#else
constexpr bool kKeepsBlocks = true;
#endif
#else
constexpr bool kKeepsBlocks = true;
#endif

constexpr std::size_t kStep = 8;               // sizes are multiples of it
constexpr std::size_t kSizes = 65;             // the largest that is kept: 512 bytes
constexpr std::size_t kMostKept = 32u << 20u;  // bytes that a thread keeps

struct Block {
  Block* next;
};

/// Trivial, so that it can be used for as long as the thread runs: nodes of static objects end after everything else.
struct Pool {
  Block* free[kSizes];
  std::size_t kept;  // bytes
  bool is_open;      // its end is seen to
  bool is_closed;    // the thread ends: nothing is kept any more
};
constinit thread_local Pool pool{};

struct AtThreadEnd {
  ~AtThreadEnd() {
    pool.is_open = false;
    pool.is_closed = true;
    for (Block*& first : pool.free) {
      while (first != nullptr) {
        Block* next = first->next;
        ::operator delete(first);
        first = next;
      }
    }
    pool.kept = 0;
  }
};

/// False where nothing can be kept any more.
bool open_pool() {
  if (pool.is_closed) return false;
  static thread_local const AtThreadEnd at_end;
  static_cast<void>(&at_end);
  pool.is_open = true;
  return true;
}

}  // namespace

void* allocate_block(std::size_t size) {
  const std::size_t index = size / kStep;
  if (kKeepsBlocks && index < kSizes) {
    if (Block* block = pool.free[index]) {
      pool.free[index] = block->next;
      pool.kept -= size;
      __builtin_prefetch(block->next, 1);  // the next one: what was freed long ago is in no cache
      return block;
    }
  }
  return ::operator new(size);
}

void free_block(void* memory, std::size_t size) noexcept {
  const std::size_t index = size / kStep;
  if (kKeepsBlocks && index < kSizes && pool.kept + size <= kMostKept && (pool.is_open || open_pool())) {
    pool.free[index] = ::new (memory) Block{pool.free[index]};
    pool.kept += size;
    return;
  }
  ::operator delete(memory);
}

}  // namespace run::detail
