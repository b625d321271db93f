// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// Of what a loop sets of one object, the last is not always set last: a configuration calls setters where they were
// first called.
#include <memory>
#include <vector>

struct Valve {
  int size = 0;
  Valve& set_low(int n) { return size = n, *this; }
  Valve& set_high(int n) { return size = 2 * n, *this; }
};
struct Line {
  Valve valve{};
  std::vector<Valve> valves{};
};

[[run::autoconvert(allow_control_flow)]] Valve in_turns(int n) {
  Valve valve;
  for (int i = 0; i < n; ++i) {
    if (i % 2)
      // CHECK: :[[@LINE+3]]:7: error: a loop sets 'high' and 'low' of an object, but not both in each of its turns: the configuration cannot keep their order [run-unsupported]
      // CHECK: :[[@LINE+2]]:7: note: a configuration gives an object its members, then calls each setter once, where it was first called: keep the values in variables and set both behind the loop, or set both in each turn, in one order
      // CHECK-NOT: error:
      valve.set_high(i);
    else
      valve.set_low(i);
  }
  return valve;
}
[[run::autoconvert(allow_control_flow)]] Line passed(int n) {
  Line line;
  for (int i = 0; i < n; ++i) {
    if (i == 3) {
      // CHECK: :[[@LINE+1]]:7: error: a loop sets 'high' and 'low' of an object
      line.valve.set_high(i);
      continue;
    }
    line.valve.set_low(i);
  }
  return line;
}
[[run::autoconvert(allow_control_flow)]] Valve left(int n) {
  Valve valve;
  do {
    valve.set_low(n);
    if (n == 3) break;
    // CHECK: :[[@LINE+1]]:5: error: a loop sets 'high' and 'low' of an object
    valve.set_high(n);
  } while (--n > 0);
  return valve;
}
[[run::autoconvert(allow_control_flow)]] Valve cases(int n) {
  Valve valve;
  while (n-- > 0) {
    switch (n % 3) {
      case 0:
        // CHECK: :[[@LINE+1]]:9: error: a loop sets 'low' and 'size' of an object
        valve.set_low(n);
        break;
      default:
        valve.size = n;
    }
  }
  return valve;
}
[[run::autoconvert(allow_control_flow)]] Line inner(int n) {
  Line line;
  auto& valve = line.valve;
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+2]]:33: error: a loop sets 'high' and 'low' of an object
    // CHECK-NOT: error:
    for (int k = 1; k < i; ++k) valve.set_high(k);
    valve.set_low(i);
  }
  return line;
}
[[run::autoconvert(allow_control_flow)]] Line two_names(int n) {
  Line line{.valves = {Valve()}};
  for (int i = 0; i < n; ++i) {
    // CHECK: :[[@LINE+2]]:5: error: a loop sets 'low' and 'high' of an object
    // CHECK-NOT: error:
    line.valves[0].set_low(i);
    line.valves.back().set_high(i);
    line.valves.push_back(Valve());
  }
  return line;
}
[[run::autoconvert(allow_control_flow)]] std::shared_ptr<Valve> handles(int n) {
  auto valve = std::make_shared<Valve>();
  for (int i = 0; i < n; ++i) {
    auto same = valve;
    if (i % 2)
      // CHECK: :[[@LINE+2]]:7: error: a loop sets 'high' and 'low' of an object
      // CHECK-NOT: error:
      same->set_high(i);
    else
      same->set_low(i);
  }
  return valve;
}

// Both in each turn, in one order; or an object that is another one in each turn.
[[run::autoconvert(allow_control_flow)]] Line kept(int n) {
  Line line;
  line.valve.size = 1;
  for (int i = 0; i < n; ++i) {
    if (i == 4) continue;
    if (i > 2)
      line.valve.set_low(i);
    else
      line.valve.set_low(2);
    line.valve.set_high(i);
    if (i == 9) break;
  }
  for (int i = 0; i < n; ++i) {
    Valve valve;
    if (i % 2)
      valve.set_low(i);
    else
      valve.set_high(i);
    line.valves.push_back(valve);
    if (i % 3) line.valves.back().set_high(i);
  }
  int k = 0;
  for (auto& valve : line.valves) {
    if (++k % 2) continue;
    valve.set_high(k);
  }
  for (int i = 0; i < n; ++i) line.valves[i].set_high(3);
  return line;
}
[[run::autoconvert(allow_control_flow)]] Valve at_last(int n) {
  Valve valve;
  for (int i = 0; i < n; ++i) {
    if (i == 7) {
      valve.set_high(i);
      break;
    }
    valve.set_low(i);
  }
  return valve;
}
[[run::autoconvert(allow_control_flow)]] Line by_number(int n) {
  Line line;
  line.valves.resize(n);
  for (int i = 0; i < n; ++i) {
    if (i % 2)
      line.valves[i].set_low(i);
    else
      line.valves[i].set_high(i);
  }
  for (auto& valve : line.valves) valve.set_high(1);
  return line;
}

#include "unsupported-set-in-turns.run.h"
