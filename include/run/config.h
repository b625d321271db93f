// Configurations: typed handles on graphs of nodes.
#pragma once

#include <concepts>
#include <source_location>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/editable.h"
#include "run/field.h"
#include "run/overload.h"
#include "run/path.h"
#include "run/retarget.h"
#include "run/span.h"

namespace run {

/// The untyped part of every handle on a whole configuration; see editable.h for more of what it can do.
class Graph : public detail::Editable<Graph> {
 public:
  struct run_handle {};

  /// The argument of that name (of the content, for a container), to be read or set; or what stands at that path (see
  /// path.h), where no argument has such a name. Throws Error, with a suggestion, where there is none.
  template <detail::Name S>
  Ref operator[](const S& name) {
    return Ref(detail::named(spot(), name));
  }
  template <detail::Name S>
  const Ref operator[](const S& name) const {
    return Ref(detail::named(spot(), name));
  }

  /// The name of the root's target.
  std::string target() const { return node().target->display(); }

  /// Same targets, same arguments (an unset one equals its default), same sharing.
  friend bool operator==(const Graph& a, const Graph& b) { return detail::equal(a.node(), b.node()); }

 protected:
  explicit Graph(NodePtr root) : root_(std::move(root)) {}
  Graph(const Graph&) = default;
  Graph(Graph&&) = default;
  Graph& operator=(const Graph&) = default;
  Graph& operator=(Graph&&) = default;
  ~Graph() = default;

  Node& node() const {
    if (!root_) moved_from();
    return *root_;
  }
  detail::Spot spot() const { return {.root = &node(), .node = &node()}; }

  NodePtr root_;

 private:
  friend detail::Access;
  friend struct GraphAccess;
  template <class Self, class C>
  friend class detail::Filled;
  friend detail::Editable<Graph>;
  [[noreturn]] static void moved_from();
};

namespace detail {
/// Marks the constructors that take a node over: nothing in braces converts to it.
struct Adopt {
  explicit Adopt() = default;
};
}  // namespace detail

/// For the library: the node of a handle, and handles of nodes.
struct GraphAccess {
  static const NodePtr& root(const Graph& graph) { return graph.root_; }
  static Node& node(const Graph& graph) { return graph.node(); }
  template <class G>
  static G make(NodePtr node) {
    return G(detail::Adopt(), std::move(node));
  }
};

namespace detail {

NodePtr make_node(const TargetInfo& target, NodeKind kind, Span<Slot> given, PackedLocation here);
/// A copy of the node at the place, checked to give a `result`; of the elements there, if it is a container's place.
NodePtr node_of(const Spot& spot, const Type& result, const TargetInfo* container);
/// The node itself, that a shared pointer holds there; null where the pointer is. Throws Error where there is no value.
NodePtr shared_node(const Spot& spot);

/// The target of a container; null for a T that is none.
template <class T>
const TargetInfo* container_info() {
  if constexpr (ContainerLike<T>)
    return &info<T>();
  else
    return nullptr;
}

template <class T>
NodePtr make_node(typename Target<T>::Args& arguments, NodeKind kind, PackedLocation here) {
  return make_node(info<T>(), kind, slots_of(arguments), here);
}
template <class T, class... P>
NodePtr make_node(Overload<P...>, typename Target<T>::Args& arguments, NodeKind kind, PackedLocation here) {
  NodePtr node = make_node<T>(arguments, kind, here);
  node->set_overload(&overload_info<P...>);
  return node;
}
template <class T>
NodePtr make_node(NodeKind kind, PackedLocation here) {
  return make_node(info<T>(), kind, Span<Slot>(), here);
}

/// Builds the graph; the root is made in place.
template <class R>
R build_root(const NodePtr& root);

/// The handle of the same kind on another target.
template <class Self, class U>
struct Rebound;
template <class T, class U>
struct Rebound<Config<T>, U> {
  using type = Config<U>;
};
template <class T, class U>
struct Rebound<Shared<T>, U> {
  using type = Shared<U>;
};
template <class T, class U>
struct Rebound<Partial<T>, U> {
  using type = Partial<U>;
};
template <class T, class U>
struct Rebound<::run::Factory<T>, U> {
  using type = ::run::Factory<U>;
};

/// What a handle on a target's node can do beyond Graph.
template <class Self, class T>
class Typed : public Graph, public Filled<Self, T> {
 public:
  template <Name S>
  requires(!MapLike<T>) Ref operator[](const S& name) { return Graph::operator[](name); }
  template <Name S>
  requires(!MapLike<T>) const Ref operator[](const S& name) const { return Graph::operator[](name); }

  /// The arguments by type.
  template <class U = T>
  Arrow<typename Target<U>::Fields> operator->() {
    return {{Handle{&node(), &node(), &info<U>()}}};
  }
  template <class U = T>
  Arrow<const typename Target<U>::Fields> operator->() const {
    return {{Handle{&node(), &node(), &info<U>()}}};
  }

  /// Sets arguments by name, in their order. All are checked before any is set.
  template <class U = T>
  Self& with(typename Target<U>::Args arguments) & {
    set_arguments_at<U>(spot(), arguments);
    return static_cast<Self&>(*this);
  }
  template <class U = T>
  Self&& with(typename Target<U>::Args arguments) && {
    set_arguments_at<U>(spot(), arguments);
    return static_cast<Self&&>(*this);
  }

  /// A configuration of a U, as this one is of a T, with copies of the arguments that both have and a U can have, and
  /// with the history of those. The others are told.
  template <class U>
  typename Rebound<Self, U>::type retarget(std::vector<Dropped>* dropped = nullptr,
                                           std::source_location here = std::source_location::current()) const {
    std::vector<Dropped> ignored;
    const NodePtr copy = clone(node().shared_from_this());
    return GraphAccess::make<typename Rebound<Self, U>::type>(
        retargeted(*copy, info<U>(), dropped != nullptr ? *dropped : ignored, here));
  }
  /// The root itself becomes one of the target of that name, which must give a T.
  std::vector<Dropped> retarget(std::string_view target, std::source_location here = std::source_location::current()) {
    return run::detail::retarget(spot(), named_target(spot(), target), here, &type_of<Result<T>>);
  }

  void swap(Self& other) noexcept { std::swap(root_, other.root_); }

  // Containers.
  template <ElementIndex I, class C = T>
  requires(SequenceLike<C> || ArrayLike<C>) auto operator[](I index) const {
    return Element<typename C::value_type>(element(spot(), static_cast<std::size_t>(index)));
  }
  template <class K, class C = T>
  requires(MapLike<C>&& std::convertible_to<const K&, typename C::key_type>) auto operator[](const K& key) const {
    return Element<typename C::mapped_type>(entry(spot(), key_at<C>(spot(), typename C::key_type(key))));
  }

 protected:
  using Graph::Graph;
};

template <class C>
Config<C> slice_of(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last) {
  NodePtr part = make_node<C>(NodeKind::config, Location());
  part->set(0, slice(spot, first, last), {});
  return GraphAccess::make<Config<C>>(std::move(part));
}

/// Whether what is configured at a place of type P may give an R, as far as the types tell.
template <class P, class R>
consteval bool place_fits() {
  if constexpr (std::is_void_v<P> || VariantLike<P>)
    return true;
  else if constexpr (OptionalLike<P>)
    return std::is_same_v<P, R> || place_fits<typename Shape<P>::content, R>();
  else
    return node_fits<P, R>();
}

template <class H>
struct ValueOf {
  using type = void;
};
template <class H>
requires requires { typename H::value_type; }
struct ValueOf<H> {
  using type = typename H::value_type;
};

/// A place where something is configured that gives an R. No configuration: whether its spot can be seen depends on who
/// asks, and compilers remember the first answer.
template <class H, class R>
concept PlaceOf = !std::derived_from<H, Graph> && requires(const H& place) {
  { place.spot() } -> std::convertible_to<const Spot&>;
}
&&place_fits<typename ValueOf<H>::type, R>();

template <class From, class To>
concept ConfigConverts = !std::same_as<From, To> && node_fits<Result<From>, Result<To>>();

}  // namespace detail

/// How to build a T (for `Fn<f>`: what the function f returns). A value: a copy is deep, with the sharing within it.
template <class T>
class Config : public detail::Typed<Config<T>, T> {
  using Base = detail::Typed<Config<T>, T>;

 public:
  Config(detail::Here here = detail::Here(std::source_location::current()))
      : Base(detail::make_node<T>(NodeKind::config, here.location)) {}
  template <class U = T>
  explicit Config(typename Target<U>::Args arguments, std::source_location here = std::source_location::current())
      : Base(detail::make_node<U>(arguments, NodeKind::config, here)) {}
  /// The constructor is said, too: see overload.h.
  template <class U = T, class... P>
  Config(Overload<P...> meant, typename Target<U>::Args arguments,
         std::source_location here = std::source_location::current())
      : Base(detail::make_node<U>(meant, arguments, NodeKind::config, here)) {}

  /// Of a finished container, or of one that is an argument: its elements can be seen and changed.
  template <class U>
  requires(detail::ContainerLike<T> && (std::same_as<U, T> || std::same_as<U, Arg<T>>))
      Config(U elements, std::source_location here = std::source_location::current())
      : Base(filled(std::move(elements), here)) {}

  Config(const Config& other) : Base(detail::clone(other.root_)) {}
  Config(Config&&) noexcept = default;
  Config& operator=(const Config& other) {
    this->root_ = detail::clone(other.root_);
    return *this;
  }
  Config& operator=(Config&&) noexcept = default;
  ~Config() = default;

  /// Of a derived class, or of a function that returns one.
  template <class U>
  requires detail::ConfigConverts<U, T> Config(const Config<U>& other) : Config(Config<U>(other)) {}
  template <class U>
  requires detail::ConfigConverts<U, T> Config(Config<U>&& other) : Base(taken(std::move(other))) {}
  /// The node that the handle shares.
  template <class U>
  requires(std::same_as<U, T> || detail::ConfigConverts<U, T>) Config(const Shared<U>& other)
      : Base(GraphAccess::root(other)) {}
  /// A copy of what is configured at a place. Throws Error where nothing is, or something that gives no T.
  template <class H>
  requires detail::PlaceOf<H, detail::Result<T>> Config(const H& place)
      : Base(detail::node_of(place.spot(), type_of<detail::Result<T>>, detail::container_info<T>())) {}

  /// Builds: in the plain reading of a recipe, a function that returns a Config stands for the object.
  template <class U>
  requires std::same_as<U, detail::Result<T>>
  operator U() const { return detail::build_root<U>(this->root_); }
  template <class U>
  requires std::convertible_to<typename detail::Pointee<detail::Result<T>>::type*, U*> operator std::unique_ptr<U>()
      const {
    return detail::build_root<std::unique_ptr<U>>(this->root_);
  }
  template <class U>
  requires std::convertible_to<typename detail::Pointee<detail::Result<T>>::type*, U*> operator std::shared_ptr<U>()
      const {
    return detail::build_root<std::shared_ptr<U>>(this->root_);
  }

 private:
  friend detail::Access;
  friend GraphAccess;
  Config(detail::Adopt, NodePtr node) : Base(std::move(node)) {}
  template <class U>
  static NodePtr filled(U elements, std::source_location here) {
    if constexpr (std::same_as<U, T>)
      return filled(Arg<T>(std::move(elements), here), here);
    else
      return detail::make_node<T>(elements, NodeKind::config, here);
  }
  /// A container in an optional or a variant is what that holds; an object is the whole.
  template <class U>
  static NodePtr taken(Config<U>&& other) {
    if constexpr (detail::ContainerLike<T> && detail::ContainerLike<U>)
      return filled(Arg<T>(std::move(other)), std::source_location::current());
    else
      return std::move(const_cast<NodePtr&>(GraphAccess::root(other)));
  }
  Value run_value() const& { return Value(detail::clone(this->node().shared_from_this(), true)); }
  Value run_value() && { return this->node(), Value(std::move(this->root_)); }
};

/// A node that several arguments hold: copies of the handle name one node, which is built once, into one object. What
/// is copied from a null pointer is null, too: it can be passed on, and what looks into it throws Error.
template <class T>
class Shared : public detail::Typed<Shared<T>, T> {
  using Base = detail::Typed<Shared<T>, T>;

 public:
  Shared(detail::Here here = detail::Here(std::source_location::current()))
      : Shared(detail::Adopt(), detail::make_node<T>(NodeKind::config, here.location)) {}
  template <class U = T>
  explicit Shared(typename Target<U>::Args arguments, std::source_location here = std::source_location::current())
      : Shared(detail::Adopt(), detail::make_node<U>(arguments, NodeKind::config, here)) {}
  template <class U = T, class... P>
  Shared(Overload<P...> meant, typename Target<U>::Args arguments,
         std::source_location here = std::source_location::current())
      : Shared(detail::Adopt(), detail::make_node<U>(meant, arguments, NodeKind::config, here)) {}
  /// Takes the configuration over.
  template <class U>
  requires(std::same_as<U, T> || detail::ConfigConverts<U, T>) Shared(Config<U> config)
      : Shared(detail::Adopt(), GraphAccess::root(config)) {}
  template <class U>
  requires detail::ConfigConverts<U, T> Shared(const Shared<U>& other)
      : Shared(detail::Adopt(), GraphAccess::root(other)) {}

  /// The node that a shared pointer holds at a place, if it holds one. Throws Error where there is no value.
  template <class H>
  requires detail::PlaceOf<H, detail::Result<T>>
  explicit Shared(const H& place) : Shared(detail::Adopt(), detail::shared_node(place.spot())) {}

  Shared(const Shared& other) : Base(other.root_) {}
  Shared& operator=(const Shared& other) {
    this->root_ = other.root_;
    return *this;
  }
  ~Shared() = default;

 private:
  friend detail::Access;
  friend GraphAccess;
  Shared(detail::Adopt, NodePtr node) : Base(std::move(node)) {
    if (this->root_) this->root_->is_shared = true;
  }
  Value run_value() const { return this->root_ ? Value(this->root_) : Value(Value::Null{}); }
};

/// As Config, but it is built into a callable that makes a T at each call, and takes what is left to give.
template <class T>
class Partial : public detail::Typed<Partial<T>, T> {
  using Base = detail::Typed<Partial<T>, T>;

 public:
  Partial(detail::Here here = detail::Here(std::source_location::current()))
      : Base(detail::make_node<T>(NodeKind::partial, here.location)) {}
  template <class U = T>
  explicit Partial(typename Target<U>::Args arguments, std::source_location here = std::source_location::current())
      : Base(detail::make_node<U>(arguments, NodeKind::partial, here)) {}
  template <class U = T, class... P>
  Partial(Overload<P...> meant, typename Target<U>::Args arguments,
          std::source_location here = std::source_location::current())
      : Base(detail::make_node<U>(meant, arguments, NodeKind::partial, here)) {}

  Partial(const Partial& other) : Base(detail::clone(other.root_)) {}
  Partial(Partial&&) noexcept = default;
  Partial& operator=(const Partial& other) {
    this->root_ = detail::clone(other.root_);
    return *this;
  }
  Partial& operator=(Partial&&) noexcept = default;
  ~Partial() = default;

  /// Builds: in the plain reading of a recipe, a function that returns a Partial stands for the callable.
  template <template <class> class F, class R, class... A>
  requires(detail::kind_of<F<R(A...)>>() == TypeKind::callable) operator F<R(A...)>() const {
    return detail::build_root<F<R(A...)>>(this->root_);
  }

 private:
  friend detail::Access;
  friend GraphAccess;
  Partial(detail::Adopt, NodePtr node) : Base(std::move(node)) {}
  Value run_value() const& { return Value(detail::clone(this->node().shared_from_this(), true)); }
  Value run_value() && { return this->node(), Value(std::move(this->root_)); }
};

/// A copy as C++ copies the object: what shared pointers within hold and what functions return stays shared with the
/// original, where `auto copy = config;` has nodes of its own throughout. Converted recipes copy their locals so.
template <std::derived_from<Graph> G>
G object_copy(const G& config) {
  return GraphAccess::make<G>(detail::clone(GraphAccess::node(config).shared_from_this(), true));
}

/// Of what a shared pointer holds, an object of its own: `T copy = *p`.
template <class T>
Config<T> object_copy(const Shared<T>& config) {
  return GraphAccess::make<Config<T>>(detail::clone_pointee(GraphAccess::node(config)));
}
/// The same, where the pointer is an argument or an element. Throws Error where it holds nothing.
template <class H, class T = typename detail::Pointee<typename H::value_type>::type>
requires detail::PlaceOf<H, T> Config<T> object_copy(const H& place) {
  return GraphAccess::make<Config<T>>(detail::clone_pointee(detail::node_at(place.spot())));
}

template <detail::SequenceLike C>
Config<C> repeated(std::size_t count, Arg<typename C::value_type> element) {
  if (count > C().max_size()) throw std::length_error("run::repeated");
  auto list = GraphAccess::make<Config<C>>(detail::make_node<C>(NodeKind::config, element.where));
  list.reserve(count);
  for (std::size_t i = 0; i < count; ++i) list.push_back(element);
  return list;
}

namespace detail {
void make_once(Node& node);
}

/// For a local: what a function or recipe gave it is one object, however often the local is copied or passed on. Of a
/// configuration that is a call, all have that very call; of any other, each has nodes of its own. Converted recipes
/// say it of what they use more than once.
template <std::derived_from<Graph> G>
G made_once(G config) {
  detail::make_once(GraphAccess::node(config));
  return config;
}

/// `run::config<f>({.x = 1})`: a call of f, made when it is built.
template <auto f, class U = Fn<f>>
Config<Fn<f>> config(typename Target<U>::Args arguments, std::source_location here = std::source_location::current()) {
  return Config<Fn<f>>(std::move(arguments), here);
}
template <auto f>
Config<Fn<f>> config(detail::Here here = detail::Here(std::source_location::current())) {
  return Config<Fn<f>>(here);
}
template <auto f, class U = Fn<f>>
Partial<Fn<f>> partial(typename Target<U>::Args arguments,
                       std::source_location here = std::source_location::current()) {
  return Partial<Fn<f>>(std::move(arguments), here);
}
template <auto f>
Partial<Fn<f>> partial(detail::Here here = detail::Here(std::source_location::current())) {
  return Partial<Fn<f>>(here);
}

}  // namespace run
