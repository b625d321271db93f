// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/functions-nested.run.h
class Window {
 public:
  explicit Window(int width);
};

struct App {
  Window window;
  int size;
};

int tuned(int base, double factor = 0.5);
Window opened(const Window& like, int more);

// CHECK: return ::run::Config<::App>({.window = ::run::config<&::opened>({.like = ::run::Config<::Window>({.width = n}), .more = ::run::config<&::tuned>({.base = n})}), .size = ::run::config<&::tuned>({.base = 3, .factor = 0.1})});
[[run::autoconvert]] inline App app(int n) { return App{opened(Window(n), tuned(n)), tuned(3, 0.1)}; }
