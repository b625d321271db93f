#include "Override.h"

#include "Literal.h"
#include "Texts.h"
#include "run/error.h"

namespace run::detail {
namespace {

constexpr std::string_view kSigns = "+-*/|&";        // of operations
constexpr std::string_view kOtherSigns = "%^<>!~@";  // of what looks like one

/// Where the first `=` stands that is not in brackets or in quotes within them: there a key may hold anything.
std::size_t find_equals(std::string_view word) {
  char quote = '\0';
  std::size_t brackets = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    if (quote != '\0') {
      if (c == '\\')
        ++at;
      else if (c == quote)
        quote = '\0';
    } else if (brackets != 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']' && brackets != 0) {
      --brackets;
    } else if (c == '=' && brackets == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

Override parse_override(std::string_view word) {
  const std::string said = "expected name=value, found `" + std::string(word) + "`";
  const std::size_t equals = find_equals(word);
  if (equals == std::string_view::npos) throw Error(with_caret(said, word, word.size()));
  Override made;
  std::string_view path = trimmed(word.substr(0, equals));
  if (!path.empty() && kSigns.find(path.back()) != std::string_view::npos) {
    made.operation = path.back();
    path.remove_suffix(1);
  }
  made.operation += '=';
  if (!path.empty() &&
      (kSigns.find(path.back()) != std::string_view::npos || kOtherSigns.find(path.back()) != std::string_view::npos)) {
    const std::size_t sign = path.size() - 1 + static_cast<std::size_t>(path.data() - word.data());
    throw Error(with_caret(
        "`" + std::string(1, path.back()) + made.operation + "` is no operation: expected one of = += -= *= /= |= &=",
        word, sign));
  }
  made.path = trimmed(path);
  if (made.path.empty()) throw Error(with_caret(said, word, 0));
  made.value = word.substr(equals + 1);
  made.offset = equals + 1;
  return made;
}

}  // namespace run::detail
