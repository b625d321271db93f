// Functions as values have names, by which they are written and read: `{_target_: app::Sink::write, _call_: false}`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "run/convert.h"
#include "run/overload.h"
#include "run/span.h"

namespace run {
namespace detail {

struct FunctionName {
  std::string_view name;
  std::string_view qualified;  // its name in C++, where that is another one; else empty
  std::string parameters;      // `(int) const`: what tells it from others of its name
  /// The pointer to it; of a function that does not throw, also as a pointer to one that may.
  std::vector<Value> values;
};

/// Always true.
bool register_function(FunctionName function);
/// `app::f`, `app.f`, or, where several have that name, `app::f(int)`. All that are called so.
std::vector<const FunctionName*> find_functions(std::string_view name);
/// Those whose name ends with these parts; all of them for an empty text.
std::vector<const FunctionName*> find_functions_ending(std::string_view parts);
/// The one that the value is a pointer to, or null.
const FunctionName* find_function(const Value& value);
/// The value of the function that fits one of the types (any, where there are none); absent where there is none.
Value function_for(const FunctionName& function, Span<const Type* const> types);
/// The nearest name of a function, or empty.
std::string_view nearest_function(std::string_view name);
/// With the parameters where the name alone is not enough.
std::string written_name(const FunctionName& function);

/// A pointer to a function, taken apart.
template <class F>
struct PointerShape {
  using may_throw = F;
  static std::string parameters() { return {}; }
};
template <class F, class... A>
struct PointerShapeOf {
  using may_throw = F;
  static std::string parameters() { return overload_info<A...>.parameters(); }
};
template <class R, class... A>
struct PointerShape<R (*)(A...)> : PointerShapeOf<R (*)(A...), A...> {};
template <class R, class... A>
struct PointerShape<R (*)(A...) noexcept> : PointerShape<R (*)(A...)> {};
template <class R, class C, class... A>
struct PointerShape<R (C::*)(A...)> : PointerShapeOf<R (C::*)(A...), A...> {};
template <class R, class C, class... A>
struct PointerShape<R (C::*)(A...) noexcept> : PointerShape<R (C::*)(A...)> {};
template <class R, class C, class... A>
struct PointerShape<R (C::*)(A...) const> : PointerShapeOf<R (C::*)(A...) const, A...> {
  static std::string parameters() { return PointerShape<R (C::*)(A...)>::parameters() + " const"; }
};
template <class R, class C, class... A>
struct PointerShape<R (C::*)(A...) const noexcept> : PointerShape<R (C::*)(A...) const> {};

template <auto f>
FunctionName describe_function(std::string_view name, std::string_view qualified) {
  using Pointer = std::remove_cv_t<decltype(f)>;
  using MayThrow = typename PointerShape<Pointer>::may_throw;
  FunctionName function{name, qualified, PointerShape<Pointer>::parameters(), {}};
  function.values.push_back(wrap(Pointer(f)));
  if constexpr (!std::is_same_v<Pointer, MayThrow>) function.values.push_back(wrap(MayThrow(f)));
  return function;
}

}  // namespace detail

/// Specialised in companions, for functions that are values and no targets: gives the function its name when the
/// program starts.
template <auto f>
inline const bool named = false;

template <auto f>
bool name_function(std::string_view name, std::string_view qualified = {}) {
  return detail::register_function(detail::describe_function<f>(name, qualified));
}

}  // namespace run
