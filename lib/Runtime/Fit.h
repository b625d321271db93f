// Whether a value may stand for an argument of a type, and as what.
#pragma once

#include <span>
#include <string>

#include "run/node.h"
#include "run/type.h"

namespace run::detail {

/// Why a value does not fit.
struct Misfit {
  std::string path;  // within the value: `[2][0]`
  std::string expected;
  std::string found;
  std::string hint;  // further words, or empty

  std::string message() const;
};

/// Converts the value to what an argument of the type holds, without losing anything. False, with the reason, and the
/// value unspecified, where that cannot be done.
bool fit(const Type& type, Value& value, Misfit& misfit);
/// The same for the first of several types that takes it, exact ones first; any value fits an empty list.
bool fit(std::span<const Type* const> types, Value& value, Misfit& misfit);

/// Whether the node, built, gives an object of that class or of one derived from it.
bool gives_class(const Node& node, const Type& wanted);
/// Whether a node may stand where the type is wanted.
bool node_fits(const Node& node, const Type& type);

}  // namespace run::detail
