// std::bind_front of a function, named with and without &, as what a recipe returns and as an argument.
#include <run/run.h>

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace app {

struct Optimizer {
  double rate = 0.1;
  bool operator==(const Optimizer&) const = default;
};

class Model {
 public:
  Model(int hidden, double rate) : hidden_(hidden), rate_(rate) {}
  bool operator==(const Model&) const = default;

 private:
  int hidden_;
  double rate_;
};

inline Model make(Optimizer optimizer, int hidden) { return Model(hidden, optimizer.rate); }

struct Factories {
  static Model halved(int hidden, double rate) { return Model(hidden / 2, rate); }
};

struct Search {
  std::function<Model(int)> maker;
  std::function<Model(double)> halver;
};

[[run::autoconvert]] std::function<Model(int)> by_address(double rate) {
  return std::bind_front(&make, Optimizer{.rate = rate});
}

[[run::autoconvert]] std::function<Model(int)> by_name() { return std::bind_front(make, Optimizer{.rate = 0.5}); }

[[run::autoconvert]] auto of_a_class(int hidden) { return std::bind_front(&Factories::halved, hidden); }

[[run::autoconvert]] Search search() {
  return Search{.maker = std::bind_front(&make, Optimizer{}), .halver = std::bind_front((&Factories::halved), 8)};
}

// A function that writes a Partial by hand: in the plain reading it is the callable.
run::Partial<run::Fn<&make>> by_hand(double rate);
[[run::autoconvert]] Search searched(double rate) {
  Search made{.maker = by_hand(rate), .halver = std::bind_front(&Factories::halved, 6)};
  return made;
}
[[run::autoconvert]] std::function<Model(int)> only_by_hand(double rate) { return by_hand(rate); }

struct Choice {
  std::optional<std::function<Model(int)>> maybe = {};
  std::variant<int, std::function<Model(double)>> either = 0;
};
[[run::autoconvert]] Choice choice() {
  Choice made;
  made.maybe = std::bind_front(&make, Optimizer{.rate = 2});
  return made;
}

// In containers of callables, however they are filled.
using Maker = std::function<Model(int)>;
struct Book {
  std::map<std::string, Maker> named = {};
  std::vector<Maker> listed = {};
  std::pair<int, Maker> second = {};
  std::map<int, std::vector<Maker>> deep = {};
  std::variant<int, Maker> either = 0;
};
inline Model doubled(int hidden) { return Model(2 * hidden, 0); }

[[run::autoconvert]] Book braces() {
  return Book{
      .named = {{"bound", std::bind_front(&make, Optimizer{.rate = 2})}, {"plain", &doubled}, {"none", nullptr}},
      .listed = {std::bind_front(&make, Optimizer{.rate = 3}), doubled},
      .second = {1, std::bind_front(&make, Optimizer{.rate = 4})},
      .either = std::bind_front(&make, Optimizer{.rate = 5})};
}

[[run::autoconvert]] Book filled() {
  Book made;
  made.named["bound"] = std::bind_front(&make, Optimizer{.rate = 2});
  made.named["plain"] = &doubled;
  made.named.emplace("none", nullptr);
  made.listed.emplace_back(&doubled);
  made.listed.emplace_back(std::bind_front(&doubled));
  made.listed[0] = std::bind_front(&make, Optimizer{.rate = 3});
  made.second.second = std::bind_front(&make, Optimizer{.rate = 4});
  made.deep[7].push_back(std::bind_front(&make, Optimizer{.rate = 6}));
  made.either = std::bind_front(&make, Optimizer{.rate = 5});
  return made;
}

[[run::autoconvert]] Book emplaced() {
  Book made;
  made.named.emplace("bound", std::bind_front(&make, Optimizer{.rate = 2}));
  made.named.insert({"plain", &doubled});
  made.named.try_emplace("none", std::bind_front(&doubled));
  made.named["none"] = nullptr;
  made.listed = {std::bind_front(&make, Optimizer{.rate = 3}), &doubled};
  made.second = {1, std::bind_front(&make, Optimizer{.rate = 4})};
  made.deep[7] = {std::bind_front(&make, Optimizer{.rate = 6})};
  made.either.emplace<1>(std::bind_front(&make, Optimizer{.rate = 5}));
  return made;
}

// What cannot be copied is for one call: given by value, and by the pointer that owns it.
struct Log {
  std::unique_ptr<int> lines;
};
inline int length(Log log, int more) { return *log.lines + more; }

[[run::autoconvert(partial)]] int count(int lines) { return length(Log{.lines = std::make_unique<int>(lines)}, 1); }

// Callables within what a build keeps to itself: an object that is only referred to, and what a callable holds.
struct Counted {
  Counted() { ++alive; }
  Counted(const Counted&) { ++alive; }
  Counted& operator=(const Counted&) = default;
  ~Counted() { --alive; }
  static inline int alive = 0;
};
inline double scaled(Counted, double x) { return 2 * x; }
struct Step {
  std::function<double(double)> function;
  Counted counted{};
};
class Result {
 public:
  explicit Result(const Step& step) : value_(step.function(2)) {}
  double value() const { return value_; }

 private:
  double value_;
};
inline double apply(Step step, double x) { return step.function(x); }

[[run::autoconvert]] Result referred() { return Result(Step{.function = std::bind_front(&scaled, Counted())}); }

[[run::autoconvert(partial)]] double nested(double x) {
  return apply(Step{.function = std::bind_front(&scaled, Counted())}, x);
}

}  // namespace app

#include "bind-front.run.h"

namespace app {

run::Partial<run::Fn<&make>> by_hand(double rate) {
  return run::partial<&make>({.optimizer = run::Config<Optimizer>({.rate = rate})});
}

}  // namespace app

namespace {

int failures = 0;

void check(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  ++failures;
}

}  // namespace

int main() {
  auto rate = run::autoconvert<app::by_address>(0.25);
  check(run::build(rate)(4) == app::by_address(0.25)(4), "by address");
  rate["optimizer"]["rate"] = 0.75;
  check(run::build(rate)(4) == app::Model(4, 0.75), "what is bound can be changed");
  check(run::build(run::autoconvert<app::by_name>())(3) == app::by_name()(3), "by name");
  check(run::build(run::autoconvert<app::of_a_class>(6))(0.5) == app::of_a_class(6)(0.5), "of a class");
  // The configuration ends before the calls: what they make may get the memory of its nodes.
  const app::Search built = run::build(run::autoconvert<app::search>());
  check(built.maker(5) == app::search().maker(5), "as an argument");
  check(built.halver(0.5) == app::search().halver(0.5), "a static member as an argument");
  check(built.maker(5) == app::search().maker(5), "again");
  {
    auto searched = run::autoconvert<app::searched>(0.25);
    check(run::build(searched).maker(3) == app::searched(0.25).maker(3), "written by hand");
    check(app::searched(0.25).maker(3) == app::Model(3, 0.25), "written by hand, in the plain reading");
    searched["maker"]["optimizer"]["rate"] = 0.75;
    check(run::build(searched).maker(3) == app::Model(3, 0.75), "written by hand, and changed");
    check(run::build(run::autoconvert<app::only_by_hand>(0.5))(2) == app::only_by_hand(0.5)(2), "returned as it is");
  }

  auto changed = run::autoconvert<app::search>();
  const app::Search before = run::build(changed);
  changed["halver"]["hidden"] = 100;
  changed["maker"] = run::partial<&app::make>({.optimizer = run::Config<app::Optimizer>({.rate = 9.0})});
  check(before.halver(0.5) == app::Model(4, 0.5), "what is set later is not for what was built");
  check(before.maker(5) == app::Model(5, 0.1), "nor is what takes its place");

  auto choice = run::autoconvert<app::choice>();
  choice->either = run::partial<&app::Factories::halved>({.hidden = 8});
  for (const app::Choice& one : {run::build(choice), run::build(run::from_yaml<app::Choice>(run::to_yaml(choice)))}) {
    check((*one.maybe)(5) == (*app::choice().maybe)(5), "in an optional");
    check(std::get<1>(one.either)(0.5) == app::Factories::halved(8, 0.5), "in a variant");
  }

  for (const auto& [config, plain] : {std::pair{run::autoconvert<app::braces>(), app::braces()},
                                      std::pair{run::autoconvert<app::filled>(), app::filled()},
                                      std::pair{run::autoconvert<app::emplaced>(), app::emplaced()}}) {
    for (const app::Book& one : {run::build(config), run::build(run::from_yaml<app::Book>(run::to_yaml(config)))}) {
      check(one.named.at("bound")(5) == plain.named.at("bound")(5), "in a map");
      check(one.named.at("plain")(5) == plain.named.at("plain")(5) && one.named.at("none") == nullptr, "not bound");
      check(one.listed.at(0)(5) == plain.listed.at(0)(5) && one.listed.at(1)(5) == plain.listed.at(1)(5), "in a list");
      check(one.second.second(5) == plain.second.second(5), "in a pair");
      check(std::get<1>(one.either)(5) == std::get<1>(plain.either)(5), "an alternative");
      check(one.deep.size() == plain.deep.size(), "as many");
      if (one.deep.size() == 1) check(one.deep.at(7)[0](5) == plain.deep.at(7)[0](5), "in a list in a map");
    }
    auto edited = config;
    edited["named"]["bound"]["optimizer"]["rate"] = 9.0;
    check(run::build(edited).named.at("bound")(5) == app::Model(5, 9.0), "what is bound in a map can be changed");
  }

  auto once = run::build(run::autoconvert<app::count>(4));
  check(once() == app::count(4), "what cannot be copied, once");
  std::string error;
  try {
    once();
  } catch (const run::BuildError& thrown) {
    error = thrown.what();
  }
  check(error.find("cannot be copied, and was used up before") != std::string::npos, error.c_str());

  {
    check(run::build(run::autoconvert<app::referred>()).value() == app::referred().value(), "referred to");
    auto call = run::build(run::autoconvert<app::nested>(3));
    check(call() == app::nested(3) && call() == app::nested(3), "nested");
    check(app::Counted::alive > 0, "held by the callable");
  }
  check(app::Counted::alive == 0, "all that was built has ended");
  return failures;
}
