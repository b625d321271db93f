// run::Value: copies, of what lies in the value itself and of what it holds elsewhere.
#include "run/value.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "run/type.h"

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

}  // namespace
