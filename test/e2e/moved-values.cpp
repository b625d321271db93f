// Values that are moved into arguments and used again, and objects that std::make_unique copies.
#include <run/run.h>

#include <cassert>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class Row {
 public:
  explicit Row(std::vector<int> cells) : cells_(std::move(cells)) {}
  void set_more(std::vector<int> more) { more_ = std::move(more); }
  bool operator==(const Row&) const = default;

 private:
  std::vector<int> cells_;
  std::vector<int> more_;
};

struct [[run::exempt]] Label {
  std::string text;
};

class Shown {
 public:
  explicit Shown(const Label& label, const std::vector<int>& sizes) : text_(label.text), count_(sizes.size()) {}
  bool operator==(const Shown&) const = default;

 private:
  std::string text_;
  std::size_t count_;
};

struct Board {
  std::vector<Row> rows{};
  std::vector<Shown> shown{};
  std::vector<std::vector<int>> plain{};
  bool operator==(const Board&) const = default;
};

// What is moved into a parameter by value is empty then, and can be filled anew; a reference moves nothing.
[[run::autoconvert(allow_control_flow)]] Board filled(int n) {
  Board board;
  std::vector<int> cells;
  for (int i = 0; i < n; ++i) {
    cells.push_back(i);
    board.rows.emplace_back(std::move(cells));
    cells.push_back(2 * i);
    board.rows.back().set_more(std::move(cells));
  }
  std::vector<int> plain{1, 2};
  board.plain.push_back(std::move(plain));
  plain.push_back(3);
  board.plain.push_back(plain);
  Label label{"a text that is long enough to be on the heap"};
  board.shown.emplace_back(std::move(label), std::move(plain));
  board.shown.push_back(Shown(label, plain));
  return board;
}

struct Camera {
  int width = 1;
  std::string name = "camera";
  bool operator==(const Camera&) const = default;
};

struct Rig {
  std::shared_ptr<Camera> camera{};
  Camera own{};
  std::vector<Camera> list{};
  std::vector<std::unique_ptr<Camera>> all{};
};

[[run::autoconvert]] Rig copied(int n) {
  Rig rig;
  rig.camera = std::make_shared<Camera>();
  rig.camera->name = "shared";
  auto second = std::make_unique<Camera>(*rig.camera);
  second->name += " copy";
  second->width = n;
  auto third = std::make_unique<Camera>(rig.own);
  third->width = n + 1;
  rig.list = {Camera{.width = 5}};
  auto fourth = std::make_unique<Camera>(rig.list[0]);
  fourth->name = "fourth";
  rig.all.push_back(std::move(second));
  auto fifth = std::make_unique<Camera>(*rig.all[0]);
  fifth->width++;
  rig.all.push_back(std::move(third));
  rig.all.push_back(std::move(fourth));
  rig.all.push_back(std::move(fifth));
  return rig;
}

// A container of objects, too, which clear() makes empty for sure.
[[run::autoconvert]] Board cleared() {
  Board board;
  std::vector<Row> rows;
  rows.push_back(Row({1}));
  board.rows = std::move(rows);
  rows.clear();
  rows.push_back(Row({2, 3}));
  board.rows.push_back(std::move(rows.front()));
  return board;
}

#include "moved-values.run.h"

int main() {
  assert(run::build(run::autoconvert<filled>(3)) == filled(3));
  assert(run::build(run::autoconvert<cleared>()) == cleared());
  const Rig built = run::build(run::autoconvert<copied>(4));
  const Rig plain = copied(4);
  assert(*built.camera == *plain.camera && built.own == plain.own && built.list == plain.list);
  assert(built.all.size() == plain.all.size());
  for (std::size_t i = 0; i < built.all.size(); ++i) assert(*built.all[i] == *plain.all[i]);
}
