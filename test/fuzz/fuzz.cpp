// What the fuzz targets share, and what takes the compiler longest: configurations of every kind, read and written.
#include "fuzz.h"

#include <type_traits>

#include "DocumentReader.h"
#include "targets.h"

namespace fuzz {

namespace {

// What is read can be written in each format, and comes back as it was.
template <class T>
void each_format(const auto& config) {
  std::string error;
  const auto yaml = tried([&] { return run::to_yaml(config); }, error);
  if (!yaml) return;  // an alias of a list is more than kDeepest levels, for one
  if (!(run::from_yaml<T>(*yaml) == config))
    fail("not the same in YAML", *yaml, run::to_yaml(run::from_yaml<T>(*yaml)));
  const std::string json = run::to_json(config);
  if (!(run::from_json<T>(json) == config)) fail("not the same in JSON", json, *yaml);
  const std::string toml = run::to_toml(config);
  if (!(run::from_toml<T>(toml) == config)) fail("not the same in TOML", toml, *yaml);
}

// Where all mistakes are wanted, there are none in what can be read, and else the first is the one that is told alone.
template <class T>
void tells_all(std::string_view text, run::Format format, const std::string& error) {
  using run::detail::Document;
  run::detail::Mistakes mistakes;
  mistakes.tried([&] {
    const Document document = format == run::Format::yaml   ? run::detail::parse_yaml(text, "f")
                              : format == run::Format::json ? run::detail::parse_json(text, "f")
                                                            : run::detail::parse_toml(text, "f");
    run::detail::read_root(document, 0, run::detail::wanted<T>(), &mistakes);
  });
  const std::string first = mistakes.found().empty() ? "" : mistakes.found().front();
  if (first != error) fail("another mistake is told", first, error);
}

}  // namespace

void comes_back(const run::Config<zoo::Everything>& config) { each_format<zoo::Everything>(config); }

void read_as_all(std::string_view text, run::Format format) {
  const auto read = [&]<class T>(std::type_identity<T>) {
    std::string error;
    const auto config = tried([&] { return run::detail::read<T>(text, "f", format); }, error);
    if (config)
      each_format<T>(*config);
    else if (!error.starts_with("f:"))
      fail("an error without a place", text, error);
    tells_all<T>(text, format, error);
  };
  read(std::type_identity<zoo::Everything>());
  read(std::type_identity<zoo::Twin>());
  read(std::type_identity<zoo::Shape>());
  read(std::type_identity<run::Partial<zoo::Owner>>());
}

std::string dump(const run::detail::Document& document) {
  std::string all;
  for (run::detail::Document::Index i = 0; i < document.size(); ++i) {
    const run::detail::Item& item = document[i];
    all += std::to_string(i) + "-" + std::to_string(item.end) + " " + std::to_string(static_cast<int>(item.kind)) +
           std::to_string(static_cast<int>(item.style)) + " &" + std::to_string(item.anchor) + " " +
           std::to_string(item.line) + ":" + std::to_string(item.column) + " " + std::string(item.text()) + "\n";
  }
  return all;
}

}  // namespace fuzz
