// The law for classes that can be neither copied nor moved, for factories that return pointers, and for deep nesting.
#include <run/run.h>

#include <memory>
#include <mutex>
#include <utility>

#include "../conformance/samples/check.h"

namespace app {

class Lock {
 public:
  explicit Lock(int id) : id_(id) {}
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  int id() const { return id_; }

 private:
  std::mutex mutex_;
  int id_;
};

// Takes the lock by value: only a prvalue can be given.
struct Guarded {
  Lock lock;
  int value = 2;
};

class Base {
 public:
  virtual ~Base() = default;
  virtual int id() const = 0;
};

class Leaf : public Base {
 public:
  explicit Leaf(int id) : id_(id) {}
  int id() const override { return id_; }

 private:
  int id_;
};

inline Leaf* raw(int id) { return new Leaf(id); }
inline std::unique_ptr<Leaf> owned(int id, int more = 1) { return std::make_unique<Leaf>(id + more); }

class Tree {
 public:
  Tree(std::unique_ptr<Base> left, std::shared_ptr<const Base> right, std::unique_ptr<Lock> lock)
      : left_(std::move(left)), right_(std::move(right)), lock_(std::move(lock)) {}
  int sum() const { return left_->id() * 100 + right_->id() * 10 + lock_->id(); }

 private:
  std::unique_ptr<Base> left_;
  std::shared_ptr<const Base> right_;
  std::unique_ptr<Lock> lock_;
};

[[run::autoconvert]] Guarded guarded(int n) { return {Lock(n), n + 1}; }
[[run::autoconvert]] Tree tree(int n) { return Tree(owned(n), owned(n, 3), std::make_unique<Lock>(n)); }
[[run::autoconvert]] Tree adopted(int n) {
  std::unique_ptr<Base> left(raw(n));
  return Tree(std::move(left), std::make_shared<Leaf>(2), std::make_unique<Lock>(n));
}

}  // namespace app

#include "immovable.run.h"

int main() {
  const app::Guarded built = run::build(run::autoconvert<app::guarded>(4));
  CHECK(built.lock.id() == app::guarded(4).lock.id() && built.value == app::guarded(4).value);
  CHECK(run::build(run::autoconvert<app::tree>(3)).sum() == app::tree(3).sum());
  CHECK(run::build(run::autoconvert<app::adopted>(3)).sum() == app::adopted(3).sum());
  return check_result();
}
