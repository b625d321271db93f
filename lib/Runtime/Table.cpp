#include "Table.h"

#include <algorithm>
#include <string_view>

#include "Utf8.h"

namespace run::detail {
namespace {

constexpr std::size_t kWidest = 48;
constexpr std::size_t kWidestFirst = 24;  // where lines must not be long
constexpr std::size_t kWidestOther = 16;

/// Continuation bytes of UTF-8 take no column.
std::size_t width(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

/// Breaks the text at its spaces so that no line is longer than `most`, where that can be; lines after the first begin
/// behind `margin` spaces. `used` is the width of the line that it begins in.
std::string broken(std::string_view text, std::size_t used, std::size_t margin, std::size_t most) {
  std::string lines;
  bool begins = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!begins && used + 1 + width(word) > most) {
      lines += "\n" + std::string(margin, ' ');
      used = margin;
    } else if (!begins) {
      lines += ' ';
      ++used;
    }
    lines += word;
    used += width(word);
    begins = false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string aligned(const std::vector<Row>& rows, const std::string& indent, std::size_t most) {
  constexpr std::size_t kNarrowest = 24;  // of a column that is broken into lines
  const auto widest = [most](std::size_t column) {
    return most == 0 ? kWidest : column == 0 ? kWidestFirst : kWidestOther;
  };
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], std::min(width(row[i]), widest(i)));
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line = indent;
    std::size_t count = row.size();
    while (count > 1 && row[count - 1].empty()) --count;
    for (std::size_t i = 0; i + 1 < count; ++i)
      line += row[i] + std::string(std::max(widths[i], width(row[i])) - width(row[i]) + 2, ' ');
    const std::string last = count == 0 ? "" : row[count - 1];
    std::size_t margin = count < 2 ? indent.size() + 4 : width(line);
    if (most != 0 && width(line) + width(last) > most && margin + kNarrowest > most) {
      // There is no room for it beside the others.
      while (line.ends_with(' ')) line.pop_back();
      margin = indent.size() + 4;
      line += "\n" + std::string(margin, ' ');
      line += broken(last, margin, margin, most);
    } else {
      line += most == 0 ? last : broken(last, width(line), margin, most);
    }
    while (line.ends_with(' ')) line.pop_back();
    text += line + "\n";
  }
  return text;
}

}  // namespace run::detail
