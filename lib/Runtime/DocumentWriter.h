// Configurations => Documents: the one place that says how a configuration is spelt, whatever the format.
#pragma once

#include <string>

#include "Document.h"
#include "run/node.h"
#include "run/span.h"

namespace run::detail {

/// `has_comments`: above each argument stand its documentation, type and default. Throws Error, naming the path, where
/// a value has no text form; `elements` are the paths of the elements of a root that is a list, where those are others
/// than their numbers.
Document write_document(Node& root, bool has_comments, Span<const std::string> elements = {});

}  // namespace run::detail
