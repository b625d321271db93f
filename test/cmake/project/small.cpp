#include "presets/small.run.h"

#include <run/run.h>

int main() { return run::build(run::autoconvert<app::small>()).name() == "hello, world" ? 0 : 1; }
