// One text of any format (YAML, JSON, TOML, a word of a command line) as a flat list of items in preorder: what the
// parsers make, the one reader of configurations reads, the one writer makes, and the printers print.
//
// `{a: 1, b: [x, y]}` is: mapping, `a`, `1`, `b`, sequence, `x`, `y`; an item's subtree is [index, item.end).
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace run::detail {

struct Mark {
  std::uint32_t line = 0;  // from 1; 0: unknown
  std::uint32_t column = 0;
};

/// Thirty-two bytes, because large texts have millions.
struct Item {
  enum class Kind : std::uint8_t { scalar, sequence, mapping, alias };
  enum class Style : std::uint8_t {
    plain,   // a number, null, true, or else a string, as YAML 1.2 has it
    quoted,  // a string
    key,     // either: a key of a format whose keys are all strings; its type decides
    word,    // of a command line: as plain, but the type decides first, and it may name a factory or a file
  };
  static constexpr std::uint32_t kLastColumn = (1U << 27) - 1;  // what lies behind it is said to be there

  const char* begin = nullptr;  // scalar
  std::uint32_t length = 0;
  std::uint32_t end = 0;     // one past its subtree
  std::uint32_t anchor = 0;  // its own, or of an alias the one it means; 0 for none
  std::uint32_t line = 0;
  std::uint32_t column : 27 = 0;
  Kind kind : 2 = Kind::scalar;
  Style style : 2 = Style::plain;
  bool keeps_place : 1 = false;  // a key: what comes before it must be set before it

  std::string_view text() const { return {begin, length}; }
  Mark mark() const { return {line, column}; }
  bool is(Kind wanted) const { return kind == wanted; }
  bool plain() const { return style == Style::plain || style == Style::word; }
};

/// The text that a document is made of: its own, or one that the caller keeps for as long as there is the document.
struct Source {
  Source() = default;
  explicit(false) Source(std::string own) : kept(std::make_unique<const std::string>(std::move(own))), text(*kept) {}
  explicit(false) Source(std::string_view of_caller) : text(of_caller) {}

  std::unique_ptr<const std::string> kept;
  std::string_view text;
};

/// Items name texts that the document keeps, or its source, or that live as long as the process. Moving keeps them
/// where they are.
class Document {
 public:
  using Index = std::uint32_t;
  /// Mappings and sequences within each other: no text has more, whatever its format.
  static constexpr std::size_t kDeepest = 480;
  static constexpr std::size_t kLongest = std::size_t{1} << 30;        // bytes of a text
  static constexpr std::size_t kLongestScalar = std::size_t{1} << 26;  // bytes of one value or key in it

  /// `name` is what messages begin with; `source`, the text as it was written, is what they quote. Throws Error where
  /// it is too long.
  explicit Document(std::string_view name, Source source = {});

  const std::string& name() const { return *name_; }
  std::string_view source() const { return source_.text; }
  Index size() const { return static_cast<Index>(items_.size()); }
  const Item& operator[](Index index) const { return items_[index]; }
  /// The item with that anchor; size() where there is none.
  Index anchored(std::uint32_t anchor) const { return anchor < anchors_.size() ? anchors_[anchor] : size(); }
  /// The value of the key in that mapping; size() where there is none.
  Index find(Index mapping, std::string_view key) const;

  // Building. The first item, whole, is the root.
  /// Throws Error where it is too long.
  Index scalar(std::string_view text, Item::Style style, Mark mark = {}, std::uint32_t anchor = 0);
  Index alias(std::uint32_t anchor, Mark mark = {});
  /// A sequence or mapping, whose items follow until `close`. Throws Error where it is nested too deep.
  Index open(Item::Kind kind, Mark mark = {}, std::uint32_t anchor = 0);
  void close();
  /// What was opened and is not closed yet.
  std::size_t depth() const { return open_.size(); }
  Index innermost() const { return open_.back(); }
  void set_anchor(Index item, std::uint32_t anchor);
  /// The alias means the item of that anchor.
  void set_meaning(Index alias, std::uint32_t anchor) { items_[alias].anchor = anchor; }
  /// The last item, with all that is below it, becomes this scalar or alias.
  void replace(Index last, const Item& with);
  /// As it was made.
  void clear();
  /// The items of the other are now this one's, in place of its own; their texts it keeps already.
  void take_items(Document&& other);
  /// A copy of the text that lives as long as the document.
  std::string_view keep(std::string_view text);

  /// Throws Error: `name:line:column: message`, then the line and a caret below; the
  /// message alone where the text has no name.
  [[noreturn]] void fail(Mark mark, const std::string& message) const;
  [[noreturn]] void fail(Index item, const std::string& message) const { fail(items_[item].mark(), message); }

  bool says_place = true;        // else messages do not begin with name:line:column; they quote the line
  std::uint32_t first_line = 1;  // the number of the source's first line
  bool has_aliases() const { return has_aliases_; }

  /// What is to be said above a key; in the order of their keys.
  struct Comment {
    Index key;
    std::string_view text;
  };
  std::vector<Comment> comments;
  void keep_place(Index key) { items_[key].keeps_place = true; }

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
    std::size_t used = 0;
  };

  Index add(const Item& item);

  std::unique_ptr<const std::string> name_;
  Source source_;
  std::deque<Item> items_;  // not a vector: while it grows, that takes three times the memory
  std::vector<Index> open_;
  std::vector<Index> anchors_;
  std::vector<Chunk> chunks_;
  bool has_aliases_ = false;
};

/// Where the byte `offset` of the text is.
Mark mark_of(std::string_view text, std::size_t offset);

/// Throws Error where the text is no UTF-8 or holds control characters other than tab, line feed and carriage return.
void check_text(const Document& document);

// The parsers. Each throws Error with a mark; `name` stands for the file.
Document parse_yaml(Source source, std::string_view name);
Document parse_json(Source source, std::string_view name);
Document parse_toml(Source source, std::string_view name);

/// The item at a path: of `file.yaml:section`. Throws Error where there is none.
Document::Index section_of(const Document& document, const std::string& section);

// The parts of parse_yaml, for a text that check_text found good; the document holds nothing but its source yet.
/// What nearly all configurations are written in. False where the text says more than it knows: then the document is
/// of no use any more, and the text may be right or wrong.
bool parse_simple_yaml(Document& document);
void parse_any_yaml(Document& document);
/// What follows them: merge keys (`<<`) become the entries that they stand for.
void merge_keys(Document& document);

// The printers. Comments are left out where the format has none.
std::string print_yaml(const Document& document);
std::string print_json(const Document& document);
std::string print_toml(const Document& document);

}  // namespace run::detail
