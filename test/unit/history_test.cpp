// Where values came from.
#include <gtest/gtest.h>

#include <string>

#include "shop.h"

namespace {

using run::Config;
using run::How;
using shop::Adam;
using shop::Trainer;

/// `value how` of each entry, and whether all but defaults have a place.
std::string told(const std::vector<run::HistoryEntry>& entries) {
  std::string all;
  for (const run::HistoryEntry& entry : entries) {
    all += (all.empty() ? "" : "; ") + entry.value;
    if (entry.how == How::initial) all += " default";
    if (entry.how == How::broadcast) all += " broadcast";
    if (entry.how == How::walk) all += " walk";
    if (entry.how == How::materialized) all += " materialized";
    if (entry.how == How::unset) all += " unset";
    if (entry.how == How::edited) all += " edited";
    if (entry.how == How::inserted) all += " inserted at " + entry.path;
    if (entry.how == How::element) all += " set at " + entry.path;
    if (entry.how == How::erased) all += " erased at " + entry.path;
    if (entry.times > 1) all += " " + std::to_string(entry.times) + "x";
  }
  return all;
}

TEST(History, TellsEveryValue) {
  Config<Adam> config({.lr = 0.5});
  const unsigned line = __LINE__ - 1;
  EXPECT_EQ(told(config.history("lr")), "0.5");
  EXPECT_EQ(told(config.history("beta")), "0.9 default");
  config->lr = 1;
  config["lr"] = 2;
  config->lr *= 3;
  config["lr"] += 1;
  config.set("lr", "8");
  config.broadcast("lr", 9);
  config.walk("lr", [](auto node) { return node["lr"].template as<double>() + 1; });
  config->lr.reset();
  config.with({.lr = 11});
  const auto entries = config.history("lr");
  EXPECT_EQ(told(entries), "0.5; 1.0; 2.0; 6.0; 7.0; 8.0; 9.0 broadcast; 10.0 walk; 0.001 unset; 11.0");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(std::string_view(entries[i].where.file), __FILE__);
    EXPECT_EQ(entries[i].where.line, i == 0 ? line : line + 3 + i) << i;
  }
}

TEST(History, OfArgumentsThatAreGivenByName) {
  Config<Trainer> config({.optimizer = Config<Adam>({.lr = 0.5})});
  config["optimizer"].with({{"lr", 2}, {"beta", 0.5}});
  const unsigned line = __LINE__ - 1;
  EXPECT_EQ(config.history("optimizer.lr").back().where.line, line);
  EXPECT_EQ(std::string_view(config.history("optimizer.beta").back().where.file), __FILE__);
}

TEST(History, OfWhatWasNotSet) {
  Config<Adam> config;
  config.broadcast("lr", 2);
  config.materialize_defaults();
  EXPECT_EQ(told(config.history("lr")), "0.001 default; 2.0 broadcast");
  EXPECT_EQ(told(config.history("beta")), "0.9 default; 0.9 materialized");
}

TEST(History, OfElements) {
  Config<Trainer> config({.steps = {5}});
  config->steps.push_back(6);
  config["steps"].push_back(7);
  config->steps[0] = 8;
  config->steps.erase(1, 3);
  EXPECT_EQ(told(config.history("steps")),
            "[5]; 6 inserted at steps[1]; 7 inserted at steps[2]; 8 set at steps[0]; [6, 7] erased at steps[1:3]; "
            "[8] edited");
  EXPECT_EQ(config.history("steps[0]").size(), 6U);
  config->steps = {1};
  EXPECT_EQ(config.history("steps").back().value, "[1]");
  config->limits["a"] = 1;
  EXPECT_EQ(told(config.history("limits")), "{}; 1 inserted at limits[a]; {\"a\": 1} edited");
}

TEST(History, OfALoopIsShort) {
  Config<Trainer> config;
  for (int i = 0; i < 1000; ++i) config->seed = i;
  EXPECT_EQ(told(config.history("seed")), "999");
  config->seed = 7;
  for (int i = 0; i < 1000; ++i) config.broadcast("seed", i);
  EXPECT_EQ(told(config.history("seed")), "999; 7; 999 broadcast");
  for (int i = 0; i < 1000; ++i) config.walk("seed", [i](const run::Ref&) { return -i; });
  EXPECT_EQ(told(config.history("seed")), "999; 7; 999 broadcast; -999 walk");
  for (int i = 0; i < 1000; ++i) config->steps.push_back(i);
  EXPECT_EQ(config.history("steps").size(), 3U);
  EXPECT_EQ(config.history("steps")[1].times, 1000U);
}

TEST(History, IsBounded) {
  Config<Adam> config({.lr = 0.5});
  for (int i = 0; i < 30'000; ++i) {
    config->lr = i;
    config["lr"] = -i;
  }
  const auto entries = config.history("lr");
  EXPECT_LE(entries.size(), 10'001U);
  EXPECT_EQ(entries.front().value, "0.5");
  EXPECT_EQ(entries.back().value, "-29999.0");
}

TEST(History, OfFilesAndCommandLines) {
  auto config = run::from_yaml<Trainer>("_target_: shop::Trainer\nseed: 5\n", "run.yaml");
  run::detail::set_text({.root = &run::GraphAccess::node(config), .node = &run::GraphAccess::node(config)}, "seed", "6",
                        run::Location("command line", 2, 1));
  const auto entries = config.history("seed");
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].place(), "run.yaml:2:7");
  EXPECT_EQ(entries[1].place(), "command line, word 2");
  EXPECT_EQ(run::to_text(config, {.style = run::PrintOptions::Style::history}),
            "seed  5  run.yaml:2:7\n"
            "      6  command line, word 2\n");
}

TEST(History, IsNoPartOfWhatAConfigurationSays) {
  Config<Trainer> config({.optimizer = Config<Adam>({.lr = 1})});
  config["optimizer.lr"] = 2;
  const Config<Trainer> copy = config;
  EXPECT_EQ(told(copy.history("optimizer.lr")), "1.0; 2.0");
  EXPECT_EQ(told(copy["optimizer"].history("lr")), "1.0; 2.0");
  EXPECT_EQ(told(copy->optimizer.history("lr")), "1.0; 2.0");
  EXPECT_EQ(told(copy["optimizer"]["lr"].history()), "1.0; 2.0");
  EXPECT_TRUE(copy == Config<Trainer>({.optimizer = Config<Adam>({.lr = 2})}));
  EXPECT_EQ(run::to_yaml(copy), "_target_: shop::Trainer\noptimizer:\n  _target_: shop::Adam\n  lr: 2.0\n");
  EXPECT_EQ(told(config->optimizer.history()), "shop::Adam(...)");
}

TEST(History, CanBeSwitchedOff) {
  run::set_history(false);
  Config<Adam> config({.lr = 1});
  config->lr = 2;
  config->lr = 3;
  run::set_history(true);
  EXPECT_EQ(told(config.history("lr")), "3.0");
  EXPECT_TRUE(run::history_is_kept());
}

TEST(History, StaysWithArgumentsThatChangeTheirTarget) {
  Config<Adam> config({.lr = 1});
  config->lr = 2;
  EXPECT_EQ(told(config.retarget<shop::Sgd>().history("lr")), "1.0; 2.0");
}

TEST(History, TellsThatANodeHasAnotherTarget) {
  Config<Trainer> config({.optimizer = Config<Adam>({.lr = 1})});
  config["optimizer"].retarget("shop::Sgd");
  EXPECT_EQ(told(config.history("optimizer")), "shop::Adam(...); shop::Sgd(...)");
  EXPECT_NE(config.history("optimizer")[1].place().find("history_test.cpp:"), std::string::npos);
  config->more.push_back(Config<Adam>());
  config["more[0]"].retarget("shop::Sgd");
  EXPECT_EQ(told(config.history("more")),
            "[]; shop::Adam(...) inserted at more[0]; shop::Sgd(...) set at more[0]; [shop::Sgd(...)] edited");
}

TEST(History, TellsThatAPatchMadeIt) {
  Config<Trainer> config({.optimizer = Config<Adam>({.lr = 1})});
  Config<Trainer> other = config;
  other["optimizer"].retarget("shop::Sgd");
  other["optimizer.lr"] = 2;
  const run::Diff back = run::diff(other, config);
  run::apply(back, other);
  const unsigned line = __LINE__ - 1;
  EXPECT_EQ(told(other.history("optimizer")), "shop::Adam(...); shop::Sgd(...); shop::Adam(...)");
  EXPECT_EQ(other.history("optimizer").back().where.line, line);
  EXPECT_EQ(told(other.history("optimizer.lr")), "1.0; 2.0; 1.0");
  EXPECT_EQ(other.history("optimizer.lr").back().where.line, line);
}

}  // namespace
