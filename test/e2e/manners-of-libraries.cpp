// How libraries take things: references to abstract classes, callbacks that are given references, constants named
// through an object, factory templates like std::make_shared.
#include <run/run.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

// A list that can be full keeps more than its elements.
namespace base {

template <class T>
class Circle {
 public:
  using value_type = T;
  using allocator_type = std::allocator<T>;
  Circle() : Circle(0) {}
  explicit Circle(std::size_t room) : room_(room) {}
  auto begin() const { return elements_.begin(); }
  auto end() const { return elements_.end(); }
  std::size_t size() const { return elements_.size(); }
  bool full() const { return size() == room_; }
  void push_back(T element) {
    if (!full()) elements_.push_back(std::move(element));
  }
  bool operator==(const Circle&) const = default;

 private:
  std::vector<T> elements_;
  std::size_t room_;
};

struct Point {
  int x = 0;
  bool operator==(const Point&) const = default;
};

// Containers have a base in common, which is none: it cannot be made, or nothing can be put into it.
template <class T>
class Trunk {
 public:
  using value_type = T;
  using allocator_type = std::allocator<T>;
  auto begin() const { return elements_.begin(); }
  auto end() const { return elements_.end(); }
  std::size_t size() const { return elements_.size(); }
  bool operator==(const Trunk&) const = default;

 protected:
  std::vector<T> elements_;
};
template <class T>
class Stem : public Trunk<T> {
 public:
  void push_back(T element) { this->elements_.push_back(std::move(element)); }

 protected:
  Stem() = default;
};
template <class T>
class Row : public Stem<T> {
 public:
  Row() = default;
  Row(std::initializer_list<T> init) { this->elements_ = init; }
  explicit Row(const Trunk<T>& other) : Row() {
    for (const T& element : other) this->push_back(element);
  }
  explicit Row(Stem<T>&& other) : Row() {
    for (const T& element : other) this->push_back(element);
  }
};

}  // namespace base

namespace app {

struct Rows {
  base::Row<int> row{};
  base::Row<base::Point> points{};
  bool operator==(const Rows&) const = default;
};
[[run::autoconvert]] Rows rows(int n) {
  return Rows{.row = {1, n}, .points = {base::Point{.x = n}, base::Point{.x = 2}}};
}

struct Circuit {
  base::Circle<int> circle = base::Circle<int>(3);
  bool operator==(const Circuit&) const = default;
};
[[run::autoconvert]] Circuit circuit(base::Circle<int> circle) { return Circuit{.circle = circle}; }
[[run::autoconvert]] Circuit narrow(std::size_t room) { return Circuit{.circle = base::Circle<int>(room)}; }

}  // namespace app

// A factory template that is older than what it makes, and a smart pointer of the library's own.
namespace base {

template <class T>
class Ref {
 public:
  Ref() = default;
  explicit Ref(std::shared_ptr<T> held) : held_(std::move(held)) {}
  template <class U>
  Ref(const Ref<U>& other) : held_(other.held()) {}
  T* operator->() const { return held_.get(); }
  std::shared_ptr<T> held() const { return held_; }

 private:
  std::shared_ptr<T> held_;
};
template <class T, class... Args>
Ref<T> make(Args&&... args) {
  return Ref<T>(std::make_shared<T>(std::forward<Args>(args)...));
}

}  // namespace base

namespace search {

class Weight {
 public:
  virtual ~Weight() = default;
  virtual double of(int n) const = 0;
  virtual std::unique_ptr<Weight> clone() const = 0;
};
class Linear : public Weight {
 public:
  explicit Linear(double slope = 1) : slope_(slope) {}
  void set_offset(double offset) { offset_ = offset; }
  double of(int n) const override { return slope_ * n + offset_; }
  std::unique_ptr<Weight> clone() const override { return std::make_unique<Linear>(*this); }

 private:
  double slope_;
  double offset_ = 0;
};
class Square : public Weight {
 public:
  double of(int n) const override { return 1.0 * n * n; }
  std::unique_ptr<Weight> clone() const override { return std::make_unique<Square>(*this); }
};

class Query {
 public:
  enum Strategy { none, some, all };
  static constexpr int kMost = 7;
  explicit Query(int n) : n_(n) {}
  Query(int n, const Weight& weight) : n_(n), weight_(weight.clone()) {}
  void set_weight(const Weight& weight) { weight_ = weight.clone(); }
  void set_strategy(Strategy strategy) { strategy_ = strategy; }
  void set_most(int most) { most_ = most; }
  double score() const { return (weight_ == nullptr ? 0 : weight_->of(n_)) + 100 * strategy_ + 1000 * most_; }

 private:
  int n_;
  int most_ = 0;
  Strategy strategy_ = none;
  std::shared_ptr<Weight> weight_;
};
inline double scored(const Weight& weight, int n = 3) { return weight.of(n); }

// Callbacks: what they are given is the library's own.
class Session;
class Request {
 public:
  explicit Request(std::string of) : path(std::move(of)) {}
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;
  std::string path;
};
struct Response {
  int code = 0;
};
struct Server {
  int port = 80;
  std::function<std::string(const Request&)> handler{};
  std::function<const void*(Response&)> filter{};
  std::function<int(Response&)> rated{};
  std::function<int(const Weight&)> weighed{};
  std::function<void(const Request&, Response&)> route{};
  std::function<void(Session&)> opened{};
  std::function<void(std::unique_ptr<Session>)> taken{};
  std::function<Session()> given{};
};
inline std::string serve(const std::string& root, const Request& request) { return root + request.path; }
inline void answer(int code, const Request& request, Response& response) {
  response.code = code + static_cast<int>(request.path.size());
}
inline const void* address(int, const Response& response) { return &response; }
inline int changed(int by, Response response) { return response.code += by; }
inline int weighed(int n, const Weight& weight) { return static_cast<int>(weight.of(n)); }

}  // namespace search

// Flags of a class of their own; constants of them are known while the recipe is converted.
namespace flags {

template <class Number, class Tag>
class Flag {
 public:
  constexpr Flag() = default;
  constexpr explicit Flag(Number bits) : bits_(bits) {}
  friend constexpr Flag operator|(Flag a, Flag b) { return Flag{a.bits_ | b.bits_}; }
  friend constexpr Flag operator&(Flag a, Flag b) { return Flag{a.bits_ & b.bits_}; }
  constexpr Flag operator~() const { return Flag{~bits_}; }
  friend constexpr bool operator==(Flag, Flag) = default;

 private:
  Number bits_ = 0;
};
using Mode = Flag<unsigned, struct mode_tag>;
inline constexpr Mode paused{1}, managed{2}, seed{4};

enum Align { left = 1, right = 2, top = 4 };
class Aligned {
 public:
  constexpr Aligned() = default;
  constexpr Aligned(Align align) : bits_(align) {}
  constexpr Aligned operator|(Align align) const {
    Aligned both;
    both.bits_ = bits_ | align;
    return both;
  }
  constexpr bool operator==(const Aligned&) const = default;

 private:
  int bits_ = 0;
};
constexpr Aligned operator|(Align a, Align b) { return Aligned(a) | b; }

class Torrent {
 public:
  explicit Torrent(Mode mode) : mode_(mode) {}
  void set_mask(Mode mask) { mask_ = mask; }
  void set_aligned(const Aligned& aligned) { aligned_ = aligned; }
  bool operator==(const Torrent&) const = default;

 private:
  Mode mode_;
  Mode mask_{};
  Aligned aligned_{};
};

}  // namespace flags

// Constructors without arguments that are explicit: `= {}` does not make such an object.
namespace geo {

struct Earth {
  double radius = 1;
  bool operator==(const Earth&) const = default;
};
class Local {
 public:
  explicit Local(const Earth& earth = Earth()) : at_(earth.radius) {}
  explicit Local(double latitude, double longitude = 0) : at_(latitude + longitude) {}
  bool operator==(const Local&) const = default;

 private:
  double at_;
};
class Ellipsoid {
 public:
  explicit Ellipsoid(double axis) : axis_(axis) {}
  bool operator==(const Ellipsoid&) const = default;

 private:
  double axis_;
};
// A list of what cannot be moved is sized when it is made, and moved as a whole.
class Graph {
 public:
  explicit Graph(std::size_t nodes) : locks(nodes) {}
  std::vector<std::mutex> locks;
  int width = 10;
};
struct Point {
  Local local;
  int n;
  bool operator==(const Point&) const = default;
};
struct Survey {
  Ellipsoid ellipsoid;
  Local local;
  std::vector<int> zones;
  bool operator==(const Survey&) const = default;
};
struct Fixed {
  Point point;
  const int k;
  bool operator==(const Fixed&) const = default;
};

}  // namespace geo

namespace app {

struct Report {
  double score = 0;
  std::vector<search::Query> queries{};
};

[[run::autoconvert]] search::Query by_constructor(double slope) { return search::Query(4, search::Linear(slope)); }

[[run::autoconvert]] search::Query by_setter(double offset) {
  search::Linear linear;
  linear.set_offset(offset);
  search::Query query(5);
  query.set_weight(linear);
  return query;
}

[[run::autoconvert]] Report report() {
  return Report{.score = search::scored(search::Square()),
                .queries = {search::Query(2, search::Square()), search::Query(1)}};
}

[[run::autoconvert]] Report constants(int n) {
  search::Query query(n);
  query.set_strategy(query.some);
  query.set_most(query.kMost + 1);
  Report report{.queries = {query}};
  report.score = report.queries[0].kMost;
  return report;
}

[[run::autoconvert]] search::Server server(const std::string& root) {
  search::Server server{.port = 8080, .handler = std::bind_front(search::serve, root)};
  server.route = std::bind_front(search::answer, 200);
  server.filter = std::bind_front(&search::address, 1);
  server.rated = std::bind_front(search::changed, 2);
  server.weighed = std::bind_front(search::weighed, 3);
  return server;
}

[[run::autoconvert]] base::Ref<search::Query> made(double slope) {
  auto query = base::make<search::Query>(6, search::Linear(slope));
  query->set_strategy(search::Query::all);
  return query;
}

[[run::autoconvert]] flags::Torrent torrent() {
  flags::Torrent torrent(flags::paused | flags::managed | flags::seed);
  torrent.set_mask(~flags::seed & (flags::seed | flags::managed));
  torrent.set_aligned(flags::left | flags::right | flags::top);
  return torrent;
}

[[run::autoconvert]] std::unique_ptr<geo::Graph> graph(std::size_t nodes) {
  auto graph = std::make_unique<geo::Graph>(nodes);
  graph->width = 50;
  return graph;
}
[[run::autoconvert]] geo::Point point() { return {geo::Local(3), 2}; }
[[run::autoconvert]] geo::Survey survey() { return {geo::Ellipsoid(3), geo::Local(1, 2), {}}; }
[[run::autoconvert]] geo::Fixed fixed() { return geo::Fixed{{geo::Local(), 3}, 4}; }

}  // namespace app

#include "manners-of-libraries.run.h"

int main() {
  {
    CHECK(app::Rows(run::build(run::autoconvert<app::rows>(3))) == app::rows(3));
    const auto yaml = run::to_yaml(run::autoconvert<app::rows>(3));
    CHECK(app::Rows(run::build(run::from_yaml<app::Rows>(yaml))) == app::rows(3));
  }
  {
    base::Circle<int> circle(2);
    circle.push_back(1);
    CHECK(run::build(run::autoconvert<app::circuit>(circle)) == app::circuit(circle));
    auto config = run::autoconvert<app::narrow>(4U);
    CHECK(run::build(config) == app::narrow(4));
    config.unset("circle");
    config.materialize_defaults();
    CHECK(run::build(config) == app::Circuit());
    std::string message;
    try {
      config.set("circle", "[1, 2]");
    } catch (const run::Error& error) {
      message = error.what();
    }
    CHECK(message == "circle: expected base::Circle<int>, found a sequence");
  }
  {
    auto config = run::autoconvert<app::by_constructor>(2);
    CHECK(search::Query(run::build(config)).score() == app::by_constructor(2).score());
    CHECK(run::to_yaml(config) == "_target_: search::Query\nn: 4\nweight:\n  _target_: search::Linear\n  slope: 2.0\n");
    CHECK(run::from_yaml<search::Query>(run::to_yaml(config)) == config);
    config["weight.slope"] = 3;
    CHECK(search::Query(run::build(config)).score() == 12);
    config->weight = run::Config<search::Square>();
    CHECK(search::Query(run::build(config)).score() == 16);
    config.set("weight", "{_target_: search::Linear, slope: 5}");
    CHECK(search::Query(run::build(config)).score() == 20);
    config["weight"].retarget("search::Square");
    CHECK(search::Query(run::build(config)).score() == 16);
  }
  CHECK(search::Query(run::build(run::autoconvert<app::by_setter>(1))).score() == app::by_setter(1).score());
  const app::Report report = run::build(run::autoconvert<app::report>());
  CHECK(report.score == 9 && report.queries[0].score() == 4 && report.queries[1].score() == 0);
  const app::Report constants = run::build(run::autoconvert<app::constants>(2));
  CHECK(constants.queries[0].score() == app::constants(2).queries[0].score() && constants.score == 7);
  {
    const auto config = run::autoconvert<app::server>("/root");
    search::Response response;
    search::Server(run::build(config)).route(search::Request("/x"), response);
    CHECK(response.code == 202);
  }
  {
    auto config = run::autoconvert<app::server>("/root");
    config.unset("route");  // it has no text
    for (const search::Server& one :
         {run::build(config), run::build(run::from_yaml<search::Server>(run::to_yaml(config)))}) {
      CHECK(one.port == 8080 && one.handler(search::Request("/x")) == "/root/x");
      search::Response response{5};
      CHECK(one.filter(response) == &response);
      CHECK(one.rated(response) == 7 && one.rated(response) == 7 && response.code == 5);
      CHECK(one.weighed(search::Square()) == 9);
      CHECK(!one.opened);
    }
  }
  {
    auto config = run::autoconvert<app::made>(0.5);
    CHECK(base::Ref<search::Query>(run::build(config))->score() == app::made(0.5)->score());
    CHECK(config["n"].as<int>() == 6 && config["strategy"].as<search::Query::Strategy>() == search::Query::all);
    config->n = 8;
    CHECK(base::Ref<search::Query>(run::build(config))->score() == 204);
  }
  CHECK(flags::Torrent(run::build(run::autoconvert<app::torrent>())) == app::torrent());
  CHECK_THROWS(run::Error, (void)run::to_yaml(run::autoconvert<app::torrent>()));  // flags are no text
  const auto graph = run::build<std::unique_ptr<geo::Graph>>(run::autoconvert<app::graph>(3));
  CHECK(graph->locks.size() == 3 && graph->width == 50);
  CHECK(geo::Point(run::build(run::autoconvert<app::point>())) == app::point());
  CHECK(geo::Survey(run::build(run::autoconvert<app::survey>())) == app::survey());
  CHECK(geo::Fixed(run::build(run::autoconvert<app::fixed>())) == app::fixed());
  CHECK_THROWS(run::Error, (void)run::build(run::Config<geo::Survey>({.ellipsoid = run::Config<geo::Ellipsoid>()})));
  return check_result();
}
