// A place in a configuration: a node, an argument of it, or an element inside that argument. The untyped core of Ref
// and Field; used within one expression, as a pointer into a container would be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "run/location.h"
#include "run/node.h"
#include "run/span.h"
#include "run/type.h"

namespace run::detail {

struct Spot {
  static constexpr std::uint32_t kWholeNode = ~0u;
  static constexpr std::size_t kDeepest = 8;

  Node* root = nullptr;  // where paths in messages begin
  Node* node = nullptr;
  std::uint32_t parameter = kWholeNode;
  std::uint32_t depth = 0;
  std::array<std::uint32_t, kDeepest> steps{};    // indexes into nested lists and maps
  std::shared_ptr<const Value> missing_key = {};  // of a map that has no such key yet
};

std::string path_of(const Spot& spot);
/// The part of it behind the argument: `[3][left]`.
std::string steps_of(const Spot& spot);

/// The types that the place takes; none where any value may stand.
Span<const Type* const> types_of(const Spot& spot);

/// The value there, or the default; null where there is neither.
const Value* look(const Spot& spot);
/// The value or default as one of that type. Throws Error where there is none, or it does not fit.
Value value_for(const Spot& spot, const Type& wanted);
/// The same, for the caller to keep: nodes are copied. Throws Error where there is no value.
Value take(const Spot& spot);
/// The node there. Throws Error where there is none.
Node& node_at(const Spot& spot);
/// The same, for something in it to be set or read. Where a constructor makes the object, a node in place: what it sets
/// is assigned to that object.
Node& node_within(const Spot& spot);

/// The argument `name` of the node there, or the entry of that key of the map there. Throws Error, with a suggestion,
/// where there is no such name.
Spot named(const Spot& spot, std::string_view name);
/// The element; throws Error where the container is shorter.
Spot element(const Spot& spot, std::size_t index);
/// What a configuration of an optional holds: its content, or the object itself.
Spot content(const Spot& spot);
/// The entry of that key; one that is missing can be assigned.
Spot entry(const Spot& spot, Value key);

/// The node in place there, which is an argument when something in it is set. Throws Error where it can be none.
Node& in_place(const Spot& spot, const TargetInfo& target);

/// Sets it, after checking that it fits: throws Error where it does not, and changes nothing.
void assign(const Spot& spot, Value value, PackedLocation where);
/// An argument goes back to its default; an element or entry goes.
void reset(const Spot& spot, PackedLocation where);

/// The value as the parameter takes it, or Error that names the path.
Value fitted(Span<const Type* const> types, Value value, const std::string& path);

}  // namespace run::detail
