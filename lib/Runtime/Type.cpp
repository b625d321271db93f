// The compiler's spelling of a type => the one that people write.
#include "run/type.h"

#include <array>
#include <cctype>
#include <string>

namespace run {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Where the template argument that begins at `begin` ends: at a ',' or '>' of its own level.
std::size_t end_of_argument(const std::string& text, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<' || c == '(') ++depth;
    if ((c == '>' || c == ')') && depth-- == 0) return i;
    if (c == ',' && depth == 0) return i;
  }
  return text.size();
}

/// Removes `, name<…>` where it is a whole template argument.
void drop_argument(std::string& text, std::string_view name) {
  const std::string start = ", " + std::string(name) + "<";
  for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at))
    text.erase(at, end_of_argument(text, at + 2) - at);
}

}  // namespace

std::string Type::name() const {
  std::string text(spelling);
  replace_all(text, "std::__cxx11::", "std::");
  replace_all(text, "std::__1::", "std::");
  replace_all(text, "{anonymous}::", "");
  replace_all(text, "(anonymous namespace)::", "");
  replace_all(text, "<unnamed>::", "");
  replace_all(text, "> >", ">>");
  replace_all(text, "> >", ">>");
  for (const std::string_view name :
       {"std::allocator", "std::char_traits", "std::default_delete", "std::less", "std::hash", "std::equal_to"})
    drop_argument(text, name);
  replace_all(text, "std::basic_string<char>", "std::string");
  replace_all(text, "std::basic_string<char, std::pmr::polymorphic_allocator<char>>", "std::pmr::string");
  replace_all(text, "std::basic_string_view<char>", "std::string_view");
  replace_all(text, " >", ">");
  replace_all(text, "char *", "char*");
  replace_all(text, "long int", "long");
  return text;
}

}  // namespace run
