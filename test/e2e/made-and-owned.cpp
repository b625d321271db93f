// Who owns what functions return plain pointers to, where building fails: the smart pointer that takes it, or nobody.
#include <run/run.h>

#include <memory>
#include <stdexcept>

#include "../conformance/samples/check.h"
namespace app {
inline int alive = 0;
inline int ended = 0;
class Tool {
 public:
  Tool() { ++alive; }
  Tool(const Tool&) = delete;
  virtual ~Tool() {
    --alive;
    ++ended;
  }
  void set_speed(int speed) {
    if (speed < 0) throw std::invalid_argument("slower than standing");
    speed_ = speed;
  }
  int speed() const { return speed_; }

 private:
  int speed_ = 0;
};
inline Tool* tool() { return new Tool; }
inline Tool* common() {
  static Tool one;
  return &one;
}
struct Bench {
  std::unique_ptr<Tool> own;
  std::shared_ptr<Tool> shared;
};
class Failing {
 public:
  explicit Failing(int n) {
    if (n < 0) throw std::invalid_argument("below");
  }
};
class User {
 public:
  User(Tool* tool, const Failing&) : tool_(tool) {}
  Tool* tool() const { return tool_; }

 private:
  Tool* tool_;
};

[[run::autoconvert]] inline std::unique_ptr<Tool> made(int speed) {
  std::unique_ptr<Tool> t(tool());
  t->set_speed(speed);
  return t;
}
[[run::autoconvert]] inline Bench bench(int a, int b) {
  Bench bench;
  bench.own = std::unique_ptr<Tool>(tool());
  bench.own->set_speed(a);
  bench.shared = std::shared_ptr<Tool>(tool());
  bench.shared->set_speed(b);
  return bench;
}
[[run::autoconvert]] inline User user(int n) { return User(common(), Failing(n)); }
}  // namespace app
#include "made-and-owned.run.h"
int main() {
  CHECK_THROWS(run::BuildError, run::build<std::unique_ptr<app::Tool>>(run::autoconvert<app::made>(-1)));
  CHECK(app::alive == 0);
  CHECK_THROWS(run::BuildError, run::build(run::autoconvert<app::bench>(1, -1)));
  CHECK(app::alive == 0);
  CHECK_THROWS(run::BuildError, run::build(run::autoconvert<app::bench>(-1, 1)));
  CHECK(app::alive == 0);
  app::common();
  const int ended = app::ended;
  CHECK_THROWS(run::BuildError, run::build(run::autoconvert<app::user>(-1)));
  CHECK(app::ended == ended);
  CHECK(run::build(run::autoconvert<app::user>(1)).tool() == app::common());
  return check_result();
}
