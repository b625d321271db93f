// Classes and enumerations whose name is that of something else, too, as `struct stat` beside `stat()` in C: the name
// alone means the other.
#include <run/run.h>

#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

// As a library's header does it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
namespace lib {

struct info {
  struct part {
    int size = 1;
    bool operator==(const part&) const = default;
  };
  int size = 1;
  part first{};
  std::vector<part> parts{};
  bool operator==(const info&) const = default;
};
inline struct info info(int size, int parts = 0) {
  struct info made;
  made.size = size;
  made.parts.resize(static_cast<std::size_t>(parts));
  return made;
}

enum level { low, high };
inline constexpr int level = 3;

template <class T>
struct Box {
  T held{};
  bool operator==(const Box&) const = default;
};

class Gradient {
 public:
  struct Stop {
    int color = 0;
    enum level level = low;
    bool operator==(const Stop&) const = default;
  };
  Gradient() = default;
  explicit Gradient(const struct info& of, enum level at = low) : of_(of), at_(at) {}
  explicit Gradient(const std::vector<struct info>& of) : of_(of.front()), at_(high) {}
  Gradient& Stop(int color) {
    struct Stop stop;
    stop.color = color;
    stops.push_back(stop);
    return *this;
  }
  void set_info(const struct info& of) { of_ = of; }
  void set_level(enum level at) { at_ = at; }
  std::vector<struct Stop> stops{};
  struct Stop last {};
  bool operator==(const Gradient&) const = default;

 private:
  struct info of_ {};
  enum level at_ = low;
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual int power() const = 0;
};
class diesel : public Engine {
 public:
  explicit diesel(int power) : power_(power) {}
  int power() const override { return power_; }

 private:
  int power_;
};
inline std::unique_ptr<class diesel> diesel(double power) {
  return std::make_unique<class diesel>(static_cast<int>(power));
}

}  // namespace lib
#pragma GCC diagnostic pop

[[run::autoconvert]] struct lib::info fields(int n) {
  struct lib::info made;
  made.size = n;
  made.first.size = n + 1;
  made.parts.push_back({.size = n + 2});
  return made;
}
[[run::autoconvert]] struct lib::info braces(int n) { return {.size = n, .first = {.size = 2}}; }
[[run::autoconvert]] struct lib::info called(int n) { return lib::info(n, 2); }
[[run::autoconvert]] std::shared_ptr<struct lib::info> held(int n) {
  auto made = std::make_shared<struct lib::info>();
  made->size = n;
  return made;
}
[[run::autoconvert]] lib::Box<struct lib::info> boxed(const struct lib::info& of) { return {of}; }
[[run::autoconvert]] lib::Box<enum lib::level> leveled() { return {lib::high}; }
[[run::autoconvert]] lib::Gradient gradient(int n) {
  lib::Gradient made(fields(n), lib::high);
  made.set_level(lib::low);
  made.last.color = lib::level;
  made.last.level = lib::high;
  struct lib::Gradient::Stop stop {
    n
  };
  made.stops = {stop, {.color = 2}};
  return made;
}
[[run::autoconvert]] lib::Gradient overloaded(int n) {
  return lib::Gradient(std::vector<struct lib::info>{{.size = n}, {.size = 2}});
}
[[run::autoconvert]] std::unique_ptr<lib::Engine> engine(int n) { return std::make_unique<class lib::diesel>(n); }
[[run::autoconvert]] std::unique_ptr<lib::Engine> made_engine() { return lib::diesel(2.5); }

#include "hidden-names.run.h"

template <class T, class C>
bool holds(const C& config, const T& wanted) {
  return run::build<T>(config) == wanted && run::from_yaml<T>(run::to_yaml(config)) == config;
}

int main() {
  CHECK(holds(run::autoconvert<fields>(4), fields(4)));
  CHECK(holds(run::autoconvert<braces>(4), braces(4)));
  CHECK(run::build(run::autoconvert<called>(4)) == called(4));
  CHECK(*run::build<std::shared_ptr<struct lib::info>>(run::autoconvert<held>(4)) == *held(4));
  CHECK(holds(run::autoconvert<boxed>(run::autoconvert<braces>(5)), boxed(braces(5))));
  CHECK(holds(run::autoconvert<leveled>(), leveled()));
  CHECK(holds(run::autoconvert<gradient>(4), gradient(4)));
  CHECK(holds(run::autoconvert<overloaded>(4), overloaded(4)));
  CHECK(run::build<std::unique_ptr<lib::Engine>>(run::autoconvert<engine>(4))->power() == 4);
  CHECK(run::build<std::unique_ptr<lib::Engine>>(run::autoconvert<made_engine>())->power() == 2);
  CHECK(contains(run::to_yaml(run::autoconvert<fields>(4)), "_target_: lib::info\n"));
  CHECK(contains(run::to_yaml(run::autoconvert<gradient>(4)), "level: high"));
  return check_result();
}
