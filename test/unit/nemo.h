// What NeMo-Run's own tests are about, in C++: models, an optimizer, functions of arguments of every type, recipes.
#pragma once

#include <run/run.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace nemo {

struct DummyModel {
  int hidden = 100;
  std::string activation = "relu";
  int seq_length = 10;
  bool operator==(const DummyModel&) const = default;
};

struct Optimizer {
  double lr = 0.1;
  std::vector<double> betas = {0.9, 0.999};
  bool operator==(const Optimizer&) const = default;
};

struct Data {
  std::string name;
  int value = 0;
  bool operator==(const Data&) const = default;
};

struct [[run::configurable]] NestedData {
  Data data;
  bool operator==(const NestedData&) const = default;
};

struct [[run::configurable]] ListData {
  std::vector<Data> data;
  bool operator==(const ListData&) const = default;
};

struct Model {
  int hidden = 0;
  bool operator==(const Model&) const = default;
};

struct Trainer {
  Model model;
  bool operator==(const Trainer&) const = default;
};

enum class Color { red, green, blue };

[[run::configurable]] inline std::optional<Optimizer> train([[maybe_unused]] DummyModel model,
                                                            std::optional<Optimizer> optim = Optimizer()) {
  return optim;
}

using Falsy = std::tuple<int, bool, std::string>;
[[run::configurable]] inline Falsy with_falsy_values(int count = 1, bool flag = true, std::string label = "x") {
  return {count, flag, label};
}

/// Bit-fields: red and green are all that two bits with a sign hold.
struct [[run::configurable]] Packed {
  Color color : 2 = Color::green;
  unsigned level : 3 = 1;
  bool operator==(const Packed&) const = default;
};

/// Takes an argument of each type.
[[run::configurable]] inline void values(
    int number, double real, std::string text, bool flag, std::filesystem::path path, std::vector<int> list,
    std::vector<std::vector<int>> lists, std::vector<std::string> texts, std::map<std::string, int> dict,
    std::map<std::string, std::map<std::string, int>> dicts, std::map<std::string, std::vector<int>> dict_of_lists,
    std::tuple<int, std::string> pair, std::variant<int, std::string> number_or_text,
    std::variant<int, double> int_or_real,
    std::variant<std::vector<std::string>, std::map<std::string, int>> list_or_dict, Color color,
    std::optional<int> maybe_number, std::optional<std::string> maybe_text, std::optional<std::vector<int>> maybe_list,
    std::vector<std::map<std::string, std::variant<int, std::vector<std::string>>>> nested, DummyModel model,
    std::vector<DummyModel> models, std::optional<DummyModel> tokenizer) {
  (void)std::tie(number, real, text, flag, path, list, lists, texts, dict, dicts, dict_of_lists, pair, number_or_text,
                 int_or_real, list_or_dict, color, maybe_number, maybe_text, maybe_list, nested, model, models,
                 tokenizer);
}

/// Its default has parts in which nothing is set.
struct Stage {
  std::optional<Data> data;
  std::variant<std::monostate, int, std::string> after;
};
struct [[run::configurable]] Job {
  Stage stage;
};

class [[run::configurable]] File {
 public:
  explicit File(std::string path, int shards = 1) : path_(std::move(path)), shards_(shards) {}
  int shards() const { return shards_; }
  void shards(int count) noexcept { shards_ = count; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  int shards_;
};

/// Two constructors, which have nothing in common.
class [[run::configurable]] Source {
 public:
  explicit Source(int port) : port_(port) {}
  Source(const File& file, double rate) : port_(file.shards()), rate_(rate) {}

  double requests() const { return port_ * rate_; }

 private:
  int port_;
  double rate_ = 0;
};

inline int scaled(Model by, int number) { return number * by.hidden; }
struct [[run::configurable]] Scaled {
  std::function<int(int)> scale;
};
[[run::configurable]] inline void read_all(std::shared_ptr<File> file, std::shared_ptr<Source> source, Scaled scaled) {
  (void)std::tie(file, source, scaled);
}

/// Functions as values, which are no targets; but for `quiet`.
inline void note(int) {}
inline int last_slot = 0;
inline int& slot() { return last_slot; }
inline int quiet(int number) noexcept { return number; }
struct Hooks {
  int (File::*get)() const = nullptr;
  void (File::*set)(int) = nullptr;
  void (*call)(int) = nullptr;
  int& (*where)() = nullptr;
  int (*number)(int) = nullptr;
  std::function<void(int)> then;
  std::vector<void (*)(int)> more;
};

inline int epochs_run = 0;  // by the last call of train_model

/// Trains a model.
[[run::configurable]] inline void train_model(DummyModel model, Optimizer optimizer, int epochs = 10,
                                              int batch_size = 32) {
  (void)std::tie(model, optimizer, batch_size);
  epochs_run = epochs;
}

[[run::autoconvert]] inline DummyModel dummy_model() { return DummyModel(); }

[[run::autoconvert]] inline Optimizer optimizer() { return Optimizer(); }

[[run::autoconvert]] inline DummyModel dummy_model_config() { return DummyModel{.hidden = 2000, .activation = "tanh"}; }

/// A model with a tanh.
[[run::autoconvert]] inline DummyModel my_dummy_model(int hidden = 2000) {
  return DummyModel{.hidden = hidden, .activation = "tanh"};
}

[[run::autoconvert]] inline Model my_model(int hidden = 1000) { return Model{.hidden = hidden}; }

[[run::autoconvert(partial)]] inline Model my_partial_model(int hidden = 1000) { return Model{.hidden = hidden}; }

[[run::autoconvert]] inline Hooks hooks() {
  return Hooks{.get = &File::shards,
               .set = &File::shards,
               .call = &note,
               .where = slot,
               .number = quiet,
               .then = &note,
               .more = {&note}};
}

class Layer {
 public:
  virtual ~Layer() = default;
};

/// Two that hold something by one name, each something else.
class [[run::configurable]] Dense : public Layer {
 public:
  explicit Dense(std::shared_ptr<Optimizer> core) : core_(std::move(core)) {}

 private:
  std::shared_ptr<Optimizer> core_;
};
class [[run::configurable]] Deep : public Layer {
 public:
  explicit Deep(std::shared_ptr<Layer> core = nullptr) : core_(std::move(core)) {}

 private:
  std::shared_ptr<Layer> core_;
};

struct [[run::configurable]] Stack {
  std::shared_ptr<Layer> top;
};

[[run::autoconvert]] inline Scaled doubled() { return Scaled{.scale = std::bind_front(&scaled, Model{.hidden = 2})}; }

[[run::autoconvert]] inline Trainer my_trainer(int hidden = 1000) { return Trainer{.model = my_model(hidden)}; }

}  // namespace nemo

#include "nemo.run.h"

namespace nemo {

inline run::Config<Model> my_config(int hidden = 1000) { return run::Config<Model>({.hidden = hidden}); }

inline run::Partial<run::Fn<&train_model>> defaults() {
  return run::partial<&train_model>(
      {.model = run::Config<DummyModel>({.hidden = 256}), .optimizer = run::Config<Optimizer>(), .epochs = 40});
}

}  // namespace nemo
