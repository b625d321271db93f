#include "Align.h"

#include <algorithm>
#include <unordered_map>

namespace run::detail {
namespace {

constexpr std::size_t kShort = 64 * 64;  // cells of the table of a longest common subsequence
constexpr int kDeepest = 8;              // how often a stretch is split

class Alignment {
 public:
  Alignment(Span<const std::uint64_t> a, Span<const std::uint64_t> b) : a_(a), b_(b) {}

  std::vector<IndexPair> pairs() {
    align({0, a_.size(), 0, b_.size()}, 0);
    std::sort(pairs_.begin(), pairs_.end());
    return std::move(pairs_);
  }

 private:
  struct Stretch {
    std::size_t a_begin, a_end, b_begin, b_end;
    bool is_empty() const { return a_begin == a_end || b_begin == b_end; }
  };

  void add(std::size_t i, std::size_t j) {
    pairs_.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j));
  }

  void align(Stretch in, int depth) {
    while (!in.is_empty() && a_[in.a_begin] == b_[in.b_begin]) add(in.a_begin++, in.b_begin++);
    while (!in.is_empty() && a_[in.a_end - 1] == b_[in.b_end - 1]) add(--in.a_end, --in.b_end);
    if (in.is_empty()) return;
    if ((in.a_end - in.a_begin) * (in.b_end - in.b_begin) <= kShort) return longest(in);
    if (depth == kDeepest) return;
    const std::vector<IndexPair> anchors = rising(unique_in_both(in));
    if (anchors.empty()) return;
    std::size_t i = in.a_begin;
    std::size_t j = in.b_begin;
    for (const auto& [at, there] : anchors) {
      align({i, at, j, there}, depth + 1);
      add(at, there);
      i = at + std::size_t{1};
      j = there + std::size_t{1};
    }
    align({i, in.a_end, j, in.b_end}, depth + 1);
  }

  /// A longest common subsequence, by the table of its lengths.
  void longest(const Stretch& in) {
    const std::size_t rows = in.a_end - in.a_begin;
    const std::size_t columns = in.b_end - in.b_begin;
    std::vector<std::uint16_t> lengths((rows + 1) * (columns + 1));
    const auto length = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return lengths[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;)
      for (std::size_t j = columns; j-- > 0;)
        length(i, j) = a_[in.a_begin + i] == b_[in.b_begin + j] ? static_cast<std::uint16_t>(length(i + 1, j + 1) + 1)
                                                                : std::max(length(i + 1, j), length(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (a_[in.a_begin + i] == b_[in.b_begin + j])
        add(in.a_begin + i++, in.b_begin + j++);
      else if (length(i + 1, j) >= length(i, j + 1))
        ++i;
      else
        ++j;
    }
  }

  /// In the order of a.
  std::vector<IndexPair> unique_in_both(const Stretch& in) const {
    struct Seen {
      std::uint32_t in_a = 0;
      std::uint32_t in_b = 0;
      std::size_t at_b = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    for (std::size_t i = in.a_begin; i < in.a_end; ++i) ++seen[a_[i]].in_a;
    for (std::size_t j = in.b_begin; j < in.b_end; ++j) {
      Seen& known = seen[b_[j]];
      ++known.in_b;
      known.at_b = j;
    }
    std::vector<IndexPair> unique;
    for (std::size_t i = in.a_begin; i < in.a_end; ++i)
      if (const Seen& known = seen[a_[i]]; known.in_a == 1 && known.in_b == 1)
        unique.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(known.at_b));
    return unique;
  }

  /// The longest part whose second indexes rise, too.
  static std::vector<IndexPair> rising(const std::vector<IndexPair>& pairs) {
    std::vector<std::size_t> piles;  // of each length, the pair with the least end
    std::vector<std::size_t> before(pairs.size(), pairs.size());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      const auto pile = std::lower_bound(piles.begin(), piles.end(), pairs[at].second,
                                         [&](std::size_t end, std::uint32_t j) { return pairs[end].second < j; });
      if (pile != piles.begin()) before[at] = *(pile - 1);
      if (pile == piles.end())
        piles.push_back(at);
      else
        *pile = at;
    }
    std::vector<IndexPair> longest;
    for (std::size_t at = piles.empty() ? pairs.size() : piles.back(); at != pairs.size(); at = before[at])
      longest.push_back(pairs[at]);
    std::reverse(longest.begin(), longest.end());
    return longest;
  }

  Span<const std::uint64_t> a_;
  Span<const std::uint64_t> b_;
  std::vector<IndexPair> pairs_;
};

}  // namespace

std::vector<IndexPair> align(Span<const std::uint64_t> a, Span<const std::uint64_t> b) {
  return Alignment(a, b).pairs();
}

}  // namespace run::detail
