// What a configuration gives of a member's plain value is a copy, and gone when the statement is over: nothing is kept
// that would refer to it.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class [[run::exempt]] Bag {
 public:
  const std::vector<int>& all() const { return all_; }
  int sum() const { return 0; }

 private:
  std::vector<int> all_{1, 2};
};
class [[run::exempt]] View {
 public:
  explicit View(const std::string& text) : text_(&text) {}
  std::size_t size() const { return text_->size(); }

 private:
  const std::string* text_;
};
inline int next_id() {
  static int id = 0;
  return ++id;
}
struct Item {
  int id = next_id();
  int width = std::max(1, 2);
  std::string name = std::to_string(3);
};
struct Net {
  int a = 1, b = 2;
  std::string text = "text", other{};
  std::vector<int> values{1, 2};
  Bag bag{};
  Item item{};
  int total = 0;
};

[[run::autoconvert(allow_control_flow)]] Net references() {
  Net net;
  // CHECK: :[[@LINE+1]]:14: error: 'most' would refer to a part of a configured object's member: make it a copy [run-unsupported]
  const int& most = std::max(net.a, net.b);
  // CHECK: :[[@LINE+1]]:8: error: '[low, high]' would refer to a part of a configured object's member
  auto [low, high] = std::minmax(net.a, net.b);
  // CHECK: :[[@LINE+1]]:8: error: 'number' would refer to a part of a configured object's member
  auto number = std::cref(net.a);
  // CHECK: :[[@LINE+1]]:8: error: 'view' would refer to a part of a configured object's member
  View view(net.text);
  // CHECK: :[[@LINE+1]]:33: error: 'texts' would refer to a part of a configured object's member
  std::vector<std::string_view> texts{net.text};
  std::string_view later;
  // CHECK: :[[@LINE+2]]:11: error: this would be kept as a reference to a part of a configured object's member, of which the configuration gives a copy [run-reference]
  // CHECK: note: copy the member into a local, and refer to that
  later = net.text;
  const char* characters = nullptr;
  // CHECK: :[[@LINE+1]]:16: error: this would be kept as a reference to a part
  characters = net.text.c_str();
  std::map<std::string_view, int> counts;
  // CHECK: :[[@LINE+1]]:10: error: this would be kept as a reference to a part
  counts[net.text] = 1;
  std::vector<std::string_view> more;
  // CHECK: :[[@LINE+1]]:18: error: this would be kept as a reference to a part
  more.push_back(net.text);
  // CHECK: :[[@LINE+2]]:18: error: the loop would go over a part of a configured object's member, of which the configuration gives a copy that is gone by then [run-reference]
  // CHECK: note: copy the member into a local, and loop over that
  for (int one : net.bag.all()) net.total += one;
  return net;
}

[[run::autoconvert]] Net defaults() {
  Net net;
  // CHECK: :[[@LINE+2]]:15: error: the member 'id' of 'net' begins with what 'next_id' gives, which is called anew when the object is made: it may be another value then [run-value-of-configured]
  // CHECK: note: assign it first, or read it in a function of your own, whose call becomes a node of the configuration
  net.total = net.item.id;
  net.item.id = 7;
  net.a = net.item.id + net.item.width + static_cast<int>(net.item.name.size());
  return net;
}

// Copies, and what is used at once.
[[run::autoconvert(allow_control_flow)]] Net copies() {
  Net net;
  const int most = std::max(net.a, net.b);
  const int& sum = net.a + net.b;
  const std::string& joined = net.text + net.other;
  const int table[] = {1, 2, 3};
  const int& entry = table[net.a];
  std::string text = net.text;
  std::string_view view = text;
  view = text;
  net.total = most + sum + entry + net.bag.sum() + static_cast<int>(joined.size() + view.size());
  net.other = net.text.substr(1);
  for (char c : net.text.substr(1)) net.total += c;
  for (int value : net.values) net.total += value;
  std::vector<int> ids{1, 2};
  std::map<std::string, int> counts{{"text", 1}};
  const auto found = std::find(ids.begin(), ids.end(), net.a);
  const auto counted = counts.find(net.text);
  int& last = ids[static_cast<std::size_t>(net.a)];
  last += *found + counted->second;
  net.total = last;
  View short_lived(text);
  net.total += static_cast<int>(short_lived.size() + View(net.text).size());
  return net;
}

#include "reference-to-copy.run.h"
