#include "Beginning.h"

#include <string>

#include "DocumentReader.h"
#include "Words.h"
#include "run/error.h"

namespace run::detail {
namespace {

NodePtr checked(const CommandLine& about, NodePtr root, const std::string& from) {
  if (is_wanted(*root, wanted(about))) return root;
  const auto kind = [](NodeKind k) { return k == NodeKind::partial ? "a partial " : ""; };
  throw Error(from + " gives " + kind(root->kind) + root->target->display() + ", expected " + kind(about.kind) +
              (about.expected != nullptr ? about.expected->display() : about.result->name()));
}

/// The option for a file of that name; empty where it says nothing.
std::string option_for(const std::string& name) {
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return "--yaml";
  if (name.ends_with(".json")) return "--json";
  return name.ends_with(".toml") ? "--toml" : "";
}

NodePtr read(const CommandLine& about, const Options::File& file) {
  const std::string option = file.format == Format::yaml ? "--yaml" : file.format == Format::json ? "--json" : "--toml";
  const std::string expected = option_for(split_section(file.name).file);
  try {
    return from_file(file.name, file.format, wanted(about));
  } catch (const Error& error) {
    if (expected.empty() || expected == option) throw;
    throw Error(std::string(error.what()) + "\n  did you mean " + expected + " " + file.name + "?");
  }
}

NodePtr made_by(const CommandLine& about, const std::string& factory) {
  if (factory.starts_with('@')) return from_file(factory.substr(1), format_of(factory.substr(1)), wanted(about));
  const bool is_call = factory.find('(') != std::string::npos;
  const std::string call = is_call ? factory : factory + "()";
  const Value made = value_of_word({}, {call}, "--factory");
  if (!made.is(Value::Kind::node)) throw Error("--factory: it gives no configuration, it gives " + made.text());
  return checked(about, made.node(), "--factory " + factory);
}

}  // namespace

Wanted wanted(const CommandLine& about) { return {*about.result, about.kind, about.expected}; }

bool has_beginning(const CommandLine& about, const Options& options) {
  return about.initial != nullptr || !options.from.empty() || !options.factory.empty();
}

NodePtr beginning(const CommandLine& about, const Options& options) {
  if (!options.from.empty()) return read(about, options.from.front());
  if (!options.factory.empty()) return made_by(about, options.factory);
  if (about.initial == nullptr)
    throw Error("the recipe " + std::string(about.name) + " takes arguments: give them by --factory '" +
                std::string(about.name) + "(name=value)', or a file by --yaml");
  return about.initial();
}

}  // namespace run::detail
