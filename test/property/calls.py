"""Episodes of calls that are bound in a recipe, and made later."""
from expressions import Expressions
from world import DEFAULTS, WORDS, Type

SIMPLE = ["int", "long", "size", "float", "double", "bool", "string", "mode", "level", "ints", "span", "maybe", "table",
          "flags", "hue", "short", "byte", "letter", "huge", "words", "grid", "point", "couple", "choice", "names",
          "ports", "path", "bits", "modes", "title", "rest"]


class Calls(Expressions):
    """A part of Episode."""

    def drawn(self):
        """Of a function: names and types, the last ones perhaps with a default."""
        names = self.random.sample(WORDS, self.random.randint(2, 5))
        found = []
        for name in names:
            type = Type(self.pick(SIMPLE))
            cls = self.copyable()
            if cls and self.chance(0.35):
                type = self.pick([Type("object", cls), Type("shared", Type("object", cls)),
                                  Type("vector", Type("object", cls))])
            found.append((name, type))
        return found

    def function(self, parameters, name, before="inline "):
        """One that returns all that it is given."""
        result = f"std::tuple<{', '.join(t.text for _, t in parameters)}>"
        said = [f"const {t.text}& {n}" if self.chance(0.3) else f"{t.text} {n}" for n, t in parameters]
        for i in range(len(parameters) - 1, 0, -1):
            if parameters[i][1].kind not in DEFAULTS or self.chance(0.5):
                break
            said[i] += f" = {DEFAULTS[parameters[i][1].kind]}"
        body = f"return {{{', '.join(n for n, _ in parameters)}}};"
        return result, f"{before}{result} {name}({', '.join(said)}) {{ {body} }}"

    def bound(self):
        """std::bind_front of a function, a static member function, a member function."""
        n = self.number
        parameters = self.drawn()
        how = self.pick(["function", "function", "static"])
        result, text = self.function(parameters, f"gather{n}", "inline " if how == "function" else "static ")
        name, first = f"gather{n}", []
        if how == "static":
            text, name = f"struct Shop{n} {{\n  {text}\n}};", f"Shop{n}::gather{n}"
        elif how == "member":
            text = text.replace("static ", "").replace(") {", ") const {", 1)
            text = (f"class Worker{n} {{\n public:\n  explicit Worker{n}(int tools = 2) : tools_(tools) {{}}\n"
                    f"  {text}\n"
                    f"  int tools() const {{ return tools_; }}\n\n private:\n  int tools_;\n}};")
            name = f"Worker{n}::gather{n}"
            first = [self.pick([f"Worker{n}({self.value('int')})", f"std::make_shared<Worker{n}>(4)", f"Worker{n}()"])]
        self.declared.append(text)
        count = self.random.randint(0 if first else 1, len(parameters))
        given = [self.exact(t) for _, t in parameters[:count]]
        rest = [self.exact(t) for _, t in parameters[count:]]
        said = self.pick(["std::bind_front(&{}, {})"] + (["std::bind_front({}, {})"] if how == "function" else []))
        left = ", ".join(t.text for _, t in parameters[count:])
        declared = self.pick(["auto", "auto", f"std::function<{result}({left})>"])
        self.recipes.append(f"{self.attribute()} inline {declared} bound{n}() {{\n"
                            f"  return {said.format(name, ', '.join(first + given))};\n}}")
        self.calls(f"bound{n}", ", ".join(rest))

    def calls(self, recipe, rest, arguments="", is_explicit=False):
        plain = f"law::{recipe}({arguments})"
        plain = f"run::build({plain})" if is_explicit else plain
        self.checks.append(f'  failed |= !calls("{recipe}", run::autoconvert<&law::{recipe}>({arguments}), '
                           f"{plain}, [](auto& call) {{ return call({rest}); }});\n")

    def partial(self):
        """What is returned by a recipe is made at each call."""
        n = self.number
        if self.chance(0.5):
            parameters = self.drawn()
            result, text = self.function(parameters, f"gather{n}")
            self.declared.append(text)
            given = [f"v{i}" if self.chance(0.5) else self.exact(t) for i, (_, t) in enumerate(parameters)]
            # What nothing in the result holds would be refused.
            locals = [f"{t.text} v{i} = {self.exact(t)};" for i, (_, t) in enumerate(parameters) if given[i] == f"v{i}"]
            body = locals + [f"return gather{n}({', '.join(given)});"]
        else:
            cls = self.copyable()
            if not cls:
                return
            result, body = cls.name, [f"return {self.construct(cls, 1)};"]
        lines = "\n  ".join(body)
        self.recipes.append(f"{self.attribute('partial')} inline {result} whole{n}() {{\n  {lines}\n}}")
        self.checks.append(f'  failed |= !calls<false>("whole{n}", run::autoconvert<&law::whole{n}>(), &law::whole{n}, '
                           "[](auto& call) { return call(); });\n")

    def written(self):
        """run::partial and run::config as they are written, of functions whose companion is known before."""
        n = self.number
        parameters = self.drawn()
        result, text = self.function(parameters, f"gather{n}")
        has_holder = any(not t.is_value for _, t in parameters)
        self.configurable.append("[[run::configurable]] " + text)
        chosen = [i for i in range(len(parameters)) if self.chance(0.6)]
        given = ", ".join(f".{parameters[i][0]} = {self.exact(parameters[i][1])}" for i in chosen)
        name = self.pick(["", "&"]) + self.pick(["", "law::"]) + f"gather{n}"
        if has_holder or self.chance(0.6):
            rest = [t for i, (_, t) in enumerate(parameters) if i not in chosen]
            declared = self.pick(["auto", f"run::Partial<run::Fn<&gather{n}>>"])
            lines = [f"return run::partial<{name}>({{{given}}});"]
            if self.chance(0.3):
                lines = [f"auto made = run::partial<{name}>({{{given}}});", "return made;"]
            self.recipes.append(f"#ifndef PLAIN\n{self.attribute()} inline {declared} written{n}() {{\n  "
                                + "\n  ".join(lines) + "\n}\n#endif")
            self.calls(f"written{n}", ", ".join(self.exact(t) for t in rest), is_explicit=True)
            return
        # A call that is a member of something.
        given = ", ".join(f".{m} = {self.exact(t)}" for m, t in parameters)
        self.declared.append(f"struct Kept{n} {{\n  {result} made;\n  int more = 2;\n"
                             f"  bool same(const Kept{n}& other, law::Pairs& pairs) const {{\n"
                             "    return more == other.more && law::same(made, other.made, pairs);\n  }\n};")
        self.recipes.append(f"#ifndef PLAIN\n{self.attribute()} inline Kept{n} written{n}() {{\n"
                            f"  return Kept{n}{{.made = run::config<{name}>({{{given}}}), .more = "
                            f"{self.value('int')}}};\n}}\n#endif")
        self.law(f"written{n}", f"Kept{n}")
