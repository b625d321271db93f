// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-macro-opens-construction.run.h
#define LAYER_OF(width) Layer(width,

class Layer {
 public:
  Layer(int width, int depth);
};

// From the macro's name to the closing parenthesis the construction is whole.
// CHECK: return ::run::Config<::Layer>({.width = n, .depth = 2});
[[run::autoconvert]] Layer layer(int n) {
  return LAYER_OF(n) 2);
}

// A macro names the namespace, as RocksDB's does.
#define APP_NAMESPACE app
namespace APP_NAMESPACE {
class Model {
 public:
  Model();
  int width;
};
}  // namespace APP_NAMESPACE

// CHECK: ::run::Config<::app::Model> model;
// CHECK: model->width = n;
[[run::autoconvert]] APP_NAMESPACE::Model model(int n) {
  APP_NAMESPACE::Model model;
  model.width = n;
  return model;
}

#include "ok-macro-opens-construction.run.h"
