// Configurations => Documents: the one place that says how a configuration is spelt, whatever the format.
#pragma once

#include "Document.h"
#include "run/node.h"

namespace run::detail {

/// `has_comments`: above each argument stand its documentation, type and default. Throws Error, naming the path, where a
/// value has no text form.
Document write_document(Node& root, bool has_comments);

}  // namespace run::detail
