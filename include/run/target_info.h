// run::Target<T>, which generated code specialises => TargetInfo, which the untyped core works with.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/arg.h"
#include "run/function_name.h"
#include "run/location.h"
#include "run/overload.h"
#include "run/parameter.h"
#include "run/span.h"

namespace run {

/// The public bases of a class, each with the cast to it.
template <class... B>
struct Bases {};

struct BaseInfo {
  const Type* type;
  void* (*cast)(void* object);
};

/// How the result of a target owns the object.
enum class Holding : unsigned char { value, unique, shared, raw };

struct TargetInfo {
  std::string_view name;
  std::string_view qualified = {};  // its name in C++, where that is another one: it is found by both
  std::string_view doc = {};        // of a function
  Location where = {};              // it is declared; a file has its name alone
  Span<const Parameter> parameters;
  std::size_t in_constructor = 0;  // so many parameters, from the first on, are the constructor's or members
  bool has_one_type_each = false;  // the parameters
  bool has_bit_fields = false;     // some take fewer numbers than their type
  const Type* result = nullptr;    // what the target returns
  const Type* object = nullptr;    // the class of the object that it gives, or else the result's type
  Holding holding = Holding::value;
  bool is_container = false;
  bool is_only_in_place = false;  // nothing makes one: see set_in_part.h
  bool is_pointer = false;        // a smart pointer of a library's own: copies of it have one object in common
  const Type* element = nullptr;  // of a container of elements of one type, as many as one likes
  bool movable = true;            // the result
  Span<const BaseInfo> bases = {};
  void (*call)() = nullptr;                                       // Result (*)(Built&)
  void* (*make)(Built&, std::shared_ptr<void>& owner) = nullptr;  // on the heap, or with a shared owner
  void (*destroy)(void* object) = nullptr;
  std::size_t size = 0;  // of the place for an object that can be made in any, and moved on from there; else 0
  void (*construct)(void* place, Built&) = nullptr;
  void (*destruct)(void* object) = nullptr;
  void (*fill)(void* object, Built&) = nullptr;  // assigns the members of an aggregate that are set
  void (*set)(void* object, std::size_t parameter, Built&) = nullptr;  // assigns a field, calls a setter
  void (*copy)() = nullptr;                                // Object (*)(const void*); null where it cannot be copied
  std::shared_ptr<void> (*share)(void* object) = nullptr;  // takes a made object over
  Value (*to_value)(void* object) = nullptr;               // of a result that is a value
  FunctionValue function = {};                             // of a Fn
  const OverloadInfo* overload = nullptr;                  // of a Fn and a Constructor: its parameters
  const Signatures& (*signatures)() = nullptr;             // where arguments alone do not tell which of them is meant

  /// What is known of all parameters together.
  void set_parameters(Span<const Parameter> all);
  /// The name for people: a container's is its type's.
  std::string display() const;
  /// The index of the parameter; `parameters.size()` when there is none.
  std::size_t find(std::string_view parameter) const;
  /// The index of the parameter. Throws Error with a suggestion when there is none.
  std::size_t index(std::string_view parameter, std::string_view path = {}) const;
};

namespace detail {

// A list of a library's own that constructors make, for which a companion has a target, is an object.
template <class T>
concept IsContainerTarget = requires {
  requires Target<T>::is_container;
};

template <class R>
consteval Holding holding_of() {
  if constexpr (is_shared_ptr<R>) return Holding::shared;
  if constexpr (HolderLike<R> && !is_weak_ptr<R>) return Holding::unique;
  if constexpr (std::is_pointer_v<R>)
    if constexpr (std::is_class_v<std::remove_pointer_t<R>> && Complete<std::remove_pointer_t<R>>) return Holding::raw;
  return Holding::value;
}

template <class R>
using ObjectOf = std::conditional_t<holding_of<R>() == Holding::value, R, typename Pointee<R>::type>;

template <class T>
Result<T> call_target(Built& arguments);
template <class T>
void* make_target(Built& arguments, std::shared_ptr<void>& owner);
template <class T>
void construct_target(void* place, Built& arguments);

/// Whether objects that building a T gives can be made in any place, and moved on from there.
template <class R>
concept MadeInPlace = kind_of<R>()
== TypeKind::object&& can_move<R>() && std::is_destructible_v<R> && alignof(R) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__;

template <class C>
void destruct_object(void* object) {
  static_cast<C*>(object)->~C();
}

template <class C>
void destroy_object(void* object) {
  // g++ would delete a void* after a warning.
  if constexpr (!std::is_void_v<C> && requires(C * made) { delete made; }) delete static_cast<C*>(object);
}

/// A shared pointer that first owns a C makes it known to itself, if it is a std::enable_shared_from_this.
template <class C>
concept SharesItself = requires(C* object) {
  []<class Self>(const std::enable_shared_from_this<Self>*) {}(object);
};

template <class C>
std::shared_ptr<void> share_object(void* object) {
  if constexpr (!std::is_destructible_v<C>)
    return {};
  else if constexpr (SharesItself<C>)
    return std::shared_ptr<void>(static_cast<C*>(object));
  else
    return {object, &destroy_object<C>};  // what is compiled once for all classes
}

template <class R>
Value value_of_result(void* object) {
  return wrap(*static_cast<const R*>(object));
}

template <class T>
void fill_object(void* object, Built& arguments) {
  Target<T>::fill(*static_cast<Result<T>*>(object), arguments);
}

/// Fields and setters are of the object, or of the one behind a smart pointer that the library does not know.
template <class T>
concept SetsObject = requires(ObjectOf<Result<T>>& object, Built& frame) {
  Target<T>::set(object, std::size_t{}, frame);
};
template <class T>
concept SetsPointee = requires(ObjectOf<Result<T>>& object, Built& frame) {
  Target<T>::set(*object.operator->(), std::size_t{}, frame);
};
template <class T>
concept HasSet = SetsObject<T> || SetsPointee<T>;

/// Throws BuildError.
[[noreturn]] void fail_without_object(Built& frame);

template <class T>
void set_object(void* result, std::size_t parameter, Built& arguments) {
  auto& object = *static_cast<ObjectOf<Result<T>>*>(result);
  if constexpr (SetsObject<T>) {
    Target<T>::set(object, parameter, arguments);
  } else {
    auto* pointee = object.operator->();
    if (pointee == nullptr) fail_without_object(arguments);
    Target<T>::set(*pointee, parameter, arguments);
  }
}

template <class C, class B>
void* cast_to(void* object) {
  return const_cast<std::remove_cv_t<B>*>(static_cast<const B*>(static_cast<C*>(object)));
}

template <class C, class List>
struct BaseList {};
template <class C, class... B>
struct BaseList<C, Bases<B...>> {
  static constexpr std::array<BaseInfo, sizeof...(B)> list{BaseInfo{&type_of<B>, &cast_to<C, B>}...};
};

template <class T>
struct FunctionOf {
  static FunctionValue get() { return {}; }
};
template <class T>
struct OverloadOf {
  static constexpr const OverloadInfo* info = nullptr;
};
template <class R, class... A>
struct OverloadOf<R (*)(A...)> {
  static constexpr const OverloadInfo* info = &overload_info<A...>;
};
template <class R, class... A>
struct OverloadOf<R (*)(A...) noexcept> : OverloadOf<R (*)(A...)> {};
template <auto f>
struct OverloadOf<Fn<f>> : OverloadOf<typename WithObject<std::remove_cv_t<decltype(f)>>::type> {};
template <class T, class... P>
struct OverloadOf<Constructor<T, P...>> {
  static constexpr const OverloadInfo* info = &overload_info<P...>;
};

template <auto f>
struct FunctionOf<Fn<f>> {
  static FunctionValue get() {
    using F = std::remove_cv_t<decltype(f)>;
    if constexpr (std::is_member_function_pointer_v<F>)
      return {};
    else
      return {reinterpret_cast<void (*)()>(f), &type_of<F>};
  }
};

/// Throws Error.
[[noreturn]] void* make_abstract(Built& frame, std::shared_ptr<void>& owner);

template <class T>
TargetInfo make_info() {
  using R = Result<T>;
  using Object = ObjectOf<R>;
  TargetInfo info;
  info.name = Target<T>::name;
  if constexpr (requires { Target<T>::qualified; }) info.qualified = Target<T>::qualified;
  if constexpr (requires { Target<T>::doc; }) info.doc = Target<T>::doc;
  if constexpr (requires { Target<T>::where; }) info.where = Target<T>::where;
  if constexpr (requires { Target<T>::parameters; })
    info.set_parameters(Target<T>::parameters);
  else
    info.has_one_type_each = true;
  info.result = &type_of<R>;
  info.object = &type_of<Object>;
  info.holding = holding_of<R>();
  info.is_container = IsContainerTarget<T>;
  info.is_pointer = requires { requires Target<T>::is_pointer; };
  if constexpr (IsContainerTarget<T> && SequenceLike<T>) info.element = &type_of<typename T::value_type>;
  if constexpr (std::is_void_v<R>)
    info.movable = true;
  else
    info.movable = can_move<R>();
  if constexpr (requires { typename Target<T>::Bases; }) info.bases = BaseList<Object, typename Target<T>::Bases>::list;
  if constexpr (std::is_abstract_v<R>) {
    // Arguments of what is derived from it are set through it; it is never made itself.
    info.make = &make_abstract;
  } else {
    info.call = reinterpret_cast<void (*)()>(&call_target<T>);
    info.make = &make_target<T>;
    info.destroy = &destroy_object<Object>;
    if constexpr (MadeInPlace<R>) {
      info.size = (sizeof(R) + 7) / 8 * 8;
      info.construct = &construct_target<T>;
      info.destruct = &destruct_object<R>;
    }
    if constexpr (requires(R & object, Built & built) { Target<T>::fill(object, built); }) info.fill = &fill_object<T>;
    if constexpr (HasSet<T>) info.set = &set_object<T>;
    info.copy = copy_function<Object>();
    info.share = &share_object<Object>;
    if constexpr (kind_of<R>() != TypeKind::object && holding_of<R>() == Holding::value && !std::is_void_v<R>)
      info.to_value = &value_of_result<R>;
    info.function = FunctionOf<T>::get();
    info.overload = OverloadOf<T>::info;
    if constexpr (requires { Target<T>::signatures(); }) info.signatures = &Target<T>::signatures;
  }
  return info;
}

template <class T>
const TargetInfo& info() {
  static const TargetInfo made = make_info<T>();
  return made;
}

/// Makes the target known to from_yaml. Always true.
bool register_info(const TargetInfo& info);
/// `app::Layer` => `app.Layer`
std::string dotted(std::string_view name);
/// `layers.adam` ends `app.layers.adam`, `rs.adam` does not; both dotted.
bool ends_with_parts(std::string_view name, std::string_view parts);
/// Those of that name, in the order in which they were registered. A dot is as good as `::`.
std::vector<const TargetInfo*> find_targets(std::string_view name);
/// Those whose name ends with these parts, `Layer` or `nn.Layer` for `app::nn::Layer`; all of them for an empty text.
std::vector<const TargetInfo*> find_targets_ending(std::string_view parts);
/// The target whose object is of that very class, or null.
const TargetInfo* find_target(const Type& object);
/// The nearest registered name, or empty.
std::string_view nearest_target(std::string_view name);
/// The nearest of the names, or empty when none is near.
std::string_view nearest(std::string_view name, Span<const std::string_view> names);
/// `; did you mean `near`?`, or nothing where nothing is near.
std::string did_you_mean(std::string_view near);
/// Those that there is room for in a message: `a`, `b` and 200 more.
std::string some_of(Span<const std::string_view> names);

template <class T>
struct FunctionTarget {
  static void name() {}
};
template <auto f>
struct FunctionTarget<Fn<f>> {
  static void name() { register_function(describe_function<f>(info<Fn<f>>().name, info<Fn<f>>().qualified)); }
};

}  // namespace detail

/// Specialised in companions: registers the target when the program starts.
template <class T>
inline const bool registered = false;

template <class T>
bool register_target() {
  detail::FunctionTarget<T>::name();
  return detail::register_info(detail::info<T>());
}

/// Containers are targets of one argument, their content.
template <class T>
requires detail::ContainerLike<T>
struct Target<T> {
  static constexpr std::string_view name = "";
  static constexpr bool is_container = true;
  using Args = Arg<T>;
  static constexpr Parameter parameters[] = {parameter<T>("")};
  template <class B>
  static T build(B& args) {
    return args.template get<T>(0);
  }
};

}  // namespace run
