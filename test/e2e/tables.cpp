// Constant tables of aggregates that recipes go over, and elements that enumerators name.
#include <run/run.h>

#include <array>
#include <cassert>
#include <string>
#include <type_traits>
#include <vector>

struct Row {
  const char* name;
  int port;
};

constexpr Row kRows[] = {{"web", 80}, {"mail", 25}};
const std::vector<Row> kMore = {{"news", 119}};

struct Tables {
  static constexpr std::array<Row, 2> kOwn = {{{"ftp", 21}, {"ssh", 22}}};
};

enum Side { kLeft, kRight, kSides };

// An object that a constructor computes: nobody can read it.
class Tyre {
 public:
  Tyre() : Tyre(3) {}
  explicit Tyre(int width) : width_(2 * width) {}
  void set_grip(int grip) { width_ += grip; }
  int width() const { return width_; }
  int load = 1;

 private:
  int width_;
};

struct Wheel {
  int size = 1;
  std::vector<int> bolts = {1, 2};
};

struct Car {
  std::string name;
  std::vector<Row> rows;
  Wheel wheels[kSides];
  std::array<Wheel, kSides> spare;
  std::vector<Wheel> more;
  Tyre tyres[kSides];
  std::array<Tyre, kSides> winter;
  std::string state() const {
    std::string text = name;
    for (const Row& row : rows) text += " " + std::string(row.name) + std::to_string(row.port);
    const auto add = [&](const auto& of) {
      text += " |";
      for (const Wheel& wheel : of) text += " " + std::to_string(wheel.size) + std::to_string(wheel.bolts.size());
    };
    add(wheels);
    add(spare);
    add(more);
    for (const auto* tyre : {&tyres[0], &tyres[1], &winter[0], &winter[1]})
      text += " " + std::to_string(tyre->width()) + "/" + std::to_string(tyre->load);
    return text;
  }
};

[[run::autoconvert(allow_control_flow)]] Car looped(int n) {
  Car car;
  for (const Row& row : kRows) car.rows.push_back(Row{row.name, row.port + n});
  for (const auto& [name, port] : kMore) {
    car.name += name;
    car.rows.push_back({name, port - n});
  }
  for (Row row : Tables::kOwn) {
    row.port *= n;
    car.rows.push_back(row);
  }
  static constexpr Row own[] = {{"irc", 194}};
  for (const auto& row : own) car.rows.push_back(row);
  const Row& first = kRows[0];
  car.name += first.name;
  return car;
}

[[run::autoconvert]] Car sides(int n) {
  Car car;
  car.wheels[kRight].size = n;
  car.wheels[kLeft].bolts[kRight] = n;
  car.spare[kRight].size = n + 1;
  car.spare[std::integral_constant<int, 0>()].bolts = {};
  car.more = {Wheel(), Wheel()};
  car.more[kRight].size = n + 2;
  std::vector<Wheel> wheels(2);
  wheels[kLeft].size = n + 3;
  car.more.push_back(wheels[kLeft]);
  return car;
}

[[run::autoconvert]] Car tyres(int n) {
  Car car;
  car.tyres[kRight] = Tyre(n);
  car.tyres[kRight].set_grip(n + 1);
  car.tyres[kRight].load = n + 2;
  car.winter[1] = Tyre(n + 3);
  car.winter[1].load = n + 4;
  return car;
}

// A table of configured objects that the recipe makes itself.
[[run::autoconvert(allow_control_flow)]] inline Car const_table(int size) {
  Car car;
  const Wheel sizes[] = {{size}, {2}};
  car.wheels[kLeft].size = sizes[0].size;
  for (const auto& wheel : sizes) car.more.push_back(wheel);
  car.wheels[kRight] = sizes[1];
  return car;
}

#include "tables.run.h"

int main() {
  assert(run::build(run::autoconvert<looped>(3)).state() == looped(3).state());
  assert(run::build(run::autoconvert<sides>(4)).state() == sides(4).state());
  assert(run::build(run::autoconvert<tyres>(5)).state() == tyres(5).state());
  assert(run::build(run::autoconvert<const_table>(6)).state() == const_table(6).state());

  auto read = run::from_yaml<run::Config<Car>>(run::to_yaml(run::autoconvert<sides>(4)));
  read->wheels[kLeft]->size = 7;
  assert(read["wheels"][kLeft]["size"].as<int>() == 7 && read->wheels[kRight]->size == 4);
}
