// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A friend that its class alone declares: calls find it by their arguments, its name nobody finds.
class Width {
 public:
  explicit Width(int width) : width_(width) {}
  friend Width twice(const Width& of) { return Width(2 * of.width_); }
  friend Width thrice(const Width& of) { return Width(3 * of.width_); }

 private:
  int width_;
};
Width thrice(const Width& of);

[[run::autoconvert]] Width hidden() {
  // CHECK: :[[@LINE+2]]:10: error: the function 'twice' is declared by a class alone, as its friend [run-inaccessible]
  // CHECK: :[[#]]:16: note: declare it in front of the class or behind it, too
  return twice(Width(3));
}
[[run::autoconvert]] Width declared() { return thrice(Width(3)); }

#include "inaccessible-hidden-friend.run.h"
