// Texts that mean harm, in each format: an error, or the value, soon and with little memory.
#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

#include "../../lib/Runtime/DocumentReader.h"
#include "targets.h"

namespace {

using run::Format;

constexpr Format kFormats[] = {Format::yaml, Format::json, Format::toml};

run::detail::Document parse(std::string_view text, Format format) {
  switch (format) {
    case Format::yaml:
      return run::detail::parse_yaml(text, "f");
    case Format::json:
      return run::detail::parse_json(text, "f");
    default:
      return run::detail::parse_toml(text, "f");
  }
}

/// The error, or what the value begins with.
std::string read(std::string_view text, Format format = Format::yaml) {
  const std::clock_t begin = std::clock();
  std::string result;
  try {
    const run::detail::Document document = parse(text, format);
    const run::Value value = run::detail::read_value(document, 0, {});
    result = value.text().substr(0, 40);
  } catch (const run::Error& error) {
    result = error.what();
  }
  // Of this process alone, and generous: a sanitizer may watch.
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 20) << text.substr(0, 40);
  EXPECT_LT(result.size(), 3000U) << result.substr(0, 200) << " ... " << result.substr(result.size() - 100);
  return result;
}

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  for (; count > 0; --count) all += text;
  return all;
}

TEST(Hostile, Depth) {
  constexpr std::size_t kDeep = 100'000;
  for (const char* open : {"[", "{a: ", "- ", "[{a: ", "? ", "!!seq [", "&a [", "- - a: ", "\"a\": {"})
    EXPECT_TRUE(read(times(kDeep, open)).starts_with("f:1:")) << open << read(times(kDeep, open));
  std::string staircase;
  for (std::size_t i = 0; i < 1000; ++i) staircase += std::string(i, ' ') + "a:\n";
  EXPECT_NE(read(staircase).find("f:481:481: it is nested deeper than 480 levels"), std::string::npos)
      << read(staircase);
  for (const char* open : {"[", "{\"a\": ", "[{\"a\":"})
    EXPECT_TRUE(read(times(kDeep, open), Format::json).starts_with("f:1:")) << open;
  EXPECT_TRUE(read("a = " + times(kDeep, "["), Format::toml).starts_with("f:1:"));
  EXPECT_TRUE(read("a = " + times(kDeep, "{a = "), Format::toml).starts_with("f:1:"));
  EXPECT_TRUE(read(times(kDeep, "a.") + "a = 1", Format::toml).starts_with("f:1:"));
  EXPECT_TRUE(read("[" + times(kDeep, "a.") + "a]", Format::toml).starts_with("f:1:"));
  EXPECT_TRUE(read(times(kDeep, "["), Format::toml).starts_with("f:1:"));
  // At the name that is one too many, and not where the memory ends.
  for (const char* begin : {"", "[", "[[", "a = {"})
    EXPECT_NE(read(begin + times(kDeep, "a."), Format::toml).find(": it is nested deeper than 480 levels"),
              std::string::npos)
        << begin;
}

TEST(Hostile, Aliases) {
  std::string bomb = "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias + times(8, ", " + alias) + "]\n";
  }
  const auto message = [](const std::string& text) {
    try {
      (void)run::from_yaml<std::map<std::string, std::vector<std::vector<std::vector<int>>>>>(text);
    } catch (const run::Error& error) {
      return std::string(error.what());
    }
    return std::string("it was read");
  };
  EXPECT_NE(message(bomb), "it was read");
  std::string list = "- &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    list += "- &a" + std::to_string(i) + " [" + alias + times(8, ", " + alias) + "]\n";
  }
  EXPECT_NE(read(list).find("its aliases stand for too many values"), std::string::npos) << read(list);
  EXPECT_NE(read("&a [*a]").find("it holds itself"), std::string::npos);
  EXPECT_NE(read("- &a [1, *b]\n- &b [*a]\n").find("f:1:10: "), std::string::npos) << read("- &a [1, *b]\n- &b [*a]\n");

  std::string anchors;
  for (int i = 0; i < 200'000; ++i) anchors += "- &a" + std::to_string(i) + " 1\n";
  EXPECT_EQ(read(anchors).substr(0, 10), "[1, 1, 1, ");
  anchors += "- !!int 1\n";  // as yaml-cpp reads it
  EXPECT_EQ(read(anchors).substr(0, 10), "[1, 1, 1, ");
  std::string ids = "[";
  for (int i = 1; i < 100'000; ++i)
    ids += "{\"_id_\": " + std::to_string(i) + "}, {\"_ref_\": " + std::to_string(i) + "},";
  EXPECT_NE(read(ids + "1]", Format::json), "");
}

TEST(Hostile, LongFiles) {
  const std::string path = (std::filesystem::temp_directory_path() / "hostile_test.yaml").string();
  std::ofstream(path) << "a";
  std::filesystem::resize_file(path, std::uintmax_t{1} << 40);  // all of it but the beginning is a hole
  try {
    (void)run::detail::read_file(path);
    ADD_FAILURE() << "it was read";
  } catch (const run::Error& error) {
    EXPECT_EQ(error.what(), path + ": it is longer than a gigabyte");
  }
  std::filesystem::remove(path);
}

TEST(Hostile, LongTexts) {
  constexpr std::size_t kLong = 1'000'000;
  const std::string word(kLong, 'x');
  const std::string digits(kLong, '7');
  for (const std::string& text :
       {word, "\"" + word + "\"", "'" + word + "'", "|\n  " + word, "a: " + word,
        "a: >-\n" + times(kLong / 20, "  words of a text\n\n"), times(kLong / 10, "word word\n")})
    EXPECT_FALSE(read(text).empty());
  EXPECT_EQ(read(digits).substr(0, 5), "\"7777");  // no number holds it
  EXPECT_NE(read("\"" + word).find("f:"), std::string::npos);
  EXPECT_EQ(read("\"" + word + "\"", Format::json).substr(0, 5), "\"xxxx");
  EXPECT_FALSE(read(digits, Format::json).empty());
  EXPECT_NE(read("a = \"" + word + "\"", Format::toml).find("a mapping"), std::string::npos);
  EXPECT_TRUE(read("a = " + digits, Format::toml).starts_with("f:1:"));
  EXPECT_TRUE(read("a = 0." + digits, Format::toml).starts_with("f:1:"));
  EXPECT_TRUE(read(word + " = 1", Format::toml).starts_with("f:1:"));
  const std::string commas = times(200'000, "1, ");
  EXPECT_EQ(read("[" + commas + "1]").substr(0, 4), "[1, ");
  EXPECT_EQ(read("[" + commas + "1]", Format::json).substr(0, 4), "[1, ");
  EXPECT_NE(read("a = [" + commas + "1]", Format::toml).find("a mapping"), std::string::npos);
  EXPECT_FALSE(read("[" + commas + "!!int 1]").empty());
  EXPECT_FALSE(read(times(200'000, "? a\n")).empty());
  EXPECT_FALSE(read(times(200'000, "[a, ") + "]").empty());
  EXPECT_FALSE(read("[" + times(100'000, "\"a\": b, ") + "c]").empty());
  EXPECT_FALSE(read(times(300'000, "#\n") + "!!str a").empty());
  EXPECT_FALSE(read(times(300'000, "\n") + "!!str a").empty());
}

TEST(Hostile, AnEndlessValue) {
  const std::string huge((std::size_t{1} << 26) + 1, '7');
  const std::string message = "a value of 67108865 bytes: none is longer than 64 MiB";
  for (const std::string& text : {"a: " + huge, "- !!str " + huge})
    EXPECT_NE(read(text).find(message), std::string::npos);
  EXPECT_NE(read("{\"" + huge + "\": 1}", Format::json).find(message), std::string::npos);
  EXPECT_NE(read("a = \"" + huge + "\"", Format::toml).find(message), std::string::npos);
}

TEST(Hostile, ManyTables) {
  std::string tables;
  for (int i = 0; i < 50'000; ++i) tables += "[[a" + std::to_string(i) + "]]\n";
  EXPECT_FALSE(read(tables + times(200'000, "[[x]]\n"), Format::toml).empty());
  std::string dots;
  for (int i = 0; i < 100'000; ++i) dots += "a" + std::to_string(i) + ".b.c = 1\n";
  for (int i = 0; i < 100'000; ++i) dots += "a" + std::to_string(i) + ".b.d = 1\n";
  EXPECT_FALSE(read(dots, Format::toml).empty());
}

TEST(Hostile, NoText) {
  for (const Format format : kFormats) {
    for (const std::string_view text :
         {std::string_view("a\0b", 3), std::string_view("\xff"), std::string_view("\xc0\x80"),
          std::string_view("\xed\xa0\x80"), std::string_view("\xf4\x90\x80\x80"), std::string_view("\xe2\x82"),
          std::string_view("\x01"), std::string_view("a: \x1b[31m"), std::string_view("a = \"\x7f\""),
          std::string_view("\xff\xfe"), std::string_view("\xfe\xff\0a", 4)})
      EXPECT_TRUE(read(text, format).starts_with("f:1:") || (format == Format::yaml && text.find('\x7f') < text.size()))
          << read(text, format);
  }
}

TEST(Hostile, EveryBeginning) {
  const std::string yaml =
      "_target_: zoo::Everything\nflag: true\ntext: \"a\\u00e9\\n\" # why\nnumbers: [1, 2.5, -.inf]\n"
      "leaves:\n  a: &l {size: 4}\n  'b''c':\n    _target_: zoo.Leaf\nboth:\n- 5\n- |\n  five\n";
  const std::string json =
      "{\"_target_\": \"zoo::Everything\", \"flag\": true, \"text\": \"a\\u00e9\\n\", \"numbers\": [1, 2.5, "
      "{\"_value_\": \".inf\"}], \"leaves\": {\"a\": {\"_id_\": 1, \"size\": 4}}, \"both\": [5, \"five\"]}";
  const std::string toml =
      "_target_ = \"zoo::Everything\"\nflag = true\ntext = \"a\\u00e9\\n\" # why\nnumbers = [1, 2.5, -inf]\n"
      "both = [5, '''five''']\n[leaves.a]\nsize = 4\n[leaves.\"b c\"]\nweight = 1e-3\n";
  const auto config = [](std::string_view text, Format format) {
    return run::detail::read<zoo::Everything>(text, "f", format);
  };
  const std::string_view texts[] = {yaml, json, toml};
  for (const Format format : kFormats) {
    const std::string_view text = texts[static_cast<std::size_t>(format)];
    (void)config(text, format);
    for (std::size_t length = 0; length < text.size(); ++length) {
      try {
        (void)config(text.substr(0, length), format);
      } catch (const run::Error& error) {
        EXPECT_TRUE(std::string_view(error.what()).starts_with("f:")) << error.what();
      }
    }
  }
}

TEST(Hostile, LineEndsAndMarks) {
  const std::string bom = "\xef\xbb\xbf";
  EXPECT_EQ(run::from_yaml<zoo::Leaf>(bom + "_target_: zoo::Leaf\r\nsize: 4\r\n")->size, 4);
  EXPECT_EQ(run::from_json<zoo::Leaf>(bom + "{\"size\":\r\n4}\r\n")->size, 4);
  EXPECT_EQ(run::from_toml<zoo::Leaf>(bom + "_target_ = 'zoo::Leaf'\r\nsize = 4\r\n")->size, 4);
  EXPECT_EQ(run::from_yaml<zoo::Leaf>("_target_: zoo::Leaf\nsize:\t4\n")->size, 4);
  EXPECT_TRUE(read("a:\n\tb: 1\n").starts_with("f:2:")) << read("a:\n\tb: 1\n");
  EXPECT_TRUE(read("a = 1\rb = 2\n", Format::toml).starts_with("f:1:"));
}

TEST(Hostile, Numbers) {
  for (const char* text : {"1e999999999", "-1e999", "1e-999999999", "0x1ffffffffffffffff"})
    EXPECT_EQ(read(text).substr(0, 1), "\"") << text << read(text);
  for (const Format format : {Format::json, Format::toml}) {
    const std::string key = format == Format::json ? "{\"size\": " : "size = ";
    const std::string end = format == Format::json ? "}" : "";
    for (const char* number : {"1e999", "9223372036854775808", "99999999999999999999", "-99999999999999999999"}) {
      try {
        (void)run::detail::read<zoo::Leaf>(key + number + end, "f", format);
        ADD_FAILURE() << number;
      } catch (const run::Error& error) {
        EXPECT_TRUE(std::string_view(error.what()).starts_with("f:1:")) << error.what();
      }
    }
  }
}

}  // namespace
