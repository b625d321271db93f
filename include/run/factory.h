// Arguments that are built anew at each call of a built partial.
#pragma once

#include <source_location>
#include <utility>

#include "run/config.h"

namespace run {

/// As Config; but as an argument of a Partial it is built anew at each call, where a Config is built once, with the
/// partial. Where an argument wants a callable, it is the callable that makes a T. Anywhere else it is built as a
/// Config. As Fiddle's `ArgFactory`.
template <class T>
class Factory : public detail::Typed<Factory<T>, T> {
  using Base = detail::Typed<Factory<T>, T>;

 public:
  Factory(detail::Here here = detail::Here(std::source_location::current()))
      : Base(detail::make_node<T>(NodeKind::factory, here.location)) {}
  template <class U = T>
  explicit Factory(typename Target<U>::Args arguments, std::source_location here = std::source_location::current())
      : Base(detail::make_node<U>(arguments, NodeKind::factory, here)) {}
  template <class U = T, class... P>
  Factory(Overload<P...> meant, typename Target<U>::Args arguments,
          std::source_location here = std::source_location::current())
      : Base(detail::make_node<U>(meant, arguments, NodeKind::factory, here)) {}
  /// Takes the configuration over.
  explicit Factory(Config<T> config) : Base(GraphAccess::root(config)) { this->node().kind = NodeKind::factory; }

  Factory(const Factory& other) : Base(detail::clone(other.root_)) {}
  Factory(Factory&&) noexcept = default;
  Factory& operator=(const Factory& other) {
    this->root_ = detail::clone(other.root_);
    return *this;
  }
  Factory& operator=(Factory&&) noexcept = default;
  ~Factory() = default;

 private:
  friend detail::Access;
  friend GraphAccess;
  Factory(detail::Adopt, NodePtr node) : Base(std::move(node)) {}
  Value run_value() const& { return Value(detail::clone(this->node().shared_from_this(), true)); }
  Value run_value() && { return this->node(), Value(std::move(this->root_)); }
};

/// `run::factory<f>({.x = 1})`: a call of f that is made anew.
template <auto f, class U = Fn<f>>
Factory<Fn<f>> factory(typename Target<U>::Args arguments,
                       std::source_location here = std::source_location::current()) {
  return Factory<Fn<f>>(std::move(arguments), here);
}
template <auto f>
Factory<Fn<f>> factory(detail::Here here = detail::Here(std::source_location::current())) {
  return Factory<Fn<f>>(here);
}

}  // namespace run
