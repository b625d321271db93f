// `cfg["seq_length"] *= 2`, `seq_length*=2` on a command line: the new value of an argument from its old one.
#pragma once

#include <string>
#include <string_view>

#include "run/spot.h"

namespace run::detail {

enum class Operation : unsigned char { add, subtract, multiply, divide, bit_or, bit_and };

/// `+=` and so on; Throws Error where the text is none of them.
Operation operation(std::string_view text);

/// Numbers exactly: an integer stays an integer, a quotient that is none is an error, and so is what no 64 bits hold.
/// Texts and lists are put together by `add`; maps are merged by `bit_or`, the new entries win; integers and booleans
/// have `bit_or` and `bit_and`. Durations are added to durations, of any unit or as text, and multiplied and divided by
/// numbers, in whole ticks if they count those. Throws Error, without a path, for anything else.
Value combined(const Value& old, Operation operation, const Value& operand);

/// Sets the place to `old operation operand`, where old is its value or default. Throws Error; nothing has changed
/// then.
void update(const Spot& spot, Operation operation, const Value& operand, Location where);

/// Throws Error: `calculation`, as "2 / 0", is `wrong`, as "divides by zero".
[[noreturn]] void fail_arithmetic(const Spot& spot, const std::string& calculation, const char* wrong);

}  // namespace run::detail
