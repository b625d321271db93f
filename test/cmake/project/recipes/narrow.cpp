#include "narrow.h"

namespace app {

[[run::autoconvert]]
std::unique_ptr<Model> narrower(int depth) {
  return std::make_unique<Model>(narrow(depth), "narrower");
}

}  // namespace app
