// A literal is given to the overload for text, where C++ gives it, and not to that for bool, to which a pointer converts.
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

[[run::autoconvert]] Option literal() { return Option("x"); }
[[run::autoconvert]] Option yes() { return Option(true); }

#include "overloads-of-literal.run.h"

int main() {
  auto config = run::autoconvert<literal>();
  if (run::build(config) != literal()) return 1;
  if (run::from_yaml<Option>(run::to_yaml(config)) != config) return 2;
  if (run::build(run::autoconvert<yes>()) != yes()) return 3;
  config->value = "y";
  return run::build(config) == Option("y") ? 0 : 4;
}
