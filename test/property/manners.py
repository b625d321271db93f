"""Episodes of recipes with options, of functions as values, of what is exempt, and of what macros write."""
from making import Making
from world import DEFAULTS, WORDS, Type


class Manners(Making):
    """A part of Episode."""

    def options_of(self):
        """Recipes with options that call each other: as nodes, with control flow, of templates, of classes."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        x = lambda: self.exact(object)  # noqa: E731
        kind = self.pick(["int", "string", "mode", "double"])
        t, default = Type(kind).text, DEFAULTS[kind]
        self.struct(f"Team{n}", [(f"std::vector<{c}>", "many"), (f"std::shared_ptr<{c}>", "held"), (t, "value"), ("int", "more")])
        free = self.attribute(*self.pick([["allow_control_flow"], ["no_inline", "allow_control_flow"],
                                          ["allow_control_flow", "no_inline"]]))
        body = self.pick([
            f"std::vector<{c}> made;\n  for (int i = 0; i < times; ++i) {{\n    if (i % 2 == 0) made.push_back({x()});\n"
            f"    else made.emplace_back({x()});\n  }}\n  return made;",
            f"if (times > 1) {{\n    return {{{x()}, {x()}}};\n  }}\n  return {{{x()}}};",
            f"switch (times) {{\n    case 0: return {{}};\n    case 1: return {{{x()}}};\n    default: break;\n  }}\n"
            f"  return std::vector<{c}>(static_cast<std::size_t>(times), {x()});",
            f"std::vector<{c}> made{{{x()}}};\n  while (static_cast<int>(made.size()) < times) made.push_back({x()});\n  return made;",
            f"std::vector<{c}> made(2, times > 1 ? {x()} : {x()});\n  return made;"])
        self.recipes.append(f"{free} inline std::vector<{c}> several{n}(int times = 2) {{\n  {body}\n}}")
        option = self.pick([[], ["no_inline"]])
        self.recipes.append(f"{self.attribute(*option)} inline std::shared_ptr<{c}> held{n}([[maybe_unused]] const {t}& value = "
                            f"{default}) {{\n  return std::make_shared<{c}>({x()});\n}}")
        self.recipes.append(f"struct Makes{n} {{\n  {self.attribute(*self.pick([[], ['no_inline'], ['allow_control_flow']]))} "
                            f"static Team{n} team(const {t}& value, int more = 3) {{\n    Team{n} team{{.value = value, .more = more}};\n"
                            f"    team.many.push_back({x()});\n    return team;\n  }}\n}};")
        instance = self.pick([[], [], ["no_inline"]])
        self.recipes.append(f"template <int N, class T = {t}>\n{self.attribute(*instance)} Team{n} team{n}(T value = {default}) {{\n"
                            f"  Team{n} team = Makes{n}::team(value, N);\n  return team;\n}}\n" +
                            f"template Team{n} team{n}<1>({t});\ntemplate Team{n} team{n}<2>({t});")
        self.law(f"several{n}", f"std::vector<{c}>", self.pick(["", "0", "1", "5"]))
        self.law(f"held{n}", f"std::shared_ptr<{c}>", self.pick(["", self.exact(Type(kind), 3)]))
        self.law(f"Makes{n}::team", f"Team{n}", self.exact(Type(kind), 3) + self.pick(["", ", 4"]))
        self.law(f"team{n}<2, {t}>", f"Team{n}", self.exact(Type(kind), 3))
        calls = [f"Makes{n}::team({self.exact(Type(kind), 3)})", f"team{n}<1>()", f"team{n}<2>({self.exact(Type(kind), 3)})"]
        self.recipe(f"teams{n}", f"std::map<std::string, Team{n}>", [
            f"std::map<std::string, Team{n}> teams{{{{\"a\", {self.pick(calls)}}}}};", f'teams["b"] = {self.pick(calls)};',
            f'teams.emplace("c", Team{n}{{.many = several{n}(1), .held = held{n}()}});', "return teams;"])
        self.recipe(f"one_team{n}", f"Team{n}", [
            f"Team{n} team{{.many = several{n}(), .held = held{n}({self.exact(Type(kind), 3)})}};", "team.more += 2;",
            "return team;"])
        self.recipes.append(f"{self.attribute(*self.pick([['partial'], ['partial', 'allow_control_flow']]))} inline Team{n} later{n}() "
                            f"{{\n  return Team{n}{{.many = {{{x()}}}, .value = {self.exact(Type(kind), 3)}}};\n}}")
        self.checks.append(f'  failed |= !calls<false>("later{n}", run::autoconvert<&law::later{n}>(), &law::later{n}, '
                           "[](auto& call) { return call(); });\n")

    # Functions.
    def pointed(self):
        """Functions as values: overloads, instances, members; in containers, behind std::function."""
        n = self.number
        self.declared.append(f"""inline int turn{n}(int x) {{ return x + 2; }}
inline double turn{n}(double x) {{ return x * 2; }}
inline std::string turn{n}(const std::string& x) {{ return x + "!"; }}
template <class T>
T twice{n}(T x) {{ return x + x; }}
namespace far{n} {{
inline int thrice(int x) {{ return 3 * x; }}
}}
struct Tools{n} {{
  static int less(int x) {{ return x - 1; }}
  int base = 3;
  int from(int x) const {{ return base - x; }}
  bool operator==(const Tools{n}&) const = default;
}};
using Turn{n} = int (*)(int);
struct Table{n} {{
  int (*one)(int) = nullptr;
  Turn{n} two = turn{n};
  double (*real)(double) = nullptr;
  std::string (*text)(const std::string&) = nullptr;
  int (Tools{n}::*member)(int) const = nullptr;
  int Tools{n}::*field = nullptr;
  std::vector<Turn{n}> many{{}};
  std::map<std::string, Turn{n}> named{{}};
  std::optional<Turn{n}> maybe{{}};
  Turn{n} row[2] = {{}};
  Tools{n} tools{{}};
  bool same(const Table{n}& o, law::Pairs&) const {{
    return one == o.one && two == o.two && real == o.real && text == o.text && member == o.member && field == o.field &&
           many == o.many && named == o.named && maybe == o.maybe && row[0] == o.row[0] && row[1] == o.row[1] && tools == o.tools;
  }}
}};""")
        known = [f"turn{n}", f"&turn{n}", f"static_cast<int (*)(int)>(turn{n})", f"static_cast<Turn{n}>(&turn{n})", f"&twice{n}<int>",
                 f"twice{n}<int>", f"far{n}::thrice", f"&law::far{n}::thrice", f"Tools{n}::less", f"&Tools{n}::less", "plus_one",
                 f"Turn{n}(times_two)", f"*far{n}::thrice"]
        exact = lambda: self.pick(known[2:4] + known[5:])  # noqa: E731
        one = lambda: self.pick(known)  # noqa: E731
        given = {"one": one, "two": one, "real": lambda: self.pick([f"turn{n}", f"&twice{n}<double>", f"&law::turn{n}", "half"]),
                 "text": lambda: self.pick([f"turn{n}", "nullptr"]), "member": lambda: f"&Tools{n}::from",
                 "field": lambda: f"&Tools{n}::base", "many": lambda: f"{{{exact()}, {one()}}}",
                 "named": lambda: f"{{{{\"a\", {one()}}}, {{\"b\", {exact()}}}}}", "maybe": exact,
                 "row": lambda: f"{{{one()}, {one()}}}", "tools": lambda: f"Tools{n}{{{self.value('int')}}}"}
        chosen = [m for m in given if self.chance(0.5)]
        lines = [f"Table{n} table{{{', '.join(f'.{m} = {given[m]()}' for m in chosen)}}};"]
        later = [m for m in given if m != "row" and self.chance(0.4)]
        lines += [f"table.{m} = {given[m]()};" for m in later]
        lines += self.random.sample([f"table.many.push_back({one()});", f'table.named["c"] = {one()};', f"table.row[1] = {one()};",
                                     f"table.many.emplace_back({exact()});", "table.one = table.two;" if "two" in chosen + later
                                     else "table.tools.base += 2;"], self.random.randint(0, 4))
        self.recipe(f"table{n}", f"Table{n}", lines + ["return table;"], has_text=False)
        self.recipe(f"tables{n}", f"std::vector<Table{n}>",
                    [f"return {{Table{n}{{.one = chosen, .two = {one()}}}, Table{n}{{{one()}, chosen}}}};"], f"Turn{n} chosen",
                    arguments=self.pick([f"&law::far{n}::thrice", "&law::plus_one"]), has_text=False)

    # What is exempt.
    def exempted(self):
        """Classes and functions that are values: by attribute, by run::exempt, by the policy file."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        self.declared.append(f"""namespace calm {{
struct Stone{n} {{
  int a = 1;
  std::string b{{}};
  Stone{n}& weigh(int x) {{ a = x; return *this; }}
  int weight() const {{ return a * 2; }}
  bool operator==(const Stone{n}&) const = default;
}};
inline Stone{n} stone{n}(int a) {{ return Stone{n}{{a, "made"}}; }}
inline std::vector<int> run_of{n}(int a) {{ return {{a, a + 1}}; }}
}}
class [[run::exempt]] Mark{n} {{
 public:
  explicit Mark{n}(int x = 1, int y = 2) : x_(x), y_(y) {{}}
  Mark{n} operator+(const Mark{n}& other) const {{ return Mark{n}(x_ + other.x_, y_ + other.y_); }}
  int sum() const {{ return x_ + y_; }}
  bool operator==(const Mark{n}&) const = default;
 private:
  int x_;
  int y_;
}};
[[run::exempt]] inline Mark{n} mark{n}(int x) {{ return Mark{n}(x, x); }}
[[run::exempt]] inline std::string word{n}(int x) {{ return std::string(static_cast<std::size_t>(x % 5), 'w'); }}
inline int later{n}(int x) {{ return x + 1; }}
inline std::vector<std::string> parts{n}(int x) {{ return {{std::to_string(x), "p"}}; }}
struct [[run::exempt]] Holds{n} {{
  static int deep(int x) {{ return x * 3; }}
  int inner = 4;
}};""")
        self.struct(f"Quarry{n}", [(f"calm::Stone{n}", "stone"), (f"std::vector<calm::Stone{n}>", "stones"), (f"Mark{n}", "mark"),
                                   (f"std::map<std::string, Mark{n}>", "marks"), ("int", "number"), ("std::string", "text"),
                                   ("std::vector<int>", "run"), (f"std::vector<{c}>", "many"), ("std::vector<std::string>", "parts"),
                                   (f"std::shared_ptr<calm::Stone{n}>", "held"), (f"std::optional<Mark{n}>", "maybe")])
        i = lambda: self.value("int")  # noqa: E731
        number = lambda: self.pick([f"run::exempt(later{n}({i()}))", f"run::exempt(later{n}({i()})) * 2 + {i()}",  # noqa: E731
                                    f"Holds{n}::deep({i()})", f"mark{n}({i()}).sum()", f"calm::stone{n}({i()}).weight()",
                                    f"later{n}({i()})", f"Holds{n}{{}}.inner", f"static_cast<int>(word{n}(3).size())"])
        stone = lambda: self.pick([f"calm::stone{n}({i()})", f"calm::Stone{n}{{{i()}, word{n}(2)}}", f"calm::Stone{n}().weigh({i()})",  # noqa: E731
                                   f"calm::Stone{n}{{.a = {i()}}}"])
        mark = lambda: self.pick([f"mark{n}({i()} % 7)", f"Mark{n}({i()})", f"Mark{n}(1) + mark{n}(2)", f"run::exempt(Mark{n}(3, 4))"])  # noqa: E731
        steps = {"stone": lambda: [f"q.stone = {stone()};"], "number": lambda: [f"q.number = {number()};"],
                 "stones": lambda: [f"q.stones = {{{stone()}, {stone()}}};", f"q.stones.push_back({stone()});", "q.stones[0].a = 9;"],
                 "mark": lambda: [f"q.mark = {mark()};"], "marks": lambda: [f'q.marks["a"] = {mark()};', f'q.marks.emplace("b", {mark()});'],
                 "text": lambda: [f"q.text = {self.pick([f'word{n}(4)', f'word{n}(1) + word{n}(2)'])};"],
                 "run": lambda: [f"q.run = calm::run_of{n}({i()});", "q.run.push_back(3);"],
                 "many": lambda: [f"q.many.push_back({self.exact(object)});"],
                 "parts": lambda: [self.pick([f"q.parts = run::exempt(parts{n}({i()}));", f"q.parts = parts{n}({i()});"])],
                 "held": lambda: [f"q.held = std::make_shared<calm::Stone{n}>({stone()});"],
                 "maybe": lambda: [f"q.maybe = {mark()};"]}
        lines = [f"Quarry{n} q;", f"auto local = {stone()};", "local.weigh(8).b += \"z\";",
                 f"[[maybe_unused]] const auto sum = local.weight() + mark{n}(2).sum();"]
        for m in self.random.sample(list(steps), self.random.randint(2, 6)):
            lines += steps[m]()
        lines += self.pick([["q.stone = local;"], ["q.stones.push_back(local);"], ["q.number = sum;"], []])
        self.recipe(f"quarry{n}", f"Quarry{n}", lines + ["return q;"], has_text=False)
        self.recipe(f"quarried{n}", f"std::vector<Quarry{n}>", [
            f"return {{Quarry{n}{{.stone = stone, .number = {number()}, .many = {{{self.exact(object)}}}}}, "
            f"Quarry{n}{{.stones = {{stone, {stone()}}}, .mark = {mark()}}}}};"], f"const calm::Stone{n}& stone",
            arguments=f"law::calm::stone{n}(4)", has_text=False)

    # Macros.
    def macros(self):
        """Names, types, values, arguments and whole objects that macros write."""
        n, cls = self.number, self.copyable()
        if not cls:
            return
        c, object = cls.name, Type("object", cls)
        first, second = self.random.sample(WORDS, 2)
        self.declared.append(f"""#define SIZE{n} 12
#define TEXT{n} "m" "n"
#define GLUE{n}(a, b) a##b
#define SAID{n}(x) #x
#define TYPE{n} Stamp{n}
#define PLUS{n}(x, ...) ((x) + SIZE{n} __VA_OPT__(+) __VA_ARGS__)
#define STAMP{n}(...) Stamp{n}(__VA_ARGS__)
#define WHOLE{n} Stamp{n}(SIZE{n}, TEXT{n})
#define EMPTY{n}
#define MEMBER{n} {second}
#define CONST{n} const
class Stamp{n} {{
 public:
  explicit Stamp{n}(int {first} = SIZE{n}, std::string text = TEXT{n}) : {first}_({first}), text_(std::move(text)) {{}}
  Stamp{n}& GLUE{n}(set_, {second})(int value) {{ {second}_ = value; return *this; }}
  bool operator==(const Stamp{n}&) const = default;
 private:
  int {first}_;
  std::string text_;
  int {second}_ = PLUS{n}(1);
}};
struct Page{n} {{
  Stamp{n} one{{}};
  std::vector<TYPE{n}> many{{}};
  int GLUE{n}(num, ber) = SIZE{n};
  std::string text = SAID{n}(a b);
  std::shared_ptr<{c}> held{{}};
  int MEMBER{n} = 1;
  bool same(const Page{n}& other, law::Pairs& pairs) const {{
    return one == other.one && many == other.many && number == other.number && text == other.text &&
           {second} == other.{second} && law::same(held, other.held, pairs);
  }}
}};""")
        i = lambda: self.value("int")  # noqa: E731
        number = lambda: self.pick([f"SIZE{n}", f"PLUS{n}({i()})", f"PLUS{n}({i()}, {i()})", f"SIZE{n} * 2", f"EMPTY{n} {i()}",  # noqa: E731
                                    f"LAW_SUM(SIZE{n}, {i()})", f"LAW_FIRST({i()}, nonsense)", f"LAW_SAME(SIZE{n})"])
        text = lambda: self.pick([f"TEXT{n}", f'TEXT{n} "o"', f"SAID{n}(x + y)", f'std::string(TEXT{n}) + SAID{n}(z)', f"LAW_SAME(TEXT{n})"])  # noqa: E731
        stamp = lambda: self.pick([f"WHOLE{n}", f"STAMP{n}({i()})", f"STAMP{n}({number()}, {text()})", f"TYPE{n}({number()})",  # noqa: E731
                                   f"Stamp{n}({number()}, {text()})", f"LAW_SAME(Stamp{n}({i()}))", f"LAW_SAME(STAMP{n}({number()}))",
                                   f"LAW_FIRST(Stamp{n}({i()}), 0)", f"GLUE{n}(Sta, mp{n})({number()})", f"EMPTY{n} Stamp{n} EMPTY{n}()"])
        lines = [f"Page{n} page{{.one = {stamp()}, .many = {{{stamp()}, {stamp()}}}, .number = {number()}}};"]
        able = [f"page.one = {stamp()};", f"page.many.push_back({stamp()});", f"page.text = {text()};", f"page.MEMBER{n} = {number()};",
                f"page.GLUE{n}(num, ber) += {number()};", f"page.one.GLUE{n}(set_, {second})({number()});",
                f"page.held = std::make_shared<{c}>({self.exact(object)});", f"CONST{n} auto other = {stamp()}; page.one = other;",
                f"LAW_SAME(page.many.emplace_back({number()}, {text()}));", f"LAW_SAME(page.number = {number()};)",
                f"page.many.back() = {stamp()};", f"page.many.emplace_back(SIZE{n}).set_{second}({number()});"]
        lines += self.random.sample(able, self.random.randint(1, 6))
        self.recipe(f"page{n}", f"Page{n}", lines + ["return page;"])
        self.recipe(f"stamped{n}", f"TYPE{n}", [f"return {stamp()};"])
        self.recipe(f"stamps{n}", f"std::vector<Stamp{n}>", [f"return std::vector<TYPE{n}>{{{stamp()}, {stamp()}}};"],
                    f"[[maybe_unused]] int x = SIZE{n}")
