// Classes to configure.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace zoo {

struct Leaf {
  int size = 3;
  double weight = 0.5;
  bool operator==(const Leaf&) const = default;
};

/// A chain; made and destroyed without recursion.
class Link {
 public:
  explicit Link(int number, std::unique_ptr<Link> next = nullptr) : number_(number), next_(std::move(next)) {}
  ~Link() {
    for (std::unique_ptr<Link> next = std::move(next_); next; next = std::move(next->next_)) {
    }
  }
  int number() const { return number_; }
  const Link* next() const { return next_.get(); }

 private:
  int number_;
  std::unique_ptr<Link> next_;
};

inline int twins_made = 0;

class Twin {
 public:
  explicit Twin(std::shared_ptr<Twin> left = nullptr, std::shared_ptr<const Twin> right = nullptr)
      : left_(std::move(left)), right_(std::move(right)) {
    ++twins_made;
  }
  const Twin* left() const { return left_.get(); }
  const Twin* right() const { return right_.get(); }

 private:
  std::shared_ptr<Twin> left_;
  std::shared_ptr<const Twin> right_;
};

class Fussy {
 public:
  explicit Fussy(int number) : number_(number) {
    if (number < 0) throw std::invalid_argument("negative");
  }
  int number() const { return number_; }

 private:
  int number_;
};

class Fixed {  // can be neither copied nor moved
 public:
  explicit Fixed(int number) : number_(number) {}
  Fixed(const Fixed&) = delete;
  Fixed& operator=(const Fixed&) = delete;
  int number() const { return number_; }

 private:
  std::mutex mutex_;
  int number_;
};

class Room {
 public:
  Room(Fixed fixed, const Fixed& other, std::vector<Fussy> fussy = {})
      : sum_(fixed.number() + 10 * other.number()), fussy_(std::move(fussy)) {}
  int sum() const { return sum_; }
  std::size_t fussy() const { return fussy_.size(); }

 private:
  int sum_;
  std::vector<Fussy> fussy_;
};

enum class Mood { calm, wild };

struct Date {
  int year = 0;
  auto operator<=>(const Date&) const = default;
};

/// An argument of every kind.
struct Everything {
  bool flag = false;
  char letter = 'a';
  signed char tiny = 1;
  unsigned small = 2;
  std::uint64_t large = 3;
  float narrow = 0.1F;
  std::string text = "text";
  std::string_view view = "view";
  const char* chars = "chars";
  Mood mood = Mood::calm;
  std::optional<int> maybe;
  std::vector<double> numbers;
  std::map<std::string, Leaf> leaves;
  std::pair<int, std::string> both{1, "one"};
  std::variant<int, std::string, Leaf> either = 7;
  int (*function)(int) = nullptr;
  Date date;

  bool operator==(const Everything& other) const {
    const auto rest = [](const Everything& of) {
      return std::tie(of.flag, of.letter, of.tiny, of.small, of.large, of.narrow, of.text, of.view, of.mood, of.maybe,
                      of.numbers, of.leaves, of.both, of.either, of.function, of.date);
    };
    return rest(*this) == rest(other) && std::string_view(chars) == other.chars;
  }
};

inline int twice(int x) { return 2 * x; }
inline int sum(int a, int b = 40) { return a + b; }
inline std::unique_ptr<Leaf> leaf_or_null(bool make) { return make ? std::make_unique<Leaf>() : nullptr; }

class Shape {
 public:
  explicit Shape(int sides) : sides_(sides) {}
  explicit Shape(const std::string& name) : sides_(name == "square" ? 4 : 3) {}
  void set_label(const std::string& label) { labels_ += label + ";"; }
  int sides() const { return sides_; }
  const std::string& labels() const { return labels_; }
  int colour = 0;

 private:
  int sides_;
  std::string labels_;
};

class Owner {
 public:
  explicit Owner(std::unique_ptr<Leaf> leaf, int extra = 0) : leaf_(std::move(leaf)), extra_(extra) {}
  int size() const { return leaf_ ? leaf_->size : -1; }
  int extra() const { return extra_; }

 private:
  std::unique_ptr<Leaf> leaf_;
  int extra_;
};

}  // namespace zoo
