// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/values-narrowed.run.h
class Layer {
 public:
  Layer(int width, float scale, bool wide, unsigned char level);
};

// What C++ narrows without a word, the conversion says.
// CHECK: return ::run::Config<::Layer>({.width = static_cast<int>(x), .scale = static_cast<float>(x), .wide = static_cast<bool>(n), .level = static_cast<unsigned char>(n)});
[[run::autoconvert]] inline Layer layer(double x, int n) { return Layer(x, x, n, n); }

// CHECK: return ::run::Config<::Layer>({.width = 3, .scale = {{.*}}0.5{{.*}}, .wide = true, .level = 7});
[[run::autoconvert]] inline Layer constants() { return Layer(3, 0.5, true, 7); }
