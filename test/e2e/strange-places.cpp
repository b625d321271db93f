// Accepted constructs in strange places: behind a byte order mark, in macros' arguments, between directives, beside
// literals that look like code.
#include <run/run.h>

#include <cassert>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

#define WIDTH 64
#define SAME(x) x
#define TWICE(x) (2 * (x))
#define LAYER(w) Layer(w)
#define WIDE 1
// All of a construction, values as well.
#define PLAIN() Layer(2 * WIDTH - 1, "plain")
#define SCALED(n, ...) Layer((n) + 1 __VA_OPT__(, ) __VA_ARGS__)
#define PAIR_OF(n) SCALED(n), SCALED(2, "two")

namespace app {

struct Layer {
  explicit Layer(int w = 3, std::string n = "layer") : width(w), name(std::move(n)) {}
  int width;
  std::string name;
  bool operator==(const Layer&) const = default;
};

struct Über {
  Layer größe = Layer(7, "groß");
  std::vector<Layer> layers = {Layer(1), Layer(2)};
  std::string text;
  bool operator==(const Über&) const = default;
};

struct Name {
  Name() = default;
  Name(const char* text) : value(text) {}  // converts
  std::string value;
  bool operator==(const Name&) const = default;
};

struct Tag {
  int number = 4;
  operator int() const { return number; }
};

struct Model {
  Name name;
  Layer layer;
  std::shared_ptr<Layer> spare;
  int depth = 1;
  bool operator==(const Model& o) const {
    return name == o.name && layer == o.layer && *spare == *o.spare && depth == o.depth;
  }
};

[[run::autoconvert]]
Über über(int n) {
  assert(n > 0 && "?\?= is no trigraph");
  return Über{.layers = {Layer(n, R"(Layer(1), "raw" ? ?= \n)"), LAYER(TWICE(n))}, .text = "Layer(3) // ü ?\?/"};
}

[[run::autoconvert]]
Model model(int n) {
  static_assert(WIDTH == 64);
  using Wide = Layer;
#if WIDE
  const auto layer = Wide(WIDTH, "wide" /* Layer(2) */);  // Layer(1)
#else
  const auto layer = Layer(nonsense);
#endif
  const auto [first, second] = std::pair(n, n + 1);
  Model model{
      "named",
      SAME(layer),
      std::make_shared<Layer>(SAME(first + second)),
#ifdef WIDE
      TWICE(second)
#else
      0
#endif
  };
  if constexpr (sizeof(int) == 4) model.depth += 1;
  SAME(model.layer = Layer(n));
  return model;
}

// An #if that begins in an argument, and ends behind it.
[[run::autoconvert]] Layer divided(int n) {
  return Layer(n
#if WIDE
                   + TWICE(n)
#else
                   + nonsense(
#endif
                   ,
               "divided");
}

// Defaults with an #if in them: the half that is compiled counts.
constexpr int twice(int n) { return 2 * n; }

struct Bolt {
  std::vector<int> sizes = {1,
#if WIDTH == 64  // the wide half (
                            twice(2),
#elif 1
                            ) nonsense{
#endif
                            3};
  int free = (
#ifdef NOWHERE
      "nonsense" (
#else
      5
#endif
  );
  bool operator==(const Bolt&) const = default;
};

class Frame {
 public:
  explicit Frame(int size = twice(
#if WIDTH == 32
                     1
#  elif WIDTH == 64
#    if 0
                     2 +
#    endif
                     4
#  else
                     5
#  endif
                     ),
                 std::vector<std::string> names = {
#if WIDTH == 64
                     "wide"
#else
                     "narrow"
#endif
                 })
      : size_(size), names_(std::move(names)) {
  }
  bool operator==(const Frame&) const = default;
  Bolt bolt{};

 private:
  int size_;
  std::vector<std::string> names_;
};

[[run::autoconvert]] inline Frame frame(std::vector<std::string> names = {
#if WIDTH == 64
                                            "given"
#else
                                            nonsense(
#endif
                                        }) {
  Frame frame(3, names);
  frame.bolt = Bolt{.free = 7};
  return frame;
}

[[run::autoconvert]] inline Frame plain_frame() { return Frame(); }

[[run::autoconvert]] std::vector<Layer> from_macros(int n) {
  std::vector<Layer> layers{PLAIN(), SCALED(n), SCALED(7, "seven"), SAME(SCALED(TWICE(n)))};
  layers.push_back(SCALED(3));
  layers.back() = PLAIN();
  return layers;
}

[[run::autoconvert]] std::vector<Layer> pair_of(int n) { return {PAIR_OF(n)}; }

// Values in front of a comma.
[[run::autoconvert]] Layer behind_comma(int n) { return ++n, Layer(n); }

[[run::autoconvert]] Model with_commas(int n) {
  Layer layer = (n += 2, Layer(n));
  return Model{.name = "commas", .layer = layer, .spare = (n *= 2, std::make_shared<Layer>(n)), .depth = (++n, n)};
}

// Literals of the user's: a call like others, and a value where it is a constant.
inline Layer operator""_wide(unsigned long long width) { return Layer(static_cast<int>(width)); }
inline Layer operator""_scaled(long double by) { return Layer(static_cast<int>(10 * by)); }
inline Layer operator""_named(const char* text, std::size_t size) { return Layer(static_cast<int>(size), text); }
inline Layer operator""_raw(const char* digits) { return Layer(1, digits); }
inline Layer operator""_of(char letter) { return Layer(letter); }
constexpr int operator""_k(unsigned long long n) { return static_cast<int>(n) * 1000; }

[[run::autoconvert]] std::vector<Layer> literals() {
  return {64_wide, 0x1F_wide, 2.5_scaled, "a \"name\""_named, 1'000_raw, 'x'_of, Layer(3_k)};
}

struct Sized {
  Sized& size(int value) {
    size_ = value;
    return *this;
  }
  explicit Sized(int size, std::string text = {}) : size_(size), text_(std::move(text)) {}
  bool operator==(const Sized&) const = default;

 private:
  int size_;
  std::string text_;
};
#define SIZED(...) Sized(2 * WIDTH, __VA_ARGS__)

// A chain on what a macro writes.
[[run::autoconvert]] Sized chained(int n) { return SIZED("text").size(n); }

// The default argument of another declaration, with another name.
extern Layer declared(int width = 5, std::string = {});
[[run::autoconvert]] Layer declared(int w, std::string name) { return Layer(w, name); }

}  // namespace app

#include "strange-places.run.h"

int main() {
  const auto cfg = run::autoconvert<app::über>(3);
  CHECK(app::Über(run::build(cfg)) == app::über(3));
  CHECK(run::from_yaml<app::Über>(run::to_yaml(cfg)) == cfg);
  CHECK(app::Model(run::build(run::autoconvert<app::model>(3))) == app::model(3));

  CHECK(run::build(run::autoconvert<app::frame>()) == app::frame());
  CHECK(run::build(run::autoconvert<app::plain_frame>()) == app::plain_frame());
  auto frame = run::autoconvert<app::plain_frame>();
  frame.materialize_defaults();
  CHECK(run::build(frame) == app::plain_frame());
  CHECK(run::to_yaml(frame).find("size: 8") != std::string::npos);

  CHECK(run::build(run::autoconvert<app::from_macros>(3)) == app::from_macros(3));
  CHECK(run::build(run::autoconvert<app::pair_of>(3)) == app::pair_of(3));
  CHECK(run::build(run::autoconvert<app::divided>(3)) == app::divided(3));
  CHECK(run::build(run::autoconvert<app::behind_comma>(3)) == app::behind_comma(3));
  CHECK(app::Model(run::build(run::autoconvert<app::with_commas>(3))) == app::with_commas(3));
  const auto literals = run::autoconvert<app::literals>();
  CHECK(run::build(literals) == app::literals());
  CHECK(run::from_yaml<std::vector<app::Layer>>(run::to_yaml(literals)) == literals);
  CHECK(run::build(run::autoconvert<app::chained>(3)) == app::chained(3));
  CHECK(run::build(run::autoconvert<app::declared>()) == app::declared());
  return check_result();
}
