// What several .cpp files define: the companion of this header includes theirs.
#pragma once

#include "model.h"

namespace app {

[[run::autoconvert]] Size left(int width = 3);
[[run::autoconvert]] Model right(int width = 4);

}  // namespace app
