#pragma once

#include "model.h"

namespace app {

Model other(int width);

}  // namespace app
