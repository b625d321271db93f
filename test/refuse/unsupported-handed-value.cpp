// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <string>
#include <vector>

class Tally {
 public:
  explicit Tally(std::shared_ptr<int> count);
  explicit Tally(std::weak_ptr<const int> count);
  void set_name(const std::shared_ptr<const std::string>& name);
};

struct Board {
  std::vector<Tally> tallies{};
  std::shared_ptr<int> last{};
  int sum = 0;
};

int peek(const std::shared_ptr<const int>& count);

[[run::autoconvert]] Board board(int n) {
  Board board;
  auto count = std::make_shared<int>(n);
  *count += 1;
  board.tallies.push_back(Tally(count));
  // CHECK: :[[@LINE+2]]:3: error: what 'count' points to was handed to what is made when the configuration is built: that would see this change, too [run-unsupported]
  // CHECK: :[[@LINE-2]]:33: note: handed over here; change it before, or hand over a pointer to a value of its own
  *count = 5;
  // CHECK: :[[@LINE+2]]:15: error: what 'count' points to was handed to what is made when the configuration is built, and may be changed by it then [run-unsupported]
  // CHECK: :[[@LINE-5]]:33: note: handed over here; read it before, or let that take a pointer to const
  board.sum = *count + 1;
  auto gone = std::make_shared<const int>(n);
  // CHECK: :[[@LINE+2]]:36: error: 'gone' alone holds what this std::weak_ptr points to: that is gone when the configuration is built [run-unsupported]
  // CHECK: :[[@LINE-2]]:8: note: let something that the recipe makes hold it, too
  board.tallies.emplace_back(Tally(gone));
  auto other = std::make_shared<int>(n);
  board.sum = peek(other);
  // CHECK: :[[@LINE+1]]:4: error: what 'other' points to
  (*other)++;
  auto name = std::make_shared<std::string>("first");
  board.tallies.back().set_name(name);
  // CHECK: :[[@LINE+1]]:3: error: what 'name' points to
  name->append("second");
  // Read, kept, or handed over once it is as it shall be.
  auto last = std::make_shared<int>(*other + static_cast<int>(name->size()));
  board.last = last;
  *last = 7;
  board.tallies.emplace_back(last);
  return board;
}

#include "unsupported-handed-value.run.h"
