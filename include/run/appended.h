// What recipes add to a container that a constructor makes, `options.listeners.push_back(x)`: a list of its own, which
// is put behind the elements that are there once the object is built. Ours; Python's constructors are called, not seen.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "run/built.h"
#include "run/spot.h"
#include "run/target_info.h"

namespace run::detail {

/// The list's place: the container's own where that is set as a whole. A node for it is made where there is none.
Spot appended_to(const Spot& spot, const TargetInfo& target);

template <class C>
struct Appended {
  using Elements = std::vector<typename C::value_type>;

  static constexpr Parameter parameters[] = {field<Elements>("elements")};

  static void set(void* object, std::size_t, Built& arguments) {
    C& container = *static_cast<C*>(object);
    for (auto&& element : arguments.get<Elements>(0)) {
      if constexpr (requires { container.push_back(std::move(element)); })
        container.push_back(std::move(element));
      else
        container.insert(container.end(), std::move(element));
    }
  }

  /// What files call it: the container's type.
  static const TargetInfo& info() {
    static const std::string name = type_of<C>.name();
    static const TargetInfo made = [] {
      TargetInfo target;
      target.name = name;
      target.parameters = parameters;
      target.has_one_type_each = true;
      target.result = &type_of<C>;
      target.object = &type_of<C>;
      target.is_only_in_place = true;
      target.set = &set;
      return target;
    }();
    return made;
  }

  static inline const bool registered = register_info(info());
};

}  // namespace run::detail
