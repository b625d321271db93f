#include "run/given.h"

#include "run/error.h"

namespace run::detail {

NodePtr taken_apart(Value argument, const TargetInfo& object) {
  if (argument.absent()) return node_for(object);
  if (!argument.is(Value::Kind::node))
    throw Error("a recipe reads or changes members of the " + object.display() +
                " that it is handed: expected one, found " + argument.text());
  NodePtr node = std::move(argument.node());
  const TargetInfo& target = *node->target;
  if (target.overload != nullptr && &target != &object)
    throw Error("a recipe reads or changes members of the " + object.display() + " that it is handed, and " +
                target.display() +
                " is called to make it when the configuration is built: hand in a configuration of a " +
                object.display() + ", or a finished one");
  return node;
}

}  // namespace run::detail
