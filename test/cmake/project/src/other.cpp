#include "other.h"

namespace app {

[[run::autoconvert]]
Model other(int width) {
  return Model(Size{.width = width}, "other");
}

}  // namespace app
