// Slabs of blocks of one size, a set of them for each thread. A slab whose blocks are all free begins anew, in the
// order of addresses: large graphs lie in memory in the order of their making, whatever ended before. From free lists
// alone they would be scattered ever more, and a walk over them would miss every cache.
#include <algorithm>
#include <cstdint>
#include <mutex>
#include <new>
#include <utility>

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
constexpr std::size_t kSlab = 64u << 10u;      // bytes of a slab, whose address is a multiple of them
constexpr std::size_t kMostKept = 32u << 20u;  // bytes of empty slabs that a thread keeps
constexpr std::size_t kAtOnce = 4u << 10u;     // bytes of blocks that are made at a time

struct Block {
  Block* next;
};

class Pool;

struct Slab {
  Pool* pool;          // whose it is, for ever
  Block* free;         // of the blocks that were made, those that nobody has
  std::uint32_t size;  // of a block
  std::uint32_t used;  // blocks that somebody has
  std::uint32_t made;  // bytes up to the end of the last block that was made
  bool is_listed;      // among those that have room
  Slab* previous;      // in that list
  Slab* next;

  // Together with what the system adds to it, a slab fills the room up to the next one.
  static constexpr std::size_t kBytes = kSlab - 2 * sizeof(void*);
  static constexpr std::align_val_t kAlignment{kSlab};

  static Slab& make(Pool* pool) {
    Slab* const made = ::new (::operator new(kBytes, kAlignment)) Slab;
    made->pool = pool;
    return *made;
  }
  static void drop(Slab& slab) { ::operator delete(&slab, kAlignment); }
  static Slab& of(void* block) {
    return *reinterpret_cast<Slab*>(reinterpret_cast<std::uintptr_t>(block) & ~std::uintptr_t{kSlab - 1});
  }

  /// REQUIRES: nobody has a block of it.
  void begin_anew() {
    free = nullptr;
    used = 0;
    made = (sizeof(Slab) + 15) / 16 * 16;
  }
  /// Some more blocks; false where it is full.
  bool make_blocks() {
    const std::size_t count = std::min(kAtOnce, kBytes - made) / size;
    char* const begin = reinterpret_cast<char*>(this) + made;
    for (std::size_t i = count; i-- > 0;) free = ::new (begin + i * size) Block{free};
    made += static_cast<std::uint32_t>(count * size);
    return free != nullptr;
  }
};

/// Of one thread, and when that has ended, of another. Never destroyed: blocks may be freed at any time.
class Pool {
 public:
  explicit constexpr Pool(bool is_idle) : is_idle_(is_idle) {}

  // By the thread that has it, or by any with the mutex while none has.
  void* allocate(std::size_t size) {
    Slab* slab = first_[size / kStep];
    if (slab == nullptr || slab->free == nullptr) slab = &with_room(size);
    Block* const block = slab->free;
    slab->free = block->next;
    ++slab->used;
    return block;
  }
  void free(Slab& slab, void* memory) {
    slab.free = ::new (memory) Block{slab.free};
    if (--slab.used == 0 || !slab.is_listed) freed(slab);
  }

  // By any other thread.
  void* allocate_idle(std::size_t size) {
    const std::lock_guard lock(mutex_);
    return allocate(size);
  }
  [[gnu::noinline]] void free_elsewhere(Slab& slab, void* memory) {
    const std::lock_guard lock(mutex_);
    if (is_idle_)
      free(slab, memory);
    else
      returned_ = ::new (memory) Block{returned_};
  }

  void begin() {
    const std::lock_guard lock(mutex_);
    is_idle_ = false;
  }
  /// Gives back what nobody uses.
  void end() {
    const std::lock_guard lock(mutex_);
    is_idle_ = true;
    take(std::exchange(returned_, nullptr));
    while (empty_ != nullptr) Slab::drop(take_empty());
    for (Slab* slab : first_) {
      while (slab != nullptr) {
        Slab& listed = *std::exchange(slab, slab->next);
        if (listed.used == 0) freed(listed);
      }
    }
  }

  Pool* next = nullptr;  // of those that no thread has

 private:
  [[gnu::noinline]] Slab& with_room(std::size_t size) {
    if (Slab* known = known_with_room(size)) return *known;
    if (!is_idle_) {
      take(returned());
      if (Slab* known = known_with_room(size)) return *known;
    }
    Slab& slab = empty_ != nullptr ? take_empty() : Slab::make(this);
    slab.size = static_cast<std::uint32_t>(size);
    slab.begin_anew();
    slab.make_blocks();
    add(slab);
    return slab;
  }

  /// Null where there is none. Those that are full leave the list.
  Slab* known_with_room(std::size_t size) {
    while (Slab* first = first_[size / kStep]) {
      if (first->free != nullptr || first->make_blocks()) return first;
      remove(*first);
    }
    return nullptr;
  }

  /// What follows where a slab was full, or is empty now.
  [[gnu::noinline]] void freed(Slab& slab) {
    if (!slab.is_listed) add(slab);
    if (slab.used != 0) return;
    const bool is_only = first_[slab.size / kStep] == &slab && slab.next == nullptr;
    if (is_only && !is_idle_) return slab.begin_anew();
    remove(slab);
    if (is_idle_ || kept_ + kSlab > kMostKept) return Slab::drop(slab);
    slab.next = std::exchange(empty_, &slab);
    kept_ += kSlab;
  }

  Slab& take_empty() {
    kept_ -= kSlab;
    return *std::exchange(empty_, empty_->next);
  }

  void add(Slab& slab) {
    Slab*& first = first_[slab.size / kStep];
    slab.previous = nullptr;
    slab.next = first;
    if (first != nullptr) first->previous = &slab;
    first = &slab;
    slab.is_listed = true;
  }
  void remove(Slab& slab) {
    (slab.previous != nullptr ? slab.previous->next : first_[slab.size / kStep]) = slab.next;
    if (slab.next != nullptr) slab.next->previous = slab.previous;
    slab.is_listed = false;
  }

  Block* returned() {
    const std::lock_guard lock(mutex_);
    return std::exchange(returned_, nullptr);
  }
  void take(Block* blocks) {
    while (blocks != nullptr) {
      Block* const block = std::exchange(blocks, blocks->next);
      free(Slab::of(block), block);
    }
  }

  Slab* first_[kSizes] = {};  // for each size, those that have room
  Slab* empty_ = nullptr;
  std::size_t kept_ = 0;  // bytes of the empty ones

  std::mutex mutex_;
  Block* returned_ = nullptr;  // by other threads
  bool is_idle_;               // no thread has it
};

constinit std::mutex idle_mutex;
constinit Pool* idle = nullptr;
constinit Pool late{true};  // for what threads make after their own has ended

// Trivial, so that they can be used for as long as the thread runs: nodes of static objects end after everything else.
constinit thread_local Pool* mine = nullptr;
constinit thread_local bool has_ended = false;

struct AtThreadEnd {
  ~AtThreadEnd() {
    Pool* const pool = std::exchange(mine, nullptr);
    has_ended = true;
    pool->end();
    const std::lock_guard lock(idle_mutex);
    pool->next = std::exchange(idle, pool);
  }
};

Pool& begin_pool() {
  Pool* pool = nullptr;
  {
    const std::lock_guard lock(idle_mutex);
    if (idle != nullptr) pool = std::exchange(idle, idle->next);
  }
  if (pool == nullptr) pool = new Pool(false);
  pool->begin();
  mine = pool;
  static thread_local const AtThreadEnd at_end;
  static_cast<void>(&at_end);
  return *pool;
}

[[gnu::noinline]] void* allocate_first(std::size_t size) {
  return has_ended ? late.allocate_idle(size) : begin_pool().allocate(size);
}

}  // namespace

void* allocate_block(std::size_t size) {
  if (!kKeepsBlocks || size / kStep >= kSizes) return ::operator new(size);
  Pool* const pool = mine;
  return pool != nullptr ? pool->allocate(size) : allocate_first(size);
}

void free_block(void* memory, std::size_t size) noexcept {
  if (!kKeepsBlocks || size / kStep >= kSizes) return ::operator delete(memory);
  Slab& slab = Slab::of(memory);
  if (slab.pool == mine)
    slab.pool->free(slab, memory);
  else
    slab.pool->free_elsewhere(slab, memory);
}

}  // namespace run::detail
