// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Each branch has its own order; what comes behind them is behind each of them.
#include <vector>

struct Box {
  void set_size(int n) { width = n; }
  void set_depth(int n) { width = n; }
  int width = 0;
};
struct Shelf {
  std::vector<Box> boxes;
};

[[run::autoconvert(allow_control_flow)]] Box each(int n) {
  Box box;
  if (n > 1) {
    box.set_size(n);
    box.set_depth(n);
  } else {
    box.set_depth(n);
    box.set_size(n);
  }
  return box;
}
[[run::autoconvert(allow_control_flow)]] Box behind_one(int n) {
  Box box;
  box.set_size(1);
  if (n > 1) box.set_depth(n);
  // CHECK: :[[@LINE+1]]:3: error: 'size' is set after a setter was called: the configuration cannot keep this order; set it before [run-unsupported]
  box.set_size(2);
  return box;
}
[[run::autoconvert(allow_control_flow)]] Box behind_both(int n) {
  Box box;
  if (n > 1)
    box.width = 2;
  else
    box.set_size(n);
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  box.width = 3;
  return box;
}
[[run::autoconvert(allow_control_flow)]] Box fallen_through(int n) {
  Box box;
  switch (n) {
    case 1:
      box.set_size(n);
      [[fallthrough]];
    case 2:
      // CHECK: :[[@LINE+1]]:7: error: 'width' is set after a setter was called
      box.width = 1;
      break;
    default:
      break;
  }
  return box;
}
[[run::autoconvert(allow_control_flow)]] Box broken_off(int n) {
  Box box;
  for (int i = 0; i < 2; ++i) {
    if (i == n) {
      box.set_size(n);
      break;
    }
  }
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  box.width = 1;
  return box;
}
[[run::autoconvert(allow_control_flow)]] Shelf which_is_last(int n) {
  Shelf shelf;
  shelf.boxes.push_back(Box());
  shelf.boxes.back().set_size(1);
  shelf.boxes.back().set_depth(2);
  if (n > 3) shelf.boxes.push_back(Box());
  // CHECK: :[[@LINE+1]]:3: error: 'size' is set after a setter was called
  shelf.boxes.back().set_size(7);
  return shelf;
}

#include "unsupported-set-after-setter-in-branches.run.h"
