// Classes for the tests of containers.
#pragma once

#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace app {

class Layer {
 public:
  Layer() : Layer(1) {}
  explicit Layer(int width, double dropout = 0.0) : width_(width), dropout_(dropout) {}
  int width() const { return width_; }
  bool operator==(const Layer&) const = default;

 private:
  int width_;
  double dropout_;
};

struct Cache {
  int size = 64;
  bool exclusive = false;
  bool operator==(const Cache&) const = default;
};

/// A pair of pointers is equal if what they point to is.
template <class T>
bool same(const T& a, const T& b) {
  return a == b;
}
template <class T>
bool same(const std::unique_ptr<T>& a, const std::unique_ptr<T>& b) {
  return (a == nullptr) == (b == nullptr) && (a == nullptr || *a == *b);
}
template <class T>
bool same(const std::shared_ptr<T>& a, const std::shared_ptr<T>& b) {
  return (a == nullptr) == (b == nullptr) && (a == nullptr || *a == *b);
}
template <class A, class B>
bool same(const std::pair<A, B>& a, const std::pair<A, B>& b) {
  return same(a.first, b.first) && same(a.second, b.second);
}
template <class C>
bool same_elements(const C& a, const C& b) {
  if (a.size() != b.size()) return false;
  auto other = b.begin();
  for (const auto& element : a)
    if (!same(element, *other++)) return false;
  return true;
}
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return same_elements(a, b);
}
template <class T>
bool same(const std::deque<T>& a, const std::deque<T>& b) {
  return same_elements(a, b);
}
template <class T>
bool same(const std::list<T>& a, const std::list<T>& b) {
  return same_elements(a, b);
}
template <class K, class T>
bool same(const std::map<K, T>& a, const std::map<K, T>& b) {
  return same_elements(a, b);
}
template <class T, std::size_t Count>
bool same(const std::array<T, Count>& a, const std::array<T, Count>& b) {
  return same_elements(a, b);
}

}  // namespace app
