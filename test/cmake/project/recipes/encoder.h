#pragma once

#include "model.h"

namespace app {

std::unique_ptr<Model> encoder(int width);

}  // namespace app
