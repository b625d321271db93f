// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/enums.run.h
namespace app {
// CHECK-LABEL: struct run::Enum<::app::Color> {
// CHECK: name = "app::Color";
// CHECK: {"red", ::app::Color::red},
// CHECK: {"green", ::app::Color::green},
enum class Color { red, green = 4 };

// CHECK-LABEL: struct run::Enum<::app::Level> {
// CHECK: {"kLow", ::app::{{.*}}kLow},
enum Level { kLow, kHigh };

struct Layer {
  Color color = Color::red;
  Level level = kLow;
};
}  // namespace app

// CHECK: return ::run::Config<::app::Layer>({.color = app::Color::green, .level = app::kHigh});
[[run::autoconvert]] inline app::Layer layer() { return {app::Color::green, app::kHigh}; }
