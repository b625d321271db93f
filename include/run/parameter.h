// What a target takes, one Parameter an argument, as generated code lists them.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

#include "run/span.h"
#include "run/type.h"
#include "run/value.h"

namespace run {

enum class ParameterKind : unsigned char {
  parameter,  // of a constructor or function
  member,     // of an aggregate
  setter,     // called after construction
  field,      // public data member of a class that is no aggregate, assigned after construction
};

/// How a default is made; null: there is none, or none that can be said.
class DefaultValue {
 public:
  constexpr DefaultValue() = default;
  constexpr DefaultValue(std::nullptr_t) {}
  template <class Make>
  requires std::convertible_to<Make, Value (*)()>
  constexpr DefaultValue(Make make) : make_(make) {}
  /// What `of` gives for that member: one function knows those of a whole class.
  constexpr DefaultValue(Value (*of)(std::size_t member), std::size_t member) : of_(of), member_(member) {}

  /// REQUIRES: not null.
  Value operator()() const { return of_ != nullptr ? of_(member_) : make_(); }
  friend constexpr bool operator==(const DefaultValue& value, std::nullptr_t) {
    return value.of_ == nullptr && value.make_ == nullptr;
  }

 private:
  Value (*make_)() = nullptr;
  Value (*of_)(std::size_t member) = nullptr;
  std::size_t member_ = 0;
};

struct Default {
  std::string_view text = {};  // as written in the source
  DefaultValue value = {};
  std::string_view doc = {};   // the doc comment of the parameter
  std::string_view tags = {};  // of [[run::tag("…")]], separated by commas
};

struct Parameter {
  std::string_view name;
  ParameterKind kind;
  Default initial;
  Span<const Type* const> types;    // more than one where overloads disagree
  bool is_field = false;            // of a constructor; a public data member has the same name and type
  bool is_default_of_some = false;  // constructors: others must be given it, or do not have it

  constexpr Parameter and_field() const {
    Parameter both = *this;
    both.is_field = true;
    return both;
  }
  constexpr Parameter with_default_of_some() const {
    Parameter described = *this;
    described.is_default_of_some = true;
    return described;
  }
  bool in_constructor() const { return kind == ParameterKind::parameter || kind == ParameterKind::member; }
};

template <class... P>
constexpr Parameter parameter(std::string_view name, Default initial = {}) {
  return {name, ParameterKind::parameter, initial, detail::type_list<P...>};
}
template <class... P>
constexpr Parameter member(std::string_view name, Default initial = {}) {
  return {name, ParameterKind::member, initial, detail::type_list<P...>};
}
template <class... P>
constexpr Parameter setter(std::string_view name, Default initial = {}) {
  return {name, ParameterKind::setter, initial, detail::type_list<P...>};
}
template <class... P>
constexpr Parameter field(std::string_view name, Default initial = {}) {
  return {name, ParameterKind::field, initial, detail::type_list<P...>};
}

}  // namespace run
