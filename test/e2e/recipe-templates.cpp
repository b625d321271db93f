// Function templates as recipes: each instance that is asked for is one.
#include <run/run.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

template <class T>
struct Layer {
  T width = {};
  int depth = 1;
  bool operator==(const Layer&) const = default;
};

class Model {
 public:
  explicit Model(int width, std::string name = "model") : width_(width), name_(std::move(name)) {}
  bool operator==(const Model&) const = default;

 private:
  int width_;
  std::string name_;
};

// Called from recipes below.
template <class T>
[[run::autoconvert]] Layer<T> layer(T width, int depth = sizeof(T)) {
  const T twice = width + width;
  return Layer<T>{.width = twice, .depth = depth};
}

template <class T, int N = 2>
[[run::autoconvert]] Model model(const T& name = T()) {
  if constexpr (std::is_same_v<T, std::string>) {
    return Model(N, name + "!");
  } else
    return Model(N * static_cast<int>(name));
}
template Model model<std::string>(const std::string&);
template Model model<int, 7>(const int&);
extern template Model model<char>(const char&);

[[run::autoconvert]] std::vector<Layer<int>> both(int n) {
  std::vector<Layer<int>> layers;
  layers.push_back(layer(n));
  layers.push_back(layer<int>(n, 3));
  return layers;
}

[[run::autoconvert]] Layer<std::string> named() { return layer(std::string("ab")); }

[[run::autoconvert]] Model shortened(auto width) { return Model(static_cast<int>(width * 2)); }
template Model shortened(double);

template <>
[[run::autoconvert]] Model model<double, 1>(const double& name) {
  return Model(static_cast<int>(name));
}

// Of a chain of branches an instance has one: what stands behind it goes, loops and conditions, too.
template <int N>
[[run::autoconvert]] std::vector<Model> chained() {
  if constexpr (N == 0) {
    return {Model(1)};
  } else if constexpr (N < 3) {
    return {Model(2), Model(N)};
  } else {
    return {Model(3, "three")};
  }
}
template std::vector<Model> chained<0>();
template std::vector<Model> chained<2>();
template std::vector<Model> chained<3>();

struct Zoo {
  static constexpr int kWidth = 8;
  template <class T>
  [[run::autoconvert]] static Model make(T n) {
    return Model(kWidth * static_cast<T>(n));
  }
};
template Model Zoo::make<int>(int);

}  // namespace app

#include "recipe-templates.run.h"

int main() {
  CHECK(app::Model(run::build(run::autoconvert<app::model<std::string, 2>>("x"))) == app::model<std::string>("x"));
  CHECK(app::Model(run::build(run::autoconvert<app::model<std::string, 2>>())) == app::model<std::string>());
  CHECK(app::Model(run::build(run::autoconvert<app::model<int, 7>>(3))) == (app::model<int, 7>(3)));
  CHECK(app::Model(run::build(run::autoconvert<app::model<char, 2>>('x'))) == app::Model(2 * 'x'));
  CHECK(app::Model(run::build(run::autoconvert<app::model<double, 1>>(2.5))) == (app::model<double, 1>(2.5)));
  CHECK(run::build(run::autoconvert<app::both>(4)) == app::both(4));
  CHECK(app::Layer<std::string>(run::build(run::autoconvert<app::named>())) == app::named());
  CHECK(app::Model(run::build(run::autoconvert<app::shortened<double>>(1.5))) == app::shortened(1.5));
  CHECK(app::Model(run::build(run::autoconvert<app::Zoo::make<int>>(2))) == app::Zoo::make<int>(2));
  CHECK(run::build(run::autoconvert<app::chained<0>>()) == app::chained<0>());
  CHECK(run::build(run::autoconvert<app::chained<2>>()) == app::chained<2>());
  CHECK(run::build(run::autoconvert<app::chained<3>>()) == app::chained<3>());
  return check_result();
}
