// A number, an enumerator or its name => the number or enumerator that a type holds; or why there is none.
#pragma once

#include <string>

#include "Fit.h"

namespace run::detail {

/// Says that the value does not fit: false.
bool misfits(const Type& type, const Value& value, Misfit& misfit, std::string hint = {});

/// Of an integer, whether the integer type has it.
bool in_range(const Type& type, const Value& value);
/// Enumerators of 64 bits are kept as they are, whatever their sign.
bool holds_enumerator(const Type& type, std::int64_t number);

bool fit_integer(const Type& type, Value& value, Misfit& misfit);
bool fit_real(const Type& type, Value& value, Misfit& misfit);
bool fit_enumerator(const Type& type, Value& value, Misfit& misfit);

}  // namespace run::detail
