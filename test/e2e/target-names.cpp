// [[run::target("…")]]: the name in YAML is that of a twin in another language; the C++ name loads as well, dots and
// colons alike, and instances of a template are told apart.
#include <run/run.h>

#include <memory>
#include <string>

#include "../conformance/samples/check.h"

namespace shop {

class [[run::target("nemo.collections.llm.LlamaModel")]] Model {
 public:
  explicit Model(int layers = 2) : layers_(layers) {}
  bool operator==(const Model&) const = default;

 private:
  int layers_;
};

template <class T, int Size = 4>
class [[run::target("nemo.Box")]] Box {
 public:
  explicit Box(T value) : value_(value) {}
  bool operator==(const Box&) const = default;

 private:
  T value_;
};

[[run::target("nemo.make_model")]] inline Model make(int layers) { return Model(layers + 1); }

template <class T>
[[run::target("nemo.make_box")]] Box<T, 8> make_box(T value) {
  return Box<T, 8>(value);
}

[[run::autoconvert]] Model model(int n) { return Model(n); }
[[run::autoconvert]] Model made(int n) { return make(n); }
[[run::autoconvert]] Box<int> box() { return Box<int>(3); }
[[run::autoconvert]] Box<double> real_box() { return Box<double>(0.5); }
[[run::autoconvert]] Box<int, 8> made_box() { return make_box(3); }

}  // namespace shop

#include "target-names.run.h"

int main() {
  CHECK(same_text(run::to_yaml(run::autoconvert<shop::model>(3)),
                  "_target_: nemo.collections.llm.LlamaModel\nlayers: 3"));
  for (const std::string name : {"nemo.collections.llm.LlamaModel", "nemo::collections::llm::LlamaModel", "shop::Model",
                                 "shop.Model", "nemo.make_model", "shop.make"}) {
    const auto read = run::from_yaml<shop::Model>("{_target_: '" + name + "', layers: 3}");
    CHECK(run::build(read) == shop::Model(name.find("make") == std::string::npos ? 3 : 4));
  }
  CHECK(same_text(run::to_yaml(run::autoconvert<shop::made>(3)), "_target_: nemo.make_model\nlayers: 3"));
  CHECK(same_text(run::to_yaml(run::autoconvert<shop::box>()), "_target_: nemo.Box<int>\nvalue: 3"));
  CHECK(same_text(run::to_yaml(run::autoconvert<shop::real_box>()), "_target_: nemo.Box<double>\nvalue: 0.5"));
  CHECK(same_text(run::to_yaml(run::autoconvert<shop::made_box>()), "_target_: nemo.make_box<int>\nvalue: 3"));
  CHECK(run::from_yaml<shop::Box<double>>("{_target_: nemo.Box<double>, value: 0.5}") ==
        run::autoconvert<shop::real_box>());
  CHECK(run::from_yaml<shop::Box<double>>("{_target_: shop.Box<double>, value: 0.5}") ==
        run::autoconvert<shop::real_box>());
  CHECK(contains(thrown<run::Error>([] { run::from_yaml<shop::Model>("{_target_: nemo.collections.llm.LamaModel}"); }),
                 "did you mean `nemo.collections.llm.LlamaModel`?"));
  return check_result();
}
