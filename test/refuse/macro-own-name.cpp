// A macro that the recipe says must not have a name that the converted text says, too; and what a directive asks for
// must be the same where the companion repeats it.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
class Layer {
 public:
  explicit Layer(int width);
};
inline Layer called(int config) { return Layer(config); }

#define config 3
#define width 4
#define ANY_WIDTH width
#define Config() 5
#define Layer Layer

// CHECK: :[[@LINE+2]]:53: error: the converted text of 'named' says 'config' as a name, which is a macro here [run-macro]
// CHECK: macro-own-name.cpp:12:9: note: defined here; give the macro another name, or its value: constexpr auto x = config;
[[run::autoconvert]] Layer named() { return called((config)); }

// CHECK: :[[@LINE+2]]:60: error: the converted text of 'throughAnother' says 'width' as a name, which is a macro here [run-macro]
// CHECK: macro-own-name.cpp:13:9: note: defined here; give the macro another name, or its value: constexpr auto x = ANY_WIDTH;
[[run::autoconvert]] Layer throughAnother() { return Layer(ANY_WIDTH); }

// CHECK: :[[@LINE+2]]:52: error: the converted text of 'ofParameter' says 'width' as a name, which is a macro here [run-macro]
// CHECK: macro-own-name.cpp:13:9: note: defined here;
[[run::autoconvert]] Layer ofParameter(int n = 2 + width) { return Layer(n); }

[[run::autoconvert]] Layer asked() {
// CHECK: :[[@LINE+2]]:2: error: the converted text of 'asked' says 'width' as a name, which is a macro here [run-macro]
// CHECK: macro-own-name.cpp:13:9: note: defined here; give the macro another name{{$}}
#ifdef width
  return Layer(1);
#else
  return Layer(2);
#endif
}

// What looks like its name is no use of a macro with parameters, and a macro that says itself is none.
[[run::autoconvert]] Layer fits() { return Layer(Config()); }

[[run::autoconvert]] Layer early() {
// CHECK: :[[@LINE+2]]:2: error: the macro 'LATER' is not defined here, but at the end of the file, which repeats this text [run-macro]
// CHECK: macro-own-name.cpp:[[@LINE+17]]:9: note: defined here; define it in front of the recipe
#ifdef LATER
  return Layer(1);
#else
  return Layer(2);
#endif
}

[[run::autoconvert]] Layer evaluated() {
// CHECK: :[[@LINE+1]]:2: error: the macro 'LATER' is not defined here, but at the end of the file, which repeats this text [run-macro]
#if LATER > 1
  return Layer(1);
#else
  return Layer(2);
#endif
}

#define LATER 2
