"""Episodes of objects that are set: by setters of every kind, in chains, through bases and what holds them."""
from expressions import Expressions
from world import CONSTANT, WORDS, Type

KINDS = [*CONSTANT, "string", "words", "point", "couple", "path", "title", "span", "hue", "flags"]
ALONE = ("copying", "rvalue")  # styles of setters that are called in a chain on a new object alone
CHAINED = ("self", "fluent", "both ways", "derived")  # that return the class itself


class Setting(Expressions):
    """A part of Episode."""

    def settings(self, count):
        """Names, types and styles of setters."""
        found = []
        for name in self.random.sample(WORDS, count):
            type, cls = Type(self.pick(KINDS)), self.copyable(is_default=True)
            if cls and self.chance(0.3):
                object = Type("object", cls)
                type = self.pick([object, Type("shared", object), Type("vector", object), Type("optional", object)])
            styles = ["set_x", "setX", "SetX", "self", "fluent", "both ways", "copying", "rvalue", "derived", "base",
                      "base fluent", "virtual", "either", "reference", "pair", "more"]
            if type.kind in ("int", "string") or not type.is_value:
                styles += ["overloaded"] if type.kind == "int" else []
            found.append((name, type, self.pick(styles)))
        return found

    @staticmethod
    def setter_name(name, style):
        upper = name[0].upper() + name[1:]
        if style in ("setX", "virtual"):
            return "set" + upper
        if style == "SetX":
            return "Set" + upper
        return name if style in ("fluent", "both ways", "copying", "rvalue", "derived", "base fluent", "either") else (
            "set_" + name)

    def setter(self, owner, name, type, style):
        """The definitions of a setter of the class `owner`, which notes in which order they are called."""
        called, value = self.setter_name(name, style), f"{type.text} value"
        store = f'{name}_ = std::move(value); order_ += "{name} ";'
        return {
            "self": [f"{owner}& {called}({value}) {{ {store} return *this; }}"],
            "fluent": [f"{owner}& {called}({value}) {{ {store} return *this; }}"],
            "base fluent": [f"{owner}& {called}({value}) {{ {store} return *this; }}"],
            "derived": [f"T& {called}({value}) {{ {store} return static_cast<T&>(*this); }}"],
            "both ways": [f"{owner}& {called}({value}) & {{ {store} return *this; }}",
                          f"{owner}&& {called}({value}) && {{ {store} return std::move(*this); }}"],
            "copying": [f"{owner} {called}({value}) const {{ {owner} made = *this; made.{name}_ = std::move(value); "
                        f'made.order_ += "{name} "; return made; }}',
                        f"const {type.text}& {called}() const {{ return {name}_; }}"],
            "rvalue": [f"{owner}&& {called}({value}) && {{ {store} return std::move(*this); }}"],
            "virtual": [f"virtual void {called}({value}) {{ {store} }}"],
            "either": [f"void {called}({value}) {{ {store} }}",
                       f"const {type.text}& {called}() const {{ return {name}_; }}"],
            "reference": [f"void {called}(const {type.text}& value) noexcept {{ {name}_ = value; order_ += \"{name} \"; "
                          "}"],
            "pair": [f"void {called}(const {type.text}& value) {{ {name}_ = value; order_ += \"{name} \"; }}",
                     f"void {called}({type.text}&& value) {{ {store} }}"],
            "more": [f"{owner}& {called}({value}, int times = 1) {{ {store} if (times > 1) {{ order_ += \"?\"; }} "
                     "return *this; }"],
            "overloaded": [f"void {called}({value}) {{ {store} }}",
                           f"void {called}(const std::string& value) {{ {name}_ = static_cast<int>(value.size()); "
                           f'order_ += "{name} by text "; }}'],
        }.get(style, [f"void {called}({value}) {{ {store} }}"])

    def set_call(self, setting):
        """The call of a setter, without the object."""
        name, type, style = setting
        text = f'"overload"' if style == "overloaded" and self.chance(0.5) else self.exact(type)
        return f"{self.setter_name(name, style)}({text})"

    def setter_class(self):
        """A class with such setters, of its own and of two bases; its name and what can be set."""
        n, settings = self.number, self.settings(self.random.randint(3, 7))
        homes = {"base": "root", "base fluent": "root", "virtual": "root", "derived": "mixed"}
        of = lambda home: [s for s in settings if homes.get(s[2]) == home]  # noqa: E731

        def members(chosen, owner):
            lines = [f"  {line}" for s in chosen for line in self.setter(owner, *s)]
            same = "".join(f" && law::same({name}_, other.{name}_, pairs)" for name, _, _ in chosen)
            return lines, same, [f"  {type.text} {name}_{{}};" for name, type, _ in chosen]

        root, mixed, own = members(of("root"), f"Root{n}"), members(of("mixed"), ""), members(of(None), f"Set{n}")
        public = [f"  int open = 2;\n  std::string word{{}};"]
        self.declared.append("\n".join(
            [f"class Root{n} {{", " public:", f"  virtual ~Root{n}() = default;"] + root[0] +
            [f"  bool same([[maybe_unused]] const Root{n}& other, [[maybe_unused]] law::Pairs& pairs) const {{",
             f"    return order_ == other.order_{root[1]};", "  }", " protected:", f"  Root{n}() = default;",
             f"  Root{n}(const Root{n}&) = default;", f"  Root{n}& operator=(const Root{n}&) = default;",
             "  std::string order_{};"] + root[2] + ["};"] +
            [f"template <class T>\nclass Mixed{n} : public Root{n} {{", " public:"] + mixed[0] +
            [f"  bool same([[maybe_unused]] const Mixed{n}& other, law::Pairs& pairs) const {{",
             f"    return Root{n}::same(other, pairs){mixed[1].replace('law::same(', 'law::same(this->')};",
             "  }", " protected:", f"  using Root{n}::order_;"] + mixed[2] + ["};"] +
            [f"class Set{n} : public Mixed{n}<Set{n}> {{", " public:",
             f"  explicit Set{n}(int first = 1, std::string more = \"more\") : begin_(first), end_(std::move(more)) {{}}"] +
            own[0] + public +
            [f"  bool same([[maybe_unused]] const Set{n}& other, law::Pairs& pairs) const {{",
             f"    return Mixed{n}<Set{n}>::same(other, pairs) && begin_ == other.begin_ && end_ == other.end_ && "
             f"open == other.open && word == other.word{own[1]};", "  }", " private:", "  int begin_;",
             "  std::string end_;"] + own[2] + ["};"]))
        return f"Set{n}", settings

    def fields(self, access):
        """Members that are not set have no value that could be read."""
        return self.pick([[], [f"{access}open = {self.value('int')};"], [f'{access}word = "w";'],
                          [f"{access}open = {self.value('int')};", f"{access}open += 3;", f'{access}word = "x";']])

    def statements(self, access, settings):
        """Each is set once, in any order; the public members first."""
        lines = self.fields(access)
        able = [s for s in settings if s[2] not in ALONE]
        chosen = self.random.sample(able, self.random.randint(0, len(able)))
        while chosen:
            line = access + self.set_call(chosen[0])
            is_own = chosen[0][2] in CHAINED + ("more",)
            chosen = chosen[1:]
            while is_own and chosen and self.chance(0.5):
                line += "." + self.set_call(chosen[0])
                is_own = chosen[0][2] in CHAINED + ("more",)
                chosen = chosen[1:]
            lines.append(line + ";")
        return lines

    def chain(self, made, settings, is_new=True):
        """Of the class itself; what can be called on a new object alone, and what returns a reference, in front."""
        able = [s for s in settings if s[2] in CHAINED + (ALONE if is_new else ())]
        chosen = self.random.sample(able, self.random.randint(0, len(able)))
        chosen.sort(key=lambda s: ["copying", "rvalue", "both ways", "derived", "fluent", "self"].index(s[2]))
        return made + "".join("." + self.set_call(s) for s in chosen)

    def opening(self, name):
        return self.pick([f"{name}()", f"{name}({self.value('int')})", f"{name}({self.value('int')}, \"x\")"])

    def set_up(self):
        """An object that is set, as a local, behind pointers, as a member, an element, as what a recipe gives."""
        n = self.number
        name, settings = self.setter_class()
        self.declared.append(f"struct Kept{n} {{\n  {name} one{{}};\n  std::vector<{name}> many{{}};\n"
                             f"  std::shared_ptr<{name}> held{{}};\n  std::unique_ptr<Root{n}> base{{}};\n"
                             f"  std::optional<{name}> maybe{{}};\n  std::map<std::string, {name}> named{{}};\n"
                             f"  bool same(const Kept{n}& other, law::Pairs& pairs) const {{\n"
                             "    return law::same(one, other.one, pairs) && law::same(many, other.many, pairs) &&\n"
                             "           law::same(held, other.held, pairs) && law::same(base, other.base, pairs) &&\n"
                             "           law::same(maybe, other.maybe, pairs) && law::same(named, other.named, pairs);\n"
                             "  }\n};")

        def recipe(plain, result, lines, option=()):
            body = "\n  ".join(lines)
            self.recipes.append(f"{self.attribute(*option)} inline {result} {plain}() {{\n  {body}\n}}")
            self.law(plain, result)

        half = self.random.sample(settings, len(settings) // 2)
        rest = [s for s in settings if s not in half]
        recipe(f"set_up{n}", name, [f"{name} set = {self.opening(name)};"] + self.statements("set.", half) + ["return set;"])
        recipe(f"chained{n}", name, [f"return {self.chain(self.opening(name), settings)};"])
        pointer = self.pick(["shared", "unique"])
        made = self.opening(name).replace(name, f"std::make_{pointer}<{name}>", 1)
        recipe(f"pointed{n}", f"std::{pointer}_ptr<{name}>",
               [f"auto p = {made};"] + self.statements(self.pick(["p->", "(*p)."]), settings) + ["return p;"])
        call = self.pick([f"set_up{n}()", f"chained{n}()"] if self.chance(0.5) else [f"set_up{n}()"])
        if call.startswith("set_up"):
            recipe(f"again{n}", name, [f"auto set = {call};"] + self.statements("set.", rest) + ["return set;"])
            recipe(f"further{n}", name, [f"return {self.chain(call, rest)};"])
        lines = [f"Kept{n} kept;"]
        # Each place once: what is set of one place twice has an order that nothing keeps.
        for places in self.random.sample([
                [("kept.one.", ""), ("kept.one.", f"kept.one = {self.chain(self.opening(name), half)};")],
                [("kept.many.back().", f"kept.many.push_back({self.opening(name)});"),
                 ("kept.many[1].", "kept.many.emplace_back(4); kept.many.emplace_back(5);"),
                 ("last.", "[[maybe_unused]] auto& last = kept.many.emplace_back(6);")],
                [("kept.held->", f"kept.held = std::make_shared<{name}>(3);")],
                [("kept.maybe->", f"kept.maybe.emplace({self.value('int')});"),
                 ("kept.maybe.value().", f"kept.maybe = {name}(2);")],
                [('kept.named["a"].', ""), ('kept.named.at("b").', f'kept.named.emplace("b", {name}(7));')]],
                self.random.randint(1, 5)):
            access, before = self.pick(places)
            lines += [before] * bool(before) + self.statements(access, rest)
        recipe(f"kept{n}", f"Kept{n}", lines + ["return kept;"])

    def rooted(self):
        """What an abstract class sets, through what holds it."""
        n = self.number
        kinds = self.random.sample(KINDS, 4)
        text = [Type(k).text for k in kinds]
        names = self.random.sample(WORDS, 4)
        a, b, c, d = names
        upper = b[0].upper() + b[1:]
        known = self.pick(["[[run::configurable]] ", ""])
        self.declared.append(f"""class {known}Stem{n} {{
 public:
  virtual ~Stem{n}() = default;
  virtual bool same(const Stem{n}& other, law::Pairs& pairs) const = 0;
  Stem{n}& {a}({text[0]} value) {{ {a}_ = std::move(value); return *this; }}
  virtual void set{upper}({text[1]} value) {{ {b}_ = std::move(value); }}
  {text[2]} {c}{{}};
 protected:
  bool equal(const Stem{n}& other, law::Pairs& pairs) const {{
    return law::same({a}_, other.{a}_, pairs) && law::same({b}_, other.{b}_, pairs) && law::same({c}, other.{c}, pairs);
  }}
  {text[0]} {a}_{{}};
  {text[1]} {b}_{{}};
}};
class Leaf{n} : public Stem{n} {{
 public:
  explicit Leaf{n}({text[3]} {self.pick([d, d, 'other'])}, int number = 3) : {d}_(std::move({'@'})), number_(number) {{}}
  Leaf{n}& extra(int value) {{ extra_ = value; return *this; }}
  bool same(const Stem{n}& other, law::Pairs& pairs) const override {{
    const auto* of = dynamic_cast<const Leaf{n}*>(&other);
    return of != nullptr && equal(other, pairs) && law::same({d}_, of->{d}_, pairs) && number_ == of->number_ &&
           extra_ == of->extra_;
  }}
 private:
  {text[3]} {d}_;
  int number_;
  int extra_ = 0;
}};
struct Twig{n} final : Stem{n} {{
  explicit Twig{n}(std::shared_ptr<Stem{n}> next = nullptr) : next_(std::move(next)) {{}}
  bool same(const Stem{n}& other, law::Pairs& pairs) const override {{
    const auto* of = dynamic_cast<const Twig{n}*>(&other);
    return of != nullptr && equal(other, pairs) && law::same(next_, of->next_, pairs);
  }}
 private:
  std::shared_ptr<Stem{n}> next_;
}};
struct Wood{n} {{
  std::shared_ptr<Stem{n}> one{{}};
  std::unique_ptr<Stem{n}> two{{}};
  std::vector<std::shared_ptr<Stem{n}>> many{{}};
  std::vector<std::unique_ptr<Stem{n}>> own{{}};
  std::map<std::string, std::shared_ptr<Stem{n}>> named{{}};
  bool same(const Wood{n}& other, law::Pairs& pairs) const {{
    return law::same(one, other.one, pairs) && law::same(two, other.two, pairs) && law::same(many, other.many, pairs) &&
           law::same(own, other.own, pairs) && law::same(named, other.named, pairs);
  }}
}};""")
        last = self.declared[-1]
        parameter = d if f" {d}, int number" in last else "other"
        self.declared[-1] = last.replace("@", parameter)

        def value(i):
            return self.exact(Type(kinds[i]))

        def stem(holder, name="Leaf"):
            if name == "Twig":
                return f"std::make_{holder}<Twig{n}>({self.pick(['', stem('shared')])})"
            return f"std::make_{holder}<Leaf{n}>({value(3)}{self.pick(['', ', 4'])})"

        def set_all(access):
            found = self.random.sample([f"{access}{a}({value(0)});", f"{access}set{upper}({value(1)});"],
                                       self.random.randint(0, 2))
            return [f"{access}{c} = {value(2)};"] * self.chance(0.5) + found

        def join(lines):
            return "\n  ".join(lines)

        self.recipes.append(f"{self.attribute()} inline std::shared_ptr<Stem{n}> share{n}() {{\n  "
                            f"{join([f'auto p = {stem(*s)};' for s in [('shared', self.pick(['Leaf', 'Twig']))]] + set_all('p->'))}"
                            "\n  return p;\n}")
        declared = self.pick(["auto", f"std::unique_ptr<Stem{n}>"])
        self.recipes.append(f"{self.attribute()} inline std::unique_ptr<Stem{n}> own{n}() {{\n  "
                            f"{join([f'{declared} p = ' + stem('unique') + ';'] + set_all('p->'))}\n  return p;\n}}")
        self.law(f"share{n}", f"std::shared_ptr<law::Stem{n}>")
        self.law(f"own{n}", f"std::unique_ptr<law::Stem{n}>")
        lines = [f"std::shared_ptr<Stem{n}> p = {stem('shared', self.pick(['Leaf', 'Twig']))};"] + set_all("p->")
        lines += ["auto q = p;"] * self.chance(0.5) + [f"Wood{n} wood;", "wood.one = p;"]
        q = "q" if "auto q = p;" in lines else "p"
        lines += self.pick([[f"wood.two = own{n}();"], [f"wood.two = {stem('unique')};"] + set_all("wood.two->"),
                            [f"auto two = own{n}();"] + set_all("two->") + ["wood.two = std::move(two);"]])
        lines += [f"wood.many.push_back({q});", f"wood.many.push_back(share{n}());"]
        lines += self.pick([[], [f"wood.many.push_back({stem('shared')});"] + set_all("wood.many.back()->")])
        lines += [f"wood.own.push_back({self.pick([f'own{n}()', stem('unique')])});"]
        lines += self.pick([[], [f"wood.own.push_back({stem('unique')});"] + set_all("wood.own[1]->")])
        lines += [f'wood.named["a"] = {q};', f'wood.named["b"] = {stem("shared", "Twig")};']
        self.recipes.append(f"{self.attribute()} inline Wood{n} wood{n}() {{\n  {join(lines)}\n  return wood;\n}}")
        self.law(f"wood{n}", f"law::Wood{n}")
