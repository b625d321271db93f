// YAML 1.1's merge keys (https://yaml.org/type/merge.html): `<<: *base` and `<<: [*first, *second]` become the entries
// that they stand for. An own entry wins over merged ones, and an earlier mapping over a later one. What is merged is
// copied, with the sharing that there is within it; each item keeps the place where it was written.
#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "Document.h"

namespace run::detail {
namespace {

using Index = Document::Index;
using Kind = Item::Kind;

constexpr std::size_t kMostMerged = 1'000'000;  // items

/// An item within which there are no merge keys any more.
struct Merged {
  const Document* document;
  Index item;
};

bool is_merge_key(const Item& key) { return key.is(Kind::scalar) && key.plain() && key.text() == "<<"; }

class Merger {
 public:
  explicit Merger(const Document& document) : from_(document), into_(document.name(), Source(document.source())) {
    for (Index item = 0; item < from_.size(); ++item) last_anchor_ = std::max(last_anchor_, from_[item].anchor);
  }

  Document merge() {
    copy(0, into_);
    return std::move(into_);
  }

 private:
  using Renamed = std::unordered_map<std::uint32_t, std::uint32_t>;

  /// The merge key of the mapping; 0, which is no key, where there is none.
  Index merge_key(Index mapping) const {
    Index found = 0;
    for (Index key = mapping + 1; key < from_[mapping].end; key = from_[from_[key].end].end) {
      if (!is_merge_key(from_[key])) continue;
      if (found != 0)
        from_.fail(key, "`<<` is there twice, first in line " + std::to_string(from_[found].line) +
                            ": write a list, `<<: [*a, *b]`");
      found = key;
    }
    return found;
  }

  void copy(Index item, Document& to) {
    const Item& read = from_[item];
    if (read.is(Kind::scalar)) {
      to.scalar(read.text(), read.style, read.mark(), read.anchor);
    } else if (read.is(Kind::alias)) {
      to.alias(read.anchor, read.mark());
    } else {
      to.open(read.kind, read.mark(), read.anchor);
      if (const Index merge = read.is(Kind::mapping) ? merge_key(item) : 0; merge != 0)
        merge_entries(item, merge, to);
      else
        for (Index part = item + 1; part < read.end; part = from_[part].end) copy(part, to);
      to.close();
    }
  }

  void merge_entries(Index mapping, Index merge, Document& to) {
    std::unordered_set<std::string_view> known;
    for (Index key = mapping + 1; key < from_[mapping].end; key = from_[from_[key].end].end)
      if (from_[key].is(Kind::scalar) && key != merge) known.insert(from_[key].text());
    for (Index key = mapping + 1; key < from_[mapping].end; key = from_[from_[key].end].end) {
      if (key != merge) {
        copy(key, to);
        copy(from_[key].end, to);
        continue;
      }
      const Index value = from_[key].end;
      const Merged behind = from_[value].is(Kind::alias) ? meant(from_[value], value) : apart(value);
      const Document& document = *behind.document;
      if (!document[behind.item].is(Kind::sequence)) {
        take(behind, from_[value].mark(), known, to);
        continue;
      }
      for (Index part = behind.item + 1; part < document[behind.item].end; part = document[part].end)
        take(document[part].is(Kind::alias) ? meant(document[part], value) : Merged{&document, part},
             document[part].mark(), known, to);
    }
  }

  /// What stands behind a merge key itself, in a document of its own.
  Merged apart(Index value) {
    Document& made = apart_.emplace_back(from_.name(), Source(from_.source()));
    copy(value, made);
    return {&made, 0};
  }

  /// What an alias in the value of a merge key means.
  Merged meant(const Item& alias, Index value) const {
    const Index written = from_.anchored(alias.anchor);
    if (written < value && from_[written].end > value) from_.fail(alias.mark(), "it holds itself");
    const Index merged = into_.anchored(alias.anchor);
    if (merged >= into_.size()) from_.fail(alias.mark(), "there is no such anchor before the merge key");
    return {&into_, merged};
  }

  /// The entries that are not known yet. `to` may be the document that they are in.
  void take(const Merged& source, Mark where, std::unordered_set<std::string_view>& known, Document& to) {
    const Document& from = *source.document;
    if (const Item& found = from[source.item]; !found.is(Kind::mapping)) {
      const std::string what = found.is(Kind::scalar) ? "`" + std::string(found.text()) + "`" : "a sequence";
      from_.fail(where, "`<<` takes a mapping, an alias of one, or a list of these, not " + what);
    }
    const Index end = from[source.item].end;
    Renamed renamed;
    for (Index key = source.item + 1; key < end; key = from[from[key].end].end) {
      if (from[key].is(Kind::scalar) && !known.insert(from[key].text()).second) continue;
      duplicate(from, key, to, renamed);
      duplicate(from, from[key].end, to, renamed);
    }
  }

  /// An anchor within is one of its own, and the aliases within mean that.
  void duplicate(const Document& from, Index item, Document& to, Renamed& renamed) {
    const Item read = from[item];
    if (++merged_ > kMostMerged) from_.fail(read.mark(), "merge keys stand for too many values");
    std::uint32_t anchor = read.anchor;
    if (anchor != 0 && &from == &into_) {  // what stood apart has no other place
      if (const auto known = renamed.find(anchor); known != renamed.end())
        anchor = known->second;
      else if (!read.is(Kind::alias))
        anchor = renamed[read.anchor] = ++last_anchor_;
    }
    if (read.is(Kind::scalar)) {
      to.scalar(read.text(), read.style, read.mark(), anchor);
    } else if (read.is(Kind::alias)) {
      to.alias(anchor, read.mark());
    } else {
      to.open(read.kind, read.mark(), anchor);
      for (Index part = item + 1; part < read.end; part = from[part].end) duplicate(from, part, to, renamed);
      to.close();
    }
  }

  const Document& from_;
  Document into_;
  std::deque<Document> apart_;  // mappings that are written behind a merge key
  std::uint32_t last_anchor_ = 0;
  std::size_t merged_ = 0;
};

}  // namespace

void merge_keys(Document& document) {
  if (document.source().find("<<") == std::string_view::npos) return;
  Index first = 0;
  while (first < document.size() && !is_merge_key(document[first])) ++first;
  if (first == document.size()) return;
  document.take_items(Merger(document).merge());
}

}  // namespace run::detail
