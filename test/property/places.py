"""Strange places: the same program in another text. What it means is the same, and so is what the law says of it."""
import re

TOKEN = re.compile(r'''
  (?P<directive>^[ \t]*\#[^\n]*\n)
| (?P<raw>R"(?P<end>[^(]*)\(.*?\)(?P=end)")
| (?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
| (?P<comment>//[^\n]*|/\*.*?\*/)
| (?P<word>[A-Za-z_]\w*|\d(?:[eEpP][+-]|'?[\w.])*|\.\d(?:[eEpP][+-]|[\w.])*)
| (?P<space>\n|[^\S\n]+)
| (?P<mark>->|::|\+\+|--|<<=|<<|>=|<=|==|!=|&&|\|\||[-+*/&|^]=|\.\.\.|.)
''', re.VERBOSE | re.MULTILINE | re.DOTALL)

BETWEEN = [" ", "\n", "\t", " /* é { \" ' */ ", " // } (\"\n", "\\\n", "/**/", "  /* \\\n*/ ", "\n\n\v"]
DIGRAPHS = {"{": "<%", "}": "%>", "[": "<:", "]": ":>"}


def rename(random, program):
    """Recipes name some of the classes by other names."""
    for cls in program.classes:
        if "Box<" in cls.name or cls.has_twin or random.random() < 0.6:
            continue
        alias = f"Other{cls.plain}"
        said = random.choice([f"using {alias} = {cls.name};\n", f"typedef {cls.name} {alias};\n"])
        text = cls.text()
        cls.text = lambda text=text, said=said: text + said
        pattern = re.compile(rf"(?<![\w:]){re.escape(cls.name)}(?=[({{])")
        for recipe in program.recipes:
            recipe.lines = [pattern.sub(lambda m, alias=alias: alias if random.random() < 0.4 else m[0], line)
                            for line in recipe.lines]


def said_in(random, program):
    """Recipes name classes and enumerators by what they declare themselves: using, typedef, namespace aliases."""
    for recipe in program.recipes:
        text = "\n".join(recipe.lines)
        used = [c for c in program.classes if re.search(rf"(?<![\w:]){re.escape(c.name)}(?=[({{])", text)]
        lines = []
        if used and random.random() < 0.3:
            cls = random.choice(used)
            new, line = f"Local{cls.plain}", f"using Local{cls.plain} [[maybe_unused]] = {cls.name};"
            home, _, plain = cls.name.rpartition("::")
            if "Box<" in cls.name:
                new = "LocalBox"
                line = f"using LocalBox [[maybe_unused]] = {cls.name};"
            elif home and not cls.has_twin:
                new, line = random.choice([
                    (plain, f"using {cls.name};"), (plain, f"using law::{cls.name};"),
                    (plain, f"using namespace {home};"),
                    (f"there::{plain}", f"namespace there = law::{home};"), (new, line)])
            lines.append(line)
            pattern = re.compile(rf"(?<![\w:]){re.escape(cls.name)}(?=[({{])")
            recipe.lines = [pattern.sub(lambda m: new if random.random() < 0.7 else m[0], line)
                            for line in recipe.lines]
        if "Mode::slow" in text and random.random() < 0.5:
            lines.append(random.choice(["using enum Mode;", "using enum law::Mode;", "using Mode::slow;"]))
            recipe.lines = [re.sub(r"(?<![\w:])Mode::slow\b", "slow", line) for line in recipe.lines]
        recipe.lines = lines + recipe.lines


def scatter(random, text):
    """Each file of the program with spaces, comments, directives and other line ends where they say nothing."""
    parts = re.split(r"^(//--- \S+\n)", text, flags=re.MULTILINE)
    return "".join(name + (whole_file(random, part) if name.endswith((".h\n", ".cpp\n")) else part)
                   for name, part in zip(parts[1::2], parts[2::2]))


def whole_file(random, text):
    text, main, rest = text.partition("#ifndef PLAIN")
    if main and random.random() < 0.3:
        text = text.replace("namespace law {\n", "namespace law {\ninline namespace made {\n", 1)
        text = text.replace("}  // namespace law\n", "}  // namespace made\n}  // namespace law\n", 1)
    text = conditional(random, text)
    if random.random() < 0.7:
        text = "".join(between(random, text))
    text = text + main + rest
    if random.random() < 0.25:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if random.random() < 0.25 else "") + text


def conditional(random, text):
    """Some statements between #if and #endif."""
    lines = []  # what begins on an earlier line would be taken in halves
    for line in text.split("\n"):
        is_statement = re.match(r"  [^ #}].*;$", line) and "class" not in line and line.count("{") == line.count("}")
        is_whole = not lines or lines[-1].endswith((";", "{", "}"))
        if not is_statement or random.random() > 0.05 or not is_whole:
            lines.append(line)
        elif random.random() < 0.5:
            nonsense = "  nonsense (" + line.strip().replace('"', "").replace("'", "")
            lines += ["#if LAW_WIDE == 64", line, "#else", nonsense, "#endif"]
        else:
            lines += ["#ifdef LAW_NOWHERE", "  return nonsense{;", "  #elif 1", line, "# endif  // 1"]
    return "\n".join(lines)


def between(random, text):
    """The tokens, with something between some of them."""
    how_often = random.choice([0.005, 0.02, 0.05])
    digraphs = random.random() < 0.2
    found = list(TOKEN.finditer(text))
    for i, token in enumerate(found):
        said = token[0]
        follows = found[i + 1][0] if i + 1 < len(found) else ""
        if digraphs and said in DIGRAPHS and not follows.startswith(":") and random.random() < 0.3:
            said = DIGRAPHS[said]
        yield said
        is_inside = token.lastgroup in ("word", "mark", "text", "raw") or token.lastgroup == "end"
        # A directive begins a line of its own, and what follows `//` is no code.
        if is_inside and not follows.lstrip(" \t").startswith(("#", "//")) and random.random() < how_often:
            joins = token.lastgroup == "mark" and found[i + 1:] and found[i + 1].lastgroup == "mark"
            if said == "/" or said == "<" and follows == ":" or joins and said + follows in ("[[", "]]"):
                continue
            yield random.choice(BETWEEN)
