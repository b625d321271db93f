// What compilers would drop without a word.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// The suggestions that are certain are fixes.
// RUN: %exits 1 %run-autoconvert lint --format=json %s -- -std=c++20 | FileCheck %s --check-prefix=FIXES
// FIXES: "text": "run::autoconvert"
// FIXES: "text": "exempt"
// FIXES: "text": "partial"
struct Layer {
  int width;
};

// CHECK: :[[@LINE+2]]:3: error: unknown attribute 'run::autoconvertt' [run-attribute]
// CHECK: :[[@LINE+1]]:3: note: did you mean 'run::autoconvert'?
[[run::autoconvertt]] inline Layer misspelt() { return Layer{1}; }

// CHECK: :[[@LINE+1]]:28: error: unknown attribute 'run::exemptt' [run-attribute]
[[nodiscard]] [[using run: exemptt]] int behind_using();

// CHECK: :[[@LINE+2]]:3: error: unknown attribute 'run::fast' [run-attribute]
// CHECK: :[[@LINE+1]]:3: note: the attributes are: run::autoconvert, run::configurable, run::exempt, run::tag, run::target
[[run::fast]] int unknown();

// CHECK: :[[@LINE+2]]:3: error: unknown attribute 'autoconvert' [run-attribute]
// CHECK: :[[@LINE+1]]:3: note: did you mean 'run::autoconvert'?
[[autoconvert]] inline Layer without_scope() { return Layer{1}; }

#if 0
[[run::left_out]] int left_out();
#endif
[[gnu::target("sse2"), other::exempt]] int of_others();

// CHECK: :[[@LINE+1]]:3: error: the argument "partial" of {{\[\[}}run::autoconvert]] is a string: it is a word, partial [run-attribute]
[[run::autoconvert("partial")]] inline Layer string() { return Layer{1}; }

// CHECK: :[[@LINE+2]]:3: error: unknown argument 'partal' of {{\[\[}}run::autoconvert]] [run-attribute]
// CHECK: :[[@LINE+1]]:20: note: did you mean 'partial'?
[[run::autoconvert(partal)]] inline Layer word() { return Layer{1}; }

inline Layer early() { return Layer{1}; }
// CHECK: :[[@LINE+2]]:3: error: the attribute stands behind the definition of 'early' [run-attribute]
// CHECK: :[[@LINE+1]]:3: note: annotate the definition, or a declaration in front of it
[[run::autoconvert]] Layer early();

struct Maker {
  // CHECK: :[[@LINE+1]]:37: error: the friend 'made' that a class defines cannot be a recipe: only its arguments find it [run-recipe-kind]
  [[run::autoconvert]] friend Layer made(Maker) { return Layer{1}; }
  // CHECK: :[[@LINE+1]]:5: error: the non-static member function 'Maker' is no target [run-attribute]
  [[run::configurable]] Maker(int);

 private:
  // CHECK: :[[@LINE+1]]:12: error: 'Hidden' is private or local: a companion cannot name it [run-attribute]
  struct [[run::configurable]] Hidden {};
};

// CHECK: :[[@LINE+1]]:22: error: a lambda cannot be a recipe [run-recipe-kind]
inline auto lambda = [] [[run::autoconvert]] () { return Layer{1}; };

// CHECK: :[[@LINE+1]]:42: error: a parameter cannot be a recipe [run-recipe-kind]
Layer parameter([[run::autoconvert]] int n);

// CHECK: :[[@LINE+1]]:14: error: only a class or a function can be a target [run-attribute]
enum class [[run::configurable]] Kind { small };

// CHECK: :[[@LINE+1]]:29: error: the class template 'Box' is no target: only its instances are [run-attribute]
template <class T> struct [[run::configurable]] Box {};

// Functions that no configuration could call.
struct Shape {
  virtual double area() const = 0;
};
struct Unseen;
// CHECK: :[[@LINE+2]]:3: error: 'measured' is no target: its parameter 'shape' is of the abstract class 'Shape', of which there is no object to keep [run-attribute]
// CHECK: note: take a std::unique_ptr or a std::shared_ptr<Shape>, or annotate a function that does
[[run::configurable]] double measured(Shape&& shape, int n);
[[run::configurable]] double referred(const Shape& shape);
// CHECK: :[[@LINE+1]]:3: error: 'changed' is no target: its parameter 'layer' is a non-const reference, and a configuration has no object that it could change [run-attribute]
[[run::configurable]] int changed(int n, Layer& layer);
// CHECK: :[[@LINE+1]]:3: error: 'unseen' is no target: its parameter 'arg0' is of the class 'Unseen', which is not defined here [run-attribute]
[[run::configurable]] int unseen(const Unseen&);
// CHECK: :[[@LINE+1]]:3: error: 'printed' is no target: it takes any number of arguments [run-attribute]
[[run::configurable]] int printed(const char* text, ...);
// CHECK: :[[@LINE+1]]:3: error: 'counted' is no target: its parameter 'n' of type '{{.*}}nullptr_t' cannot be an argument of a configuration [run-attribute]
[[run::configurable]] int counted(decltype(nullptr) n);
// CHECK: :[[@LINE+1]]:3: error: 'twice' is no target: its parameter 'arg1' has the name of another one [run-attribute]
[[run::configurable]] int twice(int arg1, int);
[[run::configurable]] int left_to_its_default(int n, decltype(nullptr) m = nullptr);

// CHECK: :[[@LINE+1]]:10: error: 'Both' is annotated run::exempt as well: a value is no target [run-attribute]
struct [[run::configurable, run::exempt]] Both {};

// CHECK: :[[@LINE+1]]:10: error: {{\[\[}}run::exempt]] takes no argument [run-attribute]
struct [[run::exempt("always")]] Value {};

// CHECK: :[[@LINE+1]]:3: error: only a class or a function can be exempt [run-attribute]
[[run::exempt]] inline int cores = 3;

// CHECK: :[[@LINE+1]]:10: error: {{\[\[}}run::target]] takes one name, a plain string [run-attribute]
struct [[run::target(shop.Net)]] Net {};

struct Tagged {
  // CHECK: :[[@LINE+1]]:5: error: {{\[\[}}run::tag]] takes names, plain strings [run-attribute]
  [[run::tag(size)]] int width;
};

struct [[run::target("shop.One")]] First {};
// CHECK: :[[@LINE+2]]:10: error: two targets have the name "shop.One": YAML could not tell 'Second' from 'First' [run-attribute]
// CHECK: :[[@LINE-2]]:36: note: 'First' has the name already
struct [[run::target("shop.One")]] Second {};
[[run::target("shop.made")]] Layer made(int n);
[[run::target("shop.made")]] Layer made(double n);
// CHECK: :[[@LINE+1]]:3: error: two targets have the name "shop.made"
[[run::target("shop.made")]] Layer made_otherwise(double n);

#define RECIPE [[run::autoconvert]]
#if 0
[[run::autoconvert]] int left_out;
#endif

inline void no_recipe() {
  // CHECK: :[[@LINE+1]]:24: error: {{\[\[}}run::autoconvert]] means nothing here: it stands on no declaration that is looked at [run-attribute]
  auto layer_of = [] [[run::autoconvert]] () { return Layer{1}; };
  // CHECK: :[[@LINE+1]]:5: error: {{\[\[}}run::exempt]] means nothing here
  [[run::exempt]] layer_of();
}
