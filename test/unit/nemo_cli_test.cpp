// What NeMo-Run's own tests of its command line expect, here. docs/nemo-run.md lists them one by one.
#include <gtest/gtest.h>
#include <run/run.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>

#include "../../lib/Runtime/Factories.h"
#include "../../lib/Runtime/Words.h"
#include "nemo.h"
#include "thrown.h"

namespace {

namespace fs = std::filesystem;
using nemo::Color;
using nemo::DummyModel;
using run::Config;
using Values = run::Partial<run::Fn<&nemo::values>>;
using Ints = std::vector<int>;
using Dict = std::map<std::string, int>;

/// As NeMo-Run's parse_cli_args.
Values parse(std::initializer_list<std::string_view> words) {
  Values made = run::partial<&nemo::values>({});
  std::uint32_t number = 0;
  for (const std::string_view word : words) run::detail::apply_word(run::GraphAccess::node(made), word, ++number);
  return made;
}

template <class T>
T value(std::string_view name, std::string_view text) {
  return parse({std::string(name) + "=" + std::string(text)}).get<T>(name);
}

/// The first line of what is thrown.
std::string error_of(std::initializer_list<std::string_view> words) {
  try {
    parse(words);
  } catch (const run::Error& error) {
    const std::string message = error.what();
    return message.substr(0, message.find('\n'));
  }
  return "nothing was thrown";
}

// TestSimpleValueParsing, TestParseValue

TEST(NemoValue, Integers) {
  for (const auto& [text, number] : std::map<std::string, int>{{"123", 123}, {"-456", -456}, {"0", 0}, {"+789", 789}})
    EXPECT_EQ(value<int>("number", text), number) << text;
  for (const auto& [text, number] : std::map<std::string, int>{{"1_000", 1000}, {"0x10", 16}, {"1e3", 1000}})
    EXPECT_EQ(value<int>("number", text), number) << text;
  EXPECT_EQ(error_of({"number=3.14"}), "number: expected int, found 3.14 (it would lose its fraction)");
  EXPECT_EQ(error_of({"number=not_an_int"}), "number: expected int, found \"not_an_int\"");
  EXPECT_EQ(error_of({"number='1'"}), "number: expected int, found \"1\"");
}

TEST(NemoValue, Reals) {
  for (const auto& [text, number] : std::map<std::string, double>{{"123.45", 123.45},
                                                                  {"-67.89", -67.89},
                                                                  {"1e-3", 0.001},
                                                                  {"0.0", 0},
                                                                  {"inf", std::numeric_limits<double>::infinity()},
                                                                  {"-inf", -std::numeric_limits<double>::infinity()}})
    EXPECT_EQ(value<double>("real", text), number) << text;
  EXPECT_TRUE(std::signbit(value<double>("real", "-0.0")));
  EXPECT_EQ(error_of({"real=not_a_float"}), "real: expected double, found \"not_a_float\"");
  EXPECT_EQ(error_of({"real=1e309"}), "real: expected double, found \"1e309\" (out of range of double)");
}

TEST(NemoValue, Texts) {
  for (const auto& [written, text] : std::map<std::string, std::string>{{"'hello'", "hello"},
                                                                        {"\"world\"", "world"},
                                                                        {"unquoted", "unquoted"},
                                                                        {"123", "123"},
                                                                        {"", ""},
                                                                        {" ", " "},
                                                                        {"True", "True"}})
    EXPECT_EQ(value<std::string>("text", written), text) << written;
}

TEST(NemoValue, Booleans) {
  for (const char* text : {"true", "True", "TRUE", "1", "yes", "on"}) EXPECT_TRUE(value<bool>("flag", text)) << text;
  for (const char* text : {"false", "False", "FALSE", "0", "no", "off"})
    EXPECT_FALSE(value<bool>("flag", text)) << text;
  EXPECT_EQ(error_of({"flag=not_a_bool"}), "flag: expected bool, found \"not_a_bool\"");
  EXPECT_EQ(error_of({"flag=2"}), "flag: expected bool, found 2");
}

TEST(NemoValue, None) {
  for (const char* text : {"None", "null"}) {
    EXPECT_EQ(value<std::optional<int>>("maybe_number", text), std::nullopt);
    EXPECT_EQ(value<std::optional<std::string>>("maybe_text", text), std::nullopt);
    EXPECT_EQ(value<std::optional<Ints>>("maybe_list", text), std::nullopt);
    EXPECT_EQ(value<std::optional<DummyModel>>("tokenizer", text), std::nullopt);
  }
}

TEST(NemoValue, Paths) {
  for (const char* path :
       {"/home/user/file.txt", "./relative/path", "C:\\Windows\\System32", "path with spaces", "path/with/!@#$%^&*()"})
    EXPECT_EQ(value<fs::path>("path", path), fs::path(path));
}

TEST(NemoValue, Lists) {
  EXPECT_EQ(value<Ints>("list", "[1, 2, 3]"), (Ints{1, 2, 3}));
  EXPECT_EQ(value<Ints>("list", "[]"), Ints());
  EXPECT_EQ(value<std::vector<Ints>>("lists", "[[1, 2], [3, 4]]"), (std::vector<Ints>{{1, 2}, {3, 4}}));
  EXPECT_EQ(value<std::vector<std::string>>("texts", "['apple', \"banana\", cherry]"),
            (std::vector<std::string>{"apple", "banana", "cherry"}));
  EXPECT_EQ(value<std::vector<std::string>>("texts", "[1, true]"), (std::vector<std::string>{"1", "true"}));
  EXPECT_EQ((value<std::tuple<int, std::string>>("pair", "(1, one)")), (std::tuple<int, std::string>(1, "one")));
  EXPECT_EQ(error_of({"list=not_a_list"}), "list: expected std::vector<int>, found \"not_a_list\"");
  EXPECT_EQ(error_of({"list=[1, 2, 'three']"}), "list[2]: expected int, found \"three\"");
  EXPECT_EQ(error_of({"list=['a', 'b', 'c']"}), "list[0]: expected int, found \"a\"");
  EXPECT_EQ(error_of({"list=[1, 2, 3,.]"}), "list[3]: expected int, found \".\"");
  EXPECT_EQ(error_of({"list=[1, 2, 3"}), "there is no `]` for this one");
  EXPECT_EQ(error_of({"lists=[1, 2, 3]"}), "lists[0]: expected std::vector<int>, found 1");
}

TEST(NemoValue, Maps) {
  EXPECT_EQ(value<Dict>("dict", "{'x': 1, 'y': 2}"), (Dict{{"x", 1}, {"y", 2}}));
  EXPECT_EQ(value<Dict>("dict", "{}"), Dict());
  EXPECT_EQ(value<Dict>("dict", "{'x': 1,}"), (Dict{{"x", 1}}));
  EXPECT_EQ((value<std::map<std::string, Dict>>("dicts", "{'outer': {'inner': 42}}")),
            (std::map<std::string, Dict>{{"outer", {{"inner", 42}}}}));
  EXPECT_EQ((value<std::map<std::string, Ints>>("dict_of_lists", "{'a': [1, 2], \"b\": [3, 4, 5]}")),
            (std::map<std::string, Ints>{{"a", {1, 2}}, {"b", {3, 4, 5}}}));
  EXPECT_EQ(value<Dict>("dict", "{a::b: 1, c:2}"), (Dict{{"a::b", 1}, {"c", 2}}));
  EXPECT_EQ(parse({"dicts[x][y]=1", "dicts.x.z=2"}).get<Dict>("dicts[x]"), (Dict{{"y", 1}, {"z", 2}}));
  EXPECT_EQ(error_of({"dict.a.b=1"}), "dict[a]: it is of type int, which has no parts");
  EXPECT_EQ(error_of({"dict=not_a_dict"}), "dict: expected std::map<std::string, int>, found \"not_a_dict\"");
  EXPECT_EQ(error_of({"dict={\"a\": 1, \"b\": \"two\"}"}), "dict[b]: expected int, found \"two\"");
  EXPECT_EQ(error_of({"dict={'key': 1, 'key2': 2,.}"}), "expected `:` after the key; a list is written [1, 2]");
}

TEST(NemoValue, Variants) {
  using NumberOrText = std::variant<int, std::string>;
  EXPECT_EQ(value<NumberOrText>("number_or_text", "123"), NumberOrText(123));
  EXPECT_EQ(value<NumberOrText>("number_or_text", "'string'"), NumberOrText("string"));
  EXPECT_EQ(value<NumberOrText>("number_or_text", "hello"), NumberOrText("hello"));
  EXPECT_EQ((value<std::variant<int, double>>("int_or_real", "3.14")), (std::variant<int, double>(3.14)));
  EXPECT_EQ(error_of({"int_or_real=true"}), "int_or_real: expected std::variant<int, double>, found true");
  using ListOrDict = std::variant<std::vector<std::string>, Dict>;
  EXPECT_EQ(value<ListOrDict>("list_or_dict", "['a', 'b', 'c']"), ListOrDict(std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(value<ListOrDict>("list_or_dict", "{'x': 1, 'y': 2}"), ListOrDict(Dict{{"x", 1}, {"y", 2}}));
}

TEST(NemoValue, Optionals) {
  EXPECT_EQ(value<std::optional<int>>("maybe_number", "123"), 123);
  EXPECT_EQ(value<std::optional<std::string>>("maybe_text", "hello"), "hello");
  EXPECT_EQ(value<std::optional<Ints>>("maybe_list", "[1, 2, 3]"), (Ints{1, 2, 3}));
  EXPECT_EQ(error_of({"maybe_number=not_an_int"}), "maybe_number: expected int, found \"not_an_int\"");
}

TEST(NemoValue, Enumerators) {
  EXPECT_EQ(value<Color>("color", "red"), Color::red);
  EXPECT_EQ(value<Color>("color", "'green'"), Color::green);
  EXPECT_EQ(value<Color>("color", "\"blue\""), Color::blue);
  for (const char* word : {"color=Color::blue", "color=nemo.Color.blue", "color=::nemo::Color::blue", "color=2"})
    EXPECT_EQ(parse({word}).get<Color>("color"), Color::blue) << word;
  EXPECT_EQ(error_of({"color=Colour::blue"}),
            "color: expected nemo::Color, found \"Colour::blue\" (it is nemo::Color::blue)");
  for (const char* word : {"color=yellow", "color='yellow'", "color=\"yellow\""})
    EXPECT_EQ(error_of({word}), "color: expected nemo::Color, found \"yellow\" (it is red, green or blue)");
}

TEST(NemoValue, NestedStructures) {
  const Values made = parse({"nested=[{'x': 1, 'y': ['a', 'b']}, {'z': 2}]"});
  EXPECT_EQ((made.get<std::variant<int, std::vector<std::string>>>("nested[0].y")),
            (std::variant<int, std::vector<std::string>>(std::vector<std::string>{"a", "b"})));
  EXPECT_EQ((made.get<std::variant<int, std::vector<std::string>>>("nested[1].z")),
            (std::variant<int, std::vector<std::string>>(2)));
}

// TestFactoryFunctionParsing, TestFactoryLoading

TEST(NemoFactory, ByName) {
  for (const char* word : {"model=dummy_model_config", "model=nemo.dummy_model_config", "model=dummy_model_config()"})
    EXPECT_EQ(parse({word}).get<DummyModel>("model"), (DummyModel{2000, "tanh", 10})) << word;
}

TEST(NemoFactory, WithArguments) {
  EXPECT_EQ(parse({"model=my_dummy_model(1000)"}).get<DummyModel>("model"), (DummyModel{1000, "tanh", 10}));
  EXPECT_EQ(parse({"model=my_dummy_model(hidden=3000)"}).get<DummyModel>("model"), (DummyModel{3000, "tanh", 10}));
  EXPECT_EQ(parse({"model=DummyModel(hidden=10, activation='relu')"}).get<DummyModel>("model"),
            (DummyModel{10, "relu", 10}));
  EXPECT_EQ(parse({"tokenizer=dummy_model_config"}).get<int>("tokenizer.hidden"), 2000);
}

TEST(NemoFactory, InListsAndThenChanged) {
  const Values made = parse({"models=[my_dummy_model(1000), my_dummy_model(2000)]", "models[0].hidden=5000"});
  EXPECT_EQ(made.get<std::vector<DummyModel>>("models"),
            (std::vector<DummyModel>{{5000, "tanh", 10}, {2000, "tanh", 10}}));
  EXPECT_EQ(parse({"model=dummy_model_config", "model.hidden=3"}).get<DummyModel>("model"),
            (DummyModel{3, "tanh", 10}));
}

TEST(NemoFactory, IsMadeWhereItsArgumentIsSet) {
  EXPECT_EQ(parse({"model.hidden=256"}).get<DummyModel>("model"), (DummyModel{256, "relu", 10}));
  EXPECT_EQ(parse({"tokenizer.hidden=256"}).get<int>("tokenizer.hidden"), 256);
}

TEST(NemoFactory, UnknownIsAnError) {
  EXPECT_EQ(error_of({"model=dummy_model_config(3)"}), "model: nemo::dummy_model_config takes no arguments by place");
  EXPECT_EQ(error_of({"model=@"}), "model: expected the name of a file behind `@`");
  EXPECT_EQ(error_of({"model=my_dumy_model"}),
            "model: there is no factory `my_dumy_model`; did you mean `nemo::my_dummy_model`?");
}

/// The first line of what is thrown where the word is for a configuration of T.
template <class T>
std::string error_in(std::string_view word) {
  Config<T> config;
  const std::string message = ::error_of([&] { run::detail::apply_word(run::GraphAccess::node(config), word, 1); });
  return message.substr(0, message.find('\n'));
}

// Where a function is wanted, a call that leaves arguments to its callers is a partial.

TEST(NemoFactory, WhereAFunctionIsWantedIsAPartial) {
  const auto scale = [](std::string_view word, int number) {
    Config<nemo::Scaled> config;
    run::detail::apply_word(run::GraphAccess::node(config), word, 1);
    return run::build(config).scale(number);
  };
  EXPECT_EQ(scale("scale=scaled(by=my_model(3))", 4), 12);
  EXPECT_EQ(scale("scale=scaled(Model(3))", 4), 12);
  EXPECT_EQ(scale("scale=quiet", 4), 4);
  EXPECT_EQ(scale("scale={_factory_: scaled, _partial_: true, by: my_model(2)}", 4), 8);
  EXPECT_EQ(error_in<nemo::Scaled>("scale=my_model(3)"),
            "scale: expected std::function<int(int)>, found nemo::Model(...)");
  EXPECT_EQ(error_in<nemo::Scaled>("scale={_target_: nemo.Model, _partial_: true}"),
            "scale: expected std::function<int(int)>, found a partial nemo::Model");
  EXPECT_EQ(error_in<nemo::Scaled>("scale={_target_: nemo.note, _call_: false}"),
            "scale: expected std::function<int(int)>, found nemo::note");
  EXPECT_EQ(error_in<nemo::Scaled>("scale={_factory_: my_model, _call_: false}"),
            "scale: a function as a value is named by _target_");
  EXPECT_EQ(error_in<nemo::Scaled>("scale={_target_: my_model}"),
            "scale: there is no target `my_model`; what the recipe of that name gives is `_factory_: my_model`");
}

TEST(NemoFactory, APartialThatNoCallCompletesIsNotBuilt) {
  const auto built = [](std::string_view word) {
    Config<nemo::Scaled> config;
    run::detail::apply_word(run::GraphAccess::node(config), word, 1);
    return ::error_of([&] { run::build(config); });
  };
  EXPECT_EQ(built("scale=scaled"),
            "scale: nemo::scaled: `number` has no value, and calls of std::function<int(int)> give only 1 argument "
            "(configured at command line, word 1)");
  EXPECT_EQ(built("scale=scaled(Model(3), 4)"),
            "scale: nemo::scaled: calls of std::function<int(int)> give 1 argument, and it takes none more (configured "
            "at command line, word 1)");
}

// TestOperations

TEST(NemoOperation, EachOne) {
  const Values sums =
      parse({"number=5", "number+=3", "list=[1, 2]", "list+=[3, 4]", "dict={'x': 1}", "dict|={'y': 2}"});
  EXPECT_EQ(sums.get<int>("number"), 8);
  EXPECT_EQ(sums.get<Ints>("list"), (Ints{1, 2, 3, 4}));
  EXPECT_EQ(sums.get<Dict>("dict"), (Dict{{"x", 1}, {"y", 2}}));
  EXPECT_EQ(parse({"number=10", "number-=4"}).get<int>("number"), 6);
  EXPECT_EQ(parse({"number=3", "number*=2"}).get<int>("number"), 6);
  EXPECT_EQ(parse({"real=10", "real/=2"}).get<double>("real"), 5.0);
  EXPECT_EQ(parse({"text='hello'", "text+=' world'"}).get<std::string>("text"), "hello world");
  EXPECT_EQ(parse({"number=6", "number&=3", "number|=8"}).get<int>("number"), 10);
  EXPECT_EQ(parse({"flag=no", "flag|=yes"}).get<bool>("flag"), true);
}

TEST(NemoOperation, ReplacesARange) {
  EXPECT_EQ(parse({"list=[1, 2, 3]", "list[1:]=[7, 8, 9]", "list[:1]=[]"}).get<Ints>("list"), (Ints{7, 8, 9}));
  EXPECT_EQ(error_of({"list=[1, 2]", "list[0:3]=[4]"}), "list: there is no range [0:3]: it has 2");
  EXPECT_EQ(error_of({"list=[1, 2]", "list[0:1]=[x]"}), "list[0:1][0]: expected int, found \"x\"");
}

// TestExceptions

TEST(NemoError, EachOne) {
  EXPECT_EQ(error_of({"number+=3"}), "number: `+=` needs a value to begin with, and it has none yet");
  EXPECT_EQ(error_of({"list=[1, 2]", "list+=3"}), "list: expected std::vector<int>, found 3");
  EXPECT_EQ(error_of({"number=5", "number-='2'"}), "number: 5 - \"2\" means nothing");
  EXPECT_EQ(error_of({"real=10", "real/=0"}), "real: 10.0 / 0 divides by zero");
  EXPECT_EQ(error_of({"numbr=5"}), "nemo::values has no argument `numbr`; did you mean `number`?");
  EXPECT_EQ(error_of({"number=5", "number%=2"}), "`%=` is no operation: expected one of = += -= *= /= |= &=");
}

// TestEdgeCases

TEST(NemoEdge, NoWordsAndTheLastOne) {
  EXPECT_TRUE(parse({}) == run::partial<&nemo::values>({}));
  EXPECT_EQ(parse({"number=1", "real=2", "number=3"}).get<int>("number"), 3);
}

// TestCLIException: what is said, and where it stands.

TEST(NemoError, ShowsTheWord) {
  try {
    parse({"number=1", "list=[1, two]"});
    FAIL();
  } catch (const run::Error& error) {
    EXPECT_STREQ(error.what(), "list[1]: expected int, found \"two\"\n  list=[1, two]\n           ^");
  }
}

// test/cli/test_api.py: programs.

struct Ran {
  int status;
  std::string out;
  std::string err;
};

Ran run_program(const run::detail::CommandLine& about, std::vector<const char*> words) {
  words.insert(words.begin(), "program");
  std::ostringstream out;
  std::ostringstream err;
  const int status = run::detail::command_line(about, static_cast<int>(words.size()), words.data(), out, err);
  return {status, out.str(), err.str()};
}

/// As NeMo-Run's entrypoint with a default factory.
run::detail::CommandLine with_defaults() {
  run::detail::CommandLine about = run::detail::describe_entrypoint<&nemo::train_model>();
  about.initial = [] { return run::NodePtr(run::GraphAccess::root(nemo::defaults())); };
  return about;
}

TEST(NemoEntrypoint, NeedsWhatHasNoDefault) {
  const Ran ran = run_program(run::detail::describe_entrypoint<&nemo::train_model>(), {"epochs=3"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(ran.err.starts_with("program: nemo::train_model needs arguments that have no value:\n  model "))
      << ran.err;
  EXPECT_NE(ran.err.find("\n  optimizer "), std::string::npos) << ran.err;
}

TEST(NemoEntrypoint, NeedsWhatTheClassesOfItsArgumentsNeed) {
  const Ran ran = run_program(run::detail::describe_entrypoint<&nemo::read_all>(),
                              {"file=File()", "source=Source()", "scaled=doubled"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "program: nemo::read_all needs arguments that have no value:\n  file.path    std::string\n"
            "  source.port  int\nprogram --help says more\n");
  EXPECT_EQ(run_program(run::detail::describe_entrypoint<&nemo::read_all>(),
                        {"file=File(a)", "source=Source(file=File(b), rate=1)", "scaled=doubled"})
                .err,
            "");
}

TEST(NemoEntrypoint, AWordThatFailsLeavesNothingBehind) {
  run::Config<nemo::Job> job;
  run::Node& node = run::GraphAccess::node(job);
  EXPECT_THROW(run::detail::apply_word(node, "stage.data.value=x", 1), run::Error);
  EXPECT_EQ(run::to_yaml(job), "_target_: nemo::Job\n");
  EXPECT_EQ(job.history("stage"), run::Config<nemo::Job>().history("stage"));
  run::Config<nemo::Hooks> hooks;
  run::detail::apply_word(run::GraphAccess::node(hooks), "get=File.shards", 1);
  using Getter = int (nemo::File::*)() const;
  EXPECT_TRUE(hooks.get<Getter>("get") == Getter(&nemo::File::shards));
  run::detail::apply_word(node, "stage.data.value=3", 1);
  EXPECT_THROW(run::detail::apply_word(node, "stage.data.value=x", 2), run::Error);
  EXPECT_EQ(job.get<int>("stage.data.value"), 3);
}

std::string completed(const run::detail::CommandLine& about, const char* line) {
  return run_program(about, {"--complete", line}).out;
}

TEST(NemoCompletion, WithinCalls) {
  const auto train = run::detail::describe_entrypoint<&nemo::train_model>();
  EXPECT_EQ(completed(train, "p 'optimizer=Optimizer(l"), "optimizer=Optimizer(lr=\n");
  EXPECT_EQ(completed(train, "p 'optimizer=Optimizer(lr=1, "), "optimizer=Optimizer(lr=1, betas=\n");
  EXPECT_EQ(completed(train, "p 'model=my_dummy_model("), "model=my_dummy_model(hidden=\n");
  EXPECT_EQ(completed(train, "p 'model=my_dummy_model(3, "), "");
  EXPECT_EQ(completed(train, "p 'model=no_such(h"), "");
  EXPECT_EQ(completed(train, "p 'model=my_dummy_model(hidden=3)"), "");
  const auto read = run::detail::describe_entrypoint<&nemo::read_all>();
  EXPECT_EQ(completed(read, "p 'source=Source(file=Fi"), "source=Source(file=File\n");
  EXPECT_EQ(completed(read, "p 'source=Source(file=File(p"), "source=Source(file=File(path=\n");
  const auto values = run::detail::describe_entrypoint<&nemo::values>();
  EXPECT_EQ(completed(values, "p 'models=[my_d"), "models=[my_dummy_model\n");
  EXPECT_EQ(completed(values, "p 'models=[my_dummy_model(hidden=1), my_dummy_model(h"),
            "models=[my_dummy_model(hidden=1), my_dummy_model(hidden=\n");
}

TEST(NemoCompletion, QualifiedNames) {
  const auto values = run::detail::describe_entrypoint<&nemo::values>();
  EXPECT_EQ(completed(values, "p color=gr"), "color=green\n");
  EXPECT_EQ(completed(values, "p color=Color::"), "color=Color::blue\ncolor=Color::green\ncolor=Color::red\n");
  EXPECT_EQ(completed(values, "p color=nemo:"),
            "color=nemo::Color::blue\ncolor=nemo::Color::green\ncolor=nemo::Color::red\n");
  EXPECT_EQ(completed(values, "p color=Color.r"), "color=Color.red\n");
  EXPECT_EQ(completed(values, "p color=Colour::"), "");
  EXPECT_EQ(completed(values, "p model=nemo::Dummy"), "model=nemo::DummyModel\n");
  EXPECT_EQ(completed(values, "p model=nemo.Dummy"), "model=nemo.DummyModel\n");
}

TEST(NemoCompletion, ElementsAndEntries) {
  const auto values = run::detail::describe_entrypoint<&nemo::values>();
  EXPECT_EQ(completed(values, "p 'dict_of_lists={ab: [7, 8], \"c.d\": []}' dict_of_lists["),
            "dict_of_lists[\"c.d\"]=\ndict_of_lists[ab]=\n");
  EXPECT_EQ(completed(values, "p 'dict_of_lists={ab: [7, 8]}' dict_of_lists[ab]["),
            "dict_of_lists[ab][0]=\ndict_of_lists[ab][1]=\n");
  EXPECT_EQ(completed(values, "p 'dict={ab: 1}' dict."), "dict.ab=\n");
  EXPECT_EQ(completed(values, "p 'list=[1, 2]' list["), "list[0]=\nlist[1]=\n");
}

TEST(NemoError, PointsAtThePlaceInThePath) {
  const auto shown = [](const char* word) {
    try {
      parse({word});
    } catch (const run::Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_EQ(shown("dicts[a]b=1"),
            "the path `dicts[a]b`: expected `.` or `[` at character 9\n  dicts[a]b=1\n          ^");
  EXPECT_EQ(shown("dicts..b=1"), "the path `dicts..b`: expected a name at character 7\n  dicts..b=1\n        ^");
}

TEST(NemoValue, BitFieldsOfEnumerationsAreCheckedWhenTheyAreSet) {
  run::Config<nemo::Packed> packed;
  packed.set("color", "red");
  EXPECT_EQ(run::build(packed).color, nemo::Color::red);
  const auto said = [](auto change) {
    try {
      change();
    } catch (const run::Error& error) {
      return std::string(error.what());
    }
    return std::string("nothing was thrown");
  };
  const std::string is_out = " (out of range of nemo::Color : 2)";
  EXPECT_EQ(said([&] { packed.set("color", "blue"); }), "color: expected nemo::Color : 2, found \"blue\"" + is_out);
  EXPECT_EQ(said([&] { packed["color"] = nemo::Color::blue; }),
            "color: expected nemo::Color : 2, found nemo::Color::blue" + is_out);
  EXPECT_EQ(said([&] { packed->color = nemo::Color::blue; }),
            "color: expected nemo::Color : 2, found nemo::Color::blue" + is_out);
  EXPECT_EQ(said([&] { run::Config<nemo::Packed>({.color = nemo::Color::blue}); }),
            "nemo::Packed.color: expected nemo::Color : 2, found nemo::Color::blue" + is_out);
  EXPECT_NE(said([&] { run::from_yaml<nemo::Packed>("color: blue\n"); }).find("color: expected nemo::Color : 2"),
            std::string::npos);
  EXPECT_EQ(said([&] { packed.set("color", "Color(-3)"); }),
            "color: expected nemo::Color : 2, found \"Color(-3)\"" + is_out);
  packed.set("color", "Color(-1)");
  EXPECT_EQ(static_cast<int>(run::build(packed).color), -1);
  packed["color"] = nemo::Color::green;
  EXPECT_EQ(run::to_yaml(packed), "_target_: nemo::Packed\ncolor: green\n");
  EXPECT_EQ(run::from_yaml<nemo::Packed>(run::to_yaml(packed)), packed);
}

TEST(NemoEntrypoint, CallsTheFunction) {
  const Ran ran = run_program(run::detail::describe_entrypoint<&nemo::train_model>(),
                              {"model=my_dummy_model(hidden=100)", "optimizer=optimizer", "epochs=3"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(nemo::epochs_run, 3);
}

TEST(NemoEntrypoint, BeginsWithDefaults) {
  const Ran ran = run_program(with_defaults(), {"model.hidden=1024", "optimizer.lr=0.005", "--print=flat"});
  EXPECT_NE(ran.out.find("\nmodel.hidden = 1024\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\noptimizer.lr = 0.005\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\nepochs = 40\n"), std::string::npos) << ran.out;
  nemo::epochs_run = 0;
  EXPECT_EQ(run_program(with_defaults(), {"--yes"}).status, 0);
  EXPECT_EQ(nemo::epochs_run, 40);
}

TEST(NemoEntrypoint, DryRunShowsAndRunsNothing) {
  nemo::epochs_run = 0;
  const Ran ran = run_program(with_defaults(), {"--dryrun", "epochs=30"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_NE(ran.out.find("epochs            30"), std::string::npos) << ran.out;
  EXPECT_EQ(nemo::epochs_run, 0);
}

// Of what leaves nothing to give, no call with an argument can be made.
TEST(NemoEntrypoint, FactoriesForCallablesAreThoseWhoseCallsFit) {
  const auto names = [](const run::Type& wanted) {
    const run::Type* const types[] = {&wanted};
    return run::detail::factory_names(types);
  };
  EXPECT_EQ(names(run::type_of<std::function<nemo::Model()>>), "nemo::my_model, nemo::my_partial_model, nemo::Model");
  EXPECT_EQ(names(run::type_of<std::function<nemo::Model(int)>>), "nemo::Model");
}

TEST(NemoEntrypoint, HelpListsArgumentsAndFactories) {
  const std::string help = run_program(with_defaults(), {"--help"}).out;
  for (const char* part : {"nemo::train_model: Trains a model.", "model.hidden", "= 256", "epochs", "= 40",
                           "model=nemo::my_dummy_model(hidden)", "nemo.h:", "A model with a tanh.", "--factory"})
    EXPECT_NE(help.find(part), std::string::npos) << part << "\n" << help;
}

TEST(NemoEntrypoint, WhatARecipeThrowsEndsTheProgram) {
  run::detail::CommandLine about = with_defaults();
  about.initial = []() -> run::NodePtr { throw std::runtime_error("no such cluster"); };
  const Ran ran = run_program(about, {});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "program: no such cluster\n");
}

TEST(NemoEntrypoint, OptionsThatAreUnknownAreErrors) {
  const Ran ran = run_program(with_defaults(), {"--dryrnu"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err, "program: there is no option --dryrnu; did you mean --dryrun?\n");
  const std::string long_one(100'000, 'x');
  for (const std::string& word :
       {"--" + long_one, "--print=" + long_one, "--yes=" + long_one, "--" + long_one + "=1"}) {
    const Ran told = run_program(with_defaults(), {word.c_str()});
    EXPECT_EQ(told.status, 2);
    EXPECT_LT(told.err.size(), 3000U) << told.err.substr(0, 100);
  }
}

TEST(NemoEntrypoint, OptionsThatTakeNoValueAreGivenNone) {
  nemo::epochs_run = 0;
  for (const std::string word : {"--dryrun=3", "--dryrun=false", "--yes=no", "-y=no", "--detach=1", "--help=all"}) {
    const Ran ran = run_program(with_defaults(), {word.c_str()});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "program: " + word.substr(0, word.find('=')) + " takes no value, found `" + word + "`\n");
  }
  EXPECT_EQ(nemo::epochs_run, 0);
}

// TestConfigExport

class NemoExport : public testing::Test {
 protected:
  NemoExport() : folder_(fs::path(testing::TempDir()) / ("nemo-export-" + std::to_string(::getpid()))) {
    fs::create_directory(folder_);
  }
  ~NemoExport() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string text(const std::string& name) const {
    std::ifstream file(path(name));
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  fs::path folder_;
};

TEST_F(NemoExport, AllFormatsAtOnceAndBack) {
  const std::string yaml = path("run.yaml");
  const std::string json = path("run.json");
  const std::string toml = path("run.toml");
  nemo::epochs_run = 0;
  const Ran ran = run_program(
      with_defaults(), {"epochs=30", "--to-yaml", yaml.c_str(), "--to-json", json.c_str(), "--to-toml", toml.c_str()});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(nemo::epochs_run, 0) << "what is exported is not run";
  for (const auto& [option, file] : {std::pair{"--yaml", yaml}, {"--json", json}, {"--toml", toml}}) {
    EXPECT_EQ(run_program(with_defaults(), {option, file.c_str()}).status, 0);
    EXPECT_EQ(std::exchange(nemo::epochs_run, 0), 30) << option;
  }
}

TEST_F(NemoExport, OneSection) {
  const std::string file = path("model.yaml") + ":model";
  EXPECT_EQ(run_program(with_defaults(), {"model.hidden=2000", "--to-yaml", file.c_str()}).status, 0);
  EXPECT_EQ(text("model.yaml"), "_target_: nemo::DummyModel\nhidden: 2000\n");
}

TEST_F(NemoExport, MistakesWriteNothing) {
  const std::string section = path("run.yaml") + ":modle";
  const Ran unknown = run_program(with_defaults(), {"--to-yaml", section.c_str()});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_EQ(unknown.err, "program: nemo::train_model has no argument `modle`; did you mean `model`?\n");
  EXPECT_FALSE(fs::exists(path("run.yaml")));
  const std::string file = path("none/run.yaml");
  const Ran no_folder = run_program(with_defaults(), {"--to-yaml", file.c_str()});
  EXPECT_EQ(no_folder.status, 2);
  EXPECT_EQ(no_folder.err, "program: " + file + ": the file cannot be written: No such file or directory\n");
}

}  // namespace
