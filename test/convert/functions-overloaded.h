// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/functions-overloaded.run.h
class Window {
 public:
  Window();
};

Window opened(int width);
Window opened(double scale);

template <class T>
Window boxed(T size);

// CHECK: return ::run::config<static_cast<::Window (*)(int)>(&::opened)>({.width = n});
[[run::autoconvert]] inline Window by_width(int n) { return opened(n); }

// CHECK: return ::run::config<static_cast<::Window (*)(double)>(&::opened)>({.scale = x});
[[run::autoconvert]] inline Window by_scale(double x) { return opened(x); }

// CHECK: return ::run::config<&::boxed<int>>({.size = n});
[[run::autoconvert]] inline Window by_template(int n) { return boxed<int>(n); }

struct Opener {
  Window (*open)(double) = nullptr;
  int (Opener::*of)(int) const = nullptr;
  int number(int n) const;
  int number(double x) const;
};

// A function as a value: what takes it chose the overload, and the configuration's argument takes many types.
// CHECK: return ::run::Config<::Opener>({.open = static_cast<::Window (*)(double)>(opened), .of = static_cast<int
// (::Opener::*)(int) const>(&Opener::number)});
[[run::autoconvert]] inline Opener opener() { return Opener{.open = opened, .of = &Opener::number}; }

// CHECK: opener->open = static_cast<::Window (*)(double)>(boxed);
[[run::autoconvert]] inline Opener assigned() {
  Opener opener;
  opener.open = boxed;
  return opener;
}
