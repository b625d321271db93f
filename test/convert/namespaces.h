// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/namespaces.run.h
namespace llm {
class Layer {
 public:
  explicit Layer(int width);
};
namespace models::v1 {
struct Model {
  Layer layer;
};

// CHECK: namespace {{.*}}v1 {
// CHECK: inline ::run::Config<::llm::models::v1::Model> autoconvert_model(int n) { return ::run::Config<::llm::models::v1::Model>({.layer = ::run::Config<::llm::Layer>({.width = n})}); }
// CHECK: struct run::Recipe<&::llm::models::v1::model> {
[[run::autoconvert]] inline Model model(int n) { return Model{Layer(n)}; }
}  // namespace models::v1

inline namespace v2 {
// CHECK: struct run::Recipe<&::llm::{{(v2::)?}}layer> {
[[run::autoconvert]] inline Layer layer(int n) { return Layer(n); }
}  // namespace v2
}  // namespace llm

namespace alias = llm::models;

// CHECK: inline ::run::Config<::llm::models::v1::Model> autoconvert_outside(int n) { return ::run::Config<::llm::models::v1::Model>({.layer = ::run::Config<::llm::Layer>({.width = n})}); }
[[run::autoconvert]] inline alias::v1::Model outside(int n) {  return alias::v1::Model{llm::Layer(n)}; }
