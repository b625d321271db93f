// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/nested-classes.run.h
class Layer {
 public:
  struct Options {
    int width = 1;
  };
  enum class Kind { plain, gated };
  explicit Layer(const Options& options, Kind kind = Kind::plain);
};

// CHECK: struct run::Target<::Layer::Options> {
// CHECK: name = "Layer::Options";
// CHECK: return ::run::Config<::Layer>({.options = ::run::Config<::Layer::Options>({.width = n}), .kind = Layer::Kind::gated});
[[run::autoconvert]] inline Layer layer(int n) { return Layer({.width = n}, Layer::Kind::gated); }
