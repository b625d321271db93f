"""The statements of one random recipe."""
import copy
import re

from elements import Elements
from world import CONTAINERS, KEYS, VALUES, Type, declared

CHANGED_VALUES = {
    "int": ["{p} += 2;", "++{p};", "{p} *= {v};"],
    "string": ['{p} += "!";', "{p}.append({v});", "{p}.clear();"],
    "ints": ["{p}.push_back(4);", "{p}.insert({p}.begin(), 4);", "std::sort({p}.begin(), {p}.end());", "{p}.resize(3);",
             "std::iota({p}.begin(), {p}.end(), 1);"],
    "table": ['{p}["new"] = 3;', '{p}.erase("a");', '{p}.emplace("more", 1);'],
    "maybe": ["{p}.reset();", "{p} = 3;", "{p}.emplace(4);"],
    "short": ["{p} += 2;", "--{p};", "{p} = static_cast<std::int16_t>({p} * 3);"],
    "byte": ["{p} += 7;", "{p}++;", "{p} |= 1;", "{p} <<= 1;"],
    "letter": ["++{p};", "{p} += 1;"],
    "huge": ["{p} *= 3;", "{p} -= 1;", "{p} >>= 2;", "{p} ^= {v};"],
    "double": ["{p} *= 0.5;", "{p} -= {v};", "{p} = -{p};"],
    "float": ["{p} *= 0.1;", "{p} += {v};"],
    "words": ['{p}.emplace_back(3, \'c\');', '{p}.push_back("new");', "std::reverse({p}.begin(), {p}.end());"],
    "grid": ["{p}.push_back({{4, 5}});", "{p}.emplace_back(2, 7);", "{p}.resize(3);", "{p}.assign(2, {{1}});"],
    "point": ["{p}[1] = 0.5;", "std::swap({p}[0], {p}[1]);", "{p}.fill(3);", "{p}.front() += 1;"],
    "couple": ["{p}.first += 2;", '{p}.second = "new";', "{p}.second += '!';", "std::get<0>({p}) = 4;"],
    "choice": ["{p} = 5;", '{p} = "text";', "{p}.emplace<0>(6);", "{p}.emplace<std::string>(2, 'q');"],
    "names": ['{p}.insert("new");', '{p}.erase("a");', "{p}.clear();"],
    "ports": ["{p}[80] = true;", "{p}.erase(-1);", "{p}.insert_or_assign(3, false);"],
    "path": ['{p} /= "more";', '{p}.replace_extension(".txt");', '{p} = {p} / "x";'],
    "bits": ["{p}.push_back(true);", "{p}.flip();", "{p}.resize(2);"],
    "modes": ["{p}.push_back(Mode::slow);", "{p}.pop_back();"],
    "title": ["{p}.reset();", '{p} = "new";', '{p}.emplace(2, \'t\');'],
    "span": ["{p} *= 2;", "{p} += std::chrono::seconds(1);"],
    "rest": ["{p} /= 2;", "{p} += std::chrono::milliseconds(1);"],
}


class Body(Elements):
    """Lines of code, with the locals that they have made so far."""

    def __init__(self, program, parameters, is_free=False):
        """`is_free`: control flow is allowed."""
        super().__init__(program, parameters)
        self.is_free = is_free
        self.lines = []
        self.handed = set()  # what is a parameter's: alone, it is nothing that the recipe configures
        self.made_by_call = set()  # locals that hold what a function returns: they have no members before it is called
        self.touched = {}  # local => what was set, and whether a setter was called since
        self.count = 0

    def name(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def add(self, line):
        self.lines.append(line)

    def statement(self):
        self.pick([self.change, self.change, self.local, self.local, self.local, self.nested, self.nested, self.made,
                   self.stocked, self.aside, self.copy, self.constant_branch] +
                  ([self.branch, self.loop] if self.is_free else []))()

    # Statements on values, and declarations that say nothing of the result.
    def aside(self):
        n = self.random.randint(0, 60)
        first, second = self.name("first"), self.name("second")
        line = self.pick([
            f"[[maybe_unused]] const auto [{first}, {second}] = std::pair({n}, {self.value('int')});",
            "static_assert(sizeof(int) == 4, \"{ ; }\");",
            f"using Text{self.name('')} [[maybe_unused]] = std::string;",
            "if constexpr (sizeof(int) == 4) {\n    static_assert(true);\n  } else {\n"
            "    static_assert(LAW_WIDE == 64);\n  }",
            f"[[maybe_unused]] int {first} = {self.value('int')}; {first} += {n}; ++{first};",
            f"[[maybe_unused]] std::string {second}({n % 4}, 'y'); {second} += \"z\";",
            "(void)0;", ";",
            f"constexpr int {first} = {n}; static_assert({first} == {n});",
            f"[[maybe_unused]] std::vector<int> {first}(3); std::iota({first}.begin(), {first}.end(), {n});",
        ])
        self.add(line)
        if line.startswith("[[maybe_unused]] const auto"):
            self.values += [(first, Type("int")), (second, Type("int"))]
        elif line.startswith(("[[maybe_unused]] int ", "constexpr int ")):
            self.values.append((first, Type("int")))
        elif line.startswith("[[maybe_unused]] std::string"):
            self.values.append((second, Type("string")))

    # Locals.
    def local(self):
        cls = self.pick(self.program.classes)
        kind = self.pick(["object", "object", "object", "shared", "shared", "unique", "container", "value"])
        if kind == "value":
            type = Type(self.pick(list(VALUES)))
            name = self.name("v")
            const = self.pick(["const ", ""]) if type.kind != "chars" else ""
            self.add(f"[[maybe_unused]] {const}{declared(type, name)} = {self.value(type.kind)};"
                     if type.kind != "function" else f"[[maybe_unused]] const auto {name} = &plus_one;")
            self.values.append((name, type))
            return
        type = {"object": lambda: Type("object", cls), "shared": lambda: Type("shared", Type("object", cls)),
                "unique": lambda: Type("unique", Type("object", cls)), "container": self.program.container}[kind]()
        name = self.name({"object": "o", "shared": "p", "unique": "u"}.get(kind, "c"))
        text = self.bare(type, 0, is_typed=True)
        if type.kind == "variant" and text.removeprefix(type.text).strip("(){}").isdigit():
            return  # a plain value, to which nothing configured can be assigned
        if any(text == n for n, _ in self.parameters):
            if kind == "container":
                return
            text = self.construct(cls, 0, None if kind == "object" else f"std::make_{kind}<{cls.name}>(")
        if text in self.made_by_call or self.program.is_call(text):
            self.made_by_call.add(name)
        if ")." in text:
            self.touched[name] = {"*": True}  # the chain called setters
        if kind == "container":
            is_blank = type.is_default and (type.kind != "variant" or not type.of.is_holder)
            line = f"{type.text} {name};" if is_blank and self.chance(0.3) else f"auto {name} = {text};"
        elif kind != "object":
            line = self.pick([f"auto {name} = {text};", f"{type.text} {name} = {text};", f"{type.text} {name}({text});",
                              f"{type.text} {name}{{{text}}};"])
        elif cls.is_copyable and text in [n for n, t in self.locals]:
            line = f"{self.pick(['auto', cls.name])} {name} = {text};"
        elif text.startswith(cls.name + "{") and not cls.has_list:
            line = f"{cls.name} {name}{text[len(cls.name):]};"
        elif text.startswith(cls.name + "(") and not text.startswith(cls.name + "()") and text.count("(") == 1:
            line = f"{cls.name} {name}{text[len(cls.name):]};"
        elif text == cls.name + "()" and self.chance(0.6):
            line = f"{cls.name} {name};"
        else:
            line = f"{self.pick(['auto', cls.name])} {name} = {text};"
        self.add("[[maybe_unused]] " + line)  # whether later statements use it is left to chance
        self.locals.append((name, type))

    def copy(self):
        """A copy of a local, or the local itself under another name; a unique pointer is moved."""
        if not self.locals:
            return
        name, type = self.pick(self.locals)
        new = self.name("k")
        if not type.is_copyable:
            if type.kind != "unique":
                return
            text = f"auto {new} = std::move({name});"
        else:
            text = self.pick([f"auto {new} = {name};", f"auto {new}({name});", f"{type.text} {new}{{{name}}};",
                              f"auto {new} = std::move({name});"])
            if type.kind == "object" and (type.of.has_list or type.of.is_aggregate):
                text = f"auto {new} = {name};"
        self.add("[[maybe_unused]] " + text)
        if "std::move" in text:
            self.gone(name, type)
        if name in self.made_by_call:
            self.made_by_call.add(new)
        if name in self.handed:
            self.handed.add(new)
        self.locals.append((new, type))
        touched = self.touched.setdefault(name, {})
        self.touched[new] = touched if type.kind == "shared" else dict(touched)

    def is_made_later(self, text):
        return self.program.is_call(text) or any(self.mentions(text, name) for name in self.made_by_call)

    def gone(self, name, type):
        self.locals.remove((name, type))
        self.values = [(n, t) for n, t in self.values if not n.startswith((name + ".", name + "->"))]

    def change(self):
        if not self.locals:
            return
        name, type = self.pick(self.locals)
        if name in self.made_by_call:
            return
        if type.kind in ("vector", "deque", "list", "optional", "variant", "either") or type.kind in KEYS:
            self.fill(name, type)
            return
        holder = type.kind in ("shared", "unique")
        if type.kind != "object" and not holder:
            return
        cls = type.of.of if holder else type.of
        touched = self.touched.setdefault(name, {})
        if type.kind == "object" and self.chance(0.1):
            self.add(f"{name} = {self.construct(cls, 0)};")
            touched.clear()
            return
        members = [m for m in cls.settable() if m.name not in touched and "*" not in touched]
        if not members:
            return
        member = self.pick(members)
        touched[member.name] = True
        arrow = self.pick([name + "->", name + "->", f"(*{name})."]) if holder else name + "."
        text = self.any(member.type)
        if self.mentions(text, name):
            return  # an object within itself
        self.set(arrow, member, text)
        if cls.is_aggregate and member.type.is_value and member.type.kind != "function" and "*" not in arrow:
            self.values.append((arrow + member.name, member.type))  # and can be read from now on

    @staticmethod
    def mentions(text, name):
        for odd in ",(){}/*.":
            text = text.replace(odd, " ")
        return name in text.split()

    def set(self, access, member, text):
        if member.type.kind == "row":
            self.add(f"{access}{member.name}[{self.random.randint(0, 1)}] = {self.bare(member.type.of, 1, True)};")
        elif member.how == "setter":
            self.add(f"{access}{member.setter()}({text});")
        elif member.type.kind in ("shared", "unique") and text.startswith("nullptr") and self.chance(0.5):
            self.add(f"{access}{member.name}.reset();")
        else:
            self.add(f"{access}{member.name} = {text};")

    def fill(self, path, type):
        """One more element of the container there."""
        kind, of = type.kind, type.of
        if kind == "optional":
            text = self.any(of, 1, True)
            if self.is_made_later(text):
                return  # a local that holds something else by then is nothing that a function makes
            self.add(self.pick([f"{path} = {text};", f"{path}.emplace({text});", f"{path}.emplace({text});",
                                f"{path}.reset();", f"{path} = std::nullopt;"]))
            if text.startswith(of.text + "{") and text in self.lines[-1] and of.kind in ("vector", "deque", "list"):
                self.add(f"{path}->push_back({self.any(of.of, 1, True)});")
            return
        if kind in ("variant", "either"):
            chosen = self.pick([of, type.other or of])
            text = self.any(chosen, 1, True)
            if self.is_made_later(text):
                return
            choices = [f"{path} = {text};", f"{path}.emplace<{0 if chosen == of else 1}>({text});",
                       f"{path}.emplace<{chosen.text}>({text});"]
            if chosen.kind == "object" and not chosen.of.is_aggregate:
                choices.append(self.construct(chosen.of, 1, f"{path}.emplace<{chosen.text}>(") + ";")
            self.add(self.pick(choices))
            return
        text = self.any(of, 1, True)
        if self.mentions(text, path.split(".")[0].split("->")[0]):
            return
        moved = self.movable(of)
        if moved:
            text = f"std::move({moved})"
        if kind in KEYS:
            key = self.pick(KEYS[kind])
            choices = [f"{path}.emplace({key}, {text});", f"{path}.insert_or_assign({key}, {text});",
                       f"{path}.try_emplace({key}, {text});"]
            if of.is_copyable:
                choices.append(f"{path}.insert({{{key}, {text}}});")
            if of.is_default:
                choices.append(f"{path}[{key}] = {text};")
            self.add(self.pick(choices))
            return
        choices = [f"{path}.push_back({text});"] * 2
        choices += [f"{path}.insert({path}.begin(), {text});", f"{path}.insert({path}.end(), {text});",
                    f"{path}.emplace_back({text});"]
        if kind != "vector":
            choices += [f"{path}.push_front({text});", f"{path}.emplace_front({text});"]
        if of.kind == "object" and not of.of.is_aggregate:
            choices += [self.construct(of.of, 1, f"{path}.emplace_back(") + ";"] * 2
        self.add(self.pick(choices))

    def movable(self, type):
        """A local that goes there for good."""
        if not self.chance(0.2):
            return None
        for name, t in self.locals:
            if t == type:
                self.gone(name, t)
                return name
        return None

    # Places within a local.
    def nested(self):
        """A local, and changes of what lies in it."""
        cls = self.pick(self.program.classes)
        name = self.name("n")
        holder = self.pick(["", "", "shared", "unique"])
        if not holder and cls.is_default and self.chance(0.5):
            self.add(f"[[maybe_unused]] {cls.name} {name}{{}};" if not cls.has_list and not cls.parent else
                     f"[[maybe_unused]] {cls.name} {name};")
        elif not holder:
            self.add(f"[[maybe_unused]] {cls.name} {name} = {self.construct(cls, 2)};")
        else:
            made = self.construct(cls, 2, f"std::make_{holder}<{cls.name}>(")
            self.add(f"[[maybe_unused]] auto {name} = {made};")
        if self.is_opaque(self.lines[-1]):
            self.touched[name] = {"*": True}  # the chain called setters, or a part is made when it is built
            return
        self.inside(name, cls, "->" if holder else ".", 0)
        self.touched[name] = {"*": True}
        object = Type("object", cls)
        self.locals.append((name, Type(holder, object) if holder else object))

    def made(self):
        """What a function makes, and what is set of it before anybody else has it."""
        if not self.program.makers:
            return
        maker = self.pick(self.program.makers)
        name = self.name("m")
        type = self.make(maker, name)
        self.touched[name] = {"*": True}
        self.made_by_call.add(name)
        self.locals.append((name, type))

    def make(self, maker, name):
        cls, text = maker.cls, maker.call(self, 1)
        object = Type("object", cls)
        kind = self.pick(["shared", "unique"]) if maker.kind == "raw" else maker.kind
        type = object if kind == "object" else Type(kind, object)
        line = f"{self.pick(['auto', type.text])} {name} = {text};"
        if maker.kind == "raw":
            line = f"{type.text} {name}({text});"
        self.add("[[maybe_unused]] " + line)
        self.inside(name, cls, "." if kind == "object" else "->", 0, is_made=True)
        return type

    def is_opaque(self, text):
        """Whether it has called setters already, or is made in part when it is built."""
        converting = [c.plain for c in self.program.classes if c.converts_to]
        if any(self.mentions(text, name) for name, type in self.parameters if not type.is_value):
            return True  # it may be a finished object
        return ")." in text or self.program.is_call(text) or any(name in text for name in converting)

    def inside(self, path, cls, arrow, depth, is_element=False, is_made=False):
        """Sets some members of the object there, each once, perhaps through a reference. `is_made`: by a function."""
        members = [m for m in cls.settable() if not (depth or is_made) or m.type.kind != "row"]
        members = self.random.sample(members, min(len(members), self.random.randint(1, 3)))
        members.sort(key=lambda m: m.how == "setter")
        if not members:
            return
        if depth and self.chance(0.3):
            reference = self.name("r")
            self.add(f"{self.pick(['auto', cls.name])}& {reference} = {'*' if arrow == '->' else ''}{path};")
            path, arrow = reference, "."
        start = len(self.lines)
        for m in members:
            if m.how != "setter" and depth < 2 and self.chance(0.5):
                self.descend(f"{path}{arrow}{m.name}", m.type, depth + 1, is_element,
                             is_computed=is_made or not cls.is_aggregate)
            elif arrow == "->" and self.chance(0.2):
                self.set(f"(*{path}).", m, self.any(m.type, 2))
            else:
                self.set(path + arrow, m, self.any(m.type, 2))
        if len(self.lines) == start and self.lines[-1].split(" = ")[0].endswith(f"& {path}"):
            self.lines.pop()  # a reference that nothing uses

    # Elements are not told apart: what was assigned to a member of one is not known.
    def descend(self, path, type, depth, is_element, is_computed=False):
        """Sets what is there, and changes something within it. `is_element`: it lies in one. `is_computed`: a
        constructor makes what is there."""
        kind, of = type.kind, type.of
        if is_element and (kind in CHANGED_VALUES and is_computed or type.is_holder or kind in CONTAINERS):
            self.add(f"{path} = {self.bare(type, 1, True)};")
        elif kind in CHANGED_VALUES:
            self.add(f"{path} = {self.bare(type, 0, True)};")
            for text in self.random.sample(CHANGED_VALUES[kind], 2):
                self.add(text.format(p=path, v=self.value(kind)))
        elif kind == "object":
            if is_element and is_computed or self.chance(0.5):
                text = self.construct(of, 2)
                self.add(f"{path} = {text};")
                if self.is_opaque(text):
                    return
            self.inside(path, of, ".", depth, is_element)
        elif type.is_holder and kind != "const" and of.kind == "object":
            self.add(f"{path} = " + self.construct(of.of, 2, f"std::make_{kind}<{of.of.name}>(") + ";")
            if not self.is_opaque(self.lines[-1]):
                self.inside(path, of.of, "->", depth, is_element)
        elif kind in ("vector", "deque", "list", "optional", "array", "pair", "tuple") or kind in KEYS:
            self.descend_container(path, type, depth, is_computed)
        elif kind == "row":
            self.add(f"{path}[1] = {self.bare(of, 1, True)};")
            if of.kind == "object" and not self.is_opaque(self.lines[-1]) and not is_element:
                self.inside(f"{path}[1]", of.of, ".", depth, True)
        else:
            self.add(f"{path} = {self.bare(type, 1, True)};")

    def descend_container(self, path, type, depth, is_computed):
        kind, of = type.kind, type.of
        if of.is_copyable or kind in ("pair", "tuple", "optional"):
            element = self.construct(of.of, 2) if of.kind == "object" else self.bare(of, 2, True)
            if self.is_opaque(element) or of.kind != "object":
                return
            more = {"pair": ", 3", "tuple": ", 3, std::string()", "array": f", {self.bare(of, 2, True)}"}.get(kind, "")
            text = f"{{{KEYS[kind][0]}, {element}}}" if kind in KEYS else element + more
            self.add(f"{path} = {type.text}{{{text}}};")
        else:
            if kind not in KEYS and kind != "array" and not is_computed:
                self.add(f"{path}.push_back({self.bare(of, 2, True)});")
            return
        step, arrow = self.pick(self.steps(path, type))
        self.inside(step, of.of, arrow, depth, kind != "optional")

    def edited(self, recipe):
        """The recipe with one more argument set before it returns, and the statement that sets it afterwards."""
        name = self.lines[-1].removeprefix("return ").strip("();")
        type = dict(self.locals).get(name)
        if type is None or name in self.made_by_call or type.kind not in ("object", "shared", "unique"):
            return None
        cls, arrow = (type.of, ".") if type.kind == "object" else (type.of.of, "->")
        path, members, made = [], [m for m in cls.all_members if m.type.kind != "function"], ""
        touched = self.touched.get(name, {})
        inner = [m for m in members if m.type.kind == "object" and m.type.of.is_aggregate and not m.default]
        is_used = touched or any(name + arrow in line or name + "." in line for line in self.lines)
        if cls.is_aggregate and not cls.parent and inner and not is_used and self.chance(0.4):
            # What the recipe has put there is not known here.
            member = self.pick(inner)
            made = f"{name}{arrow}{member.name} = {member.type.of.name}{{}};"
            path, cls = [member.name], member.type.of
            members = [m for m in cls.all_members if m.type.kind != "function"]
        members = [m for m in members if m.type.is_value]
        if not cls.is_aggregate:  # what was set before has its place in the order
            members = [m for m in members if m.how == "field" and m.name not in touched and "*" not in touched]
        if not members:
            return None
        member = self.pick(members)
        text = self.program.exact(member.type)
        place = ".".join(path + [member.name])
        twin = copy.copy(recipe)
        twin.plain, twin.home = recipe.plain + "_edited", recipe.home and recipe.home + "Edited"
        before = [made] if made else []
        recipe.lines = self.lines[:-1] + before + self.lines[-1:]
        twin.lines = self.lines[:-1] + before + [f"{name}{arrow}{place} = {text};"] + self.lines[-1:]
        return twin, self.pick([f'c["{place}"] = {text};', "c->" + "->".join(path + [member.name]) + f" = {text};",
                                "".join(["c"] + [f'["{step}"]' for step in path + [member.name]]) + f" = {text};"])

    def finish(self, result):
        known = [n for n, t in self.locals if t == result and n not in self.handed]
        cls = result.of.of if result.is_holder else result.of
        if known and self.chance(0.7):
            text = self.pick(known)
            if not self.chance(0.9):
                text = f"({text})"
        elif result.is_holder:
            text = self.construct(cls, 0, f"std::make_{result.kind}<{cls.name}>(")
        elif result.kind == "object":
            text = self.construct(cls, 0)
            # g++ 12 makes no C array of class type from braces that name no class, and takes two literals for iterators.
            is_named = any(m.type.kind == "names" or (m.type.kind == "row" and not m.type.of.is_value)
                           for m in cls.all_members)
            if text.startswith(cls.name + "{") and cls.is_aggregate and not is_named and self.chance(0.3):
                text = text[len(cls.name):]
        else:
            text = self.container(result, 0, True)
            while result.kind == "variant" and text.removeprefix(result.text).strip("()").isdigit():
                text = self.container(result, 0, True)  # a number alone is nothing configured
        self.add(f"return {text};")
        self.drop_unbuilt()

    def drop_unbuilt(self):
        """Nothing in a configuration makes what its result does not hold: such locals go, and all that is said of them.
        A condition or a loop that names one holds it."""
        said = []
        for line in self.lines:
            plain = re.sub(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\])*"', '""', line)
            names = re.findall(r"\b[okucnmprex]\d+\b", plain)
            first = re.search(r"\b[a-z]+\d+\b", plain)
            is_of = first is not None and names[:1] == [first[0]] and not plain.lstrip().startswith(
                ("if ", "for ", "return ", "assert", "while ", "}"))
            said.append((names[0] if is_of else None, names, "& " in plain))
        built = {name for of, names, _ in said if of is None for name in names}
        while True:
            found = {name for of, names, is_reference in said for name in names
                     if of in built or (is_reference and of is not None and built.intersection(names[1:]))}
            if found <= built:
                break
            built |= found
        self.lines = [line for line, (of, _, _) in zip(self.lines, said) if of is None or of in built]
