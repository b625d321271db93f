// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <coroutine>

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};

[[run::autoconvert]] Task task() {
// CHECK: :[[@LINE+2]]:3: error: 'co_await' in a recipe [run-coroutine]
// CHECK: note: return the object itself: a recipe is an ordinary function
  co_await std::suspend_always();
}

#include "coroutine-co-await.run.h"
