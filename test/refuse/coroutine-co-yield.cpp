// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <coroutine>

struct Layer {
  int width;
};

struct Layers {
  struct promise_type {
    Layers get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    std::suspend_always yield_value(Layer);
    void return_void();
    void unhandled_exception();
  };
};

[[run::autoconvert]] Layers layers(int n) {
// CHECK: :[[@LINE+1]]:3: error: 'co_yield' in a recipe [run-coroutine]
  co_yield Layer{n};
// CHECK: :[[@LINE+1]]:3: error: 'co_yield' in a recipe [run-coroutine]
  co_yield Layer{n + 1};
}

#include "coroutine-co-yield.run.h"
