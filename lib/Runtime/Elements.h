// Within the library: how the elements of containers are changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "run/span.h"
#include "run/spot.h"

namespace run::detail {

[[noreturn]] void fail(const Spot& spot, const std::string& message);
/// It is set in part: nobody but its constructor can say what the whole is.
[[noreturn]] void fail_in_part(const Spot& spot, const Node& part);
/// The value there is no such thing, a list or a map.
[[noreturn]] void fail_kind(const Spot& spot, const Value& value, const char* wanted);
bool is_in_place(const Value& value);

/// The value, made an argument if it is a default, to be changed; null where there is none.
Value* edit(const Spot& spot);
/// What stands at that place of a container of the type: one type; none where it is no container, or too short.
Span<const Type* const> part_types(const Type& container, std::size_t index);
/// What a configuration of a container holds, copied; any other value itself.
Value content_of(Value value);
/// The type of the container there, its holder and optional opened; null where it is none or unknown.
const Type* container_type(const Spot& spot);
/// The place of the container there: itself, or the content of the container node there.
Spot container_at(const Spot& spot);

/// Throws where the type of the list there fixes its length.
void check_length_is_free(const Spot& list);

/// A range of a list.
struct Slice {
  Spot list;
  std::ptrdiff_t first;
  std::ptrdiff_t last;
};
/// Where the path ends with one: `xs[1:3]`, `xs[:-1]`.
std::optional<Slice> slice_at(const Spot& from, std::string_view path);
std::string path_of(const Slice& slice);

/// Of a place within a container: the value fits already.
void set_element(const Spot& spot, Value value, PackedLocation where);
void erase_element(const Spot& spot, PackedLocation where);

}  // namespace run::detail
