#pragma once

#include "model.h"

namespace app {

[[run::autoconvert]]
inline Model small() {
  return Model(Size{.width = 1}, GREETING);
}

}  // namespace app
