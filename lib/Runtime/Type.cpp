// The compiler's spelling of a type => the one that people write.
#include "run/type.h"

#include <array>
#include <cctype>
#include <string>
#include <utility>

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

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// `long long unsigned int` is `unsigned long long`, and `short int` is `short`: by GCC the one, by Clang the other.
void order_words(std::string& text) {
  for (const std::string_view size : {"long long", "long", "short"}) {
    replace_all(text, std::string(size) + " unsigned int", "unsigned " + std::string(size));
    replace_all(text, std::string(size) + " int", size);
  }
}

/// Removes the suffixes of numbers, `3UL`.
void drop_suffixes(std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = std::isdigit(static_cast<unsigned char>(text[i])) != 0 && (i == 0 || !is_word(text[i - 1]));
    if (!begins) {
      kept += text[i];
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_word(text[end])) ++end;
    const std::string_view number = std::string_view(text).substr(i, end - i);
    kept += number.substr(0, number.find_last_not_of("uUlL") + 1);
    i = end - 1;
  }
  text = std::move(kept);
}

/// Whether a `(*)(`, `(&)[` or `(app::C::*)(` begins there, which GCC and Clang both keep apart from the type before
/// it.
bool begins_declarator(std::string_view text) {
  const std::size_t end = text.find(')');
  return end != std::string_view::npos && end + 1 < text.size() && (text[end - 1] == '*' || text[end - 1] == '&') &&
         (text[end + 1] == '(' || text[end + 1] == '[');
}

/// No space in front of `*`, `&`, `[3]` and the parameters of a function.
void drop_spaces(std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view next = std::string_view(text).substr(i + 1);
    const bool is_between = text[i] == ' ' && i > 0 && text[i - 1] != ',' && !next.empty();
    if (is_between && std::string_view("*&[(").find(next[0]) != std::string_view::npos &&
        !(next[0] == '(' && begins_declarator(next)))
      continue;
    kept += text[i];
  }
  text = std::move(kept);
}

/// `std::chrono::milliseconds`, as everybody writes it.
void name_durations(std::string& text) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"std::ratio<1, 1000>", "std::milli"},
      {"std::ratio<1, 1000000>", "std::micro"},
      {"std::ratio<1, 1000000000>", "std::nano"},
      {"std::chrono::duration<long, std::nano>", "std::chrono::nanoseconds"},
      {"std::chrono::duration<long, std::micro>", "std::chrono::microseconds"},
      {"std::chrono::duration<long, std::milli>", "std::chrono::milliseconds"},
      {"std::chrono::duration<long>", "std::chrono::seconds"},
      {"std::chrono::duration<long, std::ratio<60>>", "std::chrono::minutes"},
      {"std::chrono::duration<long, std::ratio<3600>>", "std::chrono::hours"},
      {"std::chrono::duration<long, std::ratio<86400>>", "std::chrono::days"}};
  for (const auto& [spelling, name] : names) replace_all(text, spelling, name);
}

}  // namespace

std::string Type::name() const {
  if (is_bit_field()) return parts[0]->name() + " : " + std::to_string(bits);
  std::string text(spelling);
  replace_all(text, "__cxx11::", "");
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
  order_words(text);
  drop_suffixes(text);
  drop_spaces(text);
  name_durations(text);
  return text;
}

}  // namespace run
