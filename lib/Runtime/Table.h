// Rows of texts => lines with aligned columns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace run::detail {

using Row = std::vector<std::string>;

/// Columns are as wide as their widest text, but no wider than 48; each line begins with `indent`. Where a row is wider
/// than `most`, unless that is 0, its last text is broken into lines, and columns are narrower.
std::string aligned(const std::vector<Row>& rows, const std::string& indent, std::size_t most = 0);

}  // namespace run::detail
