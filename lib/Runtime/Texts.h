// Texts, taken apart.
#pragma once

#include <algorithm>
#include <string_view>

namespace run::detail {

/// Without the blanks around it.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r\v\f";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// Calls visit(part) for each of the parts that the separator stands between; for none of an empty text.
template <class Visit>
void each_part(std::string_view text, char separator, const Visit& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Calls visit(tag) for each of the tags of an argument.
template <class Visit>
void each_tag(std::string_view tags, const Visit& visit) {
  each_part(tags, ',', [&](std::string_view tag) {
    if (tag = trimmed(tag); !tag.empty()) visit(tag);
  });
}

}  // namespace run::detail
