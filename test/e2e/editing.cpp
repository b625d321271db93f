// Editing what recipes gave: generated targets with several constructors, tags of bases' arguments, lines of recipes.
#include <run/run.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Shape {
 public:
  virtual ~Shape() = default;
  virtual std::string text() const = 0;
};

class Box : public Shape {
 public:
  explicit Box([[run::tag("size")]] int width = 1, int height = 2) : text_(std::to_string(width * 10 + height)) {}
  explicit Box(const std::string& name, int times = 3) : text_(name + std::to_string(times)) {}
  explicit Box(std::string_view view) : text_(view) {}
  std::string text() const override { return text_; }

 private:
  std::string text_;
};

class Ball : public Shape {
 public:
  explicit Ball([[run::tag("size")]] double width = 0.5) : width_(width) {}
  std::string text() const override { return "ball " + std::to_string(width_); }

 private:
  double width_;
};

struct Inner {
  int depth = 2;
  bool operator==(const Inner&) const = default;
};
struct Outer {
  Inner inner;
  std::vector<Inner> list;
  std::string name = "outer";
  bool operator==(const Outer&) const = default;
};
struct Scene {
  std::vector<std::unique_ptr<Shape>> shapes;
  Outer outer;
};

inline int calls = 0;
[[run::configurable]] inline int roll(int sides) { return ++calls * 10 + sides; }
[[run::configurable]] inline int twice(std::function<int()> dice, int more = 0) { return dice() + dice() + more; }

}  // namespace app

[[run::autoconvert]] inline app::Scene scene() {
  app::Scene made;
  made.shapes.push_back(std::make_unique<app::Box>(5));
  made.shapes.push_back(std::make_unique<app::Box>(std::string("a")));
  made.shapes.push_back(std::make_unique<app::Ball>());
  made.outer.list = {app::Inner{.depth = 7}};  // line 65
  return made;
}

#include "editing.run.h"

int main() {
  auto cfg = run::autoconvert<scene>();
  const auto before = cfg;

  // Defaults of the constructor that is called, and of no other.
  cfg.materialize_defaults();
  CHECK(cfg == before);
  CHECK(cfg.get<int>("shapes[0].height") == 2);
  CHECK(cfg.select<app::Box>()[1]["width"].history().empty());
  CHECK(run::to_yaml(cfg).find("times: 3") != std::string::npos);
  CHECK(run::build(cfg).shapes[1]->text() == "a3");

  // Bases and tags.
  CHECK(cfg.select<app::Shape>().size() == 3);
  CHECK(cfg.select("size").size() == 3);
  CHECK(cfg->shapes.select("size").size() == 3);
  cfg->shapes[2].retarget<app::Box>();
  CHECK(cfg["shapes[2]"].retarget("app::Ball").empty());
  cfg.select<app::Ball>().replace(run::Config<app::Box>({.width = 9}));
  CHECK(run::build(cfg).shapes[2]->text() == "92");

  // Lines of the recipe, of the program.
  const unsigned here = __LINE__ + 1;
  cfg["outer.list[0].depth"] = 8;
  const auto history = cfg.history("outer.list[0].depth");
  CHECK(history.size() == 2);
  CHECK(history[0].value == "7" && history[0].place().find("editing.cpp:65") != std::string::npos);
  CHECK(history[1].value == "8" && history[1].where.line == here);

  // Objects, and the way back.
  app::Outer outer{.inner = {.depth = 5}, .list = {{.depth = 1}, {}}};
  CHECK(run::build(run::from_object(outer)) == outer);
  CHECK(run::from_object(outer)->inner->depth == 5);

  // A factory is the callable.
  auto play = run::Config<run::Fn<&app::twice>>({.dice = run::factory<&app::roll>({.sides = 4})});
  CHECK(run::build(play) == 10 + 4 + 20 + 4);
  CHECK(run::from_yaml<run::Fn<&app::twice>>(run::to_yaml(play)) == play);
  return check_result();
}
