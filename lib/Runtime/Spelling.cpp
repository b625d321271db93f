#include "Spelling.h"

#include <charconv>

namespace run::detail {
void Spelling::fail_number(std::string_view key, Mark mark) const {
  document_.fail(mark, std::string(key) + " is the number of a node, from 1");
}

std::uint32_t Spelling::anchor_number(std::string_view text, Mark mark) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (!is_number || number == 0) fail_number(number_of_, mark);
  return numbers_.try_emplace(number, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
}

void Spelling::key(std::string_view text, Mark mark) {
  number_of_ = {};
  if (text == "_id_")
    number_of_ = "_id_";
  else
    document_.scalar(text, Item::Style::key, mark);
}

void Spelling::scalar(std::string_view text, Item::Style style, Mark mark) {
  if (number_of_.empty()) {
    document_.scalar(text, style, mark);
    return;
  }
  const std::uint32_t number = style == Item::Style::plain ? anchor_number(text, mark) : 0;
  if (number == 0) fail_number(number_of_, mark);
  const Document::Index mapping = document_.innermost();
  if (document_[mapping].anchor != 0) document_.fail(mark, "`_id_` is there twice");
  if (document_.anchored(number) < document_.size())
    document_.fail(mark, "two nodes have the _id_ " + std::string(text));
  document_.set_anchor(mapping, number);
  number_of_ = {};
}

void Spelling::open(Item::Kind kind, Mark mark) {
  if (!number_of_.empty()) fail_number(number_of_, mark);
  document_.open(kind, mark);
}

void Spelling::close() {
  const Document::Index closed = document_.innermost();
  document_.close();
  const Item& mapping = document_[closed];
  if (!mapping.is(Item::Kind::mapping) || mapping.end != closed + 3 || !document_[closed + 2].is(Item::Kind::scalar))
    return;
  const Item value = document_[closed + 2];
  const std::string_view key = document_[closed + 1].text();
  Item said = mapping;
  if (key == "_ref_") {
    number_of_ = "_ref_";
    said.kind = Item::Kind::alias;
    said.anchor = value.plain() ? anchor_number(value.text(), value.mark()) : 0;
    if (said.anchor == 0) fail_number(number_of_, value.mark());
    number_of_ = {};
  } else if (key == "_value_" && !value.plain()) {
    said.kind = Item::Kind::scalar;
    said.begin = value.begin;
    said.length = value.length;
  } else {
    return;
  }
  document_.replace(closed, said);
}

}  // namespace run::detail
