// The objects of the benchmark: trees with four scalars a node.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace forest {

/// An aggregate; children behind pointers.
struct [[run::configurable]] Tree {
  int width = 1;
  double rate = 0.5;
  std::int64_t seed = 0;
  bool bias = false;
  std::vector<std::unique_ptr<Tree>> children;
};

/// A class with a constructor; children by value.
class [[run::configurable]] Plant {
 public:
  explicit Plant(int width, double rate = 0.5, std::int64_t seed = 0, bool bias = false,
                 std::vector<Plant> children = {})
      : width_(width), rate_(rate), seed_(seed), bias_(bias), children_(std::move(children)) {}
  double sum() const { return width_ + rate_ + static_cast<double>(seed_) + bias_; }
  const std::vector<Plant>& children() const { return children_; }

 private:
  int width_;
  double rate_;
  std::int64_t seed_;
  bool bias_;
  std::vector<Plant> children_;
};

}  // namespace forest
