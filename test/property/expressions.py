"""Random expressions of the recipe language, of a wanted type."""
from world import CHAINED, CONSTANT, CONTAINERS, KEPT_AS_TEXT, KEYS, VALUES, Type


NESTED = ("point", "grid", "ports", "table")
DEEP = 6  # objects that hold others by pointers would do so without end
CHOSEN = "\n#if LAW_WIDE == 64  // (\n  {}\n#elif 1\n  ) nonsense{{\n#endif\n  "


class Expressions:
    """What can be said at one place of a recipe: with its parameters, its locals, and the program's declarations."""

    def __init__(self, program, parameters):
        self.program, self.random = program, program.random
        self.parameters = parameters
        self.may_choose = True  # whether directives may stand within
        self.locals = []  # (name, type), of objects and of what holds them
        self.values = [(n, t) for n, t in parameters if t.is_value]

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, p):
        return self.random.random() < p

    # Values.
    def value(self, kind, depth=0):
        known = [n for n, t in self.values if t.kind == kind]
        if known and self.chance(0.5):
            return self.pick(known)
        n = self.random.randint(0, 60)
        if depth > 1 and kind == "int":
            return str(n)

        def number():
            return self.value("int", depth + 1)

        return {
            "int": lambda: self.pick([str(n), f"-{n}", f"{number()} + {n}", f"std::max({n}, {number()})",
                                      f"rounded({n})", f"calm::cores({n}) * 2", f"calm::Desk::wide({number()})",
                                      f"static_cast<int>(sizeof(char)) * {n}", f"({n} - {number()})", "LAW_WIDE",
                                      f"LAW_SUM({n}, {number()})", f"LAW_SAME({number()})", "shallow::Place::kHere",
                                      f"+{n}", "int{'a'}", "0x1'0"]),
            "long": lambda: self.pick([str(n), f"std::int64_t{{{n}}} << 33", f"static_cast<std::int64_t>({number()})",
                                       f"-{n}l", "std::numeric_limits<std::int64_t>::min()"]),
            "size": lambda: self.pick([f"{n}u", f"sizeof(int) * {n}", f"std::string(\"{n}x\").size()"]),
            "float": lambda: self.pick([f"{n}.5f", "0.1f", f"{n}e-44f", f"static_cast<float>({number()})", f"{n}"]),
            "double": lambda: self.pick([f"{n}.5", f"half({n}.0)", f"{n}.25 * 2", "1e-3", f"{n}", "0x1.8p3",
                                         f"-{n}e-2", "-0.0", f"{n}.0 / 3", "std::numeric_limits<double>::infinity()",
                                         f"1e{n * 5}"]),
            "bool": lambda: self.pick(["true", "false", f"{number()} > {n}", f"!({n} < 7) || true",
                                       f"{n} == 3 and not false"]),
            "string": lambda: self.pick([f'"s{n}"', f'std::string("t{n}")', f"std::to_string({n})",
                                         f'std::string("a") + "{n}"', f"std::string({n % 5}, 'x')",
                                         f'R"(raw "{n}" ?\?/ // \\n)"', f'"?\\?= é {{{n}}} #"', f'"a" "{n}" "b"', '""',
                                         f'LAW_SAME("m{n}")', f'R"x()" Cell({n}) )x"',
                                         self.odd(), self.odd()]),
            "mode": lambda: self.pick(["Mode::slow", "Mode::fast", "law::Mode::wild", "Mode(2)"]),
            "level": lambda: self.pick(["LAW_LOW", "LAW_HIGH", "::LAW_HIGH", "law_level::LAW_LOW"]),
            "span": lambda: self.pick([f"std::chrono::milliseconds({n})", f"std::chrono::seconds({n})",
                                       f"std::chrono::milliseconds({n}) * 2"]),
            "ints": lambda: self.pick([f"{{1, {n}}}", f"std::vector<int>{{{n}}}", f"std::vector<int>(2, {n})",
                                       "std::vector<int>()", f"std::vector{{{n}, 2}}"]),
            "maybe": lambda: self.pick(["std::nullopt", str(n), f"std::optional<int>({n})",
                                        f"std::make_optional({number()})"]),
            "table": lambda: self.pick([f'{{{{"a", {n}}}, {{"b c", 2}}}}',
                                        f'std::map<std::string, int>{{{{"k{n}", {number()}}}}}']),
            "flags": lambda: self.pick(["Flags::bold", "Flags::bold | Flags::wide", "law::Flags::none", "Flags(5)",
                                        "static_cast<Flags>(4)", "Flags{}"]),
            "view": lambda: self.pick([f'"v{n}"', f'std::string_view("w{n}")', '""', f'std::string_view("cut{n}", 3)']),
            "chars": lambda: self.pick([f'"c{n}"', f'LAW_SAME("d{n}")', f'"e" "{n}"', f'&"f{n}"[1]', "calm::kName"]),
            "hue": lambda: self.pick([f"Hue({n})", f"Hue({n}, {number()})", f"Hue{{{n}}}", f"Hue({n}).darker()"]),
            "short": lambda: self.pick([str(n), f"-{n}", f"std::int16_t({number()})", "-32768"]),
            "byte": lambda: self.pick([str(n), f"static_cast<std::uint8_t>({number()})", "0xff", "'c'"]),
            "letter": lambda: self.pick(["'x'", "'\\n'", "'\\''", "char(65)", "'7'", "' '", "\"{w}\"[0]"]),
            "huge": lambda: self.pick([f"{n}u", f"std::uint64_t{{{n}}} << 58", "18446744073709551615u",
                                       f"std::uint64_t({number()})"]),
            "words": lambda: self.pick([f'{{"w{n}", {self.odd()}}}', f"std::vector<std::string>{{{self.odd()}}}",
                                        f'std::vector<std::string>({n % 3}, "w")', "std::vector<std::string>()"]),
            "grid": lambda: self.pick([f"{{{{1, {n}}}, {{}}}}", f"std::vector<std::vector<int>>{{{{{n}}}}}",
                                       f"std::vector<std::vector<int>>(2, {{{n}, 3}})"]),
            "point": lambda: self.pick([f"{{{{{n}.5, 2}}}}", f"{{{n}.25}}", f"std::array<double, 2>{{{n}, 1e-3}}"]),
            "couple": lambda: self.pick([f'{{{n}, "c"}}', f'std::pair<int, std::string>({number()}, "d")',
                                         f"std::make_pair({n}, std::string({self.odd()}))"]),
            "choice": lambda: self.pick([str(n), f'std::string("s{n}")', f'"lit{n}"', f"std::variant<int, std::string>"
                                         f"({n})", f"std::variant<int, std::string>(std::in_place_index<1>, {n}, 'z')"]),
            "names": lambda: self.pick([f'{{"n{n}", "a"}}', f"std::set<std::string>{{{self.odd()}}}"]),
            "ports": lambda: self.pick([f"{{{{{n}, true}}, {{-1, false}}}}", f"std::map<int, bool>{{{{{n}, false}}}}"]),
            "path": lambda: self.pick([f'"dir/p{n}"', f'std::filesystem::path("/q{n}") / "r s"']),
            "bits": lambda: self.pick(["{true, false}", f"std::vector<bool>({n % 4}, true)"]),
            "modes": lambda: self.pick(["{Mode::fast, Mode(1)}", "std::vector<Mode>(2, Mode::wild)"]),
            "title": lambda: self.pick(["std::nullopt", self.odd(), f'std::optional<std::string>("t{n}")',
                                        "std::make_optional<std::string>(\"\")"]),
            "rest": lambda: self.pick([f"std::chrono::duration<double>({n}.25)", f"std::chrono::milliseconds({n})",
                                       f"std::chrono::seconds({n})"]),
            "function": lambda: self.pick(["plus_one", "&times_two", "&law::plus_one", "*times_two"]),
        }[kind]()

    def odd(self):
        """A text that a format might take for something else."""
        return self.pick(['"yes"', '"null"', '"~"', '"1e3"', '" a"', '"a: b"', '"#x"', '"- x"', '"[a"', '"{a"', '"@x"',
                          '"0x10"', '"2001-01-01"', '"\\t\\n"', '"\\x7f"', '"\\u00e9"', '"*a"', '"a\\\\"', '"\\r\\n "',
                          '"_target_"', '"true"', '"%"', '"a\\nb\\n"', '"\'"', '"\\"\\""'])

    # Objects.
    def other_constructor(self, cls, depth):
        """The arguments for one of the class's other constructors, or nothing."""
        if "way" in cls.also and self.chance(0.3):
            return "law::Way::curved" + self.pick(["", f", {self.value('int')}"])
        if "template" in cls.also and self.chance(0.3):
            more = [", " + self.value(self.pick(["int", "double", "float"])) for _ in range(self.random.randint(0, 2))]
            return f"Way::straight, {self.value(self.pick(['int', 'double']))}" + "".join(more)
        return None

    def arguments(self, cls, depth, is_typed=False):
        """The arguments of its constructor."""
        other = self.other_constructor(cls, depth)
        if other is not None:
            return other
        parameters = cls.parameters
        required = sum(1 for m in parameters if not m.default)
        count = self.random.randint(required, len(parameters)) if depth < DEEP else required
        # Braces within braces, as the first argument, might be those of a copy.
        return ", ".join(self.argument(m.type, depth + 1, is_typed or m is parameters[0] and m.type.kind in NESTED)
                         for m in parameters[:count])

    def argument(self, type, depth, is_typed):
        """Of a constructor, which keeps a text of its own."""
        if type.kind in KEPT_AS_TEXT and self.chance(0.3):
            text = self.value("string")
            return text if type.kind == "view" else f"std::string({text}).c_str()"
        return self.any(type, depth, is_typed)

    def base_part(self, cls, depth):
        """The initialiser of an aggregate's base."""
        inner = self.positional(cls.parent, depth + 1)
        return f"{self.pick([cls.parent.name, ''])}{{{inner}}}"

    def positional(self, cls, depth):
        count = self.random.randint(0, len(cls.members)) if depth < DEEP else 0
        parts = [self.nameless(m.type, self.any(m.type, depth + 1)) for m in cls.members[:count]]
        return ", ".join(([self.base_part(cls, depth)] if cls.parent else []) + parts)

    def aggregate(self, cls, depth):
        """Braces with what is in them."""
        if cls.parent or self.chance(0.3):
            return f"{{{self.positional(cls, depth)}}}"
        chosen = [m for m in cls.members if self.chance(0.6) and depth < DEEP]
        return "{" + ", ".join(f".{m.name}{self.designated(m, depth)}" for m in chosen) + "}"

    def designated(self, member, depth):
        text = self.nameless(member.type, self.any(member.type, depth + 1))
        return text if text.startswith("{") and self.chance(0.5) else f" = {text}"

    def nameless(self, type, text):
        """Braces of an aggregate's member may leave its class out. Of C arrays of classes g++ 12 makes none so."""
        if type.kind != "object" or not type.of.is_aggregate or not text.startswith(type.text + "{"):
            return text
        if any(m.type.kind in ("row", "names") for m in type.of.all_members) or not self.chance(0.3):
            return text
        return text.removeprefix(type.text)

    def construct(self, cls, depth, opening=None):
        """`opening` is std::make_shared<C>( and the like."""
        if cls.is_aggregate:
            text = cls.name + self.aggregate(cls, depth)
            return text if opening is None else f"{opening}{text})"
        if cls.has_list and self.chance(0.4) and opening is None:
            items = ", ".join(self.value("int") for _ in range(self.random.randint(1, 4)))
            return self.pick([f"{cls.name}{{{items}}}", f"{cls.name}({{{items}}}, true)"])
        # Braces alone could be several types for a make_… function.
        inner = self.arguments(cls, depth, is_typed=opening is not None)
        if opening is not None:
            return f"{opening}{inner})"
        if self.chance(0.3) and not cls.has_list:
            return f"{cls.name}{{{inner}}}"
        return self.chained(cls, f"{cls.name}({inner})", depth)

    def chained(self, cls, text, depth):
        """The object, perhaps with setters that are called on it."""
        fluent = [m for m in cls.members if m.how == "setter" and m.style in CHAINED]
        if fluent and cls.is_copyable and self.chance(0.5):
            chosen = self.random.sample(fluent, self.random.randint(1, len(fluent)))
            for m in sorted(chosen, key=lambda m: m.style != "rvalue"):
                text += f".{m.setter()}({self.any(m.type, depth + 1)})"
        return text

    def known(self, type):
        return [n for n, t in self.locals + self.parameters if t == type and t.is_copyable]

    def object(self, cls, depth, is_typed=False):
        type = Type("object", cls)
        known = self.known(type)
        if known and self.chance(0.35):
            return self.pick(known)
        recipes = [r for r in self.program.callable if r.result == type]
        if recipes and depth < 3 and self.chance(0.3):
            return self.call(self.pick(recipes), depth)
        makers = self.program.makers_of(cls, "object")
        if makers and self.chance(0.2):
            return self.chained(cls, self.pick(makers).call(self, depth), depth)
        if not is_typed and depth and not self.chance(0.7):
            if "converting" in cls.also and cls.parameters and not cls.parent:
                parameter = cls.parameters[0].type
                if parameter.kind in CONSTANT + ("flags", "hue", "function"):
                    return self.value(parameter.kind)
                if parameter.kind == "object":
                    return self.object(parameter.of, depth + 1, is_typed=True)
            converting = [c for c in self.program.classes if c.converts_to is cls]
            if converting:
                return self.object(self.pick(converting), depth + 1, is_typed=True)
        return self.construct(cls, depth)

    def call(self, recipe, depth):
        required = recipe.required
        count = self.random.randint(required, len(recipe.parameters))
        inner = ", ".join(self.any(t, depth + 1, is_typed=True) for _, t in recipe.parameters[:count])
        return f"{recipe.said}({inner})"

    def holder(self, type, depth, is_typed):
        cls = type.of.of
        if depth > DEEP:
            return "nullptr" if not is_typed else f"{type.text}()"
        if type.of.kind == "base":
            derived = [c for c in self.program.classes if c.is_derived]
            if depth > 4 or not derived:
                return "nullptr"  # a derived class may hold others without end
            cls = self.pick(derived)
        object = Type("object", cls)
        if type.kind != "unique":
            known = self.known(Type("shared", object))
            if known and self.chance(0.6):
                return self.pick(known)
        kind = "unique" if type.kind == "unique" or not is_typed and self.chance(0.2) else "shared"
        makers = self.program.makers_of(cls, kind) + self.program.makers_of(cls, "raw")
        recipes = [r for r in self.program.callable if r.result == Type(kind, object)]
        if recipes and depth < 3 and self.chance(0.2):
            return self.call(self.pick(recipes), depth)
        if makers and self.chance(0.2):
            maker = self.pick(makers)
            text = maker.call(self, depth)
            return f"std::{kind}_ptr<{cls.name}>({text})" if maker.kind == "raw" else text
        return self.construct(cls, depth, f"std::make_{kind}<{cls.name}>(")

    def container(self, type, depth, is_typed):
        kind, of, name = type.kind, type.of, type.text
        few = self.random.randint(0 if depth < 2 else 1, 3) if depth < DEEP else 0

        def element(is_exact=False):
            return self.any(of, depth + 1, is_typed or is_exact)

        is_class = of.kind == "object" or (of.kind == "shared" and of.of.kind == "object")
        if kind == "optional":
            exact = element(True)
            if of.is_holder and exact in ("nullptr", f"{of.text}()"):
                return f"{name}()" if is_typed else "std::nullopt"  # one that holds nothing at all is refused
            choices = [f"{name}({exact})", f"{name}{{{exact}}}"]
            if is_class:
                choices += [f"std::make_optional({exact})", f"std::optional({exact})"]
            if not is_typed:
                choices += [exact, exact, "std::nullopt"]
            return self.pick(choices)
        if kind == "variant":
            text = element(True) if self.chance(0.6) else str(self.random.randint(0, 9))
            return f"{name}({text})" if is_typed or self.chance(0.3) else text
        if kind == "either":
            chosen = self.pick([type.of, type.other])
            text = self.any(chosen, depth + 1, True)
            return f"{name}({text})" if is_typed or self.chance(0.3) else text
        if kind in ("pair", "tuple"):
            inner = [element(True), self.value("int")] + ([self.text_value()] if kind == "tuple" else [])
            joined = ", ".join(inner)
            choices = [f"{name}({joined})", f"{name}{{{joined}}}"]
            if is_class:
                choices += [f"std::{kind}({joined})", f"std::make_{kind}({joined})"]
            if not is_typed:
                choices.append(f"{{{joined}}}")
            return self.pick(choices)
        if not of.is_copyable:
            return f"{name}()" if is_typed or kind != "array" else "{}"
        if kind in KEYS:
            inner = ", ".join(f'{{{key}, {element()}}}' for key in self.random.sample(KEYS[kind], few))
            return f"{name}{{{inner}}}" if is_typed or not few or self.chance(0.6) else f"{{{inner}}}"
        if kind == "array":
            inner = f"{element()}, {element()}"
            return f"{name}{{{{{inner}}}}}" if self.chance(0.7) else f"{name}{{{inner}}}"
        inner = ", ".join(element(is_class) for _ in range(few))
        choices = [f"{name}{{{inner}}}"] * 3 + ([f"{name}({{{inner}}})"] if few and is_class else [])
        if of.kind == "object" and few > 1:
            choices.append(f"std::{kind}{{{inner}}}")
        if not is_typed and few:
            choices.append(f"{{{inner}}}")
        return self.pick(choices)

    def text_value(self):
        return f'std::string("x{self.random.randint(0, 9)}")'

    def any(self, type, depth=0, is_typed=False):
        text = self.bare(type, depth, is_typed)
        if depth and not text.startswith("{") and self.chance(0.06):
            spellings = ["({})", "LAW_SAME({})", "LAW_FIRST(({}), 0)", "/* {{ */ {}"]
            if "\n" in text:
                spellings = ["({})"]  # no directive within what a macro is given
            elif self.may_choose:
                spellings += [CHOSEN, "\n#ifdef LAW_NOWHERE\n  (nonsense\n#else\n  {}\n#endif\n  "]
            return self.pick(spellings).format(text)
        return text

    def bare(self, type, depth, is_typed):
        if type.kind in VALUES:
            text = self.value(type.kind)
            return f"{type.text}{text}" if is_typed and text.startswith("{") else text
        if type.kind == "object":
            return self.object(type.of, depth, is_typed)
        if type.is_holder:
            return self.holder(type, depth, is_typed)
        if type.kind == "row":
            return f"{{{self.any(type.of, depth + 1, True)}, {self.any(type.of, depth + 1, True)}}}"
        known = self.known(type)
        if known and self.chance(0.4):
            return self.pick(known)
        assert type.kind in CONTAINERS
        return self.container(type, depth, is_typed)
