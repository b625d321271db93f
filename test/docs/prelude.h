// What each example of a page begins with.
#include <run/run.h>

#include <array>
#include <cassert>
#include <cmath>
#include <coroutine>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// build(autoconvert<f>()) is f().
template <auto f>
bool obeys_the_law() {
  const auto direct = f();
  const auto built = run::build<std::remove_cv_t<decltype(direct)>>(run::autoconvert<f>());
  if constexpr (requires { *direct == *built; })
    return *direct == *built;
  else if constexpr (requires { *direct; })
    return (direct == nullptr) == (built == nullptr);
  else if constexpr (requires { direct == built; })
    return direct == built;
  else
    return true;
}
