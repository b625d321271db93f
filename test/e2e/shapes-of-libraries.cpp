// Classes as libraries write them: plain pointers that functions give, deprecated members, constructors that not every
// instance of a template has, members that only their own file can destroy, templates that say == for anything.
#include <run/run.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace lib {

template <class T>
class Ring {
 public:
  using value_type = T;
  using allocator_type = std::allocator<T>;
  Ring() = default;
  explicit Ring(std::size_t capacity) : capacity_(capacity) {}
  auto begin() const { return elements_.begin(); }
  auto end() const { return elements_.end(); }
  std::size_t size() const { return elements_.size(); }
  void push_back(T element) { elements_.push_back(std::move(element)); }
  bool operator==(const Ring&) const = default;

 private:
  std::vector<T> elements_;
  std::size_t capacity_ = 2;
};

// Plain pointers: the function says who owns what.
class Policy {
 public:
  virtual ~Policy() = default;
  virtual int bits() const = 0;
};
class Bloom : public Policy {
 public:
  explicit Bloom(int bits) : bits_(bits) { ++alive; }
  Bloom(const Bloom&) = delete;
  Bloom& operator=(const Bloom&) = delete;
  ~Bloom() override { --alive; }
  int bits() const override { return bits_; }
  static inline int alive = 0;

 private:
  int bits_;
};
struct Handle;  // of no interest to users
struct Options {
  const Policy* policy = nullptr;
  Policy* second = nullptr;
  Bloom* environment = nullptr;
  Handle* handle = nullptr;
  int size = 4;
};
Bloom* new_bloom(int bits) { return new Bloom(bits); }
Bloom* environment() {
  static Bloom only(1);
  return &only;
}
Handle* handle() { return nullptr; }
class Owner {
 public:
  explicit Owner(Policy* taken) : policy_(taken) {}
  int bits() const { return policy_->bits(); }

 private:
  std::unique_ptr<Policy> policy_;
};

// Deprecated things that nobody uses.
enum Level { kLow, kHigh, kOld [[deprecated("use kHigh")]] = kHigh };
// Deprecated for g++ alone.
#if defined(__GNUC__) && !defined(__clang__)
#define OLD_ENUMERATOR(text) [[deprecated(text)]]
#else
#define OLD_ENUMERATOR(text)
#endif
enum class Priority { background, low OLD_ENUMERATOR("use background") = 0, high = 2 };
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
struct Settings {
  int size = 1;
  [[deprecated("use size")]] int length = 2;
  Level level = kLow;
  Priority priority = Priority::background;
  bool operator==(const Settings& other) const {
    return size == other.size && level == other.level && priority == other.priority;
  }
};
#pragma GCC diagnostic pop

template <int rows>
class Vector {
 public:
  Vector() = default;
  Vector(double x, double y) : x_(x), y_(y) { static_assert(rows == 2, "only of two"); }
  Vector(double x, double y, double z) : x_(x), y_(y), z_(z) { static_assert(rows == 3, "only of three"); }
  bool operator==(const Vector&) const = default;

 private:
  double x_ = 0;
  double y_ = 0;
  double z_ = 0;
};

template <class T>
class Counted {  // destroys what it holds: not for a class that only its own file knows
 public:
  Counted() = default;
  Counted& operator=(const Counted& other) {
    if (other.held_ != nullptr) ++other.held_->uses;
    return *this;
  }
  Counted(const Counted&) = default;
  ~Counted() {
    if (held_ != nullptr && --held_->uses == 0) delete held_;
  }

 private:
  T* held_ = nullptr;
};
class Parser {
 public:
  class Internal;
  Counted<Internal> internal;
  Parser() {}
  ~Parser();
  void set_flags(int flags) { flags_ = flags; }
  int flags() const { return flags_; }

 private:
  int flags_ = 0;
};
class Parser::Internal {
 public:
  int uses = 0;
};
Parser::~Parser() = default;

struct ConstantInitialized {};
class Message {
 public:
  constexpr Message(ConstantInitialized);  // defined where the messages are
  Message() : id_(0) {}
  void set_id(int id) { id_ = id; }
  int id() const { return id_; }
  template <class A = const std::string&, class... More>
  void set_name(A&& name, More... more) {
    name_.assign(std::forward<A>(name), more...);
  }
  const std::string& name() const { return name_; }

 private:
  int id_;
  std::string name_;
};

// A constant that is declared and never defined has a value, and no address.
class Arena {
 public:
  static const int automatic = -1;
  explicit Arena(int threads = automatic, int reserved = 1) : threads_(threads), reserved_(reserved) {}
  bool operator==(const Arena&) const = default;

 private:
  int threads_;
  int reserved_;
};

// Compares, if T does.
template <class T>
class Maybe {
 public:
  Maybe() = default;
  Maybe(T value) : value_(std::make_shared<T>(std::move(value))) {}
  friend bool operator==(const Maybe& a, const Maybe& b) { return *a.value_ == *b.value_; }
  int size() const { return value_ == nullptr ? 0 : value_->size(); }

 private:
  std::shared_ptr<T> value_;
};
class Pool {
 public:
  explicit Pool(int size) : size_(size) {}
  int size() const { return size_; }

 private:
  int size_;
};
struct Server {
  Maybe<Pool> pool{};
  int port = 80;
};

using Sinks = std::initializer_list<std::shared_ptr<Pool>>;
class Logger {
 public:
  Logger(std::string name, Sinks sinks) : name_(std::move(name)), sinks_(sinks) {}
  std::size_t size() const { return sinks_.size(); }

 private:
  std::string name_;
  std::vector<std::shared_ptr<Pool>> sinks_;
};

// Flags: an operator makes an object of enumerators.
enum Align { kLeft = 1, kTop = 2 };
class Aligns {
 public:
  constexpr explicit Aligns(int bits) : bits_(bits) {}
  constexpr int bits() const { return bits_; }
  bool operator==(const Aligns&) const = default;

 private:
  int bits_;
};
constexpr Aligns operator|(Align a, Align b) noexcept { return Aligns(int(a) | int(b)); }
struct Widget {
  Aligns aligns{0};
  bool operator==(const Widget&) const = default;
};

// Views of what is passed on: good until the whole expression is done.
class Mark {
 public:
  explicit Mark(int value) : value_(value) {}
  Mark(const Mark&) = default;
  Mark& operator=(const Mark&) = default;
  ~Mark() { value_ = -1; }
  int value() const { return value_; }

 private:
  int value_;
};
class Slice {
 public:
  Slice(const std::string& text) : text_(&text) {}
  std::string text() const { return *text_; }

 private:
  const std::string* text_;
};
class Span {
 public:
  Span(std::initializer_list<Mark> marks) : begin_(std::data(marks)), size_(marks.size()) {}
  Span(const std::vector<Mark>& marks) : begin_(marks.data()), size_(marks.size()) {}
  int sum() const {
    int sum = 0;
    for (std::size_t i = 0; i < size_; ++i) sum += begin_[i].value();
    return sum;
  }

 private:
  const Mark* begin_;
  std::size_t size_;
};
class Pattern {
 public:
  Pattern(const Slice& slice, Span span) : text_(slice.text()), sum_(span.sum()) {}
  bool operator==(const Pattern&) const = default;

 private:
  std::string text_;
  int sum_;
};
std::string text_of(const std::string& text) { return text + text; }

// Properties: a getter and a setter of one name. Setters that take more, by default. Templates of no use to recipes.
template <class... Args>
struct First {
  using type = std::tuple_element_t<0, std::tuple<Args...>>;
};
class Text {
 public:
  explicit Text(std::string text) : text_(std::move(text)) {}
  template <class... Args>
  typename First<Args...>::type operator()(Args&&...) const;
  template <class... Args>
  typename First<Args...>::type first(Args&&...) const;
  template <class... Args>
  std::enable_if_t<sizeof...(Args) >= 2, Text> set_parts(Args&&...) const;
  template <class T = void>
  void set_part(typename T::part);
  template <class... Args>
  std::enable_if_t<(sizeof...(Args) >= 2), Text>& arg(Args&&...);
  bool operator==(const Text&) const = default;

 private:
  std::string text_;
};
class Label {
 public:
  double y() const { return y_; }
  void y(double value) { y_ = value; }
  void setText(Text text, int mode = 1) {
    text_ = std::move(text);
    mode_ += mode;
  }
  void setBody(const std::string& body, const std::string& type = "text") { body_ = body + type; }
  void setBody(std::string&& body, const std::string& type = "text") { body_ = std::move(body) + type; }
  void setSize(int size) { size_ = size; }
  void setSize(int size, int unit) { size_ = size * unit; }
  // Which of them a call with one argument means, C++ itself cannot tell: neither is an argument.
  void setLogo(const std::string& place) { body_ = place; }
  void setLogo(const std::string& type, const std::string& bytes = "") { body_ = type + bytes; }
  void setIcon(const std::string& place) { body_ = place; }
  bool setIcon(std::string type, int bytes = 0) { return type.size() == static_cast<std::size_t>(bytes); }
  bool operator==(const Label&) const = default;

 private:
  double y_ = 0;
  Text text_{"-"};
  int mode_ = 0;
  std::string body_;
  int size_ = 0;
};

// Functions that give pointers to functions and members.
using Handler = void (*)(int);
struct Hook {
  int margin = 0;
};
inline void ignore(int) {}
inline Handler handler(int level) { return level > 0 ? ignore : nullptr; }
inline int Hook::*margin(int) { return nullptr; }
struct Hooks {
  Handler on_event = nullptr;
  int Hook::*setting = nullptr;
};
}  // namespace lib

namespace app {
[[run::autoconvert]] lib::Hooks hooks(int level) {
  return lib::Hooks{.on_event = lib::handler(level), .setting = lib::margin(2)};
}

[[run::autoconvert]] lib::Options options(int bits) {
  lib::Options options;
  options.policy = lib::new_bloom(bits);
  options.environment = lib::environment();
  options.handle = lib::handle();
  options.size = 8;
  return options;
}

[[run::autoconvert]] std::pair<lib::Options, lib::Options> both() {
  auto* bloom = lib::new_bloom(3);
  return {{.policy = bloom}, {.second = bloom, .environment = bloom}};
}

[[run::autoconvert]] lib::Owner owner() { return lib::Owner(lib::new_bloom(7)); }

[[run::autoconvert]] lib::Settings settings() {
  lib::Settings settings;
  settings.level = lib::kHigh;
  return settings;
}

[[run::autoconvert]] lib::Vector<2> flat() { return lib::Vector<2>(1, 2); }

[[run::autoconvert]] lib::Vector<3> deep() { return {1, 2, 3}; }

[[run::autoconvert]] std::unique_ptr<lib::Parser> parser() {
  auto parser = std::make_unique<lib::Parser>();
  parser->set_flags(5);
  return parser;
}

[[run::autoconvert]] lib::Message message() {
  lib::Message message;
  message.set_id(4);
  message.set_name("Ann");
  return message;
}
// Both set the name, whatever the template makes of what it is given.
[[run::autoconvert]] lib::Message renamed(std::string name) {
  lib::Message renamed = message();
  renamed.set_name(name);
  renamed.set_name(std::string("Bob"));
  return renamed;
}

[[run::autoconvert]] lib::Arena arena() { return lib::Arena(lib::Arena::automatic, 2); }

[[run::autoconvert]] lib::Server server() { return lib::Server{.pool = lib::Pool(6), .port = 81}; }

[[run::autoconvert]] std::shared_ptr<lib::Logger> logger() {
  return std::make_shared<lib::Logger>("log",
                                       lib::Sinks{std::make_shared<lib::Pool>(1), std::make_shared<lib::Pool>(2)});
}

[[run::autoconvert]] std::vector<lib::Pattern> patterns(const std::string& text) {
  return {lib::Pattern(text, std::vector<lib::Mark>{lib::Mark(1), lib::Mark(2)}),
          lib::Pattern(lib::Slice(lib::text_of(text)), {lib::Mark(5), lib::Mark(7)})};
}

[[run::autoconvert]] lib::Widget widget() {
  lib::Widget widget;
  widget.aligns = lib::kLeft | lib::kTop;
  return widget;
}

[[run::autoconvert]] lib::Label label(const std::string& body) {
  lib::Label label;
  label.setText(lib::Text("a"));
  label.setBody(body);
  label.setSize(3);
  label.y(3.5);
  return label;
}

/// A list of the library's own: what its constructors make is an object.
struct Recorder {
  lib::Ring<int> kept{};
  bool operator==(const Recorder&) const = default;
};
[[run::autoconvert]] lib::Ring<int> ring(std::size_t capacity) {
  lib::Ring<int> ring(capacity);
  return ring;
}
[[run::autoconvert]] Recorder recorder(std::size_t capacity) {
  Recorder recorder;
  recorder.kept = ring(capacity);
  return recorder;
}

}  // namespace app

#include "shapes-of-libraries.run.h"

int main() {
  {
    auto ring = run::autoconvert<app::ring>(3U);
    CHECK(run::build(ring) == app::ring(3));
    CHECK(run::from_yaml<lib::Ring<int>>(run::to_yaml(ring)) == ring);
    auto recorder = run::autoconvert<app::recorder>(3U);
    CHECK(run::build(recorder) == app::recorder(3));
    CHECK(run::from_yaml<app::Recorder>(run::to_yaml(recorder)) == recorder);
    ring->capacity = 4U;
    recorder.broadcast("capacity", 4U);
    CHECK(run::build(ring) == app::ring(4) && run::build(recorder) == app::recorder(4));
  }
  {
    const lib::Options built = run::build(run::autoconvert<app::options>(10));
    CHECK(built.policy->bits() == 10 && built.environment == lib::environment() && built.handle == nullptr);
    CHECK(built.size == 8 && built.second == nullptr && lib::Bloom::alive == 2);
    delete built.policy;
  }
  {
    const auto built = run::build(run::autoconvert<app::both>());
    CHECK(built.first.policy == built.second.second && built.second.environment == built.second.second);
    CHECK(built.first.policy->bits() == 3 && lib::Bloom::alive == 2);
    delete built.first.policy;
  }
  {
    const lib::Owner built = run::build(run::autoconvert<app::owner>());
    CHECK(built.bits() == 7 && lib::Bloom::alive == 2);
  }
  CHECK(lib::Bloom::alive == 1);
  CHECK(lib::Settings(run::build(run::autoconvert<app::settings>())) == app::settings());
  CHECK(lib::Vector<2>(run::build(run::autoconvert<app::flat>())) == app::flat());
  CHECK(lib::Vector<3>(run::build(run::autoconvert<app::deep>())) == app::deep());
  CHECK(run::build<std::unique_ptr<lib::Parser>>(run::autoconvert<app::parser>())->flags() == 5);
  const lib::Message message = run::build(run::autoconvert<app::message>());
  CHECK(message.id() == 4 && message.name() == "Ann");
  CHECK(run::build(run::autoconvert<app::renamed>("Cid")).name() == "Bob");
  CHECK(lib::Arena(run::build(run::autoconvert<app::arena>())) == app::arena());
  CHECK(run::Config<lib::Arena>()["threads"].as<int>() == -1);
  CHECK(lib::Server(run::build(run::autoconvert<app::server>())).pool.size() == 6);
  CHECK(run::build<std::shared_ptr<lib::Logger>>(run::autoconvert<app::logger>())->size() == 2);
  {
    const auto config = run::autoconvert<app::widget>();
    CHECK(lib::Widget(run::build(config)) == app::widget());
    CHECK(run::from_yaml<lib::Widget>(run::to_yaml(config)) == config);
  }
  {
    const std::string text(40, 'x');
    const std::vector<lib::Pattern> built = run::build(run::autoconvert<app::patterns>(text));
    CHECK(built == app::patterns(text));
  }
  CHECK(lib::Label(run::build(run::autoconvert<app::label>("b"))) == app::label("b"));
  CHECK(run::to_yaml(run::autoconvert<app::label>("b")) ==
        "_target_: lib::Label\ntext:\n  _target_: lib::Text\n  text: a\nbody: b\nsize: 3\ny: 3.5\n");
  CHECK(run::build(run::autoconvert<app::hooks>(2)).on_event == lib::ignore);
  CHECK(run::build(run::autoconvert<app::hooks>(0)).on_event == nullptr);
  return check_result();
}
