// Configurations <=> YAML, JSON and TOML, in Hydra's spelling: `_target_`, `_partial_`. One file serves all three
// libraries: what NeMo-Run's YamlSerializer and Hydra write is read, and the other way round.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "run/config.h"
#include "run/span.h"

namespace run {

struct WriteOptions {
  bool defaults = false;  // write arguments that are not set, too, where their default can be said
  bool comments = false;  // above each argument: its documentation, its type, its default. JSON has no comments
};

enum class Format : unsigned char { yaml, json, toml };

namespace detail {

/// What a text is read as.
struct Wanted {
  const Type& result;
  NodeKind kind;
  const TargetInfo* expected;  // null: any target that gives the result
};

std::string to_text(Node& root, Format format, const WriteOptions& options);
NodePtr from_text(std::string_view text, std::string_view name, Format format, const Wanted& wanted);
/// `section` may follow the file's name behind a colon.
NodePtr from_file(const std::string& file_and_section, Format format, const Wanted& wanted);
struct FileName {
  std::string file;
  std::string section;  // a path; empty: all of it
};
/// `run.yaml:trainer` => `run.yaml`, `trainer`. A file whose name holds a colon is named as it is.
FileName split_section(const std::string& file_and_section);
/// By the end of the file's name. Throws Error where it is none of .yaml, .yml, .json, .toml.
Format format_of(std::string_view file_and_section);

/// What stands in a file, or in a section of it, as an argument of one of these types; `path` is the argument's.
/// With `takes_anything` and no types, mappings without _target_ are maps.
Value value_of_file(Span<const Type* const> types, const std::string& file_and_section, const std::string& path,
                    bool takes_anything = false);

/// The bytes of a file. Throws Error with the system's reason, and where there are more than a text may have.
std::string read_file(const std::string& path);
/// Writes a file as a whole or not at all: into a new file beside it, which then takes its name. What is no regular
/// file (a terminal, a pipe) is written as it is. Throws Error with the system's reason; the old file stays then.
void write_file(const std::string& path, std::string_view text);

template <class T>
struct RootOf {
  using handle = Config<T>;
  using target = T;
  static constexpr NodeKind kind = NodeKind::config;
};
template <class T>
struct RootOf<Partial<T>> {
  using handle = Partial<T>;
  using target = T;
  static constexpr NodeKind kind = NodeKind::partial;
};
template <class T>
struct RootOf<::run::Factory<T>> {
  using handle = ::run::Factory<T>;
  using target = T;
  static constexpr NodeKind kind = NodeKind::factory;
};
template <class T>
struct RootOf<Config<T>> : RootOf<T> {};
// As recipes return them: build makes the pointer of what is configured.
template <class T>
struct RootOf<std::unique_ptr<T>> : RootOf<std::remove_const_t<T>> {};
template <class T>
struct RootOf<std::shared_ptr<T>> : RootOf<std::remove_const_t<T>> {};

template <class T>
using RootHandle = typename RootOf<T>::handle;

template <class T>
const TargetInfo* known_target() {
  if constexpr (requires { Target<T>::name; })
    return &info<T>();
  else
    return nullptr;
}

template <class T>
Wanted wanted() {
  using Root = RootOf<T>;
  return {type_of<Result<typename Root::target>>, Root::kind, known_target<typename Root::target>()};
}

template <class T>
RootHandle<T> read(std::string_view text, std::string_view name, Format format) {
  return GraphAccess::make<RootHandle<T>>(from_text(text, name, format, wanted<T>()));
}
template <class T>
RootHandle<T> read_path(const std::string& path, Format format) {
  return GraphAccess::make<RootHandle<T>>(from_file(path, format, wanted<T>()));
}

}  // namespace detail

/// Deterministic: arguments in their order, unset ones left out, a node that is used more than once as an anchor and
/// its aliases (in JSON and TOML: `_id_` and `_ref_`). Throws Error, naming the path, where a value has no text form;
/// nothing has been written then.
inline std::string to_yaml(const Graph& graph, const WriteOptions& options = {}) {
  return detail::to_text(GraphAccess::node(graph), Format::yaml, options);
}
inline std::string to_json(const Graph& graph, const WriteOptions& options = {}) {
  return detail::to_text(GraphAccess::node(graph), Format::json, options);
}
inline std::string to_toml(const Graph& graph, const WriteOptions& options = {}) {
  return detail::to_text(GraphAccess::node(graph), Format::toml, options);
}

/// Reads what to_yaml, to_json and to_toml write, and what Hydra and NeMo-Run do: dots for `::`, flow style, any order.
/// T is a class or a smart pointer to one, `Fn<f>`, a container, or `Partial` of one. Throws Error with
/// `name:line:column`, the path, what was expected and what was found, then the line and a caret. Only registered
/// targets can be named.
template <class T>
detail::RootHandle<T> from_yaml(std::string_view text, std::string_view name = "<yaml>") {
  return detail::read<T>(text, name, Format::yaml);
}
template <class T>
detail::RootHandle<T> from_json(std::string_view text, std::string_view name = "<json>") {
  return detail::read<T>(text, name, Format::json);
}
template <class T>
detail::RootHandle<T> from_toml(std::string_view text, std::string_view name = "<toml>") {
  return detail::read<T>(text, name, Format::toml);
}

/// The file, or a part of it, named as in a path: `run.yaml`, `run.yaml:trainer.callbacks[0]`.
template <class T>
detail::RootHandle<T> from_yaml_file(const std::string& path) {
  return detail::read_path<T>(path, Format::yaml);
}
template <class T>
detail::RootHandle<T> from_json_file(const std::string& path) {
  return detail::read_path<T>(path, Format::json);
}
template <class T>
detail::RootHandle<T> from_toml_file(const std::string& path) {
  return detail::read_path<T>(path, Format::toml);
}
/// Its format by its name: .yaml, .yml, .json, .toml.
template <class T>
detail::RootHandle<T> from_file(const std::string& path) {
  return detail::read_path<T>(path, detail::format_of(path));
}

/// Written as a whole or not at all (a new file takes the name of the old one). Throws Error with the system's reason.
inline void to_yaml_file(const Graph& graph, const std::string& path, const WriteOptions& options = {}) {
  detail::write_file(path, to_yaml(graph, options));
}
inline void to_json_file(const Graph& graph, const std::string& path, const WriteOptions& options = {}) {
  detail::write_file(path, to_json(graph, options));
}
inline void to_toml_file(const Graph& graph, const std::string& path, const WriteOptions& options = {}) {
  detail::write_file(path, to_toml(graph, options));
}
inline void to_file(const Graph& graph, const std::string& path, const WriteOptions& options = {}) {
  detail::write_file(path, detail::to_text(GraphAccess::node(graph), detail::format_of(path), options));
}

}  // namespace run
