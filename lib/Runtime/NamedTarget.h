// What `_target_` names: one of the registered targets, and one of its constructors where that is said.
#pragma once

#include <string>

#include "Document.h"
#include "run/span.h"
#include "run/target_info.h"

namespace run::detail {

struct NamedTarget {
  const TargetInfo* target = nullptr;  // null: there is none of that name
  const OverloadInfo* overload = nullptr;
};

/// A mapping with `_target_`, or one that stands for a target.
struct Mapping {
  const Document& document;
  Document::Index item;
};

/// Whether the key says something of the node: it names no argument, unless the target has one of that name.
bool is_directive(std::string_view key);
/// The one that the key may have been meant for, `_partial_` for `_partail_`; empty where there is none.
std::string_view nearest_directive(std::string_view key);

/// `app::make`, `app.make`, `app::make(int)`. Of several targets with one name, the one that takes the arguments of the
/// mapping and gives one of `wanted` (any, if that is empty). Throws Error, listing them, where several do.
NamedTarget find_named(std::string_view name, const Mapping& mapping, NodeKind kind, Span<const Type* const> wanted);

/// What is wrong with the name where there is no such target, with the nearest one.
std::string no_target(std::string_view name);

/// The nearest of qualified names, whole or by the last part, with dots or `::`; or empty.
std::string_view nearest_qualified(std::string_view name, Span<const std::string_view> names);

/// What the writer calls the node's target: with the types of the parameters where the name alone is not enough.
std::string written_name(Node& node);
std::string written_name(const TargetInfo& target);

}  // namespace run::detail
