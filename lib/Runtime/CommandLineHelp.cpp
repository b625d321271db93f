#include "CommandLineHelp.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <set>
#include <vector>

#include "Factories.h"
#include "run/error.h"
#include "run/path.h"

namespace run::detail {
namespace {

using Row = std::vector<std::string>;

std::string aligned(const std::vector<Row>& rows, const std::string& indent) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], std::min<std::size_t>(row[i].size(), 48));
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line = indent;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(row[i].size() < widths[i] ? widths[i] - row[i].size() + 2 : 2, ' ');
    }
    while (line.ends_with(' ')) line.pop_back();
    text += line + "\n";
  }
  return text;
}

std::string type_names(std::span<const Type* const> types) {
  std::string all;
  for (const Type* type : types) all += (all.empty() ? "" : " or ") + type->name();
  return all;
}

struct Leaf {
  std::string path;
  Node* node;
  std::size_t parameter;
  const Value* value;  // null: it has none
};

/// Every argument of every node, with its path; containers of configurations are entered.
class Leaves {
 public:
  std::vector<Leaf> of(Node& root) {
    node(root, "");
    while (!open_.empty()) {
      const auto [next, path] = std::move(open_.back());
      open_.pop_back();
      arguments(*next, path);
    }
    return std::move(found_);
  }

 private:
  void node(Node& node, const std::string& path) {
    if (seen_.insert(&node).second) open_.emplace_back(&node, path);
  }
  void arguments(Node& owner, const std::string& path) {
    std::vector<std::pair<Node*, std::string>> children;
    for (std::size_t i = 0; i < owner.target->parameters.size(); ++i) {
      const Value* value = owner.find_or_default(i);
      const std::string own = join(path, owner.target->parameters[i].name);
      found_.push_back({own, &owner, i, value});
      if (value != nullptr) collect(*value, own, children);
    }
    for (auto child = children.rbegin(); child != children.rend(); ++child) node(*child->first, child->second);
  }
  static void collect(const Value& value, const std::string& path, std::vector<std::pair<Node*, std::string>>& into) {
    if (value.is(Value::Kind::node)) {
      into.emplace_back(value.node().get(), path);
    } else if (value.is(Value::Kind::list)) {
      for (std::size_t i = 0; i < value.list().size(); ++i)
        collect(value.list()[i], path + "[" + std::to_string(i) + "]", into);
    } else if (value.is(Value::Kind::map)) {
      for (const auto& [key, entry] : value.map()) collect(entry, path + "[" + key.text() + "]", into);
    }
  }

  std::vector<Leaf> found_;
  std::vector<std::pair<Node*, std::string>> open_;
  std::set<const Node*> seen_;
};

const Argument* argument_of(const Leaf& leaf) {
  for (const Argument& argument : leaf.node->arguments)
    if (argument.parameter == leaf.parameter) return &argument;
  return nullptr;
}

std::string value_text(const Leaf& leaf) {
  if (leaf.value != nullptr) return leaf.value->text();
  const Parameter& parameter = leaf.node->target->parameters[leaf.parameter];
  return parameter.initial.text.empty() ? "(required)" : std::string(parameter.initial.text);
}

/// The class or function that a factory's name, shown with where it is.
void add_factories(const Leaf& leaf, std::vector<Row>& rows) {
  const auto types = leaf.node->target->parameters[leaf.parameter].types;
  for (const Type* type : types) {
    while (type->kind == TypeKind::optional || type->kind == TypeKind::holder) type = type->parts[0];
    if (type->kind != TypeKind::object && type->kind != TypeKind::callable) return;
  }
  for (const Factory& factory : factories_for(types)) {
    if (factory.recipe == nullptr) continue;
    std::string parameters;
    for (const Parameter& parameter : factory.call().parameters)
      parameters += (parameters.empty() ? "" : ", ") + std::string(parameter.name);
    rows.push_back({leaf.path + "=" + factory.call().display() + "(" + parameters + ")", factory.recipe->where.text(),
                    std::string(factory.recipe->doc)});
  }
}

std::string shared_start(const std::string& text, std::string_view prefix) {
  return text.starts_with(prefix) ? text : std::string();
}

}  // namespace

std::string program_name(int argc, const char* const* argv) {
  const std::string_view path = argc > 0 ? argv[0] : "program";
  return std::string(path.substr(path.rfind('/') + 1));
}

bool asks(const std::ostream& out) {
  return &out == &std::cout && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

std::string help(const CommandLine& about, const std::string& program, Node* root) {
  std::string text = "Usage: " + program + " [OPTIONS] [PATH=VALUE | PATH+=VALUE | ...]\n\n" + std::string(about.name);
  if (!about.doc.empty()) text += ": " + std::string(about.doc);
  text += "\n";
  if (root != nullptr) {
    std::vector<Row> arguments;
    std::vector<Row> factories;
    for (const Leaf& leaf : Leaves().of(*root)) {
      const Parameter& parameter = leaf.node->target->parameters[leaf.parameter];
      arguments.push_back(
          {leaf.path, type_names(parameter.types), "= " + value_text(leaf), std::string(parameter.initial.doc)});
      add_factories(leaf, factories);
    }
    text += "\nArguments:\n" + aligned(arguments, "  ");
    if (!factories.empty()) text += "\nFactories:\n" + aligned(factories, "  ");
  }
  text +=
      "\nValues are written as in Python or YAML: 3, 1e-3, true, none, \"text\", [1, 2], {a: 1}, adam(lr=0.1), "
      "@file.yaml.\n"
      "Operations: = += -= *= /= |= &=\n"
      "\nOptions:\n" +
      aligned({{"--factory NAME[(ARGUMENTS)]", "start from what this recipe gives"},
               {"--yaml FILE", "start from this file"},
               {"--to-yaml FILE", "write the configuration (- for the terminal), and end"},
               {"--print[=tree|flat|yaml|history]", "show the configuration, and end"},
               {"--dryrun", "show a table of all arguments, and end"},
               {"-y, --yes", "do not ask before running (asked on a terminal only)"},
               {"--completion bash|zsh", "a script that completes these words in the shell"},
               {"-h, --help", "this text"}},
              "  ");
  return text;
}

std::string arguments_table(Node& root) {
  std::vector<Row> rows{{"argument", "value", "type", "set"}};
  for (const Leaf& leaf : Leaves().of(root)) {
    const Argument* argument = argument_of(leaf);
    const std::string where = argument == nullptr ? "default" : argument->where.known() ? argument->where.text() : "";
    rows.push_back(
        {leaf.path, value_text(leaf), type_names(leaf.node->target->parameters[leaf.parameter].types), where});
  }
  return aligned(rows, "");
}

std::string completion_script(const std::string& program, const std::string& shell) {
  std::string name = program;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  if (shell == "bash")
    return "_" + name + "() {\n" +
           "  local line\n"
           "  COMPREPLY=()\n"
           "  local word=\"${COMP_LINE:0:COMP_POINT}\"\n"
           "  word=\"${word##* }\"\n"
           "  local cut=\"${word%\"${word##*[=:]}\"}\"\n"  // bash splits words at = and :
           "  while IFS= read -r line; do COMPREPLY+=(\"${line#\"$cut\"}\"); done"
           " < <(\"${COMP_WORDS[0]}\" --complete \"$word\" 2>/dev/null)\n"
           "  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=.] ]] && compopt -o nospace\n"
           "}\ncomplete -o default -F _" +
           name + " " + program + "\n";
  if (shell == "zsh")
    return "#compdef " + program + "\n_" + name +
           "() {\n"
           "  local -a candidates\n"
           "  candidates=(\"${(@f)$(\"${words[1]}\" --complete \"${words[CURRENT]}\" 2>/dev/null)}\")\n"
           "  compadd -S '' -- $candidates\n"
           "}\ncompdef _" +
           name + " " + program + "\n";
  throw Error("--completion " + shell + ": expected bash or zsh");
}

void complete(const CommandLine& about, int argc, const char* const* argv, std::ostream& out) {
  const std::string word = argc > 2 ? argv[argc - 1] : "";
  std::set<std::string> candidates;
  const auto offer = [&](const std::string& text) {
    if (!shared_start(text, word).empty()) candidates.insert(text);
  };
  if (word.starts_with("-")) {
    for (const char* option : {"--factory", "--yaml", "--to-yaml", "--print", "--print=flat", "--print=tree",
                               "--print=yaml", "--print=history", "--dryrun", "--yes", "--completion", "--help"})
      offer(option);
  } else if (about.initial != nullptr) {
    const NodePtr root = about.initial();
    const std::size_t equal = word.find('=');
    for (const Leaf& leaf : Leaves().of(*root)) {
      const Parameter& parameter = leaf.node->target->parameters[leaf.parameter];
      if (equal == std::string::npos) {
        offer(leaf.path + "=");
        continue;
      }
      if (word.substr(0, equal) != leaf.path) continue;
      for (const Type* type : parameter.types) {
        while (type->kind == TypeKind::optional || type->kind == TypeKind::holder) type = type->parts[0];
        if (type->kind == TypeKind::boolean)
          for (const char* value : {"true", "false"}) offer(leaf.path + "=" + value);
        if (type->enumeration != nullptr)
          for (const auto& enumerator : type->enumeration->enumerators)
            offer(leaf.path + "=" + std::string(enumerator.first));
      }
      std::vector<Row> factories;
      add_factories(leaf, factories);
      for (const Row& row : factories) offer(row[0].substr(0, row[0].find('(') + 1));
    }
  }
  for (const std::string& candidate : candidates) out << candidate << '\n';
}

}  // namespace run::detail
