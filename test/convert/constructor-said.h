// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/constructor-said.run.h
#include <string>
#include <string_view>

// Which constructor is meant is said where another one could take the same names.
class Label {
 public:
  explicit Label(const std::string& text);
  explicit Label(std::string_view text);
  Label(int number, double angle);
  Label(int number, float angle);
};

// CHECK-LABEL: struct run::Target<::Label>
// CHECK: static const ::run::Signatures& signatures() {
// CHECK-NEXT: static const ::run::Signatures all{
// CHECK-NEXT: {::run::overload<const ::std::string&>, {{[{][{]}}0, ::run::type<::std::string>{{[}][}]}}},
// CHECK-NEXT: {::run::overload<::std::string_view>, {{[{][{]}}0, ::run::type<::std::string_view>{{[}][}]}}},
// CHECK: switch (args.choose(signatures())) {

// Numbers and text are never the same: nothing is said.
class Named {
 public:
  explicit Named(int of);
  explicit Named(const std::string& of);
};

// CHECK-LABEL: struct run::Target<::Named>
// CHECK-NOT: overload

// CHECK: return ::run::Config<::Label>(::run::overload<const ::std::string&>, {.text = name});
[[run::autoconvert]] inline Label by_string(const std::string& name) { return Label(name); }

// CHECK: const ::run::Config<::Label> label(::run::overload<::std::string_view>, {.text = name});
[[run::autoconvert]] inline Label by_view(std::string_view name) {
  const Label label(name);
  return label;
}

// CHECK: return ::run::Config<::Label>(::run::overload<int, float>, {.number = 1, .angle = 2.0F});
[[run::autoconvert]] inline Label by_float() { return Label(1, 2.0F); }

// CHECK: return ::run::Config<::Named>({.of = 1});
[[run::autoconvert]] inline Named named() { return Named(1); }
