"""What a program says of its targets is what the compiler says, but for folders, the order, and what the library adds."""
import json
import os
import sys


def said(file):
    with open(file, encoding="utf-8") as text:
        whole = json.load(text)
    targets = [target for target in whole["targets"] if not target["name"].startswith("run::")]
    for target in targets:
        target["file"] = os.path.basename(target["file"])
    everything = json.dumps(targets) + json.dumps(whole["recipes"])
    types = {name: type for name, type in whole["types"].items() if json.dumps(name) in everything}
    by_name = lambda one: (one["name"], one.get("pointer", ""))
    return sorted(targets, key=by_name), sorted(whole["recipes"], key=by_name), types


compiler, program = said(sys.argv[1]), said(sys.argv[2])
for one, other in zip(compiler, program):
    assert one and one == other, f"{one}\n{other}"
