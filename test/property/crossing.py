"""Episodes of recipes that call those of other namespaces, that return in several places, that take values apart, and
of containers of values that functions give."""
from making import Making
from world import DEFAULTS, Type

APART = {  # how values are taken apart: the expression => what its parts are
    "std::pair({0}, {1})": ("int", "double"), "std::pair<int, std::string>({0}, {1})": ("int", "string"),
    "std::tuple({0}, {1}, {2})": ("int", "mode", "string"), "std::array<int, 2>{{{{{0}, {1}}}}}": ("int", "int"),
    "std::make_pair({0}, {1})": ("mode", "double"), "std::tuple<int, bool, double>({0}, {1}, {2})": ("int", "bool", "double"),
}


class Crossing(Making):
    """A part of Episode."""

    def spaces(self):
        """Recipes of several namespaces, which have names in common."""
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        x = lambda: self.exact(object)  # noqa: E731
        kind = self.pick(["int", "string", "mode", "double"])
        t, default = Type(kind).text, DEFAULTS[kind]
        self.struct(f"Site{n}", [(c, "one"), (f"std::vector<{c}>", "many"), (f"std::shared_ptr<{c}>", "held"), (t, "value")])
        north, south = f"north{n}", f"south{n}"
        inner = self.pick(["namespace low", "namespace low::est", "inline namespace v1"])
        reached = f"{north}::" if inner.startswith("inline") else f"{north}::{inner.removeprefix('namespace ')}::"
        opening = f"std::make_shared<{c}>("
        self.recipes.append(f"namespace {north} {{\n"
                            f"{self.attribute()} inline {c} part() {{ return {x()}; }}\n"
                            f"{inner} {{\n"
                            f"{self.attribute()} inline std::shared_ptr<{c}> owned() {{ return {opening}{x()}); }}\n"
                            f"{self.attribute()} inline {c} valued([[maybe_unused]] {t} value = {default}) {{\n"
                            f"  return {self.pick([x(), 'part()'])};\n}}\n}}\n}}")
        before, name = self.pick([
            ("", reached), ("", "law::" + reached), (f"using namespace {reached.removesuffix('::')};", ""),
            (f"namespace near = {reached.removesuffix('::')};", "near::"),
            (f"using {reached}owned;\nusing {reached}valued;", "")])
        call = lambda: f"{name}valued({self.exact(Type(kind), 3) if self.chance(0.5) else ''})"  # noqa: E731
        lines = [f"Site{n} site{{.one = {call()}, .many = {{{call()}, {north}::part()}}, .held = {name}owned()}};"]
        lines += self.random.sample([f"site.many.push_back({call()});", f"site.one = {call()};", f"site.held = {name}owned();",
                                     f"site.many.push_back(part());", f"site.value = {self.exact(Type(kind), 3)};"],
                                    self.random.randint(0, 4))
        body = "\n  ".join(lines + ["return site;"])
        # Its own `part` hides the other one.
        self.recipes.append(f"namespace {south} {{\n{before}\n"
                            f"{self.attribute()} inline {c} part() {{ return {x()}; }}\n"
                            f"{self.attribute()} inline Site{n} site() {{\n  {body}\n}}\n}}")
        self.law(f"{north}::part", c)
        self.law(f"{south}::part", c)
        self.law(f"{reached}owned", f"std::shared_ptr<{c}>")
        self.law(f"{south}::site", f"Site{n}")

    def returns(self):
        """A template that returns in several places, of which an instance has one."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        x = lambda: self.exact(object)  # noqa: E731
        opening = f"std::make_shared<{c}>("
        one = lambda: self.pick([  # noqa: E731
            [f"return {{{x()}}};"], [f"return std::vector<{c}>{{{x()}, {x()}}};"],
            [f"std::vector<{c}> made;", f"made.push_back({x()});", "return made;"],
            [f"{c} first = {x()};", "return {first, first};"],
            [f"const auto held = {opening}{x()});", "return {*held};"],
        ])
        block = lambda: " ".join(one())  # noqa: E731
        body = self.pick([
            "if constexpr (N == 0) {{ {a} }} else if constexpr (N < 3) {{ {b} }} else {{ {c} }}",
            "if constexpr (N > 1) {{ {a} }} else {{ {b} }}",
            "if constexpr (std::is_same_v<T, int> && N > 0) {{ {a} }} else {{ {b} }}",
            "if constexpr (N == 1) {{ if constexpr (sizeof(T) > 4) {{ {a} }} else {{ {b} }} }} else {{ {c} }}",
        ]).format(a=block(), b=block(), c=block())
        result = f"std::vector<{c}>"
        text = f"template <int N, class T = int>\n{self.attribute()} {result} returned{n}() {{\n  {body}\n}}"
        for given in self.random.sample(["0", "1", "2", "3", "1, double", "0, std::string"], 3):
            text += f"\ntemplate {result} returned{n}<{given}>();"
            self.law(f"returned{n}<{given}>", result)
        self.recipes.append(text)

    def apart(self):
        """Values that are taken apart, and go into objects."""
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        lines = []
        for i in range(self.random.randint(1, 3)):
            made, kinds = self.pick(list(APART.items()))
            names = [f"v{i}_{j}" for j in range(len(kinds))]
            values = [self.exact(Type(k), 3) for k in kinds]
            lines.append(f"[[maybe_unused]] {self.pick(['const auto', 'auto', 'const auto&', 'auto&&'])} "
                         f"[{', '.join(names)}] = {made.format(*values)};")
            self.values += [(name, Type(k)) for name, k in zip(names, kinds)]
        self.struct(f"Apart{n}", [(cls.name, "one"), (f"std::vector<{cls.name}>", "many"), ("int", "number"),
                                  ("std::string", "text")])
        lines.append(f"Apart{n} made{{.one = {self.construct(cls, 1)}, .many = {{{self.construct(cls, 1)}}}, "
                     f".number = {self.value('int')}, .text = {self.value('string')}}};")
        lines += self.random.sample([f"made.many.push_back({self.construct(cls, 1)});", f"made.number = {self.value('int')};",
                                     f"made.text += {self.exact(Type('string'))};"], self.random.randint(0, 3))
        self.values = []
        self.recipe(f"apart{n}", f"Apart{n}", lines + ["return made;"])

    def computed(self):
        """Containers of values, some of which functions give."""
        n = self.number
        self.declared.append(f"inline std::string word{n}(int i) {{ return \"w\" + std::to_string(i); }}\n"
                             f"inline int port{n}(const std::string& text, int more = 1) {{ return "
                             f"static_cast<int>(text.size()) + more; }}\n"
                             f"struct Rates{n} {{ static double rate(double by) {{ return by * 0.5; }} }};")
        fields = {"names": ("std::vector<std::string>", "word"), "ports": ("std::map<std::string, int>", "port"),
                  "numbers": ("std::vector<int>", "port"), "rates": ("std::deque<double>", "rate"),
                  "title": ("std::optional<std::string>", "word"), "both": ("std::pair<int, std::string>", "both"),
                  "fixed": ("std::array<int, 2>", "port"), "grid": ("std::vector<std::vector<int>>", "port"),
                  "text": ("std::string", "word"), "by": ("std::map<int, std::string>", "word"), "number": ("int", "port")}
        chosen = self.random.sample(list(fields), self.random.randint(3, 7))
        self.struct(f"Terms{n}", [(fields[m][0], m) for m in chosen])
        calls = {"word": lambda: f"word{n}({self.value('int')})",
                 "port": lambda: f"port{n}({self.pick([calls['word'](), self.exact(Type('string'))])})",
                 "rate": lambda: f"Rates{n}::rate({self.exact(Type('double'), 3)})"}
        plain = {"word": lambda: self.exact(Type("string")), "port": lambda: self.exact(Type("int"), 3),
                 "rate": lambda: self.exact(Type("double"), 3)}

        def one(of):
            return self.pick([calls, calls, plain])[of]()

        def steps(m):
            text, of = fields[m]
            if m == "both":
                return [f"= std::pair<int, std::string>({one('port')}, {one('word')});"]
            if m in ("names", "numbers", "rates"):
                return [f".push_back({one(of)});", f".emplace_back({one(of)});", f"= {{{one(of)}, {one(of)}}};"]
            if m == "grid":
                return [f"= {{{{{one(of)}, {one(of)}}}, {{{one(of)}}}}};", f".push_back({{{one(of)}}});"]
            if m == "ports":
                return [f'["a"] = {one(of)};', f'.emplace("b", {one(of)});', f'= {{{{"c", {one(of)}}}}};',
                        f'.insert_or_assign("d", {one(of)});']
            if m == "by":
                return [f"[3] = {one(of)};", f".try_emplace(4, {one(of)});", f"= {{{{1, {one(of)}}}, {{2, {one(of)}}}}};"]
            if m == "fixed":
                return [f"= {{{{{one(of)}, {one(of)}}}}};"]
            return [f"= {one(of)};"]

        joined = lambda access, m: access + m + (step if (step := self.pick(steps(m)))[0] in ".[" else " " + step)  # noqa: E731
        later = [m for m in chosen for _ in range(self.random.randint(0, 2))]
        lines = [f"Terms{n} terms;"] + [joined("terms.", m) for m in later]
        self.recipe(f"terms{n}", f"Terms{n}", lines + ["return terms;"])
        given = [m for m in chosen if any(s.startswith("= ") for s in steps(m))]
        braces = ", ".join(f".{m} {next(s for s in steps(m) if s.startswith('= ')).removesuffix(';')}" for m in given)
        self.recipe(f"given_terms{n}", f"std::vector<Terms{n}>", [f"std::vector<Terms{n}> many{{Terms{n}{{{braces}}}}};",
                                                                 f"many.push_back(terms{n}());"] +
                    ([joined("many.back().", m) for m in self.random.sample(chosen, 1)] if self.chance(0.5) else []) +
                    ["return many;"])
