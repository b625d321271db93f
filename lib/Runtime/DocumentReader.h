// Document => configurations, checked against the targets' parameters: the one place where a text becomes a value of an
// argument's type, and the one that loads.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "Document.h"
#include "Mistakes.h"
#include "NamedTarget.h"
#include "run/formats.h"
#include "run/node.h"
#include "run/span.h"
#include "run/target_info.h"
#include "run/type.h"

namespace run::detail {

using Types = Span<const Type* const>;

/// Whether the whole of a configuration may be this one: of that kind, of the class that is wanted or of one derived
/// from it; of a function, a call of that very one.
bool is_wanted(const Node& root, const Wanted& wanted);

/// The whole item as a configuration. Throws Error where it is none, or not what is wanted; with `mistakes`, for the
/// first that ends reading, and the others are noted there.
NodePtr read_root(const Document& document, Document::Index item, const Wanted& wanted, Mistakes* mistakes = nullptr);

/// The item as an argument of one of these types; anything, where there are none. `path` begins the path in messages.
/// Throws Error, with `mistakes` as read_root.
Value read_value(const Document& document, Document::Index item, Types types, std::string_view path = {},
                 bool takes_anything = false, Mistakes* mistakes = nullptr);

class DocumentReader {
 public:
  using Index = Document::Index;

  explicit DocumentReader(const Document& document, std::string_view path = {});

  NodePtr root(Index item, const Wanted& wanted);
  Value value(Index item, Types types);
  /// The item as that argument of the node.
  Value argument(Index item, const Node& owner, std::size_t parameter);

  /// Where any value may stand, a mapping without _target_ is a map, and what is shared stays so. Programs have no such
  /// places; configurations without their program have no others.
  bool takes_anything = false;
  /// Of a diff: gives the node that stands at a path of the configuration that it is applied to.
  std::function<NodePtr(std::string_view path)> old_node;
  /// Where they are wanted: what is wrong is left out, and reading goes on.
  Mistakes* mistakes = nullptr;
  /// Begins the path in messages.
  void set_path(std::string path) { before_ = std::move(path); }

 private:
  /// One step of the path that messages name: an argument, an index, or a key.
  struct Step {
    std::string_view name = {};
    std::size_t index = 0;
    const Value* key = nullptr;
  };
  struct Known {
    Value value;
    bool open = true;
    bool shared = false;
  };
  /// What a mapping says of its node; 0 for what it does not say (no value is item 0).
  struct Directives {
    Index target = 0;
    Index factory = 0;
    Index partial = 0;
    Index call = 0;
    Index in_place = 0;
    Index recursive = 0;
    Index convert = 0;
    Index map = 0;
    Index each_call = 0;
  };

  // DocumentReader.cpp
  Value content(Index item, Types types);
  Value aliased(Index item, Types types);
  Value known(Index item, const Known& known, Types types);
  bool is_shared_place(Types types, const Value& value) const;
  /// The item as the key of a map.
  Value key(Index item, Types types);
  Value scalar(Index item, Types types);
  Value plain(Index item, std::string_view text, Types types);
  Value sequence(Index item, Types types);
  /// `parts`: the types of keys and of entries; none where any may stand.
  Value map(Index item, Types parts, Types types);
  class Entries;
  void entry(Index key, Index entry, Types parts, Entries& entries);
  Value map_of_pairs(Index item, Index pairs, Types parts, Types types);
  Value fitting(Index item, Value value, Types types, const std::string& hint = {});
  bool names_old(Index item) const;
  Value below(const Step& step, Index item, Types types);
  /// `below`: the steps from what is read to what is wrong.
  [[noreturn]] void fail(Index item, const std::string& message, const std::string& below = {}) const;
  /// Reads a part of a whole. False where it is wrong and all mistakes are wanted.
  template <class Read>
  bool tried(Read&& read);
  std::string path() const;
  std::string shown(Index item) const;
  Location location(Index item) const { return {file_, document_[item].mark().line, document_[item].mark().column}; }

  // WordReader.cpp
  Value word(Index item, Types types);
  Value of_file(Index item, Types types);

  // TargetReader.cpp
  Directives directives(Index mapping) const;
  Value mapping(Index item, Types types);
  Value target(Index item, const Directives& said, const TargetInfo* otherwise, Types types);
  bool old(Index item, const Directives& said, Value& value);
  Value maker(Index item, Index name, Types types);
  Value uncalled(Index item, Index name, std::string_view said, Types types);
  Value factory(Index item, const Directives& said, Types types);
  Value in_place(Index item, const Directives& said, const Node& owner, std::size_t parameter);
  bool enumerator(Index item, const Directives& said, Types types, Value& value);
  void check_says_no_node(Index mapping) const;
  bool flag(Index item, std::string_view key, bool otherwise) const;
  void check_hydra(Index item, const Directives& said) const;
  NamedTarget named_target(Index name, Index mapping, NodeKind kind, Types types);
  void read_arguments(Index item, Node& node);
  void read_positional(Index item, Node& node, std::vector<std::size_t>& unread);
  void set(Index item, Node& node, std::size_t parameter);
  [[noreturn]] void set_twice(Index item, Index mapping, std::string_view name) const;
  [[noreturn]] void unknown(Index key, const Node& node) const;

  const Document& document_;
  const char* file_;
  std::string before_;  // the path of the first item
  std::vector<Step> steps_;
  std::vector<Known> anchors_;
  std::vector<bool> is_known_;
  std::unordered_map<std::string_view, const TargetInfo*>
      targets_;  // names that mean one target whatever they are given
  std::size_t copies_ = 0;
  bool is_key_ = false;  // what is read is the key of a map
};

template <class Read>
bool DocumentReader::tried(Read&& read) {
  if (mistakes == nullptr) {
    read();
    return true;
  }
  const std::size_t steps = steps_.size();
  if (mistakes->tried(read)) return true;
  if (mistakes->are_enough()) throw Told();
  steps_.resize(steps);
  is_key_ = false;
  return false;
}

}  // namespace run::detail
