#include "CommandLineHelp.h"

#include <algorithm>
#include <vector>

#include "DocumentReader.h"
#include "ExecutorWords.h"
#include "Factories.h"
#include "Fit.h"
#include "Leaves.h"
#include "Options.h"
#include "Table.h"

namespace run::detail {
namespace {

constexpr std::size_t kHelpWidth = 80;

/// Whether a factory is what people would give: a class, or something to call.
bool wants_factory(Span<const Type* const> types) {
  return !types.empty() && std::all_of(types.begin(), types.end(), [](const Type* type) {
    const TypeKind kind = type->opened().kind;
    return kind == TypeKind::object || kind == TypeKind::callable;
  });
}

std::string call_of(const Factory& factory) {
  std::string parameters;
  for (const Parameter& parameter : factory.call().parameters)
    parameters += (parameters.empty() ? "" : ", ") + std::string(parameter.name);
  return factory.call().display() + "(" + parameters + ")";
}

Row described(const std::string& begin, const RecipeInfo& recipe) {
  return {begin + call_of({&recipe, nullptr}), recipe.where.text(), std::string(recipe.doc)};
}

void add_factories(const Leaf& leaf, std::vector<Row>& rows) {
  if (!wants_factory(leaf.parameter().types)) return;
  for (const Factory& factory : factories_for(leaf.parameter().types))
    if (factory.recipe != nullptr) rows.push_back(described(leaf.path + "=", *factory.recipe));
}

/// The recipes that give what the program is about.
std::vector<Row> root_factories(const CommandLine& about) {
  std::vector<Row> rows;
  for (const RecipeInfo* recipe : recipes())
    if (recipe->is_partial == (about.kind == NodeKind::partial) &&
        (recipe->call.result == about.result || recipe->call.object == about.result))
      rows.push_back(described("", *recipe));
  return rows;
}

std::vector<Row> executor_rows() {
  std::vector<Row> rows;
  for (const Factory& factory : factories_for(executor_types())) {
    if (factory.recipe != nullptr)
      rows.push_back(described("executor=", *factory.recipe));
    else
      rows.push_back({"executor=" + call_of(factory)});
  }
  return rows;
}

std::string section(const std::string& title, const std::vector<Row>& rows) {
  return rows.empty() ? "" : "\n" + title + ":\n" + aligned(rows, "  ", kHelpWidth);
}

std::vector<Row> option_rows() {
  std::vector<Row> rows;
  for (const OptionInfo& option : option_list()) {
    const std::string value = option.value.empty() || option.value.starts_with('[') ? "" : " ";
    rows.push_back({std::string(option.name) + value + std::string(option.value), std::string(option.doc)});
  }
  return rows;
}

std::string titled(std::string_view name, std::string_view doc) {
  return std::string(name) + (doc.empty() ? "" : ": " + std::string(doc)) + "\n";
}

}  // namespace

std::string program_name(int argc, const char* const* argv) {
  const std::string_view path = argc > 0 ? argv[0] : "program";
  return std::string(path.substr(path.rfind('/') + 1));
}

std::vector<std::string> factory_calls(Span<const Type* const> types) {
  std::vector<std::string> calls;
  if (!wants_factory(types)) return calls;
  for (const Factory& factory : factories_for(types)) calls.push_back(call_of(factory));
  return calls;
}

std::string help(const CommandLine& about, const std::string& program, Node* root) {
  std::string text = "Usage: " + program + " [OPTIONS] [PATH=VALUE | PATH+=VALUE | ...]\n\n";
  text += titled(about.name, about.doc);
  if (root != nullptr) {
    std::vector<Row> arguments;
    std::vector<Row> factories;
    for (const Leaf& leaf : leaves(*root)) {
      arguments.push_back({leaf.path, type_names(leaf.parameter().types), "= " + leaf.text(),
                           std::string(leaf.parameter().initial.doc)});
      add_factories(leaf, factories);
    }
    text += section("Arguments", arguments) + section("Factories", factories);
  }
  text += section("Recipes to begin with (--factory)", root_factories(about));
  text += section("Executors, to run it elsewhere", executor_rows());
  text +=
      "\nValues are written as in Python or YAML: 3, 1e-3, true, none, \"text\", [1, 2],\n{a: 1}, adam(lr=0.1), "
      "@file.yaml.\n"
      "Operations: = += -= *= /= |= &=\n";
  return text + section("Options", option_rows());
}

std::string commands_help(Span<const CommandLine> commands, const std::string& program) {
  std::vector<Row> rows;
  for (const CommandLine& command : commands)
    rows.push_back({command_name(commands, command), std::string(command.name), std::string(command.doc)});
  return "Usage: " + program + " COMMAND [OPTIONS] [PATH=VALUE | PATH+=VALUE | ...]\n" + section("Commands", rows) +
         "\n" + program + " COMMAND --help says what a command takes.\n";
}

std::string arguments_table(Node& root) {
  std::vector<Row> rows{{"argument", "value", "type", "set"}};
  for (const Leaf& leaf : leaves(root)) {
    const Argument* argument = leaf.argument();
    const std::string where = argument == nullptr ? "default" : argument->where.known() ? argument->where.text() : "";
    rows.push_back({leaf.path, leaf.text(), type_names(leaf.parameter().types), where});
  }
  return aligned(rows, "");
}

std::string missing_arguments(Node& root) {
  std::vector<Row> rows;
  for (const Leaf& leaf : leaves(root)) {
    if (!leaf.is_required()) continue;
    std::string calls;
    for (const std::string& call : factory_calls(leaf.parameter().types))
      calls += (calls.empty() ? "as " + leaf.path + "=" : ", ") + call;
    rows.push_back({leaf.path, type_names(leaf.parameter().types), calls, std::string(leaf.parameter().initial.doc)});
  }
  return rows.empty() ? "" : aligned(rows, "  ");
}

std::string command_name(Span<const CommandLine> commands, const CommandLine& command) {
  const std::string whole = dotted(command.name);
  for (std::size_t dot = whole.rfind('.'); dot != std::string::npos && dot != 0; dot = whole.rfind('.', dot - 1)) {
    const std::string end = whole.substr(dot + 1);
    const auto same = std::count_if(commands.begin(), commands.end(), [&](const CommandLine& other) {
      return dotted(other.name) == end || ends_with_parts(dotted(other.name), end);
    });
    if (same == 1) return end;
  }
  return whole;
}

}  // namespace run::detail
