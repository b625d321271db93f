// The law for compound assignments to members whose class or enumeration has operators of its own.
#include <run/run.h>

#include <bitset>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"
namespace app {
enum class Flags { none = 0, a = 1, c = 4 };
inline Flags& operator|=(Flags& x, Flags y) {
  return x = static_cast<Flags>(static_cast<int>(x) | static_cast<int>(y));
}
enum Old { kNone = 0, kOne = 1, kTwo = 2 };
inline Old& operator|=(Old& x, Old y) { return x = static_cast<Old>(static_cast<int>(x) | static_cast<int>(y)); }
struct [[run::exempt]] Mask {
  unsigned bits = 1;
  int added = 0;
  Mask& operator|=(unsigned other) { return bits |= other, *this; }
  Mask& operator<<=(int n) { return bits <<= n, *this; }
  Mask& operator+=(unsigned n) { return bits += n, ++added, *this; }
  friend Mask operator+(Mask mask, unsigned n) { return Mask{mask.bits + n, mask.added}; }
  bool operator==(const Mask&) const = default;
};
struct Leaf {
  int width = 1;
  bool operator==(const Leaf&) const = default;
};
struct Form {
  std::bitset<4> bits{5};
  Flags flags = Flags::a;
  Old old = kOne;
  Mask mask{};
  Mask moved{};
  Mask sum{};
  std::string name = "n";
  std::string letters{};
  std::chrono::milliseconds time{5};
  Leaf leaf{};
  bool operator==(const Form&) const = default;
};

[[run::autoconvert]] Form form(double factor) {
  Form form;
  form.bits |= 8;
  form.bits &= std::bitset<4>(12);
  form.bits <<= 1;
  form.flags |= Flags::c;
  form.old |= kTwo;
  form.mask |= 6u;
  form.moved <<= 3;
  form.sum += 3u;
  form.name += "am";
  form.name += 'e';
  form.name += {'s', '!'};
  form.letters = {'a', 'b'};
  form.time *= 3;
  form.time += std::chrono::seconds(1);
  form.leaf.width = static_cast<int>(factor);
  return form;
}

// What can only be moved is changed where it is, and moved out once.
struct Owner {
  std::vector<std::unique_ptr<int>> numbers{};
  std::unique_ptr<std::string> name{};
  Leaf leaf{};
};
[[run::autoconvert]] Owner owner() {
  Owner first;
  first.numbers.push_back(std::make_unique<int>(3));
  first.numbers.emplace_back(std::make_unique<int>(4));
  first.numbers.emplace_back(std::make_unique<int>(5));
  first.numbers.erase(first.numbers.begin());
  first.name = std::make_unique<std::string>("n");
  Owner second;
  second.numbers = std::move(first.numbers);
  second.name = std::move(first.name);
  return second;
}
}  // namespace app

#include "operators-of-members.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::form>(2.5)) == app::form(2.5));
  auto cfg = run::autoconvert<app::form>(2.5);
  cfg->flags |= app::Flags::a;
  cfg->sum += 1u;
  CHECK(run::build(cfg).sum.added == 2);
  const app::Owner owner = run::build(run::autoconvert<app::owner>());
  CHECK(owner.numbers.size() == 2 && *owner.numbers[1] == 5 && *owner.name == "n");
  return check_result();
}
