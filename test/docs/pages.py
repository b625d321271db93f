"""The code in docs/, tried: each example of a page is a test of lit.

An example is one fenced block and those that belong to it. What is tried is said behind the fence's language:

  ```cpp common            declarations that all later examples of the page begin with
  ```cpp accept            an example: recipes; converts and compiles, and recipes without parameters obey the law
  ```cpp becomes           lines of its companion (a leading :: counts for nothing, … stands for left-out lines)
  ```cpp rewritten         lines of what `rewrite` makes of it
  ```cpp after             declarations behind the include of the companion
  ```cpp use               statements of a program that uses it; they may assert
  ```yaml output           what that program prints
  ```cpp good              an example: converts and compiles, no more
  ```cpp refuse ID ID      an example: is refused with exactly these diagnostics
  ```cpp warn ID ID        an example that does not include its companion: converts with exactly these warnings
  ```text says             what the tool prints then
  ```cmake file=PATH       an example, with all other such blocks of the page: a project that is configured and built
  ```text output           what its program `app` prints

Blocks without such a word are not tried.
"""
import os
import re
import shutil

import lit.Test
import lit.formats

from samples import Failure, run

FENCE = re.compile(r"^```(?P<language>\w+)[ \t]*(?P<words>[^\n]*)\n(?P<text>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
RECIPE = re.compile(r"^\[\[run::autoconvert\]\]\s+(?:inline\s+)?(?!auto)[\w:<>]+ (?P<name>\w+)\(\) \{", re.MULTILINE)


class Block:
    def __init__(self, match, page):
        words = match["words"].split()
        self.kind = words[0].partition("=")[0] if words else ""
        self.path = words[0].partition("=")[2] if words else ""
        self.ids = words[1:]
        self.text = match["text"]
        self.line = page.count("\n", 0, match.start()) + 1


class Example:
    def __init__(self, first, common):
        self.first = first
        self.common = common
        self.blocks = [first]

    def of(self, kind):
        return [block for block in self.blocks if block.kind == kind]


def read(path):
    """The examples of a page, in order."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    examples, common, project = [], "", None
    for block in (Block(match, page) for match in FENCE.finditer(page)):
        if block.kind == "common":
            common += block.text
        elif block.kind in ("accept", "good", "refuse", "warn"):
            examples.append(Example(block, common))
        elif block.kind == "file":
            if project is None:
                project = Example(block, common)
                examples.append(project)
            else:
                project.blocks.append(block)
        elif block.kind in ("after", "becomes", "rewritten", "use", "says", "output"):
            if not examples:
                raise ValueError(f"{path}:{block.line}: '{block.kind}' belongs to no example")
            examples[-1].blocks.append(block)
        elif block.kind:
            raise ValueError(f"{path}:{block.line}: unknown word '{block.kind}'")
    return examples


def plain(text):
    """Names without the leading ::, one space for any; how code reads on a page."""
    return re.sub(r"\s+", " ", re.sub(r"(?<![\w>])::(?=\w)", "", text)).strip()


def same(expected, found, what):
    if expected.strip() != found.strip():
        raise Failure(f"{what}: the page says\n{expected}\nbut it is\n{found}")


class Pages(lit.formats.TestFormat):
    def __init__(self, folder):
        self.folder = folder

    def getTestsInDirectory(self, suite, path, lit_config, config):
        for name in sorted(os.listdir(self.folder)):
            if name.endswith(".md"):
                for example in read(os.path.join(self.folder, name)):
                    yield lit.Test.Test(suite, path + (f"{name}-line-{example.first.line:03}",), config)

    def execute(self, test, lit_config):
        name, line = re.fullmatch(r"(.*)-line-(\d+)", test.path_in_suite[-1]).groups()
        example = next(e for e in read(os.path.join(self.folder, name)) if e.first.line == int(line))
        directory = test.getExecPath() + ".d"
        shutil.rmtree(directory, ignore_errors=True)
        os.makedirs(directory)
        check = {"accept": accept, "good": good, "refuse": refuse, "warn": warn, "file": build_project}[example.first.kind]
        try:
            check(example, test.config.toolchain, directory)
        except Failure as failure:
            return lit.Test.FAIL, f"docs/{name}, line {line}\n{failure}"
        return lit.Test.PASS, ""


def write(directory, path, text):
    path = os.path.join(directory, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


class Trial:
    """An example as a file, and the flags that put in front what it does not show."""

    def __init__(self, example, toolchain, directory, rest=""):
        common = write(directory, "common.h", example.common)
        include = '\n#include "recipe.run.h"\n'
        if example.first.kind == "warn" or include.strip() in example.first.text:
            include = ""
        self.source = write(directory, "recipe.cpp", example.first.text + include + rest)
        self.common = common
        self.language = toolchain.language + ["-include", toolchain.prelude.text, "-include", common]
        self.toolchain = toolchain
        self.directory = directory

    def convert(self, status=0):
        return run(self.toolchain.convert(self.source, self.directory + "/out", self.language), status)

    def companion(self):
        path = self.directory + "/out/recipe.run.h"
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return file.read()

    def compile(self, compiler, *options):
        self.toolchain.compile_behind(self.toolchain.prelude, compiler, [
            "-include", self.common, "-I" + self.directory + "/out", self.source, *options])


def holds(text, lines, what):
    at = 0
    for part in re.split(r"^\s*…\s*$", lines, flags=re.MULTILINE):
        found = plain(text).find(plain(part), at)
        if found < 0:
            raise Failure(f"{what} does not hold\n{part}\nIt is\n{text}")
        at = found + len(plain(part))


def accept(example, toolchain, directory):
    laws = "".join(f"  assert(obeys_the_law<&{name}>());\n" for name in RECIPE.findall(example.first.text)
                   if len(re.findall(rf" {name}\(.*\) \{{", example.first.text)) == 1)  # not overloaded
    uses = "".join(f"  {{\n{block.text}  }}\n" for block in example.of("use"))
    trial = Trial(example, toolchain, directory,
                  "".join(block.text for block in example.of("after")) + "\nint main() {\n" + uses + laws + "}\n")
    if printed := trial.convert():
        raise Failure(printed)
    for block in example.of("becomes"):
        holds(trial.companion(), block.text, "the companion")
    for block in example.of("rewritten"):
        holds(run([toolchain.tool, "rewrite", trial.source, "--"] + trial.language), block.text, "the rewritten file")
    program = directory + "/a.out"
    trial.compile("clang++", "-o", program, *toolchain.link)
    trial.compile("g++", "-fsyntax-only")  # takes most of its time for what it writes
    printed = run([program])
    for block in example.of("output"):
        same(block.text, printed, "the program's output")


def good(example, toolchain, directory):
    trial = Trial(example, toolchain, directory, "".join(block.text for block in example.of("after")))
    if printed := trial.convert():
        raise Failure(printed)
    trial.compile("clang++", "-fsyntax-only")


def refuse(example, toolchain, directory):
    trial = Trial(example, toolchain, directory)
    printed = trial.convert(status=1)
    finds(example, printed)
    if trial.companion() is not None:
        raise Failure(f"refused, yet written\n{printed}")
    for block in example.of("says"):
        same(block.text, re.sub(r"^.*/(recipe\.cpp:)", r"\1", printed, flags=re.MULTILINE), "the tool's output")


def warn(example, toolchain, directory):
    trial = Trial(example, toolchain, directory)
    finds(example, trial.convert())
    if trial.companion() is None:
        raise Failure("warned about, and nothing is written")


def finds(example, printed):
    found = re.findall(r"(?:error|warning): .*?\[(run-[\w-]+)\]$", printed, re.MULTILINE)
    if sorted(found) != sorted(example.first.ids):
        raise Failure(f"expected {example.first.ids}, found {found}\n{printed}")


def build_project(example, toolchain, directory):
    for block in example.of("file"):
        write(directory, block.path, block.text)
    package = os.path.dirname(os.path.dirname(toolchain.tool))
    run(["cmake", "-G", "Ninja", "-S", directory, "-B", directory + "/build", "-DRunAutoconvert_DIR=" + package,
         "-DCMAKE_CXX_COMPILER=" + toolchain.compilers["g++"]])
    run(["cmake", "--build", directory + "/build"])
    printed = run([directory + "/build/app"])
    for block in example.of("output"):
        same(block.text, printed, "the program's output")
