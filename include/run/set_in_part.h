// What recipes set of a container that a constructor makes: elements that are put behind those that are there,
// `options.listeners.push_back(x)`, others in the place of some, `options.gains[1] = x`, and entries of a map,
// `options.ports["http"] = 80`, or where it has none, `options.ports.emplace("http", 80)`. Ours; Python's constructors
// are called, not seen.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run/built.h"
#include "run/spot.h"
#include "run/target_info.h"

namespace run::detail {

/// The place of the elements that are set: an argument of a node for the container, which is made where there is none.
/// Where the container is set as a whole, it is the container's own place.
Spot set_in_part(const Spot& spot, const TargetInfo& target, std::string_view argument);

/// Its elements can be put in the place of others; those of a set cannot.
template <class C>
concept AssignedByIndex = !MapLike<C> && requires(C & container, typename C::value_type& element) {
  *container.begin() = std::move(element);
};

template <class C>
struct SetInPart {
  using Added = std::vector<typename C::value_type>;
  using At = std::map<std::size_t, typename C::value_type>;

  static constexpr auto parameters = [] {
    if constexpr (MapLike<C>)
      return std::array{member<C>("elements"), member<C>("added")};
    else if constexpr (ArrayLike<C>)
      return std::array{member<At>("at")};
    else if constexpr (!AssignedByIndex<C>)
      return std::array{member<Added>("elements")};
    else
      return std::array{member<Added>("elements"), member<At>("at")};
  }();

  static void fill(void* object, Built& arguments) {
    C& container = *static_cast<C*>(object);
    if constexpr (MapLike<C>) {
      // What was added does not replace what was set, whichever the program did first.
      if (arguments.has(0))
        for (auto& [key, element] : arguments.get<C>(0)) container.insert_or_assign(key, std::move(element));
      if (arguments.has(1))
        for (auto& [key, element] : arguments.get<C>(1)) container.try_emplace(key, std::move(element));
    } else {
      if constexpr (!ArrayLike<C>) add(container, arguments);
      if constexpr (AssignedByIndex<C>) replace(container, arguments);
    }
  }

  /// What files call it: the container's type.
  static const TargetInfo& info() {
    static const std::string name = type_of<C>.name();
    static const TargetInfo made = [] {
      TargetInfo target;
      target.name = name;
      target.set_parameters(parameters);
      target.result = &type_of<C>;
      target.object = &type_of<C>;
      target.is_only_in_place = true;
      target.fill = &fill;
      return target;
    }();
    return made;
  }

  static inline const bool registered = register_info(info());

 private:
  static void add(C& container, Built& arguments) {
    if (!arguments.has(0)) return;
    for (auto&& element : arguments.get<Added>(0)) {
      if constexpr (requires { container.push_back(std::move(element)); })
        container.push_back(std::move(element));
      else
        container.insert(container.end(), std::move(element));
    }
  }

  // Those that were added may be meant, too.
  static void replace(C& container, Built& arguments) {
    constexpr std::size_t at = parameters.size() - 1;
    if (!arguments.has(at)) return;
    for (auto& [index, element] : arguments.get<At>(at)) {
      if (index >= container.size())
        arguments.fail(std::string("there is no element [")
                           .append(std::to_string(index))
                           .append("]: the constructor makes ")
                           .append(std::to_string(container.size())));
      *std::next(container.begin(), static_cast<std::ptrdiff_t>(index)) = std::move(element);
    }
  }
};

}  // namespace run::detail
