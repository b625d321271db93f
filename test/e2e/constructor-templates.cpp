// The law for constructor templates: the instance that overload resolution chose is a target of its own.
#include <run/run.h>

#include <concepts>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

template <class U>
std::string kind() {
  std::string text = std::is_const_v<std::remove_reference_t<U>> ? "const " : "";
  using V = std::remove_cvref_t<U>;
  text += std::is_same_v<V, int> ? "int" : std::is_same_v<V, std::string> ? "string" : "other";
  return text + (std::is_lvalue_reference_v<U> ? "&" : std::is_rvalue_reference_v<U> ? "&&" : "");
}

/// Says how it was made.
class Any {
 public:
  template <class U>
  requires(!std::same_as<std::remove_cvref_t<U>, Any>) explicit Any(U&& from, int more = 1)
      : text_(kind<U&&>() + " " + std::to_string(more)) {
    static_cast<void>(from);
  }
  explicit Any(double real) : text_("real " + std::to_string(real)) {}
  void set_note(std::string note) { note_ = std::move(note); }
  int extra = 0;
  bool operator==(const Any&) const = default;

 private:
  std::string text_;
  std::string note_;
};

template <class T>
class Box {
 public:
  template <class U>
  Box(U value, T scale) : value_(static_cast<T>(value) * scale) {}
  template <class U>
  explicit Box(const std::vector<U>& all) : value_(static_cast<T>(all.size())) {}
  bool operator==(const Box&) const = default;

 private:
  T value_;
};

class Impl {
 public:
  explicit Impl(int in, int out = 2, std::string name = "impl") : in_(in), out_(out), name_(std::move(name)) {}
  bool operator==(const Impl&) const = default;

 private:
  int in_;
  int out_;
  std::string name_;
};

/// Passes all that it is given on, as module holders do.
template <class Contained>
class Holder {
 public:
  Holder() : held_(std::make_shared<Contained>(0)) {}
  template <class Head, class... Tail>
  requires(!std::derived_from<std::remove_cvref_t<Head>, Holder>) explicit Holder(Head&& head, Tail&&... tail)
      : held_(std::make_shared<Contained>(std::forward<Head>(head), std::forward<Tail>(tail)...)) {}
  bool operator==(const Holder& other) const { return *held_ == *other.held_; }

 private:
  std::shared_ptr<Contained> held_;
};

class Module : public Holder<Impl> {
 public:
  using Holder<Impl>::Holder;
};

/// Makes what it points to of all that it is given, so its arguments have the names that the constructor has for them.
template <class Contained>
class Pointer {
 public:
  template <class Head, class... Tail>
  requires(!std::derived_from<std::remove_cvref_t<Head>, Pointer>) explicit Pointer(Head&& head, Tail&&... tail)
      : held_(std::make_shared<Contained>(std::forward<Head>(head), std::forward<Tail>(tail)...)) {}
  Contained* operator->() const { return held_.get(); }
  bool operator==(const Pointer& other) const { return *held_ == *other.held_; }

 private:
  std::shared_ptr<Contained> held_;
};

class Net : public Pointer<Impl> {
 public:
  using Pointer<Impl>::Pointer;
};

class Variant {
 public:
  template <class T>
  Variant(T&& value) : value_(std::forward<T>(value)) {}
  bool operator==(const Variant&) const = default;

 private:
  std::variant<int, std::string, Impl> value_;
};

[[run::autoconvert]] Net net(int n) { return Net(n, 4); }
[[run::autoconvert]] Pointer<Impl> net_of_one() { return Pointer<Impl>(7); }

struct Uses {
  Variant one;
  std::vector<Module> modules;
  std::shared_ptr<Any> any;
};

struct Choice {
  std::variant<int, std::string> plain = 0;
  std::variant<Impl, Any> object = Impl(0);
  bool operator==(const Choice&) const = default;
};

[[run::autoconvert]] Any of_value() { return Any(3); }
[[run::autoconvert]] Any of_lvalue(int n) { return Any(n, 4); }
[[run::autoconvert]] Any of_const(const std::string& s) { return Any(s); }
[[run::autoconvert]] Any of_real() { return Any(2.5); }
[[run::autoconvert]] Any of_object(int n) {
  Any any(Impl{n});
  any.set_note("n");
  any.extra = 3;
  return any;
}
[[run::autoconvert]] Any reassigned(int n) {
  Any any(n);
  any = Any(std::string("again"));
  any.extra = 2;
  return any;
}
/// Types that `T{}` and `T(1)` can say, and their names cannot.
template <class T, class U = const T*>
class Deflt {
 public:
  explicit Deflt(T a = T{}, T b = T(), U c = U(), U d = U{}, T e = T(3)) : a_(a), b_(b), c_(c), d_(d), e_(e) {}
  T f = T(4);
  bool operator==(const Deflt&) const = default;

 private:
  T a_, b_;
  U c_, d_;
  T e_;
};
[[run::autoconvert]] Deflt<unsigned> words(unsigned n) { return Deflt<unsigned>(n); }
[[run::autoconvert]] Deflt<unsigned long long, const char*> texts() { return Deflt<unsigned long long, const char*>(); }
[[run::autoconvert]] Deflt<int, int (*)(int)> functions(int n) {
  Deflt<int, int (*)(int)> made;
  made.f = n;
  return made;
}
[[run::autoconvert]] Box<double> boxed(int n) { return Box<double>(n, 2); }
[[run::autoconvert]] Box<double> sized() { return Box<double>(std::vector<int>{1, 2, 3}); }
[[run::autoconvert]] Module module(int n) { return Module(n, 5, std::string("m")); }
[[run::autoconvert]] Module module_none() { return Module(); }
[[run::autoconvert]] Module module_one(int n) { return Module(Impl(n, n)); }
[[run::autoconvert]] Holder<Impl> holder(int n) { return Holder<Impl>(n); }
[[run::autoconvert]] std::unique_ptr<Module> unique(int n) { return std::make_unique<Module>(n, 7); }
[[run::autoconvert]] std::vector<Module> several(int n) {
  std::vector<Module> all;
  all.push_back(Module(n));
  all.emplace_back(n, 8);
  return all;
}
[[run::autoconvert]] Uses uses(int n) {
  return Uses{.one = n, .modules = {Module(1), Module(n, 2)}, .any = std::make_shared<Any>(n)};
}
[[run::autoconvert]] Uses uses_object() { return Uses{.one = Impl(3), .modules = {}, .any = nullptr}; }
[[run::autoconvert]] Choice choice(int n) { return Choice{.plain = "text", .object = Any(n)}; }

}  // namespace app

#include "constructor-templates.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::of_value>()) == app::of_value());
  CHECK(run::build(run::autoconvert<app::of_lvalue>(3)) == app::of_lvalue(3));
  CHECK(run::build(run::autoconvert<app::of_const>("s")) == app::of_const("s"));
  CHECK(run::build(run::autoconvert<app::of_real>()) == app::of_real());
  CHECK(run::build(run::autoconvert<app::of_object>(3)) == app::of_object(3));
  CHECK(run::build(run::autoconvert<app::reassigned>(3)) == app::reassigned(3));
  CHECK(run::build(run::autoconvert<app::boxed>(3)) == app::boxed(3));
  CHECK(run::build(run::autoconvert<app::words>(3)) == app::words(3));
  auto texts = run::autoconvert<app::texts>();
  CHECK(texts.materialize_defaults() >= 3 && run::build(texts) == app::texts());
  CHECK(texts["e"].as<int>() == 3 && texts["a"].as<int>() == 0);
  CHECK(run::build(run::autoconvert<app::functions>(3)) == app::functions(3));
  CHECK(run::build(run::autoconvert<app::sized>()) == app::sized());
  CHECK(run::build(run::autoconvert<app::module>(3)) == app::module(3));
  CHECK(run::build(run::autoconvert<app::module_none>()) == app::module_none());
  CHECK(run::build(run::autoconvert<app::module_one>(3)) == app::module_one(3));
  CHECK(run::build(run::autoconvert<app::holder>(3)) == app::holder(3));
  CHECK(*run::build<std::unique_ptr<app::Module>>(run::autoconvert<app::unique>(3)) == *app::unique(3));
  CHECK(run::build(run::autoconvert<app::several>(3)) == app::several(3));
  const app::Uses built = run::build(run::autoconvert<app::uses>(3));
  const app::Uses direct = app::uses(3);
  CHECK(built.one == direct.one && built.modules == direct.modules && *built.any == *direct.any);
  CHECK(run::build(run::autoconvert<app::uses_object>()).one == app::uses_object().one);
  CHECK(run::build(run::autoconvert<app::choice>(3)) == app::choice(3));

  // Its parameters are arguments, by the template's names; those of a pack are counted.
  auto module = run::autoconvert<app::module>(3);
  module->tail0 = 6;
  module["tail1"] = "other";
  CHECK(run::build(module) == app::Module(3, 6, std::string("other")));
  const auto read = run::from_yaml<app::Module>(run::to_yaml(module));
  CHECK(run::build(read) == app::Module(3, 6, std::string("other")));
  auto net = run::autoconvert<app::net>(3);
  CHECK(run::build(net) == app::net(3) && run::build(run::autoconvert<app::net_of_one>()) == app::net_of_one());
  net->out = 5;
  net["in"] = 6;
  CHECK(run::build(net) == app::Net(6, 5) && run::from_yaml<app::Net>(run::to_yaml(net)) == net);
  CHECK(contains(run::to_yaml(run::autoconvert<app::of_value>()), "_target_: app::Any(int&&, int)"));
  CHECK(run::build(run::from_yaml<app::Box<double>>("{_target_: app.Box<double>, all: [1, 2]}")) ==
        app::Box<double>(std::vector<int>{1, 2}));
  CHECK(run::build(run::from_yaml<app::Box<double>>(run::to_yaml(run::autoconvert<app::boxed>(3)))) == app::boxed(3));
  return check_result();
}
