// A configuration of one target => one of another: the arguments that both have stay. Fiddle's `update_callable`, which
// throws where an argument would be lost; here those are reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "run/spot.h"

namespace run {

/// An argument that the new target cannot have.
struct Dropped {
  std::string name;
  std::string value;   // its text
  std::string reason;  // `app::Sgd has no argument `beta1``, `expected int, found "a"`
  Location where;      // where it had been set
};

namespace detail {

/// The registered target of that name; of several, one that fits the place. Throws Error, with a suggestion.
const TargetInfo& named_target(const Spot& spot, std::string_view name);

/// A node of that target with copies of the arguments of `node` that it can have.
NodePtr retargeted(Node& node, const TargetInfo& target, std::vector<Dropped>& dropped, Location where);

/// The node there, itself; `root` is what it must give where nothing holds it (what it gave, if that is null). Throws
/// Error where a place that holds it wants another class; nothing has changed then.
std::vector<Dropped> retarget(const Spot& spot, const TargetInfo& target, Location where, const Type* root = nullptr);
/// The same of all of the nodes, or of none; `root` is where paths begin. What they hold of each other stays.
std::vector<Dropped> retarget_all(const Spot& root, const std::vector<NodePtr>& nodes, const TargetInfo& target,
                                  Location where);

}  // namespace detail
}  // namespace run
