// A handle that a local is made from in parentheses or braces, with nothing to convert between them.
#include <run/run.h>

#include <memory>

class Model {
 public:
  explicit Model(int width = 1) : width_(width) {}
  int width() const { return width_; }

 private:
  int width_;
};

[[run::autoconvert]] std::shared_ptr<Model> parentheses() {
  std::shared_ptr<Model> model(std::make_shared<Model>());
  return model;
}
[[run::autoconvert]] std::shared_ptr<Model> with_argument(int n) {
  std::shared_ptr<Model> model((std::make_shared<Model>((n))));
  return model;
}
[[run::autoconvert]] std::unique_ptr<Model> unique() {
  std::unique_ptr<Model> model(std::make_unique<Model>(3));
  return model;
}
[[run::autoconvert]] std::shared_ptr<Model> braces() {
  std::shared_ptr<Model> model{std::make_shared<Model>(4)};
  return model;
}
[[run::autoconvert]] Model object() {
  Model model(Model(6));
  return model;
}

#include "handles-in-parentheses.run.h"

int main() {
  const bool holds = run::build<std::shared_ptr<Model>>(run::autoconvert<parentheses>())->width() == 1 &&
                     run::build<std::shared_ptr<Model>>(run::autoconvert<with_argument>(2))->width() == 2 &&
                     run::build<std::unique_ptr<Model>>(run::autoconvert<unique>())->width() == 3 &&
                     run::build<std::shared_ptr<Model>>(run::autoconvert<braces>())->width() == 4 &&
                     run::build(run::autoconvert<object>()).width() == 6;
  return holds ? 0 : 1;
}
