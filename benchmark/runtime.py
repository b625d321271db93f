#!/usr/bin/env python3
"""Runs the benchmarks of the runtime library and prints a table: nanoseconds a node, and how many times what the same
takes by hand in the same run. Of all iterations, and of repeated runs, the shortest counts: what other programs add is
no part of it.

Usage: runtime.py PROGRAM [benchmark's options, such as --benchmark_filter=Trees --benchmark_repetitions=5]"""

import json
import re
import subprocess
import sys

# operation of the library, what it is measured against
ROWS = [
    ("create", "direct_create"),
    ("create", "by_hand_create"),
    ("build", "direct_create"),
    ("build", "by_hand_build"),
    ("copy", "by_hand_copy"),
    ("equal", "by_hand_equal"),
    ("diff_equal", "by_hand_equal"),
    ("diff_one", "by_hand_equal"),
    ("broadcast", "by_hand_broadcast"),
    ("first_broadcast", "by_hand_broadcast"),
    ("walk", "by_hand_walk"),
    ("destroy", "direct_destroy"),
    ("destroy", "by_hand_destroy"),
]


def main():
    program, *options = sys.argv[1:]
    run = subprocess.run([program, "--benchmark_format=json", *options], stdout=subprocess.PIPE, check=True)
    times = {}  # forest -> function -> nodes -> nanoseconds
    for entry in json.loads(run.stdout)["benchmarks"]:
        found = re.match(r"(\w+)<(\w+)>/(\d+)", entry["name"])
        if found and entry["run_type"] == "iteration":
            function, forest, nodes = found.groups()
            by_nodes = times.setdefault(forest, {}).setdefault(function, {})
            by_nodes[int(nodes)] = min(by_nodes.get(int(nodes), float("inf")), entry["per_node"] * 1e9)
    for forest, functions in times.items():
        sizes = sorted({nodes for by_nodes in functions.values() for nodes in by_nodes})
        print(f"\n{forest}: ns a node (times that by hand)")
        print(f"{'':32}" + "".join(f"{nodes:>20,}" for nodes in sizes))
        for function, by_nodes in functions.items():
            if not function.startswith("run_"):
                print(f"{function:32}" + "".join(f"{by_nodes[nodes]:20.1f}" for nodes in sizes))
        for operation, against in ROWS:
            mine, other = functions.get("run_" + operation), functions.get(against)
            if mine and other:
                cells = [f"{mine[nodes]:.1f} ({mine[nodes] / other[nodes]:.2f}x)" for nodes in sizes]
                print(f"{operation + ' / ' + against:32}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
