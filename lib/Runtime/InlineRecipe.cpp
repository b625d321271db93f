// Expands calls of recipes in place.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "run/error.h"
#include "run/inline_recipe.h"

namespace run::detail {
namespace {

std::unordered_map<const TargetInfo*, Expansion>& expansions() {
  static auto& the_one = *new std::unordered_map<const TargetInfo*, Expansion>;  // never destroyed: see the targets
  return the_one;
}

}  // namespace

bool register_expansion(const TargetInfo& call, Expansion expansion) {
  return expansions().emplace(&call, expansion).second;
}

std::size_t given(const Ref& call) {
  std::size_t count = 0;
  for (const Argument& argument : node_at(call.spot()).arguments)
    count = std::max(count, std::size_t{argument.parameter} + 1);
  return count;
}

void require_value(const Ref& call, std::string_view parameter) {
  const Ref place = call[parameter];
  const Value* value = look(place.spot());
  bool is_configured = false;
  if (value != nullptr) each_node(*value, [&](const NodePtr&) { is_configured = true; });
  if (is_configured)
    throw Error(place.path() + ": the recipe needs its value, and it is configured: the call cannot be inlined");
}

void expand(const Spot& place, std::source_location here) {
  Node& call = node_at(place);
  const auto found = expansions().find(call.target);
  if (found == expansions().end() || call.kind != NodeKind::config)
    throw Error(path_of(place) +
                ": expected a call of a recipe that is annotated [[run::autoconvert(no_inline)]], found " +
                call.target->display());
  const NodePtr made = found->second(Ref(Spot{.root = place.root, .node = &call}));
  if (made->target->is_container) return assign(place, Value(made), here);
  // Whoever shares the call shares what it stands for.
  call.settle();
  Records records = std::move(made->records());
  call.become(std::move(*made));
  if (call.history() != nullptr || !records.empty()) call.records() = std::move(records);
}

}  // namespace run::detail
