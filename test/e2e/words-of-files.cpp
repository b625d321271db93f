// Arguments that are called as a word that files have for something else: built, edited and set by place, they are
// arguments like others; by name no file can say them, and none is written.
#include <run/run.h>

#include <filesystem>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

struct Words {
  int plain = 0;
  int _target_ = 0, _factory_ = 0, _partial_ = 0, _call_ = 0, _args_ = 0, _in_place_ = 0, _recursive_ = 0;
  int _convert_ = 0, _each_call_ = 0, _map_ = 0, _id_ = 0, _ref_ = 0, _value_ = 0;
  bool operator==(const Words&) const = default;
};
struct Holder {
  std::vector<Words> all;
  bool operator==(const Holder&) const = default;
};

class Task {
 public:
  explicit Task(int _target_, int _args_ = 2, int _partial_ = 3) : sum_(_target_ + 10 * _args_ + 100 * _partial_) {}
  bool operator==(const Task&) const = default;

 private:
  int sum_;
};

[[run::autoconvert]] Holder plain(int n) { return Holder{{Words{.plain = n}}}; }
[[run::autoconvert]] Task task(int n) { return Task(n, 1, 4); }

}  // namespace app

#include "words-of-files.run.h"

template <class Action>
std::string error_of(Action&& action) {
  try {
    action();
  } catch (const run::Error& error) {
    return error.what();
  }
  return {};
}

int main() {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "run-words-of-files.yaml";
  std::filesystem::remove(file);
  for (const std::string word : {"_target_", "_factory_", "_partial_", "_call_", "_args_", "_in_place_", "_recursive_",
                                 "_convert_", "_each_call_", "_map_", "_id_", "_ref_", "_value_"}) {
    auto cfg = run::autoconvert<app::plain>(3);
    CHECK(run::from_yaml<app::Holder>(run::to_yaml(cfg)) == cfg);
    cfg.set("all[0]." + word, "3");
    const std::string expected =
        "all[0]." + word + ": an argument of this name cannot be written: the word means something else in a file";
    CHECK(error_of([&] { run::to_yaml(cfg); }) == expected);
    CHECK(error_of([&] { run::to_json(cfg); }) == expected);
    CHECK(error_of([&] { run::to_toml(cfg); }) == expected);
    CHECK(error_of([&] { run::to_file(cfg, file.string()); }) == expected);
    CHECK(!std::filesystem::exists(file));
    CHECK(run::build(cfg) != run::build(run::autoconvert<app::plain>(3)));
  }
  const auto cfg = run::autoconvert<app::task>(5);
  CHECK(run::build(cfg) == app::task(5));
  CHECK(error_of([&] { run::to_yaml(cfg); }).starts_with("_target_: "));
  CHECK(run::from_yaml<app::Task>("{_target_: app.Task, _args_: [5, 1, 4]}") == cfg);
  CHECK(run::from_json<app::Task>(R"({"_args_": [5, 1], "_target_": "app::Task"})") ==
        run::from_toml<app::Task>("_target_ = 'app.Task'\n_args_ = [5, 1]"));
}
