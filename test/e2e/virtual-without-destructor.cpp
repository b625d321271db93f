// Classes with virtual functions whose destructors are not virtual: an object is deleted as what it was made as, and no
// compiler warns of it.
#include <run/run.h>

#include <memory>
#include <optional>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

inline int alive = 0;

class Shape {
 public:
  Shape() { ++alive; }
  Shape(const Shape&) { ++alive; }
  virtual int area() const = 0;

 protected:
  ~Shape() { --alive; }
};

class Square : public Shape {
 public:
  explicit Square(int side) : side_(side) {}
  void setScale(int scale) { scale_ = scale; }
  int area() const override { return side_ * side_ * scale_; }

 private:
  int side_;
  int scale_ = 1;
};

struct Scene {
  std::shared_ptr<Shape> first;
  std::vector<Square> all;
  std::optional<Square> last;
  std::unique_ptr<Square> own;
};

inline Square doubled(int side) { return Square(2 * side); }

[[run::autoconvert]] inline Scene scene(int n) {
  Square square(n);
  square.setScale(3);
  return Scene{.first = std::make_shared<Square>(n),
               .all = {square, doubled(n)},
               .last = Square(4),
               .own = std::make_unique<Square>(5)};
}

inline int area(const Scene& s) {
  return s.first->area() + s.all[0].area() + s.all[1].area() + s.last->area() + s.own->area();
}

}  // namespace app

#include "virtual-without-destructor.run.h"

int main() {
  {
    const auto cfg = run::autoconvert<app::scene>(3);
    CHECK(app::area(run::build(cfg)) == app::area(app::scene(3)));
  }
  CHECK(app::alive == 0);
  return check_result();
}
