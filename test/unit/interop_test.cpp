// What NeMo-Run, Hydra and PyYAML write is read, and what is written here is what they read.
#include <gtest/gtest.h>

#include <set>

#include "shop.h"
#include "targets.h"
#include "thrown.h"

namespace llama {

struct Llama3Config8B {
  int seq_length = 8192;
  std::string note;
  bool operator==(const Llama3Config8B&) const = default;
};

class LlamaModel {
 public:
  explicit LlamaModel(Llama3Config8B config) : config_(std::move(config)) {}
  const Llama3Config8B& config() const { return config_; }

 private:
  Llama3Config8B config_;
};

struct Some {
  int a = 0;
  std::shared_ptr<Some> b;
};

}  // namespace llama

#ifndef RUN_TARGET__llama_Llama3Config8B
#define RUN_TARGET__llama_Llama3Config8B
template <>
struct run::Target<::llama::Llama3Config8B> {
  static constexpr ::std::string_view name = "nemo.collections.llm.gpt.model.llama.Llama3Config8B";
  struct Args {
    ::run::Arg<int> seq_length{};
    ::run::Arg<::std::string> note{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> seq_length;
    ::run::Field<::std::string, 1> note;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::member<int>(
          "seq_length",
          {.text = "8192", .value = [] { return ::run::value<int>(::llama::Llama3Config8B{}.seq_length); }}),
      ::run::member<::std::string>("note"),
  };
  static ::llama::Llama3Config8B build(::run::Built& args) {
    ::llama::Llama3Config8B object{};
    if (args.has(0)) object.seq_length = args.get<int>(0);
    if (args.has(1)) object.note = args.get<::std::string>(1);
    return object;
  }
};
template <>
inline const bool run::registered<::llama::Llama3Config8B> = ::run::register_target<::llama::Llama3Config8B>();
#endif

#ifndef RUN_TARGET__llama_LlamaModel
#define RUN_TARGET__llama_LlamaModel
template <>
struct run::Target<::llama::LlamaModel> {
  static constexpr ::std::string_view name = "nemo.collections.llm.gpt.model.llama.LlamaModel";
  struct Args {
    ::run::Arg<::llama::Llama3Config8B> config{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::llama::Llama3Config8B, 0> config;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::llama::Llama3Config8B>("config"),
  };
  static ::llama::LlamaModel build([[maybe_unused]] ::run::Built& args) {
    static constexpr ::run::CallForms<1, 1> forms{{0}};
    switch (args.choose(forms)) {
      default:
        return ::llama::LlamaModel(args.get<::llama::Llama3Config8B>(0));
    }
  }
};
template <>
inline const bool run::registered<::llama::LlamaModel> = ::run::register_target<::llama::LlamaModel>();
#endif

#ifndef RUN_TARGET__llama_Some
#define RUN_TARGET__llama_Some
template <>
struct run::Target<::llama::Some> {
  static constexpr ::std::string_view name = "SomeObject";
  struct Args {
    ::run::Arg<int> a{};
    ::run::Arg<::std::shared_ptr<::llama::Some>> b{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<int, 0> a;
    ::run::Field<::std::shared_ptr<::llama::Some>, 1> b;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::member<int>("a"),
      ::run::member<::std::shared_ptr<::llama::Some>>("b"),
  };
  static ::llama::Some build(::run::Built& args) {
    ::llama::Some object{};
    if (args.has(0)) object.a = args.get<int>(0);
    if (args.has(1)) object.b = args.get<::std::shared_ptr<::llama::Some>>(1);
    return object;
  }
};
template <>
inline const bool run::registered<::llama::Some> = ::run::register_target<::llama::Some>();
#endif

namespace {

using llama::Llama3Config8B;
using llama::LlamaModel;
using llama::Some;
using run::Config;
using run::Partial;

// NeMo-Run's guide to configurations, text by text.
constexpr std::string_view kModel =
    " _target_: nemo.collections.llm.gpt.model.llama.LlamaModel\n"
    " config:\n"
    "     _target_: nemo.collections.llm.gpt.model.llama.Llama3Config8B\n"
    "     seq_length: 16384\n";
constexpr std::string_view kDoubled =
    " _target_: nemo.collections.llm.gpt.model.llama.LlamaModel\n"
    " config:\n"
    "     _target_: nemo.collections.llm.gpt.model.llama.Llama3Config8B\n"
    "     seq_length: 32768\n";
constexpr std::string_view kBroadcast =
    "_target_: SomeObject\n"
    "a: 20\n"
    "b:\n"
    "    _target_: SomeObject\n"
    "    a: 20\n";
constexpr std::string_view kWalked =
    "_target_: SomeObject\n"
    "a: 40\n"
    "b:\n"
    "    _target_: SomeObject\n"
    "    a: 40\n";
constexpr std::string_view kPartial =
    " _target_: nemo.collections.llm.gpt.model.llama.LlamaModel\n"
    " _partial_: true\n"
    " config:\n"
    "     _target_: nemo.collections.llm.gpt.model.llama.Llama3Config8B\n"
    "     seq_length: 16384\n";

TEST(NemoRun, TheGuide) {
  Config<LlamaModel> config({.config = Config<Llama3Config8B>({.seq_length = 16384})});
  EXPECT_TRUE(run::from_yaml<LlamaModel>(kModel) == config);
  EXPECT_EQ(run::to_yaml(config),
            "_target_: nemo.collections.llm.gpt.model.llama.LlamaModel\n"
            "config:\n"
            "  _target_: nemo.collections.llm.gpt.model.llama.Llama3Config8B\n"
            "  seq_length: 16384\n");
  config->config->seq_length *= 2;
  EXPECT_TRUE(run::from_yaml<LlamaModel>(kDoubled) == config);

  Config<Some> some({.a = 5, .b = Config<Some>({.a = 10})});
  some.broadcast("a", 20);
  EXPECT_TRUE(run::from_yaml<Some>(kBroadcast) == some);
  some.walk("a", [](auto node) { return node["a"].template as<int>() * 2; });
  EXPECT_TRUE(run::from_yaml<Some>(kWalked) == some);

  const auto partial = run::from_yaml<Partial<LlamaModel>>(kPartial);
  EXPECT_TRUE(partial == Partial<LlamaModel>({.config = Config<Llama3Config8B>({.seq_length = 16384})}));
  EXPECT_EQ(run::build(partial)().config().seq_length, 16384);
}

// As yaml.safe_dump writes it: sorted keys, dashes below their key, anchors id001, texts folded at column 80.
TEST(NemoRun, Serializer) {
  const auto config = run::from_yaml<Some>(
      "_target_: SomeObject\n"
      "a: 1\n"
      "b: &id001\n"
      "  _target_: SomeObject\n"
      "  a: 2\n"
      "  b: null\n");
  EXPECT_EQ(config["b"]["a"].as<int>(), 2);
  const auto twin = run::from_yaml<zoo::Twin>(
      "_target_: zoo.Twin\n"
      "left: &id001\n"
      "  _target_: zoo.Twin\n"
      "right: *id001\n");
  const auto built = run::build(twin);
  EXPECT_EQ(built.left(), built.right());
  const auto all = run::from_yaml<zoo::Everything>(
      "_target_: zoo.Everything\n"
      "both: [5, five]\n"
      "date: 2001-01-01\n"
      "either:\n"
      "  _target_: zoo.Leaf\n"
      "  size: 4\n"
      "flag: false\n"
      "function:\n"
      "  _call_: false\n"
      "  _target_: zoo.twice\n"
      "letter: 'y'\n"
      "maybe: null\n"
      "mood:\n"
      "  _call_: false\n"
      "  _target_: zoo.Mood.wild\n"
      "numbers:\n"
      "- 1.0e-05\n"
      "- .inf\n"
      "- 3\n"
      "text: a text that is longer than a line and is folded where a line would be longer than\n"
      "  eighty characters\n"
      "view: \"tabs\\tand \\xE9 and\\\n"
      "  \\ folded\"\n");
  const zoo::Everything object = run::build(all);
  EXPECT_EQ(object.text,
            "a text that is longer than a line and is folded where a line would be longer than eighty characters");
  EXPECT_EQ(object.view, "tabs\tand \xc3\xa9 and folded");
  EXPECT_EQ(object.mood, zoo::Mood::wild);
  EXPECT_EQ(object.function(21), 42);
  EXPECT_EQ(object.numbers[0], 1e-5);
  // Its JSON and TOML have the same keys.
  EXPECT_TRUE(run::from_json<Partial<zoo::Owner>>("{\"extra\": 3, \"_target_\": \"zoo.Owner\", \"_partial_\": true}") ==
              Partial<zoo::Owner>({.extra = 3}));
  EXPECT_TRUE(run::from_toml<zoo::Owner>(
                  "extra = 3\n_target_ = \"zoo.Owner\"\n\n[leaf]\nsize = 2\n_target_ = \"zoo.Leaf\"\n") ==
              Config<zoo::Owner>({.leaf = Config<zoo::Leaf>({.size = 2}), .extra = 3}));
}

// As the files of its command line are written by hand: what is called is what the program says.
TEST(NemoRun, AFileWithoutATarget) {
  const auto partial = run::from_yaml<Partial<LlamaModel>>("config:\n  seq_length: 16384\n");
  EXPECT_TRUE(partial == Partial<LlamaModel>({.config = Config<Llama3Config8B>({.seq_length = 16384})}));
  EXPECT_TRUE(run::from_toml<Partial<LlamaModel>>("[config]\nseq_length = 16384\n") == partial);
  EXPECT_TRUE(run::from_yaml<Partial<LlamaModel>>("_partial_: true\nconfig: {seq_length: 16384}\n") == partial);
  EXPECT_NE(error_of([] {
              run::from_yaml<Partial<LlamaModel>>("_partial_: false\nconfig: {}\n");
            }).find("expected a Partial, _partial_ is missing"),
            std::string::npos);
}

// A class can be called, there; here, too, where what calls it is wanted.
TEST(NemoRun, AClassAsAValue) {
  const auto dice = run::from_yaml<run::Fn<&shop::calls>>("make: {_target_: shop.Dice, _call_: false}\n");
  EXPECT_TRUE(dice == run::from_yaml<run::Fn<&shop::calls>>("make: {_target_: shop.Dice, _partial_: true}\n"));
  const int before = shop::dice_made;
  EXPECT_EQ(run::build(dice) % 100, shop::dice_made % 100);
  EXPECT_EQ(shop::dice_made, before + 2);
  EXPECT_NE(error_of([] {
              run::from_yaml<run::Fn<&shop::calls>>("make: {_target_: zoo.Leaf, _call_: false}\n");
            }).find("make: zoo.Leaf is no function: it cannot be a value"),
            std::string::npos);
}

// Python's sets, as yaml.safe_dump writes them and as YAML's specification shows them.
TEST(NemoRun, Sets) {
  const Config<std::set<std::string>> set(std::set<std::string>{"a", "b"});
  for (const char* text : {"!!set\na: null\nb: null\n", "!!set\n? a\n? b\n", "!!set {a, b}", "[a, b]"})
    EXPECT_TRUE(run::from_yaml<std::set<std::string>>(text) == set) << text;
  EXPECT_TRUE(run::build(run::from_yaml<std::set<std::string>>("!!set {}")).empty());
  EXPECT_EQ(error_of([] { run::from_yaml<std::set<std::string>>("!!set\na: null\nb: 1\n"); }),
            "<yaml>:3:4: an element of a `!!set` has no value\n  b: 1\n     ^");
  EXPECT_TRUE(
      error_of([] { run::from_yaml<zoo::Twin>("!!set {left}"); }).starts_with("<yaml>:1:1: expected a mapping"));
}

TEST(Hydra, Directives) {
  EXPECT_EQ(run::build(run::from_yaml<run::Fn<&zoo::sum>>("_target_: zoo.sum\n_args_: [1]\nb: 2\n")), 3);
  EXPECT_EQ(run::build(run::from_yaml<run::Fn<&zoo::sum>>("{b: 2, _args_: [1], _target_: zoo.sum, _convert_: all}")),
            3);
  EXPECT_EQ(
      run::build(run::from_yaml<Partial<run::Fn<&zoo::sum>>>("_target_: zoo.sum\n_partial_: true\n_args_:\n- 1\n"))(2),
      3);
  for (const char* said : {"_recursive_: true", "_convert_: none", "_convert_: partial", "_convert_: object",
                           "_convert_: all", "_partial_: false", "_recursive_: false", "_call_: true"})
    EXPECT_EQ(run::from_yaml<zoo::Leaf>("_target_: zoo.Leaf\nsize: 4\n" + std::string(said) + "\n")->size, 4) << said;
  EXPECT_EQ(
      error_of(
          [] { run::from_yaml<zoo::Owner>("_target_: zoo.Owner\n_recursive_: false\nleaf: {_target_: zoo.Leaf}\n"); }),
      "<yaml>:2:14: _recursive_: false would give the target configurations, not objects: here what is configured "
      "below is always built\n  _recursive_: false\n               ^");
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Leaf>("_target_: zoo.Leaf\n_convert_: some\n"); }),
            "<yaml>:2:12: _convert_ is none, partial, object or all, not \"some\"\n  _convert_: some\n             ^");
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Leaf>("_target_: zoo.Leaf\n_partial_: maybe\n"); }),
            "<yaml>:2:12: _partial_ is true or false, not \"maybe\"\n  _partial_: maybe\n             ^");
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Leaf>("_target_: [zoo.Leaf]\n"); }),
            "<yaml>:1:11: _target_ is the name of a target, not a sequence\n  _target_: [zoo.Leaf]\n            ^");
}

// Hydra's helpers that give a function: here the function is the value.
TEST(Hydra, FunctionsAreValues) {
  for (const char* helper : {"get_method", "get_static_method", "get_object"}) {
    const std::string text = "{_target_: hydra.utils." + std::string(helper) + ", path: zoo.twice}";
    EXPECT_EQ(run::build(run::from_yaml<zoo::Everything>("function: " + text + "\n")).function(21), 42);
  }
  EXPECT_EQ(error_of([] {
              run::from_yaml<zoo::Everything>("function: {_target_: hydra.utils.get_method, path: zoo.twise}\n");
            }),
            "<yaml>:1:52: function: there is no function `zoo.twise`; did you mean `zoo::twice`?\n"
            "  function: {_target_: hydra.utils.get_method, path: zoo.twise}\n" +
                std::string(53, ' ') + "^");
}

// What OmegaConf would put in place when the file is loaded.
TEST(Hydra, NothingIsResolved) {
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Everything>("_target_: zoo.Everything\ntext: ???\n"); }),
            "<yaml>:2:7: text: `???` stands for a value that is still to be given\n  text: ???\n        ^");
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Everything>("{_target_: zoo.Everything, text: ???}"); }),
            "<yaml>:1:34: `???` stands for a value that is still to be given\n"
            "  {_target_: zoo.Everything, text: ???}\n" +
                std::string(35, ' ') + "^");
  EXPECT_TRUE(error_of([] {
                run::from_yaml<zoo::Everything>("_target_: zoo.Everything\ntext: @home\n");
              }).starts_with("<yaml>:2:7: `@` begins no value here: quote what is a text\n"));
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Everything>("_target_: zoo.Everything\ntext: ${oc.env:HOME}/a\n"); }),
            "<yaml>:2:7: text: `${...}` is not resolved here: write the value, or quote it to make it a string\n"
            "  text: ${oc.env:HOME}/a\n        ^");
  for (const char* flow : {"{text: ${a.b}}", "{text: x/${a}/y}", "{numbers: [1, ${a}]}"})
    EXPECT_NE(error_of([&] { run::from_yaml<zoo::Everything>(flow); }).find(": `${...}` is not resolved here: "),
              std::string::npos)
        << flow;
  EXPECT_EQ(error_of([] { run::from_yaml<zoo::Everything>("{numbers: [1 {a}]}"); }).find("${"), std::string::npos);
  EXPECT_EQ(run::from_yaml<zoo::Everything>("text: '${a}'\nview: \"???\"\n")->text, "${a}");
}

}  // namespace
