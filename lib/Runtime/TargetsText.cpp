#include "TargetsText.h"

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "Document.h"
#include "NamedTarget.h"
#include "Session.h"
#include "run/built.h"
#include "run/function_name.h"
#include "run/recipe_info.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

/// A way to call a target: its parameters, of which the first `required` must be given.
struct Signature {
  std::vector<std::size_t> parameters;
  std::size_t required = 0;
  const OverloadInfo* overload = nullptr;
};

bool has_default(const Parameter& parameter) {
  return !parameter.initial.text.empty() || parameter.initial.value != nullptr;
}

/// Of the only constructor, or of a function.
Signature only_signature(const TargetInfo& target) {
  Signature only;
  for (std::size_t i = 0; i < target.parameters.size(); ++i) {
    if (target.parameters[i].kind != ParameterKind::parameter) continue;
    if (!has_default(target.parameters[i])) only.required = only.parameters.size() + 1;
    only.parameters.push_back(i);
  }
  return only;
}

/// Whether an object of the class is made in one way only.
bool is_made_one_way(const TargetInfo& target) {
  if (only_signature(target).parameters.empty()) return false;  // making one is no question then
  const NodePtr node = Node::make(target, NodeKind::config, {});
  const auto session = std::make_shared<Session>(*node);
  return !Built(*session, *node).lacks();
}

/// Each constructor stands there once for each number of arguments that it can be given.
std::vector<Signature> listed_signatures(const TargetInfo& target) {
  std::vector<Signature> all;
  for (const CallForm& form : target.signatures().list()) {
    if (all.empty() || all.back().overload != form.overload) all.push_back({{}, form.choices.size(), form.overload});
    all.back().parameters.clear();
    for (const Choice& choice : form.choices) all.back().parameters.push_back(choice.parameter);
  }
  return all;
}

std::vector<Signature> signatures_of(const TargetInfo& target) {
  if (target.function.pointer != nullptr) return {only_signature(target)};
  if (target.signatures != nullptr) return listed_signatures(target);
  if (!is_made_one_way(target)) return {};
  return {only_signature(target)};
}

class Writer {
 public:
  std::string write() {
    open();
    key("version");
    plain("1");
    list("targets", [&] {
      for (const TargetInfo* info : find_targets_ending(""))
        if (!info->is_container && !info->name.empty()) target(*info);
    });
    list("functions", [&] {
      for (const FunctionName* function : find_functions_ending("")) this->function(*function);
    });
    list("recipes", [&] {
      for (const RecipeInfo* info : recipes()) recipe(*info);
    });
    key("types");
    open();
    while (!open_types_.empty()) {  // a type is made of others
      const auto [name, described] = *open_types_.begin();
      open_types_.erase(open_types_.begin());
      type(name, *described);
    }
    document_.close();
    document_.close();
    return print_json(document_);
  }

 private:
  void open() { document_.open(Item::Kind::mapping); }
  void key(std::string_view name) { document_.scalar(name, Item::Style::quoted); }
  void text(std::string_view value) { document_.scalar(document_.keep(value), Item::Style::quoted); }
  void plain(std::string_view value) { document_.scalar(document_.keep(value), Item::Style::plain); }
  void member(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    text(value);
  }
  void number(std::string_view name, std::size_t value) {
    key(name);
    plain(std::to_string(value));
  }
  void flag(std::string_view name, bool value) {
    if (!value) return;
    key(name);
    plain("true");
  }
  template <class Elements>
  void list(std::string_view name, Elements&& elements) {
    key(name);
    document_.open(Item::Kind::sequence);
    elements();
    document_.close();
  }

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

  void target(const TargetInfo& info) {
    const bool is_function = info.function.pointer != nullptr;
    bool is_aggregate = false;
    for (const Parameter& parameter : info.parameters)
      is_aggregate = is_aggregate || parameter.kind == ParameterKind::member;
    open();
    member("name", info.name);
    member("qualified", info.qualified);
    member("kind", is_function ? "function" : is_aggregate ? "aggregate" : "class");
    if (is_function) member("pointer", name_of(*info.function.type));
    member("result", name_of(*info.result));
    flag("filled_after", info.fill != nullptr);
    if (!info.bases.empty())
      list("bases", [&] {
        for (const BaseInfo& base : info.bases) text(name_of(*base.type));
      });
    parameters(info.parameters);
    if (const std::vector<Signature> all = signatures_of(info); !all.empty())
      list("signatures", [&] {
        for (const Signature& one : all) signature(info, one);
      });
    document_.close();
  }

  void parameters(std::span<const Parameter> all) {
    static constexpr std::string_view kWords[] = {"parameter", "member", "setter", "field"};
    list("parameters", [&] {
      for (const Parameter& parameter : all) {
        open();
        member("name", parameter.name);
        member("kind", kWords[static_cast<std::size_t>(parameter.kind)]);
        flag("is_field", parameter.is_field);
        list("types", [&] {
          for (const Type* type : parameter.types) text(name_of(*type));
        });
        member("default", parameter.initial.text);
        member("doc", parameter.initial.doc);
        if (!parameter.initial.tags.empty()) list("tags", [&] { tags(parameter.initial.tags); });
        document_.close();
      }
    });
  }

  void tags(std::string_view all) {
    while (!all.empty()) {
      const std::size_t comma = std::min(all.find(','), all.size());
      text(all.substr(0, comma));
      all.remove_prefix(std::min(comma + 1, all.size()));
    }
  }

  void signature(const TargetInfo& info, const Signature& one) {
    const OverloadInfo* types = one.overload != nullptr ? one.overload : info.overload;
    open();
    list("parameters", [&] {
      for (const std::size_t parameter : one.parameters) text(info.parameters[parameter].name);
    });
    if (types != nullptr)
      list("types", [&] {
        for (const OverloadInfo::Part& part : types->parts) text(passed(part));
      });
    number("required", one.required);
    if (one.overload != nullptr) member("overload", one.overload->text());
    document_.close();
  }

  void function(const FunctionName& function) {
    const Value& value = function.values.back();
    const Type& pointer = value.is(Value::Kind::function) ? *value.function().type : *value.opaque().ops->type;
    for (const TargetInfo* info : find_targets(function.name))
      if (info->function.pointer != nullptr) return;  // its target says its name
    open();
    member("name", function.name);
    member("qualified", function.qualified);
    member("pointer", name_of(pointer));
    member("overload", function.parameters);
    document_.close();
  }

  void recipe(const RecipeInfo& info) {
    open();
    member("name", info.call.name);
    member("file", info.where.file);
    number("line", info.where.line);
    member("doc", info.doc);
    member("result", name_of(*info.call.result));
    parameters(info.call.parameters);
    document_.close();
  }

  void type(const std::string& name, const Type& described) {
    static constexpr std::string_view kWords[] = {
        "boolean", "character", "integer", "real",     "text",     "enumeration", "sequence", "map",    "optional",
        "tuple",   "variant",   "holder",  "callable", "function", "pointer",     "codec",    "object", "opaque"};
    key(document_.keep(name));
    open();
    member("kind", kWords[static_cast<std::size_t>(described.kind)]);
    flag("signed", described.is_signed);
    flag("shared", described.is_shared);
    if (described.size != 0) number("size", described.size);
    if (described.extent != 0) number("extent", described.extent);
    if (!described.parts.empty())
      list("parts", [&] {
        for (const Type* part : described.parts) text(name_of(*part));
      });
    if (described.enumeration != nullptr) {
      key("enumerators");
      open();
      for (const auto& [enumerator, value] : described.enumeration->enumerators) {
        key(enumerator);
        plain(std::to_string(value));
      }
      document_.close();
    }
    document_.close();
  }

  Document document_{"<targets>"};
  std::map<std::string, const Type*> known_types_;
  std::map<std::string, const Type*> open_types_;
};

}  // namespace

std::string targets_text() { return Writer().write(); }

}  // namespace run::detail
