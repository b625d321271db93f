// What JSON and TOML have no words for => what a Document says: anchors, aliases, plain scalars.
#pragma once

#include <unordered_map>

#include "Document.h"

namespace run::detail {

/// Builds a Document from the events of a format whose keys are all strings, and undoes these spellings: `_id_` of a
/// mapping is its anchor, `{_ref_: 1}` is an alias of it, `{_value_: ".inf"}` is the plain scalar of YAML.
class Spelling {
 public:
  explicit Spelling(Document& document) : document_(document) {}

  void key(std::string_view text, Mark mark);
  void scalar(std::string_view text, Item::Style style, Mark mark);
  void open(Item::Kind kind, Mark mark);
  void close();

 private:
  std::uint32_t anchor_number(std::string_view text, Mark mark);
  [[noreturn]] void fail_number(std::string_view key, Mark mark) const;

  Document& document_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;  // as written => without gaps
  std::string_view number_of_;                                // the key, where the number of an anchor comes next
};

}  // namespace run::detail
