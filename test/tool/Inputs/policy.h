#pragma once

namespace app {

struct Point {
  int x = 0;
  int y = 0;
};

struct Extra {
  int a = 1;
};

namespace math {
inline int twice(int n) { return 2 * n; }
}  // namespace math

inline int get_seed() { return 7; }
inline int get_more() { return 8; }

struct Model {
  Point at{};
  int seed = 0;
  int size = 0;
  int kept = 0;
};

[[run::autoconvert]] inline Model model(int n) {
  return Model{.at = Point{n, 2}, .seed = get_seed() + 1, .size = math::twice(n) * 3, .kept = get_more()};
}

}  // namespace app
