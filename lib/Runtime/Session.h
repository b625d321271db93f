// One run of `build`: what the nodes of a graph have become.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "run/built.h"
#include "run/callable.h"
#include "run/error.h"
#include "run/node.h"

namespace run::detail {

/// What a node has become.
struct Entry {
  const Node* node = nullptr;
  const TargetInfo* target = nullptr;
  const Session* session = nullptr;  // that made it; null once a callable has it
  void* object = nullptr;
  std::shared_ptr<void> owner{};
  std::uint32_t order = 0;  // of making
  std::uint32_t uses = 1;   // arguments that are still to take it
  bool is_closed = false;   // what it needs is made
  bool is_made = false;
  bool is_taken = false;      // by a unique_ptr
  bool is_lent = false;       // a plain pointer to it, as the function gave it, is handed out: nobody owns it here
  bool is_to_share = false;   // all that take it are shared pointers
  bool is_moved = false;      // the object was moved from
  bool is_for_calls = false;  // a partial holds it: others will ask for it again
  bool is_in_block = false;   // of allocate_block: who takes the object moves it out
};

/// An object that arguments were made of, and its place in the order of making.
struct Temporary {
  std::shared_ptr<void> object;
  std::uint32_t order;
};

/// One that is found by its node. Callables own those that they reach, and not the session: what they are part of may
/// be the session's, and nobody would end the circle.
struct SharedEntry : Entry {
  SharedEntry() = default;
  SharedEntry(const SharedEntry&) = delete;
  SharedEntry& operator=(const SharedEntry&) = delete;
  ~SharedEntry();

  std::recursive_mutex mutex;
  // What was left over when it was made, which it may refer to: a callable that takes it takes that along.
  std::vector<Entry> left{};
  std::vector<Temporary> temporaries{};
};

/// Most nodes have one owner, which takes what became of them: those results are on a stack while their owner's other
/// arguments are made, and leave it when the owner is. What has several owners, or serves the calls of a partial, is
/// found by its node. Objects that nobody took over live until the session ends.
class Session : public std::enable_shared_from_this<Session> {
 public:
  /// With a parent: what that one holds is used from there, and copied.
  explicit Session(Node& root, std::shared_ptr<Session> parent = {})
      : root_(root.shared_from_this()), parent_(std::move(parent)) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Makes all that `node` needs, children first; with `make_it`, itself too. Not recursive. What it is to be: null
  /// where that is not known.
  void prepare(Node& node, bool make_it, const Type* wanted = nullptr);
  /// The same for the nodes in a value.
  void prepare(const Value& value, const Type* wanted);

  /// Made now if it was left for later. Throws BuildError where the session has none. Good until something else is
  /// made.
  Entry& entry(const Node& node) {
    // Mostly they are asked for in their order.
    if (cursor_ < stacks_.results.size() && stacks_.results[cursor_].node == &node && stacks_.results[cursor_].is_made)
      return stacks_.results[cursor_++];
    return entry_slowly(node);
  }
  /// Whether others will ask for it again: it is a parent's, or a partial's.
  bool is_kept(const Entry& entry) const { return entry.is_for_calls || entry.session != this; }
  /// Several calls of a callable may go on at once: what the callable keeps is changed under this lock. Of other
  /// entries it is none.
  std::unique_lock<std::recursive_mutex> locked(Entry& entry) const {
    if (!is_kept(entry)) return {};
    return std::unique_lock(static_cast<SharedEntry&>(entry).mutex);  // what is kept is found by its node
  }
  /// A session that knows what this one keeps for the calls of the partial, a snapshot, and nothing else.
  std::shared_ptr<Session> for_calls_of(Node& partial);
  Node& root() const { return *root_; }

  /// The results that may be asked for.
  struct Window {
    std::size_t first;
    std::size_t cursor;
  };
  /// From now on, what is made next. Returns what it was before.
  Window open_window() {
    return {std::exchange(window_, stacks_.results.size()), std::exchange(cursor_, stacks_.results.size())};
  }
  /// What was made since then is done with.
  void close_window(Window outer) {
    if (stacks_.results.size() != window_) retire(window_);
    window_ = outer.first;
    cursor_ = outer.cursor;
  }
  /// Whether the list's elements, nodes that hold no others, are left to the node that is being made, which makes them
  /// where they are to be.
  bool is_unmade(const Value& list) const { return unmade_ == &list; }
  /// Until the session ends: what is made may refer to it.
  void keep(std::shared_ptr<void> object) { temporaries_.push_back({std::move(object), made_++}); }

 private:
  // What a node is prepared for: to be made now; to be made now for a plain pointer, which owns nothing; to be made now
  // for a shared pointer, which owns it before its setters are called; to be made now and moved on; to be made when it
  // is asked for, in place; not to be made but by the calls of a callable, which keeps what it holds.
  enum class Use : unsigned char { now, now_to_lend, now_to_share, now_to_move, later, call };
  struct Child {
    Node* node;
    Use use;
  };
  struct Open;

  Entry* find(const Node& node);
  const std::shared_ptr<SharedEntry>* find_shared(const Node& node) const;
  Entry& entry_slowly(const Node& node);
  void make_for_calls(SharedEntry& entry, Node& node);
  bool make_leaf(Node& node, Use use);
  void reach(Child child, bool is_for_calls, bool make_it);
  void close(const Open& open);
  void prefetch_child(std::size_t place, std::size_t steps) const;
  void add_result(Node& node, Use use, std::size_t first, const Value* unmade, bool makes);
  [[noreturn]] void fail_in_place(const Node& node) const;
  void* call(Node& node, Use use, std::shared_ptr<void>& owner);
  void* make(Node& node, Use use, std::size_t first, const Value* unmade, std::shared_ptr<void>& owner);
  static const Value* unmade_list(const Node& node);
  void retire(std::size_t first);
  static Use use_of(const Node& node, const Type* type, bool by_calls);

  /// A node whose children are being made.
  struct Open {
    Node* node;
    SharedEntry* shared;       // null: its entry will be on the stack
    std::size_t first_child;   // in the stack of children
    std::size_t next_child;    // likewise
    std::size_t first_result;  // in that of results
    std::size_t first_left;    // of what nobody took over
    std::size_t first_temporary;
    const Value* unmade;  // see is_unmade; or null
    Use use;
    bool makes;         // it is made next
    bool is_for_calls;  // its children are for the calls of a callable
  };

  NodePtr root_;  // a callable keeps the session longer than anybody keeps the configuration
  std::shared_ptr<Session> parent_;
  std::uint32_t made_ = 0;

  /// While it works. A thread's next session has the memory of the last one's: to grow it anew costs more than what
  /// most builds do with it.
  struct Stacks {
    std::vector<Open> open;
    std::vector<Child> children;  // of the open nodes
    std::vector<Entry> results;   // of nodes with one owner, which is not made yet

    static Stacks take();
    void give_back() noexcept;
  };
  struct Kept;
  Stacks stacks_ = Stacks::take();
  std::size_t window_ = 0;         // where those begin that the node that is being made may ask for
  std::size_t cursor_ = 0;         // where the next of them is looked for: mostly they are asked for in order
  const Value* unmade_ = nullptr;  // of the node that is being made, see is_unmade; or null

  std::unordered_map<const Node*, std::shared_ptr<SharedEntry>> shared_;
  std::vector<NodePtr> known_nodes_;  // the keys of shared_: no other node may get the address of one
  std::vector<Entry> left_;           // what nobody took over
  std::vector<Temporary> temporaries_;
};

/// The error of a node, with its path from the session's root.
BuildError build_error(Node& root, const Node& node, const std::string& message);

}  // namespace run::detail
