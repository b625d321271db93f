// What another recipe gives, in a member, behind a pointer, in an element or an optional, changed in part.
#include <run/run.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"
#include "nodes.h"

namespace app {

struct Tree {
  std::vector<Node> kids{};
  Node root{};
  std::unique_ptr<Node> up{};
  std::shared_ptr<Node> sp{};
  std::optional<Node> o{};
  std::map<std::string, Node> m{};
};
template <class P>
bool same_object(const P& a, const P& b) {
  return a && b ? *a == *b : !a && !b;
}
inline bool operator==(const Tree& a, const Tree& b) {
  return a.kids == b.kids && a.root == b.root && same_object(a.up, b.up) && same_object(a.sp, b.sp) && a.o == b.o &&
         a.m == b.m;
}

[[run::autoconvert]] inline Node leaf(int n) {
  Node x(n);
  return x;
}

[[run::autoconvert]] inline Node leaf2(int n) {
  Node x(n);
  x.box.x = n;
  return x;
}

[[run::autoconvert]] inline Node leaf3(int n) {
  Node x(n);
  x.box = Inner{n, "whole"};
  return x;
}

[[run::autoconvert(allow_control_flow)]] inline Node leaf5(int n) {
  Node x(n);
  if (n > 3)
    x.box = Inner{n, "w"};
  else
    x.other.x = 3;
  return x;
}

[[run::autoconvert]] inline std::unique_ptr<Node> uleaf(int n) { return std::make_unique<Node>(n); }

[[run::autoconvert]] inline std::unique_ptr<Node> uleaf2(int n) {
  auto x = std::make_unique<Node>(n);
  x->box = Inner{n, "q"};
  x->other.text = "p";
  return x;
}

[[run::autoconvert]] inline std::shared_ptr<Node> sleaf(int n) {
  auto x = std::make_shared<Node>(n);
  x->box.text = "q";
  return x;
}

[[run::autoconvert]] inline Tree a_member(int n) {
  Tree t;
  t.root = leaf(n);
  t.root.box.x = n;
  return t;
}

[[run::autoconvert]] inline Tree its_other_part(int n) {
  Tree t;
  t.root = leaf2(n);
  t.root.box.text = "z";
  return t;
}

[[run::autoconvert]] inline Tree a_whole(int n) {
  Tree t;
  t.root = leaf3(n);
  t.root.box.text = "z";
  return t;
}

[[run::autoconvert]] inline Tree set_in_branches(int n) {
  Tree t;
  t.root = leaf5(n);
  t.root.box.text = "z";
  t.root.other.text = "y";
  return t;
}

[[run::autoconvert]] inline Tree owned(int n) {
  Tree t;
  t.up = uleaf(n);
  t.up->box.text = "z";
  return t;
}

[[run::autoconvert]] inline Tree owned_and_set(int n) {
  Tree t;
  t.up = uleaf2(n);
  t.up->box.x = 4;
  t.up->other.x = 5;
  return t;
}

[[run::autoconvert]] inline Tree shared(int n) {
  Tree t;
  t.sp = sleaf(n);
  t.sp->box.x = 4;
  t.sp->other.x = 5;
  return t;
}

[[run::autoconvert]] inline Tree an_optional(int n) {
  Tree t;
  t.o = leaf2(n);
  t.o->box.text = "u";
  t.o->other.text = "u";
  return t;
}

[[run::autoconvert]] inline Tree entries(int n) {
  Tree t;
  t.m["a"] = leaf3(n);
  t.m["a"].box.x = 3;
  t.m["b"] = leaf2(n);
  t.m.at("b").box.text = "s";
  return t;
}

[[run::autoconvert]] inline Tree elements_added(int n) {
  Tree t;
  t.kids.push_back(leaf(n));
  t.kids.back().box.x = n;
  t.kids.push_back(leaf3(n));
  t.kids.back().box.x = n + 1;
  t.kids[0].box.text = "r";
  t.kids[1].box.text = "s";
  return t;
}

[[run::autoconvert]] inline Tree elements_listed(int n) {
  Tree t;
  t.kids = {leaf2(n), leaf3(n), Node(2)};
  t.kids[0].box.text = "r";
  t.kids[1].box.text = "s";
  t.kids[2].box.text = "v";
  return t;
}

[[run::autoconvert]] inline Tree copied(int n) {
  Tree t;
  t.root = leaf(n);
  t.root.box.x = n;
  t.kids.push_back(t.root);
  t.kids[0].box.text = "k";
  t.root.other.x = 4;
  return t;
}

[[run::autoconvert]] inline Tree grown(int n) {
  Tree t;
  t.root = leaf(n);
  t.root.widths.push_back(3);
  t.root.widths.push_back(4);
  return t;
}

[[run::autoconvert]] inline Tree counted_up(int n) {
  Tree t;
  t.root = leaf3(n);
  t.root.box.x += 4;
  return t;
}

[[run::autoconvert]] inline Tree twice(int n) {
  Tree t;
  auto r = leaf(n);
  t.kids.push_back(r);
  t.kids.push_back(r);
  t.kids[0].box.x = 30;
  t.kids[1].box.text = "q";
  return t;
}

[[run::autoconvert]] inline Tree with_a_local(int n) {
  Tree t;
  auto r = leaf2(n);
  t.kids = {r, r};
  r.box.text = "local";
  t.kids[0].box.text = "q";
  t.root = r;
  t.root.other.x = 8;
  return t;
}

[[run::autoconvert]] inline Tree moved(int n) {
  Tree t;
  auto r = uleaf(n);
  r->box.x = 4;
  t.up = std::move(r);
  t.up->box.text = "u";
  t.up->widths.push_back(3);
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree in_turns(int n) {
  Tree t;
  for (int i = 0; i < n; ++i) {
    t.kids.push_back(leaf(i));
    t.kids.back().box.x = i * 2;
  }
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree either(int n) {
  Tree t;
  if (n > 3)
    t.root = leaf3(n);
  else
    t.root = leaf(n);
  t.root.box.text = "either";
  return t;
}

[[run::autoconvert(allow_control_flow)]] inline Tree each(int n) {
  Tree t;
  for (int i = 0; i < n; ++i) t.kids.push_back(leaf2(i));
  for (auto& k : t.kids) k.box.text = "each";
  return t;
}

[[run::autoconvert]] inline Tree copied_member(int n) {
  Tree t;
  t.root = leaf(n);
  t.root.box.x = 2;
  Tree u;
  u.root = t.root;
  u.root.box.text = "copy";
  u.kids.push_back(t.root);
  u.kids[0].box.x = 9;
  return u;
}

[[run::autoconvert]] inline Tree wrap(int n) {
  Tree t;
  t.root = leaf2(n);
  t.kids.push_back(leaf(n));
  return t;
}

[[run::autoconvert]] inline Tree nested(int n) {
  Tree t = wrap(n);
  t.root.box.text = "outer";
  t.kids[0].box.x = 1;
  return t;
}

[[run::autoconvert]] inline Tree replaced(int n) {
  Tree t = wrap(n);
  t.root = leaf(n);
  t.root.box.text = "outer";
  t.kids.clear();
  return t;
}

[[run::autoconvert]] inline Tree of_two_names(int n) {
  Tree t;
  t.sp = sleaf(n);
  auto q = t.sp;
  q->box.x = 77;
  t.sp->other.x = 3;
  return t;
}

[[run::autoconvert]] inline Tree anew(int n) {
  Tree t;
  t.root = leaf(n);
  t.root.box.x = 2;
  t.root = leaf3(n);
  t.root.box.text = "l";
  return t;
}

}  // namespace app

#include "parts-of-results.run.h"

int main() {
  for (const int n : {2, 5}) {
    CHECK(run::build(run::autoconvert<app::a_member>(n)) == app::a_member(n));
    CHECK(run::build(run::autoconvert<app::its_other_part>(n)) == app::its_other_part(n));
    CHECK(run::build(run::autoconvert<app::a_whole>(n)) == app::a_whole(n));
    CHECK(run::build(run::autoconvert<app::set_in_branches>(n)) == app::set_in_branches(n));
    CHECK(run::build(run::autoconvert<app::owned>(n)) == app::owned(n));
    CHECK(run::build(run::autoconvert<app::owned_and_set>(n)) == app::owned_and_set(n));
    CHECK(run::build(run::autoconvert<app::shared>(n)) == app::shared(n));
    CHECK(run::build(run::autoconvert<app::an_optional>(n)) == app::an_optional(n));
    CHECK(run::build(run::autoconvert<app::entries>(n)) == app::entries(n));
    CHECK(run::build(run::autoconvert<app::elements_added>(n)) == app::elements_added(n));
    CHECK(run::build(run::autoconvert<app::elements_listed>(n)) == app::elements_listed(n));
    CHECK(run::build(run::autoconvert<app::copied>(n)) == app::copied(n));
    CHECK(run::build(run::autoconvert<app::grown>(n)) == app::grown(n));
    CHECK(run::build(run::autoconvert<app::counted_up>(n)) == app::counted_up(n));
    CHECK(run::build(run::autoconvert<app::twice>(n)) == app::twice(n));
    CHECK(run::build(run::autoconvert<app::with_a_local>(n)) == app::with_a_local(n));
    CHECK(run::build(run::autoconvert<app::moved>(n)) == app::moved(n));
    CHECK(run::build(run::autoconvert<app::in_turns>(n)) == app::in_turns(n));
    CHECK(run::build(run::autoconvert<app::either>(n)) == app::either(n));
    CHECK(run::build(run::autoconvert<app::each>(n)) == app::each(n));
    CHECK(run::build(run::autoconvert<app::copied_member>(n)) == app::copied_member(n));
    CHECK(run::build(run::autoconvert<app::nested>(n)) == app::nested(n));
    CHECK(run::build(run::autoconvert<app::replaced>(n)) == app::replaced(n));
    CHECK(run::build(run::autoconvert<app::of_two_names>(n)) == app::of_two_names(n));
    CHECK(run::build(run::autoconvert<app::anew>(n)) == app::anew(n));
  }
  return check_result();
}
