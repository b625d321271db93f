// The whole library. What it is for: docs/runtime.md.
#pragma once

// The names of what is local here may be names of the user's, too, when templates are made.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
// Objects are deleted as what they were made as: no destructor has to be virtual.
#pragma GCC diagnostic ignored "-Wdelete-non-virtual-dtor"
#include "run/language.h"
// Then the library:
#include "run/autoconvert.h"     // IWYU pragma: export
#include "run/build.h"           // IWYU pragma: export
#include "run/cli.h"             // IWYU pragma: export
#include "run/config.h"          // IWYU pragma: export
#include "run/diff.h"            // IWYU pragma: export
#include "run/dot.h"             // IWYU pragma: export
#include "run/duration.h"        // IWYU pragma: export
#include "run/error.h"           // IWYU pragma: export
#include "run/exempt.h"          // IWYU pragma: export
#include "run/factory.h"         // IWYU pragma: export
#include "run/formats.h"         // IWYU pragma: export
#include "run/from_object.h"     // IWYU pragma: export
#include "run/given.h"           // IWYU pragma: export
#include "run/history.h"         // IWYU pragma: export
#include "run/inline_recipe.h"   // IWYU pragma: export
#include "run/launch.h"          // IWYU pragma: export
#include "run/local_executor.h"  // IWYU pragma: export
#include "run/print.h"           // IWYU pragma: export
#include "run/recipe_info.h"     // IWYU pragma: export
#include "run/retarget.h"        // IWYU pragma: export
#include "run/select.h"          // IWYU pragma: export
#include "run/watch.h"           // IWYU pragma: export
#pragma GCC diagnostic pop
