// Idioms of libraries: constants of empty classes for alternatives, functions that are forwarded by reference,
// anonymous unions, objects of which each setting makes another, lists that a constructor makes and users add to.
#include <run/run.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../conformance/samples/check.h"

namespace lib {

// A constant of an empty class stands for an alternative, and is known by its class.
struct Keeper;
namespace kinds {
struct Linear {
  Linear() {}
};
struct Nearest {};
class Secret {
  Secret() = default;
  friend struct ::lib::Keeper;
};
}  // namespace kinds
const kinds::Linear kLinear;
extern const kinds::Nearest kNearest;
const kinds::Nearest kNearest{};
struct Keeper {
  static const kinds::Secret kSecret;
};
const kinds::Secret Keeper::kSecret;

class Sampling {
 public:
  Sampling() = default;
  Sampling(kinds::Linear) : text_("linear") {}
  Sampling(const kinds::Nearest&) : text_("nearest") {}
  Sampling(const kinds::Secret&) : text_("secret") {}
  bool operator==(const Sampling&) const = default;

 private:
  std::string text_ = "none";
};

struct Resize {
  Sampling sampling{};
  std::variant<kinds::Linear, kinds::Nearest> other{};
  bool operator==(const Resize& o) const { return sampling == o.sampling && other.index() == o.other.index(); }
};

// A function, by reference through a forwarding constructor, as module holders do.
inline double half(double x) { return x / 2; }
class Function {
 public:
  explicit Function(std::function<double(double)> f) : f_(std::move(f)) {}
  double at(double x) const { return f_(x); }

 private:
  std::function<double(double)> f_;
};
class FunctionHolder {
 public:
  template <class Head, class... Tail>
  explicit FunctionHolder(Head&& head, Tail&&... tail)
      : held_(std::make_shared<Function>(std::forward<Head>(head), std::forward<Tail>(tail)...)) {}
  double at(double x) const { return held_->at(x); }

 private:
  std::shared_ptr<Function> held_;
};

// Anonymous unions: one number by several names.
class Vector {
 public:
  Vector() : data{0, 0, 0, 1} {}
  union {
    float data[4];
    float x;
  };
  union {
    float z = 7;
    float depth;
  };
  bool operator==(const Vector& o) const { return std::equal(data, data + 4, o.data) && z == o.z; }
};
struct Spring {
  Spring() = default;
  union {
    float frequency = 2.0f;
    float stiffness;
  };
  float damping = 0.5f;
  bool operator==(const Spring& o) const { return frequency == o.frequency && damping == o.damping; }
};
struct Hinge {
  Vector axis{};
  Spring spring{};
  bool operator==(const Hinge&) const = default;
};

// Objects that do not change: each setting makes another one.
class [[nodiscard]] Placement {
 public:
  Placement() = default;
  explicit Placement(int index) : index_(index) {}
  Placement device(std::string device) const {
    Placement other = *this;
    other.device_ = std::move(device) + ":" + std::to_string(index_);
    return other;
  }
  [[nodiscard]] Placement index(std::optional<int> index) const noexcept {
    Placement other = *this;
    other.index_ = index.value_or(0);
    return other;
  }
  std::string device() const { return device_; }
  int index() const { return index_; }
  Placement next(int) const;  // no getter: it does not say that it sets anything
  bool operator==(const Placement&) const = default;

 private:
  std::string device_ = "none";
  int index_ = 0;
};

// Containers that a constructor makes, and users add to.
class Listener {
 public:
  explicit Listener(std::string name) : name_(std::move(name)) {}
  void set_level(int level) { level_ = level; }
  bool operator==(const Listener&) const = default;

 private:
  std::string name_;
  int level_ = 0;
};
struct Path {
  Path(std::string where, int size) : where_(std::move(where)), size_(size) {}
  bool operator==(const Path&) const = default;

 private:
  std::string where_;
  int size_;
};
class Limits {
 public:
  Limits() : steps{1} {}
  std::deque<int> steps;
  std::vector<std::unique_ptr<Listener>> owned;
};
class Database {
 public:
  explicit Database(int first) : paths{Path("first", first)}, names{"none"} {}
  void set_size(int size) { size_ = size + static_cast<int>(names.size()); }
  std::vector<std::shared_ptr<Listener>> listeners;
  std::vector<Path> paths;
  std::vector<std::string> names;
  std::vector<bool> flags{true};
  Limits limits;
  int size() const { return size_; }

 private:
  int size_ = 0;
};
struct Server : Database {
  Server() : Database(3) {}
};
inline bool operator==(const Limits& a, const Limits& b) {
  return a.steps == b.steps && std::equal(a.owned.begin(), a.owned.end(), b.owned.begin(), b.owned.end(),
                                          [](const auto& x, const auto& y) { return *x == *y; });
}
inline bool operator==(const Database& a, const Database& b) {
  return a.paths == b.paths && a.names == b.names && a.flags == b.flags && a.limits == b.limits &&
         a.size() == b.size() &&
         std::equal(a.listeners.begin(), a.listeners.end(), b.listeners.begin(), b.listeners.end(),
                    [](const auto& x, const auto& y) { return *x == *y; });
}

}  // namespace lib

namespace recipes {

// Inherited constructors whose parameters all have defaults: without arguments the class's own is called.
class ServerBase {
 public:
  ServerBase(int port = 8080, int protocol = 4) : port_(port), protocol_(protocol) {}
  int port() const { return port_ * 10 + protocol_; }

 private:
  int port_;
  int protocol_;
};

class ServerSettings : public ServerBase {
 public:
  using ServerBase::ServerBase;
};

[[run::autoconvert]] ServerSettings usual_settings() { return ServerSettings(); }
[[run::autoconvert]] ServerSettings other_settings() { return ServerSettings(9); }

// A matrix that this file only declares: what sweeps over it cannot be looked into, so the member is no argument.
template <class T>
class Matrix;

template <class M>
class Sweep {
 public:
  using size_type = typename M::size_type;
};

template <class M>
class Preconditioner {
 public:
  class Data {
   public:
    explicit Data(double relaxation = 1) : relaxation_(relaxation) {}
    std::shared_ptr<Sweep<M>> sweep;
    Sweep<M>* plain = nullptr;
    double relaxation() const { return relaxation_; }

   private:
    double relaxation_;
  };
};

[[run::autoconvert]] Preconditioner<Matrix<double>>::Data preconditioner() {
  return Preconditioner<Matrix<double>>::Data(1.25);
}

[[run::autoconvert]] lib::Resize resize() { return {.sampling = lib::kLinear, .other = lib::kNearest}; }
[[run::autoconvert]] lib::Resize secret() { return {.sampling = lib::Keeper::kSecret}; }
[[run::autoconvert]] std::vector<lib::Sampling> samplings() { return {lib::kNearest, lib::Sampling(lib::kLinear)}; }
[[run::autoconvert]] std::shared_ptr<lib::FunctionHolder> halved() {
  return std::make_shared<lib::FunctionHolder>(lib::half);
}

[[run::autoconvert]] lib::Hinge hinge(float z) {
  lib::Hinge hinge;
  hinge.axis.z = z;
  hinge.axis.x = hinge.axis.z / 2;
  hinge.spring.frequency = 3;
  hinge.spring.damping = 0.25f;
  return hinge;
}

[[run::autoconvert]] lib::Placement placement(int index) { return lib::Placement(1).index(index).device("gpu"); }

[[run::autoconvert]] std::vector<lib::Placement> placements() {
  const auto first = lib::Placement().device("a");
  return {first, lib::Placement(2).device("b")};
}

[[run::autoconvert]] lib::Database database(int size) {
  lib::Database database(size);
  auto listener = std::make_shared<lib::Listener>("shared");
  listener->set_level(2);
  database.listeners.push_back(listener);
  database.listeners.emplace_back(std::make_shared<lib::Listener>("own"));
  database.listeners.insert(database.listeners.end(), listener);
  database.paths.emplace_back("second", size + 1);
  database.paths.push_back(lib::Path("third", 3));
  database.names.push_back("one");
  database.names.emplace_back("two");
  database.flags.push_back(size > 2);
  database.limits.steps.push_back(size);
  database.limits.owned.push_back(std::make_unique<lib::Listener>("owned"));
  return database;
}

[[run::autoconvert(allow_control_flow)]] std::unique_ptr<lib::Server> server(int count) {
  auto server = std::make_unique<lib::Server>();
  for (int i = 0; i < count; ++i) server->paths.emplace_back("more", i);
  server->names.push_back("gone");
  server->names = {"kept"};
  server->names.push_back("more");
  return server;
}

}  // namespace recipes

// Maps and sets that have an order of their own.
namespace lib {
struct Descending {
  bool operator()(const std::string& a, const std::string& b) const { return a > b; }
};
struct Header {
  std::map<std::string, std::string, Descending> fields{};
  std::set<std::string, Descending> flags{};
  std::map<std::string, std::vector<int>, Descending> lists{};
  bool operator==(const Header&) const = default;
};
}  // namespace lib
[[run::autoconvert]] lib::Header header(int n) {
  std::map<std::string, std::string, lib::Descending> fields{{"accept", "text"}, {"from", std::to_string(n)}};
  fields["host"] = "here";
  lib::Header header{.flags = {"a", "b"}};
  header.fields = fields;
  header.lists = {{"x", {n, 2}}};
  header.lists["y"] = {3};
  return header;
}

#include "idioms-of-libraries.run.h"

using namespace recipes;

/// What is built, and what is built of what files say.
template <class T, class C>
bool holds(const C& config, const T& wanted) {
  return run::build<T>(config) == wanted && run::from_yaml<T>(run::to_yaml(config)) == config &&
         run::build<T>(run::from_yaml<T>(run::to_yaml(config))) == wanted;
}

int main() {
  CHECK(run::build(run::autoconvert<preconditioner>()).relaxation() == 1.25);
  CHECK(run::build(run::autoconvert<usual_settings>()).port() == 80804);
  CHECK(run::build(run::autoconvert<other_settings>()).port() == 94);
  CHECK(holds(run::autoconvert<resize>(), resize()));
  CHECK(contains(run::to_yaml(run::autoconvert<resize>()), "_target_: lib::kinds::Nearest"));
  CHECK(run::build(run::autoconvert<secret>()) == secret());
  CHECK(holds(run::autoconvert<samplings>(), samplings()));
  CHECK(holds(run::autoconvert<header>(3), header(3)));

  const auto config = run::autoconvert<halved>();
  using Holder = run::Constructor<lib::FunctionHolder, double (*)(double)>;
  CHECK(run::build<std::shared_ptr<lib::FunctionHolder>>(config)->at(3) == 1.5);
  CHECK(run::build(run::from_yaml<Holder>(run::to_yaml(config))).at(3) == 1.5);
  CHECK(holds(run::autoconvert<hinge>(4.0f), hinge(4)) && hinge(4).axis.x == 2);
  CHECK(holds(run::autoconvert<placement>(3), placement(3)) && placement(3).device() == "gpu:3");
  CHECK(holds(run::autoconvert<placements>(), placements()));

  {
    const auto built = run::build(run::autoconvert<database>(3));
    CHECK(built == database(3) && built.listeners[0] == built.listeners[2]);
    const auto again = run::from_yaml<lib::Database>(run::to_yaml(run::autoconvert<database>(3)));
    CHECK(again == run::autoconvert<database>(3));
    CHECK(lib::Database(run::build(again)) == database(3));
    CHECK(run::from_json<lib::Database>(run::to_json(again)) == again);
    CHECK(again["limits.steps.elements[0]"].as<int>() == 3);
  }
  CHECK(*run::build<std::unique_ptr<lib::Server>>(run::autoconvert<server>(2)) == *server(2));
  return check_result();
}
