#include "TargetsText.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "NamedTarget.h"
#include "Session.h"
#include "TargetsFile.h"
#include "Texts.h"
#include "run/built.h"
#include "run/function_name.h"
#include "run/recipe_info.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

bool has_default(const Parameter& parameter) {
  return !parameter.initial.text.empty() || parameter.initial.value != nullptr;
}

class Describer {
 public:
  targets::File describe() {
    for (const TargetInfo* info : find_targets_ending(""))
      if (!info->is_container && !info->name.empty()) file_.targets.push_back(target(*info));
    for (const FunctionName* function : find_functions_ending("")) {
      const std::vector<const TargetInfo*> known = find_targets(function->name);
      const bool is_target = std::any_of(known.begin(), known.end(),
                                         [](const TargetInfo* info) { return info->function.pointer != nullptr; });
      if (!is_target) file_.functions.push_back(this->function(*function));
    }
    for (const RecipeInfo* info : recipes()) file_.recipes.push_back(recipe(*info));
    while (!open_types_.empty()) {  // a type is made of others
      const auto [name, described] = *open_types_.begin();
      open_types_.erase(open_types_.begin());
      file_.types[name] = type(*described);
    }
    return std::move(file_);
  }

 private:
  /// The name of the type, which is described in the end.
  std::string name_of(const Type& type) {
    std::string name = type.name();
    if (known_types_.try_emplace(name, &type).second) open_types_.emplace(name, &type);
    return name;
  }

  std::string passed(const OverloadInfo::Part& part) {
    using Passing = OverloadInfo::Passing;
    const std::string name = name_of(*part.type);
    switch (part.passing) {
      case Passing::constant:
        return "const " + name + "&";
      case Passing::lvalue:
        return name + "&";
      case Passing::rvalue:
        return name + "&&";
      default:
        return name;
    }
  }

  /// Of an aggregate that is made by braces: those up to the last one that nothing is known to begin with.
  static std::uint64_t required_members(const TargetInfo& info) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
      const Parameter& member = info.parameters[i];
      if (member.kind == ParameterKind::member && member.initial.text.empty() && member.initial.value == nullptr)
        count = i + 1;
    }
    return count;
  }

  targets::Target target(const TargetInfo& info) {
    const bool is_function = info.function.pointer != nullptr;
    const bool is_aggregate =
        std::any_of(info.parameters.begin(), info.parameters.end(),
                    [](const Parameter& parameter) { return parameter.kind == ParameterKind::member; });
    targets::Target made;
    made.name = info.name;
    made.qualified = info.qualified;
    made.doc = info.doc;
    made.where = {info.where.file, info.where.line};
    made.kind = is_function ? "function" : is_aggregate ? "aggregate" : "class";
    if (is_function) made.pointer = name_of(*info.function.type);
    made.result = name_of(*info.result);
    made.filled_after = info.fill != nullptr;
    for (const BaseInfo& base : info.bases) made.bases.push_back(name_of(*base.type));
    made.parameters = parameters(info.parameters);
    const Span<const CallForm> known = forms_of(info);
    std::vector<CallForm> forms(known.begin(), known.end());
    if (forms.empty() && is_function) forms.emplace_back();  // takes nothing
    if (!is_aggregate)
      made.signatures = signatures(info, forms);
    else if (!made.filled_after)
      made.required_members = required_members(info);
    return made;
  }

  /// A constructor with defaults is there once, with the fewest arguments that it takes.
  std::vector<targets::Signature> signatures(const TargetInfo& info, const std::vector<CallForm>& forms) {
    std::vector<targets::Signature> all;
    const CallForm* last = nullptr;
    for (const CallForm& form : forms) {
      const bool is_same = last != nullptr && is_continued(*last, form);
      last = &form;
      const std::uint64_t required = is_same ? all.back().required : form.choices.size();
      if (is_same) all.pop_back();
      all.push_back(signature(info, form));
      all.back().required = required;
    }
    // Of a target of one way nothing says what may be left out but its parameters.
    if (forms.size() == 1 && forms.front().overload == nullptr)
      while (all[0].required > 0 && has_default(info.parameters[forms[0].choices[all[0].required - 1].parameter]))
        --all[0].required;
    return all;
  }

  targets::Signature signature(const TargetInfo& info, const CallForm& form) {
    targets::Signature made;
    const OverloadInfo* types = form.overload != nullptr ? form.overload : info.overload;
    for (const Choice& choice : form.choices) {
      const Parameter& parameter = info.parameters[choice.parameter];
      made.parameters.emplace_back(parameter.name);
      if (types == nullptr) made.types.push_back(name_of(choice.type != nullptr ? *choice.type : *parameter.types[0]));
    }
    if (types != nullptr)
      for (const OverloadInfo::Part& part : types->parts) made.types.push_back(passed(part));
    if (form.overload != nullptr) made.overload = form.overload->text();
    return made;
  }

  std::vector<targets::Parameter> parameters(Span<const Parameter> all) {
    std::vector<targets::Parameter> made;
    for (const Parameter& parameter : all) {
      targets::Parameter& one = made.emplace_back();
      one.name = parameter.name;
      one.kind = targets::kParameterKinds[static_cast<std::size_t>(parameter.kind)];
      one.is_field = parameter.is_field;
      for (const Type* type : parameter.types) {
        one.types.push_back(name_of(type->whole()));
        if (type->is_bit_field()) one.bits = type->bits;
      }
      one.initial = parameter.initial.text;
      one.doc = parameter.initial.doc;
      each_tag(parameter.initial.tags, [&](std::string_view tag) { one.tags.emplace_back(tag); });
    }
    return made;
  }

  targets::Function function(const FunctionName& function) {
    const Value& value = function.values.back();
    const Type& pointer = value.is(Value::Kind::function) ? *value.function().type : *value.opaque().ops->type;
    return {std::string(function.name), std::string(function.qualified), name_of(pointer),
            std::string(function.parameters)};
  }

  targets::Recipe recipe(const RecipeInfo& info) {
    return {std::string(info.call.name),
            {info.where.file, info.where.line},
            std::string(info.doc),
            name_of(*info.call.result),
            parameters(info.call.parameters)};
  }

  targets::Type type(const Type& described) {
    targets::Type made;
    made.kind = targets::kTypeKinds[static_cast<std::size_t>(described.kind)];
    made.is_shared = described.is_shared;
    if (described.kind != TypeKind::boolean && described.kind != TypeKind::character) {
      made.is_signed = described.is_signed;
      made.size = described.size;
    }
    made.extent = described.extent;
    for (const Type* part : described.parts) made.parts.push_back(name_of(*part));
    if (described.enumeration != nullptr)
      for (const auto& [name, number] : described.enumeration->enumerators) made.enumerators.emplace_back(name, number);
    return made;
  }

  targets::File file_;
  std::map<std::string, const Type*> known_types_;
  std::map<std::string, const Type*> open_types_;
};

}  // namespace

std::string targets_text() { return targets::to_json(Describer().describe()); }

}  // namespace run::detail
