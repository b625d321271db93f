// A std::weak_ptr sees the object that others hold: one node, built once.
#include <run/run.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Pool {
  explicit Pool(int s) : size(s) {}
  int size;
};

class Logger {
 public:
  Logger(std::string name, std::weak_ptr<Pool> pool) : name_(std::move(name)) { set_pool(std::move(pool)); }
  void set_pool(std::weak_ptr<Pool> pool) {
    seen_ = pool.expired() ? -1 : pool.lock()->size;
    pool_ = std::move(pool);
  }
  int seen() const { return seen_; }
  std::shared_ptr<Pool> pool() const { return pool_.lock(); }

 private:
  std::string name_;
  std::weak_ptr<Pool> pool_;
  int seen_ = 0;
};

struct Service {
  std::shared_ptr<Pool> own{};
  std::weak_ptr<Pool> sees{};
  std::vector<std::weak_ptr<Pool>> all{};
  std::shared_ptr<Logger> log{};
};

inline std::weak_ptr<Pool> common_pool() {
  static const auto pool = std::make_shared<Pool>(8);
  return pool;
}

// Nobody holds the pool any more when the logger is there.
[[run::autoconvert]] std::shared_ptr<Logger> alone() {
  auto pool = std::make_shared<Pool>(3);
  return std::make_shared<Logger>("alone", pool);
}
[[run::autoconvert]] Service members() {
  auto pool = std::make_shared<Pool>(4);
  Service service;
  service.own = pool;
  service.sees = pool;
  service.all.push_back(pool);
  service.log = std::make_shared<Logger>("members", pool);
  service.log->set_pool(service.own);
  return service;
}
[[run::autoconvert]] Service in_braces() {
  auto pool = std::make_shared<Pool>(5);
  std::weak_ptr<Pool> weak = pool;
  return Service{.own = pool, .sees = std::move(weak), .all = {pool, pool}};
}
[[run::autoconvert]] Service handed(std::shared_ptr<Pool> pool) { return Service{.own = pool, .sees = pool}; }
[[run::autoconvert]] Service seen(std::weak_ptr<Pool> pool) { return Service{.sees = pool}; }
[[run::autoconvert]] Service called() { return Service{.sees = common_pool()}; }

}  // namespace app

#include "weak-pointers.run.h"

int main() {
  const auto logger = run::build<std::shared_ptr<app::Logger>>(run::autoconvert<app::alone>());
  CHECK(logger->seen() == 3 && logger->seen() == app::alone()->seen() && logger->pool() == nullptr);

  const auto members = run::build(run::autoconvert<app::members>());
  CHECK(members.own->size == 4 && members.sees.lock() == members.own);
  CHECK(members.all.size() == 1 && members.all[0].lock() == members.own && members.log->pool() == members.own);

  auto config = run::autoconvert<app::in_braces>();
  config->sees->s = 9;
  const auto read = run::from_yaml<app::Service>(run::to_yaml(config));
  CHECK(read == config);
  for (const auto& service : {run::build(config), run::build(read)})
    CHECK(service.own->size == 9 && service.sees.lock() == service.own && service.all[1].lock() == service.own);

  const auto pool = std::make_shared<app::Pool>(7);
  CHECK(run::build(run::autoconvert<app::handed>(pool)).sees.lock() == pool);
  CHECK(run::build(run::autoconvert<app::seen>(std::weak_ptr<app::Pool>(pool))).sees.lock() == pool);
  CHECK(run::build(run::autoconvert<app::seen>(pool)).sees.lock() == pool);
  CHECK(run::build(run::autoconvert<app::seen>(nullptr)).sees.expired());
  CHECK(run::build(run::autoconvert<app::called>()).sees.lock() == app::common_pool().lock());
  return check_result();
}
