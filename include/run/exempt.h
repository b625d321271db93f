// Marks an expression of a recipe as a value.
#pragma once

#include <utility>

namespace run {

/// The expression itself. The compiler leaves it as it stands: it is executed while the recipe is converted, and what
/// it gives is a finished value in the configuration. Ours, after Fiddle's `auto_config.exempt`.
template <class T>
constexpr T exempt(T&& value) {
  return std::forward<T>(value);
}

}  // namespace run
