// Static functions of an exempt class are called while a recipe is converted, as those of one that a policy exempts.
#include <run/run.h>

#include "../conformance/samples/check.h"

namespace app {

inline int calls = 0;

struct [[run::exempt]] Units {
  static int pixels(int points) { return ++calls, points * 4 / 3; }
};

template <class T>
struct [[run::exempt]] Scale {
  static T twice(T value) { return 2 * value; }
};

struct [[run::exempt]] Span {
  int low = 0;
  int high = 0;
  static Span upTo(int high) { return Span{.low = 0, .high = high}; }
  bool operator==(const Span&) const = default;
};

struct Page {
  int width = 0;
  int height = 0;
  Span range = {};
  bool operator==(const Page&) const = default;
};

[[run::autoconvert]] inline Page page(int points) {
  return Page{.width = Units::pixels(points) * 2, .height = Scale<int>::twice(points), .range = Span::upTo(points)};
}

}  // namespace app

#include "exempt-static.run.h"

int main() {
  app::calls = 0;
  const auto cfg = run::autoconvert<app::page>(6);
  CHECK(app::calls == 1);
  const app::Page built = run::build(cfg);
  CHECK(app::calls == 1);
  CHECK(built == app::page(6));
  return check_result();
}
