// Diffs as JSON: whatever is read is shown, written and applied, and a configuration is changed as a whole or not at
// all.
#include "fuzz.h"
#include "parts.h"

namespace {

run::Config<parts::Part> graph() {
  run::Shared<parts::Part> spare = run::Config<parts::Part>({.name = "spare", .weight = 2});
  run::Config<parts::Part> car({.name = "car"});
  car->children = run::Config<std::vector<std::shared_ptr<parts::Part>>>();
  car->children.push_back(spare);
  car->children.push_back(run::Config<parts::Wheel>({.name = "wheel", .sizes = {1, 2, 3}, .radius = 30}));
  car->children.push_back(spare);
  car->named = run::Config<std::map<std::string, std::shared_ptr<parts::Part>>>();
  car->named["a b"] = spare;
  car->child = run::Config<parts::Part>({.name = "trailer", .mood = zoo::Mood::wild});
  car->table = {{1, 2}, {3}};
  car->ports = {{80, "http"}};
  return car;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string error;
  const auto diff = fuzz::tried([&] { return run::diff_from_json(text, "f"); }, error);
  if (!diff) {
    if (!error.starts_with("f:")) fuzz::fail("an error without a place", text, error);
    return 0;
  }
  run::to_text(*diff);
  const std::string json = run::to_json(*diff);
  if (run::to_json(run::diff_from_json(json)) != json) fuzz::fail("not the same in JSON", text, json);

  const run::Config<parts::Part> before = graph();
  run::Config<parts::Part> after = before;
  const auto applied = fuzz::tried([&] { return run::apply(*diff, after), true; }, error);
  if (!applied && !(before == after)) fuzz::fail("changed in part", text, error);
  if (!applied) return 0;
  run::Config<parts::Part> again = before;
  run::apply(run::diff(before, after), again);
  if (!(again == after)) fuzz::fail("not the same again", text, run::to_yaml(after));
  return 0;
}
