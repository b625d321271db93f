#include "Document.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "Utf8.h"
#include "run/error.h"

namespace run::detail {
namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kLongestLine = 100;  // of a quoted line

std::string_view line_of(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (; line > 1; --line) {
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) return {};
    ++begin;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

/// The line and, below, a caret; a long line is cut around the column.
std::string excerpt(std::string_view line, std::size_t column) {
  std::size_t begin = 0;
  if (line.size() > kLongestLine) {
    begin = column > kLongestLine / 2 ? column - kLongestLine / 2 : 0;
    while (begin > 0 && begin < line.size() && continues_character(line[begin])) --begin;
    std::size_t end = std::min(begin + kLongestLine, line.size());
    while (end > begin && end < line.size() && continues_character(line[end])) --end;
    line = line.substr(0, end);
  }
  std::string text = "\n  ";
  std::string caret = "\n  ";
  for (std::size_t i = begin; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    text += byte < 0x20 && byte != '\t' ? ' ' : line[i];
    if (i < column && !continues_character(line[i])) caret += line[i] == '\t' ? '\t' : ' ';
  }
  return text + caret + '^';
}

Item item(std::string_view text, Mark mark, std::uint32_t anchor, Item::Kind kind, Item::Style style) {
  Item made;
  made.begin = text.data();
  made.length = static_cast<std::uint32_t>(text.size());
  made.anchor = anchor;
  made.line = mark.line;
  made.column = std::min(mark.column, Item::kLastColumn);
  made.kind = kind;
  made.style = style;
  return made;
}

}  // namespace

Document::Document(std::string_view name, Source source)
    : name_(std::make_unique<const std::string>(name)), source_(std::move(source)) {
  if (source_.text.size() > kLongest) throw Error(this->name() + ": it is longer than a gigabyte");
}

Document::Index Document::find(Index mapping, std::string_view key) const {
  if (!items_[mapping].is(Item::Kind::mapping)) return size();
  for (Index at = mapping + 1; at < items_[mapping].end;) {
    const Index value = items_[at].end;
    if (items_[at].is(Item::Kind::scalar) && items_[at].text() == key) return value;
    at = items_[value].end;
  }
  return size();
}

Document::Index Document::add(const Item& item) {
  const Index index = size();
  items_.push_back(item);
  items_.back().end = index + 1;
  if (item.anchor != 0 && !item.is(Item::Kind::alias)) set_anchor(index, item.anchor);
  return index;
}

Document::Index Document::scalar(std::string_view text, Item::Style style, Mark mark, std::uint32_t anchor) {
  if (text.size() > kLongestScalar)
    fail(mark, "a value of " + std::to_string(text.size()) + " bytes: none is longer than 64 MiB");
  return add(item(text, mark, anchor, Item::Kind::scalar, style));
}

Document::Index Document::alias(std::uint32_t anchor, Mark mark) {
  has_aliases_ = true;
  return add(item({}, mark, anchor, Item::Kind::alias, Item::Style::plain));
}

Document::Index Document::open(Item::Kind kind, Mark mark, std::uint32_t anchor) {
  if (open_.size() == kDeepest) fail(mark, "it is nested deeper than " + std::to_string(kDeepest) + " levels");
  const Index index = add(item({}, mark, anchor, kind, Item::Style::plain));
  open_.push_back(index);
  return index;
}

void Document::close() {
  items_[open_.back()].end = size();
  open_.pop_back();
}

void Document::set_anchor(Index item, std::uint32_t anchor) {
  items_[item].anchor = anchor;
  if (anchors_.size() <= anchor) anchors_.resize(anchor + std::size_t{1}, static_cast<Index>(-1));
  anchors_[anchor] = item;
}

void Document::replace(Index last, const Item& with) {
  items_.resize(last);
  add(with);
  has_aliases_ = has_aliases_ || with.is(Item::Kind::alias);
}

void Document::clear() {
  items_.clear();
  open_.clear();
  anchors_.clear();
  chunks_.clear();
  has_aliases_ = false;
}

void Document::take_items(Document&& other) {
  items_ = std::move(other.items_);
  anchors_ = std::move(other.anchors_);
  has_aliases_ = other.has_aliases_;
}

std::string_view Document::keep(std::string_view text) {
  if (text.empty()) return {};
  if (chunks_.empty() || chunks_.back().size - chunks_.back().used < text.size()) {
    const std::size_t size = std::max(text.size(), std::min(kChunk, source_.text.size() + 64));
    chunks_.push_back({std::make_unique_for_overwrite<char[]>(size), size, 0});
  }
  Chunk& chunk = chunks_.back();
  char* place = chunk.bytes.get() + chunk.used;
  std::memcpy(place, text.data(), text.size());
  chunk.used += text.size();
  return {place, text.size()};
}

void Document::fail(Mark mark, const std::string& whole_message) const {
  const std::string message = shortened(whole_message);
  if (name().empty()) throw Error(message);
  if (mark.line == 0) throw Error(name() + ": " + message);
  const std::string place =
      says_place ? name() + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column) + ": " : std::string();
  const std::string_view line = line_of(source(), mark.line - first_line + 1);
  const std::size_t column = mark.column == 0 ? 0 : mark.column - 1;
  if (line.empty()) throw Error(place + message);
  throw Error(place + message + excerpt(line, column));
}

Mark mark_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(before.size() - begin + 1)};
}

void check_text(const Document& document) {
  const std::string_view text = document.source();
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x80) {
      ++at;
      continue;
    }
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')
      document.fail(mark_of(text, at), "a text has no control characters: found byte " + std::to_string(byte));
    const std::size_t length = utf8_sequence(text.substr(at));
    if (length == 0) document.fail(mark_of(text, at), "the text is no UTF-8: found byte " + std::to_string(byte));
    at += length;
  }
}

}  // namespace run::detail
