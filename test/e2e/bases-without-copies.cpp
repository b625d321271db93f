// Classes that say they can be copied, and cannot: a virtual destructor leaves them a copy alone, and they keep what
// only moves. They are held as bases of what is made, as gRPC's services are.
#include <run/run.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Service {
 public:
  virtual ~Service() = default;
  virtual int id() const { return 0; }

 protected:
  Service() = default;

 private:
  std::vector<std::unique_ptr<int>> methods_;
};

class Greeter : public Service {
 public:
  explicit Greeter(int id) : id_(id) {}
  int id() const override { return id_; }

 private:
  int id_;
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual int id() const { return 7 + power_ + extra; }
  void set_power(int power) { power_ = power; }
  int extra = 0;

 private:
  std::vector<std::unique_ptr<int>> parts_;
  int power_ = 0;
};

class Diesel : public Engine {
 public:
  explicit Diesel(int id) : id_(id) {}
  int id() const override { return id_; }

 private:
  int id_;
};

inline std::unique_ptr<Engine> make_engine(int id) { return std::make_unique<Diesel>(id); }

class Server {
 public:
  Server(std::vector<std::shared_ptr<Service>> services, std::unique_ptr<Engine> engine)
      : services_(std::move(services)), engine_(std::move(engine)) {}
  int id() const {
    int sum = engine_->id();
    for (const auto& service : services_) sum = 10 * sum + service->id();
    return sum;
  }

 private:
  std::vector<std::shared_ptr<Service>> services_;
  std::unique_ptr<Engine> engine_;
};

struct Yard {
  std::shared_ptr<Greeter> greeter{};
  std::map<std::string, std::shared_ptr<Engine>> engines{};
  std::optional<std::shared_ptr<Service>> service{};
  int id() const { return 100 * greeter->id() + 10 * engines.at("a")->id() + service.value()->id(); }
};

class Inspected {
 public:
  explicit Inspected(const Engine& engine) : id_(engine.id()) {}
  int id() const { return id_; }

 private:
  int id_;
};

[[run::autoconvert]] std::unique_ptr<Server> server() {
  auto greeter = std::make_shared<Greeter>(3);
  std::vector<std::shared_ptr<Service>> services{greeter, greeter, std::make_shared<Greeter>(5)};
  return std::make_unique<Server>(services, std::make_unique<Diesel>(2));
}

[[run::autoconvert]] std::unique_ptr<Server> with_base(std::shared_ptr<Service> service) {
  return std::make_unique<Server>(std::vector<std::shared_ptr<Service>>{service}, std::make_unique<Engine>());
}

[[run::autoconvert]] Yard yard() {
  Yard yard{.greeter = std::make_shared<Greeter>(4)};
  yard.engines["a"] = make_engine(3);
  yard.service = std::make_shared<Greeter>(9);
  return yard;
}

/// Its copies are for what is derived from it; a move is a copy.
class Named {
 public:
  virtual ~Named() = default;

 protected:
  explicit Named(std::string name) : name_(std::move(name)) {}
  Named(const Named&) = default;
  Named& operator=(const Named&) = default;
  std::string name_;
};

class Stop : public Named {
 public:
  explicit Stop(std::string name, int platform = 1) : Named(std::move(name)), platform_(platform) {}
  bool operator==(const Stop& other) const { return name_ == other.name_ && platform_ == other.platform_; }

 private:
  int platform_;
};

[[run::autoconvert]] std::vector<Stop> stops() {
  std::vector<Stop> stops{Stop("a", 4)};
  stops.push_back(Stop("b"));
  return stops;
}

[[run::autoconvert]] Inspected inspected() { return Inspected(Diesel(6)); }

[[run::autoconvert]] Inspected inspected_when_set() {
  Engine engine;
  engine.set_power(3);
  engine.extra = 2;
  return Inspected(engine);
}

/// Neither `&` nor `new` says what it says elsewhere.
class Local {
 public:
  explicit Local(int id) : id_(id) {}
  void set_bonus(int bonus) { id_ += bonus; }
  Local* operator&() = delete;
  static void* operator new(std::size_t) = delete;
  int id() const { return id_; }

 private:
  int id_;
};

[[run::autoconvert]] Local local() {
  Local local(3);
  local.set_bonus(4);
  return local;
}

}  // namespace app

#include "bases-without-copies.run.h"

int main() {
  CHECK(run::build<std::unique_ptr<app::Server>>(run::autoconvert<app::server>())->id() == app::server()->id());
  const auto service = std::make_shared<app::Greeter>(8);
  CHECK(run::build<std::unique_ptr<app::Server>>(run::autoconvert<app::with_base>(service))->id() == 78);
  auto yard = run::autoconvert<app::yard>();
  CHECK(app::Yard(run::build(yard)).id() == 439 && app::yard().id() == 439);
  CHECK(run::from_yaml<app::Yard>(run::to_yaml(yard)) == yard);
  CHECK(run::build(run::autoconvert<app::stops>()) == app::stops());
  CHECK(app::Inspected(run::build(run::autoconvert<app::inspected>())).id() == 6);
  CHECK(app::Inspected(run::build(run::autoconvert<app::inspected_when_set>())).id() == 12);
  CHECK(app::inspected_when_set().id() == 12);
  const app::Local local = run::build(run::autoconvert<app::local>());
  CHECK(local.id() == 7);
  return check_result();
}
