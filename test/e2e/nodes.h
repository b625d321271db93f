// A class whose constructor computes one of its members, to be set as a whole or in part.
#pragma once

#include <string>
#include <vector>

namespace app {

struct Inner {
  int x = 1;
  std::string text = "t";
  bool operator==(const Inner&) const = default;
};

class Node {
 public:
  explicit Node(int id = 0) : box{id + 100, "made"}, id_(id) {}
  bool operator==(const Node&) const = default;

  Inner box;
  Inner other{7, "o"};
  std::vector<int> widths{1};

 private:
  int id_;
};

}  // namespace app
