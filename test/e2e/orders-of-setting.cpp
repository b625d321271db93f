// What is set in branches, in the order of the one that is taken, of objects that were made in one of several ways, and
// by statements that commas join.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

// Remembers who was called when.
struct Valve {
  int size = 1;
  int level = 0;
  std::string calls{};
  Valve& set_low(int n) { return low = n, calls += 'l', *this; }
  Valve& set_high(int n) { return high = n, calls += 'h', *this; }
  void set_name(const std::string& text) { name = text, calls += 'n'; }
  int low = 0, high = 0;
  std::string name{};
  bool operator==(const Valve&) const = default;
};

struct Line {
  std::vector<Valve> valves;
  std::shared_ptr<Valve> spare;
  int count = 0;
  std::string name = "line";
  std::vector<int> sizes{1, 2};
  bool operator==(const Line& o) const {
    return name == o.name && sizes == o.sizes && valves == o.valves && count == o.count &&
           (spare ? *spare : Valve()) == (o.spare ? *o.spare : Valve());
  }
};

[[run::autoconvert(allow_control_flow)]] Valve either(int n) {
  Valve valve;
  if (n > 3) {
    valve.size = n;
    valve.set_low(1).set_high(n);
  } else if (n > 1) {
    valve.size = 2;
    valve.set_high(n);
    valve.set_low(3);
  } else {
    valve.set_name("small");
  }
  return valve;
}

[[run::autoconvert(allow_control_flow)]] Valve cases(int n) {
  Valve valve;
  switch (n) {
    case 0:
      valve.set_low(1);
      valve.set_high(2);
      break;
    case 1:
      valve.level = 3;
      valve.set_high(4);
      valve.set_low(5);
      break;
    case 2:
      valve.set_name("two");
      [[fallthrough]];
    default:
      valve.set_low(n);
  }
  return valve;
}

// The element that was added is another one than those that were there.
// What each turn makes anew may be moved from in each.
[[run::autoconvert(allow_control_flow)]] Line made_anew(int n) {
  Line made;
  Valve valve;
  std::shared_ptr<Valve> spare;
  for (int i = 0; i < n; ++i) {
    valve = Valve{.size = i};
    spare = std::make_shared<Valve>();
    spare->level = i;
    valve.set_low(i);
    made.valves.push_back(std::move(valve));
    if (i % 2) made.spare = std::move(spare);
  }
  return made;
}
[[run::autoconvert(allow_control_flow)]] Line inserted(int n) {
  Line made;
  Valve valve;
  valve.set_high(1);
  valve.set_low(2);
  made.valves.insert(made.valves.begin(), valve);
  made.valves.emplace_back().set_low(n).set_high(2);
  made.valves.push_back(valve);
  made.valves[2].set_name("third");
  for (int i = 0; i < n; ++i) {
    made.valves.emplace_back().set_low(i);
    if (i % 2) made.valves.back().set_high(i);
  }
  return made;
}
[[run::autoconvert(allow_control_flow)]] Line added(int n) {
  Line made;
  made.valves.resize(2);
  made.valves[0].set_low(n).set_high(2);
  made.valves.push_back(Valve());
  made.valves.back().set_low(3);
  made.valves[0].set_high(4);
  made.valves.back().set_high(5);
  Valve valve;
  valve.set_high(1);
  valve.set_low(2);
  made.valves.insert(made.valves.begin(), valve);
  made.valves.emplace_back().set_high(n);
  for (int i = 0; i < n; ++i) {
    made.valves.emplace_back().set_low(i);
    made.valves.back().set_high(i);
  }
  made.valves.clear();
  made.valves.emplace_back().set_low(n).set_high(7);
  made.valves[0].set_name("last");
  return made;
}

// What was done before a return is not done behind it.
[[run::autoconvert(allow_control_flow)]] Valve early(int n) {
  Valve valve;
  if (n > 2) {
    valve.set_high(n);
    return valve;
  }
  valve.level = 3;
  valve.set_low(n).set_high(4);
  return valve;
}

[[run::autoconvert(allow_control_flow)]] Valve until(int n) {
  Valve valve;
  for (int i = 0; i < 4; ++i) {
    if (i == n) {
      valve.set_high(i);
      valve.set_low(i);
      break;
    }
    if (i > 2) valve.set_name("late");
  }
  return valve;
}

[[run::autoconvert(allow_control_flow)]] Line line(int n) {
  Line made;
  made.valves.push_back(Valve());
  if (n > 2)
    made.valves.push_back(Valve());
  else
    made.valves.emplace_back();
  made.valves.back().set_low(n);
  made.spare = std::make_shared<Valve>();
  if (n > 1) made.count = n, made.spare->level = 2, made.spare->set_low(n).set_high(2);
  for (int i = 0; i < n; ++i) made.valves.push_back(Valve()), made.valves.back().set_name("x"), made.count += i;
  return made;
}

[[run::autoconvert]] Line commas(int n) {
  Line made;
  made.count = n, made.count *= 2, made.spare = std::make_shared<Valve>();
  made.name[0] = 'p', made.sizes[1] = n + 1, made.name += "s", made.sizes.push_back(3);
  made.spare->set_low(n), made.spare->set_name("spare"), (void)made.spare->set_high(3);
  (made.valves.push_back(Valve{.size = n}), made.valves.back().set_low(1).set_high(2));
  return made;
}

// Whichever construction made it, it is an object of the recipe's own.
[[run::autoconvert(allow_control_flow)]] Line chosen(int n) {
  Valve valve = n > 3 ? Valve{.size = n} : n > 1 ? Valve{.size = 1, .level = 2} : Valve{};
  valve.level += valve.size;
  Line made{.valves = {n > 2 ? Valve{.size = 2} : Valve{.level = 5}}, .spare = nullptr};
  made.valves[0].size += 1;
  made.valves[0].set_low(n).set_high(3);
  made.valves.push_back(valve);
  valve.set_name("later");
  made.valves.push_back(valve);
  auto spare = n % 2 ? std::make_shared<Valve>() : std::make_shared<Valve>(Valve{.size = n});
  spare->level = 1;
  made.spare = spare;
  spare->set_name("spare");
  return made;
}

}  // namespace app

#include "orders-of-setting.run.h"

int main() {
  for (const int n : {0, 1, 2, 3, 4, 9}) {
    CHECK(run::build(run::autoconvert<app::either>(n)) == app::either(n));
    CHECK(run::build(run::autoconvert<app::cases>(n)) == app::cases(n));
    CHECK(run::build(run::autoconvert<app::added>(n)) == app::added(n));
    CHECK(run::build(run::autoconvert<app::inserted>(n)) == app::inserted(n));
    CHECK(run::build(run::autoconvert<app::made_anew>(n)) == app::made_anew(n));
    CHECK(run::build(run::autoconvert<app::early>(n)) == app::early(n));
    CHECK(run::build(run::autoconvert<app::until>(n)) == app::until(n));
    CHECK(run::build(run::autoconvert<app::line>(n)) == app::line(n));
    CHECK(run::build(run::autoconvert<app::chosen>(n)) == app::chosen(n));
    CHECK(run::build(run::autoconvert<app::commas>(n)) == app::commas(n));
  }
  return check_result();
}
