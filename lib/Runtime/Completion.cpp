#include "Completion.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <ostream>
#include <set>
#include <vector>

#include "Beginning.h"
#include "CommandLineHelp.h"
#include "DocumentReader.h"
#include "ExecutorWords.h"
#include "Factories.h"
#include "Leaves.h"
#include "Scalar.h"
#include "UnfinishedValue.h"
#include "ValueText.h"
#include "Words.h"
#include "run/error.h"
#include "run/path.h"

namespace run::detail {
namespace {

/// The words of a line as a shell splits them; the last one is the one that is being typed, and may be empty or have an
/// open quote.
std::vector<std::string> shell_words(std::string_view line) {
  std::vector<std::string> words{{}};
  char quote = '\0';
  bool is_open = false;  // a word was begun
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
      words.back() += line[++i];
    } else if (quote != '\0') {
      if (c == quote)
        quote = '\0';
      else
        words.back() += c;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == ' ' || c == '\t') {
      if (is_open) words.emplace_back();
      is_open = false;
      continue;
    } else {
      words.back() += c;
    }
    is_open = true;
  }
  return words;
}

class Completer {
 public:
  explicit Completer(std::string word) : word_(std::move(word)) {}

  void offer(const std::string& candidate) {
    if (candidate.starts_with(word_)) candidates_.insert(candidate);
  }

  void options() {
    for (const OptionInfo& option : option_list()) {
      offer(std::string(option.name));
      if (!option.value.starts_with("[=")) continue;
      for (const std::string_view value : split_words(option.values))
        offer(std::string(option.name) + "=" + std::string(value));
    }
  }

  /// The arguments of the node, and, where none is set yet, of the only class that can stand there.
  void paths(Node& root, const std::string& before) {
    for (const Leaf& leaf : leaves(root)) {
      const std::string path = join(before, leaf.path);
      offer_path(path);
      if (leaf.value != nullptr) parts(*leaf.value, path);
      if ((leaf.value != nullptr && !leaf.value->null()) || !word_.starts_with(path + ".")) continue;
      const auto types = leaf.parameter().types;
      const TargetInfo* only = types.size() == 1 ? find_target(types[0]->opened()) : nullptr;
      if (only != nullptr) paths(*Node::make(*only, NodeKind::config, Location()), path);
    }
  }

  void values(Node& root) {
    const std::size_t equals = word_.find('=');
    std::string path = word_.substr(0, equals);
    while (!path.empty() && std::string_view("+-*/|&").find(path.back()) != std::string_view::npos) path.pop_back();
    Span<const Type* const> types;
    try {
      types = types_of(place_of_word(root, path));
    } catch (const Error&) {
      return;
    }
    const UnfinishedValue end = unfinished_value(std::string_view(word_).substr(equals + 1), types);
    const std::string typed = word_.substr(0, equals + 1 + end.begin);
    if (end.call != nullptr) {
      for (const Parameter& parameter : end.call->parameters)
        if (std::find(end.named.begin(), end.named.end(), parameter.name) == end.named.end())
          offer(typed + std::string(parameter.name) + "=");
    }
    if (end.is_value) values(typed, end.types);
  }

  void recipe_names(const CommandLine& about) {
    for (const RecipeInfo* recipe : recipes())
      if (recipe->is_partial == (about.kind == NodeKind::partial)) offer(short_name({recipe, nullptr}, {}));
  }

  void print(std::ostream& out) const {
    for (const std::string& candidate : candidates_) out << candidate << '\n';
  }

 private:
  void offer_path(const std::string& path) { offer((path.starts_with(word_) ? path : keys_behind_dots(path)) + "="); }

  /// The elements and entries of a value, once its own path is typed; of configurations in it there are the arguments.
  void parts(const Value& value, const std::string& path) {
    const bool is_typed =
        word_.size() > path.size() && (word_.starts_with(path) || word_.starts_with(keys_behind_dots(path)));
    if (!is_typed || value.is(Value::Kind::node)) return;
    const auto part = [this](const Value& inner, const std::string& inner_path) {
      if (inner.is(Value::Kind::node)) return;
      offer_path(inner_path);
      parts(inner, inner_path);
    };
    if (value.is(Value::Kind::list))
      for (std::size_t i = 0; i < value.list().size(); ++i) part(value.list()[i], path + "[" + std::to_string(i) + "]");
    if (value.is(Value::Kind::map))
      for (const auto& [key, entry] : value.map()) part(entry, path + shown_step(key));
  }

  /// `sizes.left` for `sizes[left]`: one may type either.
  static std::string keys_behind_dots(const std::string& path) {
    std::string spelt;
    for (const PathStep& step : parse_path(path)) {
      if (step.is_quoted || (step.in_brackets && !plain_scalar(step.text).is(Value::Kind::string))) return path;
      spelt = join(spelt, step.text);
    }
    return spelt;
  }

  /// What may stand for one of the types, behind what is typed already.
  void values(const std::string& begin, Span<const Type* const> types) {
    if (std::string_view(word_).substr(begin.size()).starts_with('@')) return files(begin + "@");
    for (const Type* type : types) {
      const Type& inner = type->opened();
      if (inner.kind == TypeKind::variant) values(begin, inner.parts);
      if (inner.kind == TypeKind::boolean)
        for (const char* value : {"true", "false"}) offer(begin + value);
      if (inner.enumeration != nullptr)
        for (const auto& enumerator : inner.enumeration->enumerators)
          offer_name(begin, enumerator.first,
                     std::string(inner.enumeration->name) + "::" + std::string(enumerator.first));
      if (inner.kind == TypeKind::function || inner.kind == TypeKind::callable || inner.kind == TypeKind::opaque)
        for (const FunctionName* function : find_functions_ending(""))
          if (!function_for(*function, types).absent()) offer_name(begin, dotted(function->name), function->name);
      if (inner.kind != TypeKind::object && inner.kind != TypeKind::callable) continue;
      for (const Factory& factory : factories_for(types))
        offer_name(begin, short_name(factory, types), factory.call().name);
    }
  }

  /// The shortest name that does; where one begins to qualify it, with `::` or dots, what goes on so.
  void offer_name(const std::string& begin, std::string_view shortest, std::string_view whole) {
    offer(begin + std::string(shortest));
    const std::string_view typed = std::string_view(word_).substr(begin.size());
    const std::string spelt = typed.find(':') == std::string_view::npos ? dotted(whole) : std::string(whole);
    const std::string_view separator = typed.find(':') == std::string_view::npos ? "." : "::";
    if (typed.find(separator[0]) == std::string_view::npos) return;
    offer(begin + spelt);
    for (std::size_t at = spelt.find(separator); at != std::string::npos; at = spelt.find(separator, at + 1))
      offer(begin + spelt.substr(at + separator.size()));
  }

  static std::string short_name(const Factory& factory, Span<const Type* const> wanted) {
    const std::string whole = dotted(factory.call().name);
    const std::string last = whole.substr(whole.rfind('.') + 1);
    try {
      const Factory found = find_factory(last, wanted);
      if (found.recipe == factory.recipe && found.target == factory.target) return last;
    } catch (const Error&) {
      // Several are called so.
    }
    return whole;
  }

  void files(const std::string& begin) {
    const std::string written = word_.substr(begin.size());
    const std::string folder = written.substr(0, written.rfind('/') + 1);
    std::error_code error;
    using Iterator = std::filesystem::directory_iterator;
    for (Iterator entry(folder.empty() ? "." : folder, error), end; entry != end; entry.increment(error))
      offer(begin + folder + entry->path().filename().string() + (entry->is_directory(error) ? "/" : ""));
  }

  std::string word_;
  std::set<std::string> candidates_;
};

/// What the word is about, the configuration or its executor, as the words before leave it; null where there is none.
NodePtr configuration(const CommandLine& about, Span<const std::string> words, const std::string& last) {
  NodePtr root;
  std::vector<std::string> changes;
  try {
    Options options = parse_options(words);
    changes = std::move(options.words);
    root = beginning(about, options);
  } catch (const std::exception&) {
    if (about.initial != nullptr) root = about.initial();
  }
  if (root == nullptr) return nullptr;
  ExecutorWords executor(*root);
  for (const std::string& word : changes) {
    try {
      if (executor.takes(word))
        executor.apply(word, 1);
      else
        apply_word(*root, word, 1);
    } catch (const std::exception&) {
      // It will be told when the line is run.
    }
  }
  return executor.takes(last) ? executor.root() : root;
}

void complete(const CommandLine& about, Span<const std::string> words, std::ostream& out) {
  const std::string& word = words.back();
  const Span<const std::string> before = words.first(words.size() - 1);
  const std::string last = before.empty() ? "" : before.back();
  Completer completer(word);
  if (last == "--factory") {
    completer.recipe_names(about);
  } else if (last == "--completion") {
    for (const char* shell : {"bash", "zsh"}) completer.offer(shell);
  } else if (last.starts_with("--") && std::any_of(option_list().begin(), option_list().end(), [&](const auto& option) {
               return option.name == last && option.value.starts_with("FILE");
             })) {
    return;  // the shell completes files
  } else if (word.starts_with('-')) {
    completer.options();
  } else if (const NodePtr root = configuration(about, before, word)) {
    if (word.find('=') == std::string::npos)
      completer.paths(*root, "");
    else
      completer.values(*root);
    if (!word.starts_with("executor=")) completer.offer("executor=");
  }
  completer.print(out);
}

}  // namespace

void complete(const CommandLine& about, std::string_view line, std::ostream& out) {
  std::vector<std::string> words = shell_words(line);
  if (words.size() == 1) words.emplace_back();  // the program's name alone
  complete(about, Span<const std::string>(words).subspan(1), out);
}

void complete(Span<const CommandLine> commands, std::string_view line, std::ostream& out) {
  std::vector<std::string> words = shell_words(line);
  if (words.size() == 1) words.emplace_back();
  if (words.size() == 2) {
    Completer completer(words.back());
    for (const CommandLine& command : commands) completer.offer(command_name(commands, command));
    for (const char* option : {"--completion", "--help", "--targets"}) completer.offer(option);
    completer.print(out);
    return;
  }
  for (const CommandLine& command : commands)
    if (command_name(commands, command) == words[1]) complete(command, Span<const std::string>(words).subspan(2), out);
}

std::string completion_script(const std::string& program, const std::string& shell) {
  std::string name = program;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  if (shell == "bash")
    return "_" + name + R"sh(() {
  local line="${COMP_LINE:0:COMP_POINT}" candidate
  local quotes="${line//[^\'\"]/}"
  local word="${line##* }"
  local cut="${word%"${word##*[=:]}"}" # bash splits words at = and :
  COMPREPLY=()
  while IFS= read -r candidate; do
    [[ $word == *\\* ]] && printf -v candidate %q "$candidate" # it is typed with backslashes, not in quotes
    COMPREPLY+=("${candidate#"$cut"}")
  done < <("${COMP_WORDS[0]/#\~/$HOME}" --complete "$line" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=./] ]]; then
    compopt -o nospace
    ((${#quotes} % 2)) && COMPREPLY+=("${COMPREPLY[0]}...") # of several none is the end of what is in quotes
  fi
  return 0
}
complete -o default -F _)sh" +
           name + " " + program + "\n";
  return "#compdef " + program + "\n_" + name + R"sh(() {
  local -a candidates
  candidates=("${(@f)$("${words[1]/#\~/$HOME}" --complete "${(j: :)words[1,CURRENT]}" 2>/dev/null)}")
  if [[ -n "${candidates[1]}" ]]; then
    compadd -S '' -- "${candidates[@]}"
  else
    _files
  fi
}
compdef _)sh" +
         name + " " + program + "\n";
}

}  // namespace run::detail
