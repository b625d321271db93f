// One run of `build`: what the nodes of a graph have become.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "run/built.h"
#include "run/callable.h"
#include "run/error.h"
#include "run/node.h"

namespace run::detail {

struct Entry {
  Node* node = nullptr;
  std::uint64_t uses = 0;  // arguments that are still to take it
  bool done = false;
  bool made = false;
  bool taken = false;  // by a unique_ptr, or moved from
  void* object = nullptr;
  std::shared_ptr<void> owner;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  /// With a parent: what that one holds is used from there, and copied.
  explicit Session(Node& root, std::shared_ptr<Session> parent = {}) : root_(root), parent_(std::move(parent)) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Makes all that `node` needs, children first; with `make_it`, itself too. Not recursive.
  void prepare(Node& node, bool make_it);
  /// The same for the nodes in a value.
  void prepare(const Value& value);

  /// Made now if it was left for later. Throws BuildError where the session has none.
  Entry& entry(const Node& node);
  bool kept(const Entry& entry) const;  // by a parent: others will ask for it again
  Node& root() const { return root_; }

 private:
  Entry* find(const Node& node);
  void make(Entry& entry);

  Node& root_;
  std::shared_ptr<Session> parent_;
  std::unordered_map<const Node*, Entry> entries_;
  std::vector<Entry*> made_;
};

/// The error of a node, with its path from the session's root.
BuildError build_error(Node& root, const Node& node, const std::string& message);

}  // namespace run::detail
