"""What random programs are about: types of values, and classes with constructors, fields and setters."""

WORDS = ["width", "depth", "height", "rate", "level", "size", "count", "mode", "label", "inner", "outer", "left",
         "right", "first", "last", "spare", "tag", "limit", "scale", "power"]

# Types whose expressions are executed while a recipe is converted.
VALUES = {"int": "int", "long": "std::int64_t", "size": "std::size_t", "float": "float", "double": "double",
          "bool": "bool", "string": "std::string", "mode": "Mode", "level": "law_level", "ints": "std::vector<int>",
          "span": "std::chrono::milliseconds", "maybe": "std::optional<int>", "table": "std::map<std::string, int>",
          "function": "int (*)(int)", "flags": "Flags", "view": "std::string_view", "chars": "const char*",
          "hue": "Hue", "short": "std::int16_t", "byte": "std::uint8_t", "letter": "char", "huge": "std::uint64_t",
          "words": "std::vector<std::string>", "grid": "std::vector<std::vector<int>>",
          "point": "std::array<double, 2>", "couple": "std::pair<int, std::string>",
          "choice": "std::variant<int, std::string>", "names": "std::set<std::string>", "ports": "std::map<int, bool>",
          "path": "std::filesystem::path", "bits": "std::vector<bool>", "modes": "std::vector<Mode>",
          "title": "std::optional<std::string>", "rest": "std::chrono::duration<double>"}
# A default that can stand in a declaration.
DEFAULTS = {"int": "3", "long": "7", "size": "8u", "float": "0.25f", "double": "0.5", "bool": "true",
            "string": '"none"', "mode": "Mode::slow", "level": "LAW_LOW", "span": "std::chrono::milliseconds(5)",
            "function": "nullptr", "ints": "std::vector<int>{1, 2}", "flags": "Flags::bold", "view": '"view"',
            "chars": '"chars"', "hue": "Hue(1, 2)", "short": "-3", "byte": "200", "letter": "'d'",
            "huge": "18446744073709551615u", "words": 'std::vector<std::string>{"a", "b"}',
            "grid": "std::vector<std::vector<int>>{{1}, {2, 3}}", "point": "std::array<double, 2>{{0.5, 2}}",
            "couple": 'std::pair<int, std::string>(1, "one")', "choice": "std::variant<int, std::string>(4)",
            "names": 'std::set<std::string>{"x"}', "path": 'std::filesystem::path("a/b")',
            "bits": "std::vector<bool>{true, false}", "modes": "std::vector<Mode>{Mode::wild}",
            "title": 'std::optional<std::string>("title")', "rest": "std::chrono::duration<double>(0.5)"}
CONSTANT = ("int", "long", "size", "float", "double", "bool", "mode", "level", "short", "byte", "letter", "huge")

HOLDERS = {"shared": "std::shared_ptr<{}>", "unique": "std::unique_ptr<{}>", "const": "std::shared_ptr<const {}>"}
CONTAINERS = {"vector": "std::vector<{}>", "deque": "std::deque<{}>", "list": "std::list<{}>",
              "array": "std::array<{}, 2>", "optional": "std::optional<{}>", "map": "std::map<std::string, {}>",
              "hash": "std::unordered_map<std::string, {}>", "numbered": "std::map<int, {}>",
              "moded": "std::map<Mode, {}>", "pair": "std::pair<{}, int>",
              "tuple": "std::tuple<{}, int, std::string>", "variant": "std::variant<{}, int>", "either": ""}
KEYS = {"map": ['"a"', '"b"', '"c"', '"z"'], "hash": ['"a"', '"b"', '"c"', '"z"'],
        "numbered": ["-1", "0", "7", "LAW_WIDE"], "moded": ["Mode::slow", "Mode::fast", "law::Mode::wild", "Mode(5)"]}
WITHIN = ("object", "pair", "tuple", "array", "variant", "either")  # hold an object from the beginning


def cast(type, text):
    """A value as one of that type and of no other."""
    return f"{'Chars' if type.kind == 'chars' else type.text}({text})"


class Type:
    """Of a member, parameter, local: a value, an object, or what holds a type (`of`), or one of two (`other`)."""

    def __init__(self, kind, of=None, other=None):
        self.kind, self.of, self.other = kind, of, other

    def __eq__(self, other):
        return self.kind == other.kind and self.of == other.of and self.other == other.other

    @property
    def is_value(self):
        return self.kind in VALUES

    @property
    def text(self):
        if self.is_value:
            return VALUES[self.kind]
        if self.kind == "object":
            return self.of.name
        if self.kind == "base":
            return "Base"
        if self.kind == "row":
            return f"{self.of.text}[2]"
        if self.kind == "either":
            return f"std::variant<{self.of.text}, {self.other.text}>"
        return (HOLDERS.get(self.kind) or CONTAINERS[self.kind]).format(self.of.text)

    @property
    def is_holder(self):
        return self.kind in HOLDERS

    @property
    def is_copyable(self):
        if self.is_value:
            return True
        if self.kind == "object":
            return self.of.is_copyable
        if self.is_holder:
            return self.kind != "unique"
        return self.of.is_copyable and (not self.other or self.other.is_copyable)

    @property
    def is_default(self):
        """Whether it can be made from nothing."""
        if self.kind == "object":
            return self.of.is_default
        if self.kind == "array" and self.of.kind == "object" and not self.of.of.is_aggregate:
            return False  # an explicit constructor makes no element that is left out
        return self.kind not in WITHIN + ("row",) or self.of.is_default


class Member:
    """`how`: an aggregate's "member", a "parameter" of the constructor, a "field" or a "setter"."""

    def __init__(self, name, type, how, default=None, style=None):
        self.name, self.type, self.how, self.default, self.style = name, type, how, default, style

    @property
    def declared(self):
        """As a parameter or variable."""
        return declared(self.type, self.name)

    @property
    def kept(self):
        """What a class has of it."""
        return Type("string") if self.type.kind in KEPT_AS_TEXT else self.type

    def setter(self):
        upper = self.name[0].upper() + self.name[1:]
        return {"setX": "set" + upper, "SetX": "Set" + upper, "fluent": self.name, "fluent base": self.name,
                "getter": self.name, "rvalue": self.name}.get(self.style, "set_" + self.name)

    def setters(self, owner):
        """The setter as the class `owner` defines it."""
        name, value, store = self.setter(), declared(self.type, "value"), f"{self.name}_ = std::move(value);"
        text = self.type.text
        return {
            "fluent": [f"{owner}& {name}({value}) {{ {store} return *this; }}"],
            "self": [f"{owner}& {name}({value}) {{ {store} return *this; }}"],
            "rvalue": [f"{owner}&& {name}({value}) && {{ {store} return std::move(*this); }}"],
            "getter": [f"void {name}({value}) {{ {store} }}",
                       f"const {text}& {name}() const {{ return {self.name}_; }}"],
            "both": [f"void {name}(const {text}& value) {{ {self.name}_ = value; }}",
                     f"void {name}({text}&& value) {{ {store} }}"],
            "more": [f"void {name}({value}, [[maybe_unused]] int times = 1) {{ {store} }}"],
            "template": [f"template <class A = const {text}&>\n  void {name}(A&& value) "
                         f"{{ {self.name}_ = std::forward<A>(value); }}"],
        }.get(self.style, [f"void {name}({value}) {{ {store} }}"])


CHAINED = ("rvalue", "fluent", "self")  # styles of setters that can follow one another, in this order
KEPT_AS_TEXT = ("view", "chars")  # what classes keep of them is a string of their own
STYLES = ["set_x", "setX", "SetX", "fluent", "fluent", "self", "rvalue", "more"]


def styles(type):
    """How an argument of that type may be set."""
    if type.kind in KEPT_AS_TEXT:
        return STYLES
    more = ["both"] if type.is_copyable and type.kind != "function" else []
    more += ["getter"] if type.kind != "function" else []
    return STYLES + more + (["template"] if type.kind == "string" else [])


def declared(type, name):
    if type.kind == "row":
        return f"{type.of.text} {name}[2]"
    return f"int (*{name})(int)" if type.kind == "function" else f"{type.text} {name}"


class Class:
    """An aggregate, or a class with constructors, fields and setters."""

    def __init__(self, name, members, is_aggregate=False, is_derived=False, parent=None, also=(), home=None, bases=()):
        self.name, self.members, self.is_aggregate, self.is_derived = name, members, is_aggregate, is_derived
        self.parent = parent  # an aggregate's base, or the class whose constructors are inherited
        self.is_extending = False  # it has constructors of its own, beside what the parent sets
        self.also = also  # other constructors: "way", "template", "list", "converting"
        self.home = home  # the namespace in law
        self.has_twin = False  # a class of the same name in another namespace
        self.converts_to = None  # a class that it has a conversion function to
        self.bases = list(bases)  # as they are written
        self.inherited = []  # members of law::Mixin
        if any("Mixin" in base for base in bases):
            self.inherited = [Member("mixed", Type("int"), "field", "1"),
                              Member("mix", Type("int"), "setter", None, "set_x"),
                              Member("blend", Type("double"), "setter", None, "setX"),
                              Member("tone", Type("long"), "setter", None, "SetX"),
                              Member("shade", Type("mode"), "setter", None, "fluent base")]

    @property
    def plain(self):
        return self.name.split("::")[-1]

    @property
    def all_members(self):
        above = self.parent.all_members if self.parent else []
        if self.is_extending:
            above = [m for m in above if m.how != "parameter"]
        return above + self.inherited + self.members

    @property
    def is_copyable(self):
        return all(m.type.is_copyable for m in self.all_members)

    @property
    def parameters(self):
        inherits = self.parent and not self.is_aggregate and not self.is_extending
        return self.parent.parameters if inherits else self.having("parameter")

    @property
    def is_default(self):
        return self.is_aggregate or all(m.default for m in self.parameters)

    @property
    def has_list(self):
        return "list" in self.also

    def having(self, *how):
        return [m for m in self.all_members if m.how in how]

    def settable(self):
        """The members that statements can set, in an order that may be kept."""
        setters = [m for m in self.having("setter") if m.style != "rvalue"]
        return self.all_members if self.is_aggregate else self.having("field") + setters

    def stored(self, member):
        return member.name if self.is_aggregate or member.how == "field" else member.name + "_"

    def text(self):
        lines = self.aggregate() if self.is_aggregate else self.with_constructors()
        if self.converts_to:
            made = self.converts_to.plain_making()
            lines.insert(-1, f"  operator {self.converts_to.name}() const {{ return {made}; }}")
        if self.home:
            lines = [f"{'inline ' if self.home == 'current' else ''}namespace {self.home} {{"] + lines + ["}"]
        return "\n".join(lines) + "\n"

    def plain_making(self):
        return f"{self.name}{{}}" if self.is_aggregate else f"{self.name}()"

    def compared(self):
        own = [f"law::same({self.stored(m)}, other.{self.stored(m)}, pairs)" for m in self.members]
        extra = [f"{x} == other.{x}" for x in self.extra()]
        base = [f"{self.parent.name}::same(other, pairs)"] if self.parent else []
        base += ["law::Mixin::same(other)"] if self.inherited else []
        return " && ".join(["true"] + base + own + extra)

    def extra(self):
        """What the other constructors keep."""
        return {"way": ["way_", "turns_"], "template": ["sum_"], "list": ["items_"]}.get("".join(self.also), [])

    def same(self):
        return [f"  bool same([[maybe_unused]] const {self.plain}& other, [[maybe_unused]] law::Pairs& pairs) const {{",
                f"    return {self.compared()};", "  }"]

    def aggregate(self):
        lines = [f"struct {self.plain}{' : ' + self.parent.name if self.parent else ''} {{"]
        lines += [f"  {m.declared}{' = ' + m.default if m.default else '{}'};" for m in self.members]
        return lines + self.same() + ["};"]

    def with_constructors(self):
        name = self.plain
        bases = self.bases + ([f"public {self.parent.name}"] if self.parent else [])
        lines = [f"class {name}{' : ' + ', '.join(bases) if bases else ''} {{", " public:"]
        own = [m for m in self.members if m.how == "parameter"]
        if self.parent and not self.is_extending:
            lines.append(f"  using {self.parent.name}::{self.parent.plain};")
        else:
            listed = ", ".join(m.declared + (f" = {m.default}" if m.default else "") for m in own)
            stored = ", ".join(f"{m.name}_(std::move({m.name}))" for m in own)
            explicit = "" if "converting" in self.also else "explicit "
            lines.append(f"  {explicit}{name}({listed}){' : ' + stored if stored else ''} {{}}")
        private = [f"  {declared(m.kept, m.name + '_')}{'' if m.how == 'parameter' and not self.extra() else '{}'};"
                   for m in self.members if m.how != "field"]
        if "way" in self.also:
            lines.append(f"  explicit {name}(Way way, int turns = 2) : way_(way), turns_(turns) {{}}")
            private += ["  Way way_ = Way::straight;", "  int turns_ = 0;"]
        if "template" in self.also:
            lines.append(f"  template <class N, class... Rest>\n  {name}(Way, N number, Rest&&... rest)"
                         " : sum_(static_cast<double>(number)) {\n    ((sum_ += static_cast<double>(rest)), ...);\n  }")
            private.append("  double sum_ = 0;")
        if "list" in self.also:
            lines.append(f"  {name}(std::initializer_list<int> items, bool is_sorted = false) : items_(items) "
                         "{ if (is_sorted) std::sort(items_.begin(), items_.end()); }")
            private.append("  std::vector<int> items_{};")
        for m in self.members:
            if m.how == "setter":
                lines += ["  " + line for line in m.setters(name)]
            elif m.how == "parameter" and m.default == f"known_{m.name}()":
                private.append(f"  static {m.type.text} {m.default} {{ return {DEFAULTS[m.type.kind]}; }}")
            elif m.how == "parameter" and m.default == f"k_{m.name}":
                private.append(f"  static constexpr {m.type.text} {m.default} = {DEFAULTS[m.type.kind]};")
        lines += self.same()
        if self.is_derived:
            lines += ["  bool same(const law::Base& other, law::Pairs& pairs) const override {",
                      f"    const auto* of = dynamic_cast<const {name}*>(&other);",
                      "    return of != nullptr && same(*of, pairs);", "  }"]
        lines += ["  void poke() {}", f"  {name}& operator+=(int) {{ return *this; }}"]
        lines += [f"  {m.declared}{' = ' + m.default if m.default else '{}'};"
                  for m in self.members if m.how == "field"]
        return lines + [" private:"] + private + ["};"]
