// libtorch, for files that compute with it.
//
// <ATen/core/ivalue.h> comes first because Clang, as C++20, wants c10::IValue complete before <torch/torch.h> reaches
// the vectors of it.
#pragma once

#include <ATen/core/ivalue.h>
#include <torch/torch.h>
