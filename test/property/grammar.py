"""Random programs of the recipe language: classes, functions, and recipes that use them.

Everything is drawn from one random.Random, so that a seed says the whole program. A program is one text: several
files, each below a line `//--- name`.
"""
from bodies import Body
from episodes import Episode
from expressions import Expressions
from world import CONSTANT, DEFAULTS, VALUES, WITHIN, WORDS, Class, Member, Type, cast, declared, styles


class Recipe:
    def __init__(self, name, result, parameters, lines, random, attribute="", home="", form="inline", place="main",
                 made=()):
        """`home`: the class whose static member it is. `form`: "inline", "unnamed" for a namespace without a name,
        "template", or "apart" where the definition is in another file. `made`: defaults that are objects, by name."""
        self.home, self.plain, self.form, self.attribute, self.place = home, name, form, attribute, place
        self.result, self.parameters, self.lines, self.made = result, parameters, lines, dict(made)
        self.required = len(parameters)
        if form == "inline" and random.random() < 0.3:
            self.required = random.randint(0, len(parameters))
            while any(self.default(n, t) is None for n, t in parameters[self.required:]):
                self.required += 1
        self.spelling = random.choice(["[[run::autoconvert{}]]"] * 4 + [
            "[[ run :: autoconvert{} ]]", "[[maybe_unused, run::autoconvert{}]]",
            "[[run::autoconvert{}, maybe_unused]]", "[[using run: autoconvert{}]]",
            "[[maybe_unused]] [[run::autoconvert{}]]"])
        self.is_trailing = random.random() < 0.15
        self.is_call = False  # its result is what a function makes
        self.mark = self.behind = ""  # what stands behind its first line, and behind it
        self.edited = None  # the same with a change, and what makes that change in a configuration

    @property
    def said(self):
        """As it is called in another recipe."""
        name = f"{self.home}::{self.plain}" if self.home else self.plain
        return name + ("<2>" if self.form == "template" else "")

    def default(self, name, type):
        return self.made.get(name, DEFAULTS.get(type.kind))

    def listed(self, with_defaults=True):
        parts = []
        for i, (name, type) in enumerate(self.parameters):
            said = declared(type, name) if type.is_value or type.kind == "unique" or type.kind == "shared" else (
                f"const {type.text}& {name}")
            default = f" = {self.default(name, type)}" if i >= self.required and with_defaults else ""
            parts.append(f"[[maybe_unused]] {said}{default}")
        return ", ".join(parts)

    def attributes(self):
        return self.spelling.format(f"({self.attribute})" if self.attribute else "")

    def signature(self):
        result, listed = self.result.text, self.listed()
        return f"auto {self.plain}({listed}) -> {result}" if self.is_trailing else f"{result} {self.plain}({listed})"

    def text(self):
        head = f"{self.signature()} {{"
        end = "}"
        if self.home:
            head, end = f"struct {self.home} {{ {self.attributes()} static {head}", "} };"
        elif self.form == "template":
            head = f"template <int Count>\n{self.attributes()} {head}"
            kinds = ", ".join(("int (*)(int)" if t.kind == "function" else
                               t.text if t.is_value or t.kind in ("unique", "shared") else f"const {t.text}&")
                              for _, t in self.parameters)
            end = f"}}\ntemplate {self.result.text} {self.plain}<2>({kinds});"
        elif self.form == "unnamed":
            head, end = f"namespace {{ [[maybe_unused]] {self.attributes()} {head}", "} }"
        elif self.form == "apart":
            head = f"{self.attributes()} {self.signature()} {{"
        else:
            head = f"{self.attributes()} inline {head}"
        return "\n".join([head + self.mark] + ["  " + line for line in self.lines] + [end, ""]) + self.behind

    def declaration(self):
        return f"{self.signature()};\n"


class Maker:
    """An ordinary function that makes an object: its calls are nodes."""

    def __init__(self, cls, kind, number):
        self.cls, self.kind, self.number = cls, kind, number
        stem = {"object": "make", "shared": "share", "unique": "own", "raw": "create"}[kind]
        self.form = number % 3 if kind == "object" else 0
        self.plain = f"{stem}_{cls.plain}_{number}"
        self.shop = f"Shop{cls.plain}_{number}"
        self.name = f"{self.shop}::{self.plain}" if self.form == 1 else self.plain

    def call(self, expressions, depth):
        first = expressions.value("int", depth)
        name = self.name + ("<int>" if self.form == 2 and expressions.chance(0.5) else "")
        return f"{name}({expressions.pick([first, first, f'{first}, ' + expressions.text_value()])})"

    def text(self):
        fixed = {"int": "n", "long": "n", "size": "3u", "float": "0.5f", "double": "1.5", "bool": "n > 3",
                 "string": "text", "mode": "Mode::fast", "level": "LAW_HIGH", "ints": "std::vector<int>{n}",
                 "span": "std::chrono::seconds(n)", "maybe": "n", "table": "std::map<std::string, int>()",
                 "function": "plus_one", "flags": "Flags::wide", "view": "text", "chars": '"fixed"',
                 "hue": "Hue(4)", "short": "4", "byte": "5", "letter": "'f'", "huge": "6u", "path": "text",
                 "couple": "std::pair(n, text)", "choice": "n", "title": "text"}
        arguments = ", ".join(fixed.get(m.type.kind, m.type.text + "{}") for m in self.cls.parameters)
        made = f"{self.cls.name}{{}}" if self.cls.is_aggregate else f"{self.cls.name}({arguments})"
        name, result, body = self.cls.name, self.cls.name, made
        if self.kind in ("shared", "unique"):
            result, body = f"std::{self.kind}_ptr<{name}>", f"std::make_{self.kind}<{name}>({made})"
        elif self.kind == "raw":
            result, body = f"{name}*", f"new {made}"
        listed = '[[maybe_unused]] {} n, [[maybe_unused]] const std::string& text = "made"'
        if self.form == 1:
            inner = f"static {result} {self.plain}({listed.format('int')}) {{ return {body}; }}"
            return f"struct {self.shop} {{ {inner} }};\n"
        if self.form == 2:
            return f"template <class N>\n{result} {self.plain}({listed.format('N')}) {{ return {body}; }}\n"
        return f"inline {result} {self.plain}({listed.format('int')}) {{ return {body}; }}\n"


class Program:
    def __init__(self, random, classes=8, recipes=12, episodes=0, of=None):
        self.random = random
        self.classes, self.recipes, self.makers = [], [], []
        for i in range(classes):
            self.add_class(f"{random.choice(['Pump', 'Gear', 'Lamp', 'Node', 'Cell'])}{i}")
        in_header = random.randint(0, recipes) if random.random() < 0.5 else 0
        apart = random.randint(0, recipes // 3) if random.random() < 0.5 else 0
        for i in range(recipes):
            self.place = "apart" if i >= recipes - apart else "header" if i < in_header else "main"
            self.add_recipe(f"recipe{i}")
        self.place = "episode"
        self.episodes = [Episode(self, i, of) for i in range(episodes)]

    @property
    def callable(self):
        """The recipes that the one in the making can call."""
        return [r for r in self.recipes if r.place == "header" or r.place == self.place == "main"]

    def makers_of(self, cls, kind):
        return [m for m in self.makers if m.cls is cls and m.kind == kind]

    def is_call(self, text):
        """Whether a function's result may be in it."""
        called = [m.name for m in self.makers] + [r.plain for r in self.recipes if r.is_call]
        return any(name + "(" in text or name + "<" in text for name in called)

    def exact(self, type):
        """A value of that type and of no other."""
        return cast(type, Expressions(self, []).value(type.kind, 2))

    # Types.
    def object(self, is_copyable=False):
        return Type("object", self.random.choice([c for c in self.classes if c.is_copyable or not is_copyable]))

    def holder(self):
        if any(c.is_derived for c in self.classes) and self.random.random() < 0.25:
            return Type(self.random.choice(["unique", "shared"]), Type("base"))
        return Type(self.random.choice(["shared", "shared", "shared", "unique", "const"]), self.object())

    def container(self, depth=0):
        random = self.random
        kind = random.choice(["vector", "vector", "vector", "deque", "list", "array", "optional", "map", "map", "hash",
                              "numbered", "moded", "pair", "tuple", "variant", "either"])
        if kind == "either":
            plain = [c for c in self.classes if c.is_copyable and not c.converts_to and "converting" not in c.also]
            if len(plain) > 1:
                return Type(kind, *(Type("object", c) for c in random.sample(plain, 2)))
            kind = "vector"
        if kind == "variant" and (depth or random.random() < 0.7):
            return Type(kind, self.object(is_copyable=True))
        if depth < 2 and kind != "array" and random.random() < 0.2:
            of = self.container(depth + 1)
            if of.kind in ("optional", "variant", "either") and kind != "optional" or of.kind == kind == "optional":
                return Type("vector", of)
            return Type(kind, of)
        of = self.object(is_copyable=True) if random.random() < 0.6 else self.holder()
        return Type(kind, of)

    def type(self):
        random = self.random
        copyable = [c for c in self.classes if c.is_copyable]
        if not copyable or random.random() < 0.5:
            return Type(random.choice(list(VALUES)))
        return random.choice([self.object, self.object, self.holder, self.holder, self.container, self.container])()

    def row(self):
        """A C array, of what can be made from nothing within it."""
        plain = [c for c in self.classes if c.is_aggregate and c.is_copyable]
        choices = [lambda: Type(self.random.choice(["int", "double", "string", "mode"]))] * 2
        choices += [lambda: Type("object", self.random.choice(plain))] * 2 if plain else []
        choices += [lambda: Type("shared", self.object())] if self.classes else []
        return Type("row", self.random.choice(choices)())

    # Classes.
    def add_class(self, name):
        random = self.random
        names = random.sample(WORDS, random.randint(2, 6))
        home = random.choice([None] * 5 + ["deep", "inner::most", "current"])
        if home:
            name_in = f"{home}::{name}"
        name = name_in if home else name
        twins = [c for c in self.classes if c.home not in (None, home, "current") and not c.has_twin]
        twin = random.choice(twins) if twins and home != "current" and random.random() < 0.25 else None
        if twin:  # both have the same name in their namespaces
            name = "::".join(["law"] + ([home] if home else []) + [twin.plain])
            twin.has_twin = True
        if self.classes and random.random() < 0.12:
            of = self.object(is_copyable=True) if random.random() < 0.7 else Type(random.choice(["int", "string"]))
            if of.is_value or of.of.is_default:
                members = [Member("content", of, "member"), Member("number", Type("int"), "member", "1")]
                box = Class(f"Box<{of.text}>", members, is_aggregate=True)
                box.text = lambda: ""
                if all(box.name != c.name for c in self.classes):
                    self.classes.append(box)
                return
        if random.random() < 0.45:
            cls = self.aggregate(name, names, home)
        else:
            cls = self.with_constructor(name, names, home)
        cls.has_twin = twin is not None
        targets = [c for c in self.classes if c.is_default and c.is_copyable and not c.has_list and "Box" not in c.name
                   and c.also != ("converting",)]
        if targets and cls.is_aggregate and not cls.parent and random.random() < 0.15:
            cls.converts_to = random.choice(targets)
        self.classes.append(cls)
        if cls.is_copyable and all(m.type.is_value for m in cls.parameters) and not cls.also and "Box" not in cls.name:
            for kind in random.sample(["object", "shared", "unique", "raw"], random.randint(0, 3)):
                self.makers.append(Maker(cls, kind, len(self.classes)))

    def default(self, type, of_object):
        """The default in a declaration, sometimes."""
        if type.is_value:
            return DEFAULTS.get(type.kind)
        if not of_object or not type.is_copyable:
            return None
        text = Expressions(self, []).any(type, 4, is_typed=True)
        # Copies of an object share what its constructor makes for a shared pointer: no configuration knows of that.
        is_shared = any(word in text for word in ("make_shared", "make_unique", "share_", "own_", "create_"))
        return None if is_shared else text

    def aggregate(self, name, names, home):
        random = self.random
        parents = [c for c in self.classes if c.is_aggregate and not c.parent and "Box" not in c.name]
        parent = random.choice(parents) if parents and random.random() < 0.25 else None
        members = []
        for word in names:
            if parent and any(m.name == word for m in parent.members):
                continue
            type = self.type() if random.random() > 0.08 else self.row()
            default = self.default(type, random.random() < 0.5) if random.random() < 0.5 else None
            if not type.is_default and not default:
                type = Type("shared", self.object())
            members.append(Member(word, type, "member", default))
        return Class(name, members, is_aggregate=True, parent=parent, home=home)

    def with_constructor(self, name, names, home):
        random = self.random
        parents = [c for c in self.classes if c.members and c.also != ("list",) and
                   not (c.is_aggregate or c.parent or c.is_derived)]
        if parents and random.random() < 0.15:
            parent = random.choice(parents)
            members = []
            for word in names:
                type = self.type()
                if word not in [m.name for m in parent.all_members] and type.is_default:
                    members.append(Member(word, type, "field", self.default(type, False)))
            is_extending = parent.is_default and random.random() < 0.6
            if is_extending:
                open_members = [m for m in members if m.type.kind not in WITHIN]
                for m in random.sample(open_members, random.randint(0, len(open_members))):
                    m.how, m.default = "parameter", self.default(m.type, False) or "{}"
                    members.append(members.pop(members.index(m)))
            is_derived = random.random() < 0.3
            cls = Class(name, members, parent=parent, home=home, is_derived=is_derived,
                        bases=["public law::Base"] if is_derived else [])
            cls.is_extending = is_extending
            return cls
        members, has_default = [], False
        for word in names:
            type = self.type()
            how = random.choice(["parameter", "parameter", "field", "setter"])
            default = None
            if how == "parameter":
                default = self.default(type, random.random() < 0.3) if has_default or random.random() < 0.4 else None
                if has_default and default is None:
                    how, type = "field", Type("int")
                if default and type.is_value and type.kind != "function" and random.random() < 0.25:
                    is_constant = type.kind in CONSTANT and random.random() < 0.5
                    default = f"k_{word}" if is_constant else f"known_{word}()"
            elif how == "field" and random.random() < 0.4:
                default = self.default(type, True)
            if how != "parameter" and not type.is_default and not (how == "field" and default):
                type = Type("shared", self.object())
                default = None
            has_default |= how == "parameter" and default is not None
            members.append(Member(word, type, how, default, random.choice(styles(type)) if how == "setter" else None))
        also = random.choice([()] * 4 + [("way",), ("template",), ("list",), ("converting",)])
        parameters = [m for m in members if m.how == "parameter"]
        if also and also != ("converting",) and not all(m.type.is_default for m in parameters):
            also = ()
        if also == ("list",) and any(m.type.kind in CONSTANT for m in parameters):
            also = ()
        if also == ("converting",) and (sum(1 for m in parameters if not m.default) > 1 or
                                        parameters and parameters[0].type.kind in ("point", "couple", "choice", "title")):
            also = ()
        unlike = ("string", "function", "hue", "flags", "view", "span", "float", "bool", "long", "size", "level")
        if also and also != ("converting",) and parameters and parameters[0].type.is_value and (
                parameters[0].type.kind not in unlike):
            also = ()
        is_derived = random.random() < 0.3
        virtual = random.choice(["", "", "virtual "])
        bases = [f"{virtual}public law::Base"] if is_derived else []
        if random.random() < 0.15:
            bases.insert(random.randint(0, len(bases)), f"public {virtual}law::Mixin")
        return Class(name, members, is_derived=is_derived, also=also, home=home, bases=bases)

    # Recipes.
    def add_recipe(self, name):
        random = self.random
        cls = random.choice(self.classes)
        object = Type("object", cls)
        result = random.choice([object, object, object, Type("shared", object), Type("unique", object), None])
        if result is None:
            result = self.container()
        attribute = random.choice([""] * 6 + ["no_inline", "allow_control_flow", "allow_control_flow"])
        parameters = [(f"a{i}", Type(random.choice(list(VALUES)))) for i in range(random.randint(0, 3))]
        copyable, made = [c for c in self.classes if c.is_copyable], {}
        if copyable and random.random() < 0.3:
            of = Type("object", random.choice(copyable))
            ways = [of, of, Type("shared", of), Type("const", of), Type("unique", of), self.container()]
            type = random.choice([t for t in ways if t.is_copyable or t.kind == "unique"])
            made[f"a{len(parameters)}"] = Expressions(self, []).any(type, 4, is_typed=True)
            parameters.append((f"a{len(parameters)}", type))
        body = Body(self, parameters, is_free=attribute == "allow_control_flow")
        handed = [(n, t) for n, t in parameters if t.kind == "unique"]  # moved once, and not changed
        body.locals += handed
        body.handed.update(n for n, _ in handed)
        body.made_by_call.update(n for n, _ in handed)
        for _ in range(random.randint(0, 7)):
            body.statement()
        body.finish(result)
        home, form = "", "apart" if self.place == "apart" else "inline"
        if form == "inline" and attribute != "no_inline":
            choice = random.random()
            if choice < 0.12:
                home = f"Home{len(self.recipes)}"
            elif choice < 0.24:
                form = "template"
            elif choice < 0.3 and self.place == "main":
                form = "unnamed"
        self.recipes.append(Recipe(name, result, parameters, body.lines, random, attribute, home, form, self.place,
                                   made))
        recipe = self.recipes[-1]
        recipe.edited = body.edited(recipe) if attribute != "no_inline" else None
        said = body.lines[-1].removeprefix("return ").strip("();")
        self.recipes[-1].is_call = attribute == "no_inline" or said in body.made_by_call or self.is_call(body.lines[-1])

    # The text.
    def declarations(self):
        parts = []
        for cls in self.classes:
            parts += [cls.text()] + [m.text() for m in self.makers if m.cls is cls]
        for episode in self.episodes:
            parts += episode.declared
        return "\n".join(parts) + "\n"

    def text(self):
        """parts.h has the classes and the first recipes, program.cpp main and others; more.cpp has those that are
        declared in more.h."""
        def placed(place):
            found = [r for r in self.recipes if r.place == place]
            return [r.text() + "\n" + (r.edited[0].text() + "\n" if r.edited else "") for r in found]

        end = "}  // namespace law\n"
        begin = "\nnamespace law {\n\n"
        header, apart = placed("header"), placed("apart")
        files = ["//--- .run-autoconvert\nexempt:\n  - law::calm\n"]
        files += ['//--- parts.h\n#pragma once\n#include "law.h"\n', begin, self.declarations()] + header + [end]
        if apart:
            files += ['//--- more.h\n#pragma once\n#include "parts.h"\n', begin]
            recipes = [r for r in self.recipes if r.place == "apart"]
            files += [r.declaration() for r in recipes] + [r.edited[0].declaration() for r in recipes if r.edited]
            files += [end, '//--- more.cpp\n#include "more.h"\n#include "parts.h"\n', begin] + apart + [end]
        configurable = [text + "\n" for episode in self.episodes for text in episode.configurable]
        if configurable:
            files += ['//--- bound.h\n#pragma once\n#include "parts.h"\n', begin] + configurable + [end]
        files += ['//--- program.cpp\n#include "parts.h"\n#include "parts.h"\n', '#include "more.h"\n' if apart else ""]
        if configurable:
            files.append('#include "bound.h"\n#ifndef PLAIN\n#include "bound.run.h"\n#endif\n')
        told = ["\n" + text + "\n" for episode in self.episodes for text in episode.recipes]
        files += [begin] + placed("main") + told + [end, '#ifndef PLAIN\n#include "program.run.h"\n']
        files += ['#include "parts.run.h"\n' if header else "", '#include "more.run.h"\n' if apart else ""]
        after = [text + "\n" for episode in self.episodes for text in episode.after]
        files += after
        self.checked = {}  # type of results => a configuration of one
        files.append("\nusing namespace law;\n\nint main() {\n  int failed = 0;\n")
        for recipe in self.recipes:
            files += self.check(recipe)
        for episode in self.episodes:
            files += episode.checks
        return "".join(files) + "  return failed;\n}\n#endif\n"

    def check(self, recipe):
        """That the law holds of it, with some arguments."""
        values = Expressions(self, [])
        names, given, parts, formats = [], [], [], ""  # a finished object has no text form
        count = self.random.choice([len(recipe.parameters), self.random.randint(recipe.required, len(recipe.parameters))])
        if any(not type.is_value for _, type in recipe.parameters[count:]):
            formats = ", false"
        for i, (_, type) in enumerate(recipe.parameters[:count]):
            name = f"{recipe.plain}_{i}"
            made = [r for r in self.recipes if r.result == type and not r.required]
            if made and self.random.random() < 0.5:
                made = self.random.choice(made)  # its configuration goes into this one
                given.append(f"run::autoconvert<&law::{made.said}>()")
                names.append(f"{made.said}()")
                continue
            if not type.is_value:
                formats = ", false"
            text = values.bare(type, 3, is_typed=True)
            if type.kind == "unique":
                name += "()"  # made anew each time
            initial = cast(type, text) if type.is_value and type.kind != "function" else text
            result = "" if type.is_value else f"-> {type.text} "
            call = "" if type.kind == "unique" else "()"
            parts.append(f"  const auto {recipe.plain}_{i} = []() {result}{{ return {initial}; }}{call};\n")
            names.append(name)
            given.append(name)
        converted = f"run::autoconvert<&law::{recipe.said}>({', '.join(given)})"
        plain = f"{recipe.said}({', '.join(names)})"
        parts.append(f'  failed |= !holds<{recipe.result.text}{formats}>("{recipe.plain}", {converted}, {plain});\n')
        if not formats:
            # The difference to another recipe's configuration of that type makes the one from the other.
            before = self.checked.setdefault(recipe.result.text, converted)
            if before != converted:
                parts.append(f'  failed |= !becomes<{recipe.result.text}>("{recipe.plain}", {before}, {converted}, '
                             f"{plain});\n")
        if recipe.edited and not formats:
            twin, edit = recipe.edited
            by_hand, plain = converted.replace(recipe.said, twin.said, 1), plain.replace(recipe.said, twin.said, 1)
            parts.append(f"  {{\n    auto c = {converted};\n    {edit}\n"
                         f"    failed |= !as_by_hand<{recipe.result.text}>("
                         f'"{recipe.plain}", {converted}, c, {by_hand}, {plain});\n  }}\n')
        return parts
