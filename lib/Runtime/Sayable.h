// value => whether files can say it.
#pragma once

#include "run/value.h"

namespace run::detail {

/// A pointer to a finished object has no text either: read again, it would be one object for all.
bool can_be_said(const Value& value);

/// The same of the value alone, whatever stands in it: else what the source says of it says more.
bool has_own_text(const Value& value);

}  // namespace run::detail
