// Diffs <=> JSON.
#include <algorithm>
#include <array>

#include "Document.h"
#include "DocumentWriter.h"
#include "run/diff.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run {
namespace detail {
namespace {

using Index = Document::Index;
using Style = Item::Style;

constexpr std::array<std::string_view, 7> kKinds = {"added", "removed", "changed", "retargeted",
                                                    "moved", "shared",  "unshared"};

/// All values of a diff that are no items yet, as one list, so that nodes that several of them hold are written once.
/// `paths`: where they stand in the configuration.
NodePtr values_of(const Diff& diff, std::vector<std::string>& paths) {
  static constexpr Parameter kContent[] = {parameter<std::vector<int>>("")};
  static const TargetInfo list_info = [] {
    TargetInfo made;
    made.parameters = kContent;
    made.result = &type_of<std::vector<int>>;
    made.is_container = true;
    return made;
  }();
  Value::List all;
  for (const Change& change : diff.changes()) {
    for (const DiffValue* value : {&change.before, &change.after}) {
      if (value->text != nullptr || value->absent()) continue;
      all.push_back(value->value);
      paths.push_back(change.path);
    }
  }
  auto list = Node::make(list_info, NodeKind::config, Location());
  list->arguments.push_back({0, Value(std::move(all)), {}});
  return list;
}

void copy(const Document& from, Index item, Document& to) {
  std::vector<Index> ends;
  for (Index at = item; at < from[item].end; ++at) {
    const Item& copied = from[at];
    if (copied.is(Item::Kind::scalar))
      to.scalar(copied.text(), copied.style, {}, copied.anchor);
    else if (copied.is(Item::Kind::alias))
      to.alias(copied.anchor);
    else
      to.open(copied.kind, {}, copied.anchor);
    if (!copied.is(Item::Kind::scalar) && !copied.is(Item::Kind::alias)) ends.push_back(copied.end);
    while (!ends.empty() && ends.back() == at + 1) {
      to.close();
      ends.pop_back();
    }
  }
}

class DiffReader {
 public:
  explicit DiffReader(std::shared_ptr<const Document> document) : document_(std::move(document)) {}

  Diff read() {
    if (!at(0).is(Item::Kind::mapping)) fail(0, "expected a diff: a mapping with `changes`");
    each_key(0, {"changes"});
    const Index changes = document_->find(0, "changes");
    if (changes == document_->size()) fail(0, "expected a diff: `changes` is missing");
    if (!at(changes).is(Item::Kind::sequence)) fail(changes, "`changes` is a sequence");
    for (Index item = changes; item < at(changes).end; ++item)
      if (at(item).is(Item::Kind::alias) && document_->anchored(at(item).anchor) >= item)
        fail(item, "there is no such `_id_` before it");
    std::vector<Change> all;
    for (Index item = changes + 1; item < at(changes).end; item = at(item).end) all.push_back(change(item));
    return Diff(std::move(all));
  }

 private:
  const Item& at(Index item) const { return (*document_)[item]; }
  [[noreturn]] void fail(Index item, const std::string& message) const { document_->fail(item, message); }

  void each_key(Index mapping, std::vector<std::string_view> known) const {
    for (Index key = mapping + 1; key < at(mapping).end; key = at(at(key).end).end) {
      if (std::find(known.begin(), known.end(), at(key).text()) != known.end()) {
        if (document_->find(mapping, at(key).text()) == at(key).end) continue;
        fail(key, "`" + std::string(at(key).text()) + "` is there twice");
      }
      fail(key, "there is no key `" + std::string(at(key).text()) + "`" + did_you_mean(nearest(at(key).text(), known)));
    }
  }

  std::string_view text(Index mapping, std::string_view key) const {
    const Index item = document_->find(mapping, key);
    if (item == document_->size()) fail(mapping, "`" + std::string(key) + "` is missing");
    if (!at(item).is(Item::Kind::scalar)) fail(item, "`" + std::string(key) + "` is a string");
    return at(item).text();
  }

  Change change(Index item) const {
    if (!at(item).is(Item::Kind::mapping)) fail(item, "a change is a mapping");
    each_key(item, {"change", "path", "before", "after"});
    const std::string_view kind = text(item, "change");
    const auto found = std::find(kKinds.begin(), kKinds.end(), kind);
    if (found == kKinds.end())
      fail(document_->find(item, "change"),
           "there is no change `" + std::string(kind) + "`" + did_you_mean(nearest(kind, kKinds)));
    Change read{static_cast<Change::Kind>(found - kKinds.begin()), std::string(text(item, "path")),
                value(item, "before"), value(item, "after")};
    const bool needs_after = read.kind != Change::Kind::removed;
    if (needs_after == read.after.absent())
      fail(item, needs_after ? "`after` is missing" : "what is removed has no `after`");
    const bool needs_before =
        read.kind != Change::Kind::added && read.kind != Change::Kind::moved && read.kind != Change::Kind::shared;
    if (needs_before && read.before.absent()) fail(item, "`before` is missing");
    if (read.kind == Change::Kind::added && !read.before.absent()) fail(item, "what is added has no `before`");
    if (read.kind == Change::Kind::retargeted)
      for (const DiffValue* of : {&read.before, &read.after})
        if (document_->find(of->item, "_target_") == document_->size()) fail(of->item, "`_target_` is missing");
    if (read.kind == Change::Kind::moved || read.kind == Change::Kind::shared) check_old(read.after.item);
    if (read.kind == Change::Kind::unshared) check_old(read.before.item);
    return read;
  }

  void check_old(Index item) const {
    const Index target = document_->find(item, "_target_");
    if (target == document_->size() || at(target).text() != old_node_info().name)
      fail(item, "expected a node of the old configuration: `_target_` is `" + std::string(old_node_info().name) + "`");
  }

  DiffValue value(Index mapping, std::string_view key) const {
    const Index item = document_->find(mapping, key);
    if (item == document_->size()) return {};
    return {{}, document_, item};
  }

  std::shared_ptr<const Document> document_;
};

}  // namespace
}  // namespace detail

std::string to_json(const Diff& diff) {
  using namespace detail;
  std::vector<std::string> paths;
  const NodePtr list = values_of(diff, paths);  // the document names its texts
  const Document values = write_document(*list, false, paths);
  Document all("<diff>");
  Index next = 1;  // the first element of the list
  all.open(Item::Kind::mapping);
  all.scalar("changes", Style::quoted);
  all.open(Item::Kind::sequence);
  for (const Change& change : diff.changes()) {
    all.open(Item::Kind::mapping);
    const auto entry = [&](std::string_view key, std::string_view text) {
      all.scalar(key, Style::quoted);
      all.scalar(text, Style::quoted);
    };
    entry("change", kKinds[static_cast<std::size_t>(change.kind)]);
    entry("path", change.path);
    const auto value = [&](std::string_view key, const DiffValue& of) {
      if (of.absent()) return;
      all.scalar(key, Style::quoted);
      if (of.text != nullptr) return copy(*of.text, of.item, all);
      copy(values, next, all);
      next = values[next].end;
    };
    value("before", change.before);
    value("after", change.after);
    all.close();
  }
  all.close();
  all.close();
  return print_json(all);
}

Diff diff_from_json(std::string_view text, std::string_view name) {
  return detail::DiffReader(std::make_shared<const detail::Document>(detail::parse_json(std::string(text), name)))
      .read();
}

}  // namespace run
