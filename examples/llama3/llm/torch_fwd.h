// The few names of libtorch that our interfaces mention, without its headers: whoever only describes a training run
// (a recipe, a configuration) need not compile libtorch.
#pragma once

namespace at {
class Tensor;
}

namespace torch {
using at::Tensor;
namespace nn {
class Module;
}
}  // namespace torch
