// What a shared pointer holds, set where no shared pointer is, is copied: afterwards each has its own. And diffs of
// objects that stand where none need be said.
#include <run/run.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Part {
  int size = 1;
  std::shared_ptr<Part> inner;
};
struct Other {
  int number = 2;
};
struct Whole {
  std::shared_ptr<Part> shared;
  std::shared_ptr<Part> again;
  std::unique_ptr<Part> own;
  std::map<std::string, std::unique_ptr<Part>> owns;
  std::vector<Part> list;
  std::vector<std::unique_ptr<Part>> owned;
  Part part;
  std::optional<Part> maybe;
  std::vector<std::shared_ptr<Other>> others;
  std::variant<int, Part, std::shared_ptr<Other>> any = 3;
};

}  // namespace app

[[run::autoconvert]] inline app::Whole whole() {
  app::Whole made;
  made.shared = std::make_shared<app::Part>();
  made.shared->size = 4;
  made.shared->inner = std::make_shared<app::Part>();
  made.list = {app::Part{.size = 2, .inner = nullptr}};
  return made;
}

#include "shared-and-owned.run.h"

int main() {
  const auto original = run::autoconvert<whole>();
  const auto is_its_own = [](run::Config<app::Whole>& cfg, const std::string& path) {
    CHECK(cfg.get<int>(path + ".size") == 4);
    CHECK(run::from_yaml<app::Whole>(run::to_yaml(cfg)) == cfg);
    CHECK(run::from_json<app::Whole>(run::to_json(cfg)) == cfg);
    cfg[path]["size"] = 5;
    CHECK(cfg.get<int>("shared.size") == 4);
    cfg[path]["inner"]["size"] = 9;  // a copy has the same one
    CHECK(cfg.get<int>("shared.inner.size") == 9);
    CHECK(run::build(cfg).shared->size == 4);
  };
  for (const std::string path : {"own", "part", "maybe", "list[0]", "any"}) {
    auto cfg = original;
    cfg[path] = cfg["shared"];
    is_its_own(cfg, path);
  }
  auto cfg = original;
  cfg.set("owns", "{}");
  cfg.set("owned", "[]");
  cfg->owns["a"] = cfg->shared;
  is_its_own(cfg, "owns[a]");
  cfg["owned"].push_back(cfg["shared"]);
  is_its_own(cfg, "owned[0]");
  cfg["list"].insert(1, cfg["shared"]);
  is_its_own(cfg, "list[1]");
  CHECK(cfg.broadcast("own", cfg["shared"]) == 1);
  is_its_own(cfg, "own");
  cfg["again"] = cfg["shared"];
  cfg["again"]["size"] = 6;
  CHECK(cfg.get<int>("shared.size") == 6);

  // An alternative that is an object is one, whatever else the variant may hold.
  cfg["any"] = run::Config<app::Part>({.size = 7});
  cfg["list[0]"] = cfg["any"];
  cfg["any.size"] = 1;
  CHECK(cfg.get<int>("list[0].size") == 7);

  // What is the same as the default may stand elsewhere now.
  auto before = original;
  before["part"] = run::Config<app::Part>({.size = 1});
  auto after = original;
  after["list"].push_back(run::Config<app::Part>({.size = 1}));
  const run::Diff diff = run::diff(before, after);
  CHECK(run::to_text(diff) == "> list[1]: moved from part\n- part: it stands elsewhere\n");
  run::apply(diff, before);
  CHECK(before == after);
  before["list[1].size"] = 3;
  CHECK(!before.has("part.size") || before.get<int>("part.size") == 1);

  // What becomes another target's may be shared where it could not before.
  before = original;
  before["any"] = run::Config<app::Part>({.size = 7});
  after = original;
  after["any"] = run::Config<app::Other>({.number = 5});
  after.set("others", "[]");
  after["others"].push_back(after["any"]);
  run::apply(run::diff_from_json(run::to_json(run::diff(before, after))), before);
  CHECK(before == after);
  before["any.number"] = 6;
  CHECK(before.get<int>("others[0].number") == 6);
  return check_result();
}
