// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/documentation.run.h
// RUN: %run-autoconvert print --targets %s -- -std=c++20 | FileCheck %s --check-prefix=PRINT
#include <string>

/// An aggregate: each member has a comment of its own.
struct Options {
  /// How fast "it" learns,
  /// in one line.
  ///
  /// And more that is not taken.
  double rate = 0.5;
  int steps = 3;  ///< How many.
  /**
   * \brief Of the run.
   * \note Not said.
   */
  std::string name;
  // An ordinary comment.
  bool fast = false;
  /*! Qt's way. */
  int qt = 0;
  int excl = 0;  //!< Behind, the other way.
};

// CHECK-LABEL: struct run::Target<::Options>
// CHECK: "rate",
// CHECK: .doc = "How fast \"it\" learns, in one line."}
// CHECK: "steps",
// CHECK: .doc = "How many."}
// CHECK: .doc = "Of the run."}
// CHECK: "fast", {.text = "false", .value = {initial, 3}}),
// CHECK: .doc = "Qt's way."
// CHECK: .doc = "Behind, the other way."
// PRINT: Options
// PRINT-NEXT: rate: double = 0.5 // How fast "it" learns, in one line.

class Model {
 public:
  /// Makes one.
  /// \param options what it is made with,
  ///        however long
  /// @param[in] width - its width
  /// \return nothing
  Model(Options options, int width, int depth = 2);
  explicit Model(int height,  ///< Next to it.
                 /** In front of it. */ int length, int bare = 1);
  /// \param from A template's.
  template <class T>
  explicit Model(const T& from);

  /// The colour of it.
  void set_color(std::string color);
  /// \param value Said of the parameter.
  void set_size(int value);
  void set_plain(int value);
  int field = 0;  ///< A field's.
};

// CHECK-LABEL: struct run::Target<::Model>
// CHECK: ::run::parameter<::Options>("options", {.doc = "what it is made with, however long"}),
// CHECK-NEXT: ::run::parameter<int>("width", {.doc = "its width"}),
// CHECK-NEXT: "depth", {.text = "2", .value = [] { return ::run::value<int>(2); }}).with_default_of_some(),
// CHECK-NEXT: "height", {.doc = "Next to it."}),
// CHECK-NEXT: "length", {.doc = "In front of it."}),
// CHECK-NEXT: "bare", {.text = "1", .value = {{[^.]*}}}).with_default_of_some(),
// CHECK-NEXT: ::run::field<int>("field", {.text = "0", .doc = "A field's."}),
// CHECK-NEXT: "color", {.doc = "The colour of it."}),
// CHECK-NEXT: "size", {.doc = "Said of the parameter."}),
// CHECK-NEXT: ::run::setter<int>("plain"),

/// Makes one,
/// of a number.
/// @param n The number.
/// It goes on.
Model make(int n);

// CHECK-LABEL: struct run::Target<::run::Fn<&::make>>
// CHECK-NEXT: name = "make";
// CHECK-NEXT: doc = "Makes one, of a number.";
// CHECK: ::run::parameter<int>("n", {.doc = "The number. It goes on."}),

// CHECK-LABEL: struct run::Target<::run::Constructor<::Model, const ::std::string&>>
// CHECK: ::run::parameter<::std::string>("from", {.doc = "A template's."}),

[[run::autoconvert]] inline Model model(int n) {
  Model model(Options{.rate = 1.0}, n);
  model.set_color("red");
  return model;
}
[[run::autoconvert]] inline Model made(int n) { return make(n); }
[[run::autoconvert]] inline Model from(const std::string& s) { return Model(s); }
