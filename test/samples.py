"""Tests that are whole programs with recipes, for lit (see conformance/samples/README.md)."""
import collections
import filecmp
import os
import re
import shlex
import shutil
import subprocess

import lit.Test
import lit.formats


# A header, and where it lies beside what the compilers have precompiled of it.
Precompiled = collections.namedtuple("Precompiled", "text read")


class Toolchain:
    """The tool under test and the compilers that try what it writes."""

    def __init__(self, tool, compilers, headers, library, prelude, sanitize, precompiled, linker):
        self.tool = tool
        self.compilers = compilers
        self.library = Precompiled(headers + "/run/run.h", precompiled + "/run.h")
        self.prelude = Precompiled(prelude, precompiled + "/prelude.h")
        sanitizers = ["-fsanitize=" + sanitize] if sanitize else []
        self.language = ["-std=c++20", "-I" + headers]
        self.warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror"]
        self.flags = self.language + self.warnings + sanitizers
        self.link = [library, "-lyaml-cpp"] + sanitizers + linker

    def command(self, compiler):
        """The compiler, quiet about the attribute that it does not know."""
        quiet = "-Wno-attributes=run::" if compiler == "g++" else "-Wno-unknown-attributes"
        return [self.compilers[compiler], quiet]

    def compile(self, compiler):
        return self.command(compiler) + self.flags

    def compile_behind(self, header, compiler, arguments):
        """Compiles what begins with the header, which the compiler has read before. What g++ keeps forgets the
        diagnostics' pragmas: where it complains, what it says of the text counts."""
        try:
            run(self.compile(compiler) + ["-include", header.read] + arguments)
        except Failure:
            if compiler != "g++":
                raise
            run(self.compile(compiler) + ["-include", header.text] + arguments)

    def convert(self, source, directory, flags):
        return [self.tool, "convert", "-o", directory, source, "--"] + flags


class Failure(Exception):
    """Why a sample does not hold."""


def run(command, status=0):
    """Runs it and returns what it printed; a Failure if it ends in another way than with `status`."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode != status:
        raise Failure(f"$ {shlex.join(command)}\n{done.stdout}\nexit status {done.returncode}, expected {status}")
    return done.stdout


class Samples(lit.formats.FileBasedTest):
    """Every file of a folder is one test; `check(toolchain, source, directory)` says whether it holds."""

    def execute(self, test, lit_config):
        source = test.getSourcePath()
        directory = test.getExecPath() + ".d"
        shutil.rmtree(directory, ignore_errors=True)
        os.makedirs(directory)
        try:
            self.check(test.config.toolchain, source, directory)
        except Failure as failure:
            return lit.Test.FAIL, str(failure)
        return lit.Test.PASS, ""


def what_to_compile(source, companions):
    """The companion source takes the place of a .cpp that does not include its companion."""
    apart = os.path.join(companions, os.path.splitext(os.path.basename(source))[0] + ".run.cpp")
    return apart if os.path.exists(apart) else source


class Accepted(Samples):
    """Begins with run/run.h. Converts, to the same bytes each time; compiles without a warning; runs, and ends with 0."""

    conversions = ("first", "second")

    def check(self, toolchain, source, directory):
        folders = [f"{directory}/{conversion}" for conversion in self.conversions]
        for companions in folders:
            os.mkdir(companions)
            run(toolchain.convert(source, companions, toolchain.language))
        first = folders[0]
        names = sorted(os.listdir(first))
        if not names:
            raise Failure("nothing was written")
        for again in folders[1:]:
            equal, different, odd = filecmp.cmpfiles(first, again, set(names + os.listdir(again)), shallow=False)
            if different or odd:
                raise Failure("converted twice, other bytes: " + " ".join(different + odd))
        for compiler in toolchain.compilers:
            program = f"{directory}/{compiler}.out"
            toolchain.compile_behind(toolchain.library, compiler, [
                "-I" + first, "-iquote" + os.path.dirname(source), what_to_compile(source, first), "-o", program,
                *toolchain.link])
            run([program])


class AcceptedOnce(Accepted):
    """The same, where there are many of them: converted once."""

    conversions = ("only",)


DIAGNOSTIC = re.compile(r"^(?P<file>[^\n]*?):(?P<line>\d+):\d+: (?P<kind>error|warning): (?P<message>.*)$", re.MULTILINE)
EXPECTED = re.compile(r'^// expect: (?P<id>[\w-]+) line (?P<line>\d+) "(?P<text>.*)"\s*$', re.MULTILINE)


class Refused(Samples):
    """Gives exactly the diagnostics of its `// expect:` lines and writes nothing, or converts and compiles."""

    def check(self, toolchain, source, directory):
        with open(source, encoding="utf-8") as file:
            text = file.read()
        expected = [(m["id"], int(m["line"]), m["text"]) for m in EXPECTED.finditer(text)]
        nothing = re.search(r"^// expect: nothing\s*$", text, re.MULTILINE) is not None
        if nothing == bool(expected) or text.count("// expect:") != len(expected) + nothing:
            raise Failure("the file's `// expect:` lines cannot be read")

        refused = any(id != "run-unreachable-recipe" for id, _, _ in expected)
        output = run(toolchain.convert(source, directory, toolchain.language), 1 if refused else 0)
        self.compare(expected, output)
        if refused and os.listdir(directory):
            raise Failure("refused, yet written: " + " ".join(os.listdir(directory)))
        if nothing:
            for compiler in toolchain.compilers:
                run(toolchain.compile(compiler)
                    + ["-I" + directory, "-iquote" + os.path.dirname(source), "-c", what_to_compile(source, directory),
                       "-o", f"{directory}/{compiler}.o"])

    @staticmethod
    def compare(expected, output):
        found = []
        for match in DIAGNOSTIC.finditer(output):
            id = re.search(r"\[(run-[\w-]+)\]$", match["message"].rstrip())
            found.append((id[1] if id else "without an id", int(match["line"]), match["message"]))
        count = collections.Counter((id, line) for id, line, _ in found)
        count.subtract((id, line) for id, line, _ in expected)
        problems = [f"{'unexpected' if n > 0 else 'missing'}: {id} line {line}" for (id, line), n in count.items() if n]
        problems += [f'{id} line {line} does not say "{part}"' for id, line, part in expected
                     if not any(f[:2] == (id, line) and part in f[2] for f in found)
                     and f"missing: {id} line {line}" not in problems]
        if problems:
            raise Failure("\n".join(problems) + "\nThe tool said:\n" + output)


class Library(Samples):
    """Recipes over a library: the flags are in the first line; converts, and compiles with its companion, with each
    compiler that takes the library. laws/NAME.cpp, where there is one, holds the law over the recipes. What the language
    of this version cannot say yet is refused, with the diagnostics that refused/NAME.txt lists, and nothing is written:
    never a wrong conversion."""

    def check(self, toolchain, source, directory):
        with open(source, encoding="utf-8") as file:
            first_line = file.readline()
        if not first_line.startswith("// flags:"):
            raise Failure("the first line does not say the flags")
        flags = toolchain.language + shlex.split(first_line.removeprefix("// flags:"))
        name = os.path.splitext(os.path.basename(source))[0]
        refusals = os.path.join(os.path.dirname(source), "../../refused", name + ".txt")
        if os.path.exists(refusals):
            with open(refusals, encoding="utf-8") as file:
                lines = [line.split(maxsplit=2) for line in file if line.strip()]
            output = run(toolchain.convert(source, directory, flags), 1)
            Refused.compare([(id, int(number), text.strip()) for id, number, text in lines], output)
            if os.listdir(directory):
                raise Failure("refused, yet written: " + " ".join(os.listdir(directory)))
            return
        run(toolchain.convert(source, directory, flags))
        law = os.path.join(os.path.dirname(source), "../../laws", name + ".cpp")
        accepted = [compiler for compiler in toolchain.compilers
                    if self.compile(toolchain, compiler, flags, source, directory, law)]
        if not accepted:
            raise Failure("no compiler takes the library")

    @staticmethod
    def compile(toolchain, compiler, flags, source, directory, law):
        """Compiles, and where laws/NAME.cpp is a program over the recipes, runs that. False if the compiler does not
        take the library's own headers; then nothing else may be wrong."""
        command = toolchain.command(compiler) + flags + ["-I" + directory, "-iquote" + os.path.dirname(source)]
        program = f"{directory}/{compiler}.out"
        if os.path.exists(law):
            with open(law, encoding="utf-8") as file:
                libraries = shlex.split(file.readline().removeprefix("// link:"))
            compiled = command + [law, "-o", program] + toolchain.link + libraries
        else:
            compiled = command + ["-c", what_to_compile(source, directory), "-o", program]
        try:
            run(compiled)
        except Failure as failure:
            alone = subprocess.run(command + ["-fsyntax-only", source], stderr=subprocess.PIPE, text=True,
                                   errors="replace")
            errors = [set(re.findall(r"^\S+:\d+:\d+: (?:fatal )?error: .*$", text, re.MULTILINE))
                      for text in (str(failure), alone.stderr)]
            if alone.returncode == 0 or errors[0] - errors[1]:
                raise
            return False
        if os.path.exists(law):
            run([program])
        return True
