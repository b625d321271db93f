# The tests of the compiler and of what it writes; run with lit on the build folder's test/.
#
# A test is a file with RUN lines, or a sample: a program that is converted, compiled with g++ and clang, and run (or
# refused, as its `// expect:` lines say). Folders of samples say so in their lit.local.cfg; see samples.py.
#
#   %run-autoconvert   the tool
#   %run-config        the tool for configurations in files
#   %run-clang-tidy    clang-tidy for all files of a build folder, with the module loaded
#   %clang-tidy        clang-tidy with the module loaded, and no checks but the module's
#   %exits N           runs what follows, which must end with status N
#   %flags             how recipes are compiled: the standard, warnings as errors, the library's headers
#   %gxx, %clangxx     a compiler with %flags
#   %python            the Python that runs these tests
#   %headers           the folder of the library's headers
#   %docs              the folder of the documentation
#   %link              what a program that uses the library is linked with
import os
import shlex
import shutil
import sys

import lit.formats

sys.path.insert(0, os.path.dirname(__file__))
from samples import Toolchain

config.name = "run-autoconvert"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".h", ".test"]
config.excludes = ["unit", "fuzz", "cmake", "Inputs", "__pycache__"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = config.run_test_root

config.environment["PATH"] = os.pathsep.join([config.llvm_tools, os.environ["PATH"]])
config.environment["LC_ALL"] = "C.UTF-8"

config.toolchain = Toolchain(
    tool=config.run_tool,
    compilers={"g++": config.run_gxx, "clang++": config.run_clangxx},
    headers=config.run_source_root + "/include",
    library=config.run_library,
    prelude=config.run_prelude,
    sanitize=config.run_sanitize,
    precompiled=config.run_precompiled,
    linker=["-fuse-ld=gold"] if shutil.which("ld.gold") else [],  # in half the time
)
config.substitutions += [
    ("%run-autoconvert", shlex.quote(config.run_tool)),
    ("%run-config", shlex.quote(config.run_config)),
    ("%clang-tidy", shlex.join([config.run_clang_tidy, "-load=" + config.run_tidy, "--checks=-*,run-*"])),
    ("%run-clang-tidy", shlex.join([config.run_run_clang_tidy, "-clang-tidy-binary=" + config.run_clang_tidy,
                                    "-load=" + config.run_tidy])),
    ("%exits", """sh -c 'status=$1; shift; "$@"; test $? -eq $status' -"""),
    ("%gxx", shlex.join(config.toolchain.compile("g++"))),
    ("%clangxx", shlex.join(config.toolchain.compile("clang++"))),
    ("%flags", shlex.join(config.toolchain.flags)),
    ("%python", shlex.quote(sys.executable)),
    ("%headers", shlex.quote(config.run_source_root + "/include")),
    ("%docs", shlex.quote(config.run_source_root + "/docs")),
    ("%link", shlex.join(config.toolchain.link)),
]
