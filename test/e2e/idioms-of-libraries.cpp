// Idioms of libraries: constants of empty classes for alternatives, functions that are forwarded by reference.
#include <run/run.h>

#include <functional>
#include <memory>
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

}  // namespace lib

namespace recipes {

[[run::autoconvert]] lib::Resize resize() { return {.sampling = lib::kLinear, .other = lib::kNearest}; }
[[run::autoconvert]] lib::Resize secret() { return {.sampling = lib::Keeper::kSecret}; }
[[run::autoconvert]] std::vector<lib::Sampling> samplings() { return {lib::kNearest, lib::Sampling(lib::kLinear)}; }
[[run::autoconvert]] std::shared_ptr<lib::FunctionHolder> halved() {
  return std::make_shared<lib::FunctionHolder>(lib::half);
}

}  // namespace recipes

#include "idioms-of-libraries.run.h"

using namespace recipes;

/// What is built, and what is built of what files say.
template <class T, class C>
bool holds(const C& config, const T& wanted) {
  return run::build<T>(config) == wanted && run::from_yaml<T>(run::to_yaml(config)) == config &&
         run::build<T>(run::from_yaml<T>(run::to_yaml(config))) == wanted;
}

int main() {
  CHECK(holds(run::autoconvert<resize>(), resize()));
  CHECK(contains(run::to_yaml(run::autoconvert<resize>()), "_target_: lib::kinds::Nearest"));
  CHECK(run::build(run::autoconvert<secret>()) == secret());
  CHECK(holds(run::autoconvert<samplings>(), samplings()));

  const auto config = run::autoconvert<halved>();
  using Holder = run::Constructor<lib::FunctionHolder, double (*)(double)>;
  CHECK(run::build<std::shared_ptr<lib::FunctionHolder>>(config)->at(3) == 1.5);
  CHECK(run::build(run::from_yaml<Holder>(run::to_yaml(config))).at(3) == 1.5);
  return check_result();
}
