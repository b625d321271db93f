// Setters of what lies in a local, references to it, entries of maps: each as C++ does it.
#include <run/run.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

/// Its setters do not commute, so the order shows.
class Gear {
 public:
  explicit Gear(int teeth = 8) : teeth_(teeth) {}
  void set_teeth(int teeth) { log_ += " teeth" + std::to_string(teeth_ = teeth); }
  Gear& ratio(double ratio) {
    log_ += " ratio" + std::to_string(ratio_ = static_cast<int>(ratio * 10));
    return *this;
  }
  double ratio() const { return 0; }
  Gear& SetName(std::string name) {
    log_ += " " + std::move(name);
    return *this;
  }
  bool operator==(const Gear&) const = default;
  int size = 1;

 private:
  int teeth_;
  int ratio_ = 0;
  std::string log_;
};

class Part {
  // Abstract: only what is derived from it is made.
  virtual int parts() const = 0;

 public:
  virtual ~Part() = default;
  Part() = default;
  Part(const Part&) = default;
  Part& operator=(const Part&) = default;
  void setWeight(int weight) { weight_ = weight; }
  int weight() const { return weight_; }
  bool operator==(const Part&) const = default;

 private:
  int weight_ = 0;
};

class Wheel : public Part {
  int parts() const override { return 1; }

 public:
  explicit Wheel(int radius) : radius_(radius) {}
  bool operator==(const Wheel&) const = default;

 private:
  int radius_;
};

struct Box {
  Gear main{};
  Gear spare{3};
  std::unique_ptr<Gear> held{};
  std::shared_ptr<Gear> shared{};
  std::optional<Gear> maybe{};
  std::vector<Gear> all{};
  std::deque<Gear> queue{};
  std::map<std::string, Gear> named{};
  std::map<int, int> counts{};
  std::pair<Gear, int> counted{};
  int size = 2;
};

struct Machine {
  Box box{};
  std::unique_ptr<Part> part{};
};

/// Its constructor makes the gear.
class Engine {
 public:
  explicit Engine(int teeth) : gear(teeth) { gear.SetName("made"); }
  void setPower(int power) { power_ = power; }
  bool operator==(const Engine&) const = default;
  Gear gear;

 private:
  int power_ = 0;
};

inline bool operator==(const Box& a, const Box& b) {
  const auto same = [](const auto& x, const auto& y) { return (!x && !y) || (x && y && *x == *y); };
  return a.main == b.main && a.spare == b.spare && same(a.held, b.held) && same(a.shared, b.shared) &&
         a.maybe == b.maybe && a.all == b.all && a.queue == b.queue && a.named == b.named && a.counts == b.counts &&
         a.counted == b.counted && a.size == b.size;
}

[[run::autoconvert]] Gear small(int teeth) {
  Gear gear(teeth);
  gear.SetName("small");
  return gear;
}

[[run::autoconvert]] Machine members(int n) {
  Machine machine;
  machine.box.main = Gear(n);
  machine.box.main.set_teeth(n);
  machine.box.main.ratio(0.5).SetName("chain");
  machine.box.held = std::make_unique<Gear>();
  machine.box.held->SetName("held");
  (*machine.box.held).ratio(2);
  machine.box.shared = std::make_shared<Gear>(n);
  machine.box.shared->ratio(1).SetName("shared");
  machine.part = std::make_unique<Wheel>(n);
  machine.part->setWeight(2 * n);
  return machine;
}

[[run::autoconvert]] Box elements(int n) {
  Box box;
  box.all.emplace_back(n);
  box.all.back().ratio(1).SetName("first");
  box.all.emplace_back();
  box.all.back().ratio(2).SetName("second");
  box.all[0].set_teeth(4);
  box.all[1].set_teeth(5);
  box.queue.push_back(Gear(1));
  box.queue.front().SetName("front");
  box.counted = {Gear(n), 3};
  box.counted.first.SetName("counted");
  box.maybe = Gear(n);
  box.maybe->SetName("maybe");
  (*box.maybe).size = 4;
  box.maybe.value().set_teeth(n);
  return box;
}

/// Nothing in the recipe makes these gears.
[[run::autoconvert]] Box defaults(int n) {
  Box box;
  box.main.SetName("main").ratio(n);
  box.spare.set_teeth(n);
  box.spare.size = 9;
  return box;
}

[[run::autoconvert]] Engine computed(int n) {
  Engine engine(n);
  engine.gear.ratio(3).SetName("computed");
  engine.gear.size = n;
  engine.setPower(5);
  return engine;
}

[[run::autoconvert]] Box from_recipe(int n) {
  Gear gear = small(n);
  gear.set_teeth(2);
  Box box;
  box.main = small(n);
  box.main.ratio(2);
  box.spare = std::move(gear);
  box.all = {small(1), small(2)};
  box.all[1].set_teeth(7);
  return box;
}

[[run::autoconvert]] Box entries(int n) {
  Box box;
  box.named["a"].set_teeth(n);
  box.named["a"].SetName("a");
  box.named["b"].size = n;
  box.named.at("b").size = n + 1;
  box.named["c"].ratio(1).SetName("c");
  box.counts[n] += 2;
  ++box.counts[n];
  box.counts[7]++;
  std::map<int, Box> boxes;
  boxes[1].all.push_back(Gear(n));
  boxes[2].named["x"].size = 3;
  box.size = boxes[3].size;
  box.all = boxes[1].all;
  box.named["d"] = boxes[2].named["x"];
  box.named["e"];
  return box;
}

[[run::autoconvert]] Box references(int n) {
  Box box;
  auto& whole = box;
  whole.size = n;
  Gear& main = whole.main;
  main = Gear(n);
  main.SetName("reference");
  main.size = n;
  const auto& size = main.size;
  auto& again = main;
  again.size = size + 1;
  [[maybe_unused]] auto& added = box.all.emplace_back(5);
  added.size = size;
  added.ratio(0.1).SetName("added");
  auto& last = box.all.back();
  last.set_teeth(3);
  auto& all = box.all;
  all.push_back(Gear(n));
  int& number = box.size;
  number *= 2;
  number += size;
  auto shared = std::make_shared<Gear>(n);
  auto& pointee = *shared;
  pointee.SetName("pointee");
  box.shared = shared;
  auto& entry = box.named["entry"];
  entry.size = 2;
  box.held = std::make_unique<Gear>();
  Gear& held = *box.held;
  held.size = 8;
  box.spare = main;
  return box;
}

/// Plain values.
struct Table {
  std::vector<int> sizes{3, 1, 2};
  std::map<std::string, std::vector<int>> lists{};
  std::string name = "table";
  Gear gear{};
  bool operator==(const Table&) const = default;
};

[[run::autoconvert]] Table changed(int n) {
  Table table;
  table.sizes[0] = n;
  table.sizes[1] += table.sizes[0];
  ++table.sizes.back();
  table.sizes.emplace_back(7);
  table.sizes.insert(table.sizes.end(), {5, 6});
  std::sort(table.sizes.begin(), table.sizes.end());
  table.sizes[0] = table.sizes[1] = 9;
  table.lists["a"].push_back(table.sizes[0]);
  table.lists["a"].push_back(n);
  table.name.append("!");
  table.name += "?";
  table.name[0] = 'T';
  auto& sizes = table.sizes;
  sizes[2] = static_cast<int>(sizes.size());
  sizes.pop_back();
  const int first = table.sizes.front();
  table.gear.size = first;
  return table;
}

/// An aggregate that cannot be made from nothing.
struct Fitted {
  Wheel wheel;
  int size = 1;
  std::string name = "fitted";
  Gear gear{4};
  bool operator==(const Fitted&) const = default;
};

[[run::autoconvert]] Fitted fitted(int n) {
  Fitted fitted{Wheel(n)};
  fitted.name += "!";
  fitted.gear = Gear(2);
  fitted.gear.SetName("fitted");
  fitted.wheel.setWeight(n);
  fitted.size = n;
  fitted.wheel = Wheel(9);
  return fitted;
}

/// What a function makes is made once, whatever refers to it.
inline int& made() {
  static int count = 0;
  return count;
}
inline std::shared_ptr<Gear> make(int n) {
  ++made();
  return std::make_shared<Gear>(n);
}
struct Two {
  std::shared_ptr<Gear> left{};
  std::shared_ptr<Gear> right{};
};

[[run::autoconvert]] Two once(int n) {
  auto gear = make(n);
  auto& same = gear;
  Two two;
  auto& filled = two;
  filled.left = same;
  filled.right = same;
  return two;
}

/// Calls are known as such through a reference.
[[run::autoconvert]] Two through_reference(int n) {
  Two two;
  auto& r = two;
  r.left = make(n);
  two.right = std::make_shared<Gear>(1);
  return two;
}

[[run::autoconvert(allow_control_flow)]] Box loops(int n) {
  Box box;
  for (int i = 0; i < n; ++i) {
    auto& gear = box.all.emplace_back(i);
    if (i % 2 == 0) gear.ratio(i).SetName("even");
  }
  return box;
}

}  // namespace app

#include "nested.run.h"

int main() {
  using namespace app;
  const Machine built = run::build(run::autoconvert<members>(3));
  const Machine made_directly = members(3);
  CHECK(built.box == made_directly.box);
  CHECK(dynamic_cast<const Wheel&>(*built.part) == dynamic_cast<const Wheel&>(*made_directly.part));
  CHECK(run::build(run::autoconvert<elements>(3)) == elements(3));
  CHECK(run::build(run::autoconvert<defaults>(3)) == defaults(3));
  CHECK(run::build(run::autoconvert<computed>(3)) == computed(3));
  CHECK(run::build(run::autoconvert<from_recipe>(3)) == from_recipe(3));
  CHECK(run::build(run::autoconvert<entries>(3)) == entries(3));
  CHECK(run::build(run::autoconvert<references>(3)) == references(3));
  CHECK(run::build(run::autoconvert<changed>(5)) == changed(5));
  CHECK(run::build(run::autoconvert<fitted>(5)) == fitted(5));
  CHECK(run::build(run::autoconvert<loops>(5)) == loops(5));
  made() = 0;
  const Two two = run::build(run::autoconvert<once>(2));
  CHECK(made() == 1 && two.left == two.right && *two.left == Gear(2));
  made() = 0;
  const Two other = run::build(run::autoconvert<through_reference>(2));
  CHECK(made() == 1 && *other.left == Gear(2));
  // What the recipes set is found again in the text.
  CHECK(run::from_yaml<Box>(run::to_yaml(run::autoconvert<elements>(2))) == run::autoconvert<elements>(2));
  CHECK(run::from_yaml<Engine>(run::to_yaml(run::autoconvert<computed>(2))) == run::autoconvert<computed>(2));
  return check_result();
}
