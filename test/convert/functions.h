// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/functions.run.h
#include <memory>
#include <string>

namespace app {

class Window {
 public:
  Window();
};

// CHECK: struct run::Target<::run::Fn<&::app::opened>> {
// CHECK: name = "app::opened";
// CHECK: ::run::Arg<int> width{};
// CHECK: ::run::Arg<::std::string> title{};
// CHECK: return ::app::opened(args.get<int>(0), args.get<const ::std::string&>(1));
Window opened(int width, const std::string& title = "none");

class Factory {
 public:
  static std::unique_ptr<Window> make(int width);
};

// CHECK: inline ::run::Config<::run::Fn<&::app::opened>> autoconvert_window(int n) { return ::run::config<&::app::opened>({.width = n}); }
[[run::autoconvert]] inline Window window(int n) { return opened(n); }

// CHECK: return ::run::config<&::app::Factory::make>({.width = n});
[[run::autoconvert]] inline std::unique_ptr<Window> made(int n) { return Factory::make(n); }

}  // namespace app
