// Members of an aggregate that is a member of an aggregate: it is set in part, however deep it lies, also where it
// holds objects that a constructor makes, and begins as no other object of its class.
#include <run/run.h>

#include <array>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Rotor {
 public:
  Rotor(int blades = 2) : blades_(3 * blades) {}
  int mass = 1;
  std::vector<int> weights = {1, 2};
  bool operator==(const Rotor&) const = default;

 private:
  int blades_;
};

struct Motor {
  Rotor rotor{7};
  int power = 3;
  bool operator==(const Motor&) const = default;
};
struct Bank {
  std::array<Rotor, 2> rotors{};
  std::vector<Rotor> more = std::vector<Rotor>(2);
  Rotor plain[2] = {};
  int size = 4;
  bool operator==(const Bank&) const = default;
};
struct Arm {
  Motor motor{};
  Motor other = Motor{};
  Motor last;
  Motor strong{.power = 9};
  Bank bank{};
  bool operator==(const Arm&) const = default;
};
struct Robot {
  Arm left{};
  Arm right;
  bool operator==(const Robot&) const = default;
};

struct Color {
  int red = 0;
  bool operator==(const Color&) const = default;
};
struct Pen {
  Color color{};
  double width = 1;
  bool operator==(const Pen&) const = default;
};
struct Drawing {
  Pen pen{.color = {.red = 7}};
  bool operator==(const Drawing&) const = default;
};

// Of its own kind in a container.
struct Field {
  int n = 1;
  std::vector<Field> sub{};
  bool operator==(const Field&) const = default;
};
struct Index {
  Field id{};
  std::vector<Field> all{Field{}};
  bool operator==(const Index&) const = default;
};
[[run::autoconvert]] inline Index index(int n) {
  Index index;
  index.id.n = n;
  index.id.sub.push_back(Field{n});
  index.all[0].n = n;
  return index;
}

[[run::autoconvert]] inline Drawing drawing(int n) {
  Drawing drawing{};
  drawing.pen.width = n;
  return drawing;
}
[[run::autoconvert]] inline Robot robot(int n) {
  Robot robot;
  robot.left.motor.rotor.mass = n;
  robot.left.other.power = 4;
  robot.left.other.rotor.mass = n;
  robot.left.last.rotor.weights.push_back(n);
  robot.left.strong.rotor.mass = n;
  robot.right.strong.power = 11;
  auto& rotor = robot.right.motor.rotor;
  rotor.mass = 5;
  robot.left.bank.rotors[1] = Rotor(n);
  robot.right.bank.more[0] = Rotor(6);
  robot.right.bank.plain[1] = Rotor(n);
  robot.right.bank.size = 8;
  return robot;
}

}  // namespace app

#include "aggregates-in-aggregates.run.h"

int main() {
  const auto config = run::autoconvert<app::robot>(3);
  CHECK(run::build(config) == app::robot(3));
  CHECK(run::build(run::from_yaml<app::Robot>(run::to_yaml(config))) == app::robot(3));
  CHECK(run::build(run::autoconvert<app::index>(3)) == app::index(3));

  auto drawing = run::autoconvert<app::drawing>(3);
  CHECK(run::build(drawing) == app::drawing(3));
  CHECK(drawing == run::autoconvert<app::drawing>(3));
  drawing->pen->color->red = 5;
  CHECK(run::build(drawing).pen.color.red == 5);
  CHECK(run::build(run::from_yaml<app::Drawing>(run::to_yaml(drawing))) == run::build(drawing));
  return check_result();
}
