// p.field.reset(v): the smart pointer takes over what a function made.
#include <run/run.h>

#include <memory>
#include <utility>

#include "../conformance/samples/check.h"

namespace app {

struct Policy {
  explicit Policy(int n) : bits(n) {}
  virtual ~Policy() = default;
  virtual int kind() const { return 0; }
  int bits;
};
struct Bloom : Policy {
  using Policy::Policy;
  int kind() const override { return 1; }
};

inline const Policy* new_bloom(int bits) { return new Bloom(bits); }
inline Policy* new_policy(int bits, bool is_bloom = true) { return is_bloom ? new Bloom(bits) : new Policy(bits); }

class Table {
 public:
  Table() = default;
  std::shared_ptr<const Policy> filter;
  std::unique_ptr<Policy> own;
  std::shared_ptr<Policy> spare = std::make_shared<Policy>(9);
};

[[run::autoconvert]]
Table table(int bits) {
  Table table;
  table.filter.reset(new_bloom(bits));
  table.own.reset(new_policy(bits + 1,
                             false));  // a plain one
  table.spare.reset();
  return table;
}

[[run::autoconvert]]
std::shared_ptr<Table> held(int bits) {
  auto table = std::make_shared<Table>();
  table->filter.reset(new_bloom(bits));
  table->own.reset(nullptr);
  (*table).filter.reset(new_policy(bits));
  return table;
}

}  // namespace app

#include "reset.run.h"

int main() {
  const app::Table built = run::build(run::autoconvert<app::table>(3));
  const app::Table wanted = app::table(3);
  CHECK(built.filter->bits == wanted.filter->bits && built.filter->kind() == wanted.filter->kind());
  CHECK(built.own->bits == wanted.own->bits && built.own->kind() == wanted.own->kind());
  CHECK(!built.spare && !wanted.spare);

  const auto cfg = run::autoconvert<app::held>(5);
  const auto shared = run::build<std::shared_ptr<app::Table>>(cfg);
  CHECK(shared->filter->bits == app::held(5)->filter->bits);
  CHECK(!shared->own);
  CHECK(run::from_yaml<app::Table>(run::to_yaml(cfg)) == cfg);
  return check_result();
}
