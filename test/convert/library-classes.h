// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- %flags 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/library-classes.run.h
//
// Classes of the library are values, but for those that say that they may be configured.
#include <run/run.h>

#include <memory>

class [[run::configurable]] Base {
 public:
  virtual ~Base() = default;
  virtual int size() const = 0;
  int width = 0;
};

// CHECK-LABEL: struct run::Target<::run::LocalExecutor>
// CHECK: ::run::Arg<int> ntasks{};
// CHECK-LABEL: struct run::Target<::run::Script>
// CHECK: ::run::Arg<::std::string> path{};

// Of an abstract class the arguments are known, but nothing can name it.
// CHECK-LABEL: struct run::Target<::Base>
// CHECK: ::run::Arg<int> width{};
// CHECK-NOT: registered<::Base>

// CHECK: autoconvert_local(
// CHECK-NEXT: auto executor = ::run::Config<::run::LocalExecutor>();
// CHECK-NEXT: executor->ntasks = ntasks;
[[run::autoconvert]] inline std::unique_ptr<run::Executor> local(int ntasks) {
  auto executor = std::make_unique<run::LocalExecutor>();
  executor->ntasks = ntasks;
  return executor;
}

// CHECK: return ::run::Config<::run::Script>({.path = "train.sh"});
[[run::autoconvert]] inline run::Script script() { return run::Script{.path = "train.sh"}; }
