// The quick parser of YAML reads what yaml-cpp reads, marks and all, or leaves it to yaml-cpp.
#include <gtest/gtest.h>
#include <run/run.h>

#include <random>
#include <string>

#include "../../lib/Runtime/Document.h"
#include "thrown.h"

namespace {

using run::detail::Document;
using run::detail::Item;

std::string shown(const Document& document) {
  std::string all;
  for (Document::Index i = 0; i < document.size(); ++i) {
    const Item& item = document[i];
    all += std::to_string(i) + "-" + std::to_string(item.end) + " " + std::to_string(static_cast<int>(item.kind)) +
           std::to_string(static_cast<int>(item.style)) + " &" + std::to_string(item.anchor) + " " +
           std::to_string(item.line) + ":" + std::to_string(item.column) + " " + std::string(item.text()) + "\n";
  }
  return all;
}

TEST(YamlParsers, Agree) {
  const std::string parts[] = {"a",
                               "b: ",
                               "c:",
                               ": ",
                               ":",
                               "- ",
                               "-",
                               "--",
                               "---",
                               "?",
                               "? ",
                               "-?",
                               ":x",
                               "?x",
                               "-x",
                               "\\",
                               "\\n",
                               "\"",
                               "'",
                               "''",
                               "\"q\"",
                               "'s'",
                               " ",
                               "  ",
                               "    ",
                               "\n",
                               "\n  ",
                               "\n    ",
                               "\n- ",
                               "\n  - ",
                               "\n\n",
                               "#",
                               " #c",
                               "\n# c\n",
                               "&a ",
                               "*a",
                               "&b\n",
                               "[",
                               "]",
                               "{",
                               "}",
                               ", ",
                               ",",
                               "~",
                               "null",
                               "1",
                               ".5",
                               "...",
                               "..",
                               "=",
                               "<<",
                               "|",
                               ">",
                               "!",
                               "!!str ",
                               "%",
                               "@",
                               "`",
                               "$",
                               "\xc3\xa9",
                               "\xef\xbb\xbf",
                               "\t",
                               "\\x41",
                               "\\u00e9",
                               "\\\"",
                               "key: value",
                               "list:\n  - 1\n  - 2\n",
                               "x: {a: 1, b: [c]}\n",
                               "text",
                               "\xc2\x85",
                               "\xe2\x80\xa8",
                               "://",
                               "a:b",
                               "a#b",
                               "a,b",
                               "::"};
  std::mt19937 engine(3);
  int quick = 0;
  for (int i = 0; i < 30'000 && !HasFailure(); ++i) {
    std::string text;
    for (std::size_t k = 1 + engine() % 12; k > 0; --k) text += parts[engine() % std::size(parts)];
    Document document("f", std::string_view(text));
    try {
      check_text(document);
    } catch (const run::Error&) {
      continue;
    }
    if (!parse_simple_yaml(document)) continue;
    ++quick;
    Document again("f", std::string_view(text));
    ASSERT_NO_THROW(parse_any_yaml(again)) << text;
    EXPECT_EQ(shown(document), shown(again)) << text;
  }
  EXPECT_GT(quick, 5'000);
}

// yaml-cpp reads all of the line first, with a hundred bytes for each bracket.
TEST(YamlParsers, WhatIsTooDeepIsToldByTheQuickOne) {
  for (const std::string open : {"[", "{a: ", "[{a: ", "- [", "x: &a [\n"}) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += i > 0 && open[0] != '[' && open[0] != '{' ? "[" : open;
    Document document("f", std::string_view(text));
    EXPECT_THROW(parse_simple_yaml(document), run::Error) << open;
    EXPECT_NE(error_of([&] { run::detail::parse_yaml(std::string_view(text), "f"); }).find("deeper than 480 levels"),
              std::string::npos)
        << open;
  }
}

}  // namespace
