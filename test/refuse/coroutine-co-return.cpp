// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <coroutine>

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_value(int);
    void unhandled_exception();
  };
};

[[run::autoconvert]] Task task(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'co_return' in a recipe [run-coroutine]
  co_return n + 1;
}

#include "coroutine-co-return.run.h"
