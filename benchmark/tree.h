// What the benchmarks configure: trees of nodes with four scalars each.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace bench {

struct [[run::configurable]] Tree {
  int width = 0;
  double rate = 0;
  bool bias = false;
  std::string name;
  std::vector<std::unique_ptr<Tree>> children;
};

}  // namespace bench
