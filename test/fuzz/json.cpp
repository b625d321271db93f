// JSON: nothing crashes, and what is read can be written.
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_as_all({reinterpret_cast<const char*>(data), size}, run::Format::json);
  return 0;
}
