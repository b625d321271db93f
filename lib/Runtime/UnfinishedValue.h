// A value of a command line that is being typed, `adam(lr=0.1, be` => what its end is: a value, or an argument's name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "run/span.h"
#include "run/target_info.h"

namespace run::detail {

struct UnfinishedValue {
  std::size_t begin = 0;                     // in the text: of what is typed last
  Span<const Type* const> types = {};        // what may stand there; none where that is not known
  bool is_value = true;                      // false: it is neither a value nor a name
  const TargetInfo* call = nullptr;          // of the call whose argument may be named there; null: there is none
  std::vector<std::string_view> named = {};  // its arguments that have been given
};

/// `types`: what the value as a whole may be.
UnfinishedValue unfinished_value(std::string_view text, Span<const Type* const> types);

}  // namespace run::detail
