// Static member functions as recipes: every name means what it means in the class.
#include <run/run.h>

#include <string>
#include <utility>

#include "../conformance/samples/check.h"

namespace app {

inline constexpr int kWidth = 1000;  // hidden by the class's own

class Model {
 public:
  explicit Model(int width, std::string name = "model") : width_(width), name_(std::move(name)) {}
  bool operator==(const Model&) const = default;

 private:
  int width_;
  std::string name_;
};

struct Base {
  static constexpr int kDepth = 4;

 protected:
  static constexpr int kHidden = 7;
};

struct Zoo : Base {
  static constexpr int kWidth = 8;
  using Size = int;
  enum class Kind { small, large };

  struct Options {
    Size width = kWidth;
    Kind kind = Kind::small;
    bool operator==(const Options&) const = default;

    [[run::autoconvert]]
    static Options wide(Size factor) {
      Kind kind = Kind::large;
      return Options{.width = kWidth * factor, .kind = kind};
    }
  };

  static constexpr int twice(int n) { return 2 * n; }

  [[run::autoconvert]]
  static Model model(Size n = kDepth) {
    const Size width = twice(n) + kWidth + kHidden;
    return Model(width, "zoo");
  }
  [[run::autoconvert]]
  static Model model(const std::string& name) {
    return Model(kWidth, name + "!");
  }
  [[run::autoconvert]] static Model later(int n);
};

Model Zoo::later(Size n) { return Model(n + kWidth); }

[[run::autoconvert]]
Model outside() {
  return Zoo::later(3);
}

}  // namespace app

#include "static-members.run.h"

int main() {
  using Sized = app::Model (*)(int);
  using Named = app::Model (*)(const std::string&);
  constexpr auto sized = static_cast<Sized>(&app::Zoo::model);
  constexpr auto named = static_cast<Named>(&app::Zoo::model);
  CHECK(app::Model(run::build(run::autoconvert<sized>(3))) == app::Zoo::model(3));
  CHECK(app::Model(run::build(run::autoconvert<sized>())) == app::Zoo::model());
  CHECK(app::Model(run::build(run::autoconvert<named>("x"))) == app::Zoo::model(std::string("x")));
  CHECK(app::Model(run::build(run::autoconvert<&app::Zoo::later>(3))) == app::Zoo::later(3));
  CHECK(app::Model(run::build(run::autoconvert<app::outside>())) == app::outside());
  CHECK(app::Zoo::Options(run::build(run::autoconvert<app::Zoo::Options::wide>(3))) == app::Zoo::Options::wide(3));
  return check_result();
}
