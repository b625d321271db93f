// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/macros.run.h
#define WIDTH 64
#define TWICE(x) (2 * (x))
#define NAME(x) #x

class Layer {
 public:
  Layer(int width, const char* name);
};

// A macro that is a whole value stays as it is written.
// CHECK: return ::run::Config<::Layer>({.width = TWICE(n) + WIDTH, .name = NAME(layer)});
[[run::autoconvert]] inline Layer layer(int n) { return Layer(TWICE(n) + WIDTH, NAME(layer)); }

// CHECK: return ::run::Config<::Layer>({.width = WIDTH, .name = NAME(wide)});
[[run::autoconvert]] inline Layer wide() { return Layer(WIDTH, NAME(wide)); }
