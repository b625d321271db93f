// Words of a command line: nothing crashes, and what a value says is read as an argument's type or refused.
#include "Override.h"

#include "DocumentReader.h"
#include "Literal.h"
#include "fuzz.h"
#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view word(reinterpret_cast<const char*>(data), size);
  if (word.find('@') != std::string_view::npos) return 0;  // files
  std::string error;
  const auto read = fuzz::tried([&] { return run::detail::parse_override(word); }, error);
  const std::size_t offset = read ? read->offset : 0;
  const auto document = fuzz::tried([&] { return run::detail::parse_literal(word, offset); }, error);
  if (!document) return 0;
  const run::TargetInfo& target = run::detail::info<zoo::Everything>();
  for (const run::Parameter& parameter : target.parameters)
    (void)fuzz::tried([&] { return run::detail::read_value(*document, 0, parameter.types, parameter.name); }, error);
  if (!read) return 0;
  run::Config<zoo::Everything> config;
  if (fuzz::tried([&] { return config.set(read->path, read->value), true; }, error)) fuzz::comes_back(config);
  return 0;
}
