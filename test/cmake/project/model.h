#pragma once

#include <memory>
#include <string>

namespace app {

struct Size {
  int width = 16;
  int depth = 2;
  bool operator==(const Size&) const = default;
};

class Model {
 public:
  explicit Model(Size size, std::string name = "model");
  const Size& size() const { return size_; }
  const std::string& name() const { return name_; }

 private:
  Size size_;
  std::string name_;
};

}  // namespace app
