// What NeMo-Run's own tests are about, in C++: models, an optimizer, functions of arguments of every type, recipes.
#pragma once

#include <run/run.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
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
