// The law for recipes that keep their control flow: the converted form takes the same branches.
#include <run/run.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Stage {
 public:
  virtual ~Stage() = default;
  virtual std::string name() const = 0;
};

class Conv : public Stage {
 public:
  explicit Conv(int channels) : channels_(channels) {}
  std::string name() const override { return "c" + std::to_string(channels_); }

 private:
  int channels_;
};

class Pool : public Stage {
 public:
  explicit Pool(int size, bool wide = false) : size_(size), wide_(wide) {}
  std::string name() const override { return (wide_ ? "P" : "p") + std::to_string(size_); }

 private:
  int size_;
  bool wide_;
};

class Pipeline {
 public:
  explicit Pipeline(std::vector<std::unique_ptr<Stage>> stages) : stages_(std::move(stages)) {}
  std::string name() const {
    std::string all;
    for (const auto& stage : stages_) all += stage->name();
    return all;
  }

 private:
  std::vector<std::unique_ptr<Stage>> stages_;
};

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<Stage> either(int n) {
  if (n > 3) {
    return std::make_unique<Conv>(n > 5 ? 5 : n);
  } else if (n == 0) {
    return std::make_unique<Pool>(0, true);
  }
  return std::make_unique<Pool>(n);
}

[[run::autoconvert(allow_control_flow)]] Pipeline pipeline(int n) {
  std::vector<std::unique_ptr<Stage>> stages;
  for (int i = 0; i < n; ++i) {
    if (i % 2 == 1) continue;
    stages.push_back(std::make_unique<Conv>(i));
  }
  for (const int size : {7, 8}) stages.push_back(std::make_unique<Pool>(size));
  int left = n;
  while (left > 2) {
    stages.push_back(either(left));
    --left;
  }
  switch (n) {
    case 2:
      stages.push_back(std::make_unique<Pool>(22));
      break;
    default:
      break;
  }
  return Pipeline(std::move(stages));
}

// A choice between objects, between pointers, between containers.
struct Plan {
  Pool first{1};
  std::shared_ptr<Pool> shared{};
  std::shared_ptr<Pool> again{};
  std::unique_ptr<Conv> owned{};
  std::vector<Pool> pools{};
};

inline Pool pooled(int size) { return Pool(size, true); }

[[run::autoconvert(allow_control_flow)]] Pool chosen(int n) { return n > 3 ? Pool(n) : pooled(n); }

[[run::autoconvert(allow_control_flow)]] Plan plan(int n) {
  auto one = std::make_shared<Pool>(1);
  auto two = std::make_shared<Pool>(2);
  auto which = n > 3 ? one : /* the other */ two;
  auto unique = std::make_unique<Conv>(n);
  Plan plan{.first = n == 9 ? chosen(n) : Pool(n == 1 ? 5 : 6), .shared = n > 3 ? one : two, .again = which};
  plan.owned = n > 1 ? std::move(unique) : std::make_unique<Conv>(0);
  plan.pools = n > 1 ? std::vector<Pool>{Pool(1), pooled(2)} : std::vector<Pool>();
  return plan;
}

struct Cell {
  int size = 1;
  bool big = false;
  bool operator==(const Cell&) const = default;
};

class Rack {
 public:
  explicit Rack(int id) : id_(id) {}
  void set_weight(int value) { weight_ = value; }
  bool operator==(const Rack&) const = default;
  Cell cell;
  std::vector<Cell> cells;

 private:
  int id_;
  int weight_ = 0;
};

struct Hall {
  std::vector<Cell> cells{};
  std::vector<Rack> racks{};
  std::map<std::string, Cell> by_name{};
  std::map<int, Rack, std::greater<>> by_number{};
  std::vector<std::shared_ptr<Cell>> own{};
  std::vector<std::shared_ptr<Cell>> common{};
  std::string names{};
};

// Copies are changed and moved; the elements stay what they are. Copies of shared pointers are one object.
[[run::autoconvert(allow_control_flow)]] Hall copies(int n) {
  Hall hall;
  const std::vector<Cell> cells{{n}, {n + 1, true}};
  for (auto cell : cells) {
    cell.size *= 2;
    hall.cells.push_back(cell);
  }
  for (Cell cell : cells) hall.cells.push_back(std::move(cell));
  for (const auto cell : cells) hall.cells.push_back(cell);
  hall.racks.emplace_back(n);
  hall.racks.push_back(Rack(2));
  std::vector<Rack> more;
  for (auto rack : hall.racks) {
    rack.set_weight(4);
    rack.cell = Cell{3};
    rack.cell.big = true;
    more.push_back(std::move(rack));
  }
  hall.racks.push_back(more[1]);
  hall.own.push_back(std::make_shared<Cell>());
  hall.own.push_back(std::make_shared<Cell>(Cell{4}));
  for (auto cell : hall.own) {
    cell->size += 3;
    hall.common.push_back(cell);
  }
  return hall;
}

// In the order of the maps, not in that in which they were filled.
[[run::autoconvert(allow_control_flow)]] Hall entries(int n) {
  Hall hall;
  hall.by_name["z"] = Cell{n};
  hall.by_name["a"] = Cell{2};
  hall.by_number.emplace(1, Rack(1));
  hall.by_number.emplace(3, Rack(5));
  for (auto& [name, cell] : hall.by_name) {
    cell.size += n;
    hall.names += name;
    hall.cells.push_back(cell);
  }
  for (const auto& [number, rack] : hall.by_number) hall.cells.push_back(Cell{number});
  for (auto& [number, rack] : hall.by_number) {
    rack.set_weight(number);
    rack.cell = Cell{.size = number};
    rack.cell.big = number > 1;
    rack.cells = std::vector<Cell>{{1}};
    rack.cells.push_back(Cell{.size = number});
  }
  for (auto [name, cell] : hall.by_name) {
    auto copy = cell;
    copy.size = 1;
    hall.cells.push_back(copy);
    hall.cells.push_back(cell);
  }
  for ([[maybe_unused]] const auto& [name, cell] : hall.by_name) hall.cells.emplace_back();
  return hall;
}

inline bool same(const Hall& a, const Hall& b) {
  bool is_same = a.cells == b.cells && a.racks == b.racks && a.by_name == b.by_name && a.by_number == b.by_number &&
                 a.names == b.names && a.own.size() == b.own.size();
  for (std::size_t i = 0; is_same && i < a.own.size(); ++i)
    is_same = *a.own[i] == *b.own[i] && (a.own[i] == a.common[i]) == (b.own[i] == b.common[i]);
  return is_same;
}

}  // namespace app

#include "control-flow.run.h"

int main() {
  for (const int n : {0, 1, 2, 4, 9}) {
    CHECK(run::build<std::unique_ptr<app::Stage>>(run::autoconvert<app::either>(n))->name() == app::either(n)->name());
    CHECK(run::build(run::autoconvert<app::pipeline>(n)).name() == app::pipeline(n).name());
    CHECK(same(run::build(run::autoconvert<app::copies>(n)), app::copies(n)));
    CHECK(same(run::build(run::autoconvert<app::entries>(n)), app::entries(n)));
  }
  for (const int n : {0, 1, 2, 4, 9}) {
    CHECK(app::Pool(run::build(run::autoconvert<app::chosen>(n))).name() == app::chosen(n).name());
    const app::Plan built = run::build(run::autoconvert<app::plan>(n));
    const app::Plan plain = app::plan(n);
    CHECK(built.first.name() == plain.first.name() && built.shared->name() == plain.shared->name());
    CHECK(built.again == built.shared && built.owned->name() == plain.owned->name());
    CHECK(built.pools.size() == plain.pools.size());
  }
  return check_result();
}
