// A node => the call that its target makes of it: the object, with its setters called and its fields assigned.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include "run/make.h"

namespace run {
namespace detail {

/// The indexes of the fields and setters that are set, in that order.
std::vector<std::size_t> after_construction(const Node& node);

/// What a function gives holds the object, or is it. Throws Error where it holds nothing.
template <class R>
ObjectOf<R>& object_of(Built& frame, R& result) {
  if constexpr (holding_of<R>() == Holding::value) {
    return result;
  } else {
    if (result == nullptr) fail_without_object(frame);
    return *result;
  }
}

/// What `make` gives. What it throws is told with the path of the node. A program that is compiled without exceptions
/// has nothing to catch: its targets throw none, and an Error of the library ends it with the error's text.
template <class Make>
auto with_path(const Built& frame, const Make& make) -> decltype(make()) {
#ifdef __cpp_exceptions
  try {
    return make();
  } catch (...) {
    frame.failed();
  }
#else
  return static_cast<void>(frame), make();
#endif
}

/// One result, one return: compilers make it where it is to be, and nobody sees it moved.
template <class T>
Result<T> make_and_set(Built& frame) {
  Result<T> result = Target<T>::build(frame);
  frame.apply<T>(object_of(frame, result));
  return result;
}

template <class T>
Result<T> call_target(Built& frame) {
  return with_path(frame, [&]() -> Result<T> {
    if constexpr (HasSet<T>) {
      if (!after_construction(frame.node()).empty()) {
        if constexpr (can_move<Result<T>>()) {
          return make_and_set<T>(frame);
        } else {
          frame.fail("fields and setters of a class that cannot be moved can be set behind a pointer only");
        }
      }
    }
    return Target<T>::build(frame);
  });
}

/// Whether an object may be made by `new`: a class can forbid it.
template <class R>
concept Allocated = requires(R* object, R (*make)()) {
  new R(make());
  delete object;
};

/// An object that is made, until somebody takes it: a std::unique_ptr whose type is the same for every class, and is
/// therefore compiled once.
class MadeObject {
 public:
  MadeObject(void* object, void (*destroy)(void*)) : object_(object), destroy_(destroy) {}
  MadeObject(const MadeObject&) = delete;
  MadeObject& operator=(const MadeObject&) = delete;
  ~MadeObject() {
    if (object_ != nullptr && destroy_ != nullptr) destroy_(object_);
  }
  void* release() { return std::exchange(object_, nullptr); }

 private:
  void* object_;
  void (*destroy_)(void*);
};

template <class T>
void* make_target(Built& frame, std::shared_ptr<void>& owner) {
  using R = Result<T>;
  using Object = ObjectOf<R>;
  constexpr Holding holding = holding_of<R>();
  return with_path(frame, [&]() -> void* {
    if constexpr (std::is_void_v<R>) {
      Target<T>::build(frame);
      return nullptr;
    } else if constexpr (holding == Holding::value && !Allocated<R>) {
      frame.fail("an object of a class without `new` can be the result or an argument that is taken by value only");
    } else if constexpr (holding == Holding::value && HasSet<T>) {
      R* object = new R(Target<T>::build(frame));
      // Its setters may ask for a pointer to itself.
      if constexpr (SharesItself<R>)
        if (frame.is_shared()) owner = share_object<R>(object);
      MadeObject owned(object, owner ? nullptr : &destroy_object<R>);
      frame.apply<T>(*object);
      return owned.release();
    } else if constexpr (holding == Holding::value) {
      return new R(call_target<T>(frame));
    } else if constexpr (holding == Holding::shared) {
      R object = call_target<T>(frame);
      owner = std::const_pointer_cast<Object>(object);
      return const_cast<Object*>(object.get());
    } else if constexpr (holding == Holding::unique) {
      return const_cast<Object*>(call_target<T>(frame).release());
    } else if constexpr (HasSet<T>) {
      // Until whoever takes the plain pointer has it, the object is owned here, or by nobody.
      Object* object = const_cast<Object*>(Target<T>::build(frame));
      MadeObject owned(object, frame.is_adopted() ? &destroy_object<Object> : nullptr);
      if (!after_construction(frame.node()).empty()) frame.apply<T>(object_of(frame, object));
      return owned.release();
    } else {
      return const_cast<Object*>(call_target<T>(frame));
    }
  });
}

template <class T>
void construct_target(void* place, Built& frame) {
  ::new (place) Result<T>(call_target<T>(frame));
}

/// Gives the object of `node` in a frame of its own, without a copy or a move.
template <class R>
R call_node(const Node& node, Session& session) {
  Built frame(session, const_cast<Node&>(node));
  return reinterpret_cast<R (*)(Built&)>(node.target->call)(frame);
}

}  // namespace detail

template <class T, class R>
void Built::apply(R& object) {
  for (std::size_t parameter : detail::after_construction(node_))
    detail::set_object<T>(std::addressof(object), parameter, *this);
}

template <class D>
D Built::nested(const Node& node) {
  if (!gives(node, type_of<D>)) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), type_of<D>);
  return detail::call_node<D>(node, session_);
}

}  // namespace run
