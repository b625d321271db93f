// What every handle can do with what stands at its place and below: a configuration (config.h), a place by type
// (field.h) or by name (ref.h). A nested node can do what the root can.
#pragma once

#include <source_location>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/convert.h"
#include "run/history.h"
#include "run/path.h"
#include "run/retarget.h"
#include "run/spot.h"

namespace run {

template <class T>
class Selection;
class TagSelection;

namespace detail {

template <class V>
Value wrap_any(V&& value) {
  if constexpr (std::is_same_v<std::remove_cvref_t<V>, NodePtr>)
    return Value(std::forward<V>(value));
  else
    return wrap(std::forward<V>(value));
}

/// What is given for an argument, and where.
struct GivenValue {
  template <class V>
  requires(!std::same_as<std::remove_cvref_t<V>, GivenValue>)
      GivenValue(V&& given, std::source_location here = std::source_location::current())
      : value(wrap_any(std::forward<V>(given))), where(here) {}

  Value value;
  Location where;
};

/// `{"lr", 0.1}`. An aggregate: a constructor of a pair would be where the value is given.
struct NamedValue {
  std::string_view name;
  GivenValue value;
};

template <class D>
D read_path(const Spot& from, std::string_view path);
template <class Action>
int walk_with(const Spot& spot, std::string_view name, Action& action, PackedLocation where);
template <class T>
Selection<T> select_nodes(const Spot& spot);
TagSelection select_tag(const Spot& spot, std::string_view tag);

/// See below. Of the nodes of a list or map: of each of them, as of one graph.
int broadcast(const Spot& spot, std::string_view name, const Value& value, PackedLocation where);
int materialize_defaults(const Spot& spot);

/// Self has `Spot spot() const`. Paths begin there.
template <class Self>
class Editable {
 public:
  /// What stands at the path, as a T: `cfg.get<int>("model.layers[0].width")`; of a range of a list, `xs[1:3]`, those
  /// elements. Throws Error.
  template <class T>
  T get(std::string_view path) const {
    return read_path<T>(here(), path);
  }
  /// Sets what stands at the path to what the text stands for: `cfg.set("optim.lr", "3e-4")`. A text argument takes it
  /// as it is; for others it is read as YAML would be. A range, `xs[1:3]`, is replaced by the elements of a list.
  /// Throws Error where it does not fit; nothing has changed then.
  void set(std::string_view path, std::string_view text, std::source_location at = std::source_location::current()) {
    set_text(here(), path, text, at);
  }
  /// Whether something stands at the path, set or default.
  bool has(std::string_view path) const { return run::detail::has(here(), path); }
  /// The argument goes back to its default; an entry of a map, an element or a range of a list goes. Throws Error where
  /// the path leads nowhere.
  void unset(std::string_view path, std::source_location at = std::source_location::current()) {
    run::detail::unset(here(), path, at);
  }

  /// Sets the argument in every node that has one of that name, set before or not, each node once, parents first, into
  /// containers; returns how many. All are checked before any is set. Throws Error where no node has such an argument
  /// (with a suggestion) or the value does not fit one of them. As NeMo-Run's `broadcast`.
  template <class V>
  int broadcast(std::string_view name, V&& value, std::source_location at = std::source_location::current()) {
    return run::detail::broadcast(here(), name, wrap_any(std::forward<V>(value)), at);
  }
  /// Sets the argument to what `action` gives for the node that owns it, in every node where it has a value, set or
  /// default. All new values are computed before any is written. As NeMo-Run's `walk`.
  template <class Action>
  int walk(std::string_view name, Action&& action, std::source_location at = std::source_location::current()) {
    return walk_with(here(), name, action, at);
  }

  /// The nodes whose object is a T or derives from it, or, for `Fn<f>`, that call f. See select.h.
  template <class T>
  Selection<T> select() {
    return select_nodes<T>(here());
  }
  template <class T>
  const Selection<T> select() const {
    return select_nodes<T>(here());
  }
  /// The arguments with that [[run::tag("…")]]. See select.h.
  TagSelection select(std::string_view tag);
  const TagSelection select(std::string_view tag) const;

  /// The node becomes one of that target, for all who share it: see retarget.h. Returns the arguments that were
  /// dropped. Throws Error where there is no such target, or where it does not fit; nothing has changed then.
  std::vector<Dropped> retarget(std::string_view target, std::source_location at = std::source_location::current()) {
    return run::detail::retarget(here(), named_target(here(), target), at);
  }

  /// Arguments that are not set become set to their default, where it can be said; returns how many. What is built
  /// stays the same. As Fiddle's `materialize_defaults`.
  int materialize_defaults() { return run::detail::materialize_defaults(here()); }

  /// Every value that it had, the oldest first, and where each came from: of an argument. Of a node: where it was made.
  std::vector<HistoryEntry> history() const { return history_of(here()); }
  std::vector<HistoryEntry> history(std::string_view path) const { return history_of(resolve(here(), path)); }

 private:
  Spot here() const { return static_cast<const Self*>(this)->spot(); }
};

}  // namespace detail
}  // namespace run
