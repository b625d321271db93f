// Targets by name: the registry, and suggestions for names that are not in it.
#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "NamedTarget.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run {
namespace detail {
namespace {

struct Registry {
  std::vector<const TargetInfo*> all;
  std::unordered_map<std::string, std::vector<const TargetInfo*>> by_name;
};

Registry& registry() {
  static auto& the_one = *new Registry;  // never destroyed: static objects register and look up
  return the_one;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

/// Of either case.
bool shares_letter(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::any_of(a.begin(), a.end(), [&](char x) {
    return std::any_of(b.begin(), b.end(), [&](char y) { return lower(x) == lower(y); });
  });
}

}  // namespace

std::string dotted(std::string_view name) {
  std::string text(name);
  for (std::size_t at = text.find("::"); at != std::string::npos; at = text.find("::", at)) text.replace(at, 2, ".");
  return text;
}

bool ends_with_parts(std::string_view name, std::string_view parts) {
  return name.ends_with(parts) && (name.size() == parts.size() || name[name.size() - parts.size() - 1] == '.');
}

bool register_info(const TargetInfo& info) {
  Registry& known = registry();
  known.all.push_back(&info);
  known.by_name[dotted(info.name)].push_back(&info);
  if (!info.qualified.empty() && dotted(info.qualified) != dotted(info.name))
    known.by_name[dotted(info.qualified)].push_back(&info);
  return true;
}

std::vector<const TargetInfo*> find_targets(std::string_view name) {
  const auto found = registry().by_name.find(dotted(name));
  return found == registry().by_name.end() ? std::vector<const TargetInfo*>() : found->second;
}

std::vector<const TargetInfo*> find_targets_ending(std::string_view parts) {
  const std::string wanted = dotted(parts);
  std::vector<const TargetInfo*> found;
  for (const TargetInfo* info : registry().all)
    if (wanted.empty() || ends_with_parts(dotted(info->name), wanted)) found.push_back(info);
  std::sort(found.begin(), found.end(), [](const TargetInfo* a, const TargetInfo* b) { return a->name < b->name; });
  return found;
}

const TargetInfo* find_target(const Type& object) {
  for (const TargetInfo* info : registry().all)
    if (info->result == &object && info->overload == nullptr) return info;
  return nullptr;
}

std::string_view nearest(std::string_view name, Span<const std::string_view> names) {
  if (name.empty()) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string_view candidate : names) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least && distance <= candidate.size() && shares_letter(name, candidate)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string_view nearest_qualified(std::string_view name, Span<const std::string_view> names) {
  std::vector<std::string> forms;  // whole ones, and their last parts
  for (const std::string_view known : names) {
    forms.push_back(dotted(known));
    forms.push_back(forms.back().substr(forms.back().rfind('.') + 1));
  }
  const std::vector<std::string_view> views(forms.begin(), forms.end());
  const std::string_view near = nearest(dotted(name), views);
  const auto found = std::find(views.begin(), views.end(), near);
  return near.empty() ? near : names[static_cast<std::size_t>(found - views.begin()) / 2];
}

std::string_view nearest_target(std::string_view name) {
  std::vector<std::string_view> names;
  for (const TargetInfo* info : registry().all)
    if (!info->name.empty()) names.push_back(info->name);
  return nearest_qualified(name, names);
}

std::string did_you_mean(std::string_view near) {
  return near.empty() ? "" : "; did you mean `" + std::string(near) + "`?";
}

std::string no_target(std::string_view name) {
  return "there is no target `" + std::string(name) + "`" + did_you_mean(nearest_target(name));
}

std::string some_of(Span<const std::string_view> names) {
  constexpr std::size_t kMost = 12;
  std::string all;
  for (const std::string_view name : names.first(std::min(names.size(), kMost)))
    all += (all.empty() ? "`" : ", `") + std::string(name) + "`";
  if (names.size() > kMost) all += " and " + std::to_string(names.size() - kMost) + " more";
  return all;
}

}  // namespace detail

void TargetInfo::set_parameters(Span<const Parameter> all) {
  parameters = all;
  const auto behind = std::find_if_not(all.begin(), all.end(), [](const Parameter& p) { return p.in_constructor(); });
  in_constructor = static_cast<std::size_t>(behind - all.begin());
  has_one_type_each = std::all_of(all.begin(), all.end(), [](const Parameter& p) { return p.types.size() == 1; });
  has_bit_fields = std::any_of(all.begin(), all.end(), [](const Parameter& p) { return p.types[0]->is_bit_field(); });
}

std::string TargetInfo::display() const { return name.empty() ? result->name() : std::string(name); }

std::size_t TargetInfo::find(std::string_view parameter) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& described) { return described.name == parameter; });
  return static_cast<std::size_t>(found - parameters.begin());
}

std::size_t TargetInfo::index(std::string_view parameter, std::string_view path) const {
  const std::size_t found = find(parameter);
  if (found < parameters.size()) return found;
  std::vector<std::string_view> names;
  for (const Parameter& described : parameters)
    if (!described.name.empty()) names.push_back(described.name);  // else kept for one that is yet to be said
  std::string message(path);
  if (!message.empty()) message += ": ";
  message += display() + " has no argument `" + std::string(parameter) + "`";
  const std::string_view near = detail::nearest(parameter, names);
  const std::string others = "; it has " + (names.empty() ? "none" : detail::some_of(names));
  throw Error(message + (near.empty() ? others : detail::did_you_mean(near)));
}

}  // namespace run
