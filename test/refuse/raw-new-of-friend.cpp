// A constructor that a friend may call, and std::make_unique may not: there is no replacement of `new`.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}' --implicit-check-not='make_unique<'
// RUN: not ls %t
#include <memory>

class Session {
  explicit Session(int port) : port_(port) {}
  friend std::unique_ptr<Session> session(int);
  int port_;
};

// CHECK: :[[@LINE+4]]:35: error: 'new' in a recipe [run-raw-new]
// CHECK: note: the constructor is not public: make the object in a public static function of its class, or in a friend, whose call becomes a node of the configuration
// CHECK: :[[@LINE+2]]:39: error: the constructor of 'Session' is not public: only the recipe may call it [run-inaccessible]
[[run::autoconvert]] std::unique_ptr<Session> session(int port) {
  return std::unique_ptr<Session>(new Session(port));
}

#include "raw-new-of-friend.run.h"
