// The law where an object stands as its base: bound by reference, or taken by value, which copies the base alone.
#include <run/run.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace lib {

class Shape {
 public:
  explicit Shape(int size = 1) : size_(size) {}
  Shape(const Shape&) = default;
  Shape(Shape&&) = default;
  Shape& operator=(const Shape&) = default;
  Shape& operator=(Shape&&) = default;
  virtual ~Shape() = default;
  virtual std::string name() const { return "shape" + std::to_string(size_); }

 private:
  int size_;
};

class Round : public Shape {
 public:
  explicit Round(int radius) : Shape(2 * radius) {}
  std::string name() const override { return "round"; }
  void set_label(std::string label) { label_ = std::move(label); }
  int weight = 1;

 private:
  std::string label_;
};

struct Common {
  int verbosity = 0;
  std::vector<int> levels{};
  bool operator==(const Common&) const = default;
};
struct Special {
  std::string name = "none";
  bool operator==(const Special&) const = default;
};
/// Options with bases, as databases have them.
struct Options : Common, Special {
  Options() = default;
  Options(const Common& common, const Special& special) : Common(common), Special(special) {}
  int own = 7;
  bool operator==(const Options&) const = default;
};

class Seen {
 public:
  explicit Seen(const Shape& shape) : text_(shape.name()) {}
  bool operator==(const Seen&) const = default;
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class Taken {
 public:
  Taken(Shape shape, int) : text_(shape.name()) {}
  void set_shape(Shape shape) { text_ += shape.name(); }
  void set_other(const Special& other) { text_ += other.name; }
  Special special{};
  bool operator==(const Taken&) const = default;

 private:
  std::string text_;
};

class Emptied {
 public:
  explicit Emptied(Shape&& shape) : text_(shape.name()) {}
  void set_other(Shape&& shape) { other_ = shape.name(); }
  bool operator==(const Emptied&) const = default;

 private:
  std::string text_;
  std::string other_{};
};

struct Family {
  std::string name{};
  Special options{};
  bool operator==(const Family&) const = default;
};

struct Database {
  Common common{};
  std::vector<Family> families{};
  std::map<std::string, Special> others{};
  std::optional<Special> perhaps{};
  bool operator==(const Database&) const = default;
};

inline std::string described(const Shape& shape) { return shape.name(); }
inline Options stock(int own) {
  Options made;
  made.own = own;
  made.name = "stock";
  return made;
}

/// A base that can be moved only.
class Unique {
 public:
  explicit Unique(int n) : n_(std::make_unique<int>(n)) {}
  int n() const { return *n_; }

 private:
  std::unique_ptr<int> n_;
};
class Derived : public Unique {
 public:
  explicit Derived(int m) : Unique(m + 1) {}
};
struct Owner {
  Unique unique{0};
};

}  // namespace lib

namespace recipes {
using namespace lib;

[[run::autoconvert]] Seen seen() { return Seen(Round(3)); }

[[run::autoconvert]] Taken taken() {
  Round round(4);
  round.weight = 2;
  round.set_label("x");
  Taken taken(round, 1);
  taken.set_shape(round);
  return taken;
}

[[run::autoconvert]] Options options() {
  Options options;
  options.verbosity = 3;
  options.name = "all";
  return options;
}

[[run::autoconvert]] Database database() {
  Options all = options();
  Database database;
  database.common = all;
  database.families.push_back({"first", all});
  database.families.emplace_back(Family{.name = "second", .options = stock(1)});
  all.name = "later";
  database.families.push_back(Family{"third", all});
  database.others["x"] = all;
  database.others.emplace("y", options());
  database.perhaps = all;
  return database;
}

[[run::autoconvert]] Options parts() { return Options(options(), stock(2)); }

[[run::autoconvert]] Taken setters() {
  Taken taken(Shape(1), 2);
  taken.special = stock(3);
  taken.set_other(options());
  return taken;
}

[[run::autoconvert]] Special returned() {
  Options options;
  options.name = "sliced";
  return options;
}

[[run::autoconvert]] Special held() {
  Special special = options();
  special.name += "!";
  special = options();
  return special;
}

[[run::autoconvert]] Owner owner() { return Owner{.unique = Derived(5)}; }

// Which class is behind the pointer is another recipe's matter.
struct Plate {
  virtual ~Plate() = default;
  std::string text = "plate";
};
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
struct Sign : Plate {
  explicit Sign(const std::string& text) { this->text = "sign " + text; }
};
#pragma GCC diagnostic pop
struct Plain : Plate {};
struct Door {
  std::unique_ptr<Plate> plate{};
};
[[run::autoconvert]] std::unique_ptr<Plate> sign() { return std::make_unique<Sign>("exit"); }
[[run::autoconvert]] std::unique_ptr<Plate> plain() { return std::make_unique<Plain>(); }
[[run::autoconvert]] Door marked() {
  Door door;
  door.plate = plain();
  door.plate->text = "way out";
  return door;
}

// Whoever takes a Shape&& has the whole object.
[[run::autoconvert]] Emptied emptied() {
  auto shape = std::make_unique<Round>(3);
  Emptied all(Round(2));
  all.set_other(std::move(*shape));
  return all;
}

[[run::autoconvert(partial)]] Taken part() { return Taken(Round(6), 1); }

}  // namespace recipes

#include "passed-as-bases.run.h"

using namespace recipes;

int main() {
  CHECK(run::build(run::autoconvert<seen>()) == seen() && seen().text() == "round");
  CHECK(run::build(run::autoconvert<taken>()) == taken());
  CHECK(run::build(run::autoconvert<emptied>()) == emptied());
  CHECK(run::build(run::autoconvert<database>()) == database());
  CHECK(run::build(run::autoconvert<parts>()) == parts());
  CHECK(run::build(run::autoconvert<setters>()) == setters());
  CHECK(run::build(run::autoconvert<returned>()) == returned());
  CHECK(run::build(run::autoconvert<held>()) == held());
  CHECK(run::build(run::autoconvert<owner>()).unique.n() == owner().unique.n());

  // The member of the base is no parameter of its name.
  auto door = run::autoconvert<marked>();
  CHECK(run::build(door).plate->text == "way out");
  door->plate = run::autoconvert<sign>();
  CHECK(run::build(door).plate->text == "sign exit");
  CHECK(contains(thrown<run::Error>([&] { door->plate->text = "no"; }),
                 "is a member, that of recipes::Sign is a parameter"));
  door["plate"]["text"] = "in";
  CHECK(run::build(door).plate->text == "sign in");

  // A partial gives each call its own copy.
  auto call = run::build(run::autoconvert<part>());
  CHECK(call() == part());
  CHECK(call() == part());

  // Files name the class that was made.
  const auto config = run::autoconvert<database>();
  CHECK(run::from_yaml<Database>(run::to_yaml(config)) == config);
  CHECK(run::build(run::from_yaml<Database>(run::to_yaml(config))) == database());
  CHECK(contains(run::to_yaml(config), "_target_: lib::Options"));
  return check_result();
}
