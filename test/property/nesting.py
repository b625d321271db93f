"""Episodes of containers in containers, of alternatives, of constructors and setters of bases, and of what is moved."""
from making import PLAIN, Making
from world import DEFAULTS, WORDS, Type

LEVELS = {"vector": "std::vector<{}>", "deque": "std::deque<{}>", "list": "std::list<{}>", "array": "std::array<{}, 2>",
          "map": "std::map<std::string, {}>", "hash": "std::unordered_map<std::string, {}>",
          "numbered": "std::map<int, {}>", "optional": "std::optional<{}>", "pair": "std::pair<{}, int>",
          "tuple": "std::tuple<int, {}>"}
MAPS = {"map": ['"a"', '"b c"', 'std::string("d")'], "hash": ['"a"', '"b c"', '"d"'], "numbered": ["7", "-1", "LAW_WIDE"]}
LISTS = ("vector", "deque", "list")


class Level:
    """A type of containers within one another; `of` is nothing for the objects in them."""

    def __init__(self, kind, text, of=None):
        self.kind, self.text, self.of = kind, text, of

    @property
    def is_container(self):
        return self.of is not None


class Nesting(Making):
    """A part of Episode."""

    def levels(self, leaf, depth):
        level = Level("leaf", leaf)
        for _ in range(depth):
            kind = self.pick(list(LEVELS))
            level = Level(kind, LEVELS[kind].format(level.text), level)
        return level

    def leaf(self):
        x = f"Leaf{self.number}{{{self.pick(['', '.a = ' + self.value('int'), self.value('int') + ', ' + self.odd()])}}}"
        return f"std::make_shared<Leaf{self.number}>({x})" if self.is_shared else x

    def literal(self, level):
        """A container of that type, and what is in it: by key, or by number."""
        if not level.is_container:
            return self.leaf(), None
        count = {"array": 2, "pair": 1, "tuple": 1, "optional": 1}.get(level.kind, self.random.randint(1, 2))
        parts = [self.literal(level.of) for _ in range(count)]
        texts, inner = [p[0] for p in parts], dict(enumerate(p[1] for p in parts))
        if level.kind in MAPS:
            keys = self.random.sample(MAPS[level.kind], count)
            inner = dict(zip(keys, inner.values()))
            return f"{level.text}{{{', '.join(f'{{{k}, {t}}}' for k, t in zip(keys, texts))}}}", inner
        joined = {"array": "{{{}}}", "pair": "{}, 3", "tuple": "4, {}"}.get(level.kind, "{}").format(", ".join(texts))
        return f"{level.text}{self.pick(['({})', '{{{}}}']) if level.kind in ('pair', 'tuple', 'optional') else '{{{}}}'}".format(
            joined), inner

    def step_in(self, path, level, inner):
        """The way to a part, and what is there."""
        key = self.pick(list(inner))
        if level.kind in MAPS:
            return self.pick([f"{path}[{key}]", f"{path}.at({key})"]), key
        if level.kind == "list":
            return (f"{path}.front()", 0) if self.chance(0.5) else (f"{path}.back()", max(inner))
        said = {"optional": [f"{path}.value()", f"(*{path})"], "pair": [f"{path}.first", f"std::get<0>({path})"],
                "tuple": [f"std::get<1>({path})"]}.get(level.kind, [f"{path}[{key}]", f"{path}.at({key})"])
        return self.pick(said), key

    def change_there(self, path, level, inner):
        """One statement on the container there, and what it does to what is in it."""
        text, part = self.literal(level.of)
        kind = level.kind
        if kind in MAPS:
            key = self.pick(MAPS[kind])
            steps = [f"{path}[{key}] = {text};", f"{path}.insert_or_assign({key}, {text});"]
            if key not in inner:
                steps += [f"{path}.emplace({key}, {text});", f"{path}.try_emplace({key}, {text});",
                          f"{path}.insert({{{key}, {text}}});"]
            elif self.chance(0.3):
                del inner[key]
                return f"{path}.erase({key});"
            inner[key] = part
            return self.pick(steps)
        if kind in LISTS:
            if self.chance(0.2):
                inner.clear()
                return f"{path}.clear();"
            end = len(inner)
            if inner and self.chance(0.2):
                del inner[end - 1]
                return f"{path}.pop_back();"
            inner[end] = part
            return self.pick([f"{path}.push_back({text});", f"{path}.emplace_back({text});",
                              f"{path}.insert({path}.end(), {text});"])
        if kind == "optional":
            if self.chance(0.2):
                inner.clear()
                return self.pick([f"{path}.reset();", f"{path} = std::nullopt;"])
            inner[0] = part
            return self.pick([f"{path} = {text};", f"{path}.emplace({text});"])
        step, key = self.step_in(path, level, inner)
        inner[key] = part
        return f"{step} = {text};"

    def statement_in(self, path, level, inner):
        """Of the container there, or of some part of it."""
        while level.is_container and inner and self.chance(0.7):
            path, key = self.step_in(path, level, inner)
            level, inner = level.of, inner[key]
        if level.is_container:
            return self.change_there(path, level, inner)
        access = path + ("->" if self.is_shared else ".")
        return self.pick([f"{access}a = {self.value('int')};", f"{access}b = {self.odd()};", f"{access}a += 3;",
                          f"{path} = {self.leaf()};"])

    def nests(self):
        """Containers in containers, three deep and more, changed anywhere."""
        n = self.number
        self.is_shared = self.chance(0.25)
        self.declared.append(f"struct Leaf{n} {{\n  int a = 1;\n  std::string b{{}};\n"
                             f"  bool operator==(const Leaf{n}&) const = default;\n}};")
        leaf = f"std::shared_ptr<Leaf{n}>" if self.is_shared else f"Leaf{n}"
        members = {m: self.levels(leaf, self.random.randint(2, 4)) for m in self.random.sample(WORDS, 3)}
        self.struct(f"Nests{n}", [(level.text, m) for m, level in members.items()])
        given = {m: self.literal(level) for m, level in members.items()}
        lines = self.pick([[f"Nests{n} all{{{', '.join(f'.{m} = {text}' for m, (text, _) in given.items())}}};"],
                           [f"Nests{n} all;"] + [f"all.{m} = {text};" for m, (text, _) in given.items()]])
        for _ in range(self.random.randint(2, 9)):
            m = self.pick(list(members))
            line = self.statement_in("all." + m, members[m], given[m][1])
            if "all." + m in line and self.chance(0.2):  # another name for it
                self.count = getattr(self, "count", 0) + 1
                lines.append(f"auto& r{self.count} = all.{m};")
                line = line.replace("all." + m, f"r{self.count}")
            lines.append(line)
        self.recipe(f"nests{n}", f"Nests{n}", lines + ["return all;"])
        m = self.pick(list(members))
        text, inner = self.literal(members[m])
        lines = [f"{members[m].text} made{self.pick([' = ' + text, '(' + text + ')'])};"]
        lines += [self.statement_in("made", members[m], inner) for _ in range(self.random.randint(0, 4))]
        self.recipe(f"nest{n}", members[m].text, lines + ["return made;"])

    # Alternatives.
    def alternatives(self):
        """Variants of objects, alone and in containers."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        self.declared.append(f"struct Left{n} {{\n  int a = 1;\n  bool operator==(const Left{n}&) const = default;\n}};\n"
                             f"class Right{n} {{\n public:\n  explicit Right{n}(std::string b, double c = 0.5) : "
                             f"b_(std::move(b)), c_(c) {{}}\n  Right{n}& set_d(int value) {{ d_ = value; return *this; }}\n"
                             f"  bool operator==(const Right{n}&) const = default;\n private:\n  std::string b_;\n"
                             f"  double c_;\n  int d_ = 2;\n}};")
        left = lambda: f"Left{n}{{{self.pick(['', self.value('int')])}}}"  # noqa: E731
        right = lambda: f"Right{n}({self.exact(Type('string'))}{self.pick(['', ', ' + self.exact(Type('double'))])})"  # noqa: E731
        others = {f"Left{n}": left, f"Right{n}": right, f"std::shared_ptr<{c}>":
                  lambda: f"std::make_shared<{c}>({self.exact(object)})", "int": lambda: self.exact(Type("int"), 3),
                  "std::string": lambda: self.exact(Type("string")), f"std::vector<Left{n}>":
                  lambda: f"std::vector<Left{n}>{{{left()}, {left()}}}"}
        chosen = self.random.sample(list(others), self.random.randint(2, 4))
        if f"Left{n}" not in chosen:
            chosen.append(f"Left{n}")
        if chosen[0] in ("int", "std::string"):
            chosen.insert(0, chosen.pop())
        if not any(t.startswith(("Left", "std::vector", "std::shared")) for t in chosen[:1]):
            chosen.insert(0, "std::monostate")
        text = f"std::variant<{', '.join(chosen)}>"
        able = [t for t in chosen if t in others]
        self.declared.append(f"using Choice{n} = {text};")
        self.struct(f"Choices{n}", [(f"Choice{n}", "one"), (f"std::vector<Choice{n}>", "many"), ("int", "more"),
                                    (f"std::map<std::string, Choice{n}>", "named"), (f"std::optional<Choice{n}>", "maybe"),
                                    (f"std::pair<Choice{n}, Choice{n}>", "both")])

        def one(of=None):
            return others[of or self.pick(able)]()

        def put(path, is_element=False):
            of = self.pick(able)
            steps = [f"{path} = {one(of)};", f"{path} = Choice{n}({one(of)});"]
            return self.pick(steps if is_element else steps + [f"{path}.emplace<{of}>({one(of)});",
                                                               f"{path}.emplace<{chosen.index(of)}>({one(of)});"])

        lines = [f"Choices{n} all;"] if self.chance(0.5) else [
            f"Choices{n} all{{.one = {one()}, .many = {{{one()}, {one()}}}, .named = {{{{\"a\", {one()}}}}}, .maybe = {one()}}};"]
        for _ in range(self.random.randint(1, 6)):
            lines += self.pick([
                lambda: [put("all.one")], lambda: [f"all.both = {{{one()}, {one()}}};", put("all.both.first")],
                lambda: [f"all.many.push_back({one()});", put("all.many.back()", True)],
                lambda: [f"all.many.emplace_back({one()});"],
                lambda: [f"all.named[{self.pick(MAPS['map'])}] = {one()};"], lambda: [put('all.named["new"]')],
                lambda: [f"all.maybe = Choice{n}({one()});", put("(*all.maybe)")], lambda: ["all.more += 2;"]])()
        self.recipe(f"choices{n}", f"Choices{n}", lines + ["return all;"])
        object_of = next(t for t in able if t.startswith("Left"))  # a plain value alone is no configuration
        self.recipe(f"choice{n}", f"Choice{n}", self.pick([
            [f"return {one(object_of)};"], [f"Choice{n} made = {one()};", f"made = {one(object_of)};", "return made;"],
            [f"Choice{n} made{{{one(object_of)}}};", "return made;"]]))
        self.recipe(f"chosen{n}", f"std::vector<Choice{n}>", [f"return {{{one()}, {one()}, {one()}}};"])

    # Bases.
    def inherited(self):
        """Constructors that are inherited through several classes, and setters that each of them adds."""
        n = self.number
        kinds = self.random.sample([k for k in PLAIN if k in DEFAULTS and k != "ints"], 5)
        names = self.random.sample(WORDS, 9)
        texts = [Type(k).text for k in kinds]
        a, b, c, d, e = names[:5]
        w, x, y, z = (m[0].upper() + m[1:] for m in names[5:])
        virtual = self.pick(["", "virtual "])
        self.declared.append(f"""class Old{n} {{
 public:
  explicit Old{n}({texts[0]} {a}, {texts[1]} {b} = {DEFAULTS[kinds[1]]}, int times = 2)
      : {a}_(std::move({a})), {b}_(std::move({b})), times_(times) {{}}
  {virtual}void Set{w}({texts[2]} value) {{ {w}_ = std::move(value); }}
  Old{n}& set_{names[6]}(int value) {{ {x}_ = value; return *this; }}
  {texts[3]} {c}{{}};
  bool same(const Old{n}& other, law::Pairs& pairs) const {{
    return law::same({a}_, other.{a}_, pairs) && law::same({b}_, other.{b}_, pairs) && times_ == other.times_ &&
           law::same({w}_, other.{w}_, pairs) && {x}_ == other.{x}_ && law::same({c}, other.{c}, pairs);
  }}
 private:
  {texts[0]} {a}_;
  {texts[1]} {b}_;
  int times_;
  {texts[2]} {w}_{{}};
  int {x}_ = 1;
}};
template <class T>
class Mid{n} : {virtual if self.chance(0.3) else ''}public Old{n} {{
 public:
  using Old{n}::Old{n};
  T& set{y}({texts[4]} value) {{ {y}_ = std::move(value); return static_cast<T&>(*this); }}
  bool same(const Mid{n}& other, law::Pairs& pairs) const {{
    return Old{n}::same(other, pairs) && law::same({y}_, other.{y}_, pairs);
  }}
 private:
  {texts[4]} {y}_{{}};
}};
class New{n} : public Mid{n}<New{n}> {{
 public:
  using Mid{n}<New{n}>::Mid{n};
  explicit New{n}(Mode {e}, {texts[0]} {a} = {DEFAULTS[kinds[0]]}) : Mid{n}(std::move({a})), {e}_({e}) {{}}
  New{n}& {names[8]}(std::string value) {{ {z}_ = std::move(value); return *this; }}
  double {d} = 0.5;
  bool same(const New{n}& other, law::Pairs& pairs) const {{
    return Mid{n}<New{n}>::same(other, pairs) && {e}_ == other.{e}_ && {z}_ == other.{z}_ && {d} == other.{d};
  }}
 private:
  Mode {e}_ = Mode::wild;
  std::string {z}_{{}};
}};
class Next{n} final : public New{n} {{
 public:
  using New{n}::New{n};
  int lasting = 3;
  bool same(const Next{n}& other, law::Pairs& pairs) const {{
    return New{n}::same(other, pairs) && lasting == other.lasting;
  }}
}};""".replace("virtual public Old", "public Old"))
        self.struct(f"Line{n}", [(f"std::shared_ptr<Old{n}>" if virtual else f"std::shared_ptr<Next{n}>", "held"),
                                 (f"std::vector<New{n}>", "many"), (f"std::optional<Next{n}>", "maybe")])

        def arguments():
            return self.pick([self.exact(Type(kinds[0])), f"{self.exact(Type(kinds[0]))}, {self.exact(Type(kinds[1]))}",
                              f"{self.exact(Type(kinds[0]))}, {self.exact(Type(kinds[1]))}, {self.value('int')}", "Mode::fast",
                              f"Mode::slow, {self.exact(Type(kinds[0]))}"])

        def change(access, is_next):
            lines = [f"{access}{c} = {self.exact(Type(kinds[3]))};"] * self.chance(0.5)
            lines += [f"{access}{d} = 1.5;"] * self.chance(0.5) + [f"{access}lasting = 4;"] * (is_next and self.chance(0.5))
            return lines + self.random.sample([
                f"{access}Set{w}({self.exact(Type(kinds[2]))});", f"{access}set_{names[6]}({self.value('int')});",
                f"{access}set{y}({self.exact(Type(kinds[4]))});", f"{access}{names[8]}({self.odd()});"],
                self.random.randint(0, 4))

        made = self.pick([f"New{n} made = New{n}({arguments()});", f"auto made = New{n}({arguments()});", f"New{n} made{{{arguments()}}};"])
        self.recipe(f"new{n}", f"New{n}", [made] + change("made.", False) + ["return made;"])
        chain = self.random.sample([f".set{y}({self.exact(Type(kinds[4]))})", f".{names[8]}({self.odd()})"], 2)
        self.recipe(f"chain{n}", f"New{n}", [f"return New{n}({arguments()}){''.join(chain)};"])
        lines = [f"auto p = std::make_shared<Next{n}>({arguments()});"] + change("p->", True) + [f"Line{n} line{{.held = p}};"]
        lines += [f"line.many.emplace_back({arguments()});"] + change("line.many.back().", False)
        lines += [f"line.maybe.emplace({arguments()});"] + change("line.maybe->", True)
        self.recipe(f"line{n}", f"Line{n}", lines + ["return line;"])

    # What is moved.
    def moved(self):
        """Objects, pointers and containers that go from place to place, and places that are filled anew."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        x = lambda: self.exact(object)  # noqa: E731
        u = lambda: f"std::make_unique<{c}>({x()})"  # noqa: E731
        self.struct(f"Goods{n}", [(f"std::unique_ptr<{c}>", "own"), (f"std::vector<std::unique_ptr<{c}>>", "many"),
                                  (f"std::map<std::string, std::unique_ptr<{c}>>", "named"), (f"std::shared_ptr<{c}>", "held"),
                                  (f"std::vector<{c}>", "all"), ("std::string", "text"),
                                  (f"std::pair<std::unique_ptr<{c}>, int>", "both")])
        self.declared.append(f"class Keep{n} {{\n public:\n  explicit Keep{n}(Goods{n} goods, std::unique_ptr<{c}> spare = nullptr)\n"
                             f"      : goods_(std::move(goods)), spare_(std::move(spare)) {{}}\n"
                             f"  bool same(const Keep{n}& other, law::Pairs& pairs) const {{\n"
                             "    return law::same(goods_, other.goods_, pairs) && law::same(spare_, other.spare_, pairs);\n"
                             f"  }}\n private:\n  Goods{n} goods_;\n  std::unique_ptr<{c}> spare_;\n}};")
        to = {"own": "goods.own = {};", "many": "goods.many.push_back({});", "named": 'goods.named["a"] = {};',
              "emplaced": "goods.many.emplace_back({});", "held": "goods.held = {};", "both": "goods.both.first = {};",
              "entry": 'goods.named.emplace("b", {});'}
        lines = [f"Goods{n} goods;"]
        for i in range(self.random.randint(1, 3)):
            name = f"u{i}"
            lines.append(f"{self.pick(['auto', f'std::unique_ptr<{c}>'])} {name} = {u()};")
            for j in range(self.random.randint(0, 2)):
                lines.append(self.pick([f"auto {name}_{j} = std::move({name});", f"std::unique_ptr<{c}> {name}_{j}(std::move({name}));",
                                        f"std::unique_ptr<{c}> {name}_{j};\n  {name}_{j} = std::move({name});"]))
                name = f"{name}_{j}"
            lines.append(to[self.pick(list(to))].format(f"std::move({name})"))
            if self.chance(0.4):
                lines += [f"{name} = {u()};", to[self.pick(list(to))].format(f"std::move({name})")]
        lines += [f"std::vector<{c}> list{{{x()}}};", f"list.push_back({x()});"]
        lines += self.pick([["goods.all = std::move(list);"], ["auto other = std::move(list);", f"other.push_back({x()});",
                                                               "goods.all = std::move(other);"],
                            ["goods.all = list;", f"list = {{{x()}}};", "goods.all.insert(goods.all.end(), list.begin(), list.end());"],
                            [f"std::vector<{c}> more;", "std::swap(list, more);", "goods.all = std::move(more);"]])
        lines += self.pick([[], ["std::string text = \"t\";", "text += \"u\";", "goods.text = std::move(text);"]])
        end = self.pick([("goods", f"Goods{n}"), (f"Keep{n}(std::move(goods), {u()})", f"Keep{n}"),
                         (f"Keep{n}(std::move(goods))", f"Keep{n}"), ("std::move(goods)", f"Goods{n}")])
        self.recipe(f"goods{n}", end[1], lines + [f"return {end[0]};"])
        lines = [f"Goods{n} first;", f"first.own = {u()};", f"first.all.push_back({x()});", "Keep{0} keep(std::move(first){1});".format(
            n, self.pick(["", f", {u()}"])), f"first = Goods{n}{{.held = {u()}}};", f"std::vector<Keep{n}> kept;",
            "kept.push_back(std::move(keep));", "kept.emplace_back(std::move(first));", "return kept;"]
        self.recipe(f"kept{n}", f"std::vector<Keep{n}>", lines)
