"""Episodes of how objects are made: by factory functions, lists, templates, overloads, other recipes, by hand."""
from expressions import Expressions
from world import CONSTANT, DEFAULTS, WORDS, Type

PLAIN = [*CONSTANT, "string", "words", "point", "couple", "path", "title", "span", "hue", "flags", "ints"]


class Making(Expressions):
    """A part of Episode."""

    def recipe(self, plain, result, lines, parameters="", options=(), arguments="", given=None, has_text=True):
        """A recipe, and that the law holds of it."""
        body = "\n  ".join(lines)
        self.recipes.append(f"{self.attribute(*options)} inline {result} {plain}({parameters}) {{\n  {body}\n}}")
        self.law(plain, result, arguments, given, has_text)

    def struct(self, name, members, base=""):
        """An aggregate with a `same`."""
        same = "".join(f" && law::same({m}, other.{m}, pairs)" for _, m in members)
        listed = "".join(f"  {t} {m}{{}};\n" for t, m in members)
        self.declared.append(f"struct {name}{base} {{\n{listed}  bool same([[maybe_unused]] const {name}& other, "
                             f"[[maybe_unused]] law::Pairs& pairs) const {{ return true{same}; }}\n}};")

    def factories(self):
        """Classes that only their own functions make, and such as can be neither copied nor moved."""
        n = self.number
        a, b = self.pick(PLAIN), self.pick([k for k in PLAIN if k in DEFAULTS])
        first, second, third = self.random.sample(WORDS, 3)
        ta, tb = Type(a).text, Type(b).text
        default = f" = {DEFAULTS[b]}" if self.chance(0.6) else ""
        listed, passed = f"{ta} {first}, {tb} {second}{default}", f"std::move({first}), std::move({second})"
        fixed = self.chance(0.4)
        frozen = (f"  Made{n}(const Made{n}&) = delete;\n  Made{n}& operator=(const Made{n}&) = delete;\n" if fixed else "")
        self.declared.append(f"""class Made{n} {{
 public:
{frozen}  static Made{n} create({listed}) {{ return Made{n}({passed}); }}
  static std::unique_ptr<Made{n}> own({listed}) {{
    return std::unique_ptr<Made{n}>(new Made{n}({passed}));
  }}
  static std::shared_ptr<Made{n}> share({listed}) {{
    return std::shared_ptr<Made{n}>(new Made{n}({passed}));
  }}
  Made{n}& {third}(int value) {{ {third}_ = value; return *this; }}
  void set_more(std::string value) {{ more_ = std::move(value); }}
  double open = 0.5;
  bool same(const Made{n}& other, law::Pairs& pairs) const {{
    return law::same({first}_, other.{first}_, pairs) && law::same({second}_, other.{second}_, pairs) &&
           {third}_ == other.{third}_ && more_ == other.more_ && open == other.open;
  }}
 private:
  explicit Made{n}({ta} {first}, {tb} {second}) : {first}_(std::move({first})), {second}_(std::move({second})) {{}}
  {ta} {first}_;
  {tb} {second}_;
  int {third}_ = 1;
  std::string more_{{}};
}};""")
        members = [(f"std::shared_ptr<Made{n}>", "held"), (f"std::unique_ptr<Made{n}>", "own"),
                   (f"std::vector<std::shared_ptr<Made{n}>>", "many"), (f"std::shared_ptr<const Made{n}>", "last")]
        self.struct(f"Mades{n}", members)

        def arguments():
            return ", ".join([self.exact(Type(a))] + [self.exact(Type(b))] * (not default or self.chance(0.5)))

        def change(access):
            return self.random.sample([f"{access}{third}({self.value('int')});", f'{access}set_more("x");'],
                                      self.random.randint(0, 2))

        def set_all(access):
            return [f"{access}open = 1.5;"] * self.chance(0.5) + change(access)

        self.recipe(f"made{n}", f"Made{n}", [f"return Made{n}::create({arguments()});"] if fixed or self.chance(0.4) else
                    [f"auto made = Made{n}::create({arguments()});"] + set_all("made.") + ["return made;"])
        self.recipe(f"own{n}", f"std::unique_ptr<Made{n}>",
                    [f"auto made = Made{n}::own({arguments()});"] + set_all("made->") + ["return made;"])
        lines = [f"auto p = Made{n}::share({arguments()});"] + set_all("p->") + [f"Mades{n} all;", "all.held = p;"]
        lines += [f"all.own = {self.pick([f'own{n}()', f'Made{n}::own({arguments()})'])};"]
        lines += self.random.sample([f"all.many.push_back(p);", f"all.many.push_back(Made{n}::share({arguments()}));",
                                     f"all.many.emplace_back(p);", f"all.many = {{p, p}};", "all.last = p;",
                                     f"all.last = Made{n}::share({arguments()});"], 3)
        self.recipe(f"mades{n}", f"Mades{n}", lines + ["return all;"])

    def listed(self):
        """Constructors that take a list of objects."""
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        c, kind = cls.name, self.pick(PLAIN)
        text, default = Type(kind).text, DEFAULTS.get(kind, "{}")
        pairs = self.chance(0.5)
        item = f"std::pair<const std::string, {c}>" if pairs else c
        kept = f"std::map<std::string, {c}>" if pairs else f"std::vector<{c}>"
        self.declared.append(f"""class Listed{n} {{
 public:
  Listed{n}(std::initializer_list<{item}> items, {text} more = {default})
      : items_(items), more_(std::move(more)) {{}}
  explicit Listed{n}(std::shared_ptr<{c}> one) : one_(std::move(one)) {{}}
  Listed{n}& set_numbers(std::vector<int> numbers) {{ numbers_ = std::move(numbers); return *this; }}
  bool same(const Listed{n}& other, law::Pairs& pairs) const {{
    return law::same(items_, other.items_, pairs) && law::same(more_, other.more_, pairs) &&
           law::same(one_, other.one_, pairs) && numbers_ == other.numbers_;
  }}
 private:
  {kept} items_{{}};
  {text} more_{{}};
  std::shared_ptr<{c}> one_{{}};
  std::vector<int> numbers_{{}};
}};""")
        self.struct(f"Lists{n}", [(f"std::vector<std::shared_ptr<Listed{n}>>", "many"),
                                  (f"std::optional<Listed{n}>", "maybe"), ("int", "number")])

        def items():
            object = Type("object", cls)
            made = [self.exact(object) for _ in range(self.random.randint(1, 3))]
            if pairs:
                made = [f'{{"{"abc"[i]}", {m}}}' for i, m in enumerate(made)]
            return ", ".join(made)

        first = self.pick([f"Listed{n}{{{items()}}}" if not pairs or True else "", f"Listed{n}({{{items()}}})",
                           f"Listed{n}({{{items()}}}, {self.exact(Type(kind))})",
                           f"Listed{n}(std::make_shared<{c}>({self.exact(Type('object', cls))}))"])
        lines = [f"auto made = {first};"]
        if self.chance(0.5):
            lines.append(f"made.set_numbers({{1, {self.value('int')}}});")
        self.recipe(f"listed{n}", f"Listed{n}", lines + ["return made;"])
        lines = [f"Lists{n} lists;", f"lists.maybe = Listed{n}({{{items()}}});",
                 f"lists.many.push_back(std::make_shared<Listed{n}>(listed{n}()));",
                 f"lists.many.push_back(std::make_shared<Listed{n}>(std::make_shared<{c}>("
                 f"{self.exact(Type('object', cls))})));"]
        self.recipe(f"lists{n}", f"Lists{n}", lines + ["return lists;"])

    def generic(self):
        """Class templates: their arguments said, deduced, left to defaults; by aliases; nested in others."""
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        a, b = self.pick(PLAIN), self.pick(["int", "double", "string", "mode", "hue"])
        first, second = self.random.sample(WORDS, 2)
        self.declared.append(f"""template <class T, class U = int, int N = 2>
class Duo{n} {{
 public:
  explicit Duo{n}(T {first}, U {second} = U()) : {first}_(std::move({first})), {second}_(std::move({second})) {{}}
  Duo{n}& set_times(int value) {{ times_ = value; return *this; }}
  template <class O, class P, int M>
  bool same(const Duo{n}<O, P, M>& other, law::Pairs& pairs) const {{
    return law::same({first}_, other.{first}_, pairs) && law::same({second}_, other.{second}_, pairs) &&
           times_ == other.times_;
  }}
  T {first}_;
  U {second}_;
  int times_ = N;
  struct Inner {{
    T inner{{}};
    std::vector<U> list{{}};
    bool same(const Inner& other, law::Pairs& pairs) const {{
      return law::same(inner, other.inner, pairs) && law::same(list, other.list, pairs);
    }}
  }};
}};
template <class T>
using Both{n} = Duo{n}<T, T, 3>;
template <class T>
struct Wrap{n} {{
  T content{{}};
  int number = 4;
  std::vector<T> rest{{}};
  bool same(const Wrap{n}& other, law::Pairs& pairs) const {{
    return law::same(content, other.content, pairs) && number == other.number && law::same(rest, other.rest, pairs);
  }}
}};
template <class... T>
struct Pack{n} {{
  explicit Pack{n}(T... parts) : parts_(std::move(parts)...) {{}}
  bool same(const Pack{n}& other, law::Pairs& pairs) const {{ return law::same(parts_, other.parts_, pairs); }}
  std::tuple<T...> parts_;
}};""")
        c, object = cls.name, Type("object", cls)
        x, y = lambda: self.exact(object), lambda: self.exact(Type(a))  # noqa: E731
        z, ta, tb = lambda: self.exact(Type(b)), Type(a).text, Type(b).text  # noqa: E731
        results = [
            (f"Duo{n}<{c}>", [f"return Duo{n}<{c}>({x()});"]), (f"Duo{n}<{c}>", [f"return Duo{n}({x()});"]),
            (f"Duo{n}<{c}, {tb}>", [f"return Duo{n}({x()}, {z()});"]),
            (f"Duo{n}<{ta}, {tb}, 5>", [f"Duo{n}<{ta}, {tb}, 5> duo({y()}, {z()});", "duo.set_times(4);", "return duo;"]),
            (f"Duo{n}<{ta}, {c}>", [f"Duo{n} duo({y()}, {x()});", "return duo;"]),
            (f"Both{n}<{c}>", [f"return Both{n}<{c}>({x()}, {x()});"]),
            (f"std::vector<Both{n}<{tb}>>", [f"std::vector<Both{n}<{tb}>> made;", f"made.emplace_back({z()}, {z()});",
                                             f"made.push_back(Both{n}<{tb}>({z()}));", "return made;"]),
            (f"Duo{n}<{c}, {tb}>::Inner", [f"return Duo{n}<{c}, {tb}>::Inner{{.inner = {x()}, .list = {{{z()}}}}};"]),
            (f"Duo{n}<{ta}>::Inner", [f"Duo{n}<{ta}>::Inner made;", f"made.inner = {y()};", "made.list.push_back(4);",
                                      "return made;"]),
            (f"Wrap{n}<{c}>", [f"return Wrap{n}<{c}>{{.content = {x()}, .rest = {{{x()}, {x()}}}}};"]),
            (f"Wrap{n}<{c}>", [f"Wrap{n}<{c}> wrap{{{x()}, {self.value('int')}}};", f"wrap.rest.push_back({x()});",
                               "return wrap;"]),
            (f"Wrap{n}<std::shared_ptr<{c}>>", [f"auto p = std::make_shared<{c}>({x()});",
                                                f"return Wrap{n}<std::shared_ptr<{c}>>{{.content = p, .rest = {{p, p}}}};"]),
            (f"Wrap{n}<Wrap{n}<{tb}>>", [f"Wrap{n}<Wrap{n}<{tb}>> wrap;", f"wrap.content.content = {z()};",
                                         f"wrap.rest.emplace_back();", "wrap.rest.back().number += 2;", "return wrap;"]),
            (f"Pack{n}<{c}, int>", [f"return Pack{n}({x()}, {self.value('int')} + 0);"]),
            (f"Pack{n}<{tb}, {c}, {ta}>", [f"return Pack{n}<{tb}, {c}, {ta}>({z()}, {x()}, {y()});"]),
            (f"std::shared_ptr<Duo{n}<{c}>>", [f"auto duo = std::make_shared<Duo{n}<{c}>>({x()}, 3);",
                                               "duo->set_times(9);", "return duo;"]),
        ]
        for i, (result, lines) in enumerate(self.random.sample(results, 4)):
            self.recipe(f"generic{n}_{i}", result, lines)

    def functions(self):
        """Overloads and templates of functions, what they take and what they give."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        self.struct(f"Given{n}", [("std::string", "how"), (f"std::vector<{c}>", "parts"), (f"std::shared_ptr<{c}>", "held")])
        g = f"Given{n}"
        self.declared.append(f"""inline {g} give{n}(int times) {{ return {g}{{std::to_string(times), {{}}, {{}}}}; }}
inline {g} give{n}(const std::string& text) {{ return {g}{{text, {{}}, {{}}}}; }}
inline {g} give{n}(const {c}& part) {{ return {g}{{"part", {{part}}, {{}}}}; }}
inline {g} give{n}(std::unique_ptr<{c}> part) {{ return {g}{{"unique", {{}}, std::move(part)}}; }}
inline {g} take{n}(std::shared_ptr<{c}> part, std::optional<int> times = std::nullopt) {{
  return {g}{{times ? "times" : "none", {{}}, std::move(part)}};
}}
inline {g} all{n}(const std::vector<{c}>& parts, std::map<std::string, int> names = {{{{"a", 1}}}}) {{
  return {g}{{std::to_string(names.size()), parts, {{}}}};
}}
inline {g} maybe{n}(const std::optional<{c}>& part, {g} more) {{
  if (part) more.parts.push_back(*part);
  return more;
}}
template <class T, int N = 3>
{g} any{n}(T part, std::string text = "any") {{ return {g}{{std::to_string(N) + text, {{std::move(part)}}, {{}}}}; }}
inline std::vector<{c}> several{n}(const {c}& part, int times) {{
  return std::vector<{c}>(static_cast<std::size_t>(times), part);
}}
inline std::pair<{c}, int> paired{n}({c} part) {{ return {{std::move(part), 4}}; }}
inline std::optional<{c}> perhaps{n}(std::optional<{c}> part, bool is_there) {{ return is_there ? part : std::nullopt; }}
namespace far{n} {{
struct Near {{
  {c} part;
  bool same(const Near& other, law::Pairs& pairs) const {{ return law::same(part, other.part, pairs); }}
}};
inline {g} found_by_argument(const Near& near, int) {{ return {g}{{"near", {{near.part}}, {{}}}}; }}
}}""")
        x = lambda: self.exact(object)  # noqa: E731
        calls = [f"give{n}({self.value('int')} + 0)", f"give{n}(std::string(\"s\"))", f"give{n}({x()})",
                 f"give{n}(std::make_unique<{c}>({x()}))", f"take{n}(std::make_shared<{c}>({x()}))",
                 f"take{n}(std::make_shared<{c}>({x()}), 4)", f"all{n}({{{x()}, {x()}}})",
                 f"all{n}(std::vector<{c}>{{{x()}}}, {{{{\"b\", 2}}, {{\"c\", 3}}}})",
                 f"maybe{n}({x()}, give{n}(std::string(\"t\")))", f"maybe{n}(std::nullopt, any{n}({x()}))",
                 f"any{n}({x()})", f"any{n}<{c}>({x()}, \"other\")", f"any{n}<{c}, 5>({x()})",
                 f"std::invoke(&take{n}, std::make_shared<{c}>({x()}), 2)", f"take{n}(nullptr)",
                 f"all{n}(several{n}({x()}, 2))", f"maybe{n}(perhaps{n}({x()}, true), {g}{{}})",
                 f"found_by_argument(far{n}::Near{{{x()}}}, 3)", f"maybe{n}({{}}, {{}})"]
        chosen = self.random.sample(calls, 5)
        self.recipe(f"called{n}", g, [f"return {chosen[0]};"])
        self.recipe(f"calls{n}", f"std::vector<{g}>", [f"return {{{', '.join(chosen[1:3])}}};"])
        lines = [f"auto made = {chosen[3]};"]
        # A member with the name of one of the function's parameters would mean both.
        able = ['made.how = "set";', f"made.held = std::make_shared<{c}>({x()});"]
        able += [] if chosen[3].startswith("all") else [f"made.parts = {{{x()}}};"]
        lines += self.random.sample(able, self.random.randint(0, len(able)))
        self.recipe(f"changed{n}", g, lines + ["return made;"])
        kind, result, call = self.pick([
            ("vector", f"std::vector<{c}>", f"several{n}({x()}, 3)"), ("pair", f"std::pair<{c}, int>", f"paired{n}({x()})"),
            ("optional", f"std::optional<{c}>", f"perhaps{n}({x()}, {self.pick(['true', 'false'])})")])
        self.recipe(f"given{n}", result, self.pick([[f"return {call};"], [f"auto made = {call};", "return made;"]]))
        self.recipe(f"within{n}", f"std::map<std::string, {g}>",
                    [f"std::map<std::string, {g}> made;", f'made["a"] = {chosen[4]};',
                     f'made.emplace("b", {chosen[0]});', "return made;"])

    def defaulted(self):
        """Recipes of one name, with defaults that are objects, and the ways in which they take values."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object, kind = cls.name, Type("object", cls), self.pick(PLAIN)
        t = Type(kind).text
        self.struct(f"Two{n}", [(f"std::vector<{c}>", "parts"), (t, "value"), ("int", "number")])
        x, v = lambda: self.exact(object), lambda: self.exact(Type(kind))  # noqa: E731
        way = self.pick([f"{c} part", f"const {c}& part", f"{c} part"])
        value = self.pick([f"const {t}& value", f"{t} value", f"{t}&& value", f"const {t} value"])
        use = "std::move(value)" if "&&" in value else "value"
        self.recipes.append(f"{self.attribute()} inline Two{n} two{n}({value}, {way} = {x()}, int number = "
                            f"{self.value('int')}) {{\n  return Two{n}{{{{part}}, {use}, number}};\n}}")
        self.recipes.append(f"{self.attribute()} inline Two{n} two{n}(const std::vector<{c}>& parts, bool) "
                            f"{{\n  return Two{n}{{parts, {v()}, 1}};\n}}")
        calls = [f"two{n}({v()})", f"two{n}({v()}, {x()})", f"two{n}({v()}, {x()}, 4)", f"two{n}({{{x()}, {x()}}}, true)"]
        chosen = self.random.sample(calls, 3)  # a default is a finished object
        self.recipe(f"twice{n}", f"std::vector<Two{n}>", [f"return {{{', '.join(chosen)}}};"],
                    has_text=calls[0] not in chosen)
        lines = [f"auto two = {self.pick(calls[1:])};", f"two.number = {self.value('int')};"]
        lines += self.pick([[], [f"two.value = {v()};"], [f"two.parts = {{{x()}}};"]])
        self.recipe(f"one_of_two{n}", f"Two{n}", lines + ["return two;"])

    def by_hand(self):
        """Functions that write their configuration by hand."""
        n, cls = self.number, self.copyable(is_default=True)
        if not cls:
            return
        c, object, kind = cls.name, Type("object", cls), self.pick(["int", "double", "string", "mode"])
        t = Type(kind).text
        self.struct(f"Hand{n}", [(c, "one"), (f"std::vector<{c}>", "many"), (f"std::shared_ptr<{c}>", "held"), (t, "value"),
                                 (f"std::unique_ptr<{c}>", "own")])
        x = self.exact(object)
        self.recipes.append(f"run::Config<{c}> hand{n}({t} value);\nrun::Config<Hand{n}> hands{n}(int times);")
        self.after.append(f"auto law::hand{n}({t}) -> run::Config<{c}> {{ return run::autoconvert<&handy{n}>(); }}\n"
                          f"auto law::hands{n}(int times) -> run::Config<Hand{n}> {{\n  run::Config<Hand{n}> made;\n"
                          f"  for (int i = 0; i < times; ++i) made->many.push_back(hand{n}({DEFAULTS[kind]}));\n"
                          f"  if (times > 1) made->value = {DEFAULTS[kind]};\n  return made;\n}}")
        self.recipe(f"handy{n}", c, [f"return {x};"])
        call = f"hand{n}({self.exact(Type(kind), 3)})"
        lines = [f"Hand{n} made{{.one = {call}, .many = {{{call}, {self.exact(object)}}}, .held = {call}, "
                 f".value = {self.exact(Type(kind), 3)}}};"]
        lines += self.random.sample([f"made.many.push_back({call});", f"made.one = {call};", f"made.own = {call};"], 2)
        lines = [line for line in lines if "made.own" not in line]
        self.recipe(f"handed{n}", f"Hand{n}", lines + ["return made;"])
        self.recipe(f"through{n}", f"Hand{n}", [f"return hands{n}({self.random.randint(0, 3)});"])

    def callables(self):
        """Members that are called: functions with some of their arguments bound."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        result = f"std::tuple<{c}, int, std::string>"
        self.declared.append(f"""inline {result} run{n}({c} part, std::string text, int number) {{
  return {{std::move(part), number, std::move(text)}};
}}
inline {result} held{n}(std::shared_ptr<{c}> part, const std::string& text, int number) {{
  return {{*part, number, text}};
}}
struct Calls{n} {{
  std::function<{result}(int)> one{{}};
  std::vector<std::function<{result}(int)>> many{{}};
  std::map<std::string, std::function<{result}(int)>> named{{}};
  std::optional<std::function<{result}(int)>> maybe{{}};
  bool same(const Calls{n}& other, law::Pairs&) const {{
    const auto is_same = [](const auto& a, const auto& b) {{
      return static_cast<bool>(a) == static_cast<bool>(b) && (!a || equal(a(3), b(3)));
    }};
    if (maybe.has_value() != other.maybe.has_value() || (maybe && !is_same(*maybe, *other.maybe))) return false;
    for (const auto& [key, value] : named)
      if (!other.named.contains(key) || !is_same(value, other.named.at(key))) return false;
    return is_same(one, other.one) && named.size() == other.named.size() &&
           std::equal(many.begin(), many.end(), other.many.begin(), other.many.end(), is_same);
  }}
}};""")

        def bound():
            return self.pick([f"std::bind_front(run{n}, {self.exact(object)}, \"y\")",
                              f"std::bind_front(&run{n}, {self.exact(object)}, std::string(\"z\"))",
                              f"std::bind_front(held{n}, std::make_shared<{c}>({self.exact(object)}), std::string(\"x\"))"])

        lines = [f"Calls{n} calls{{.one = {bound()}}};"] if self.chance(0.5) else [f"Calls{n} calls;"]
        lines += self.random.sample([
            f"calls.one = {bound()};", f"calls.many.push_back({bound()});", f"calls.many.emplace_back({bound()});",
            f"calls.many = {{{bound()}, {bound()}}};", f'calls.named["a"] = {bound()};',
            f'calls.named.emplace("b", {bound()});', f"calls.maybe = {bound()};"], self.random.randint(1, 5))
        self.recipe(f"calls{n}", f"Calls{n}", lines + ["return calls;"])
