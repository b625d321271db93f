// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/aggregate-without-default.run.h
class Size {
 public:
  explicit Size(int width);
};

// An aggregate that cannot be made from nothing is made from its first members.
// CHECK-LABEL: struct run::Target<::Layer>
// CHECK: static ::Layer build(
// CHECK: args.choose(forms)
// CHECK: return ::Layer{args.get<::Size>(0)
struct Layer {
  Size size;
  const int depth = 2;
};

// What braces must give and cannot, nobody makes; it may still be named.
// CHECK-LABEL: struct run::Target<::Bound>
// CHECK: args.fail("no constructor of it takes named arguments");
// CHECK-LABEL: struct run::Target<::Derived>
// CHECK: args.fail("no constructor of it takes named arguments");
struct [[run::configurable]] Bound {
  int before = 1;
  int& to;
};
struct [[run::configurable]] Derived : Size {};
// CHECK-LABEL: struct run::Target<::Viewed>
// CHECK: args.fail("no constructor of it takes named arguments");
struct [[run::configurable]] Viewed {
  const Derived& of;
};

// A base that can be made from nothing, and members of which the last cannot be given.
// CHECK-LABEL: struct run::Target<::Led>
// CHECK: return ::Led{};
struct Empty {};
struct [[run::configurable]] Led : Empty {
  Size* size = nullptr;
  const int depth = 2;
};

// CHECK: return ::run::Config<::Layer>({.size = ::run::Config<::Size>({.width = n}), .depth = 3});
[[run::autoconvert]] inline Layer layer(int n) { return Layer{Size(n), 3}; }
