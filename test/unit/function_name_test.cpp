// Functions as values: how they are written, read and told.
#include <gtest/gtest.h>
#include <run/run.h>

#include <atomic>
#include <thread>
#include <vector>

#include "nemo.h"

namespace {

using nemo::File;
using nemo::Hooks;
using Config = run::Config<Hooks>;

constexpr const char* kHooks = R"(_target_: nemo::Hooks
get:
  _target_: nemo::File::shards() const
  _call_: false
set:
  _target_: nemo::File::shards(int)
  _call_: false
call:
  _target_: nemo::note
  _call_: false
where:
  _target_: nemo::slot
  _call_: false
number:
  _target_: nemo::quiet
  _call_: false
then:
  _target_: nemo::note
  _call_: false
more:
  - _target_: nemo::note
    _call_: false
)";

std::string error_of(std::string_view yaml) {
  try {
    run::from_yaml<Hooks>(yaml);
  } catch (const run::Error& error) {
    const std::string message = error.what();
    return message.substr(0, message.find('\n'));
  }
  return "nothing was thrown";
}

TEST(FunctionName, IsWrittenAndReadInEachFormat) {
  const Config config = run::autoconvert<nemo::hooks>();
  EXPECT_EQ(run::to_yaml(config), kHooks);
  EXPECT_TRUE(run::from_yaml<Hooks>(kHooks) == config);
  EXPECT_TRUE(run::from_json<Hooks>(run::to_json(config)) == config);
  EXPECT_TRUE(run::from_toml<Hooks>(run::to_toml(config)) == config);
  const Hooks hooks = run::build(run::from_yaml<Hooks>(kHooks));
  File file("a");
  (file.*hooks.set)(7);
  EXPECT_EQ((file.*hooks.get)(), 7);
  EXPECT_EQ(&hooks.where(), &nemo::last_slot);
  EXPECT_EQ(hooks.number(3), 3);
}

TEST(FunctionName, OfSeveralTheTypeChooses) {
  const Config config =
      run::from_yaml<Hooks>("{_target_: nemo.Hooks, get: {_target_: nemo.File.shards, _call_: false}}");
  EXPECT_EQ(config.get<int (File::*)() const>("get"), static_cast<int (File::*)() const>(&File::shards));
}

TEST(FunctionName, MistakesAreTold) {
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: {_target_: nemo::mote, _call_: false}\n"),
            "<yaml>:2:18: call: there is no function `nemo::mote`; did you mean `nemo::note`?");
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: {_target_: nemo.mote, _call_: false}\n"),
            "<yaml>:2:18: call: there is no function `nemo.mote`; did you mean `nemo::note`?");
  EXPECT_EQ(
      error_of("_target_: nemo::Hooks\ncall: nemo.note\n"),
      "<yaml>:2:7: call: expected void (*)(int), found \"nemo.note\" (the function is {_target_: nemo::note, _call_: "
      "false})");
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: \"note\"\n"),
            "<yaml>:2:7: call: expected void (*)(int), found \"note\" (the function is {_target_: nemo::note, _call_: "
            "false})");
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: {_target_: nemo::slot, _call_: false}\n"),
            "<yaml>:2:7: call: expected void (*)(int), found nemo::slot");
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: {_target_: nemo::scaled}\n"),
            "<yaml>:2:18: call: expected void (*)(int), found nemo::scaled; the function itself has _call_: false");
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: {_target_: nemo::File, _call_: false}\n"),
            "<yaml>:2:7: call: nemo::File is no function: it cannot be a value");
  EXPECT_EQ(error_of("_target_: nemo::Hooks\ncall: {_target_: nemo::note, _call_: false, x: 1}\n"),
            "<yaml>:2:45: call: a function as a value has no arguments");
}

TEST(FunctionName, IsWhatIsShown) {
  const Config config = run::autoconvert<nemo::hooks>();
  EXPECT_EQ(config["call"].history().back().value, "nemo::note");
}

TEST(Monostate, IsNoValueInEachFormat) {
  run::Config<nemo::Job> config({.stage = run::Config<nemo::Stage>({.after = 3})});
  config->stage->after = std::monostate();
  EXPECT_EQ(run::to_yaml(config), "_target_: nemo::Job\nstage:\n  _target_: nemo::Stage\n  after: null\n");
  EXPECT_TRUE(run::from_yaml<nemo::Job>(run::to_yaml(config)) == config);
  EXPECT_TRUE(run::from_json<nemo::Job>(run::to_json(config)) == config);
  EXPECT_TRUE(run::from_toml<nemo::Job>(run::to_toml(config)) == config);
  EXPECT_EQ(run::build(config).stage.after.index(), 0U);
}

TEST(Callable, KeepsWhatItsFactoriesWereWhenItWasBuilt) {
  run::Config<nemo::Scaled> config = run::autoconvert<nemo::doubled>();
  config["scale"] = run::partial<&nemo::scaled>({.by = run::Factory<nemo::Model>({.hidden = 2})});
  const nemo::Scaled built = run::build(config);
  config["scale.by.hidden"] = 5;
  EXPECT_EQ(built.scale(3), 6);
  EXPECT_EQ(run::build(config).scale(3), 15);
}

TEST(Callable, SeveralThreadsMayCallIt) {
  const auto call = run::build(run::partial<&nemo::scaled>({.by = run::Factory<nemo::Model>({.hidden = 2})}));
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int number = 0; number < 50; ++number) sum += call(number);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sum, 4 * 2 * 49 * 50 / 2);
}

}  // namespace
