// TOML text => Document, as version 1.0 has it. A table may be written in several places, so the text becomes a tree of
// entries first. Written here because what TOML says of tables takes readers time that grows with the square of the
// text: this one's time and memory grow with its length, and it keeps the order and the places.
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "Document.h"
#include "Spelling.h"
#include "TomlValue.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;

/// A value or table, and its place among those of the table or array that it is in.
struct Entry {
  enum class Made : std::uint8_t {
    by_value,   // all of it was said
    by_header,  // [table] or an element of [[tables]]: more of it may be said behind other headers
    by_path,    // a header named something in it; its own header may still come
    by_dots,    // a key with dots named something in it
  };

  std::string_view key{};
  std::string_view text{};  // scalar
  Mark key_mark{};
  Mark mark{};
  std::uint32_t first = 0;  // what it holds; 0 for nothing, for that is the root
  std::uint32_t last = 0;
  std::uint32_t next = 0;
  std::uint32_t size = 0;
  Kind kind = Kind::scalar;
  Item::Style style = Item::Style::plain;
  Made made = Made::by_value;
  bool has_headers = false;  // an array, each of whose elements has a [[header]]
};

class Tree {
 public:
  using Index = std::uint32_t;

  Tree() { entries_.push_back({.kind = Kind::mapping, .made = Entry::Made::by_header}); }

  Entry& operator[](Index index) { return entries_[index]; }
  const Entry& operator[](Index index) const { return entries_[index]; }

  Index add(Index parent, Entry entry) {
    const auto index = static_cast<Index>(entries_.size());
    entries_.push_back(entry);
    Entry& owner = entries_[parent];
    (owner.last != 0 ? entries_[owner.last].next : owner.first) = index;
    owner.last = index;
    if (++owner.size > kSmall && owner.kind == Kind::mapping) {
      if (owner.size == kSmall + 1)
        for (Index child = owner.first; child != 0; child = entries_[child].next) remember(parent, child);
      else
        remember(parent, index);
    }
    return index;
  }

  /// The entry of that key; 0 where there is none.
  Index find(Index table, std::string_view key) const {
    if (entries_[table].size > kSmall) {
      const auto found = known_.find({table, key});
      return found == known_.end() ? 0 : found->second;
    }
    for (Index child = entries_[table].first; child != 0; child = entries_[child].next)
      if (entries_[child].key == key) return child;
    return 0;
  }

 private:
  static constexpr std::uint32_t kSmall = 8;

  struct Key {
    Index table;
    std::string_view name;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::string_view>()(key.name) ^ key.table * std::size_t{0x9e3779b97f4a7c15};
    }
  };

  void remember(Index table, Index child) { known_.emplace(Key{table, entries_[child].key}, child); }

  std::vector<Entry> entries_;
  std::unordered_map<Key, Index, Hash> known_;  // in tables that are not small
};

class Parser {
 public:
  explicit Parser(Document& document) : document_(document), text_(document) {}

  Tree parse() {
    while (!text_.at_end()) {
      text_.skip_spaces();
      if (text_.peek() == '[')
        header();
      else if (!text_.at_line_end())
        pair(table_);
      text_.end_line();
    }
    return std::move(tree_);
  }

 private:
  using Index = Tree::Index;
  using Made = Entry::Made;

  struct Step {
    std::string_view key;
    Mark mark;
  };

  /// Into `steps_`.
  void keys() {
    steps_.clear();
    do {
      text_.skip_spaces();
      const Mark mark = text_.mark();
      steps_.push_back({text_.key(), mark});
      if (steps_.size() > Document::kDeepest) too_deep(mark);
      text_.skip_spaces();
    } while (text_.accept("."));
  }

  [[noreturn]] void too_deep(Mark mark) const {
    document_.fail(mark, "it is nested deeper than " + std::to_string(Document::kDeepest) + " levels");
  }
  [[noreturn]] void twice(const Step& step, Index first) const {
    document_.fail(step.mark, "`" + std::string(step.key) + "` is there twice, first in line " +
                                  std::to_string(tree_[first].key_mark.line));
  }
  [[noreturn]] void no_table(const Step& step, Index first) const {
    document_.fail(step.mark, "`" + std::string(step.key) +
                                  "` is no table that more can be said of: it has its value in line " +
                                  std::to_string(tree_[first].key_mark.line));
  }

  void header() {
    const Mark mark = text_.mark();
    const bool is_list = text_.accept("[[");
    if (!is_list) text_.expect("[");
    keys();
    text_.expect(is_list ? "]]" : "]");
    Index table = 0;
    for (std::size_t i = 0; i + 1 < steps_.size(); ++i) table = on_the_way(table, steps_[i], mark);
    const Step& last = steps_.back();
    const Index known = tree_.find(table, last.key);
    if (is_list) {
      if (known != 0 && !tree_[known].has_headers) twice(last, known);
      const Index list = known != 0 ? known
                                    : tree_.add(table, {.key = last.key,
                                                        .key_mark = last.mark,
                                                        .mark = mark,
                                                        .kind = Kind::sequence,
                                                        .has_headers = true});
      table_ = tree_.add(list, {.mark = mark, .kind = Kind::mapping, .made = Made::by_header});
    } else if (known != 0) {
      if (tree_[known].made != Made::by_path) twice(last, known);
      tree_[known].made = Made::by_header;
      table_ = known;
    } else {
      table_ = tree_.add(
          table,
          {.key = last.key, .key_mark = last.mark, .mark = mark, .kind = Kind::mapping, .made = Made::by_header});
    }
  }

  Index on_the_way(Index table, const Step& step, Mark mark) {
    const Index known = tree_.find(table, step.key);
    if (known == 0)
      return tree_.add(
          table, {.key = step.key, .key_mark = step.mark, .mark = mark, .kind = Kind::mapping, .made = Made::by_path});
    if (tree_[known].has_headers) return tree_[known].last;
    if (tree_[known].made == Made::by_value) no_table(step, known);
    return known;
  }

  /// `a.b = value` in that table.
  void pair(Index table) {
    keys();
    for (std::size_t i = 0; i + 1 < steps_.size(); ++i) {
      const Step& step = steps_[i];
      const Index known = tree_.find(table, step.key);
      if (known != 0 && tree_[known].made != Made::by_dots) no_table(step, known);
      table = known != 0 ? known
                         : tree_.add(table, {.key = step.key,
                                             .key_mark = step.mark,
                                             .mark = step.mark,
                                             .kind = Kind::mapping,
                                             .made = Made::by_dots});
    }
    const Step last = steps_.back();
    if (const Index known = tree_.find(table, last.key); known != 0) twice(last, known);
    text_.expect("=");
    text_.skip_spaces();
    value(table, {.key = last.key, .key_mark = last.mark});
  }

  void value(Index parent, Entry entry) {
    entry.mark = text_.mark();
    if (text_.peek() == '[' || text_.peek() == '{') {
      if (++depth_ > Document::kDeepest) too_deep(entry.mark);
      text_.peek() == '[' ? array(parent, entry) : inline_table(parent, entry);
      --depth_;
      return;
    }
    const TomlScalar scalar = text_.scalar();
    entry.text = scalar.text;
    entry.style = scalar.style;
    tree_.add(parent, entry);
  }

  void array(Index parent, Entry entry) {
    entry.kind = Kind::sequence;
    const Index list = tree_.add(parent, entry);
    text_.expect("[");
    for (text_.skip_lines(); !text_.accept("]"); text_.skip_lines()) {
      value(list, {});
      text_.skip_lines();
      if (!text_.accept(",")) {
        text_.expect("]");
        return;
      }
    }
  }

  void inline_table(Index parent, Entry entry) {
    entry.kind = Kind::mapping;
    const Index table = tree_.add(parent, entry);
    text_.expect("{");
    text_.skip_spaces();
    if (text_.accept("}")) return;
    do {
      pair(table);
      text_.skip_spaces();
    } while (text_.accept(","));
    text_.expect("}");
  }

  Document& document_;
  TomlText text_;
  Tree tree_;
  Index table_ = 0;
  std::size_t depth_ = 0;
  std::vector<Step> steps_;
};

void write(Spelling& spelling, const Tree& tree, Tree::Index index) {
  const Entry& entry = tree[index];
  if (entry.kind == Kind::scalar) return spelling.scalar(entry.text, entry.style, entry.mark);
  spelling.open(entry.kind, entry.mark);
  for (Tree::Index child = entry.first; child != 0; child = tree[child].next) {
    if (entry.kind == Kind::mapping) spelling.key(tree[child].key, tree[child].key_mark);
    write(spelling, tree, child);
  }
  spelling.close();
}

}  // namespace

Document parse_toml(Source source, std::string_view name) {
  Document document(name, std::move(source));
  check_text(document);
  Tree tree = Parser(document).parse();
  tree[0].mark = {1, 1};
  Spelling spelling(document);
  write(spelling, tree, 0);
  return document;
}

}  // namespace run::detail
