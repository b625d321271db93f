// Where random tests begin.
#pragma once

#include <cstdlib>
#include <string>

/// The same in every run; RUN_TEST_SEED=100 tries others.
inline unsigned first_seed(unsigned usual) {
  const char* wanted = std::getenv("RUN_TEST_SEED");
  return wanted == nullptr ? usual : static_cast<unsigned>(std::stoul(wanted));
}
