// What the fuzz targets share: what may be thrown, and what must hold of whatever is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "Document.h"
#include "DocumentReader.h"
#include "targets.h"

namespace fuzz {

[[noreturn]] inline void fail(const char* what, std::string_view a, std::string_view b = {}) {
  std::fprintf(stderr, "%s\n<<<\n%.*s\n>>>\n%.*s\n", what, static_cast<int>(a.size()), a.data(),
               static_cast<int>(b.size()), b.data());
  std::abort();
}

/// What the action gives; absent where it throws an Error, with its message in `error`. Anything else that is thrown
/// ends the program.
template <class Action>
auto tried(Action&& action, std::string& error) -> std::optional<decltype(action())> {
  try {
    return action();
  } catch (const run::Error& thrown) {
    error = thrown.what();
    return std::nullopt;
  }
}

/// What is read can be written in each format, and comes back as it was.
template <class T>
void comes_back(const auto& config) {
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

/// Where all mistakes are wanted, there are none in what can be read, and else the first is the one that is told alone.
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

/// As configurations of several kinds.
inline void read_as_all(std::string_view text, run::Format format) {
  const auto read = [&]<class T>(std::type_identity<T>) {
    std::string error;
    const auto config = tried([&] { return run::detail::read<T>(text, "f", format); }, error);
    if (config)
      comes_back<T>(*config);
    else if (!error.starts_with("f:"))
      fail("an error without a place", text, error);
    tells_all<T>(text, format, error);
  };
  read(std::type_identity<zoo::Everything>());
  read(std::type_identity<zoo::Twin>());
  read(std::type_identity<zoo::Shape>());
  read(std::type_identity<run::Partial<zoo::Owner>>());
}

/// Every item, one a line.
inline std::string dump(const run::detail::Document& document) {
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
