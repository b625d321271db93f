"""Every excerpt of docs/libraries.md stands, line for line, in the file that its first line names."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
page = (root / "docs/libraries.md").read_text(encoding="utf-8")
excerpts = re.findall(r"^```cpp\n// from (\S+)\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
if len(excerpts) != page.count("```cpp"):
    sys.exit("an excerpt does not say where it is from")
for path, text in excerpts:
    for part in re.split(r"^// …\n", text, flags=re.MULTILINE):
        if part.strip() not in (root / path).read_text(encoding="utf-8"):
            sys.exit(f"not in {path}:\n{part}")
