#include "recipes/encoder.h"
#ifdef HAS_OMP
#include <omp.h>
#endif

namespace app {
namespace {

constexpr int kDepth = 12;

}  // namespace

[[run::autoconvert]]
std::unique_ptr<Model> encoder(int width) {
  return std::make_unique<Model>(Size{.width = width + WIDEST, .depth = kDepth + kFirst}, "encoder");
}

}  // namespace app
