// What generated companions include.
#pragma once

#include "run/language.h"
// Then what companions name:
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "run/run.h"  // IWYU pragma: export
