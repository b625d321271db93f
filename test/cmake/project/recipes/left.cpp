#include "parts.h"

namespace app {

Size left(int width) { return Size{.width = 2 * width}; }

}  // namespace app
