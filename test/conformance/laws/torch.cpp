// link: -ltorch -ltorch_cpu -lc10
// The law over the recipes of samples/real/torch.cpp.
#include "torch.run.cpp"

#include <run/run.h>

#include "../samples/check.h"

int main() {
  using namespace train;
  CHECK(run::build(run::autoconvert<adamw>(1e-3)) == adamw(1e-3));
  CHECK(run::build(run::autoconvert<adamw>()) == adamw());
  CHECK(run::build(run::autoconvert<sgd>(1e-3)) == sgd(1e-3));

  const auto convolved = run::build(run::autoconvert<convolution>(4));
  const auto direct = convolution(4);
  CHECK(*convolved.kernel_size() == *direct.kernel_size() && *convolved.stride() == *direct.stride());
  CHECK(convolved.padding().index() == direct.padding().index() && convolved.bias() == direct.bias());
  CHECK(convolved.in_channels() == 4 && convolved.out_channels() == 8);

  const auto encoder = run::build(run::autoconvert<layer>(4));
  CHECK(encoder.activation().index() == layer(4).activation().index());
  CHECK(encoder.d_model() == 4 && encoder.nhead() == 8 && encoder.dim_feedforward() == 16 && encoder.dropout() == 0.1);

  auto linear = run::autoconvert<projection>(4, 5);
  const auto module = run::build(linear);
  CHECK(module->weight.sizes() == projection(4, 5)->weight.sizes() && !module->options.bias());
  using Linear = run::Constructor<torch::nn::Linear, torch::nn::LinearOptions&>;
  CHECK(run::build(run::from_yaml<Linear>(run::to_yaml(linear)))->options.in_features() == 4);
  linear->options_->bias = true;
  CHECK(run::build(linear)->bias.defined());

  const auto options = run::build(run::autoconvert<loader>(16));
  CHECK(options.batch_size() == 16 && options.workers() == 4 && options.drop_last());
  return check_result();
}
