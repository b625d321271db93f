#pragma once

#include "model.h"

namespace app {

[[run::autoconvert]]
inline std::unique_ptr<Model> decoder(int width = 32) {
  return std::make_unique<Model>(Size{.width = width, .depth = kForced}, "decoder");
}

}  // namespace app
