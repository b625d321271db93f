// Document => TOML. What TOML cannot say is spelt as in JSON: `_id_`, `{_ref_ = 1}`, `{_value_ = "null"}`.
#include <algorithm>

#include "Document.h"
#include "Quoted.h"
#include "Scalar.h"
#include "Texts.h"
#include "run/error.h"
#include "run/value.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;
using Index = Document::Index;

bool is_bare(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

void append_key(std::string& text, std::string_view key) {
  if (is_bare(key))
    text += key;
  else
    append_quoted(text, key);
}

/// As TOML writes it; empty where it has no way to.
std::string plain_text(std::string_view text) {
  if (text == "true" || text == "false") return std::string(text);
  if (text == ".inf" || text == "-.inf") return text == ".inf" ? "inf" : "-inf";
  if (text == ".nan") return "nan";
  const Value value = plain_scalar(text);
  const bool same = (value.is(Value::Kind::integer) || value.is(Value::Kind::real)) && value.text() == text;
  return same ? std::string(text) : std::string();
}

class Printer {
 public:
  explicit Printer(const Document& document) : document_(document) { text_.reserve(document.size() * std::size_t{16}); }

  std::string print() {
    if (!document_[0].is(Kind::mapping))
      throw Error("TOML holds a table of names: a list or a value cannot be its root");
    table(0, entries(0));
    if (text_.starts_with('\n')) text_.erase(0, 1);
    return std::move(text_);
  }

 private:
  /// Whether the entry can stand below a header of its own.
  bool is_table(Index index) const {
    const Item& item = document_[index];
    if (item.is(Kind::alias)) return true;
    if (item.is(Kind::mapping)) return item.end > index + 1;
    if (!item.is(Kind::sequence) || item.end == index + 1) return false;
    for (Index at = index + 1; at < item.end; at = document_[at].end) {
      const bool is_one =
          document_[at].is(Kind::alias) || (document_[at].is(Kind::mapping) && document_[at].end > at + 1);
      if (!is_one) return false;
    }
    return true;
  }

  struct Entry {
    Index key;
    bool below;  // a header of its own
  };

  /// Only an entry whose place does not matter is moved behind others, and none where a node might be named before it
  /// is there.
  std::vector<Entry> entries(Index index) const {
    std::vector<Entry> all;
    for (Index key = index + 1; key < document_[index].end; key = document_[document_[key].end].end)
      all.push_back({key, false});
    bool only_tables = true;
    bool place_matters = false;
    for (auto entry = all.rbegin(); entry != all.rend(); ++entry) {
      const bool keeps_place = document_[entry->key].keeps_place;
      const bool can_move = !document_.has_aliases() && !(keeps_place && place_matters);
      entry->below = is_table(document_[entry->key].end) && (only_tables || can_move);
      only_tables = only_tables && entry->below;
      place_matters = place_matters || (keeps_place && !entry->below);
    }
    return all;
  }

  void table(Index index, const std::vector<Entry>& entries) {
    if (document_[index].anchor != 0) text_ += "_id_ = " + std::to_string(document_[index].anchor) + "\n";
    for (const Entry& entry : entries) {
      if (entry.below) continue;
      comments(entry.key);
      append_key(text_, document_[entry.key].text());
      text_ += " = ";
      value(document_[entry.key].end);
      text_ += '\n';
    }
    for (const Entry& entry : entries)
      if (entry.below) headed(entry.key);
  }

  void headed(Index key) {
    path_.push_back(document_[key].text());
    const Index index = document_[key].end;
    const bool is_list = document_[index].is(Kind::sequence);
    const Index end = document_[index].end;
    for (Index at = is_list ? index + 1 : index; at < end; at = document_[at].end) {
      const std::vector<Entry> inner = entries(at);
      // The headers of what is in it say that it is there.
      const bool only_tables = std::all_of(inner.begin(), inner.end(), [](const Entry& entry) { return entry.below; });
      const bool is_said = !is_list && !inner.empty() && only_tables && document_[at].anchor == 0;
      if (!is_said) header(key, is_list);
      if (document_[at].is(Kind::alias))
        text_ += "_ref_ = " + std::to_string(document_[at].anchor) + "\n";
      else
        table(at, inner);
    }
    path_.pop_back();
  }

  void header(Index key, bool is_list) {
    text_ += '\n';
    comments(key);
    text_ += is_list ? "[[" : "[";
    for (const std::string_view& step : path_) {
      if (&step != &path_.front()) text_ += '.';
      append_key(text_, step);
    }
    text_ += is_list ? "]]\n" : "]\n";
  }

  void value(Index index) {
    const Item& item = document_[index];
    switch (item.kind) {
      case Kind::scalar:
        if (!item.plain()) return append_quoted(text_, item.text());
        if (const std::string text = plain_text(item.text()); !text.empty()) {
          text_ += text;
          return;
        }
        text_ += "{_value_ = ";
        append_quoted(text_, item.text());
        text_ += '}';
        return;
      case Kind::alias:
        text_ += "{_ref_ = " + std::to_string(item.anchor) + "}";
        return;
      case Kind::sequence:
        text_ += '[';
        for (Index at = index + 1; at < item.end; at = document_[at].end) {
          if (at != index + 1) text_ += ", ";
          value(at);
        }
        text_ += ']';
        return;
      case Kind::mapping:
        return inline_table(index);
    }
  }

  void inline_table(Index index) {
    const Item& item = document_[index];
    text_ += '{';
    if (item.anchor != 0) text_ += "_id_ = " + std::to_string(item.anchor);
    for (Index key = index + 1; key < item.end;) {
      if (text_.back() != '{') text_ += ", ";
      append_key(text_, document_[key].text());
      text_ += " = ";
      const Index entry = document_[key].end;
      value(entry);
      key = document_[entry].end;
    }
    text_ += '}';
  }

  void comments(Index key) {
    // Tables are moved behind what follows them, and with them their comments.
    const auto first = std::lower_bound(document_.comments.begin(), document_.comments.end(), key,
                                        [](const Document::Comment& comment, Index at) { return comment.key < at; });
    for (auto comment = first; comment != document_.comments.end() && comment->key == key; ++comment)
      each_part(comment->text, '\n', [&](std::string_view line) { text_.append("# ").append(line) += '\n'; });
  }

  const Document& document_;
  std::vector<std::string_view> path_;
  std::string text_;
};

}  // namespace

std::string print_toml(const Document& document) { return Printer(document).print(); }

}  // namespace run::detail
