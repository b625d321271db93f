// What one branch or turn of a loop assigns anew as a whole has been set in part where control does not come by.
#include <run/run.h>

#include <optional>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"
#include "nodes.h"

namespace app {

struct Tree {
  Node root{};
  std::optional<Node> o{};
  bool operator==(const Tree&) const = default;
};

[[run::autoconvert(allow_control_flow)]] inline Tree set_in_then(int n) {
  Tree t;
  if (n > 3) {
    t.root = Node(1);
    t.root.box = Inner{4, "q"};
  } else {
    t.root = Node(2);
  }
  t.root.box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree set_in_else(int n) {
  Tree t;
  if (n > 3) {
    t.root = Node(1);
  } else {
    t.root = Node(2);
    t.root.box = Inner{4, "q"};
  }
  t.root.box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Node a_local(int n) {
  Node t(1);
  if (n > 3) {
    t.box = Inner{4, "q"};
  } else {
    t = Node(2);
  }
  t.box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree an_optional(int n) {
  Tree t;
  if (n > 3) {
    t.o = Node(1);
    t.o->box = Inner{4, "q"};
  } else {
    t.o = Node(2);
  }
  t.o->box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree a_list(int n) {
  Tree t;
  if (n > 3) {
    t.root = Node(1);
    t.root.widths = {3};
  } else {
    t.root = Node(2);
  }
  t.root.widths.push_back(4);
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Node switched(int n) {
  Node t(4);
  switch (n) {
    case 5:
      t = Node(1);
      t.box = Inner{4, "q"};
      break;
    case 9:
      t.other.x = 5;
      break;
    default:
      t = Node(2);
  }
  t.box.text = "x";
  t.other.text = "u";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Node looped(int n) {
  Node t(4);
  for (int i = 0; i < n; ++i) {
    if (i == 1) {
      t = Node(1);
      continue;
    }
    t.box = Inner{4, "q"};
  }
  t.box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Node once(int n) {
  Node t(4);
  if (n > 3) t.box = Inner{4, "q"};
  if (n > 6) t = Node(2);
  t.box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Node broken_off(int n) {
  Node t(4);
  while (n > 3) {
    t = Node(n);
    --n;
    if (n == 6) break;
    t.box = Inner{n, "q"};
  }
  t.box.text = "x";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree of_three(int n) {
  Tree t;
  if (n > 7) {
    t.root = Node(9);
  } else if (n > 3) {
    t.root = Node(1);
    t.root.box = Inner{4, "q"};
  } else {
    t.root = Node(2);
    t.root.other = Inner{1, "z"};
  }
  t.root.box.text = "x";
  t.root.other.text = "r";
  return t;
}

}  // namespace app

#include "replaced-in-branches.run.h"

int main() {
  for (const int n : {1, 2, 5, 7, 9}) {
    CHECK(run::build(run::autoconvert<app::set_in_then>(n)) == app::set_in_then(n));
    CHECK(run::build(run::autoconvert<app::set_in_else>(n)) == app::set_in_else(n));
    CHECK(run::build(run::autoconvert<app::a_local>(n)) == app::a_local(n));
    CHECK(run::build(run::autoconvert<app::an_optional>(n)) == app::an_optional(n));
    CHECK(run::build(run::autoconvert<app::a_list>(n)) == app::a_list(n));
    CHECK(run::build(run::autoconvert<app::switched>(n)) == app::switched(n));
    CHECK(run::build(run::autoconvert<app::looped>(n)) == app::looped(n));
    CHECK(run::build(run::autoconvert<app::once>(n)) == app::once(n));
    CHECK(run::build(run::autoconvert<app::broken_off>(n)) == app::broken_off(n));
    CHECK(run::build(run::autoconvert<app::of_three>(n)) == app::of_three(n));
  }
  return check_result();
}
