"""check_sarif.py REPORT [ID:FILE:LINE:COLUMN-COLUMN ...]: is it SARIF 2.1.0, and has it exactly these results?

SHAPES is what the published schema demands of the objects that the tool writes: their properties, and which of them
must be there. Whatever else an object holds is an error, so that a new property is looked up before it is written.
"""
import json
import re
import sys
import urllib.parse

LEVELS = {"none", "note", "warning", "error"}

# A property's value is a word of SHAPES, a list of such, a map of words, a set of words, or a check.
text = lambda v: isinstance(v, str) and v != ""
uri = lambda v: text(v) and re.fullmatch(r"[\w.~/:?#\[\]@!$&'()*+,;=%-]+", v, re.ASCII) is not None \
    and re.search(r"%(?![0-9A-F]{2})", v) is None
true_or_false = lambda v: isinstance(v, bool)
natural = lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0
positive = lambda v: natural(v) and v >= 1
version = lambda v: text(v) and re.fullmatch(r"\d+\.\d+\.\d+(-[\w.-]+)?", v) is not None

SHAPES = {
    "log": ({"version", "runs"}, {"$schema": uri, "version": {"2.1.0"}, "runs": ["run"]}),
    "run": ({"tool"}, {"tool": "tool", "invocations": ["invocation"], "results": ["result"],
                       "columnKind": {"utf16CodeUnits", "unicodeCodePoints"}}),
    "tool": ({"driver"}, {"driver": "component"}),
    "component": ({"name"}, {"name": text, "semanticVersion": version, "rules": ["rule"]}),
    "rule": ({"id"}, {"id": text, "shortDescription": "formatted", "fullDescription": "formatted",
                      "help": "formatted", "defaultConfiguration": "configuration"}),
    "formatted": ({"text"}, {"text": text, "markdown": text}),
    "configuration": (set(), {"level": LEVELS}),
    "invocation": ({"executionSuccessful"}, {"executionSuccessful": true_or_false,
                                             "toolExecutionNotifications": ["notification"]}),
    "notification": ({"message"}, {"message": "message", "level": LEVELS, "locations": ["location"]}),
    "result": ({"message"}, {"ruleId": text, "ruleIndex": natural, "level": LEVELS, "message": "message",
                             "locations": ["location"], "relatedLocations": ["location"], "fixes": ["fix"],
                             "partialFingerprints": "fingerprints"}),
    "message": ({"text"}, {"text": text}),
    "location": (set(), {"physicalLocation": "physical", "message": "message"}),
    "physical": ({"artifactLocation"}, {"artifactLocation": "artifact", "region": "region"}),
    "artifact": (set(), {"uri": uri, "uriBaseId": text}),
    "region": ({"startLine"}, {"startLine": positive, "startColumn": positive, "endLine": positive,
                               "endColumn": positive}),
    "fix": ({"artifactChanges"}, {"artifactChanges": ["change"], "description": "message"}),
    "change": ({"artifactLocation", "replacements"}, {"artifactLocation": "artifact",
                                                      "replacements": ["replacement"]}),
    "replacement": ({"deletedRegion"}, {"deletedRegion": "region", "insertedContent": "content"}),
    "content": (set(), {"text": lambda v: isinstance(v, str)}),
    "fingerprints": (set(), {"runAutoconvert/v1": text}),
}
NEVER_EMPTY = {"artifactChanges", "replacements"}


def check(value, wanted, path):
    if isinstance(wanted, list):
        assert isinstance(value, list), f"{path}: is no array"
        for index, item in enumerate(value):
            check(item, wanted[0], f"{path}[{index}]")
        assert value or path.rsplit(".", 1)[-1] not in NEVER_EMPTY, f"{path}: is empty"
    elif isinstance(wanted, set):
        assert value in wanted, f"{path}: {value!r} is none of {sorted(wanted)}"
    elif isinstance(wanted, str):
        required, known = SHAPES[wanted]
        assert isinstance(value, dict), f"{path}: is no object"
        assert required <= value.keys(), f"{path}: without {required - value.keys()}"
        for name, inner in value.items():
            assert name in known, f"{path}: has a '{name}'"
            check(inner, known[name], f"{path}.{name}")
    else:
        assert wanted(value), f"{path}: {value!r}"


def described(result):
    place = result["locations"][0]["physicalLocation"]
    region = place["region"]
    file = urllib.parse.unquote(place["artifactLocation"]["uri"])
    return f"{result['ruleId']}:{file}:{region['startLine']}:{region['startColumn']}-{region['endColumn']}"


def main(report, *expected):
    with open(report, encoding="utf-8") as file:
        log = json.load(file)
    check(log, "log", "log")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules), "two rules of one id"
    for rule in rules:
        assert {"shortDescription", "fullDescription", "help", "defaultConfiguration"} <= rule.keys(), rule["id"]
        assert "```cpp good" in rule["help"]["markdown"], rule["id"]
    prints = [result["partialFingerprints"]["runAutoconvert/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints), "two results of one fingerprint"
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"], result
        assert rule["defaultConfiguration"]["level"] == result["level"], result
        for change in (c for fix in result.get("fixes", []) for c in fix["artifactChanges"]):
            for replacement in change["replacements"]:
                region = replacement["deletedRegion"]
                assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"]), region
    found = [described(result) for result in run["results"]]
    assert found == list(expected), f"expected {expected}, found {found}"


main(*sys.argv[1:])
