#!/usr/bin/env python3
"""How long converting a file takes, beside Clang's own check of its syntax: the same file, the same flags, in turns.

benchmark/convert.py [--tool PATH] [--clang PATH] [--runs N] [FILE [-- FLAGS…]]
Without a file: the recipes of examples/quickstart and, where libtorch is installed, of examples/llama3.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TORCH = pathlib.Path("/usr/include/torch/csrc/api/include")


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    took = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}")
    return took


def compare(name, file, flags, options):
    with tempfile.TemporaryDirectory() as folder:
        convert = [options.tool, "convert", "-o", folder, file, "--", *flags]
        syntax = [options.clang, "-fsyntax-only", "-Wno-unknown-attributes", "-x", "c++", *flags, file]
        converting, checking = [], []
        for turn in range(options.runs + 1):  # the first turn only warms the caches
            took = seconds(convert), seconds(syntax)
            if turn > 0:
                converting.append(took[0])
                checking.append(took[1])
    ours, theirs = statistics.median(converting), statistics.median(checking)
    print(f"{name:32} convert {ours:7.3f} s (min {min(converting):.3f})   "
          f"-fsyntax-only {theirs:7.3f} s (min {min(checking):.3f})   ratio {ours / theirs:.2f}", flush=True)


def main():
    words = sys.argv[1:]
    flags = words[words.index("--") + 1:] if "--" in words else []
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=ROOT / "build/release/tools/run-autoconvert")
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("file", nargs="?")
    options = parser.parse_args(words[:words.index("--")] if "--" in words else words)
    os.environ["LC_ALL"] = "C"
    if options.file:
        compare(os.path.basename(options.file), options.file, flags, options)
        return
    standard = ["-std=c++20", f"-I{ROOT}/include"]
    quickstart = ROOT / "examples/quickstart"
    compare("quickstart/recipes/llama3.h", quickstart / "recipes/llama3.h", [*standard, f"-I{quickstart}"], options)
    if not TORCH.exists():
        print("examples/llama3: libtorch is not installed, nothing measured")
        return
    llama3 = ROOT / "examples/llama3"
    torch = [*standard, f"-I{llama3}", "-isystem", str(TORCH)]
    for recipe in ("llama3_8b.cpp", "llama3_tiny.cpp"):
        compare(f"llama3/recipes/{recipe}", llama3 / "recipes" / recipe, torch, options)


if __name__ == "__main__":
    main()
