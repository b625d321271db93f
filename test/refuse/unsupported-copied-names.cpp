// Names of a structured binding, of a loop's elements, and of single bits: of a plain value in a configured object they
// are of a copy, which neither changes it nor sees what changes.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <array>
#include <bitset>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

struct Net {
  std::tuple<int, std::string> named{};
  std::pair<int, int> size{};
  std::vector<int> widths{1, 2};
  std::vector<bool> used{false, false};
  std::bitset<4> bits{1};
  int marks[3] = {1, 2, 3};
  int total = 0;
};
inline int sum(const int (&of)[3]) { return of[0] + of[1] + of[2]; }
[[run::exempt]] inline int largest(const int (&of)[3]) { return of[2]; }

[[run::autoconvert]] Net changed() {
  Net net;
  // CHECK: :[[@LINE+2]]:10: error: these names refer to the parts of a plain value in a configured object, of which the configuration gives a copy [run-unsupported]
  // CHECK: note: write `const auto& […]` to read them; to change them, write `auto […]`, and assign the whole anew
  auto&& [number, text] = net.named;
  number++;
  text += "z";
  // CHECK: :[[@LINE+1]]:9: error: these names refer to the parts of a plain value
  auto& [width, height] = net.size;
  net.total = width * height;
  return net;
}

[[run::autoconvert]] Net stale() {
  Net net;
  const auto& [number, text] = net.named;
  // CHECK: :[[@LINE+2]]:15: error: this changes what names refer to, of which the configuration has given a copy [run-reference]
  // CHECK: :[[@LINE-2]]:15: note: name a copy, `auto […]`, or read the member itself where it is needed
  std::get<0>(net.named) = 5;
  net.total = number + static_cast<int>(text.size());
  return net;
}

[[run::autoconvert]] Net of_bits() {
  Net net;
  // CHECK: :[[@LINE+1]]:8: error: 'bit' would refer to a part of a configured object's member: make it a copy [run-unsupported]
  auto bit = net.used[1];
  bit = true;
  // CHECK: :[[@LINE+1]]:8: error: 'last' would refer to a part of a configured object's member
  auto last = net.bits[3];
  last.flip();
  return net;
}

[[run::autoconvert(allow_control_flow)]] Net in_turns() {
  Net net;
  // CHECK: :[[@LINE+2]]:13: error: 'bit' stands for an element, which the loop changes in a copy that the configuration gives [run-unsupported]
  // CHECK: note: loop over the indexes, and assign to the element
  for (auto bit : net.used) bit = true;
  for (int width : net.widths) {
    // CHECK: :[[@LINE+2]]:5: error: this changes what names refer to, of which the configuration has given a copy [run-reference]
    // CHECK: :[[@LINE-2]]:12: note: loop over a copy of the container, a local, or change it behind the loop
    net.widths[1] = 7;
    net.total += width;
  }
  return net;
}

[[run::autoconvert]] Net of_array() {
  Net net;
  // CHECK: :[[@LINE+2]]:23: error: 'largest' takes an array, and the configuration keeps this one as a std::array [run-reference]
  // CHECK: note: give it its elements, or make the member a std::array
  net.total = largest(net.marks);
  return net;
}

// What is only read, or changed when nobody reads it any more.
[[run::autoconvert(allow_control_flow)]] Net read() {
  Net net;
  const auto& [number, text] = net.named;
  auto&& [width, height] = net.size;
  net.total = number + width * height + static_cast<int>(text.size() + std::size(net.marks));
  std::get<0>(net.named) = 5;
  net.size.first = 3;
  auto [copied, other] = net.size;
  copied += other;
  net.size = {copied, other};
  const bool first = net.used[0];
  for (auto bit : net.used) net.total += bit ? 1 : 0;
  for (int more : net.widths) net.total += more;
  net.widths[0] = first ? 1 : 2;
  return net;
}

#include "unsupported-copied-names.run.h"
