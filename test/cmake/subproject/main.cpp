#include "recipes/small.run.h"

int main() { return run::build(run::autoconvert<small>()).width == 32 ? 0 : 1; }
