#include "Cycles.h"

#include <algorithm>
#include <string>

#include "Elements.h"
#include "Walk.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {

void check_nodes_in(const Spot& spot, const Value& value) {
  const bool is_handle_alone = spot.node == spot.root && !spot.node->has_owners();
  if (is_handle_alone && !(value.is(Value::Kind::node) && value.node().get() == spot.node)) return;
  // A default becomes an argument when something in it is set: whose default it is holds the place, too.
  std::vector<const Node*> holders;
  for (const Node* node = spot.node; node != nullptr; node = node->default_of()) holders.push_back(node);
  each_node(value, [&](const NodePtr& top) {
    walk_graph(*top, [&](const Node& node, const Node*) {
      if (std::find(holders.begin(), holders.end(), &node) == holders.end()) return;
      const std::string held = path_of(*spot.root, node);
      fail(spot, "a configuration cannot hold itself: what it is set to " +
                     std::string(&node == top.get() ? "is " : "holds ") +
                     (held.empty() ? "the whole, " + node.target->display() : "`" + held + "`") +
                     ", in which it stands");
    });
  });
}

}  // namespace run::detail
