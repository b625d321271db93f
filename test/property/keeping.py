"""Episodes of what constructors put into an object, of setters that take lists, and of those that `using` makes public."""
from expressions import Expressions
from world import CONSTANT, DEFAULTS, KEYS, WORDS, Type

PLAIN = [*CONSTANT, "string", "words", "point", "couple", "path", "title", "span", "hue", "flags"]
TAKEN = ("set_x", "setX", "SetX", "fluent", "more")  # styles of setters that a base has


class Keeping(Expressions):
    """A part of Episode."""

    # What a constructor makes is not known, and is changed by index and key, and behind its end.
    def stored(self):
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        c, kind = cls.name, self.pick([k for k in PLAIN if k != "bool"])
        t = Type(kind).text
        able = {  # member => type, how it is made, elements, kind
            "rows": (f"std::vector<{c}>", "(3)", "object", "vector"), "line": (f"std::deque<{c}>", "(3)", "object", "vector"),
            "chain": (f"std::list<{c}>", "(3)", "object", "list"), "held": (f"std::vector<std::shared_ptr<{c}>>", "(3)",
                                                                          "shared", "vector"),
            "fixed": (f"std::array<{c}, 3>", "()", "object", "array"), "row": (c, "()", "object", "row"),
            "named": (f"std::map<std::string, {c}>", f'{{{{"a", {c}()}}, {{"q", {c}()}}}}', "object", "map"),
            "numbered": (f"std::map<int, {c}>", f"{{{{7, {c}()}}}}", "object", "numbered"),
            "values": (f"std::vector<{t}>", "(3)", "value", "vector"), "plain": (t, "()", "value", "row"),
            "table": (f"std::map<std::string, {t}>", f'{{{{"a", {t}()}}}}', "value", "map"),
            "own": (f"std::vector<std::unique_ptr<{c}>>", "(3)", "unique", "vector")}
        fields = {m: able[m] for m in self.random.sample(list(able), self.random.randint(2, 5))}
        is_movable_only = "own" in fields
        listed = "\n".join(f"  {f[0]} {m}{'[3]' if f[3] == 'row' else ''};" for m, f in fields.items())
        same = "".join(f" && law::same({m}, other.{m}, pairs)" for m in fields)
        self.declared.append(f"""class Store{n} {{
 public:
  explicit Store{n}(int count = 2) : {', '.join(m + f[1] for m, f in fields.items())}, count_(count) {{}}
  Store{n}& set_size(int value) {{ size_ = value; return *this; }}
{listed}
  bool same(const Store{n}& other, law::Pairs& pairs) const {{
    return count_ == other.count_ && size_ == other.size_{same};
  }}
 private:
  int count_;
  int size_ = 1;
}};""")
        self.struct(f"Stores{n}", [(f"Store{n}", "one"), (f"std::shared_ptr<Store{n}>", "held"), ("int", "number")])
        object, value = Type("object", cls), Type(kind)
        makers = {"object": lambda: self.exact(object), "value": lambda: self.exact(value),
                  "shared": lambda: f"std::make_shared<{c}>({self.exact(object)})",
                  "unique": lambda: f"std::make_unique<{c}>({self.exact(object)})"}

        def change(access, is_element=False):
            """What lies in an element of another container can grow alone."""
            able = [m for m in fields if not is_element or fields[m][3] in ("vector", "list")]
            lines = []
            for member in self.random.sample(able, self.random.randint(min(1, len(able)), len(able))):
                of, shape = fields[member][2:]
                path = access + member
                for _ in range(self.random.randint(1, 3)):
                    text, at = makers[of](), self.random.randrange(3)
                    steps = []
                    if shape in ("vector", "list"):
                        steps += [f"{path}.push_back({text});", f"{path}.emplace_back({text});",
                                  f"{path}.insert({path}.end(), {text});"]
                    if shape in KEYS:
                        steps += [f"{path}[{self.pick(KEYS[shape])}] = {text};"]
                    elif shape != "list" and not is_element:
                        steps += [f"{path}[{at}] = {text};"] * 2
                    lines.append(self.pick(steps))
            return lines + [f"{access}set_size({self.value('int')});"] * self.chance(0.3)

        opening = self.pick([f"Store{n} store;", f"Store{n} store({self.value('int')});", f"auto store = Store{n}(4);"])
        self.recipe(f"stored{n}", f"Store{n}", [opening] + change("store.") + ["return store;"])
        lines = [f"Stores{n} all;"] + change("all.one.") + [f"all.held = std::make_shared<Store{n}>({self.value('int')});"]
        lines += change("all.held->") + self.pick([[], ["all.number = 4;"]])
        self.recipe(f"stores{n}", f"Stores{n}", lines + ["return all;"])
        if not is_movable_only:
            lines = [f"std::vector<Store{n}> many;", f"many.emplace_back({self.value('int')});"] + change("many.back().", True)
            lines += [f"many.push_back(stored{n}());", "return many;"]
            self.recipe(f"many_stored{n}", f"std::vector<Store{n}>", lines)

    # Setters of lists.
    def given_lists(self):
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        x, i = lambda: self.exact(object), lambda: self.value("int")  # noqa: E731
        word = lambda: self.pick(['"w"', 'std::string("v")', '"a b"'])  # noqa: E731
        lists = {  # member => what is in the list, what is kept of it, an element
            "numbers": ("int", "std::vector<int>", i), "texts": ("std::string", "std::vector<std::string>", word),
            "parts": (c, f"std::vector<{c}>", x),
            "held": (f"std::shared_ptr<{c}>", f"std::vector<std::shared_ptr<{c}>>", lambda: f"std::make_shared<{c}>({x()})"),
            "names": ("std::pair<const std::string, int>", "std::map<std::string, int>", lambda: f"{{{word()}, {i()}}}"),
            "entries": (f"std::pair<const std::string, {c}>", f"std::map<std::string, {c}>", lambda: f"{{{word()}, {x()}}}"),
            "grid": ("std::initializer_list<int>", "std::vector<std::vector<int>>",
                     lambda: f"{{{', '.join(i() for _ in range(self.random.randint(0, 3)))}}}"),
            "modes": ("Mode", "std::vector<Mode>", lambda: self.pick(["Mode::fast", "Mode::slow"]))}
        chosen = self.random.sample(list(lists), self.random.randint(2, 5))
        styles = {m: self.pick(["set_x", "fluent", "more", "const"]) for m in chosen}
        lines, calls = [], {}
        for m in chosen:
            item, kept, _ = lists[m]
            called = m if styles[m] == "fluent" else f"set_{m}"
            store = f"for (const auto& one : value) {{ {m}_.emplace_back(one); }}" if m == "grid" else f"{m}_ = value;"
            head = {"set_x": f"void {called}(std::initializer_list<{item}> value)",
                    "fluent": f"Lists{n}& {called}(std::initializer_list<{item}> value)",
                    "more": f"void {called}(std::initializer_list<{item}> value, int times = 1)",
                    "const": f"void {called}(const std::initializer_list<{item}>& value)"}[styles[m]]
            more = {"fluent": " return *this;", "more": " times_ = times;"}.get(styles[m], "")
            if m == "grid":
                store = f"{m}_.clear(); " + store
            lines.append(f"  {head} {{ {store}{more} }}")
            calls[m] = called
        same = "".join(f" && law::same({m}_, other.{m}_, pairs)" for m in chosen)
        listed = "\n".join(f"  {lists[m][1]} {m}_{{}};" for m in chosen)
        first = self.pick([m for m in lists if m not in ("held", "parts", "entries")])
        item, kept, _ = lists[first]
        store = "for (const auto& one : items) { items_.emplace_back(one); }" if first == "grid" else "items_ = items;"
        self.declared.append(f"class Lists{n} {{\n public:\n  Lists{n}() = default;\n"
                             f"  explicit Lists{n}(int, std::initializer_list<{item}> items) {{ {store} }}\n" + "\n".join(lines) +
                             f"\n  bool same([[maybe_unused]] const Lists{n}& other, [[maybe_unused]] law::Pairs& pairs) const {{\n"
                             f"    return times_ == other.times_ && law::same(items_, other.items_, pairs){same};\n  }}\n"
                             f" private:\n  int times_ = 0;\n  {kept} items_{{}};\n{listed}\n}};")

        def braced(m, least=0):
            made = [lists[m][2]() for _ in range(self.random.randint(least, 3))]
            return f"{{{', '.join(made)}}}"

        def set_all(access):
            return [f"{access}{calls[m]}({braced(m)});" for m in self.random.sample(chosen, self.random.randint(1, len(chosen)))]

        opening = self.pick([f"Lists{n} lists;", f"Lists{n} lists(3, {braced(first, 1)});"])
        self.recipe(f"given_lists{n}", f"Lists{n}", [opening] + set_all("lists.") + ["return lists;"])
        lines = [f"auto lists = std::make_shared<Lists{n}>();"] + set_all(self.pick(["lists->", "(*lists)."]))
        self.recipe(f"held_lists{n}", f"std::shared_ptr<Lists{n}>", lines + ["return lists;"])

    # What a base has, and `using` makes public.
    def taken_over(self):
        n = self.number
        names = self.random.sample(WORDS, 5)
        settings = [(m, Type(self.pick(PLAIN)), self.pick(TAKEN)) for m in names[:4]]
        field, kind = names[4], self.pick(PLAIN)
        hidden = self.pick(["protected", "protected", "private", "public"])
        lines = [f"  {line}" for s in settings for line in self.setter(f"Under{n}", *s)]
        same = "".join(f" && law::same({m}_, other.{m}_, pairs)" for m, _, _ in settings)
        default = f" = {DEFAULTS[kind]}" if kind in DEFAULTS else "{}"
        self.declared.append(f"""class Under{n} {{
 public:
  bool same(const Under{n}& other, law::Pairs& pairs) const {{
    return order_ == other.order_ && law::same({field}, other.{field}, pairs){same};
  }}
 protected:
  Under{n}() = default;
""" + "\n".join(lines) + f"""
  {Type(kind).text} {field}{default};
 private:
  std::string order_{{}};
""" + "\n".join(f"  {t.text} {m}_{{}};" for m, t, _ in settings) + "\n};")
        taken = self.random.sample(settings, self.random.randint(1, 4))
        is_open = self.chance(0.6)
        uses = [f"  using Under{n}::{self.setter_name(m, style)};" for m, _, style in taken]
        uses += [f"  using Under{n}::{field};"] * is_open
        self.random.shuffle(uses)
        further = self.pick(["", "", "far"])
        self.declared.append(f"class Over{n} : {hidden} Under{n} {{\n public:\n"
                             f"  explicit Over{n}(int start = 1) : start_(start) {{}}\n" + "\n".join(uses) +
                             f"\n  bool same(const Over{n}& other, law::Pairs& pairs) const {{\n"
                             f"    return start_ == other.start_ && Under{n}::same(other, pairs);\n  }}\n"
                             f" private:\n  int start_;\n}};")
        name = f"Over{n}"
        if further:
            name = f"Far{n}"
            self.declared.append(f"class Far{n} : public Over{n} {{\n public:\n  using Over{n}::Over{n};\n"
                                 f"  Far{n}& set_further(int value) {{ further_ = value; return *this; }}\n"
                                 f"  bool same(const Far{n}& other, law::Pairs& pairs) const {{\n"
                                 f"    return further_ == other.further_ && Over{n}::same(other, pairs);\n  }}\n"
                                 f" private:\n  int further_ = 2;\n}};")

        def set_all(access):
            lines = [f"{access}{field} = {self.exact(Type(kind))};"] if is_open and self.chance(0.5) else []
            chosen = self.random.sample(taken, self.random.randint(1, len(taken)))
            lines += [f"{access}{self.set_call(s)};" for s in chosen]
            return lines + [f"{access}set_further(4);"] * (further != "" and self.chance(0.5))

        opening = self.pick([f"{name} over;", f"{name} over({self.value('int')});"])
        self.recipe(f"taken_over{n}", name, [opening] + set_all("over.") + ["return over;"])
        made = f"std::make_unique<{name}>({self.pick(['', '5'])})"
        self.recipe(f"own_over{n}", f"std::unique_ptr<{name}>", [f"auto over = {made};"] + set_all("over->") + ["return over;"])
