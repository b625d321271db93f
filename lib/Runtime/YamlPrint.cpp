// Document => YAML, in block style. Recursion is as deep as a Document may be.
#include "Document.h"
#include "Scalar.h"
#include "Texts.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;
using Index = Document::Index;

class Printer {
 public:
  explicit Printer(const Document& document) : document_(document), comment_(document.comments.begin()) {
    text_.reserve(document.size() * std::size_t{12});
  }

  std::string print() {
    const Item& root = document_[0];
    if (root.is(Kind::scalar) || root.is(Kind::alias) || root.end == 1)
      after_mark(0, 0);
    else
      block(0, 0, true);
    if (text_.starts_with(' ')) text_.erase(0, 1);
    return std::move(text_);
  }

 private:
  void begin_line(std::size_t indent) { text_.append(indent * 2, ' '); }

  void scalar(const Item& item) {
    if (item.plain())
      text_ += item.text();
    else
      append_string_scalar(text_, item.text());
  }

  /// After `key:` or `-`.
  void after_mark(Index index, std::size_t indent, bool after_dash = false) {
    const Item& item = document_[index];
    if (item.is(Kind::scalar)) {
      text_ += ' ';
      scalar(item);
      text_ += '\n';
    } else if (item.is(Kind::alias)) {
      text_ += " *" + std::to_string(item.anchor) + "\n";
    } else if (item.end == index + 1) {
      text_ += item.is(Kind::sequence) ? " []\n" : " {}\n";
    } else if (item.anchor != 0) {
      text_ += " &" + std::to_string(item.anchor) + "\n";
      block(index, indent, false);
    } else {
      // The first line of a block may stand behind a dash, but not below a comment.
      const bool commented = comment_ != document_.comments.end() && comment_->key == index + 1;
      const bool same_line = after_dash && !commented;
      text_ += same_line ? ' ' : '\n';
      block(index, indent, same_line);
    }
  }

  void block(Index index, std::size_t indent, bool line_begun) {
    const Item& item = document_[index];
    for (Index at = index + 1; at < item.end;) {
      if (item.is(Kind::mapping)) comments(at, indent);
      if (!line_begun) begin_line(indent);
      line_begun = false;
      if (item.is(Kind::sequence)) {
        text_ += '-';
        after_mark(at, indent + 1, true);
        at = document_[at].end;
      } else {
        scalar(document_[at]);
        text_ += ':';
        const Index value = document_[at].end;
        after_mark(value, indent + 1);
        at = document_[value].end;
      }
    }
  }

  void comments(Index key, std::size_t indent) {
    for (; comment_ != document_.comments.end() && comment_->key == key; ++comment_)
      each_part(comment_->text, '\n', [&](std::string_view line) {
        begin_line(indent);
        text_.append("# ").append(line) += '\n';
      });
  }

  const Document& document_;
  std::vector<Document::Comment>::const_iterator comment_;
  std::string text_;
};

}  // namespace

std::string print_yaml(const Document& document) { return Printer(document).print(); }

}  // namespace run::detail
