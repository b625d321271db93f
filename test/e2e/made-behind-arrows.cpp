// The law for smart pointers of a library's own: what they point to is set, and shared by their copies.
#include <run/run.h>

#include <memory>
#include <string>
#include <vector>

#include "../conformance/samples/check.h"
namespace app {
inline int alive = 0;
class Source {
 public:
  static Source* New() { return new Source; }
  void SetRadius(double r) { radius_ = r; }
  double GetRadius() const { return radius_; }
  void set_name(std::string n) { name_ = std::move(n); }
  int steps = 3;
  bool operator==(const Source& o) const { return radius_ == o.radius_ && name_ == o.name_ && steps == o.steps; }
  void add() const { ++refs_; }
  void drop() const {
    if (--refs_ == 0) delete this;
  }

 private:
  friend class Deleter;
  Source() { ++alive; }
  ~Source() { --alive; }
  double radius_ = 1;
  std::string name_;
  mutable int refs_ = 0;
};
/// Makes its object itself.
template <class T>
class New {
 public:
  New() : object_(T::New()) { object_->add(); }
  New(const New&) = delete;
  New& operator=(const New&) = delete;
  ~New() { object_->drop(); }
  T* operator->() const { return object_; }
  T* get() const { return object_; }

 private:
  T* object_;
};
/// Intrusive.
template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(T* object) : object_(object) {
    if (object_) object_->add();
  }
  Ref(const Ref& o) : Ref(o.object_) { label_ = o.label_; }
  template <class U>
  Ref(const New<U>& o) : Ref(o.get()) {}
  template <class U>
  requires std::convertible_to<U*, T*> Ref(const Ref<U>& o) : Ref(o.get()) {}
  Ref& operator=(const Ref& o) {
    Ref copy(o);
    std::swap(object_, copy.object_);
    label_ = o.label_;
    return *this;
  }
  ~Ref() {
    if (object_) object_->drop();
  }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  T* get() const { return object_; }
  void set_label(int v) { label_ = v; }
  int label() const { return label_; }

 private:
  T* object_ = nullptr;
  int label_ = 0;
};
inline Source* source(double radius) {
  Source* s = Source::New();
  s->SetRadius(radius);
  return s;
}
inline Ref<Source> wrapped(double radius) { return Ref<Source>(source(radius)); }
struct Scene {
  Ref<Source> a;
  Ref<Source> b;
};

[[run::autoconvert]] inline Ref<Source> fresh(double r) {
  New<Source> s;
  s->SetRadius(r);
  s->set_name("n");
  s->steps = 7;
  return Ref<Source>(s);
}
[[run::autoconvert]] inline Ref<Source> adopted(double r) {
  Ref<Source> s(source(r));
  s->set_name("a");
  s->steps = 8;
  s.set_label(4);
  return s;
}
[[run::autoconvert]] inline Scene shared(double r) {
  Ref<Source> s(source(r));
  s->set_name("both");
  Scene scene{s, s};
  s->steps = 9;
  return scene;
}
[[run::autoconvert]] inline Scene copied(double r) {
  auto s = wrapped(r);
  auto t = s;
  t->set_name("both");
  return Scene{.a = s, .b = t};
}
[[run::autoconvert]] inline Scene of_recipe(double r) {
  auto s = adopted(r);
  s->steps = 2;
  return Scene{.a = s, .b = s};
}
[[run::autoconvert]] inline Scene in_member(double r) {
  Scene scene;
  scene.a = Ref<Source>(source(r));
  scene.a->steps = 5;
  scene.b = wrapped(r);
  scene.b->steps = 6;
  return scene;
}
[[run::autoconvert]] inline std::vector<Scene> twice(double r) {
  Scene scene{.a = Ref<Source>(source(r)), .b = {}};
  return {scene, scene};
}
[[run::autoconvert]] inline std::vector<Ref<const Source>> of_base(double r) {
  Ref<const Source> s = adopted(r);
  return {s, s, adopted(r)};
}
}  // namespace app
#include "made-behind-arrows.run.h"
template <class T>
bool same(const T& a, const T& b) {
  return a.get() == nullptr ? b.get() == nullptr : b.get() && *a == *b && a.label() == b.label();
}
#define LAW(f)                                                  \
  do {                                                          \
    const auto want = app::f(2.5);                              \
    const auto got = run::build(run::autoconvert<app::f>(2.5)); \
    CHECK(same(got, want));                                     \
  } while (false)
#define LAW2(f)                                                            \
  do {                                                                     \
    const auto want = app::f(2.5);                                         \
    const auto got = run::build(run::autoconvert<app::f>(2.5));            \
    CHECK(same(got.a, want.a));                                            \
    CHECK(same(got.b, want.b));                                            \
    CHECK((got.a.get() == got.b.get()) == (want.a.get() == want.b.get())); \
  } while (false)
int main() {
  LAW(fresh);
  LAW(adopted);
  LAW2(shared);
  LAW2(copied);
  LAW2(of_recipe);
  LAW2(in_member);
  {
    const auto want = app::twice(2);
    const auto got = run::build(run::autoconvert<app::twice>(2));
    CHECK(want[0].a.get() == want[1].a.get());
    CHECK(got[0].a.get() == got[1].a.get());
  }
  {
    const auto cfg = run::autoconvert<app::of_base>(2);
    const auto read = run::from_yaml<std::vector<app::Ref<const app::Source>>>(run::to_yaml(cfg));
    CHECK(read == cfg);
    for (const auto& each : {cfg, read}) {
      const auto got = run::build(each);
      CHECK(got[0].get() == got[1].get() && got[0].get() != got[2].get() && *got[0] == *app::adopted(2));
    }
  }
  auto c = run::autoconvert<app::adopted>(2);
  CHECK(run::from_yaml<app::Ref<app::Source>>(run::to_yaml(c)) == c);
  CHECK(app::alive == 0);
  return check_result();
}
