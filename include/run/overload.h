// Which constructor is meant, where the arguments alone do not say it: T(const std::string&) or T(std::string_view).
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "run/call_forms.h"
#include "run/span.h"
#include "run/type.h"

namespace run {

/// A constructor by the types of its parameters. One object each: its address is its identity.
struct OverloadInfo {
  enum class Passing : unsigned char { value, constant, lvalue, rvalue };
  struct Part {
    const Type* type;
    Passing passing;
  };
  Span<const Part> parts;

  /// `const std::string&, int`
  std::string text() const;
  /// The same in parentheses.
  std::string parameters() const;
};

namespace detail {

template <class P>
consteval OverloadInfo::Part overload_part() {
  using Passing = OverloadInfo::Passing;
  Passing passing = Passing::value;
  if constexpr (std::is_rvalue_reference_v<P>)
    passing = Passing::rvalue;
  else if constexpr (std::is_lvalue_reference_v<P>)
    passing = std::is_const_v<std::remove_reference_t<P>> ? Passing::constant : Passing::lvalue;
  return {&type_of<std::remove_cvref_t<P>>, passing};
}

template <class... P>
inline constexpr std::array<OverloadInfo::Part, sizeof...(P)> overload_parts{overload_part<P>()...};
template <class... P>
inline constexpr OverloadInfo overload_info{overload_parts<P...>};

}  // namespace detail

/// Says which constructor a configuration means: `run::Config<T>(run::overload<std::string_view>, {.name = "x"})`. It
/// is taken as long as it has all arguments that are set and their values fit.
template <class... P>
struct Overload {};
template <class... P>
inline constexpr Overload<P...> overload{};

/// The ways to call a target of which arguments alone cannot always tell which is meant. Generated code lists them.
class Signatures {
 public:
  struct Entry {
    template <class... P>
    Entry(Overload<P...>, std::initializer_list<detail::Choice> its_choices)
        : overload(&detail::overload_info<P...>), choices(its_choices) {}
    const OverloadInfo* overload;
    std::initializer_list<detail::Choice> choices;  // gone when the Signatures are made, which copy them
  };
  Signatures(std::initializer_list<Entry> all);
  Signatures(const Signatures&) = delete;
  Signatures& operator=(const Signatures&) = delete;

  Span<const detail::CallForm> list() const { return list_; }
  /// The one with that text, or null.
  const OverloadInfo* find(std::string_view text) const;

 private:
  std::shared_ptr<const void> owner_;
  Span<const detail::CallForm> list_;
};

namespace detail {

/// What a node's arguments choose among signatures.
struct Chosen {
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t index = kNone;
  std::vector<std::size_t> ties;  // when there are several: the candidates
  std::string missing;            // when there is none: an argument that is neither set nor has a default
};

/// The number of the signature that takes exactly the constructor parameters that are set, where it alone does and
/// types need not be asked; else kNone, which says nothing.
std::size_t choose_at_once(const Node& node, const CallFormList& signatures);
/// The signature that has all constructor parameters that are set, whose types fit, and that leaves the fewest to their
/// defaults; of `preferred` ones the first such, if there is one.
Chosen choose(Node& node, Span<const CallForm> signatures, const OverloadInfo* preferred);

/// The ways to call the target, none where it takes nothing; kept for the life of the process.
Span<const CallForm> forms_of(const TargetInfo& target);
/// Whether one is the other with some of its defaults given.
bool is_continued(const CallForm& form, const CallForm& longer);
/// Whether the call that the node's arguments mean leaves the parameter, which is not set, to a default. Where they
/// mean none yet, whether one that could still be meant does.
bool may_default(Node& node, std::size_t parameter);

/// The constructor that building the node would call; null where its arguments say it, and where there is none.
const OverloadInfo* overload_of(Node& node);
/// Whether the constructor must be said for it to be called.
bool needs_overload(Node& node);

}  // namespace detail
}  // namespace run
