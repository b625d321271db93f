// Rows of texts => lines with aligned columns.
#pragma once

#include <string>
#include <vector>

namespace run::detail {

using Row = std::vector<std::string>;

/// Columns are as wide as their widest text, but no wider than 48; each line begins with `indent`.
std::string aligned(const std::vector<Row>& rows, const std::string& indent);

}  // namespace run::detail
