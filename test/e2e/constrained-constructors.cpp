// Constructors and functions that differ by a constraint alone, and what is computed while the program is compiled.
#include <run/run.h>

#include <string>
#include <type_traits>

#include "../conformance/samples/check.h"

namespace app {

template <class T>
class Limit {
 public:
  explicit Limit(T value)
  requires std::is_arithmetic_v<T>
      : value_(value), how_(1) {}
  explicit Limit(T value) : value_(value), how_(2) {}
  bool operator==(const Limit&) const = default;

 private:
  T value_;
  int how_;
};

template <class T>
class Gap {
 public:
  Gap()
  requires std::is_arithmetic_v<T>
      : how_(1) {}
  Gap() : how_(2) {}
  bool operator==(const Gap&) const = default;

 private:
  int how_;
};

struct Inner {
  int a = 1;
  int b = 2;
  bool operator==(const Inner&) const = default;
};
consteval Inner inner(int k) { return {k, k + 1}; }
consteval Inner operator""_in(unsigned long long n) { return {static_cast<int>(n), 7}; }

struct Outer {
  Inner in{};
  Inner other{};
  Limit<int> number{0};
  Limit<std::string> text{""};
  Gap<int> gap{};
  bool operator==(const Outer&) const = default;
};

[[run::autoconvert]] inline Outer outer(int k) {
  Outer outer{.number = Limit<int>(k), .text = Limit<std::string>("t"), .gap = Gap<int>()};
  outer.in = inner(3);
  outer.other = 5_in;
  return outer;
}

}  // namespace app

#include "constrained-constructors.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::outer>(3)) == app::outer(3));
  return check_result();
}
