"""same_findings.py TOOL FOLDER -- CLANG-TIDY...: do both find the same in the files of the folder?

For each id the first file that is named after it is taken, and the first that is fine; both must find something in each
of the former.
"""
import json
import os
import re
import subprocess
import sys

tool, folder, _, *tidy = sys.argv[1:]
FLAGS = ["-std=c++20"]


def chosen():
    names = sorted(name for name in os.listdir(folder) if name.endswith(".cpp"))
    listed = subprocess.run([tool, "explain", "--list"], stdout=subprocess.PIPE, text=True, check=True).stdout
    for id in re.findall(r"^run-([\w-]+)", listed, re.MULTILINE):
        yield next(name for name in names if name.startswith(id.removesuffix("-recipe")))
    yield next(name for name in names if name.startswith("ok-"))


def of_tool(files):
    report = json.loads(subprocess.run([tool, "lint", "--format=json", *files, "--", *FLAGS], stdout=subprocess.PIPE,
                                       text=True).stdout)
    for finding in report["findings"]:
        notes = tuple(note["message"] for note in finding["notes"])
        yield finding["file"], finding["line"], finding["column"], finding["message"], finding["id"], notes


DIAGNOSTIC = re.compile(r"^(?P<file>/[^\n:]*):(?P<line>\d+):(?P<column>\d+): (?P<kind>warning|error|note): "
                        r"(?P<message>.*?)(?: \[(?P<id>[\w-]+)\])?$", re.MULTILINE)


def of_tidy(files):
    printed = subprocess.run([*tidy, "--quiet", *files, "--", *FLAGS], stdout=subprocess.PIPE, text=True).stdout
    findings = []
    for match in DIAGNOSTIC.finditer(printed):
        if match["kind"] == "note":
            findings[-1][-1].append(match["message"])
        else:
            findings.append([match["file"], int(match["line"]), int(match["column"]), match["message"], match["id"], []])
    # What the compiler says about bodies that the tool skips is no finding.
    return [(*finding[:-1], tuple(finding[-1])) for finding in findings if finding[4] != "clang-diagnostic-error"]


files = [os.path.join(os.path.realpath(folder), name) for name in chosen()]
os.chdir("/")  # the tool's paths are relative to where it runs
expected = sorted(("/" + file.lstrip("/"), *rest) for file, *rest in of_tool(files))
found = sorted(of_tidy(files))
for finding in expected:
    if finding not in found:
        print("the tool alone:", *finding)
for finding in found:
    if finding not in expected:
        print("clang-tidy alone:", *finding)
silent = [file for file in files[:-1] if not any(finding[0] == file for finding in found)]
print(len(files), "files,", len(found), "findings")
sys.exit(expected != found or bool(silent) or any(finding[0] == files[-1] for finding in found))
