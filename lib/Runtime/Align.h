// Two sequences => which elements of them are the same.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "run/span.h"

namespace run::detail {

using IndexPair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs of equal elements, both indexes rising. Short stretches have a longest common subsequence; long ones are split
/// at the elements that occur once in both (the "patience" diff of Bram Cohen), so that it takes linear time.
std::vector<IndexPair> align(Span<const std::uint64_t> a, Span<const std::uint64_t> b);

}  // namespace run::detail
