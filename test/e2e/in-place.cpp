// Members of objects that a constructor computes: only they change, the rest is what the constructor made.
#include <run/run.h>

#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

/// Its members have the names of its constructor's parameters.
struct Vec {
  Vec() = default;
  Vec(float x, float y);
  bool operator==(const Vec&) const = default;
  float x = 0;
  float y = 0;
};

inline Vec::Vec(float across, float down) : x(across), y(down) {}

/// No aggregate: its constructor computes its members.
struct Filter {
  Filter() : category(1), mask(0xffff) {}
  explicit Filter(int first) : category(first), mask(static_cast<unsigned>(first) * 2U) {}
  bool operator==(const Filter&) const = default;
  int category;
  unsigned mask : 16;
  Vec offset{1, 2};
};

struct Cache {
  int size = 64;
  int ways = 4;
  bool operator==(const Cache&) const = default;
};

class Joint {
 public:
  explicit Joint(float length) : anchor(length, length + 1), filter(static_cast<int>(length)), length_(length) {
    cache.size = static_cast<int>(length) * 10;
    history.push_back("made");
  }
  void set_scale(float scale) { anchor.y *= scale; }
  bool operator==(const Joint&) const = default;

  Vec anchor;
  Vec other{5, 6};
  Filter filter;
  Cache cache{};
  std::vector<std::string> history{};

 private:
  float length_;
};

/// An aggregate whose member is none.
struct Frame {
  Filter filter{};
  Vec origin{3, 4};
  int count = 0;
  bool operator==(const Frame&) const = default;
};

[[run::autoconvert]]
Joint joint(float n) {
  Joint joint(n);
  joint.anchor.x = 9;
  joint.other.x = joint.anchor.x / 2;
  joint.filter.category = 7;
  joint.filter.mask = 3;
  joint.filter.category += 1;
  joint.filter.offset.y = n;
  joint.cache.ways = 2;
  joint.set_scale(2);
  return joint;
}

[[run::autoconvert]]
std::unique_ptr<Joint> held(float n) {
  auto joint = std::make_unique<Joint>(n);
  joint->anchor.x = 9;
  (*joint).cache.size = 1;
  return joint;
}

[[run::autoconvert]]
Joint replaced(float n) {
  Joint joint(n);
  joint.filter.mask = 3;
  joint.filter = Filter(4);
  joint.filter.mask = 5;
  joint.anchor.y = 1;
  joint.anchor = Vec(7, 8);
  return joint;
}

[[run::autoconvert]]
Frame frame(int n) {
  Frame frame;
  frame.filter.category = n;
  frame.origin.y = 1;
  frame.filter.offset.x = static_cast<float>(frame.filter.category);
  frame.count = 2;
  return frame;
}

[[run::autoconvert]]
std::vector<Frame> frames(int n) {
  std::vector<Frame> frames{Frame{.count = n}};
  frames[0].filter.category = n;
  frames.push_back(Frame{.filter = Filter(3)});
  frames.back().filter.category = 4;
  return frames;
}

[[run::autoconvert]]
std::pair<Frame, int> pair(int n) {
  std::pair<Frame, int> pair{Frame(), n};
  pair.first.filter.category = n;
  return pair;
}

[[run::autoconvert]]
std::vector<Joint> copies(float n) {
  Joint first(n);
  first.anchor.x = 1;
  Joint second = first;
  second.anchor.y = 2;
  return {first, second};
}

/// Of elements, too, whatever the recipe put there.
[[run::autoconvert]]
std::vector<Joint> elements(float n) {
  Joint whole(n);
  whole.filter = Filter(8);
  std::vector<Joint> joints;
  joints.emplace_back(n);
  joints.back().anchor.x = 9;
  joints.back().anchor.x += 1;
  joints.push_back(whole);
  joints.back().filter.category = 6;
  joints[1].filter.offset.x = n;
  joints.front().filter.offset.y = n;
  auto& first = joints[0];
  first.cache.ways = 3;
  return joints;
}

[[run::autoconvert]]
std::map<std::string, std::shared_ptr<Joint>> entries(float n) {
  std::map<std::string, std::shared_ptr<Joint>> joints;
  joints["a"] = std::make_shared<Joint>(n);
  joints["a"]->filter.category = 4;
  joints.at("a")->filter.offset.x = 4;
  return joints;
}

[[run::autoconvert(allow_control_flow)]]
std::vector<Joint> each(float n) {
  Joint whole(n);
  whole.filter = Filter(8);
  std::vector<Joint> joints{Joint(1), whole};
  for (auto& joint : joints) joint.filter.category = 5;
  return joints;
}

// What is put behind the elements of a list that the constructor made, or that was set as a whole.
[[run::autoconvert]]
std::vector<Joint> lists(float n) {
  std::vector<Joint> joints;
  joints.emplace_back(n);
  joints[0].history.push_back("kept");
  joints[0].set_scale(3);
  Joint whole(n);
  whole.history = {"first"};
  joints.push_back(whole);
  joints[1].history.push_back("second");
  return joints;
}

// Of aggregates in aggregates, which begin as all of their class do.
struct Effects {
  Filter filter;
  int count = 2;
  bool operator==(const Effects&) const = default;
};
struct Channel {
  Effects effects;
  Effects empty{};
  int gain = 1;
  bool operator==(const Channel&) const = default;
};
[[run::autoconvert]] Channel channel(float x) {
  Channel channel;
  channel.effects.filter.offset.x = x;
  channel.effects.count = 3;
  channel.empty.filter.mask = 5;
  return channel;
}
// Nobody can put another one into its place: assignment compiles, but compilers warn of it.
struct Fixed {
  Fixed() = default;
  Fixed(const Fixed&) = delete;
  int count = 1;
};
class Client {
 public:
  Client() : size(2) {}
  int size;
  Fixed fixed;
};
[[run::autoconvert]] std::unique_ptr<Client> client(int size) {
  auto client = std::make_unique<Client>();
  client->size = size;
  return client;
}

/// Its constructor without arguments is declared for all, and compiles for some.
template <class T>
class Holder {
 public:
  Holder() : held_(std::make_shared<T>(made())) {
    static_assert(std::is_default_constructible_v<T>, "give it an object");
  }
  explicit Holder(T held) : held_(std::make_shared<T>(std::move(held))) {}
  const T& operator*() const { return *held_; }

 private:
  static T made() {
    if constexpr (std::is_default_constructible_v<T>) return T();
  }
  std::shared_ptr<T> held_;
};
class Sized {
 public:
  explicit Sized(int size) : size_(size) {}
  int size() const { return size_; }

 private:
  int size_;
};
struct Held {
  Holder<Sized> sized;
  Holder<int> number;
  int count = 3;
};
[[run::autoconvert]] Held held_by_class(int size) { return Held{.sized = Holder<Sized>(Sized(size)), .number = Holder<int>(), .count = 4}; }
}  // namespace app

#include "in-place.run.h"

template <auto f, class... A>
void law(A... arguments) {
  auto cfg = run::autoconvert<f>(arguments...);
  CHECK(run::build(cfg) == f(arguments...));
  const auto copy = cfg;
  CHECK(copy == cfg);
  CHECK(run::build(copy) == f(arguments...));
}

int main() {
  law<&app::joint>(3.0f);
  law<&app::replaced>(3.0f);
  law<&app::frame>(3);
  law<&app::frames>(3);
  law<&app::pair>(3);
  law<&app::copies>(3.0f);
  law<&app::elements>(3.0f);
  law<&app::each>(3.0f);
  CHECK(*run::build(run::autoconvert<app::entries>(3.0f)).at("a") == *app::entries(3.0f).at("a"));
  law<&app::lists>(3.0f);
  law<&app::channel>(3.0f);
  const auto channel = run::autoconvert<app::channel>(3.0f);
  CHECK(run::build(run::from_yaml<app::Channel>(run::to_yaml(channel))) == app::channel(3.0f));
  CHECK(run::build<std::unique_ptr<app::Client>>(run::autoconvert<app::client>(3))->size == 3);
  const app::Held by_class = run::build(run::autoconvert<app::held_by_class>(3));
  CHECK((*by_class.sized).size() == 3 && *by_class.number == 0 && by_class.count == 4);
  CHECK(run::build(run::autoconvert<app::held>(3.0f)) == *app::held(3.0f));

  auto cfg = run::autoconvert<app::joint>(3.0f);
  const std::string text = run::to_yaml(cfg);
  CHECK(text.find("anchor:\n  _target_: app::Vec\n  _in_place_: true\n  x: 9.0\n") != std::string::npos);
  auto read = run::from_yaml<app::Joint>(text);
  CHECK(read == cfg);
  CHECK(run::build(read) == app::joint(3.0f));
  CHECK(run::to_yaml(read) == text);

  // By name and by type: the default of an aggregate's member is an object, not a configuration.
  run::Config<app::Frame> named;
  named["filter.category"] = 8;
  named.set("filter.offset.y", "9");
  CHECK(run::build(named).filter.category == 8 && run::build(named).filter.offset == app::Vec(1, 9));
  run::Config<app::Frame> typed;
  typed->filter->category = 8;
  CHECK(run::build(typed).filter.category == 8 && run::build(typed).filter.mask == 0xffff);

  // One more member in place is another configuration.
  auto other = cfg;
  other->anchor.in_place()->y = 2.0f;
  CHECK(!(other == cfg));
  CHECK(run::build(other).anchor == app::Vec(9, 4));
  CHECK(cfg["anchor"]["x"].path() == "anchor.x");
  cfg["anchor"]["x"] = 10.0f;
  CHECK(run::build(cfg).anchor.x == 10);

  // Without a word, as for what is a configuration; and by name.
  app::Joint made(1.0f);
  auto plain = run::Config<app::Joint>({.length = 1.0f});
  CHECK_THROWS(run::Error, (void)plain->anchor->x.get());
  CHECK_THROWS(run::Error, (void)plain["anchor.x"].as<float>());
  CHECK(!plain.has("anchor.x"));
  CHECK_THROWS(run::Error, plain.set("anchor.x", "wide"));
  CHECK_THROWS(run::Error, plain["filter.category"] = "wide");
  CHECK_THROWS(run::Error, plain->filter.in_place()->category = 5'000'000'000);
  CHECK(plain == run::Config<app::Joint>({.length = 1.0f}));
  CHECK(run::to_yaml(plain).find("_in_place_") == std::string::npos);
  plain.set("anchor.x", "7");
  plain["filter"]["offset"]["x"] = 2.0f;
  plain->filter->category = 4;
  CHECK(plain["filter.offset.x"].path() == "filter.offset.x");
  made.anchor.x = 7;
  made.filter.offset.x = 2;
  made.filter.category = 4;
  CHECK(run::build(plain) == made);

  // Those that were set by broadcast or walk, too.
  CHECK(cfg.broadcast("category", 5) == 2 - 1);
  CHECK(run::build(cfg).filter.category == 5);
  CHECK(cfg.walk("ways", [](run::Ref cache) { return cache["ways"].as<int>() + 1; }) == 1);
  CHECK(run::build(cfg).cache == (app::Cache{30, 3}));

  // It has no value as a whole, and what only its constructor takes cannot be set.
  auto frame = run::autoconvert<app::frame>(3);
  CHECK_THROWS(run::Error, frame->filter = cfg->filter);
  CHECK_THROWS(run::Error, (void)cfg["filter"].as<app::Filter>());
  auto whole = run::autoconvert<app::replaced>(3.0f);
  CHECK_THROWS(run::Error, whole->filter.in_place());

  // Where it may stand.
  CHECK_THROWS(run::Error, run::from_yaml<app::Vec>("_target_: app::Vec\n_in_place_: true\nx: 1\n"));
  CHECK_THROWS(run::Error, run::from_yaml<app::Joint>("_target_: app::Joint\nlength: {_in_place_: true}\n"));
  CHECK_THROWS(run::Error,
               run::from_yaml<app::Joint>(
                   "_target_: app::Joint\nlength: 1\nanchor: {_target_: app::Cache, _in_place_: true, size: 1}\n"));
  return check_result();
}
