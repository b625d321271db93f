// Members that are C arrays, of numbers, texts, objects, pointers and arrays: a configuration keeps them as std::array.
#include <run/run.h>

#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Cache {
  int size = 64;
  bool exclusive = false;
  bool operator==(const Cache&) const = default;
};

struct Gains {
  int steps[3] = {1, 2};
  double matrix[2][2] = {};
  float raw[2];
  std::string names[2]{"x"};
  int n = 0;
  bool operator==(const Gains&) const = default;
};

struct Bank {
  Cache caches[2] = {};
  Cache grid[2][2]{{{1}, {2}}};
  std::shared_ptr<Cache> shared[2]{};
  bool operator==(const Bank& other) const {
    bool is_same = (shared[0] == shared[1]) == (other.shared[0] == other.shared[1]);
    for (int i = 0; i < 2; ++i) {
      is_same = is_same && caches[i] == other.caches[i];
      for (int j = 0; j < 2; ++j) is_same = is_same && grid[i][j] == other.grid[i][j];
    }
    return is_same;
  }
};

class Device {
 public:
  explicit Device(int id) : id_(id) {}
  Cache caches[2];
  bool operator==(const Device& other) const {
    return id_ == other.id_ && caches[0] == other.caches[0] && caches[1] == other.caches[1];
  }

 private:
  int id_;
};

[[run::autoconvert]] Gains assigned(int i) {
  Gains gains{};
  gains.steps[0] = 1;
  gains.matrix[1][0] = 2;
  gains.steps[i] += gains.steps[1];
  gains.raw[0] = static_cast<float>(gains.steps[0]) * 2;
  gains.names[1] += "y";
  return gains;
}

[[run::autoconvert]] Gains given() {
  return Gains{.steps = {1, 2, 3}, .matrix = {{1, 2}, {3, 4}}, .raw = {1.5f}, .names = {"a", "b"}};
}

[[run::autoconvert]] Gains given_in_part() { return Gains{.steps = {7}, .raw = {}, .n = 3}; }

[[run::autoconvert]] Bank bank(int n) {
  Bank bank;
  bank.caches[0].size = n;
  bank.caches[1] = Cache{.size = 9};
  bank.grid[1][0].exclusive = true;
  bank.caches[0].size += bank.caches[1].size;
  auto& cache = bank.grid[0][1];
  cache.size = 11;
  auto shared = std::make_shared<Cache>();
  bank.shared[0] = shared;
  bank.shared[1] = shared;
  return bank;
}

[[run::autoconvert]] Bank braced() { return Bank{.caches = {{.size = 3}, {}}}; }

[[run::autoconvert(allow_control_flow)]] Bank looped(int n) {
  Bank bank;
  for (auto& cache : bank.caches) cache.size = n;
  return bank;
}

struct Label {
  char name[8] = "none";
  unsigned char address[4] = {1, 2};
  int n = 0;
  bool operator==(const Label&) const = default;
};

[[run::autoconvert]] Label label() {
  Label label{.name = "abc", .address = {9, 8, 7, 255}, .n = 1};
  label.address[1] = 5;
  return label;
}

[[run::autoconvert]] Label unnamed() { return {{}, {}, 3}; }

[[run::autoconvert]] Label named_by_default() { return {.n = 2}; }

[[run::autoconvert]] Device device() { return Device(3); }

}  // namespace app

#include "c-arrays.run.h"

template <auto f, class... A>
void law(A... arguments) {
  CHECK(run::build(run::autoconvert<f>(arguments...)) == f(arguments...));
}

int main() {
  law<&app::assigned>(2);
  law<&app::given>();
  law<&app::given_in_part>();
  law<&app::bank>(4);
  law<&app::braced>();
  law<&app::looped>(5);
  law<&app::device>();
  law<&app::label>();
  law<&app::unnamed>();
  law<&app::named_by_default>();

  auto label = run::autoconvert<app::label>();
  CHECK(run::from_yaml<app::Label>(run::to_yaml(label)) == label);
  CHECK(label["name"].as<std::string>() == "abc");
  label->name = "sevench";
  CHECK(std::string(run::build(label).name) == "sevench");
  label->name = "eight_ch";
  CHECK_THROWS(run::BuildError, run::build(label));
  CHECK(run::from_object(app::Label{.name = "x"})["name"].as<std::string>() == "x");

  auto gains = run::autoconvert<app::given>();
  gains->steps[0] = 5;
  gains["matrix"][1][0] = 9.5;
  gains->names[1] = "z";
  const app::Gains built = run::build(gains);
  CHECK(built.steps[0] == 5 && built.matrix[1][0] == 9.5 && built.names[1] == "z" && built.steps[2] == 3);
  CHECK(run::from_yaml<app::Gains>(run::to_yaml(gains)) == gains);
  CHECK_THROWS(run::Error, run::from_yaml<app::Gains>("{_target_: app::Gains, steps: [1, 2]}"));

  auto bank = run::autoconvert<app::braced>();
  bank->caches[1]->size = 8;
  CHECK(run::build(bank).caches[1].size == 8);
  CHECK(bank.broadcast("size", 1) > 1 && run::build(bank).caches[0].size == 1);
  auto device = run::autoconvert<app::device>();
  device->caches = std::array<app::Cache, 2>{app::Cache{.size = 1}, app::Cache{.size = 2}};
  CHECK(run::build(device).caches[1].size == 2);
  return check_result();
}
