// The law for setters: overloads, chains in every place, macros that write them, bases, pointers, names that are taken.
#include <run/run.h>

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

/// As libraries write them: two overloads and two getters for each option.
#define OPTION(T, name)                             \
 public:                                            \
  auto name(const T& new_##name)->decltype(*this) { \
    name##_ = new_##name;                           \
    return *this;                                   \
  }                                                 \
  auto name(T&& new_##name)->decltype(*this) {      \
    name##_ = std::move(new_##name);                \
    return *this;                                   \
  }                                                 \
  const T& name() const { return name##_; }         \
  T& name() { return name##_; }                     \
                                                    \
 private:                                           \
  T name##_

namespace app {

class Options {
 public:
  Options(long from = 1) : from_(from) {}
  OPTION(long, from);
  OPTION(double, rate) = 0.5;
  OPTION(std::string, label) = "none";
  OPTION(std::optional<int>, limit);

 public:
  bool operator==(const Options&) const = default;
};

template <int D>
class Sized {
 public:
  explicit Sized(long n) : n_(n) {}
  OPTION(long, n);
  OPTION(bool, bias) = true;

 public:
  bool operator==(const Sized&) const = default;
};
using Flat = Sized<2>;

enum class Mode { slow, fast };

class Value {
 public:
  explicit Value(int n) : n_(n) {}
  bool operator==(const Value&) const = default;

 private:
  int n_;
};

/// Overloads that set the same thing.
class Knob {
 public:
  void set_level(int level) { text_ += " int" + std::to_string(level); }
  void set_level(double level) { text_ += " double" + std::to_string(level); }
  void set_level(const std::string& level) { text_ += " string" + level; }
  void set_level(const char* level) { text_ += std::string(" chars") + level; }
  void set_mode(int mode) { text_ += " mode" + std::to_string(mode); }
  void set_mode(Mode mode) { text_ += mode == Mode::fast ? " fast" : " slow"; }
  void set_level(const Value& value) { text_ += value == Value(7) ? " seven" : " other"; }
  void set_level(const std::vector<int>& all) { text_ += " all" + std::to_string(all.size()); }
  void SetColor(std::string color) { text_ += " color" + color; }
  Knob& setStep(bool step) {
    text_ += step ? " step" : " stay";
    return *this;
  }
  bool operator==(const Knob&) const = default;

 private:
  std::string text_;
};

class Base {
 public:
  virtual ~Base() = default;
  Base() = default;
  Base(const Base&) = default;
  Base& operator=(const Base&) = default;
  Base& depth(int depth) {
    depth_ = depth;
    return *this;
  }
  int depth() const { return depth_; }
  void set_name(std::string name) { name_ = std::move(name); }
  bool operator==(const Base&) const = default;

 private:
  int depth_ = 0;
  std::string name_;
};

class Derived : public Base {
 public:
  Derived& width(int width) {
    width_ = width;
    return *this;
  }
  int width() const { return width_; }
  bool operator==(const Derived&) const = default;

 private:
  int width_ = 0;
};

/// A base class that is made for the derived one, and returns it.
template <class Self>
class Fluent {
 public:
  Self& tag(int tag) {
    tag_ = tag;
    return static_cast<Self&>(*this);
  }
  int tag() const { return tag_; }
  // That it is kept, the derived class says.
  Self& size(int size) {
    static_cast<Self*>(this)->size_ = size;
    return static_cast<Self&>(*this);
  }
  bool operator==(const Fluent&) const = default;

 private:
  int tag_ = 0;
};
class Tagged : public Fluent<Tagged> {
 public:
  Tagged& other(int other) {
    other_ = other;
    return *this;
  }
  int other() const { return other_; }
  bool operator==(const Tagged&) const = default;

 private:
  friend Fluent;
  int other_ = 0;
  int size_ = 0;
};

class Model {
 public:
  explicit Model(Options options, int count = 1) : options_(std::move(options)), count_(count) {}
  bool operator==(const Model&) const = default;

 private:
  Options options_;
  int count_;
};

// Of objects that stay and of temporaries.
class Builder {
 public:
  Builder& name(const std::string& name) & {
    name_ = name;
    return *this;
  }
  Builder&& name(const std::string& name) && {
    name_ = name;
    return std::move(*this);
  }
  Builder& set_size(int size) & {
    size_ = size;
    return *this;
  }
  Builder&& set_size(int size) && {
    size_ = size;
    return std::move(*this);
  }
  bool operator==(const Builder&) const = default;

 private:
  std::string name_ = "none";
  int size_ = 0;
};

inline Model make(const Options& options) { return Model(options, 9); }

/// Properties whose names begin with verbs: a getter or a member says that nothing is done.
class Limits {
 public:
  Limits& read_timeout(int seconds) {
    seconds_ = seconds;
    return *this;
  }
  int read_timeout() const { return seconds_; }
  Limits& writeBufferSize(int size) {
    m_writeBufferSize = size;
    return *this;
  }
  void run_time(double hours) { hours_ = hours; }
  double run_time() const { return hours_; }
  Limits& swap(bool isOn) {
    swap_ = isOn;
    return *this;
  }
  bool swap() const { return swap_; }
  bool operator==(const Limits&) const = default;

 private:
  bool swap_ = false;
  int seconds_ = 0;
  int m_writeBufferSize = 0;
  double hours_ = 0;
};

[[run::autoconvert]] Limits limits(int n) {
  Limits limits = Limits().read_timeout(n).writeBufferSize(2).swap(true);
  limits.run_time(0.5);
  return limits;
}

[[run::autoconvert]] Options expression(double rate) { return Options(3).rate(rate).label("a").limit(4); }
[[run::autoconvert]] Builder of_temporary() { return Builder().name("t").set_size(3); }
[[run::autoconvert]] Builder of_local() {
  Builder builder;
  builder.name("l").set_size(4);
  return builder;
}
[[run::autoconvert]] Builder of_moved() {
  Builder builder;
  builder.set_size(5);
  return std::move(builder).name("m");
}
[[run::autoconvert]] Options none() { return Options().limit(std::nullopt).from(7); }
[[run::autoconvert]] Options statements(double rate) {
  Options options;
  options.rate(rate);
  options.label("b").limit(5);
  return options;
}
[[run::autoconvert]] Options returned() {
  Options options(2);
  options.from(8);
  return options.rate(0.25).label("c");
}
[[run::autoconvert]] Options copied() {
  Options options;
  auto other = options.rate(0.125);
  other.label("other");
  return other;
}
[[run::autoconvert]] std::vector<Options> through_reference() {
  Options options;
  auto& same = options.rate(0.125);
  same.label("same");
  return {options, Options().label("d")};
}
[[run::autoconvert]] Model argument() { return Model(Options(4).rate(0.5), 2); }
[[run::autoconvert]] Model argument_of_local() {
  Options options;
  return Model(options.rate(2).label("e"));
}
[[run::autoconvert]] std::unique_ptr<Model> held() { return std::make_unique<Model>(Options(5).label("f")); }
[[run::autoconvert]] Model in_call() { return make(Options(6).rate(1)); }
[[run::autoconvert]] Flat of_template(long n) { return Flat(n).bias(false); }
[[run::autoconvert]] Flat taken() { return Flat(1).n(2); }
[[run::autoconvert]] Knob knobs(int n) {
  Knob knob;
  knob.set_level(n);
  return knob;
}
[[run::autoconvert]] Knob knob_real(int n) {
  Knob knob;
  knob.set_level(n * 1.0);
  return knob;
}
[[run::autoconvert]] Knob knob_text() {
  Knob knob;
  knob.set_level(std::string("s"));
  knob.set_level("chars");
  return knob;
}
[[run::autoconvert]] Knob knob_letter() {
  Knob knob;
  knob.set_level('a');
  return knob;
}
[[run::autoconvert]] Knob knob_enum() {
  Knob knob;
  knob.set_mode(Mode::fast);
  knob.SetColor("red");
  knob.setStep(true);
  return knob;
}
[[run::autoconvert]] Knob knob_object() {
  Knob knob;
  knob.set_level(Value(7));
  return knob;
}
[[run::autoconvert]] Knob knob_list() {
  Knob knob;
  knob.set_level(std::vector<int>{1, 2});
  return knob;
}
[[run::autoconvert]] std::shared_ptr<Derived> through_pointer() {
  auto derived = std::make_shared<Derived>();
  derived->set_name("p");
  derived->width(3).depth(4);
  (*derived).depth(5);
  return derived;
}
[[run::autoconvert]] std::unique_ptr<Base> through_unique() {
  auto derived = std::make_unique<Derived>();
  derived->width(3);
  derived->depth(2);
  return derived;
}
[[run::autoconvert]] Tagged tagged() { return Tagged().tag(3).other(4); }
[[run::autoconvert]] Tagged resized() {
  Tagged tagged = Tagged().size(1).size(2);
  tagged.size(3);
  tagged.size(5).tag(4);
  return tagged;
}

// Setters of temporaries, and such whose result must not be dropped.
class Request {
 public:
  Request&& url(std::string value) && {
    url_ = std::move(value);
    return std::move(*this);
  }
  Request&& retries(int value) && {
    retries_ = value;
    return std::move(*this);
  }
  [[nodiscard]] Request&& timeout(int value) && {
    timeout_ = -value;
    return std::move(*this);
  }
  [[nodiscard]] Request& timeout(int value) & {
    timeout_ = -value;
    return *this;
  }
  bool operator==(const Request&) const = default;

 private:
  std::string url_;
  int retries_ = 0;
  int timeout_ = 0;
};

[[run::autoconvert]] inline Request request(int n) { return Request{}.url("x").retries(n).timeout(4); }
[[run::autoconvert]] inline Request request_by_statements(int n) {
  Request request;
  (void)request.timeout(n);
  static_cast<void>(request.timeout(n + 1));
  std::move(request).url("a").retries(n + 1);
  return request;
}

// What is left of such names no argument can be called.
class Button {
 public:
  void setDefault(bool value) { default_ = value; }
  void set_class(std::string value, int = 1) { class_ = std::move(value); }
  Button& set_and(int value) {
    and_ = value;
    return *this;
  }
  void set_errno(int value) { errno_ = value; }
  bool operator==(const Button&) const = default;

 private:
  bool default_ = false;
  std::string class_;
  int and_ = 0;
  int errno_ = 0;
};

[[run::autoconvert]] inline Button button(int n) {
  Button button;
  button.setDefault(true);
  button.set_class("wide");
  button.set_and(n).set_errno(n + 1);
  return button;
}

// A tag is a class that nobody ever defines.
struct RateTag;
template <class T, class Tag>
class Strong {
 public:
  explicit constexpr Strong(T value) : value_(value) {}
  bool operator==(const Strong&) const = default;

 private:
  T value_;
};
struct Optimizer {
  Strong<double, RateTag> rate{0.1};
  int steps = 1;
  bool operator==(const Optimizer&) const = default;
};
[[run::autoconvert]] inline Optimizer optimizer(double rate) {
  return {.rate = Strong<double, RateTag>(rate), .steps = 3};
}

// Lists in braces: beside another setter, by which the argument is known, and alone.
class Padded {
 public:
  Padded& padding(std::variant<std::string, int> all) {
    padding_ = {all.index() == 1 ? std::get<1>(all) : 0};
    return *this;
  }
  decltype(auto) padding(std::initializer_list<int> each) {
    padding_ = each;
    return *this;
  }
  void set_names(std::initializer_list<std::string> names) { names_ = names; }
  bool operator==(const Padded&) const = default;

 private:
  std::vector<int> padding_;
  std::vector<std::string> names_;
};

[[run::autoconvert]] Padded padded(int n) {
  Padded padded = Padded().padding({n, 2});
  padded.set_names({"a", std::to_string(n)});
  return padded;
}

class Scaled {
 public:
  void set_scale(int scale) { scale_ = scale; }

 protected:
  int scale_ = 0;
  int offset = 1;
};

/// Made public here.
class Gauge : private Scaled {
 public:
  using Scaled::offset;
  using Scaled::set_scale;
  bool operator==(const Gauge& other) const { return scale_ == other.scale_ && offset == other.offset; }
};

struct Wheel {
  void set_turns(int turns) { turns_ = turns; }
  int angle = 0;
  int color = 2;
  int turns_ = 0;
};

/// Some of it is taken away.
class Dial : public Gauge, public Wheel {
 public:
  explicit Dial(int size) : size_(size) {}
  bool operator==(const Dial& other) const {
    return Gauge::operator==(other) && size_ == other.size_ && angle == other.angle && color == other.color;
  }

 private:
  using Wheel::angle;
  using Wheel::set_turns;
  int size_;
};

[[run::autoconvert]] Gauge gauge(int scale) {
  Gauge gauge;
  gauge.offset = scale;
  gauge.offset += 1;
  gauge.set_scale(scale);
  return gauge;
}

[[run::autoconvert]] Dial dial(int size) {
  Dial dial(size);
  dial.offset = size;
  dial.color = 5;
  dial.set_scale(size);
  return dial;
}

// Setters that are given nothing, and set what their defaults say.
class Socket {
 public:
  Socket& no_delay(bool on = true) {
    no_delay_ = on;
    return *this;
  }
  Socket& mode(Mode mode = Mode::fast) {
    mode_ = mode;
    return *this;
  }
  void set_ratio(float ratio = 0.5f, int = 0) { ratio_ = ratio; }
  bool operator==(const Socket&) const = default;

 private:
  bool no_delay_ = false;
  Mode mode_ = Mode::slow;
  float ratio_ = 0;
};
[[run::autoconvert]] Socket quick_socket() { return Socket().no_delay().mode(); }
[[run::autoconvert]] std::vector<std::shared_ptr<Socket>> sockets() {
  Socket first;
  first.set_ratio();
  first.no_delay().mode(Mode::slow);
  auto second = std::make_shared<Socket>(first);
  second->mode();
  return {std::make_shared<Socket>(first), second};
}

}  // namespace app

#include "setters.run.h"

int main() {
  CHECK(run::build(run::autoconvert<app::limits>(3)) == app::limits(3));
  CHECK(run::build(run::autoconvert<app::of_temporary>()) == app::of_temporary());
  CHECK(run::build(run::autoconvert<app::of_local>()) == app::of_local());
  CHECK(run::build(run::autoconvert<app::of_moved>()) == app::of_moved());
  CHECK(run::build(run::autoconvert<app::expression>(0.75)) == app::expression(0.75));
  CHECK(run::build(run::autoconvert<app::none>()) == app::none());
  CHECK(run::build(run::autoconvert<app::statements>(0.75)) == app::statements(0.75));
  CHECK(run::build(run::autoconvert<app::returned>()) == app::returned());
  CHECK(run::build(run::autoconvert<app::copied>()) == app::copied());
  CHECK(run::build(run::autoconvert<app::through_reference>()) == app::through_reference());
  CHECK(run::build(run::autoconvert<app::argument>()) == app::argument());
  CHECK(run::build(run::autoconvert<app::argument_of_local>()) == app::argument_of_local());
  CHECK(*run::build<std::unique_ptr<app::Model>>(run::autoconvert<app::held>()) == *app::held());
  CHECK(run::build(run::autoconvert<app::in_call>()) == app::in_call());
  CHECK(run::build(run::autoconvert<app::of_template>(4)) == app::of_template(4));
  CHECK(run::build(run::autoconvert<app::taken>()) == app::taken());
  CHECK(run::build(run::autoconvert<app::knobs>(3)) == app::knobs(3));
  CHECK(run::build(run::autoconvert<app::knob_real>(3)) == app::knob_real(3));
  CHECK(run::build(run::autoconvert<app::knob_text>()) == app::knob_text());
  CHECK(run::build(run::autoconvert<app::knob_letter>()) == app::knob_letter());
  CHECK(run::build(run::autoconvert<app::knob_enum>()) == app::knob_enum());
  CHECK(run::build(run::autoconvert<app::knob_object>()) == app::knob_object());
  CHECK(run::build(run::autoconvert<app::knob_list>()) == app::knob_list());
  CHECK(*run::build<std::shared_ptr<app::Derived>>(run::autoconvert<app::through_pointer>()) ==
        *app::through_pointer());
  const auto built = run::build<std::unique_ptr<app::Base>>(run::autoconvert<app::through_unique>());
  const auto direct = app::through_unique();
  CHECK(dynamic_cast<app::Derived&>(*built) == dynamic_cast<app::Derived&>(*direct));
  CHECK(run::build(run::autoconvert<app::tagged>()) == app::tagged());
  CHECK(run::build(run::autoconvert<app::resized>()) == app::resized());
  auto padded = run::autoconvert<app::padded>(3);
  CHECK(run::build(padded) == app::padded(3));
  CHECK(run::from_yaml<app::Padded>(run::to_yaml(padded)) == padded);
  padded->set_padding = std::vector<int>{4, 2};
  padded["names[1]"] = "4";
  CHECK(run::build(padded) == app::padded(4));

  CHECK(run::build(run::autoconvert<app::request>(3)) == app::request(3));
  CHECK(run::build(run::autoconvert<app::request_by_statements>(3)) == app::request_by_statements(3));
  CHECK(run::build(run::autoconvert<app::gauge>(3)) == app::gauge(3));
  CHECK(run::build(run::autoconvert<app::dial>(3)) == app::dial(3));
  CHECK(run::build(run::autoconvert<app::optimizer>(0.5)) == app::optimizer(0.5));
  const auto quick = run::autoconvert<app::quick_socket>();
  CHECK(same_text(run::to_yaml(quick), "_target_: app::Socket\nno_delay: true\nmode: fast"));
  CHECK(run::build(quick) == app::quick_socket());
  const auto built_sockets = run::build(run::autoconvert<app::sockets>());
  CHECK(*built_sockets[0] == *app::sockets()[0] && *built_sockets[1] == *app::sockets()[1]);
  auto button = run::autoconvert<app::button>(3);
  CHECK(run::build(button) == app::button(3));
  CHECK(run::from_yaml<app::Button>(run::to_yaml(button)) == button);
  button->setDefault = false;
  CHECK(button["setDefault"].as<bool>() == false);

  // A name that is taken by the constructor's parameter: the setter's argument has another one.
  CHECK(same_text(run::to_yaml(run::autoconvert<app::taken>()), "_target_: app::Sized<2>\nn: 1\nset_n: 2"));
  const auto knob = run::from_yaml<app::Knob>("{_target_: app::Knob, mode: fast, color: blue}");
  CHECK(contains(run::to_yaml(knob), "mode: fast"));
  CHECK(run::from_yaml<app::Knob>(run::to_yaml(run::autoconvert<app::knob_enum>())) ==
        run::autoconvert<app::knob_enum>());
  for (const char* level : {"1", "1.5", "x", "{_target_: app::Value, n: 7}", "[1, 2]"}) {
    const auto read = run::from_yaml<app::Knob>(std::string("{_target_: app::Knob, level: ") + level + "}");
    CHECK(run::from_yaml<app::Knob>(run::to_yaml(read)) == read);
  }
  return check_result();
}
