// Defaults => arguments.
#include <algorithm>
#include <memory>
#include <unordered_set>
#include <vector>

#include "Changes.h"
#include "Sayable.h"
#include "Session.h"
#include "run/built.h"
#include "run/editable.h"
#include "run/overload.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

/// Whether a call of the target takes the arguments that the node has. Nothing is built: generated code begins by
/// choosing among the target's signatures, and a frame that asks for no more ends there.
bool has_signature(Node& node) {
  Session session(node);
  Built frame(session, node);
  return frame.tries_signatures();
}

/// The call that the arguments mean; null where they mean none.
const CallForm* call_of(Node& node) {
  const Span<const CallForm> forms = forms_of(*node.target);
  const Chosen chosen = choose(node, forms, nullptr);
  return chosen.index == Chosen::kNone ? nullptr : &forms[chosen.index];
}

/// Whether one call is the other with fewer arguments left to their defaults. That of another constructor is not.
bool is_same_call(const CallForm* before, const CallForm* after) {
  return before == nullptr || before == after || (after != nullptr && is_continued(*before, *after));
}

}  // namespace

int materialize_defaults(const Spot& spot) {
  int count = 0;
  std::vector<Node*> open = nodes_below(spot);
  std::unordered_set<const Node*> seen(open.begin(), open.end());
  for (std::size_t next = 0; next < open.size(); ++next) {
    Node& node = *open[next];
    for (std::size_t i = 0; i < node.target->parameters.size(); ++i) {
      const Parameter& described = node.target->parameters[i];
      // A setter's parameter has a default for the call, which is not made.
      if (described.kind == ParameterKind::setter || node.find(i) != nullptr || !can_be_set(node, i)) continue;
      const Value* initial = node.find_or_default(i);
      if (initial == nullptr || !can_be_said(*initial)) continue;
      // Constructors differ in what they take: what another one has as a default stays unset.
      const bool has_several = described.kind == ParameterKind::parameter;
      const OverloadInfo* before = has_several ? overload_of(node) : nullptr;
      const bool was_good = !has_several || has_signature(node);
      const CallForm* call = has_several && was_good ? call_of(node) : nullptr;
      Value value = clone(*initial);
      node.set(i, std::move(value), {});
      if (has_several && was_good &&
          (!has_signature(node) || overload_of(node) != before ||
           (before == nullptr && !is_same_call(call, call_of(node))))) {
        node.reset(i);
        continue;
      }
      ++count;
      Value made = std::move(*node.find(i));
      node.reset(i);
      record(node, i, {}, How::materialized);
      node.set(i, std::move(made), {});
      each_node(*node.find(i), [&](const NodePtr& root) {
        for (Node* below : reachable(*root))
          if (seen.insert(below).second) open.push_back(below);
      });
    }
  }
  return count;
}

}  // namespace run::detail
