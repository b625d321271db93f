// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-member-call-fluent-overwrites.run.h
class Options {
 public:
  explicit Options(double lr);
  Options& beta(double beta);
  double beta() const;

 private:
  double lr_;
};

// A getter says that the later call replaces the earlier one.
// CHECK: return ::run::Config<::Options>({.lr = 0.1})
// CHECK-SAME: .beta = 0.8
// CHECK-SAME: .beta = 0.9
[[run::autoconvert]] Options options() { return Options(0.1).beta(0.8).beta(0.9); }

#include "ok-member-call-fluent-overwrites.run.h"
