// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/locals-of-results.run.h
class Window {
 public:
  Window(const Window&);
};

Window opened(int width);
int tuned(int base);

struct App {
  Window window;
  int size;
};

// CHECK-LABEL: autoconvert_app
// CHECK-NEXT: auto window = ::run::config<&::opened>({.width = n});
// CHECK-NEXT: {{.*}}size{{.*}}::run::config<&::tuned>({.base = 3}){{.*}};
// CHECK-NEXT: return ::run::Config<::App>({.window = window, .size = size});
[[run::autoconvert]] inline App app(int n) {
  auto window = opened(n);
  const auto size = tuned(3);
  return App{window, size};
}
