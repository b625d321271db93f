// Raw scripts: their checks and their commands.
#include <gtest/gtest.h>
#include <run/script.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "run/error.h"
#include "run/job.h"

namespace {

using Words = std::vector<std::string>;

std::string error_of(const run::Script& script) {
  try {
    script.check();
  } catch (const run::Error& error) {
    return error.what();
  }
  return "";
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "script_test.XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string content(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Script, IsAPathWithDefaults) {
  const run::Script script{"train.sh"};
  EXPECT_EQ(script.path, "train.sh");
  EXPECT_EQ(script.text, "");
  EXPECT_TRUE(script.args.empty());
  EXPECT_TRUE(script.env.empty());
  EXPECT_EQ(script.entrypoint, "bash");
  EXPECT_FALSE(script.m);
  EXPECT_EQ(error_of(script), "");
}

TEST(Script, IsChecked) {
  EXPECT_EQ(error_of({}), "script: neither path nor text is given: set one of them");
  EXPECT_EQ(error_of({.path = "a", .text = "b"}), "script: both path and text are given: set one of them");
  EXPECT_EQ(error_of({.path = "a", .entrypoint = ""}), "script: entrypoint is empty: name the program that runs it");
  EXPECT_EQ(error_of({.path = "a", .entrypoint = "bash -x"}),
            "script: entrypoint is the name of a program alone, found `bash -x`");
  EXPECT_EQ(error_of({.path = "a", .entrypoint = "/opt/my tools/sh"}), "");
  EXPECT_EQ(error_of({.path = "a", .m = true}), "script: m is for Python alone, and the entrypoint is `bash`");
  EXPECT_EQ(error_of({.text = "a", .entrypoint = "python3", .m = true}),
            "script: m is for a path, the name of a module; there is a text");
  EXPECT_EQ(error_of({.path = "a", .args = {"x", std::string("y\0z", 3)}}),
            "script: args[1]: a NUL cannot be handed to a program");
  EXPECT_THROW(run::Script().to_command(), run::Error);
  EXPECT_THROW(run::Script().name(), run::Error);
}

TEST(Script, HasAName) {
  EXPECT_EQ(run::Script{.text = "echo hello world"}.name(), "echo_hello");
  EXPECT_EQ(run::Script{.text = "echo \"hi world!\""}.name(), "echo_hi_w");
  EXPECT_EQ(run::Script{.text = "\n  this is a very long text"}.name(), "this_is_a_");
  EXPECT_EQ(run::Script{"/path/to/my/script.py"}.name(), "script.py");
  EXPECT_EQ(run::Script{"script"}.name(), "script");
}

TEST(Script, BecomesACommand) {
  struct Row {
    run::Script script;
    bool with_entrypoint;
    Words expected;
  };
  const Row rows[] = {
      {{"test.py"}, false, {"test.py"}},
      {{"test.py"}, true, {"bash", "test.py"}},
      {{.path = "test.py", .args = {"--arg1", "value1"}}, false, {"test.py", "--arg1", "value1"}},
      {{.path = "test", .entrypoint = "python", .m = true}, false, {"-m", "test"}},
      {{.path = "test", .entrypoint = "python3", .m = true}, true, {"python3", "-m", "test"}},
      {{.path = "test", .args = {"--a", "1"}, .entrypoint = "python3", .m = true},
       true,
       {"python3", "-m", "test", "--a", "1"}},
      {{.text = "echo 'test'"}, false, {"-c", "echo 'test'"}},
      {{.text = "echo 'test'"}, true, {"bash", "-c", "echo 'test'"}},
      {{.text = "echo $1", .args = {"a b"}}, true, {"bash", "-c", "echo $1", "echo_1", "a b"}},
      {{.text = "print(1)", .args = {"a"}, .entrypoint = "python3"}, true, {"python3", "-c", "print(1)", "a"}},
  };
  for (const Row& row : rows) EXPECT_EQ(row.script.to_command({.with_entrypoint = row.with_entrypoint}), row.expected);
}

TEST(Script, IsWrittenToAFile) {
  const Folder folder;
  const std::string file = folder / "scripts/echo.sh";
  const run::Script script{.text = "echo \"$@\"", .args = {"x"}};
  EXPECT_EQ(script.to_command({.filename = file}), (Words{file, "x"}));
  EXPECT_EQ(content(file), "#!/usr/bin/env bash\necho \"$@\"");
  struct stat about {};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0755U);
  EXPECT_EQ(script.to_command({.with_entrypoint = true, .filename = file, .seen_as = "/job/echo.sh"}),
            (Words{"bash", "/job/echo.sh", "x"}));
  EXPECT_EQ((run::Script{.text = "#!/bin/sh\necho"}).file_text(), "#!/bin/sh\necho");
  EXPECT_EQ((run::Script{.text = "1", .entrypoint = "/usr/bin/python3"}).file_text(), "#!/usr/bin/python3\n1");
  EXPECT_THROW(script.to_command({.filename = "/dev/null/x"}), run::Error);
}

TEST(Shell, ReadsTheVeryWords) {
  EXPECT_EQ(run::to_shell({"echo", "a", "--b=c"}), "echo a --b=c");
  EXPECT_EQ(run::to_shell({"a=b", "", "it's", "$(x)", "~"}), "'a=b' '' 'it'\\''s' '$(x)' '~'");
  // The shell is asked itself.
  const Words words = {"printf", "<%s>", "a b", "$HOME", "`id`",  "\"", "'",
                       "\\",     "*",    "!x",  "a\nb",  "{1,2}", "#",  "&;|"};
  const std::string command = run::to_shell(words);
  FILE* shell = ::popen(command.c_str(), "r");
  ASSERT_NE(shell, nullptr);
  std::string out;
  for (int c = std::fgetc(shell); c != EOF; c = std::fgetc(shell)) out += static_cast<char>(c);
  EXPECT_EQ(::pclose(shell), 0);
  std::string expected;
  for (std::size_t i = 2; i < words.size(); ++i) expected += "<" + words[i] + ">";
  EXPECT_EQ(out, expected);
}

}  // namespace
