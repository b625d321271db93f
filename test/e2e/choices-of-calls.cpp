// `?:` between what functions give that are called when the object is built: plain pointers, numbers and texts.
#include <run/run.h>

#include <string>

#include "../conformance/samples/check.h"

namespace app {

struct Order {
  int step = 1;
};
inline const Order* forward() {
  static const Order order{1};
  return &order;
}
inline const Order* backward() {
  static const Order order{-1};
  return &order;
}
inline int made = 0;
inline int count(int n) { return ++made, 3 * n; }
inline std::string name(int n) { return std::string(static_cast<std::size_t>(n), 'x'); }

struct Table {
  const Order* order = nullptr;
  const Order* other = nullptr;
  int size = 0;
  std::string label{};
  bool operator==(const Table&) const = default;
};

[[run::autoconvert(allow_control_flow)]] inline Table table(bool back) {
  Table table{.order = back ? backward() : forward()};
  table.other = back ? nullptr : backward();
  table.size = back ? count(2) : 5;
  table.label = back ? "literal" : name(3);
  return table;
}

}  // namespace app

#include "choices-of-calls.run.h"

int main() {
  for (const bool back : {false, true}) {
    app::made = 0;
    const auto config = run::autoconvert<app::table>(back);
    CHECK(app::made == 0);
    CHECK(run::build(config) == app::table(back));
  }
  return check_result();
}
