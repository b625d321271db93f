// Many nodes or arguments of a graph at once, as Fiddle's selectors:
//
//   for (auto layer : cfg.select<app::Layer>()) layer->width *= 2;
//   cfg.select<app::Layer>().set("width", 8);
//   cfg.select("learning-rate").set(0.1);             // of [[run::tag("learning-rate")]]
//
// A selection is what the graph held when it was made; nodes that are shared are there once, parents before children.
#pragma once

#include <cstddef>
#include <iterator>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "run/config.h"
#include "run/span.h"

namespace run {
namespace detail {

/// What a selection of nodes is about: a class, or one target.
struct Wish {
  const Type* object = nullptr;
  const TargetInfo* target = nullptr;
};
std::vector<NodePtr> find_nodes(const Spot& spot, const Wish& wish);
struct TaggedArgument {
  NodePtr node;
  std::size_t parameter;
};
std::vector<TaggedArgument> find_tagged(const Spot& spot, std::string_view tag);
/// In their order.
std::vector<std::string> paths_of(const Spot& root, const std::vector<NodePtr>& nodes);

int set_in_all(const Spot& root, const std::vector<NodePtr>& nodes, std::string_view name, const Value& value,
               Location where);
int with_in_all(const Spot& root, const std::vector<NodePtr>& nodes, const TargetInfo& view, Span<Slot> given);
int replace_all(const Spot& root, const std::vector<NodePtr>& nodes, const Value& value, Location where);
std::vector<Dropped> retarget_selected(const Spot& root, const std::vector<NodePtr>& nodes, const TargetInfo& target,
                                       Location where);
int set_tagged(const Spot& root, const std::vector<TaggedArgument>& arguments, std::string_view tag, const Value& value,
               Location where);

template <class T>
constexpr bool is_target_name = false;
template <auto f>
constexpr bool is_target_name<Fn<f>> = true;
template <class T, class... P>
constexpr bool is_target_name<Constructor<T, P...>> = true;

template <class T>
Wish wish() {
  if constexpr (is_target_name<T>)
    return {.target = &info<T>()};
  else
    return {.object = &type_of<T>};
}

/// Over what `operator[]` of a selection gives: places, made when they are looked at.
template <class S>
class Places {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = decltype(std::declval<S&>()[std::size_t{}]);
  Places() = default;
  Places(S& selection, std::size_t index) : selection_(&selection), index_(index) {}
  value_type operator*() const { return (*selection_)[index_]; }
  Places& operator++() {
    ++index_;
    return *this;
  }
  Places operator++(int) {
    Places before = *this;
    ++index_;
    return before;
  }
  bool operator==(const Places& other) const { return index_ == other.index_; }

 private:
  S* selection_ = nullptr;
  std::size_t index_ = 0;
};

}  // namespace detail

/// The nodes whose object is a T or derives from it; for `Fn<f>`, the calls of f.
template <class T>
class Selection {
 public:
  std::size_t size() const { return nodes_.size(); }
  bool empty() const { return nodes_.empty(); }
  /// A place by type, as of `cfg->layer`.
  Element<T> operator[](std::size_t index) { return place(index); }
  const Element<T> operator[](std::size_t index) const { return place(index); }
  auto begin() { return detail::Places<Selection>(*this, 0); }
  auto end() { return detail::Places<Selection>(*this, size()); }
  auto begin() const { return detail::Places<const Selection>(*this, 0); }
  auto end() const { return detail::Places<const Selection>(*this, size()); }

  /// Sets the argument in all; returns how many. Throws Error where one of them has no such argument or takes no such
  /// value, and where nothing is selected; nothing has changed then.
  template <class V>
  int set(std::string_view name, V&& value, std::source_location here = std::source_location::current()) {
    return detail::set_in_all(root_, nodes_, name, detail::wrap_any(std::forward<V>(value)), here);
  }
  /// The same by type, for several arguments: `.with({.width = 8})`.
  template <class U = T>
  int with(typename Target<U>::Args arguments) {
    return detail::with_in_all(root_, nodes_, detail::info<U>(), detail::slots_of(arguments));
  }
  /// The argument of each, set or default. Throws Error where one has none.
  template <class V>
  std::vector<V> get(std::string_view name) const {
    std::vector<V> values;
    for (std::size_t i = 0; i < size(); ++i) values.push_back((*this)[i][name].template as<V>());
    return values;
  }
  /// A copy of the configuration (or value) takes the place of each node, wherever that is held: what was shared is
  /// shared still. Throws Error where it does not fit, and for the root; nothing has changed then.
  template <class V>
  int replace(V&& value, std::source_location here = std::source_location::current()) {
    return detail::replace_all(root_, nodes_, detail::wrap_any(std::forward<V>(value)), here);
  }
  /// All become configurations of a U, or none: see retarget.h. Returns the arguments that were dropped, in the order
  /// of the nodes. Throws Error where a place that holds one of them wants another class, and where nothing is
  /// selected; nothing has changed then.
  template <class U>
  std::vector<Dropped> retarget(std::source_location here = std::source_location::current()) {
    return detail::retarget_selected(root_, nodes_, detail::info<U>(), here);
  }
  /// The same by the target's name.
  std::vector<Dropped> retarget(std::string_view target, std::source_location here = std::source_location::current()) {
    return detail::retarget_selected(root_, nodes_, detail::named_target({root_.root, root_.root}, target), here);
  }
  /// From the configuration on which `select` was called.
  std::vector<std::string> paths() const { return detail::paths_of(root_, nodes_); }

 private:
  template <class U>
  friend Selection<U> detail::select_nodes(const detail::Spot& spot);
  explicit Selection(const detail::Spot& spot)
      : owner_(spot.root->shared_from_this()), root_(spot), nodes_(detail::find_nodes(spot, detail::wish<T>())) {}

  Element<T> place(std::size_t index) const {
    return Element<T>(detail::Spot{.root = root_.root, .node = nodes_[index].get()});
  }

  NodePtr owner_;
  detail::Spot root_;
  std::vector<NodePtr> nodes_;
};

/// The arguments with a tag, set or not.
class TagSelection {
 public:
  std::size_t size() const { return arguments_.size(); }
  bool empty() const { return arguments_.empty(); }
  Ref operator[](std::size_t index) { return place(index); }
  const Ref operator[](std::size_t index) const { return place(index); }
  auto begin() { return detail::Places<TagSelection>(*this, 0); }
  auto end() { return detail::Places<TagSelection>(*this, size()); }
  auto begin() const { return detail::Places<const TagSelection>(*this, 0); }
  auto end() const { return detail::Places<const TagSelection>(*this, size()); }

  /// Sets all; returns how many. Throws Error where one of them takes no such value, and, with a suggestion, where no
  /// argument has the tag; nothing has changed then.
  template <class V>
  int set(V&& value, std::source_location here = std::source_location::current()) {
    return detail::set_tagged(root_, arguments_, tag_, detail::wrap_any(std::forward<V>(value)), here);
  }
  /// Each, set or default. Throws Error where one has no value.
  template <class V>
  std::vector<V> get() const {
    std::vector<V> values;
    for (std::size_t i = 0; i < size(); ++i) values.push_back((*this)[i].template as<V>());
    return values;
  }
  std::vector<std::string> paths() const;

 private:
  friend TagSelection detail::select_tag(const detail::Spot& spot, std::string_view tag);
  TagSelection(const detail::Spot& spot, std::string_view tag);

  Ref place(std::size_t index) const {
    const detail::TaggedArgument& argument = arguments_[index];
    return Ref(detail::Spot{
        .root = root_.root, .node = argument.node.get(), .parameter = static_cast<std::uint32_t>(argument.parameter)});
  }

  NodePtr owner_;
  detail::Spot root_;
  std::string tag_;
  std::vector<detail::TaggedArgument> arguments_;
};

namespace detail {

template <class T>
Selection<T> select_nodes(const Spot& spot) {
  return Selection<T>(spot);
}
template <class Self>
TagSelection Editable<Self>::select(std::string_view tag) {
  return select_tag(here(), tag);
}
template <class Self>
const TagSelection Editable<Self>::select(std::string_view tag) const {
  return select_tag(here(), tag);
}

}  // namespace detail
}  // namespace run
