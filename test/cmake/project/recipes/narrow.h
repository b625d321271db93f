// Recipes here and in narrow.cpp: they have one companion.
#pragma once

#include "model.h"

namespace app {

inline constexpr int kNarrow = 8;

[[run::autoconvert]]
inline Size narrow(int depth = 1) {
  return Size{.width = kNarrow, .depth = depth};
}

std::unique_ptr<Model> narrower(int depth = 2);

}  // namespace app
