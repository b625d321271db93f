// The ways to call a target, by the arguments that each takes: tables that generated code has in read-only memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "run/fwd.h"
#include "run/span.h"

namespace run {
namespace detail {

/// An entry of a signature: the index of a parameter and, where overloads disagree on its type, which one is meant.
struct Choice {
  constexpr Choice() = default;
  constexpr Choice(int parameter_index) : parameter(static_cast<std::size_t>(parameter_index)) {}
  constexpr Choice(int parameter_index, const Type& (*its_type)())
      : parameter(static_cast<std::size_t>(parameter_index)), type(&its_type()) {}
  bool is_of_same(const Choice& other) const { return parameter == other.parameter && type == other.type; }
  std::size_t parameter = 0;
  const Type* type = nullptr;
  bool is_required = false;  // the parameter's default is another constructor's
};

/// One way to call a target; a constructor with defaults has several.
struct CallForm {
  Span<const Choice> choices;
  const OverloadInfo* overload = nullptr;
};

/// Several, whose choices stand one behind the other.
struct CallFormList {
  Span<const Choice> choices;
  Span<const std::uint32_t> ends;

  std::size_t size() const { return ends.size(); }
  Span<const Choice> operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return {choices.data() + begin, ends[i] - begin};
  }
};

inline void the_counts_of_call_forms_are_wrong() {}  // no constant

}  // namespace detail

/// Of a call: the parameter must be given, although other constructors have a default for it.
constexpr detail::Choice required(int parameter) {
  detail::Choice choice(parameter);
  choice.is_required = true;
  return choice;
}

/// `Count` ways to call a target, of `Total` choices together: `CallForms<2, 3>{{0}, {0, 1}}` takes the parameter 0,
/// or 0 and 1. Generated code lists them.
template <std::size_t Count, std::size_t Total>
class CallForms {
 public:
  consteval CallForms(std::initializer_list<std::initializer_list<detail::Choice>> all) {
    std::size_t form = 0;
    std::size_t end = 0;
    for (const auto& choices : all) {
      is_leading_ = is_leading_ && choices.size() == all.begin()->size() + form;
      for (std::size_t i = 0; i < choices.size(); ++i) {
        const detail::Choice& choice = choices.begin()[i];
        is_leading_ = is_leading_ && choice.parameter == i && choice.type == nullptr;
        choices_[end++] = choice;
      }
      ends_[form++] = static_cast<std::uint32_t>(end);
    }
    if (form != Count || end != Total) detail::the_counts_of_call_forms_are_wrong();
  }

  /// The number of the form that takes the first `set` parameters and no others, where all forms are of that kind and
  /// one is of that length, as those of a constructor whose last parameters have defaults are; else Count.
  constexpr std::size_t leading(std::size_t set) const {
    const std::size_t least = ends_[0];
    return is_leading_ && set >= least && set - least < Count ? set - least : Count;
  }
  detail::CallFormList list() const { return {choices_, ends_}; }

 private:
  std::array<detail::Choice, Total> choices_{};
  std::array<std::uint32_t, Count> ends_{};
  bool is_leading_ = true;
};

}  // namespace run
