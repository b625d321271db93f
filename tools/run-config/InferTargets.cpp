#include <deque>
#include <map>
#include <unordered_set>

#include "NamedTarget.h"
#include "Targets.h"
#include "run/diff.h"
#include "run/target_info.h"

namespace run::files {

namespace {

using detail::Document;
using detail::Item;

/// Of a target: they are looked for one by one, and a file could name as many as it likes.
constexpr std::size_t MostArguments = 1000;

struct Used {
  std::string_view Name;                    // as it was written first
  std::vector<std::string_view> Arguments;  // in the order in which they were met
  std::unordered_set<std::string_view> Known;

  void takes(std::string_view Argument) {
    if (!Known.contains(Argument)) Arguments.push_back(*Known.insert(detail::intern(Argument)).first);
  }
};

/// Says something of the node itself.
bool isArgument(std::string_view Key) { return Key == "_args_" || !detail::is_directive(Key); }

void collect(const Document& D, std::vector<Used>& All, std::map<std::string, std::size_t>& ByName) {
  for (Document::Index Mapping = 0; Mapping < D.size(); ++Mapping) {
    const Document::Index Target = D.find(Mapping, "_target_");
    if (Target == D.size() || !D[Target].is(Item::Kind::scalar)) continue;
    const std::string_view Name = D[Target].text();
    if (Name == detail::old_node_info().name) continue;
    const auto [Known, IsNew] = ByName.try_emplace(detail::dotted(Name), All.size());
    if (IsNew) All.push_back({detail::intern(Name), {}, {}});
    Used& Met = All[Known->second];
    for (Document::Index Key = Mapping + 1; Key < D[Mapping].end; Key = D[D[Key].end].end) {
      if (D[Key].is(Item::Kind::scalar) && isArgument(D[Key].text())) Met.takes(D[Key].text());
      if (Met.Arguments.size() > MostArguments)
        D.fail(Key, std::string(Name) + " has more than " + std::to_string(MostArguments) + " arguments");
    }
  }
}

}  // namespace

void inferTargets(const std::vector<Document>& Documents, std::vector<std::string> MoreArguments, bool Mixed) {
  std::vector<Used> All;
  std::map<std::string, std::size_t> ByName;
  for (const Document& D : Documents) collect(D, All, ByName);
  if (Mixed)
    for (const Used& Target : All)
      MoreArguments.insert(MoreArguments.end(), Target.Arguments.begin(), Target.Arguments.end());
  // They live as long as the process, as a program's own do.
  static auto& Infos = *new std::deque<TargetInfo>;
  static auto& Types = *new std::deque<Type>;
  static auto& Parameters = *new std::deque<std::vector<Parameter>>;
  for (Used& Target : All) {
    for (const std::string& More : MoreArguments) Target.takes(More);
    std::vector<Parameter>& Takes = Parameters.emplace_back();
    for (const std::string_view Argument : Target.Arguments)
      Takes.push_back({Argument, ParameterKind::parameter, {}, {}, true});
    Type& Object = Types.emplace_back();
    Object.spelling = Target.Name;
    Object.kind = TypeKind::object;
    TargetInfo& Info = Infos.emplace_back();
    Info.name = Target.Name;
    Info.parameters = Takes;
    Info.result = &Object;
    Info.object = &Object;
    // Whether it is a class or a function cannot be seen; a function may be a value, too.
    Info.function = {reinterpret_cast<void (*)()>(&Info), &Object};
    detail::register_info(Info);
    detail::register_function({Info.name, {}, {}, {Value(Info.function)}});
  }
}

}  // namespace run::files
