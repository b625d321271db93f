// What the fuzz targets share: what may be thrown, and what must hold of whatever is read.
#pragma once

#include <run/run.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "Document.h"

namespace zoo {
struct Everything;
}

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
void comes_back(const run::Config<zoo::Everything>& config);

/// As configurations of several kinds.
void read_as_all(std::string_view text, run::Format format);

/// Every item, one a line.
std::string dump(const run::detail::Document& document);

}  // namespace fuzz
