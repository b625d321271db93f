// The law for overloads that take the same names: the constructor that the recipe chose is built, and kept by copies,
// comparison and YAML; what another overload takes can still be set.
#include <run/run.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Number {
 public:
  explicit Number(int a) : text_("int " + std::to_string(a)) {}
  explicit Number(double a) : text_("double " + std::to_string(a)) {}
  explicit Number(std::int64_t a) : text_("long " + std::to_string(a)) {}
  bool operator==(const Number&) const = default;

 private:
  std::string text_;
};

class Text {
 public:
  explicit Text(const std::string& text) : text_("string " + text) {}
  explicit Text(std::string_view text) : text_("view " + std::string(text)) {}
  bool operator==(const Text&) const = default;

 private:
  std::string text_;
};

class Moved {
 public:
  explicit Moved(const std::string& text, int n = 1) : text_("copied " + text + std::to_string(n)) {}
  explicit Moved(std::string&& text, int n = 1) : text_("moved " + text + std::to_string(n)) {}
  bool operator==(const Moved&) const = default;

 private:
  std::string text_;
};

class A {
 public:
  A(int x) : x_(x) {}
  bool operator==(const A&) const = default;
  int x() const { return x_; }

 private:
  int x_;
};

class B {
 public:
  explicit B(int y) : y_(y) {}
  operator A() const { return A(y_ * 10); }
  bool operator==(const B&) const = default;
  int y() const { return y_; }

 private:
  int y_;
};

class Derived : public B {
 public:
  explicit Derived(int z) : B(z + 100) {}
};

class Either {
 public:
  explicit Either(A from) : text_("A" + std::to_string(from.x())) {}
  explicit Either(const B& from) : text_("B" + std::to_string(from.y())) {}
  explicit Either(const Derived& from) : text_("D" + std::to_string(from.y())) {}
  bool operator==(const Either&) const = default;

 private:
  std::string text_;
};

class Letter {
 public:
  explicit Letter(std::string of) : text_("string " + of) {}
  explicit Letter(char of) : text_(std::string("char ") + of) {}
  explicit Letter(signed char of) : text_("number " + std::to_string(of)) {}
  bool operator==(const Letter&) const = default;

 private:
  std::string text_;
};

class Lists {
 public:
  explicit Lists(const std::vector<int>& all) : text_("ints " + std::to_string(all.size())) {}
  explicit Lists(const std::vector<double>& all) : text_("doubles " + std::to_string(all.size())) {}
  explicit Lists(std::optional<int> all) : text_(all ? "some" : "none") {}
  bool operator==(const Lists&) const = default;

 private:
  std::string text_;
};

class Sized {
 public:
  explicit Sized(int a, int b = 1) : text_(std::to_string(a) + "," + std::to_string(b)) {}
  Sized(int a, double c, bool exact) : text_(std::to_string(a) + "/" + std::to_string(c) + (exact ? "!" : "")) {}
  Sized(int a, float b) : text_(std::to_string(a) + "f" + std::to_string(b)) {}
  bool operator==(const Sized&) const = default;

 private:
  std::string text_;
};

class Swapped {
 public:
  Swapped(int width, double height) : text_("wh" + std::to_string(width) + std::to_string(height)) {}
  Swapped(double height, int width) : text_("hw" + std::to_string(width) + std::to_string(height)) {}
  bool operator==(const Swapped&) const = default;

 private:
  std::string text_;
};

// What one constructor hides, another one says: it is not said for the first.
class Hidden {
 public:
  Hidden(double scale, int level, Letter height = k_letter())
      : text_("0" + std::to_string(scale + level)), of_(height) {}
  explicit Hidden(int last, int size = 2) : text_("1" + std::to_string(last + size)), of_("x") {}
  explicit Hidden(bool flag = known(), int last = 3) : text_("2" + std::to_string(last + flag)), of_("x") {}
  Hidden(int last, bool flag, int more) : text_("3" + std::to_string(last + flag + more)), of_("x") {}
  Hidden(const char* name, bool flag = true) : text_(name), of_(flag ? "y" : "n") {}
  bool operator==(const Hidden&) const = default;

 private:
  static bool known() { return false; }
  static Letter k_letter() { return Letter('a'); }
  std::string text_;
  Letter of_;
};

// A default belongs to its constructor: b of the first, c of the second, d of neither for all.
class Defaulted {
 public:
  explicit Defaulted(int a, int b = 5, int d = 1) : text_(std::to_string(a) + "," + std::to_string(b + d)) {}
  Defaulted(int a, int b, std::string s, int c = 9) : text_(std::to_string(a + b) + s + std::to_string(c)) {}
  Defaulted(std::string s, int d = 2) : text_(s + std::to_string(d)) {}
  bool operator==(const Defaulted&) const = default;

 private:
  std::string text_;
};

// The second must be given what the third has a default for.
class Given {
 public:
  Given() = default;
  explicit Given(int a) : text_(std::to_string(a)) {}
  Given(int a, int b) : text_(std::to_string(a) + "," + std::to_string(b)) {}
  explicit Given(const std::string& s, int b = 5) : text_(s + std::to_string(b)) {}
  bool operator==(const Given&) const = default;

 private:
  std::string text_;
};

inline Number made(int a) { return Number(a + 1); }
inline Number made(double a) { return Number(a / 2); }
inline Number made(int a, int b) { return Number(a * b); }

struct All {
  Number one;
  Number two;
  Number three;
  bool operator==(const All&) const = default;
};

[[run::autoconvert]] Hidden hidden(int n) { return Hidden(n); }
[[run::autoconvert]] Defaulted defaulted(int n) { return Defaulted(n); }
[[run::autoconvert]] Defaulted defaulted_text() { return Defaulted("s"); }
[[run::autoconvert]] Given given(int n) { return Given(n); }
[[run::autoconvert]] Given given_text() { return Given("s"); }
[[run::autoconvert]] Given given_nothing() { return Given(); }
[[run::autoconvert]] Number whole(int n) { return Number(n); }
[[run::autoconvert]] Number real() { return Number(2.0); }
[[run::autoconvert]] Number wide(std::int64_t n) { return Number(n); }
[[run::autoconvert]] Number letter() { return Number('a'); }
[[run::autoconvert]] Letter one_letter() { return Letter('a'); }
[[run::autoconvert]] Letter letter_text() { return Letter("a"); }
[[run::autoconvert]] Letter letter_number() { return Letter(static_cast<signed char>(65)); }
[[run::autoconvert]] Number local() {
  Number number(1.0);
  return number;
}
[[run::autoconvert]] Text text(const std::string& s) { return Text(s); }
[[run::autoconvert]] Text view(std::string_view s) { return Text(s); }
[[run::autoconvert]] Moved copied(const std::string& s) { return Moved(s); }
[[run::autoconvert]] Moved moved() { return Moved("temporary", 3); }
[[run::autoconvert]] Either from_a(int n) { return Either(A(n)); }
[[run::autoconvert]] Either from_b(int n) { return Either(B(n)); }
[[run::autoconvert]] Either from_derived(int n) { return Either(Derived(n)); }
[[run::autoconvert]] Lists ints() { return Lists(std::vector<int>{1, 2, 3}); }
[[run::autoconvert]] Lists doubles(int n) { return Lists(std::vector<double>(static_cast<std::size_t>(n), 2.0)); }
[[run::autoconvert]] Lists braced() { return Lists(std::vector<double>{1, 2}); }
[[run::autoconvert]] Lists maybe() { return Lists(std::optional<int>(4)); }
[[run::autoconvert]] Lists none() { return Lists(std::nullopt); }
[[run::autoconvert]] Sized one() { return Sized(4); }
[[run::autoconvert]] Sized two() { return Sized(4, 5); }
[[run::autoconvert]] Sized with_float() { return Sized(4, 5.0F); }
[[run::autoconvert]] Sized three() { return Sized(4, 5, true); }
[[run::autoconvert]] Swapped wh() { return Swapped(1, 2.0); }
[[run::autoconvert]] Swapped hw() { return Swapped(1.0, 2); }
[[run::autoconvert]] All functions(int n) { return All{made(n), made(2.0), made(n, 2)}; }
[[run::autoconvert]] std::vector<Number> several() { return {Number(1), Number(1.0), Number(std::int64_t{1})}; }

/// With `n` alone, nobody knows which one is meant, and C++ does not either.
class Tied {
 public:
  explicit Tied(int n, double x = 0.5) : text_("x " + std::to_string(n) + std::to_string(x)) {}
  explicit Tied(int n, const std::string& s = "s") : text_("s " + std::to_string(n) + s) {}
  Tied(int n, int m) : text_("m " + std::to_string(n + m)) {}
  Tied(int n, int m, int o = 1, int p = 2) : text_("p " + std::to_string(n + m + o + p)) {}
  bool operator==(const Tied&) const = default;

 private:
  std::string text_;
};
inline Tied tied(int n, double x = 0.5) { return Tied(n, 2 * x); }
inline Tied tied(int n, std::string s = "s") { return Tied(n, s + "!"); }

[[run::autoconvert]] Tied tied_number(int n) { return Tied(n, 1.5); }
[[run::autoconvert]] Tied tied_text(int n) { return Tied(n, "t"); }
[[run::autoconvert]] Tied tied_many(int n) { return Tied(n, 2, 3); }
[[run::autoconvert]] Tied tied_call(int n) { return tied(n, 1.5); }
[[run::autoconvert]] Tied tied_text_call(int n) { return tied(n, "t"); }

// An enumeration beside a text: of what is written each comes back.
enum class Mode { fast, slow };
class Filter {
 public:
  explicit Filter(Mode mode) : text_(mode == Mode::fast ? "Mode::fast" : "Mode::slow") {}
  explicit Filter(std::string mode, int n = 0) : text_(mode + std::to_string(n)) {}
  bool operator==(const Filter&) const = default;

 private:
  std::string text_;
};
[[run::autoconvert]] Filter by_mode() { return Filter(Mode::fast); }
[[run::autoconvert]] Filter by_name() { return Filter("fast"); }
[[run::autoconvert]] Filter by_name_and_number() { return Filter("fast", 3); }

}  // namespace app

#include "overloads.run.h"

/// The law, for the configuration, a copy of it, and what its YAML says.
template <class T, class C>
bool holds(const C& config, const T& direct) {
  const C copy = config;
  if (!(copy == config) || !(run::build(config) == direct) || !(run::build(copy) == direct)) return false;
  const auto read = run::from_yaml<T>(run::to_yaml(config));
  return read == config && run::build(read) == direct;
}

int main() {
  CHECK(holds(run::autoconvert<app::whole>(3), app::whole(3)));
  CHECK(holds(run::autoconvert<app::real>(), app::real()));
  CHECK(holds(run::autoconvert<app::wide>(3), app::wide(3)));
  CHECK(holds(run::autoconvert<app::letter>(), app::letter()));
  CHECK(holds(run::autoconvert<app::one_letter>(), app::one_letter()));
  CHECK(holds(run::autoconvert<app::letter_text>(), app::letter_text()));
  CHECK(holds(run::autoconvert<app::letter_number>(), app::letter_number()));
  CHECK(holds(run::autoconvert<app::local>(), app::local()));
  CHECK(holds(run::autoconvert<app::text>("x"), app::text("x")));
  CHECK(holds(run::autoconvert<app::view>("x"), app::view("x")));
  CHECK(holds(run::autoconvert<app::copied>("x"), app::copied("x")));
  CHECK(holds(run::autoconvert<app::moved>(), app::moved()));
  CHECK(holds(run::autoconvert<app::from_a>(2), app::from_a(2)));
  CHECK(holds(run::autoconvert<app::from_b>(2), app::from_b(2)));
  CHECK(holds(run::autoconvert<app::from_derived>(2), app::from_derived(2)));
  CHECK(holds(run::autoconvert<app::ints>(), app::ints()));
  CHECK(holds(run::autoconvert<app::doubles>(4), app::doubles(4)));
  CHECK(holds(run::autoconvert<app::braced>(), app::braced()));
  CHECK(holds(run::autoconvert<app::maybe>(), app::maybe()));
  CHECK(holds(run::autoconvert<app::none>(), app::none()));
  CHECK(holds(run::autoconvert<app::one>(), app::one()));
  CHECK(holds(run::autoconvert<app::two>(), app::two()));
  CHECK(holds(run::autoconvert<app::with_float>(), app::with_float()));
  CHECK(holds(run::autoconvert<app::three>(), app::three()));
  CHECK(holds(run::autoconvert<app::wh>(), app::wh()));
  CHECK(holds(run::autoconvert<app::hw>(), app::hw()));
  CHECK(holds(run::autoconvert<app::functions>(6), app::functions(6)));
  CHECK(holds(run::autoconvert<app::several>(), app::several()));

  // The constructor is said in YAML only where the arguments do not say it.
  CHECK(same_text(run::to_yaml(run::autoconvert<app::whole>(3)), "_target_: app::Number(int)\na: 3"));
  CHECK(same_text(run::to_yaml(run::autoconvert<app::real>()), "_target_: app::Number\na: 2.0"));
  CHECK(same_text(run::to_yaml(run::autoconvert<app::copied>("x")),
                  "_target_: app::Moved(const std::string&, int)\ntext: x"));
  CHECK(same_text(run::to_yaml(run::autoconvert<app::moved>()), "_target_: app::Moved\ntext: temporary\nn: 3"));
  CHECK(run::from_yaml<app::Text>("{_target_: 'app.Text(std::string_view)', text: x}") ==
        run::autoconvert<app::view>("x"));
  CHECK_THROWS(run::Error, run::from_yaml<app::Text>("{_target_: app::Text(int), text: x}"));

  // Without a word about it, a tie lists the candidates; the recipe's overload wins while it fits.
  const run::Config<app::Text> unsaid({.text = "x"});
  CHECK(contains(thrown<run::BuildError>([&] { run::build(unsaid); }),
                 "several take these arguments: (std::string text)"
                 " (std::string_view text)"));
  CHECK(!(unsaid == run::autoconvert<app::view>("x")));
  auto number = run::autoconvert<app::real>();
  number["a"] = 3;
  CHECK(run::build(number) == app::Number(3.0));
  CHECK(!(number == run::autoconvert<app::whole>(3)));
  auto sized = run::autoconvert<app::one>();
  sized["c"] = 2.5;
  sized["exact"] = true;
  CHECK(run::build(sized) == app::Sized(4, 2.5, true));
  auto both = run::autoconvert<app::two>();
  both["b"] = 2.5;
  CHECK(run::build(both) == app::Sized(4, 2.5F));

  auto hidden = run::autoconvert<app::hidden>(5);
  const auto as_it_was = hidden;
  hidden.materialize_defaults();
  CHECK(hidden == as_it_was && run::build(hidden) == app::hidden(5));

  auto defaulted = run::autoconvert<app::defaulted>(3);
  CHECK(defaulted["b"].as<int>() == 5);
  CHECK_THROWS(run::Error, defaulted["d"].as<int>());  // 1 or 2
  auto with_text = defaulted;
  with_text["s"] = "x";
  CHECK(contains(thrown<run::BuildError>([&] { run::build(with_text); }), "argument `b` has no value: set it"));
  CHECK_THROWS(run::Error, with_text["b"].as<int>());
  CHECK(!(defaulted == with_text));
  with_text["b"] = 4;
  CHECK(run::build(with_text) == app::Defaulted(3, 4, "x"));
  CHECK(with_text["c"].as<int>() == 9);
  defaulted["d"] = 7;
  CHECK(run::build(defaulted) == app::Defaulted(3, 5, 7));
  auto text = run::autoconvert<app::defaulted_text>();
  text.materialize_defaults();
  CHECK(text == run::autoconvert<app::defaulted_text>() && run::build(text) == app::defaulted_text());
  CHECK(contains(run::to_yaml(defaulted, {.defaults = true}), "b: 5"));

  auto given = run::autoconvert<app::given>(3);
  CHECK(given.materialize_defaults() == 0);
  CHECK(run::build(given) == app::given(3));
  CHECK(same_text(run::to_yaml(given, {.defaults = true}), "_target_: app::Given\na: 3"));
  auto given_two = given;
  given_two["b"] = 5;
  CHECK(!(given == given_two) && run::build(given_two) == app::Given(3, 5));
  auto given_text = run::autoconvert<app::given_text>();
  CHECK(same_text(run::to_yaml(given_text, {.defaults = true}), "_target_: app::Given\nb: 5\ns: s"));
  CHECK(given_text.materialize_defaults() == 1);
  CHECK(given_text == run::autoconvert<app::given_text>() && run::build(given_text) == app::given_text());
  // What another constructor has as a default is not written.
  const auto given_nothing = run::autoconvert<app::given_nothing>();
  CHECK(same_text(run::to_yaml(given_nothing, {.defaults = true}), "_target_: app::Given"));

  // Functions of one name.
  CHECK(run::from_yaml<app::Number>("{_target_: app::made, a: 6}") ==
        run::config<static_cast<app::Number (*)(int)>(app::made)>({.a = 6}));
  CHECK(run::from_yaml<app::Number>("{_target_: app.made, a: 6, b: 2}") ==
        run::config<static_cast<app::Number (*)(int, int)>(app::made)>({.a = 6, .b = 2}));
  CHECK(contains(run::to_yaml(run::autoconvert<app::functions>(6)), "_target_: app::made(double)"));
  CHECK(contains(thrown<run::Error>([] { run::from_yaml<app::Number>("{_target_: app::made}"); }),
                 "several targets are named `app::made`"));

  // What is not said in C++ is not built here.
  CHECK(holds(run::autoconvert<app::tied_number>(3), app::tied_number(3)));
  CHECK(holds(run::autoconvert<app::tied_text>(3), app::tied_text(3)));
  CHECK(holds(run::autoconvert<app::tied_many>(3), app::tied_many(3)));
  CHECK(holds(run::autoconvert<app::tied_call>(3), app::tied_call(3)));
  CHECK(holds(run::autoconvert<app::tied_text_call>(3), app::tied_text_call(3)));
  auto tied = run::autoconvert<app::tied_number>(3);
  // The recipe's own wins while it has all that is set.
  tied.unset("x");
  CHECK(run::build(tied) == app::Tied(3, 0.5));
  CHECK(same_text(run::to_yaml(tied), "_target_: app::Tied(int, double)\nn: 3"));
  CHECK(run::from_yaml<app::Tied>(run::to_yaml(tied)) == tied);
  tied["s"] = "z";
  CHECK(run::build(tied) == app::Tied(3, "z"));
  CHECK(same_text(run::to_yaml(tied), "_target_: app::Tied\nn: 3\ns: z"));
  CHECK(contains(thrown<run::Error>([] { run::build(run::from_yaml<app::Tied>("{_target_: app::Tied, n: 3}")); }),
                 "several take these arguments"));
  auto call = run::autoconvert<app::tied_call>(3);
  call.unset("x");
  CHECK(run::build(call) == app::tied(3, 0.5));

  CHECK(holds(run::autoconvert<app::by_mode>(), app::by_mode()));
  CHECK(holds(run::autoconvert<app::by_name>(), app::by_name()));
  CHECK(holds(run::autoconvert<app::by_name_and_number>(), app::by_name_and_number()));
  CHECK(same_text(run::to_yaml(run::autoconvert<app::by_mode>()), "_target_: app::Filter\nmode: app::Mode::fast"));
  return check_result();
}
