// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

struct Size {
  int bytes = 0;
};
struct Page {
  Page() = default;
  Page(const Size& size) : bytes(size.bytes) {}
  int bytes = 0;
};
struct Buffer {
  Buffer(const Size& size) : bytes(size.bytes) {}
  Buffer& operator=(const Size& size);
  int bytes = 0;
};
class Heap {
 public:
  explicit Heap(int pages);
};
std::optional<Size> asked(int n);

struct Options {
  std::variant<Page, int> either{};
  std::optional<std::variant<Page, std::string>> perhaps{};
  std::optional<Page> page{};
  std::optional<Buffer> buffer{};
};

[[run::autoconvert]] Options options(int n) {
  Options options;
// CHECK: :[[@LINE+1]]:20: error: a 'Size' is no alternative of 'std::variant<Page, int>': write the alternative's type
  options.either = Size{n};
// CHECK: :[[@LINE+1]]:21: error: a 'Size' is no alternative of 'std::variant<Page, std::string>'
  options.perhaps = Size{n};
// CHECK: :[[@LINE+1]]:18: error: the result of 'asked', 'std::optional<Size>', would have to be converted to 'Page' after the call
  options.page = asked(n);
// CHECK: :[[@LINE+2]]:20: error: the 'Buffer' that is held may have an assignment of its own for this
// CHECK: note: write an object of that type itself, Buffer(…)
  options.buffer = Size{n};
  return options;
}

// What a call gives, a container's template would convert.
char letter();
double half();
unsigned char byte();
struct Deleter {
  void operator()(Size* size) const { delete size; }
};
struct Lists {
  std::vector<int> numbers{};
  std::map<std::string, int> by_name{};
  std::pair<int, bool> both{};
  std::unique_ptr<Size, Deleter> owned{};
};
Size* made(int n);

[[run::autoconvert]] Lists lists(int n) {
  Lists lists;
// CHECK: :[[@LINE+1]]:30: error: the result of 'letter', 'char', would have to be converted to 'int' after the call: let the function return that type
  lists.numbers.emplace_back(letter());
  lists.numbers.emplace_back(byte());
// CHECK: :[[@LINE+1]]:34: error: the result of 'half', 'double', would have to be converted to 'int' after the call
  lists.by_name.try_emplace("x", half());
// CHECK: :[[@LINE+1]]:17: error: the result of 'half', 'double', would have to be converted to 'int' after the call
  lists.both = {half(), true};
// CHECK: :[[@LINE+1]]:21: error: the plain pointer that 'made' returns would be given a deleter of its own
  lists.owned.reset(made(n));
  return lists;
}

// A name that the standard library has for its own parameter is none for a recipe's.
// CHECK: :[[@LINE+4]]:{{[0-9]+}}: error: the conditional operator '?:' in a recipe
// CHECK-NOT: __
// CHECK: note: make the choice a parameter of the recipe
[[run::autoconvert]] std::unique_ptr<Heap> chosen(bool large) {
  return std::make_unique<Heap>(large ? 2 : 1);
}

#include "unsupported-converted-inside.run.h"
