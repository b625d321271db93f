// Locations, and how they are kept small.
#include "run/location.h"

#include <deque>
#include <mutex>
#include <string_view>

namespace run {
namespace {

struct Whole {
  std::mutex mutex;
  std::deque<Location> locations;
};
Whole& whole() {
  static auto& the_one = *new Whole;  // never destroyed: configurations may outlive it
  return the_one;
}

}  // namespace

std::string Location::text() const {
  if (!known()) return {};
  const std::string_view where = file;
  return std::string(where) + (where == "command line" ? ", word " : ":") + std::to_string(line);
}

std::atomic<const char*> PackedLocation::files[kElsewhere];

std::uint64_t PackedLocation::bits_of(const Location& location) {
  if (!location.known() && *location.file == 0) return 0;
  constexpr int kAttempts = 64;
  const auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(location.file));
  std::uint64_t number = (address * 0x9e3779b97f4a7c15u) >> 48;
  for (int attempt = 0; attempt < kAttempts && location.line < kLimit && location.column < kLimit; ++attempt) {
    number = (number + (attempt == 0 ? 0 : 1)) % kElsewhere;
    if (number == 0) continue;
    const char* known = files[number].load(std::memory_order_acquire);
    if (known == nullptr) files[number].compare_exchange_strong(known, location.file, std::memory_order_acq_rel);
    if (known == nullptr || known == location.file)
      return number << 48 | std::uint64_t{location.line} << 24 | location.column;
  }
  const std::lock_guard lock(whole().mutex);
  whole().locations.push_back(location);
  return kElsewhere << 48 | (whole().locations.size() - 1);
}

Location PackedLocation::unpack(std::uint64_t bits) {
  const std::uint64_t number = bits >> 48;
  if constexpr (is_as_it_is)
    if (number == 0) return std::bit_cast<std::source_location>(bits);
  if (number != kElsewhere)
    return {files[number].load(std::memory_order_acquire), static_cast<std::uint32_t>(bits >> 24 & (kLimit - 1)),
            static_cast<std::uint32_t>(bits & (kLimit - 1))};
  const std::lock_guard lock(whole().mutex);
  return whole().locations[bits & 0xffffffffffffu];
}

}  // namespace run
