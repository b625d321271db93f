#include "llm/model/rms_norm.h"

namespace llm {

RMSNormImpl::RMSNormImpl(int hidden_size, double epsilon)
    : epsilon_(epsilon), weight_(register_parameter("weight", torch::ones({hidden_size}))) {}

torch::Tensor RMSNormImpl::forward(const torch::Tensor& x) {
  return x * torch::rsqrt(x.square().mean(/*dim=*/-1, /*keepdim=*/true) + epsilon_) * weight_;
}

}  // namespace llm
