"""Random programs of the recipe language: classes with constructors, fields and setters, and recipes that make them.

Everything is drawn from one random.Random, so that a seed says the whole program.
"""

WORDS = ["width", "depth", "height", "rate", "level", "size", "count", "mode", "label", "inner", "outer", "left",
         "right", "first", "last", "spare", "tag", "limit", "scale", "power"]

PRELUDE = """\
#include <run/run.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace law {

// Equal values; through pointers, equal objects that are shared in the same way.
struct Pairs {
  std::map<const void*, const void*> there;
  std::map<const void*, const void*> back;
};
template <class T>
bool same(const T& a, const T& b, Pairs& pairs) {
  if constexpr (requires { a.same(b, pairs); })
    return a.same(b, pairs);
  else
    return a == b;
}
template <class T>
bool same_object(const T* a, const T* b, Pairs& pairs) {
  if (a == nullptr || b == nullptr) return a == b;
  const auto [there, is_new] = pairs.there.emplace(a, b);
  const auto [back, is_new_back] = pairs.back.emplace(b, a);
  if (!is_new || !is_new_back) return there->second == b && back->second == a;
  return same(*a, *b, pairs);
}
template <class T>
bool same(const std::shared_ptr<T>& a, const std::shared_ptr<T>& b, Pairs& pairs) {
  return same_object(a.get(), b.get(), pairs);
}
template <class T>
bool same(const std::unique_ptr<T>& a, const std::unique_ptr<T>& b, Pairs& pairs) {
  return same_object(a.get(), b.get(), pairs);
}
template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b, Pairs& pairs) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b, pairs));
}
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b, Pairs& pairs) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i], pairs)) return false;
  return true;
}
template <class K, class T>
bool same(const std::map<K, T>& a, const std::map<K, T>& b, Pairs& pairs) {
  if (a.size() != b.size()) return false;
  for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y)
    if (x->first != y->first || !same(x->second, y->second, pairs)) return false;
  return true;
}
template <class T, class U>
bool same(const std::pair<T, U>& a, const std::pair<T, U>& b, Pairs& pairs) {
  return same(a.first, b.first, pairs) && same(a.second, b.second, pairs);
}
template <class T>
bool same(const std::variant<T, int>& a, const std::variant<T, int>& b, Pairs& pairs) {
  if (a.index() != b.index()) return false;
  return a.index() == 0 ? same(std::get<0>(a), std::get<0>(b), pairs) : std::get<1>(a) == std::get<1>(b);
}
template <class T>
bool equal(const T& a, const T& b) {
  Pairs pairs;
  return same(a, b, pairs);
}

enum class Mode { slow, fast, wild };
constexpr int rounded(int n) { return (n + 7) / 8 * 8; }
[[run::exempt]] inline double half(double x) { return x / 2; }
inline int counted(int n) { return n + 1; }

struct Base {
  Base() = default;
  Base(const Base&) = default;
  Base(Base&&) = default;
  Base& operator=(const Base&) = default;
  Base& operator=(Base&&) = default;
  virtual ~Base() = default;
  virtual bool same(const Base& other, Pairs& pairs) const = 0;
};

"""


class Type:
    """What a member or parameter is of: a value, a class, or something that holds one."""

    def __init__(self, kind, of=None):
        self.kind, self.of = kind, of

    @property
    def text(self):
        named = {"string": "std::string", "ints": "std::vector<int>", "mode": "Mode",
                 "span": "std::chrono::milliseconds"}
        if self.kind == "object":
            return self.of.name
        forms = {"shared": "std::shared_ptr<{}>", "unique": "std::unique_ptr<{}>", "vector": "std::vector<{}>",
                 "pointers": "std::vector<std::shared_ptr<{}>>", "optional": "std::optional<{}>",
                 "map": "std::map<std::string, {}>", "pair": "std::pair<{}, int>", "variant": "std::variant<{}, int>",
                 "base": "std::unique_ptr<Base>", "shared_base": "std::shared_ptr<Base>"}
        if self.kind in forms:
            return forms[self.kind].format(self.of.name if self.of else "")
        return named.get(self.kind, self.kind)

    @property
    def is_copyable(self):
        if self.kind in ("unique", "base"):
            return False
        return self.of.is_copyable if self.kind in WITHIN + ("vector", "optional", "map") else True


VALUES = ["int", "double", "bool", "string", "mode", "ints", "span"]
WITHIN = ("object", "pair", "variant")  # hold an object from the beginning


class Member:
    def __init__(self, name, type, how, default=None, style=None):
        self.name, self.type, self.how, self.default, self.style = name, type, how, default, style

    def setter(self):
        upper = self.name[0].upper() + self.name[1:]
        return {"set_x": "set_" + self.name, "setX": "set" + upper, "SetX": "Set" + upper, "fluent": self.name}[self.style]


class Class:
    """An aggregate, or a class with a constructor, fields and setters."""

    def __init__(self, name, is_aggregate, is_derived, members):
        self.name, self.is_aggregate, self.is_derived, self.members = name, is_aggregate, is_derived, members

    @property
    def is_copyable(self):
        return all(m.type.is_copyable for m in self.members)

    def having(self, *how):
        return [m for m in self.members if m.how in how]

    def stored(self, member):
        return member.name if self.is_aggregate or member.how == "field" else member.name + "_"

    def text(self):
        lines = []
        compared = " && ".join(["true"] + [f"law::same({self.stored(m)}, other.{self.stored(m)}, pairs)"
                                           for m in self.members])
        same = [f"  bool same([[maybe_unused]] const {self.name}& other, [[maybe_unused]] Pairs& pairs) const {{",
                f"    return {compared};", "  }"]
        if self.is_aggregate:
            lines.append(f"struct {self.name} {{")
            lines += [f"  {m.type.text} {m.name}{' = ' + m.default if m.default else '{}'};" for m in self.members]
            return "\n".join(lines + same + ["};", ""])
        lines += [f"class {self.name}{' : public Base' if self.is_derived else ''} {{", " public:"]
        parameters = self.having("parameter")
        listed = ", ".join(f"{m.type.text} {m.name}{' = ' + m.default if m.default else ''}" for m in parameters)
        stored = ", ".join(f"{m.name}_(std::move({m.name}))" for m in parameters)
        lines.append(f"  explicit {self.name}({listed}){' : ' + stored if stored else ''} {{}}")
        for m in self.having("setter"):
            result, back = (f"{self.name}&", " return *this;") if m.style == "fluent" else ("void", "")
            lines.append(f"  {result} {m.setter()}({m.type.text} value) {{ {m.name}_ = std::move(value);{back} }}")
        lines += same
        if self.is_derived:
            lines += ["  bool same(const Base& other, Pairs& pairs) const override {",
                      f"    const auto* of = dynamic_cast<const {self.name}*>(&other);",
                      "    return of != nullptr && same(*of, pairs);", "  }"]
        lines += ["  void poke() {}", f"  {self.name}& operator+=(int) {{ return *this; }}"]
        lines += [f"  {m.type.text} {m.name}{' = ' + m.default if m.default else '{}'};" for m in self.having("field")]
        lines.append(" private:")
        lines += [f"  {m.type.text} {m.name}_;" for m in parameters]
        lines += [f"  {m.type.text} {m.name}_{{}};" for m in self.having("setter")]
        return "\n".join(lines + ["};", ""])


class Recipe:
    def __init__(self, name, result, parameters, lines, home=""):
        """`home`: the class whose static member it is."""
        self.home, self.plain = home, name
        self.name = f"{home}::{name}" if home else name
        self.result, self.parameters, self.lines = result, parameters, lines
        self.configured = [p for p in parameters if p[1].kind == "object"]

    def text(self):
        listed = ", ".join(f"[[maybe_unused]] {'const ' + t.text + '&' if t.kind == 'object' else t.text} {n}"
                           for n, t in self.parameters)
        head = f"{self.result.text} {self.plain}({listed}) {{"
        head, end = ((f"struct {self.home} {{ [[run::autoconvert]] static {head}", "} };") if self.home
                     else (f"[[run::autoconvert]] inline {head}", "}"))
        return "\n".join([head] + ["  " + line for line in self.lines] + [end, ""])

    def arguments(self, write):
        return ", ".join(write(t) for _, t in self.parameters)


class Body:
    """The statements of one recipe in the making."""

    def __init__(self, program, parameters):
        self.program, self.random = program, program.random
        self.lines = []
        self.parameters = parameters
        self.locals = []  # (name, type), objects and holders
        self.values = [(n, t) for n, t in parameters if t.kind in VALUES]
        self.calls = set()  # locals that hold what a function returns: they have no members before it is called
        self.count = 0

    def name(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def pick(self, choices):
        return self.random.choice(choices)

    # Values.
    def value(self, kind, depth=0):
        known = [n for n, t in self.values if t.kind == kind]
        if known and self.random.random() < 0.5:
            return self.pick(known)
        n = self.random.randint(0, 60)
        if depth > 1:
            kind = kind if kind != "int" else "literal"
        return {
            "literal": lambda: str(n),
            "int": lambda: self.pick([str(n), f"-{n}", f"{self.value('int', depth + 1)} + {n}",
                                      f"std::max({n}, {self.value('int', depth + 1)})", f"rounded({n})",
                                      f"static_cast<int>(sizeof(char)) * {n}", f"({n} - {self.value('int', depth + 1)})"]),
            "double": lambda: self.pick([f"{n}.5", f"half({n}.0)", f"{n}.25 * 2", "1e-3"]),
            "bool": lambda: self.pick(["true", "false", f"{self.value('int', depth + 1)} > {n}", f"!({n} < 7) || true"]),
            "string": lambda: self.pick([f'"s{n}"', f'std::string("t{n}")', f"std::to_string({n})",
                                         f'std::string("a") + "{n}"', f"std::string({n % 5}, 'x')",
                                         f'R"(raw "{n}" ?\?/)"']),
            "mode": lambda: self.pick(["Mode::slow", "Mode::fast", "law::Mode::wild"]),
            "span": lambda: self.pick([f"std::chrono::milliseconds({n})", f"std::chrono::seconds({n})",
                                       f"std::chrono::milliseconds({n}) * 2"]),
            "ints": lambda: self.pick([f"{{1, {n}}}", f"std::vector<int>{{{n}}}", f"std::vector<int>(2, {n})",
                                       "std::vector<int>()"]),
        }[kind]()

    # Objects.
    def construct(self, cls, depth, opening=None):
        """`opening` is std::make_shared<C>( and the like."""
        if cls.is_aggregate:
            chosen = [m for m in cls.members if self.random.random() < 0.6]
            if opening is None and self.random.random() < 0.3:
                count = self.random.randint(0, len(cls.members))
                inner = ", ".join(self.any(m.type, depth + 1) for m in cls.members[:count])
                return f"{cls.name}{{{inner}}}"
            inner = ", ".join(f".{m.name} = {self.any(m.type, depth + 1)}" for m in chosen)
            text = f"{cls.name}{{{inner}}}"
            return text if opening is None else f"{opening}{text})"
        parameters = cls.having("parameter")
        required = sum(1 for m in parameters if not m.default)
        count = self.random.randint(required, len(parameters))
        # Braces alone could be several types for a make_… function.
        inner = ", ".join(self.any(m.type, depth + 1, is_typed=opening is not None) for m in parameters[:count])
        if opening is not None:
            return f"{opening}{inner})"
        if self.random.random() < 0.3:
            return f"{cls.name}{{{inner}}}"
        text = f"{cls.name}({inner})"
        fluent = [m for m in cls.having("setter") if m.style == "fluent"]
        if fluent and cls.is_copyable and self.random.random() < 0.5:
            for m in self.random.sample(fluent, self.random.randint(1, len(fluent))):
                text += f".{m.setter()}({self.any(m.type, depth + 1)})"
        return text

    def known(self, kind, cls):
        return [n for n, t in self.locals + self.parameters if t.kind == kind and t.of is cls and t.is_copyable]

    def object(self, cls, depth):
        known = self.known("object", cls)
        if known and self.random.random() < 0.35:
            return self.pick(known)
        recipes = [r for r in self.program.recipes if r.result.kind == "object" and r.result.of is cls]
        if recipes and depth < 3 and self.random.random() < 0.3:
            return self.call(self.pick(recipes), depth)
        if cls in self.program.makers and self.random.random() < 0.2:
            return f"make_{cls.name}({self.value('int')})"
        return self.construct(cls, depth)

    def call(self, recipe, depth):
        return f"{recipe.name}({recipe.arguments(lambda t: self.any(t, depth + 1, is_typed=True))})"

    def any(self, type, depth=0, is_typed=False):
        kind, cls = type.kind, type.of
        if kind in VALUES:
            text = self.value(kind)
            return f"std::vector<int>{text}" if is_typed and text.startswith("{") else text
        if kind == "object":
            return self.object(cls, depth)
        if kind in ("shared", "unique", "base", "shared_base"):
            if kind in ("base", "shared_base"):
                if depth > 4:
                    return "nullptr"  # a derived class may hold others without end
                cls = self.pick(self.program.derived)
            if kind in ("shared", "shared_base"):
                known = self.known("shared", cls)
                if known and self.random.random() < 0.6:
                    return self.pick(known)
            make = "shared" if kind in ("shared", "shared_base") else "unique"
            return self.construct(cls, depth, f"std::make_{make}<{cls.name}>(")
        if kind == "optional":
            return self.object(cls, depth)
        if kind == "variant":
            text = self.object(cls, depth) if self.random.random() < 0.6 else str(self.random.randint(0, 9))
            return f"{type.text}({text})" if is_typed else text
        if kind == "pair":
            return f"{self.pick([type.text, 'std::pair'])}({self.object(cls, depth + 1)}, {self.value('int')})"
        if kind == "map":
            inner = ", ".join(f'{{"{key}", {self.object(cls, depth + 1)}}}'
                              for key in self.random.sample("abcd", self.random.randint(0 if depth < 2 else 1, 3)))
            return f"{type.text}{{{inner}}}"
        known = self.known(kind, cls)
        if known and self.random.random() < 0.5:
            return self.pick(known)
        element = Type("object" if kind == "vector" else "shared", cls)
        inner = ", ".join(self.any(element, depth + 1) for _ in range(self.random.randint(0 if depth < 2 else 1, 3)))
        return f"{type.text}{{{inner}}}"

    # Statements.
    def local(self):
        cls = self.pick(self.program.classes)
        kind = self.pick(["object", "object", "object", "shared", "shared", "vector", "value"])
        if kind == "value":
            type = Type(self.pick(VALUES[:5]))
            name = self.name("v")
            self.lines.append(f"[[maybe_unused]] const {type.text} {name} = {self.value(type.kind)};")
            self.values.append((name, type))
            return
        if kind == "vector" and not cls.is_copyable:
            kind = "object"
        type, name = Type(kind, cls), self.name({"object": "o", "shared": "p", "vector": "c"}[kind])
        if not type.is_copyable:
            return
        text = self.any(type)
        if any(text == n for n, _ in self.parameters):
            text = self.construct(cls, 0)  # a copy of a parameter is refused
        if text.startswith("make_") or text in self.calls:
            self.calls.add(name)
        if kind == "vector":
            self.lines.append(f"{type.text} {name};" if self.random.random() < 0.5 else f"auto {name} = {text};")
        elif kind == "shared" or self.random.random() < 0.5:
            self.lines.append(f"{self.pick(['auto', type.text])} {name} = {text};")
        elif text.startswith(cls.name + "{"):
            self.lines.append(f"{cls.name} {name}{text[len(cls.name):]};")
        else:
            self.lines.append(f"{cls.name} {name} = {text};")
        self.lines[-1] = "[[maybe_unused]] " + self.lines[-1]  # whether later statements use it is left to chance
        self.locals.append((name, type))

    def change(self):
        if not self.locals:
            return
        name, type = self.pick(self.locals)
        if name in self.calls:
            return
        if type.kind == "vector":
            text = (f"{name}.push_back({self.object(type.of, 0)});" if self.random.random() < 0.6 or type.of.is_aggregate
                    else self.construct(type.of, 0, f"{name}.emplace_back(") + ";")
            self.lines.append(text)
            return
        if type.kind == "object" and self.random.random() < 0.1:
            self.lines.append(f"{name} = {self.construct(type.of, 0)};")
            return
        members = type.of.members if type.of.is_aggregate else type.of.having("field", "setter")
        if not members:
            return
        member = self.pick(members)
        access = f"(*{name})." if type.kind == "shared" and self.random.random() < 0.3 else (
            name + "->" if type.kind == "shared" else name + ".")
        text = self.any(member.type)
        if name in text.replace(",", " ").replace("(", " ").replace(")", " ").replace("}", " ").split():
            return  # an object within itself
        if member.how == "setter":
            self.lines.append(f"{access}{member.setter()}({text});")
        else:
            self.lines.append(f"{access}{member.name} = {text};")

    def nested(self):
        """A local, and changes of what lies in it."""
        cls = self.pick(self.program.classes)
        members = [m for m in (cls.members if cls.is_aggregate else cls.having("field"))
                   if m.type.kind in ("object", "shared", "unique", "optional", "vector", "map", "pair", "ints", "string")]
        if not members:
            return
        outer, name = self.pick(members), self.name("n")
        kind, inner = outer.type.kind, outer.type.of
        path = f"{name}.{outer.name}"
        lines = [f"{cls.name} {name} = {self.construct(cls, 2)};"]
        starts = cls.is_aggregate or Program.is_default(cls)
        if starts and kind in ("object", "map") and self.random.random() < 0.5:
            lines = [f"{cls.name} {name}{{}};"]  # with what it begins with
        elif kind == "object":
            lines.append(f"{path} = {self.construct(inner, 2)};")
        elif kind in ("shared", "unique"):
            lines.append(f"{path} = {self.construct(inner, 2, f'std::make_{kind}<{inner.name}>(')};")
        elif kind in ("optional", "vector", "pair", "map"):
            whole = {"optional": "{}", "vector": "std::vector<%s>{{{}}}" % (inner.name if inner else ""),
                     "pair": outer.type.text + "({}, 3)", "map": outer.type.text + '{{{{"a", {}}}}}'}[kind]
            lines.append(f"{path} = {whole.format(self.construct(inner, 2))};")
        elif kind == "ints":
            lines += [f"{path} = std::vector<int>{{5, {self.value('int')}, 2}};"]
            lines += self.random.sample([f"{path}[1] = {self.value('int')};", f"{path}[0] += 2;", f"++{path}.back();",
                                         f"{path}.push_back({self.value('int')});", f"{path}.insert({path}.begin(), 4);",
                                         f"std::sort({path}.begin(), {path}.end());"], 3)
        else:
            lines += [f"{path} = {self.value('string')};", f"{path} += \"!\";", f"{path}.append({self.value('string')});"]
        if inner is not None:
            element = {"vector": ".back()", "pair": ".first", "map": '["a"]'}.get(kind, "")
            if kind == "map" and not Program.is_default(inner):
                element = '.at("a")' if len(lines) > 1 else None
            if kind == "vector" and self.random.random() < 0.5 and not inner.is_aggregate:
                lines.append(self.construct(inner, 2, f"{path}.emplace_back(") + ";")
            if element is not None:
                lines += self.inside(path + element, inner, "->" if kind in ("shared", "unique", "optional") else ".")
        self.lines += lines
        if cls.is_copyable:
            self.locals.append((name, Type("object", cls)))

    def inside(self, path, cls, arrow):
        """Sets some members of the object there, each once, perhaps through a reference."""
        members = [m for m in (cls.members if cls.is_aggregate else cls.having("field", "setter"))]
        members = self.random.sample(members, min(len(members), self.random.randint(1, 3)))
        lines = []
        if members and self.random.random() < 0.3:
            reference = self.name("r")
            lines.append(f"auto& {reference} = {'*' if arrow == '->' else ''}{path};")
            path, arrow = reference, "."
        for m in members:
            text = self.any(m.type, 2)
            lines.append(f"{path}{arrow}{m.setter()}({text});" if m.how == "setter"
                         else f"{path}{arrow}{m.name} = {text};")
        return lines

    def finish(self, result):
        known = [n for n, t in self.locals if t.kind == result.kind and t.of is result.of]
        if known and self.random.random() < 0.6:
            text = self.pick(known)
        elif result.kind in ("object", "shared", "unique"):
            text = self.any(result) if result.kind != "object" else self.construct(result.of, 0)
        else:
            text = self.any(result)
        self.lines.append(f"return {text};")


class Program:
    def __init__(self, random, classes=8, recipes=12):
        self.random = random
        self.classes, self.recipes, self.derived, self.makers = [], [], [], []
        for i in range(classes):
            self.add_class(f"{random.choice(['Pump', 'Gear', 'Lamp', 'Node', 'Cell'])}{i}")
        for i in range(recipes):
            self.add_recipe(f"recipe{i}")

    def type(self):
        random = self.random
        if not self.classes or random.random() < 0.55:
            return Type(random.choice(VALUES))
        kinds = ["object", "object", "shared", "shared", "vector", "pointers", "optional", "unique", "map", "pair", "variant"]
        if self.derived:
            kinds += ["base", "shared_base"]
        kind = random.choice(kinds)
        cls = random.choice(self.classes)
        if kind in ("base", "shared_base"):
            return Type(kind)
        if kind in WITHIN + ("vector", "optional", "map") and not cls.is_copyable:
            kind = "shared"
        return Type(kind, cls)

    def default(self, type):
        return {"int": "3", "double": "0.5", "bool": "true", "string": '"none"', "mode": "Mode::slow",
                "span": "std::chrono::milliseconds(5)"}.get(type.kind)

    def add_class(self, name):
        random = self.random
        names = random.sample(WORDS, random.randint(2, 6))
        is_aggregate = random.random() < 0.4
        members, has_default = [], False
        for word in names:
            type = self.type()
            if is_aggregate:
                if type.kind in WITHIN and not self.is_default(type.of):
                    type = Type("shared", type.of)
                members.append(Member(word, type, "member", self.default(type) if random.random() < 0.5 else None))
                continue
            how = random.choice(["parameter", "parameter", "field", "setter"])
            if how != "parameter" and type.kind in WITHIN and not self.is_default(type.of):
                how = "parameter"
            default = self.default(type) if how == "parameter" and (has_default or random.random() < 0.4) else None
            if how == "parameter" and has_default and default is None:
                how, type = "field", Type("int")
            has_default |= default is not None
            members.append(Member(word, type, how, default,
                                  random.choice(["set_x", "setX", "SetX", "fluent"]) if how == "setter" else None))
        cls = Class(name, is_aggregate, not is_aggregate and random.random() < 0.3, members)
        self.classes.append(cls)
        if cls.is_derived:
            self.derived.append(cls)
        if cls.is_copyable and all(m.default or m.type.kind in VALUES for m in cls.having("parameter")):
            self.makers.append(cls)

    @staticmethod
    def is_default(cls):
        return all(m.default for m in cls.having("parameter"))

    def maker(self, cls):
        """An ordinary function: its calls are nodes."""
        arguments = ", ".join({"int": "n", "double": "1.5", "bool": "n > 3", "string": '"made"', "mode": "Mode::fast",
                               "ints": "std::vector<int>{n}", "span": "std::chrono::seconds(n)"}[m.type.kind] for m in cls.having("parameter")
                              if m.type.kind in VALUES)
        body = f"{cls.name}{{}}" if cls.is_aggregate else f"{cls.name}({arguments})"
        return f"inline {cls.name} make_{cls.name}([[maybe_unused]] int n) {{ return {body}; }}\n"

    def add_recipe(self, name):
        random = self.random
        cls = random.choice(self.classes)
        kinds = ["object", "object", "shared", "unique"] + (["vector"] if cls.is_copyable else [])
        kind = random.choice(kinds)
        if not cls.is_copyable and kind == "object" and random.random() < 0.5:
            kind = "unique"
        parameters = [(f"a{i}", Type(random.choice(VALUES))) for i in range(random.randint(0, 3))]
        copyable = [c for c in self.classes if c.is_copyable]
        if copyable and random.random() < 0.3:
            parameters.append((f"a{len(parameters)}", Type("object", random.choice(copyable))))
        body = Body(self, parameters)
        for _ in range(random.randint(0, 6)):
            random.choice([body.change, body.change, body.local, body.local, body.nested])()
        body.finish(Type(kind, cls))
        home = f"Home{len(self.recipes)}" if random.random() < 0.2 else ""
        self.recipes.append(Recipe(name, Type(kind, cls), parameters, body.lines, home))

    def head(self):
        return (PRELUDE + "\n".join(c.text() for c in self.classes) + "\n" +
                "\n".join(self.maker(c) for c in self.makers) + "\n")

    def text(self, companion):
        parts = [self.head()] + [r.text() + "\n" for r in self.recipes]
        parts.append(f"}}  // namespace law\n\n#ifndef PLAIN\n#include \"{companion}\"\n\n")
        parts.append("int main() {\n  int failed = 0;\n")
        for recipe in self.recipes:
            values = Body(self, [])
            names = []
            for i, (_, type) in enumerate(recipe.parameters):
                name = f"{recipe.plain}_{i}"
                text = values.any(type, 3, is_typed=True)
                parts.append(f"  const law::{type.text} {name} = [] {{ using namespace law; return {text}; }}();\n"
                             if type.kind in ("object", "mode") else f"  const {type.text} {name} = "
                             f"[] {{ using namespace law; return {type.text}({text}); }}();\n")
                names.append(name)
            given = ", ".join(names)
            call = f"run::autoconvert<&law::{recipe.name}>({given})"
            made = f"law::{recipe.name}({given})"
            result = recipe.result.text
            for cls in self.classes:
                result = result.replace(cls.name, "law::" + cls.name)
            parts.append(f"  if (!law::equal<{result}>(run::build<{result}>({call}), {made})) {{\n"
                         f'    std::puts("law: {recipe.name}");\n    failed = 1;\n  }}\n')
        return "".join(parts) + "  return failed;\n}\n#endif\n"
