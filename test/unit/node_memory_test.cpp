// The memory of nodes: blocks are their users' own, whichever thread ends them, and lie in the order of their making.
#include "run/node_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <mutex>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "sanitized.h"
#include "targets.h"

namespace {

using run::detail::allocate_block;
using run::detail::free_block;

/// Memory that says what it was filled with.
class Block {
 public:
  Block(std::size_t size, unsigned char filling) : memory_(allocate_block(size)), size_(size), filling_(filling) {
    std::memset(memory_, filling, size);
  }
  const void* memory() const { return memory_; }
  /// False where somebody else wrote into it.
  bool end() {
    const auto* bytes = static_cast<const unsigned char*>(memory_);
    const bool is_own = std::all_of(bytes, bytes + size_, [&](unsigned char byte) { return byte == filling_; });
    free_block(memory_, size_);
    return is_own;
  }

 private:
  void* memory_;
  std::size_t size_;
  unsigned char filling_;
};

/// Blocks that one thread makes and any ends.
class Exchange {
 public:
  void give(Block block) {
    const std::lock_guard lock(mutex_);
    blocks_.push_back(block);
  }
  /// Ends the oldest one, if there is any; false where it is spoilt.
  bool end_one() {
    std::unique_lock lock(mutex_);
    if (blocks_.empty()) return true;
    Block block = blocks_.front();
    blocks_.pop_front();
    lock.unlock();
    return block.end();
  }
  bool end_all() {
    bool are_own = true;
    while (!blocks_.empty()) are_own &= end_one();
    return are_own;
  }

 private:
  std::mutex mutex_;
  std::deque<Block> blocks_;
};

/// Makes and ends blocks of all sizes at random, and hands some on.
bool is_busy_well(Exchange& exchange, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Block> own;
  bool are_own = true;
  for (int i = 0; i < 20'000; ++i) {
    const unsigned what = random() % 100;
    if (what < 55 || own.empty()) {
      own.emplace_back(8 * (1 + random() % 70), static_cast<unsigned char>(random()));
      continue;
    }
    std::swap(own[random() % own.size()], own.back());
    if (what < 75) {
      are_own &= own.back().end();
      own.pop_back();
    } else if (what < 88) {
      exchange.give(own.back());
      own.pop_back();
    } else {
      are_own &= exchange.end_one();
    }
  }
  for (const Block& block : own) exchange.give(block);
  return are_own;
}

TEST(NodeMemory, BlocksAreTheirUsersOwnOnAllThreads) {
  Exchange exchange;
  for (unsigned round = 0; round < 3; ++round) {
    bool are_own[4] = {};
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 4; ++i)
      threads.emplace_back(
          [&exchange, &mine = are_own[i], seed = 4 * round + i] { mine = is_busy_well(exchange, seed); });
    for (std::thread& thread : threads) thread.join();
    for (const bool mine : are_own) EXPECT_TRUE(mine);
  }
  EXPECT_TRUE(exchange.end_all());  // the threads that made them are gone
}

TEST(NodeMemory, LiesInTheOrderOfItsMakingAfterOthersEndedInAnyOrder) {
  constexpr std::size_t kCount = 50'000;
  constexpr std::size_t kSize = 136;
  std::vector<Block> blocks;
  const auto make = [&] {
    blocks.clear();
    for (std::size_t i = 0; i < kCount; ++i) blocks.emplace_back(kSize, 1);
  };
  make();
  std::set<const void*> earlier;
  for (const Block& block : blocks) earlier.insert(block.memory());
  std::shuffle(blocks.begin(), blocks.end(), std::mt19937(7));
  for (Block& block : blocks) EXPECT_TRUE(block.end());
  make();
  std::size_t neighbours = 0;
  const auto used_again =
      std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) { return earlier.contains(block.memory()); });
  for (std::size_t i = 1; i < kCount; ++i) {
    const auto before = reinterpret_cast<std::uintptr_t>(blocks[i - 1].memory());
    const auto after = reinterpret_cast<std::uintptr_t>(blocks[i].memory());
    if (before < after && after - before < 4 * kSize) ++neighbours;
  }
#ifdef RUN_TEST_ADDRESS_SANITIZED
  EXPECT_EQ(used_again, 0);  // the system's: whoever still uses a block is found
  EXPECT_LT(neighbours, kCount);
#else
  EXPECT_GT(used_again, kCount / 10 * 9);
  EXPECT_GT(neighbours, kCount / 10 * 9);
#endif
  for (Block& block : blocks) EXPECT_TRUE(block.end());
}

TEST(NodeMemory, ConfigurationsEndOnOtherThreads) {
  using List = run::Config<std::vector<int>>;
  std::vector<List> lists;
  std::thread([&] {
    for (int i = 0; i < 10'000; ++i) lists.emplace_back(List({i, 2 * i}));
  }).join();
  const std::vector<List> copies = lists;
  std::thread([&] { lists.clear(); }).join();
  for (int i = 0; i < 10'000; i += 999) EXPECT_EQ(run::build(copies[static_cast<std::size_t>(i)])[1], 2 * i);
}

}  // namespace
