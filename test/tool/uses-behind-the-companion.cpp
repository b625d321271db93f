// What stands behind the include of the companion uses what does not exist yet: the compiler's errors there, and those
// of the templates that it instantiates, say nothing.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- %flags 2>&1 | count 0
#include <run/run.h>

class Layer {
 public:
  explicit Layer(int width) : width_(width) {}
  int width() const { return width_; }

 private:
  int width_;
};

[[run::autoconvert]] inline Layer layer(int n) { return Layer(n); }

#include "uses-behind-the-companion.run.h"

inline auto wide = run::autoconvert<layer>(1024);
inline auto narrow() { return run::autoconvert<layer>(1); }
int main() { return run::build(wide).width() == 1024 ? 0 : 1; }
