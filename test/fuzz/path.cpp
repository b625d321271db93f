// Paths: nothing crashes, wherever they lead and whatever is set there. The first line is the path, the rest the text.
#include "fuzz.h"
#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  const std::string path(input.substr(0, end));
  const std::string text(end == std::string_view::npos ? "1" : input.substr(end + 1));
  run::Config<zoo::Everything> config({.numbers = {1, 2}, .leaves = {{"a.b", run::Config<zoo::Leaf>({.size = 1})}}});
  std::string error;
  (void)fuzz::tried([&] { return run::detail::parse_path(path).size(); }, error);
  (void)fuzz::tried([&] { return config.has(path); }, error);
  const bool set = fuzz::tried([&] { return config.set(path, text), true; }, error).has_value();
  if (set && !path.empty() && !config.has(path)) fuzz::fail("what was set is not there", path, text);
  if (set) fuzz::comes_back(config);
  (void)fuzz::tried([&] { return config.unset(path), true; }, error);
  return 0;
}
