// Configurations => Documents: the one place that says how a configuration is spelt, whatever the format.
#pragma once

#include "Document.h"
#include "run/formats.h"

namespace run::detail {

/// Throws Error, naming the path, where a value has no text form.
Document write_document(Node& root, const WriteOptions& options);

}  // namespace run::detail
