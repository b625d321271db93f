#include "deep.run.h"
#include "presets/small.run.h"

#include <run/run.h>

int main() {
  return run::build(run::autoconvert<app::small>()).name() == "hello, world" &&
                 run::build(run::autoconvert<app::deep>()).size().depth == 96
             ? 0
             : 1;
}
