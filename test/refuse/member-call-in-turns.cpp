// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A setter that may add, called in each turn of a loop on what the former turn has made.
#include <memory>
#include <string>
#include <utility>
#include <vector>

class Tags {
 public:
  Tags& tag(std::string text);
  void set_limit(int limit);
  void set_limit(const std::string& limit);
  void set_size(int size);

 private:
  std::string all_;
};
struct Board {
  Tags first{};
  Tags last{};
  std::vector<Tags> all{};
};

[[run::autoconvert(allow_control_flow)]] Tags copied(int n) {
  Tags tags;
  for (int i = 0; i < n; ++i) {
    Tags copy = tags;
    // CHECK: :[[@LINE+2]]:10: error: the member function 'tag' is called on a configured object of type 'Tags', which does not exist while the recipe is converted [run-member-call]
    // CHECK: note: 'tag' is called more than once, and nothing says that it replaces what it set
    copy.tag("i");
    tags = copy;
  }
  return tags;
}
[[run::autoconvert(allow_control_flow)]] Board members(int n) {
  Board board;
  for (int i = 0; i < n; ++i) {
    board.last = board.first;
    // CHECK: :[[@LINE+1]]:16: error: {{.*}}'tag'{{.*}} [run-member-call]
    board.last.tag("i");
    board.first = board.last;
  }
  return board;
}
[[run::autoconvert(allow_control_flow)]] Board elements(int n) {
  Board board;
  board.all.push_back(Tags());
  for (int i = 0; i < n; ++i) {
    board.all.push_back(board.all.back());
    // CHECK: :[[@LINE+1]]:22: error: {{.*}}'tag'{{.*}} [run-member-call]
    board.all.back().tag("i");
  }
  return board;
}
[[run::autoconvert(allow_control_flow)]] Tags overloads(int n) {
  Tags tags;
  for (int i = 0; i < n; ++i) {
    Tags copy = std::move(tags);
    if (i == 0)
      // CHECK: :[[@LINE+1]]:12: error: another function 'set_limit' is called on this object in another turn of the loop, and nothing says that one replaces what the other one set [run-member-call]
      copy.set_limit(3);
    else
      copy.set_limit("x");
    tags = std::move(copy);
  }
  return tags;
}

[[run::autoconvert(allow_control_flow)]] Board fine(int n) {
  Board board;
  board.first = Tags();
  Tags plain;
  plain.set_size(2);
  for (int i = 0; i < n; ++i) {
    Tags copy = plain;
    copy.tag("i");
    board.all.push_back(copy);
    board.last = copy;
    Tags next = board.first;
    next.set_size(i);
    board.first = next;
  }
  return board;
}

#include "member-call-in-turns.run.h"
