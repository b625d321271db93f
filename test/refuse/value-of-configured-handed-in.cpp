// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <utility>

struct Tool {
  void set_k(int k);
  int n = 0;
};
class Computed {
 public:
  explicit Computed(int n);
  int n;
};
struct Holder {
  std::unique_ptr<Tool> x;
  std::shared_ptr<Tool> y;
  Tool z;
};

[[run::autoconvert]] Holder holder(std::unique_ptr<Tool> own, std::shared_ptr<Tool> shared, Tool plain) {
  Holder h;
  h.x = std::move(own);
  // CHECK: :[[@LINE+2]]:8: error: 'set_k' is called on an object of type 'Tool' that was handed in as 'own' [run-member-call]
  // CHECK: :22:58: note: what is handed in may be a finished object, which is only passed on
  h.x->set_k(3);
  h.y = shared;
  // CHECK: :[[@LINE+2]]:3: error: the member 'n' lies in an object that was handed in as 'shared' [run-value-of-configured]
  // CHECK: :22:85: note: what is handed in may be a finished object, which is only passed on
  h.y->n = 2;
  h.z = plain;
  // CHECK: :[[@LINE+2]]:17: error: the member 'n' of 'h' lies in what was handed in as 'plain' [run-value-of-configured]
  // CHECK: :22:98: note: it is only passed on: read or change its members by the name 'plain', before that
  const int n = h.z.n;
  h.y = std::make_shared<Tool>();
  h.y->set_k(n);
  return h;
}
[[run::autoconvert]] Computed copied(const Computed& base, int n) {
  Computed tool = base;
  // CHECK: :[[@LINE+2]]:3: error: 'tool' is configured: it has no value while the recipe is converted [run-value-of-configured]
  // CHECK: :[[@LINE+1]]:3: note: this may be a finished object, which is only passed on
  tool.n = n;
  return tool;
}
