"""Statements on elements of containers, and those with control flow."""
from expressions import Expressions
from world import KEYS, Type

SEQUENCES = ("vector", "deque", "list", "array")


class Elements(Expressions):
    """A part of Body, which sets the members of an object and knows the locals."""

    def stocked(self):
        """A container of objects that are made here, and what is changed of some or all of them."""
        copyable = [c for c in self.program.classes if c.is_copyable]
        if not copyable:
            return
        cls = self.pick(copyable)
        kind = self.pick(["vector", "vector", "deque", "list", "array", "map", "hash", "numbered", "moded", "optional", "pair",
                          "tuple"])
        made = [self.construct(cls, 2) for _ in range(2)]
        if any(self.is_opaque(text) for text in made):
            return
        type, name = Type(kind, Type("object", cls)), self.name("e")
        inner = {"optional": made[0], "pair": f"{made[0]}, 3", "tuple": f'{made[0]}, 3, std::string("t")',
                 "array": f"{{{made[0]}, {made[1]}}}"}.get(kind, f"{made[0]}, {made[1]}")
        if kind in KEYS:
            inner = f"{{{KEYS[kind][0]}, {made[0]}}}, {{{KEYS[kind][-1]}, {made[1]}}}"
        line = self.pick([f"{type.text} {name}{{{inner}}};", f"auto {name} = {type.text}{{{inner}}};"])
        self.add("[[maybe_unused]] " + line)
        if self.is_free and kind not in ("hash", "optional", "pair", "tuple") and self.chance(0.7):
            self.each(name, cls, kind)
        else:
            step, arrow = self.pick(self.steps(name, type))
            self.inside(step, cls, arrow, 1, kind not in ("optional", "pair", "tuple"))
        self.locals.append((name, type))

    def steps(self, name, type):
        """The ways to one of its elements."""
        element = type.of.text
        keyed = []
        if type.kind in KEYS:
            first, last = KEYS[type.kind][0], KEYS[type.kind][-1]
            keyed = [(f"{name}.at({first})", ".")]
            if type.of.of.is_default:
                keyed += [(f"{name}[{first}]", "."), (f"{name}[{last}]", ".")]
        return {
            "optional": [(name, "->"), (f"(*{name})", "."), (f"{name}.value()", ".")],
            "pair": [(f"{name}.first", "."), (f"std::get<0>({name})", "."), (f"std::get<{element}>({name})", ".")],
            "tuple": [(f"std::get<0>({name})", "."), (f"std::get<{element}>({name})", ".")],
            "map": keyed, "hash": keyed, "numbered": keyed, "moded": keyed,
            "list": [(f"{name}.front()", "."), (f"{name}.back()", ".")],
        }.get(type.kind, [(f"{name}.front()", "."), (f"{name}.back()", "."), (f"{name}[0]", "."),
                          (f"{name}.at(0)", ".")])

    def each(self, name, cls, kind):
        """Every element of the container, in a loop."""
        element, key, values = self.name("x"), self.name("y"), len(self.values)
        if kind in KEYS:
            head = f"for (auto& [{key}, {element}] : {name}) {{"
            self.values.append((key, Type({"map": "string", "numbered": "int", "moded": "mode"}[kind])))
        elif kind in ("vector", "deque", "array") and self.chance(0.3):
            head, element = f"for (std::size_t {key} = 0; {key} < {name}.size(); ++{key}) {{", f"{name}[{key}]"
            self.values.append((key, Type("size")))
        else:
            head = f"for ({self.pick(['auto', cls.name])}& {element} : {name}) {{"
        self.values += [(f"{element}.{m.name}", m.type) for m in cls.all_members
                        if cls.is_aggregate and m.type.is_value and self.chance(0.3)]
        start = len(self.lines)
        self.inside(element, cls, ".", 1, True)
        inner = self.lines[start:]
        del self.lines[start:]
        used = any(element in line or key in line for line in inner)
        if inner and used and self.chance(0.3):
            inner = [f"if ({self.value('bool')}) {{"] + ["  " + line for line in inner] + ["}"]
        del self.values[values:]
        if inner and used:
            mark = f"  (void){key};" if kind in KEYS else ""
            self.lines += [head] + ([mark] if mark else []) + ["  " + line for line in inner] + ["}"]

    def constant_branch(self):
        """What is set in the one case that there is."""
        start = len(self.lines)
        self.change()
        inner = self.lines[start:]
        del self.lines[start:]
        if inner:
            condition = self.pick(["sizeof(int) == 4", "std::is_same_v<int, int>", "LAW_WIDE == 64 && true"])
            self.lines += [f"if constexpr ({condition}) {{"] + ["  " + line for line in inner] + ["}"]
            if self.chance(0.4):
                self.lines[-1] = "} else {"
                self.lines += ["  static_assert(sizeof(int) > 0);", "}"]

    # With allow_control_flow.
    def branch(self):
        """What is set in the one case and not in the other."""
        start = len(self.lines)
        self.change()
        inner = self.lines[start:]
        del self.lines[start:]
        if not inner:
            return
        condition = self.value("bool")
        self.lines += [f"if ({condition}) {{"] + ["  " + line for line in inner] + ["}"]
        self.add(f"[[maybe_unused]] const int {self.name('t')} = {condition} ? {self.value('int')} : 2;")

    def loop(self):
        """A container that is filled in a loop."""
        type = Type("vector", Type("object", self.pick([c for c in self.program.classes if c.is_copyable])))
        name, i = self.name("c"), self.name("i")
        self.add(f"{type.text} {name};")
        self.values.append((i, Type("int")))
        self.add(self.pick([f"for (int {i} = 0; {i} < 3; ++{i}) {{", f"for (const int {i} : {{4, 5}}) {{"]))
        start = len(self.lines)
        makers = self.program.makers_of(type.of.of, "object")
        if makers and self.chance(0.5):
            text = self.name("m")
            self.make(self.pick(makers), text)
        else:
            text = self.construct(type.of.of, 1)
        self.values.remove((i, Type("int")))
        self.lines[start:] = ["  " + line for line in self.lines[start:]]
        self.lines += [f"  {name}.push_back({text});", f"  if ({i} > 100) break;", "}"]
        self.locals.append((name, type))
