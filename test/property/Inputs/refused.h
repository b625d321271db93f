// What the refused constructs that are planted into random programs name.
#pragma once
#include <cmath>
#include <coroutine>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "law.h"

#define LAW_DECLARE(name) law::Plain name(3)
#define LAW_AND_SECOND 1), law::Plain(2
#define LAW_RECIPE(name) \
  [[run::autoconvert]] inline law::Plain name() { return law::Plain(1); }
#define LAW_RETURN return law::Plain(1)

namespace law {

inline int known_count = 0;

class Plain {
 public:
  explicit Plain(int size = 1, int room = 2) : size_(size), room_(room) {}
  int size() const { return size_; }
  void poke() {}
  void add_part(int n) { size_ += n; }
  void resize(int a, int b) { size_ = a + b; }
  Plain& exclude(int) { return *this; }
  int sized(int n) const { return size_ + n; }
  Plain& operator+=(int) { return *this; }
  Plain& operator++() { return *this; }
  bool operator==(const Plain&) const = default;
  Plain operator-() const { return *this; }
  int operator[](int n) const { return n; }
  int operator()(int n) const { return n; }

 private:
  int size_;
  int room_;
};
inline Plain operator<<(const Plain& a, int) { return a; }

struct Holder {
  Plain first{};
  int number = 0;
  std::vector<Plain> rest{};
  void set_width(int) {}
};
struct Nest {
  Holder inner{};
  std::vector<Holder> many{};
  std::map<std::string, Holder> named{};
  std::shared_ptr<Holder> held{};
};
inline Plain given_plain(Plain plain) { return plain; }

class Both {
 public:
  explicit Both(int width) : width(width) {}
  int width;
};

struct Pinned {
  const Plain* to = nullptr;
};
inline Plain* given(Plain* p) { return p; }

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(int) {}
    void unhandled_exception() {}
  };
};

}  // namespace law
