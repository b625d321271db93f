// A picture of a configuration, or of two: boxes with rows, and edges between them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "run/dot.h"
#include "run/node.h"

namespace run::detail {

struct Picture {
  enum class Mark : unsigned char { same, added, removed, changed, unset };
  struct Row {
    Mark mark = Mark::same;
    std::string label;
    std::string text;  // empty: it has edges
  };
  struct Box {
    Mark mark = Mark::same;
    std::string title;
    NodeKind kind = NodeKind::config;
    bool is_shared = false;
    std::vector<Row> rows;
  };
  struct Edge {
    std::size_t box;
    std::size_t row;
    std::size_t to;
    Mark mark;
  };
  std::vector<Box> boxes;
  std::vector<Edge> edges;
};

/// `before` may be null: then nothing differs.
Picture picture(Node* before, Node& after, const DotOptions& options);

}  // namespace run::detail
