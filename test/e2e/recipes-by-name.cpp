// Every recipe of the program can be found by name and called with arguments by name.
#include <run/run.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class Mode { fast, slow };

struct Shape {
  int rows = 1;
  int columns = 2;
  bool operator==(const Shape&) const = default;
};

class Layer {
 public:
  virtual ~Layer() = default;
};

class Dense : public Layer {
 public:
  Dense(int width, Shape shape, Mode mode) : width_(width), shape_(shape), mode_(mode) {}
  bool operator==(const Dense& other) const {
    return width_ == other.width_ && shape_ == other.shape_ && mode_ == other.mode_;
  }

 private:
  int width_;
  Shape shape_;
  Mode mode_;
};

/// A dense layer.
/// Its shape is told apart.
[[run::autoconvert]]
std::unique_ptr<Layer> dense(
    /// How wide it is.
    int width, const Shape& shape = {}, Mode mode = Mode::slow) {
  return std::make_unique<Dense>(width * 2, shape, mode);
}

[[run::autoconvert(partial)]]
Dense later(int width) {
  return Dense(width, Shape(), Mode::fast);
}

[[run::autoconvert]]
std::vector<Shape> shapes() {
  return {Shape(), Shape{.rows = 3}};
}

// The list is gone before the recipe could be called: it is converted, but not listed.
[[run::autoconvert]]
Shape first(std::initializer_list<int> rows) {
  return Shape{.rows = *rows.begin()};
}

template <class T>
[[run::autoconvert]]
Shape square(T side) {
  return Shape{.rows = side, .columns = side};
}
template Shape square<int>(int);

struct Factory {
  [[run::autoconvert]]
  static Shape row(std::string_view text, int columns = 4) {
    return Shape{.rows = static_cast<int>(text.size()), .columns = columns};
  }
};

namespace {

[[run::autoconvert]]
Shape hidden() {
  return Shape{.rows = 5};
}

}  // namespace
}  // namespace app

#include "recipes-by-name.run.h"

namespace {

void check(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::exit(1);
}

const run::RecipeInfo& only(std::string_view name) {
  const auto found = run::detail::find_recipes(name);
  check(found.size() == 1, "one of that name");
  return *found.front();
}

run::NodePtr call(const run::RecipeInfo& info) {
  return run::detail::make_node(info.call, run::NodeKind::config, {}, run::Location());
}

template <class T>
run::Config<T> give(const run::RecipeInfo& info, run::Node& arguments) {
  return run::GraphAccess::make<run::Config<T>>(run::detail::call_recipe(info, arguments));
}

void refuse(const run::RecipeInfo& info, run::Node& arguments, std::string_view message) {
  try {
    run::detail::call_recipe(info, arguments);
  } catch (const run::Error& error) {
    if (error.what() == message) return;
    std::cerr << error.what() << '\n';
  }
  check(false, "it should have been refused");
}

}  // namespace

int main() {
  check(run::detail::recipes().size() == 6, "all but the one that takes a list");
  check(run::detail::find_recipes("first").empty(), "a list cannot be an argument");

  const run::RecipeInfo& dense = only("dense");
  check(&dense == &only("app.dense") && &dense == &only("app::dense"), "by any name");
  check(run::detail::find_recipes("ense").empty(), "parts of a name count whole");
  check(run::detail::nearest_recipe("dence") == "app::dense", "a suggestion");
  check(dense.call.name == "app::dense" && dense.doc == "A dense layer. Its shape is told apart.", "its name and text");
  check(dense.where.text() == "recipes-by-name.cpp:43", "where it is");
  check(dense.call.parameters.size() == 3 && dense.call.parameters[0].initial.doc == "How wide it is.",
        "what it takes");
  check(dense.call.parameters[2].initial.text == "Mode::slow", "its defaults");
  check(dense.call.object == &run::type_of<app::Layer> && !dense.is_partial, "what it gives");

  const run::NodePtr arguments = call(dense);
  refuse(dense, *arguments, "app::dense.width: it has no default, and is not set");
  run::Ref(run::detail::Spot{.root = arguments.get(), .node = arguments.get()})["width"] = 4;
  check(run::build(give<app::Dense>(dense, *arguments)) == app::Dense(8, app::Shape(), app::Mode::slow),
        "defaults hold");
  run::Ref(run::detail::Spot{.root = arguments.get(), .node = arguments.get()})["shape"]["rows"] = 7;
  check(run::build(give<app::Dense>(dense, *arguments)) == app::Dense(8, app::Shape{.rows = 7}, app::Mode::slow),
        "a configured argument");

  check(only("later").is_partial, "a partial");
  const run::RecipeInfo& shapes = only("shapes");
  const auto list = give<std::vector<app::Shape>>(shapes, *call(shapes));
  check(run::build(list) == app::shapes(), "a container");
  check(only("app::square<int>").call.parameters.size() == 1, "an instance of a template");
  const run::RecipeInfo& row = only("Factory.row");
  const run::NodePtr text = call(row);
  run::Ref(run::detail::Spot{.root = text.get(), .node = text.get()})["text"] = "four";
  check(run::build(give<app::Shape>(row, *text)) == app::Factory::row("four"), "a static member");
  const run::RecipeInfo& hidden = only("hidden");
  check(run::build(give<app::Shape>(hidden, *call(hidden))) == app::hidden(), "one that only this file knows");
}
