// YAML: nothing crashes; what the quick parser reads, it reads as yaml-cpp does; what is read can be written.
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using run::detail::Document;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string error;
  const auto simple = fuzz::tried(
      [&] {
        Document document("f", text);
        run::detail::check_text(document);
        return run::detail::parse_simple_yaml(document) ? fuzz::dump(document) : std::string();
      },
      error);
  if (simple && !simple->empty()) {
    const auto any = fuzz::tried(
        [&] {
          Document document("f", text);
          run::detail::parse_any_yaml(document);
          return fuzz::dump(document);
        },
        error);
    if (!any) fuzz::fail("yaml-cpp refuses what the quick parser read", text, error);
    if (*simple != *any) fuzz::fail("the parsers read different things", *simple, *any);
  }
  fuzz::read_as_all(text, run::Format::yaml);
  return 0;
}
