#pragma once

#include "model.h"

namespace app {

[[run::autoconvert]]
inline Model deep() {
  return Model(Size{.depth = 96}, GREETING);
}

}  // namespace app
