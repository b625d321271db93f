#include "parts.h"

namespace app {

Model right(int width) { return Model(left(width), "right"); }

}  // namespace app
