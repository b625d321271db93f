// Classes whose copy is declared and does not compile, as default, in containers, and as what functions return.
#include <run/run.h>

#include <array>
#include <cassert>
#include <memory>
#include <queue>
#include <set>
#include <stack>
#include <utility>
#include <vector>

struct Part {
  int size = 1;
};

// std::is_copy_constructible says yes.
class Parts {
 public:
  Parts() = default;
  explicit Parts(int size) { parts_.push_back(std::make_unique<Part>(Part{size})); }
  int size() const { return parts_.empty() ? 0 : parts_[0]->size; }

 private:
  std::vector<std::unique_ptr<Part>> parts_;
};

struct Plan {
  Parts parts{};
  std::queue<std::unique_ptr<Part>> queue{};
  std::set<std::unique_ptr<Part>> set{};
  std::stack<std::unique_ptr<Part>> stack{};
  std::vector<std::set<std::unique_ptr<Part>>> sets{};
  int count = 1;
};

class Machine {
 public:
  explicit Machine(int count, Parts parts = Parts(4)) : count_(count), parts_(std::move(parts)) {}
  int state() const { return 10 * count_ + parts_.size(); }

 private:
  int count_;
  Parts parts_;
};

class Hall {
 public:
  Hall(int count, std::vector<Parts> all) : count_(count), all_(std::move(all)) {}
  int state() const {
    int sum = count_;
    for (const Parts& parts : all_) sum += 10 * parts.size();
    return sum;
  }

 private:
  int count_;
  std::vector<Parts> all_;
};

[[run::autoconvert]] Plan plan(int n) { return {.parts = Parts(n), .queue = {}, .set = {}, .stack = {}, .sets = {}, .count = n}; }
[[run::autoconvert]] Plan fresh(int n) {
  Plan plan;
  plan.count = n;
  return plan;
}
[[run::autoconvert]] Machine machine(int n) { return Machine(n); }
[[run::autoconvert]] Machine machine_of(int n) { return Machine(n, Parts(n)); }
[[run::autoconvert]] Hall hall(int n) {
  std::vector<Parts> all;
  all.emplace_back(n);
  all.push_back(Parts(n + 1));
  return Hall(n, std::move(all));
}
[[run::autoconvert]] std::array<Parts, 2> pair(int n) { return {Parts(n), Parts(n + 1)}; }

std::vector<Parts> make(int n) {
  std::vector<Parts> all;
  all.emplace_back(n);
  return all;
}
[[run::autoconvert]] Hall made(int n) { return Hall(n, make(n)); }

#include "claims-of-copies.run.h"

int main() {
  const Plan built = run::build(run::autoconvert<plan>(3));
  assert(built.parts.size() == 3 && built.count == 3 && built.queue.empty());
  assert(run::build(run::autoconvert<fresh>(5)).count == 5);
  assert(run::build(run::autoconvert<machine>(2)).state() == machine(2).state());
  assert(run::build(run::autoconvert<machine_of>(2)).state() == machine_of(2).state());
  assert(run::build(run::autoconvert<hall>(2)).state() == hall(2).state());
  assert(run::build(run::autoconvert<made>(2)).state() == made(2).state());
  const auto both = run::build(run::autoconvert<pair>(6));
  assert(both[0].size() == 6 && both[1].size() == 7);
}
