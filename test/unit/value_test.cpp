// run::Value: copies, of what lies in the value itself and of what it holds elsewhere.
#include "run/value.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <functional>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/type.h"
#include "sanitized.h"

namespace {

using run::EnumValue;
using run::Value;

enum class Wide : std::int64_t { small = 3, large = std::int64_t{1} << 40, least = INT64_MIN };

TEST(Value, CopiesOutliveWhatTheyAreCopiesOf) {
  std::vector<Value> copies;
  for (const Wide wide : {Wide::small, Wide::large, Wide::least}) {
    const Value value(EnumValue{static_cast<std::int64_t>(wide), &run::type_of<Wide>});
    copies.push_back(value);
    copies.push_back(copies.back());
    Value assigned;
    assigned = value;
    copies.push_back(std::move(assigned));
  }
  copies.push_back(Value(std::string(100, 'a')));
  copies.push_back(copies.back());
  const std::vector<Value> again = copies;
  copies.clear();
  // What ended may be somebody else's by now.
  const std::vector<Value> others(20, Value(EnumValue{INT64_MAX, &run::type_of<Wide>}));
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_EQ(again[i].enumerator().type, &run::type_of<Wide>);
    EXPECT_EQ(again[i].enumerator().bits, i < 3 ? 3 : i < 6 ? std::int64_t{1} << 40 : INT64_MIN);
  }
  EXPECT_EQ(again[10].string(), std::string(100, 'a'));
}

template <class T>
std::string spelled(std::string_view by_compiler) {
  run::Type type = run::type_of<T>;
  type.spelling = by_compiler;
  return type.name();
}

#ifndef RUN_TEST_ADDRESS_SANITIZED  // under which memory cannot be limited
/// Makes values until there is no memory left for another, of 8 MiB more than there is now.
template <class Make>
void use_all_memory(Make make) {
  std::vector<run::Value> values;
  values.reserve(1'000'000);
  std::ifstream pages("/proc/self/statm");
  rlim_t used = 0;
  pages >> used;
  const rlimit most{.rlim_cur = used * 4096 + (8 << 20), .rlim_max = RLIM_INFINITY};
  ::setrlimit(RLIMIT_AS, &most);
  try {
    while (values.size() < values.capacity()) values.push_back(make());
  } catch (const std::bad_alloc&) {
    values.clear();
    ::_exit(0);
  }
  ::_exit(1);
}

TEST(Value, OfWhichThereIsNoMemoryIsNone) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // in a new process: this one has memory that others have left
  EXPECT_EXIT(use_all_memory([] { return run::Value(run::Value::List{}); }), testing::ExitedWithCode(0), "");
  EXPECT_EXIT(use_all_memory([] { return run::Value(run::Value::Map{}); }), testing::ExitedWithCode(0), "");
  EXPECT_EXIT(use_all_memory([] { return run::Value(std::string("text")); }), testing::ExitedWithCode(0), "");
}
#endif

// Files name types (`app::make(unsigned long)`), and are read by programs of another compiler.
TEST(Type, HasOneNameWhicheverCompilerSpellsIt) {
  EXPECT_EQ(run::type<unsigned long long>().name(), "unsigned long long");
  EXPECT_EQ(run::type<short>().name(), "short");
  EXPECT_EQ((run::type<std::array<unsigned long, 3>>().name()), "std::array<unsigned long, 3>");
  EXPECT_EQ(run::type<void (*)(const std::string&, int*)>().name(), "void (*)(const std::string&, int*)");
  EXPECT_EQ(run::type<std::function<void(short&)>>().name(), "std::function<void(short&)>");
  EXPECT_EQ((run::type<std::integral_constant<unsigned long long, 5>>().name()),
            "std::integral_constant<unsigned long long, 5>");
  for (const char* text : {"N<3U, -5L, (app::M)3, app::N2U>", "N<3, -5, (app::M)3, app::N2U>"})
    EXPECT_EQ(spelled<int>(text), "N<3, -5, (app::M)3, app::N2U>");
  for (const char* text : {"D<const char *, int &&, int[3]>", "D<const char*, int&&, int [3]>"})
    EXPECT_EQ(spelled<int>(text), "D<const char*, int&&, int[3]>");
  EXPECT_EQ(spelled<int>("std::filesystem::__cxx11::path"), "std::filesystem::path");
  EXPECT_EQ(spelled<int>("void (app::Q::*)(long unsigned int) const"), "void (app::Q::*)(unsigned long) const");
}

TEST(Value, TextsOfMessagesStandOnOneLine) {
  EXPECT_EQ(Value(std::string("a\n\"b\"\\c")).text(), R"("a\n\"b\"\\c")");
  std::string text(59, 'x');
  text += "\xC3\xA9 and more";
  EXPECT_EQ(Value(text).text(), '"' + std::string(59, 'x') + "...\"");
}

}  // namespace
