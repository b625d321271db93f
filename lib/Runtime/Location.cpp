// Locations, and how they are kept small.
#include "run/location.h"

#include <array>
#include <atomic>
#include <deque>
#include <mutex>

namespace run {
namespace {

// A packed location: the file's number in 16 bits, the line in 24, the column in 24. One that does not fit has the
// number kElsewhere, and its index among those that are kept whole.
constexpr std::uint32_t kLimit = 1 << 24;
constexpr std::uint64_t kElsewhere = 0xffff;

/// The files by their number, which their addresses give. Written once each; 0 stays free.
constexpr std::size_t kFiles = kElsewhere;
std::array<std::atomic<const char*>, kFiles> files;

/// The number of the file; kElsewhere where there is no room for it.
std::uint64_t number_of(const char* file) {
  const auto address = reinterpret_cast<std::uintptr_t>(file);
  std::uint64_t number = (static_cast<std::uint64_t>(address) * 0x9e3779b97f4a7c15u) >> 48;
  for (int attempt = 0; attempt < 64; ++attempt, ++number) {
    number = number % kFiles;
    if (number == 0) continue;
    const char* known = files[number].load(std::memory_order_acquire);
    if (known == file) return number;
    if (known != nullptr) continue;
    if (files[number].compare_exchange_strong(known, file, std::memory_order_acq_rel) || known == file) return number;
  }
  return kElsewhere;
}

struct Whole {
  std::mutex mutex;
  std::deque<Location> locations;
};
Whole& whole() {
  static auto& the_one = *new Whole;  // never destroyed: configurations may outlive it
  return the_one;
}

}  // namespace

std::string Location::text() const { return known() ? std::string(file) + ":" + std::to_string(line) : std::string(); }

std::uint64_t PackedLocation::pack(const Location& location) {
  if (location.line < kLimit && location.column < kLimit) {
    const std::uint64_t number = number_of(location.file);
    if (number != kElsewhere) return number << 48 | std::uint64_t{location.line} << 24 | location.column;
  }
  const std::lock_guard lock(whole().mutex);
  whole().locations.push_back(location);
  return kElsewhere << 48 | (whole().locations.size() - 1);
}

Location PackedLocation::unpack(std::uint64_t bits) {
  const std::uint64_t number = bits >> 48;
  if (number != kElsewhere)
    return {files[number].load(std::memory_order_acquire), static_cast<std::uint32_t>(bits >> 24 & (kLimit - 1)),
            static_cast<std::uint32_t>(bits & (kLimit - 1))};
  const std::lock_guard lock(whole().mutex);
  return whole().locations[bits & 0xffffffffffffu];
}

}  // namespace run
