// What generated companions include.
#pragma once

// The names of what is local here may be names of the user's, too, when templates are made.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
// Objects are deleted as what they were made as: no destructor has to be virtual.
#pragma GCC diagnostic ignored "-Wdelete-non-virtual-dtor"
#include "run/language.h"
// Then what companions name:
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "run/run.h"  // IWYU pragma: export
#pragma GCC diagnostic pop
