#pragma once

#include <widths.h>

struct Model {
  int width = 64;
};

[[run::autoconvert]]
inline Model small() {
  return Model{.width = small_width};
}
