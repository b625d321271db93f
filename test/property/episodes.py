"""Small stories of one idea each: what it declares, its recipes, and what must hold of them in the program.

They say what random recipes cannot: what is bound and called later, arguments set after the conversion that another
constructor has, calls that are inlined, parameters that get configurations, instances of templates.
"""
from calls import Calls
from changing import Changing
from crossing import Crossing
from keeping import Keeping
from making import Making
from manners import Manners
from nesting import Nesting
from setting import Setting
from world import DEFAULTS, VALUES, WORDS, Type, cast


class Episode(Calls, Changing, Keeping, Crossing, Nesting, Manners, Making, Setting):
    """`declared` belongs into the header behind the classes, `configurable` into one of its own, whose companion the
    program includes before its recipes; `recipes` belong into the program, `after` behind their companion, `checks`
    into its main."""

    def __init__(self, program, number, of=None):
        super().__init__(program, [])
        self.may_choose = False
        self.number = number
        self.declared, self.configurable, self.recipes, self.after, self.checks = [], [], [], [], []
        getattr(self, of)() if of else self.pick([self.bound, self.bound, self.partial, self.written, self.written, self.thrice, self.overloads,
                   self.overloads, self.inlined, self.given, self.instances, self.branches, self.unnamed, self.spread,
                   self.set_up, self.set_up, self.rooted, self.factories, self.listed, self.generic, self.functions,
                   self.defaulted, self.by_hand, self.callables, self.changed, self.changed,
                   self.stored, self.given_lists, self.taken_over, self.fixed,
                   self.spaces, self.returns, self.apart, self.computed, self.nests, self.nests,
                   self.alternatives, self.inherited, self.moved, self.options_of, self.pointed, self.exempted,
                   self.macros])()

    # Parts.
    def exact(self, type, depth=2):
        """An expression of that type, and of no other."""
        text = self.bare(type, depth, True)
        return cast(type, text) if type.is_value and type.kind != "function" else text

    def copyable(self, is_default=False):
        found = [c for c in self.program.classes if c.is_copyable and (c.is_default or not is_default)]
        return self.pick(found) if found else None

    def attribute(self, *options):
        return f"[[run::autoconvert({', '.join(options)})]]" if options else "[[run::autoconvert]]"

    def law(self, recipe, result, arguments="", given=None, has_text=True):
        """That the law holds of a recipe, with some arguments."""
        text = "" if has_text else ", false"
        given = arguments if given is None else given
        self.checks.append(f'  failed |= !holds<{result}{text}>("{recipe}", run::autoconvert<&law::{recipe}>({given}), '
                           f"law::{recipe}({arguments}));\n")

    # Constructors.
    def overloads(self):
        """What is set after the conversion chooses among the constructors."""
        n, random = self.number, self.random
        firsts = random.sample(["int", "double", "bool", "string", "mode"], random.randint(1, 4))
        names = random.sample(WORDS, 8)
        types = dict(zip(names, firsts))
        types.update({name: self.pick(["int", "double", "bool", "string", "mode"]) for name in names[len(firsts):]})
        lines, signatures = [f"class Over{n} {{", " public:"], []
        hidden = []
        for i, first in enumerate(names[:len(firsts)]):
            others = [m for m in random.sample(names, random.randint(0, 4)) if m != first]
            taken = [first] + others
            defaults = {}
            for name in reversed(taken):
                if self.chance(0.35):
                    break
                defaults[name] = self.pick(["open", "open", "constant", "hidden"])
            said = []
            for name in taken:
                kind = types[name]
                text = f"{VALUES[kind]} {name}"
                if name in defaults:
                    values = {"open": DEFAULTS[kind], "constant": f"k_{name}", "hidden": f"known_{name}()"}
                    text += f" = {values[defaults[name]]}"
                    if defaults[name] == "hidden":
                        hidden.append(f"  static {VALUES[kind]} known_{name}() {{ return {DEFAULTS[kind]}; }}")
                    elif defaults[name] == "constant":
                        constant = "inline static const" if kind == "string" else "static constexpr"
                        hidden.append(f"  {constant} {VALUES[kind]} k_{name} = {DEFAULTS[kind]};")
                said.append(text)
            shown = "".join(f' + ";{name}=" + shown({name})' for name in taken)
            lines.append(f'  explicit Over{n}({", ".join(said)}) : text(std::string("{i}"){shown}) {{}}')
            signatures.append((taken, defaults))
        # A constructor that can be called with nothing at all is the only one of its kind.
        if sum(1 for taken, defaults in signatures if len(taken) == len(defaults)) > 1:
            return
        lines += [f"  bool same(const Over{n}& other, law::Pairs&) const {{ return text == other.text; }}"]
        lines += ["  std::string text;", " private:"] + list(dict.fromkeys(hidden)) + ["};"]
        self.declared.append("\n".join(lines).replace("  std::string text;", "  std::string text{};"))
        chosen = self.pick(range(len(signatures)))
        taken, defaults = signatures[chosen]
        count = random.randint(max(1, len(taken) - len(defaults)), len(taken))
        values = {name: self.exact(Type(types[name]), 3) for name in names}
        self.recipes.append(f"{self.attribute()} inline Over{n} over{n}() {{\n"
                            f"  return Over{n}({', '.join(values[m] for m in taken[:count])});\n}}")
        self.law(f"over{n}", f"Over{n}")
        for _ in range(3):
            self.edit_constructor(n, names, types, signatures, chosen, list(taken[:count]), values)

    def edit_constructor(self, n, names, types, signatures, chosen, given, values):
        changes, values = [], dict(values)
        for name in self.random.sample(given, self.random.randint(0, len(given))):
            if self.chance(0.5):
                given.remove(name)
                changes.append(f'c.unset("{name}");')
        reachable = [m for m in names if any(m in taken for taken, _ in signatures)]
        for name in self.random.sample(reachable, min(len(reachable), self.random.randint(0, 3))):
            values[name] = self.exact(Type(types[name]), 3)
            changes.append(self.pick([f'c["{name}"] = {values[name]};', f"c->{name} = {values[name]};"]))
            given = given + [name] if name not in given else given

        def takes(signature):
            taken, defaults = signature
            return all(m in taken for m in given) and all(m in given or m in defaults for m in taken)

        able = [i for i, s in enumerate(signatures) if takes(s)]
        left = {i: len(signatures[i][0]) - len(given) for i in able}
        least = [i for i in able if left[i] == min(left.values())]
        best = chosen if chosen in able else least[0] if len(least) == 1 else None
        expected = None
        if best is not None:
            taken, defaults = signatures[best]
            last = max([i for i, m in enumerate(taken) if m in given], default=-1)
            holes = [m for m in taken[:max(last, 0)] if m not in given]
            # What only the class can say, and is no constant, must be set.
            if all(defaults[m] != "hidden" and (defaults[m] != "constant" or types[m] != "string") for m in holes):
                inner = ", ".join(values[m] if m in given else f"{VALUES[types[m]]}({DEFAULTS[types[m]]})"
                                  for m in taken[:last + 1])
                expected = f"law::Over{n}({inner})" if inner else f"law::Over{n}()"
        text = " ".join(changes)
        self.checks.append(f"  {{\n    auto c = run::autoconvert<&law::over{n}>();\n    {text}\n" + (
            f'    failed |= !makes("over{n}", c, {expected});\n  }}\n' if expected else
            f'    failed |= !fails("over{n}", c);\n  }}\n'))

    # Calls of recipes.
    def inlined(self):
        """A recipe with no_inline, called from another one, and inlined later."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        of = Type("object", cls)
        self.declared.append(f"struct Outer{n} {{\n  {cls.name} one;\n  std::vector<{cls.name}> many{{}};\n"
                             f"  std::shared_ptr<{cls.name}> held{{}};\n"
                             f"  bool same(const Outer{n}& other, law::Pairs& pairs) const {{\n"
                             "    return law::same(one, other.one, pairs) && law::same(many, other.many, pairs) &&\n"
                             "           law::same(held, other.held, pairs);\n  }\n};")
        kind = self.pick(["int", "string", "ints", "mode"])
        default = f" = {DEFAULTS[kind]}" if self.chance(0.5) else ""
        self.values = [("x", Type(kind))]
        inner = self.construct(cls, 1)
        self.values = []
        self.recipes.append(f"{self.attribute('no_inline')} inline {cls.name} inner{n}([[maybe_unused]] "
                            f"{VALUES[kind]} x{default}) {{\n  return {inner};\n}}")

        def call():
            return f"inner{n}({'' if default and self.chance(0.5) else self.exact(Type(kind), 3)})"

        held = f"std::make_shared<{cls.name}>({call()})"
        self.recipes.append(f"{self.attribute()} inline Outer{n} outer{n}() {{\n"
                            f"  return Outer{n}{{.one = {call()}, .many = {{{call()}, {self.exact(of)}}}, .held = "
                            f"{held}}};\n}}")
        self.law(f"outer{n}", f"Outer{n}")
        self.checks.append(f"  {{\n    auto c = run::autoconvert<&law::outer{n}>();\n"
                           f'    run::inline_recipe(c["one"]);\n    run::inline_recipe(c->many[0]);\n'
                           f'    failed |= !holds<law::Outer{n}>("outer{n}", c, law::outer{n}());\n  }}\n')

    def given(self):
        """Parameters that are configured: given configurations and finished objects."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        of = Type("object", cls)
        ways = [(of, "{}", "{}"), (of, "const {}&", "{}"), (Type("unique", of), "{}", "std::move({})"),
                (Type("shared", of), "{}", "{}"), (Type("shared", of), "const {}&", "{}"),
                (Type("const", of), "{}", "{}"),
                (Type("vector", of), "const {}&", "{}"), (Type("optional", of), "{}", "{}"),
                (Type("vector", Type("shared", of)), "{}", "{}"), (Type("map", of), "{}", "{}")]
        chosen = self.random.sample(ways, self.random.randint(1, 4))
        members = [f"  {t.text} m{i}{'' if t == of else '{}'};" for i, (t, _, _) in enumerate(chosen)]
        same = "".join(f" && law::same(m{i}, other.m{i}, pairs)" for i in range(len(chosen)))
        self.declared.append(f"struct Taken{n} {{\n" + "\n".join(members) +
                             f"\n  bool same(const Taken{n}& other, law::Pairs& pairs) const {{ return true{same}; "
                             f"}}\n}};")
        listed = ", ".join(f"{way.format(t.text)} a{i}" for i, (t, way, _) in enumerate(chosen))
        given = ", ".join(f".m{i} = {use.format(f'a{i}')}" for i, (_, _, use) in enumerate(chosen))
        self.recipes.append(f"{self.attribute()} inline Taken{n} taken{n}({listed}) {{\n"
                            f"  return Taken{n}{{{given}}};\n}}")
        for i, (t, _, _) in enumerate(chosen):
            text = self.bare(t, 1, True)
            self.recipes.append(f"{self.attribute()} inline {t.text} part{n}_{i}() {{ return {text}; }}"
                                if t.kind not in ("vector", "map", "optional") else "")
        plain, configured, finished = [], [], True
        for i, (t, _, _) in enumerate(chosen):
            is_recipe = bool(self.recipes[-len(chosen) + i])
            text = f"law::part{n}_{i}()" if is_recipe else self.bare(t, 2, True)
            plain.append(text)
            as_config = is_recipe and (self.chance(0.6) or t.kind == "unique")  # it is built several times
            finished &= as_config
            configured.append(f"run::autoconvert<&law::part{n}_{i}>()" if as_config else text)
        self.recipes = [r for r in self.recipes if r]
        self.law(f"taken{n}", f"Taken{n}", ", ".join(plain), ", ".join(configured), finished)

    # Instances of templates.
    def instances(self):
        n, random = self.number, self.random
        classes = [c for c in self.program.classes if c.is_default and c.is_copyable and not c.has_list]
        if len(classes) < 2:
            return
        body, result = self.pick([
            ("return Box<T>{{.content = T(first), .number = N + {v}}};", "Box<{}>"),
            ("std::vector<T> made;\n  made.push_back(first);\n  made.push_back(T(first));\n  return made;",
             "std::vector<{}>"),
            ("std::vector<T> made{{T(first)}};\n  if constexpr (N > 2) {{\n    made.push_back(T(first));\n  }}\n"
             "  return made;", "std::vector<{}>"),
            ("using Held = std::shared_ptr<T>;\n  Held held = std::make_shared<T>(first);\n"
             "  return std::pair<Held, Held>(held, std::make_shared<T>());",
             "std::pair<std::shared_ptr<{0}>, std::shared_ptr<{0}>>"),
            ("return std::map<std::string, T>{{{{\"a\", first}}, {{\"b\", T()}}}};", "std::map<std::string, {}>"),
        ])
        body = body.replace("{{", "{").replace("}}", "}").replace("{v}", self.value("int", 2))
        declared = result.format("T")
        default = self.pick(["", " = 2"])
        text = (f"template <class T, int N{default}>\n"
                f"{self.attribute()} {declared} instance{n}([[maybe_unused]] const T& "
                f"first) {{\n  {body}\n}}")
        for cls in random.sample(classes, 2):
            size = 2 if default and self.chance(0.5) else random.randint(1, 4)
            said = f"instance{n}<{cls.name}, {size}>"
            text += f"\ntemplate {result.format(cls.name)} {said}(const {cls.name}&);"
            made = self.construct(cls, 3) if self.chance(0.5) else f"{cls.name}()"
            self.law(said, result.format(cls.name), made, None, False)
        self.recipes.append(text)

    def fixed(self):
        """Objects as template arguments."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        self.declared.append(f"struct Fix{n} {{\n  int a = 1;\n  Mode mode = Mode::slow;\n  double rate = 0.5;\n}};")
        self.values = [("F.a", Type("int")), ("F.mode", Type("mode")), ("F.rate", Type("double"))]
        lines = [f"std::vector<{cls.name}> made{{{self.construct(cls, 1)}}};"]
        lines += self.pick([[], [f"if constexpr (F.a > 2) {{\n    made.push_back({self.construct(cls, 1)});\n  }}"],
                            [f"made.push_back({self.construct(cls, 1)});"]])
        self.values = []
        joined, result = "\n  ".join(lines), f"std::vector<{cls.name}>"
        text = f"template <Fix{n} F>\n{self.attribute()} {result} fixed{n}() {{\n  {joined}\n  return made;\n}}"
        given = [f"Fix{n}{{}}", f"Fix{n}{{4}}", f"Fix{n}{{2, Mode::fast}}", f"Fix{n}{{.rate = -1.5}}"]
        for one in self.random.sample(given, 2):
            text += f"\ntemplate {result} fixed{n}<{one}>();"
            self.law(f"fixed{n}<law::{one}>", result)
        self.recipes.append(text)

    # With allow_control_flow: both ways are gone.
    def branches(self):
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        name = cls.name
        make = lambda: self.construct(cls, 2)  # noqa: E731

        def shared():
            return self.construct(cls, 2, f"std::make_shared<{name}>(")

        self.values = [("x", Type("int"))]
        result, lines = self.pick([
            lambda: (name, [f"if (x % 2 == 0) return {make()};", f"return {make()};"]),
            lambda: (name, [f"return x > 1 ? {name}({make()}) : {name}({make()});"]),
            lambda: (name, [f"{name} o = {make()};", "if (x > 2) {", f"  o = {make()};", "} else if (x == 1) {",
                            f"  o = {make()};", "}", "return o;"]),
            lambda: (f"std::vector<{name}>", [
                f"std::vector<{name}> c;", "for (int i = 0; i < x; ++i) {", "  if (i == 2) continue;",
                f"  c.push_back({make()});", "}", f"c.push_back({make()});", "return c;"]),
            lambda: (f"std::shared_ptr<{name}>", [
                f"std::shared_ptr<{name}> p;", f"if (x > 1) p = {shared()};", f"else p = {shared()};", "return p;"]),
            lambda: (f"std::vector<std::shared_ptr<{name}>>", [
                f"auto p = {shared()};", f"std::vector<std::shared_ptr<{name}>> c{{p}};",
                "while (c.size() < static_cast<std::size_t>(x)) c.push_back(p);", "return c;"]),
            lambda: (f"std::vector<{name}>", [
                f"std::vector<{name}> c{{{make()}}};", "switch (x) {", "  case 1:", f"    c.push_back({make()});",
                "    break;", "  case 2: {", f"    c.emplace_back({make()});", "    [[fallthrough]];", "  }",
                "  default:", f"    c.push_back({make()});", "}", "return c;"]),
            lambda: (f"std::map<std::string, {name}>", [
                f"std::map<std::string, {name}> m;",
                "for (const std::string& key : std::vector<std::string>{\"a\", \"b\"}) {",
                f"  m.insert_or_assign(key + std::to_string(x), {make()});", "}", "return m;"]),
            lambda: (f"std::vector<{name}>", [
                f"std::vector<{name}> c;", "int i = x;", f"do c.push_back({make()}); while (--i > 0);", "return c;"]),
            lambda: (f"std::optional<{name}>", [
                f"std::optional<{name}> o;", f"if (const int y = x * 2; y > 3) o = {make()};", "return o;"]),
        ])()
        self.values = []
        joined = "\n  ".join(lines)
        self.recipes.append(f"{self.attribute('allow_control_flow')} inline {result} branches{n}([[maybe_unused]] "
                            f"int x)"
                            f" {{\n  {joined}\n}}")
        self.checks.append("  for (int x = 0; x < 4; ++x)\n")
        self.law(f"branches{n}", result, "x")

    def thrice(self):
        """One object in many places."""
        n, cls = self.number, self.pick(self.program.classes)
        shared, text = Type("shared", Type("object", cls)), cls.name
        members = [(f"std::shared_ptr<{text}>", "{}"), (f"std::shared_ptr<const {text}>", "{}"),
                   (f"std::vector<std::shared_ptr<{text}>>", "{{{}, {}}}"),
                   (f"std::vector<std::shared_ptr<const {text}>>", "{{{}, {}}}"),
                   (f"std::map<std::string, std::shared_ptr<{text}>>", '{{{{"a", {}}}, {{"b", {}}}}}'),
                   (f"std::optional<std::shared_ptr<{text}>>", "{}"),
                   (f"std::pair<int, std::shared_ptr<{text}>>", "{{7, {}}}"),
                   (f"std::array<std::shared_ptr<{text}>, 2>", "{{{{{}, {}}}}}"),
                   (f"std::variant<int, std::shared_ptr<{text}>>", "{}"),
                   (f"std::tuple<std::shared_ptr<{text}>, int, std::shared_ptr<{text}>>", "{{{}, 4, {}}}"),
                   (f"std::vector<std::vector<std::shared_ptr<{text}>>>", "{{{{{}}}, {{{}, {}}}}}")]
        chosen = self.random.sample(members, self.random.randint(2, 6))
        same = " && ".join(f"law::same(m{i}, other.m{i}, pairs)" for i in range(len(chosen)))
        self.declared.append(f"struct Many{n} {{\n" + "".join(f"  {t} m{i}{{}};\n" for i, (t, _) in enumerate(chosen)) +
                             f"  bool same(const Many{n}& other, law::Pairs& pairs) const {{ return {same}; }}\n}};")
        names = self.pick([["p"], ["p", "q"], ["p", "q", "r"]])
        opening = f"std::make_shared<{text}>("
        lines = [f"[[maybe_unused]] auto p = {self.construct(cls, 1, opening)};"]
        if "q" in names:
            lines.append(self.pick(["[[maybe_unused]] auto q = p;",
                                    f"[[maybe_unused]] std::shared_ptr<{text}> q(p);",
                                    f"[[maybe_unused]] auto q = {self.construct(cls, 1, opening)};"]))
        if "r" in names:
            lines.append(f"const auto& r = {self.pick(['p', 'q'])};")

        def one(i):
            return chosen[i][1].replace("{}", "@").replace("{{", "{").replace("}}", "}")

        later = [i for i in range(len(chosen)) if self.chance(0.4)]
        filled = "".join(f".m{i} = {one(i)}, " for i in range(len(chosen)) if i not in later)
        lines.append(f"Many{n} many{{{filled.removesuffix(', ')}}};" if filled else f"Many{n} many;")
        for i in later:
            lines.append(f"many.m{i} = {one(i)};")
            if chosen[i][0].startswith("std::vector<std::shared") and self.chance(0.5):
                lines.append(f"many.m{i}.push_back(@);")
        result = self.pick([f"Many{n}", f"Many{n}", f"std::pair<Many{n}, Many{n}>"])
        lines.append("return many;" if result == f"Many{n}" else "return {many, many};")
        text = "\n  ".join(lines)
        text = text.replace("@", names[-1], 1)
        while "@" in text:
            text = text.replace("@", self.pick(names), 1)
        self.recipes.append(f"{self.attribute()} inline {result} many{n}() {{\n  {text}\n}}")
        result = result.replace("Many", "law::Many")
        self.law(f"many{n}", result)

    # What only one file can say.
    def unnamed(self):
        """Classes and functions without linkage, in a recipe's own file."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        kind = self.pick(["int", "double", "string", "mode"])
        default = self.pick([DEFAULTS[kind], f"own_default{n}()", f"kOwn{n}"])
        constant = "const" if kind == "string" else "constexpr"
        self.recipes.append(
            f"namespace {{\n[[maybe_unused]] {VALUES[kind]} own_default{n}() {{ return {DEFAULTS[kind]}; }}\n"
            f"[[maybe_unused]] {constant} {VALUES[kind]} kOwn{n} = {DEFAULTS[kind]};\nclass Own{n} {{\n public:\n"
            f"  explicit Own{n}({cls.name} part, {VALUES[kind]} value = {default}, int more = 1)\n"
            "      : part_(std::move(part)), value_(std::move(value)), more_(more) {}\n"
            f"  bool same(const Own{n}& other, law::Pairs& pairs) const {{\n"
            "    return law::same(part_, other.part_, pairs) && value_ == other.value_ && more_ == other.more_;\n  }\n"
            f" private:\n  {cls.name} part_;\n  {VALUES[kind]} value_;\n  int more_;\n}};\n"
            f"Own{n} own{n}(const {cls.name}& part) {{ return Own{n}(part); }}\n"
            f"[[maybe_unused]] {self.attribute()} std::vector<Own{n}> owned{n}() {{\n"
            f"  return {{Own{n}({self.exact(Type('object', cls))}), own{n}({self.exact(Type('object', cls))})}};\n"
            f"}}\n}}")
        self.law(f"owned{n}", f"std::vector<law::Own{n}>")
        self.checks.append(f"  {{\n    auto c = run::autoconvert<&law::owned{n}>();\n    c[0][\"more\"] = 5;\n"
                           f"    const auto text = run::to_yaml(c);\n    auto twin = c;\n    twin[0][\"more\"] = 6;\n"
                           f'    if (twin == c) failed |= !complain("owned{n}", "another number is equal", text);\n'
                           f'  }}\n')

    def spread(self):
        """One value for every argument of a name, as if each had been written by hand."""
        n = self.number
        kind = self.pick(["int", "double", "string", "mode"])
        name = self.pick(WORDS)
        text = VALUES[kind]
        default = f" = {DEFAULTS[kind]}" if self.chance(0.5) else "{}"
        self.declared.append(
            f"struct Leaf{n} {{\n  {text} {name}{default};\n  int other = 1;\n"
            f"  bool operator==(const Leaf{n}&) const = default;"
            f"\n}};\nclass Knot{n} {{\n public:\n"
            f"  explicit Knot{n}({text} {name}, std::vector<Leaf{n}> leaves = {{}})\n"
            f"      : {name}_(std::move({name})), leaves_(std::move(leaves)) {{}}\n"
            f"  bool operator==(const Knot{n}&) const = default;\n\n private:\n  {text} {name}_;\n"
            f"  std::vector<Leaf{n}> leaves_;\n}};\nstruct Tree{n} {{\n  Knot{n} knot;\n"
            f"  std::map<std::string, Leaf{n}> map{{}};\n"
            f"  std::shared_ptr<Leaf{n}> held{{}};\n  {text} {name}{{}};\n"
            f"  bool same(const Tree{n}& other, law::Pairs& pairs) const {{\n"
            f"    return knot == other.knot && map == other.map && "
            f"law::same(held, other.held, pairs) && {name} == other.{name};\n  }}\n}};")
        values = [self.exact(Type(kind), 3) for _ in range(5)]

        def recipe(plain, v):
            return (f"{self.attribute()} inline Tree{n} {plain}() {{\n  auto held = std::make_shared<Leaf{n}>("
                    f"Leaf{n}{{.{name} = {v[0]}}});\n"
                    f"  return Tree{n}{{.knot = Knot{n}({v[1]}, {{Leaf{n}{{.{name} = {v[2]}, "
                    f".other = 2}}}}),\n"
                    f"      .map = {{{{\"a\", Leaf{n}{{.{name} = {v[3]}}}}}}}, .held = held, .{name} = {v[4]}}};\n}}")

        new = self.exact(Type(kind), 3)
        self.recipes += [recipe(f"tree{n}", values), recipe(f"spread{n}", [new] * 5)]
        self.law(f"tree{n}", f"Tree{n}")
        way = self.pick([f'c.broadcast("{name}", {new});', f'c.walk("{name}", [](auto) {{ return {new}; }});'])
        self.checks.append(f"  {{\n    auto c = run::autoconvert<&law::tree{n}>();\n    {way}\n"
                           f'    failed |= !as_by_hand<Tree{n}>("tree{n}", run::autoconvert<&law::tree{n}>(), c, '
                           f"run::autoconvert<&law::spread{n}>(), law::spread{n}());\n  }}\n")
