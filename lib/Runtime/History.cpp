// Records of changes => histories, and tables of them.
#include "run/history.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

#include "NodePaths.h"
#include "Table.h"
#include "ValueText.h"
#include "run/config.h"
#include "run/target_info.h"

namespace run {
namespace {

std::atomic<bool>& switched_on() {
  static std::atomic<bool> on{true};
  return on;
}

bool same_place(const Location& a, const Location& b) {
  return a.line == b.line && a.column == b.column && std::string_view(a.file) == b.file;
}

/// A file that is read, as opposed to a source.
bool is_document(std::string_view file) {
  return file.starts_with('<') || file.ends_with(".yaml") || file.ends_with(".yml") || file.ends_with(".json") ||
         file.ends_with(".toml");
}

std::string_view word_of(How how) {
  switch (how) {
    case How::initial:
      return "default";
    case How::broadcast:
      return "broadcast";
    case How::walk:
      return "walk";
    case How::materialized:
      return "default, made an argument";
    case How::unset:
      return "unset";
    case How::edited:
      return "as edited";
    case How::inserted:
      return "inserted";
    case How::erased:
      return "erased";
    default:
      return {};
  }
}

}  // namespace

void set_history(bool keep) { switched_on().store(keep, std::memory_order_relaxed); }

std::string HistoryEntry::place() const {
  if (!where.known()) return {};
  const std::string_view file = where.file;
  return is_document(file) ? where.text() + ":" + std::to_string(where.column) : where.text();
}

bool HistoryEntry::operator==(const HistoryEntry& other) const {
  return path == other.path && value == other.value && same_place(where, other.where) && how == other.how &&
         times == other.times;
}

namespace detail {
namespace {

Record* last_record(const Node& node, std::size_t parameter) {
  if (node.history() == nullptr) return nullptr;
  Records& records = const_cast<Node&>(node).records();
  const auto found = std::find_if(records.rbegin(), records.rend(),
                                  [&](const Record& record) { return record.parameter == parameter; });
  return found == records.rend() ? nullptr : &*found;
}

/// A record, to be filled in. A program that changes its configuration for ever does not grow for ever: of too many the
/// middle goes.
Record& add(Node& node, std::size_t parameter) {
  constexpr std::ptrdiff_t kMost = 10'000;
  Records& records = node.records();
  if (std::ssize(records) == kMost) records.erase(records.begin() + kMost / 4, records.begin() + kMost / 2);
  Record& record = records.emplace_back();
  record.parameter = static_cast<std::uint32_t>(parameter);
  return record;
}

/// As a record keeps it.
Value kept(const Value& value) {
  const bool is_small = value.kind() < Value::Kind::string && !value.absent();
  return is_small ? value : Value(value.text());
}

/// The value that is about to be replaced.
Record& add_whole(Node& node, std::size_t parameter, Value value, PackedLocation where, How next) {
  Record& record = add(node, parameter);
  record.value = std::move(value);
  record.where = where;
  record.next = next;
  return record;
}

}  // namespace

bool keeps_history() { return switched_on().load(std::memory_order_relaxed); }

void record(Node& node, std::size_t parameter, PackedLocation where, How how) {
  if (!keeps_history()) return;
  const Argument* argument = node.find_argument(parameter);
  // Most often, and quick: only lists and maps are edited.
  const bool is_repeated = argument != nullptr && how != How::unset && argument->where == where && where.known();
  if (is_repeated && !argument->value.is(Value::Kind::list) && !argument->value.is(Value::Kind::map)) return;
  Record* last = last_record(node, parameter);
  if (argument == nullptr) {
    if (last != nullptr && last->how == How::unset) {
      last->next = how;
    } else if (how != How::set && how != How::unset) {
      add_whole(node, parameter, {}, {}, how).how = How::initial;
    }
    return;
  }
  const bool is_edited = last != nullptr && last->is_of_element();
  if (!is_edited && is_repeated) return;
  Record& old = add_whole(node, parameter, kept(argument->value), is_edited ? last->where : argument->where, how);
  if (is_edited) old.how = How::edited;
  if (how == How::unset) add_whole(node, parameter, {}, where, How::set).how = How::unset;
}

void record_element(const ElementChange& change) {
  if (!keeps_history()) return;
  const Spot& container = change.container;
  Node& node = *container.node;
  Record* last = last_record(node, container.parameter);
  const bool is_edited = last != nullptr && last->is_of_element();
  if (is_edited && last->how == change.how && change.where.known() && same_place(last->where, change.where)) {
    if (last->times != Record::kMostTimes) ++last->times;
    return;
  }
  if (!is_edited) {
    if (const Argument* argument = node.find_argument(container.parameter))
      add_whole(node, container.parameter, kept(argument->value), argument->where, How::edited);
  }
  Record& made = add(node, container.parameter);
  made.how = change.how;
  made.element = Value(steps_of(container) + change.step);
  made.value = kept(change.value);
  made.where = change.where;
}

Location where_of(const Spot& spot) {
  if (spot.parameter == Spot::kWholeNode) return spot.node->where;
  const Argument* argument = spot.node->find_argument(spot.parameter);
  return argument == nullptr ? Location() : Location(argument->where);
}

namespace {

std::string default_text(const Node& node, std::size_t parameter) {
  const Default& initial = node.target->parameters[parameter].initial;
  if (initial.value != nullptr)
    if (const Value value = initial.value(); !value.absent()) return value.text();
  return std::string(initial.text);
}

std::vector<HistoryEntry> history_of(Node& node, std::size_t parameter, const std::string& path) {
  std::vector<HistoryEntry> entries;
  How how = How::set;
  Location changed;
  bool is_edited = false;
  if (const Records* records = node.history()) {
    for (const Record& record : *records) {
      if (record.parameter != parameter) continue;
      is_edited = record.is_of_element();
      if (is_edited) {
        entries.push_back({path + record.element.string(), record.text(), record.where, record.how, record.times});
        changed = record.where;
        continue;
      }
      const bool is_own = record.how == How::initial || record.how == How::unset || record.how == How::edited;
      const bool is_default = record.how == How::initial || record.how == How::unset;
      entries.push_back({path, is_default ? default_text(node, parameter) : record.text(), record.where,
                         is_own ? record.how : how, 1});
      how = record.next;
    }
  }
  if (const Argument* argument = node.find_argument(parameter)) {
    entries.push_back({path, argument->value.text(), is_edited ? changed : Location(argument->where),
                       is_edited ? How::edited : how, 1});
  } else if (entries.empty() && node.find_or_default(parameter) != nullptr) {
    entries.push_back({path, default_text(node, parameter), {}, How::initial, 1});
  }
  return entries;
}

}  // namespace

std::vector<HistoryEntry> history_of(const Spot& spot) {
  if (spot.parameter == Spot::kWholeNode)
    return {{path_of(spot), Value(spot.node->shared_from_this()).text(), spot.node->where, How::set, 1}};
  return history_of(*spot.node, spot.parameter,
                    join(path_of(*spot.root, *spot.node), spot.node->target->parameters[spot.parameter].name));
}

std::string history_table(const std::vector<HistoryEntry>& entries, bool color) {
  const auto is_same = [&](std::size_t i, std::size_t j) {
    return j < entries.size() && entries[i].path == entries[j].path;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const HistoryEntry& entry = entries[i];
    std::string word(word_of(entry.how));
    if (entry.times > 1) word += (word.empty() ? "" : ", ") + std::to_string(entry.times) + " times";
    std::string place = entry.place();
    if (!word.empty()) place += (place.empty() ? "(" : " (") + word + ")";
    rows.push_back({i > 0 && is_same(i, i - 1) ? "" : entry.path, entry.value, place});
  }
  const std::string text = aligned(rows, "");
  if (!color) return text;
  // What is no more is dimmed.
  std::string colored;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    colored += is_same(i, i + 1) ? "\033[2m" + line + "\033[0m\n" : line + "\n";
    begin = end + 1;
  }
  return colored;
}

std::string history_table(Node& root, bool color) {
  std::vector<HistoryEntry> all;
  each_node_with_path(root, [&](Node& node, const std::string& path) {
    for (std::size_t i = 0; i < node.target->parameters.size(); ++i) {
      if (node.find_argument(i) == nullptr && last_record(node, i) == nullptr) continue;
      const std::vector<HistoryEntry> entries = history_of(node, i, join(path, node.target->parameters[i].name));
      all.insert(all.end(), entries.begin(), entries.end());
    }
  });
  return history_table(all, color);
}

}  // namespace detail
}  // namespace run
