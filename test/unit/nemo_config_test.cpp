// What NeMo-Run's own tests of Config, Partial and autoconvert expect, here. docs/nemo-run.md lists them one by one.
#include <gtest/gtest.h>
#include <run/run.h>

#include "nemo.h"
#include "thrown.h"

namespace {

using nemo::Data;
using nemo::DummyModel;
using nemo::ListData;
using nemo::Model;
using nemo::NestedData;
using nemo::Optimizer;
using nemo::Trainer;
using run::Config;
using run::Partial;

Partial<run::Fn<&nemo::train>> training() {
  return run::partial<&nemo::train>(
      {.model = run::autoconvert<&nemo::dummy_model>(), .optim = run::autoconvert<&nemo::optimizer>()});
}

// test_config.py, TestFromDict

TEST(NemoFromDict, AMappingIsAnAggregate) {
  const Config<Data> config = run::from_yaml<Data>("{_target_: nemo.Data, name: test, value: 123}");
  EXPECT_EQ(run::build(config), (Data{"test", 123}));
}

TEST(NemoFromDict, OneInAnotherNeedsNoTarget) {
  const auto config = run::from_yaml<NestedData>("{_target_: nemo.NestedData, data: {name: test, value: 123}}");
  EXPECT_EQ(run::build(config), (NestedData{{"test", 123}}));
}

TEST(NemoFromDict, NorDoTheElementsOfAList) {
  const auto config = run::from_yaml<ListData>(
      "{_target_: nemo.ListData, data: [{name: test1, value: 123}, {name: test2, value: 456}]}");
  EXPECT_EQ(run::build(config), (ListData{{{"test1", 123}, {"test2", 456}}}));
}

TEST(NemoFromDict, SimpleValuesAreThemselves) {
  Config<NestedData> config({.data = Config<Data>({.name = "test", .value = 123})});
  EXPECT_EQ(config.get<std::string>("data.name"), "test");
  EXPECT_EQ(config.get<int>("data.value"), 123);
}

TEST(NemoFromDict, AMappingIsNoneOfTheTypesOfAVariant) {
  Partial<run::Fn<& nemo::values>> values = run::partial<&nemo::values>({});
  EXPECT_EQ(error_of([&] { values.set("number_or_text", "{name: test}"); }),
            "number_or_text: expected int or std::string, found a mapping without _target_");
}

// test_config.py, TestSetValue

TEST(NemoSetValue, SetsWhatIsThere) {
  Config<DummyModel> config;
  config.set("activation", "value");
  EXPECT_EQ(config.get<std::string>("activation"), "value");
}

TEST(NemoSetValue, AnUnknownNameIsAnError) {
  Config<DummyModel> config;
  const Config<DummyModel> before = config;
  for (const char* name : {"non_existent_attribute", "non_existent_key"})
    EXPECT_EQ(error_of([&] { config.set(name, "value"); }), "nemo::DummyModel has no argument `" + std::string(name) +
                                                                "`; it has `hidden`, `activation`, `seq_length`");
  EXPECT_EQ(error_of([&] { config.set("non_existent.attribute", "value"); }),
            "nemo::DummyModel has no argument `non_existent`; it has `hidden`, `activation`, `seq_length`");
  EXPECT_EQ(error_of([&] { config[""] = "value"; }),
            "nemo::DummyModel has no argument ``; it has `hidden`, `activation`, `seq_length`");
  EXPECT_EQ(error_of([&] { config.set("attribute.", "value"); }),
            "the path `attribute.`: expected a name at character 11");
  EXPECT_TRUE(config == before);
}

TEST(NemoSetValue, OnAnObjectIsPlainCpp) {
  DummyModel built = run::build(Config<DummyModel>());
  built.activation = "new_value";
  EXPECT_EQ(built.activation, "new_value");
}

TEST(NemoSetValue, OfAMapSetsAnEntry) {
  Partial<run::Fn<& nemo::values>> values = run::partial<&nemo::values>({});
  values.set("dict", "{key: 1}");
  values.set("dict[key]", "2");
  EXPECT_EQ(values.get<int>("dict[key]"), 2);
}

// test_config.py, TestConfigDict

TEST(NemoConfigDict, AMapIsAConfiguration) {
  Config<std::map<std::string, int>> config(std::map<std::string, int>{{"a", 1}, {"b", 2}});
  EXPECT_EQ(config.get<int>("a"), 1);
  EXPECT_EQ(config.get<int>("b"), 2);
}

// test_config.py, TestPartial

TEST(NemoPartial, GivesWhatTheFunctionGives) {
  EXPECT_EQ(run::build(training())(), run::build(run::autoconvert<&nemo::optimizer>()));
}

TEST(NemoPartial, UnknownArgumentsAreErrors) {
  Partial<run::Fn<& nemo::train>> partial = training();
  EXPECT_EQ(error_of([&] { partial["something"] = "else"; }),
            "nemo::train has no argument `something`; it has `model`, `optim`");
}

TEST(NemoPartial, AnAggregateIsAConfigurationOfIt) {
  Partial<NestedData> partial({.data = Data{"test", 123}});
  EXPECT_EQ(partial->data->name, "test");
  EXPECT_EQ(partial->data->value, 123);
  partial->data->value = 4;
  EXPECT_EQ(run::build(partial)().data.value, 4);
}

TEST(NemoPartial, LeavesDefaultsToTheFunction) {
  const auto partial = run::partial<&nemo::train>({.model = run::autoconvert<&nemo::dummy_model>()});
  EXPECT_EQ(run::build(partial)(), run::build(run::autoconvert<&nemo::optimizer>()));
}

// As good as set to it: also for who changes a part of it.
TEST(NemoPartial, APatchChangesWhatStandsInADefault) {
  const auto before = training();
  auto after = before;
  after["optim.lr"] = 0.5;
  after["model.hidden"] = 5;
  const run::Diff diff = run::diff(before, after);
  auto third = run::partial<&nemo::train>({.model = run::autoconvert<&nemo::dummy_model>()});
  ASSERT_TRUE(third == before);
  auto other = third;
  run::apply(diff, third);
  EXPECT_TRUE(third == after);
  EXPECT_EQ(run::build(third)()->lr, 0.5);

  const std::string text = run::to_yaml(other);
  auto changed = before;
  changed["optim.betas[1]"] = 0.25;
  run::apply(run::diff(before, changed), changed = other);
  EXPECT_EQ(changed.get<double>("optim.betas[1]"), 0.25);
  EXPECT_EQ(run::to_yaml(other), text);
  after["optim.betas[1]"] = 0.5;
  changed["optim.betas[1]"] = 0.75;
  const run::Diff misfit = run::diff(changed, after);
  EXPECT_EQ(error_of([&] { run::apply(misfit, other); }), "optim.betas[1]: the diff expects 0.75, found 0.999");
  EXPECT_EQ(run::to_yaml(other), text);
}

TEST(NemoPartial, KeepsFalsyValues) {
  const auto partial = run::partial<&nemo::with_falsy_values>({.count = 0, .flag = false, .label = ""});
  EXPECT_EQ(run::build(partial)(), (nemo::Falsy{0, false, ""}));
}

TEST(NemoPartial, CopiesAreEqualAndTheirOwn) {
  const auto partial = training();
  auto copy = partial;
  EXPECT_TRUE(partial == copy);
  copy["model.hidden"] = 3;
  EXPECT_FALSE(partial == copy);
  EXPECT_EQ(partial.get<int>("model.hidden"), 100);
}

TEST(NemoPartial, WalkGivesTheOwnerOfEachArgument) {
  auto partial = training();
  const int count = partial.walk("seq_length", [](const run::Ref& owner) { return owner["seq_length"].as<int>() * 2; });
  EXPECT_EQ(count, 1);
  EXPECT_EQ(partial.get<int>("model.seq_length"), 20);
}

TEST(NemoPartial, BroadcastSetsIt) {
  auto partial = training();
  EXPECT_EQ(partial.broadcast("hidden", 2), 1);
  EXPECT_EQ(partial.get<int>("model.hidden"), 2);
  EXPECT_NE(error_of([&] { partial.broadcast("hiden", 2); }).find("did you mean `hidden`?"), std::string::npos);
}

// test_config.py, TestGetUnderlyingTypes: the types of an argument, by name.

TEST(NemoTypes, AreOpened) {
  const auto types = [](std::string_view name) {
    const run::TargetInfo& target = run::detail::info<run::Fn<&nemo::values>>();
    return target.parameters[target.index(name)].types[0]->name();
  };
  EXPECT_EQ(types("number"), "int");
  EXPECT_EQ(types("maybe_text"), "std::optional<std::string>");
  EXPECT_EQ(types("number_or_text"), "std::variant<int, std::string>");
  EXPECT_EQ(run::type_of<std::optional<int>>.parts[0], &run::type_of<int>);
  EXPECT_EQ((run::type_of<std::variant<float, bool>>.parts[1]), &run::type_of<bool>);
}

// test_api.py, Test_autoconvert

TEST(NemoAutoconvert, GivesAConfigurationAndTheFunctionTheObject) {
  EXPECT_TRUE(run::autoconvert<&nemo::my_model>() == Config<Model>({.hidden = 1000}));
  EXPECT_EQ(nemo::my_model(), Model{1000});
}

TEST(NemoAutoconvert, APartialWhereThatIsAsked) {
  EXPECT_TRUE(run::autoconvert<&nemo::my_partial_model>(10) == Partial<Model>({.hidden = 10}));
}

TEST(NemoAutoconvert, WhatGivesAConfigurationIsOneAlready) {
  EXPECT_TRUE(nemo::my_config(500) == Config<Model>({.hidden = 500}));
}

TEST(NemoAutoconvert, Nests) {
  EXPECT_TRUE(run::autoconvert<&nemo::my_trainer>() == Config<Trainer>({.model = Config<Model>({.hidden = 1000})}));
}

}  // namespace
