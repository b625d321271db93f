// What a class with constructors says at its members is text for readers: a constructor may do something else.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/field-defaults.run.h
#include <memory>
#include <string>

struct Base {
  Base();
  std::string path = "/tmp";
};

template <class T>
struct Options : Base {
  Options() noexcept(sizeof(T) > 2 ? true : false) : Base{}, steps(3), names({'a', 'b'}), held(std::make_unique<T>()) {}
  Options(const Options& other) : Base(other), rate(other.rate) {}
  explicit Options(int n);
  double rate = 0.5;
  int steps = 0;
  std::string names = "c";
  bool fast{true};
  int bare;
  union {
    int some = 4;
    float other;
  };

 private:
  std::shared_ptr<T> held;
};

struct Parts {
  int value;
};

// CHECK-LABEL: struct run::Target<::Options<::Parts>>
// CHECK: ::run::field<::std::string>("path", {.text = "\"/tmp\""}),
// CHECK-NEXT: ::run::field<double>("rate", {.text = "0.5"}),
// CHECK-NEXT: ::run::field<int>("steps"),
// CHECK-NEXT: ::run::field<::std::string>("names"),
// CHECK-NEXT: ::run::field<bool>("fast", {.text = "{true}"}),
// CHECK-NEXT: ::run::field<int>("bare"),
// CHECK-NEXT: ::run::field<int>("some", {.text = "4"}),
// CHECK-NEXT: ::run::field<float>("other"),

std::unique_ptr<Options<Parts>> made();

// What a function makes may begin with anything.
// CHECK-LABEL: struct run::Target<::run::Fn<&::made>>
// CHECK: ::run::field<double>("rate"),

[[run::autoconvert]] inline Options<Parts> options() {
  Options<Parts> options;
  options.rate = 1;
  return options;
}
[[run::autoconvert]] inline std::unique_ptr<Options<Parts>> others() {
  auto options = made();
  options->rate = 1;
  return options;
}
