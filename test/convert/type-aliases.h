// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/type-aliases.run.h
class Layer {
 public:
  explicit Layer(int width);
};
using Block = Layer;
typedef Block Unit;

// CHECK: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] inline Block block(int n) { return Unit(n); }

// CHECK: using Local {{.*}}= Block;
// CHECK: return ::run::Config<::Layer>({.width = n});
[[run::autoconvert]] inline Block local(int n) {
  using Local = Block;
  return Local(n);
}
