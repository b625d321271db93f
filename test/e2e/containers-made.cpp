// Containers of configured elements, in each spelling of their construction: as argument, local, result, member.
#include <run/run.h>

#include "../conformance/samples/check.h"
#include "layers.h"

namespace app {

struct Net {
  std::vector<Layer> layers{};
  std::array<Layer, 2> ends{};
  std::map<std::string, Layer> by_name{};
  std::unordered_map<int, Cache> by_size{};
  std::optional<Layer> extra{};
  std::pair<Layer, int> first{};
  std::tuple<Layer, Cache, std::string> three{};
  std::variant<Cache, Layer> either{};
  std::deque<Layer> queue{};
  std::list<Cache> list{};
  std::vector<std::vector<Layer>> rows{};
  std::map<std::string, std::vector<Layer>> groups{};
  std::vector<std::pair<std::string, Layer>> named{};
  std::optional<std::vector<Layer>> maybe{};
  std::variant<int, std::vector<Layer>> layers_or_count{};
  std::variant<Cache, std::string> words{};
  std::variant<bool, double, Cache> rate{};
  bool operator==(const Net&) const = default;
};

[[run::autoconvert]] Net braces(int n) {
  return Net{.layers = {Layer(n), Layer(2)},
             .ends = {Layer(n), Layer(2)},
             .by_name = {{"a", Layer(n)}, {"b", Layer(2)}},
             .by_size = {{1, Cache{.size = n}}, {2, {.exclusive = true}}},
             .extra = Layer(n),
             .first = {Layer(n), 2},
             .three = {Layer(n), Cache{.size = 2}, "x"},
             .either = Layer(n),
             .queue = {Layer(n), Layer(2)},
             .list = {{.size = n}, Cache()},
             .rows = {{Layer(n)}, {}, {Layer(1), Layer(2)}},
             .groups = {{"g", {Layer(n), Layer(1)}}, {"h", {}}},
             .named = {{"x", Layer(n)}},
             .maybe = {{Layer(n)}},
             .layers_or_count = std::vector<Layer>{Layer(n)}};
}

[[run::autoconvert]] Net calls(int n) {
  return Net{.layers = std::vector<Layer>({Layer(n), Layer(2)}),
             .ends = std::array<Layer, 2>{Layer(n), Layer(2)},
             .by_name = std::map<std::string, Layer>{{"a", Layer(n)}, std::make_pair("b", Layer(2))},
             .by_size = std::unordered_map<int, Cache>({{1, Cache{.size = n}}}),
             .extra = std::optional<Layer>(Layer(n)),
             .first = std::make_pair(Layer(n), 2),
             .three = std::make_tuple(Layer(n), Cache{.size = 2}, std::string("x")),
             .either = std::variant<Cache, Layer>(Layer(n)),
             .queue = std::deque<Layer>{Layer(n)},
             .list = std::list<Cache>{Cache{n, true}},
             .rows = std::vector<std::vector<Layer>>{std::vector<Layer>{Layer(n)}, {}},
             .named = {std::pair<std::string, Layer>("x", Layer(n)), {"y", Layer(1)}},
             .maybe = std::vector<Layer>{Layer(n)},
             .words = "x",
             .rate = 2.5f};
}

[[run::autoconvert]] Net deduced(int n) {
  return Net{.layers = std::vector{Layer(n), Layer(2)},
             .ends = std::array{Layer(n), Layer(2)},
             .extra = std::optional{Layer(n)},
             .first = std::pair{Layer(n), 2},
             .three = std::tuple{Layer(n), Cache{.size = 2}, std::string("x")},
             .queue = std::deque{Layer(n)},
             .list = std::list{Cache{}}};
}

[[run::autoconvert]] Net locals(int n) {
  std::vector<Layer> layers{Layer(n), Layer(2)};
  std::array<Layer, 2> ends = {Layer(n), Layer(2)};
  const std::map<std::string, Layer> by_name{{"a", Layer(n)}, {"b", Layer(2)}};
  auto first = std::make_pair(Layer(n), 3);
  std::tuple<Layer, Cache, std::string> three(Layer(n), Cache{}, "t");
  std::optional<Layer> extra = Layer(n);
  std::optional<Layer> none;
  std::variant<Cache, Layer> either = Cache{.size = n};
  std::deque queue{Layer(n)};
  auto rows = std::vector<std::vector<Layer>>{{Layer(n)}, {Layer(1), Layer(2)}};
  none = std::nullopt;
  return Net{.layers = std::move(layers),
             .ends = ends,
             .by_name = by_name,
             .extra = extra,
             .first = first,
             .three = three,
             .either = either,
             .queue = queue,
             .rows = rows};
}

[[run::autoconvert]] Net nothing() {
  std::pair<Layer, int> first;
  std::tuple<Layer, Cache, std::string> three;
  std::variant<Cache, Layer> either;
  std::vector<Layer> layers = {};
  return Net{
      .layers = layers, .by_name = std::map<std::string, Layer>(), .first = first, .three = three, .either = either};
}

// As results.
[[run::autoconvert]] std::map<std::string, Layer> map_result(int n) { return {{"a", Layer(n)}, {"b", Layer(2)}}; }

[[run::autoconvert]] std::pair<Layer, int> pair_result(int n) { return {Layer(n), n}; }

[[run::autoconvert]] std::pair<int, Layer> narrowed(double n) { return std::make_pair(static_cast<int>(n), Layer(2)); }

[[run::autoconvert]] std::pair<int, Layer> converted() { return std::make_pair(3.75, Layer(2)); }

[[run::autoconvert]] std::tuple<Layer, Cache> tuple_result(int n) {
  return std::make_tuple(Layer(n), Cache{.size = n});
}

[[run::autoconvert]] std::optional<Layer> optional_result(int n) { return Layer(n); }

[[run::autoconvert]] std::variant<Cache, Layer> variant_result(int n) { return Layer(n); }

[[run::autoconvert]] std::array<Layer, 3> array_result(int n) { return {Layer(n), Layer(2)}; }

[[run::autoconvert]] auto auto_result(int n) { return std::vector{Layer(n), Layer(2)}; }

// Holders.
[[run::autoconvert]] std::vector<std::unique_ptr<Layer>> unique_elements(int n) {
  std::vector<std::unique_ptr<Layer>> layers;
  layers.push_back(std::make_unique<Layer>(n));
  auto second = std::make_unique<Layer>(2);
  layers.push_back(std::move(second));
  layers.push_back(nullptr);
  return layers;
}

[[run::autoconvert]] std::map<std::string, std::unique_ptr<Layer>> unique_map(int n) {
  std::map<std::string, std::unique_ptr<Layer>> layers;
  layers["a"] = std::make_unique<Layer>(n);
  layers.emplace("b", std::make_unique<Layer>(2));
  return layers;
}

[[run::autoconvert]] std::pair<std::shared_ptr<Layer>, std::shared_ptr<Layer>> shared_pair(int n) {
  auto layer = std::make_shared<Layer>(n);
  return {layer, layer};
}

[[run::autoconvert]] std::vector<std::shared_ptr<Layer>> shared_elements(int n) {
  auto layer = std::make_shared<Layer>(n);
  std::vector<std::shared_ptr<Layer>> layers = {layer, std::make_shared<Layer>(2)};
  layers.push_back(layer);
  return layers;
}

// As arguments.
inline int total(const std::vector<Layer>& layers, const std::pair<Layer, int>& more) {
  int sum = more.second * more.first.width();
  for (const Layer& layer : layers) sum += layer.width();
  return sum;
}

class Model {
 public:
  Model(std::map<std::string, Layer> parts, std::optional<Layer> extra, std::tuple<int, Layer> last)
      : parts_(std::move(parts)), extra_(std::move(extra)), last_(std::move(last)) {}
  bool operator==(const Model&) const = default;

 private:
  std::map<std::string, Layer> parts_;
  std::optional<Layer> extra_;
  std::tuple<int, Layer> last_;
};

[[run::autoconvert]] Cache arguments(int n) { return Cache{.size = total({Layer(n), Layer(2)}, {Layer(3), 4})}; }

[[run::autoconvert]] std::unique_ptr<Model> model(int n) {
  return std::make_unique<Model>(std::map<std::string, Layer>{{"a", Layer(n)}}, Layer(2), std::make_tuple(3, Layer(4)));
}

[[run::autoconvert]] Model empty_model() { return Model({}, {}, {1, Layer(2)}); }

[[run::autoconvert]] Model null_model() { return Model({{"a", Layer(1)}}, std::nullopt, std::tuple{1, Layer(2)}); }

// Pointers that hold containers.
struct Pointed {
  std::unique_ptr<std::vector<Layer>> layers{};
  std::shared_ptr<std::map<std::string, Layer>> by_name{};
  std::shared_ptr<std::map<std::string, Layer>> again{};
  std::vector<std::unique_ptr<std::vector<Layer>>> rows{};
};

[[run::autoconvert]] Pointed pointed(int n) {
  std::vector<Layer> layers{Layer(n)};
  layers.push_back(Layer(2));
  Pointed made{.layers = std::make_unique<std::vector<Layer>>(std::move(layers))};
  made.rows.push_back(std::make_unique<std::vector<Layer>>());
  made.rows.emplace_back(std::make_unique<std::vector<Layer>>(std::vector<Layer>{Layer(3)}));
  return made;
}

[[run::autoconvert]] Pointed pointed_twice(int n) {
  Pointed made;
  made.by_name = std::make_shared<std::map<std::string, Layer>>(std::map<std::string, Layer>{{"a", Layer(n)}});
  made.again = made.by_name;
  return made;
}

[[run::autoconvert]] std::unique_ptr<std::vector<Layer>> pointed_result(int n) {
  return std::make_unique<std::vector<Layer>>(std::vector<Layer>{Layer(n)});
}

/// Elements that are constants.
struct Fixed {
  std::pair<const std::string, Layer> entry{"a", Layer(1)};
  std::vector<std::pair<const int, Cache>> entries{};
  std::array<const Cache, 2> caches{};
  std::optional<const Layer> layer{};
  std::tuple<const int, const Cache, std::string> three{};
  std::variant<const Cache, Layer> either{};
  bool operator==(const Fixed&) const = default;
};
class Table {
 public:
  explicit Table(std::initializer_list<std::pair<const std::string, Layer>> rows) : rows_(rows) {}
  bool operator==(const Table&) const = default;

 private:
  std::map<std::string, Layer> rows_;
};
[[run::autoconvert]] Fixed fixed(int n) {
  return Fixed{.entry = {"n", Layer(n)},
               .entries = {{1, {.size = n}}, {2, {}}},
               .caches = {Cache{.size = n}, Cache{}},
               .layer = Layer(n),
               .three = {n, {.size = n}, "s"},
               .either = Cache{.size = 9}};
}
[[run::autoconvert]] Table table(int n) { return Table{{"a", Layer(n)}, {"b", Layer(2)}}; }

}  // namespace app

#include "containers-made.run.h"

template <auto f, class... A>
void law(A... arguments) {
  auto cfg = run::autoconvert<f>(arguments...);
  const auto plain = f(arguments...);
  const auto built = run::build<std::remove_cv_t<decltype(plain)>>(cfg);
  CHECK(app::same(built, plain));
  CHECK(cfg == cfg);
  const auto copy = cfg;
  CHECK(copy == cfg);
  CHECK(app::same(run::build<std::remove_cv_t<decltype(plain)>>(copy), plain));
}

int main() {
  law<&app::braces>(5);
  law<&app::calls>(5);
  law<&app::deduced>(5);
  law<&app::locals>(5);
  law<&app::nothing>();
  law<&app::map_result>(3);
  law<&app::pair_result>(3);
  law<&app::narrowed>(3.5);
  law<&app::converted>();
  law<&app::tuple_result>(3);
  law<&app::optional_result>(3);
  law<&app::variant_result>(3);
  law<&app::array_result>(3);
  law<&app::auto_result>(3);
  law<&app::unique_elements>(3);
  law<&app::unique_map>(3);
  law<&app::shared_pair>(3);
  law<&app::shared_elements>(3);
  law<&app::arguments>(3);
  law<&app::empty_model>();
  law<&app::null_model>();
  CHECK(run::build(run::autoconvert<app::model>(3)) == *app::model(3));

  law<&app::fixed>(3);
  law<&app::table>(3);
  const auto fixed = run::autoconvert<app::fixed>(3);
  CHECK(run::from_yaml<app::Fixed>(run::to_yaml(fixed)) == fixed);

  const auto pair = run::build(run::autoconvert<app::shared_pair>(3));
  CHECK(pair.first == pair.second);
  const auto shared = run::build(run::autoconvert<app::shared_elements>(3));
  CHECK(shared[0] == shared[2] && shared[0] != shared[1]);

  auto holds = run::autoconvert<app::pointed>(5);
  for (const auto& config : {holds, run::from_yaml<app::Pointed>(run::to_yaml(holds))}) {
    const app::Pointed held = run::build(config);
    CHECK(*held.layers == *app::pointed(5).layers);
    CHECK(held.rows.size() == 2 && held.rows[0]->empty() && *held.rows[1] == *app::pointed(5).rows[1]);
    CHECK(config == holds);
  }
  holds["layers[1].width"] = 7;
  CHECK((*run::build(holds).layers)[1] == app::Layer(7));
  const auto twice = run::build(run::autoconvert<app::pointed_twice>(5));
  CHECK(*twice.by_name == *app::pointed_twice(5).by_name && twice.by_name == twice.again);
  CHECK(*run::build<std::unique_ptr<std::vector<app::Layer>>>(run::autoconvert<app::pointed_result>(5)) ==
        *app::pointed_result(5));

  auto cfg = run::autoconvert<app::braces>(5);
  CHECK(run::from_yaml<app::Net>(run::to_yaml(cfg)) == cfg);
  CHECK(cfg.broadcast("width", 9) == 20);
  CHECK(run::build(cfg).groups["g"][1] == app::Layer(9));
  auto locals = run::autoconvert<app::locals>(5);
  CHECK(run::from_yaml<app::Net>(run::to_yaml(locals)) == locals);
  return check_result();
}
