// A literal is given to the overload for text, where C++ gives it, and not to that for bool, to which a pointer converts;
// one letter to that for a character, though an enumerator has its name.
#include <run/run.h>

#include <string>
#include <utility>

class Option {
 public:
  explicit Option(bool value) : text_(value ? "true" : "false") {}
  explicit Option(int value) : text_(std::to_string(value)) {}
  explicit Option(const char* value) : text_(value) {}
  explicit Option(std::string value) : text_(std::move(value)) {}
  bool operator==(const Option&) const = default;

 private:
  std::string text_;
};

enum class Axis { x, y, z };

class Pick {
 public:
  explicit Pick(Axis axis) : text_("axis " + std::to_string(static_cast<int>(axis))) {}
  explicit Pick(char axis) : text_(std::string("letter ") + axis) {}
  bool operator==(const Pick&) const = default;

 private:
  std::string text_;
};

[[run::autoconvert]] Pick letter() { return Pick('x'); }
[[run::autoconvert]] Pick enumerator() { return Pick(Axis::y); }
[[run::autoconvert]] Option literal() { return Option("x"); }
[[run::autoconvert]] Option yes() { return Option(true); }

#include "overloads-of-literal.run.h"

int main() {
  auto config = run::autoconvert<literal>();
  if (run::build(config) != literal()) return 1;
  if (run::from_yaml<Option>(run::to_yaml(config)) != config) return 2;
  if (run::build(run::autoconvert<yes>()) != yes()) return 3;
  config->value = "y";
  if (run::build(config) != Option("y")) return 4;

  const auto x = run::autoconvert<letter>();
  const auto y = run::autoconvert<enumerator>();
  if (run::build(x) != letter() || run::build(y) != enumerator()) return 5;
  if (run::build(run::from_yaml<Pick>(run::to_yaml(x))) != letter()) return 6;
  if (run::build(run::from_yaml<Pick>(run::to_yaml(y))) != enumerator()) return 7;
  return run::from_yaml<Pick>(run::to_yaml(x)) == x && run::from_yaml<Pick>(run::to_yaml(y)) == y ? 0 : 8;
}
