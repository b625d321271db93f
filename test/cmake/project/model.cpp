#include "model.h"

#include <utility>

namespace app {

Model::Model(Size size, std::string name) : size_(size), name_(std::move(name)) {}

}  // namespace app
