// No companion and no library: recipes build their objects.
#include "recipes/decoder.h"
#include "recipes/encoder.h"

int main() { return app::decoder()->size().width == 32 && app::encoder(1)->size().depth == 12 ? 0 : 1; }
