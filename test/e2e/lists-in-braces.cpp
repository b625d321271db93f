// The law where braces mean a list that is taken by const&, beside a template that takes anything; classes whose
// functions their library keeps to itself; aggregates whose braces leave members out.
#include <run/run.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "../conformance/samples/check.h"
namespace app {
struct Payload {
  std::size_t size = 0;
  bool operator==(const Payload&) const = default;
};
using Claim = std::pair<std::string_view, std::string_view>;
inline Payload payload(const std::initializer_list<Claim>& claims) { return Payload{.size = claims.size()}; }
template <class Map>
Payload payload(Map&&) {
  return Payload{.size = 999};
}
[[run::autoconvert]] Payload claims() { return payload({{"some", "payload"}, {"b", "c"}}); }

class List {
 public:
  List(const std::initializer_list<int>& items) : count_(items.size()) {}
  template <class T>
  explicit List(T&&) : count_(999) {}
  List(const List&) = default;
  List(List&&) = default;
  void set_more(const std::initializer_list<int>& more) { more_ = more.size(); }
  bool operator==(const List&) const = default;

 private:
  std::size_t count_, more_ = 0;
};
[[run::autoconvert]] List made() { return List({1, 2, 3}); }
[[run::autoconvert]] List set() {
  List list{{1, 2}};
  list.set_more({1, 2, 3, 4});
  return list;
}

class Formatter {
 public:
  Formatter() = default;
  __attribute__((visibility("hidden"))) explicit Formatter(const char* internal);
  void set_indent(int n) { indent_ = n; }
  __attribute__((visibility("hidden"))) void set_parameters(int n);
  bool operator==(const Formatter&) const = default;

 private:
  int indent_ = 4;
};
[[run::autoconvert]] Formatter formatter() {
  Formatter formatter;
  formatter.set_indent(2);
  return formatter;
}

struct Stat {
  int n = 0;
  const int kind = 3;
  int widths[2] = {1, 2};
  std::string names[2];
  bool operator==(const Stat&) const = default;
};
[[run::autoconvert]] Stat stat_of(int n) {
  Stat stat;
  stat.n = n;
  return stat;
}
}  // namespace app

#include "lists-in-braces.run.h"

int main() {
  CHECK(run::build<app::Payload>(run::autoconvert<app::claims>()) == app::claims());
  CHECK(run::build(run::autoconvert<app::made>()) == app::made());
  CHECK(run::build(run::autoconvert<app::set>()) == app::set());
  CHECK(run::build(run::autoconvert<app::formatter>()) == app::formatter());
  CHECK(app::Stat(run::build(run::autoconvert<app::stat_of>(3))) == app::stat_of(3));
  return check_result();
}
