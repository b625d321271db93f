"""Episodes of objects that are changed step by step, wherever they lie: in members, containers, behind pointers."""
from reaching import GROWING, SEQUENCES, Place, Reaching, Shape, Way, made, reached
from world import CONSTANT, DEFAULTS, Type

KINDS = [*CONSTANT, "string", "ints", "words", "point", "couple", "title", "span", "hue", "table", "maybe"]
CHANGES = {  # of a member {p} of that kind, to which {v} can be assigned
    "string": ['{p} += "!";', "{p}.append(2, 'z');", "{p}.clear();", "{p} = {p} + {v};"],
    "ints": ["{p}.push_back({i});", "{p}.insert({p}.begin(), {i});", "{p}.clear();", "{p}.assign(3, {i});",
             "{p}.resize(2);", "{p}.insert({p}.end(), {{{i}, 2}});", "{p}.erase({p}.begin(), {p}.end());",
             "std::sort({p}.begin(), {p}.end());"],
    "words": ['{p}.push_back("w");', "{p}.emplace_back(2, 'e');", "{p}.clear();", '{p}.assign(2, "a");', "{p}.resize(1);"],
    "point": ["{p}[0] = 2;", "{p}.fill(0.5);", "std::swap({p}[0], {p}[1]);"],
    "couple": ["{p}.first += 2;", '{p}.second = "c";', "{p}.second += '?';"],
    "table": ['{p}["t"] = {i};', '{p}.erase("a");', '{p}.insert_or_assign("t", 2);', "{p}.clear();"],
    "title": ["{p}.reset();", '{p} = "t";', "{p} = std::nullopt;"], "maybe": ["{p}.reset();", "{p} = {i};"],
    "int": ["{p} += {i};", "++{p};", "{p} *= 1.5;", "{p} <<= 1;"], "double": ["{p} *= 0.5;", "{p} -= {i};"],
    "long": ["{p} /= 2;", "{p} ^= 3;"], "letter": ["++{p};"], "short": ["{p} += 2;"], "float": ["{p} *= 2;"],
    "byte": ["{p} |= 1;", "{p} += 3;"], "size": ["{p} += 3;", "{p}--;"], "huge": ["{p} >>= 1;"],
    "span": ["{p} *= 2;", "{p} += std::chrono::milliseconds(2);"], "bool": ["{p} = !{p};"],
}


class Changing(Reaching):
    """A part of Episode."""

    def changed(self):
        """A class of plain members in everything that can hold it; a recipe that changes them; the law for it."""
        n = self.number
        self.kinds = dict(zip("bcd", self.random.sample(KINDS, 3)))
        self.plain = self.pick([True, True, False])  # whether it is an aggregate for C++20, too
        spot = self.spot_class(f"Spot{n}")
        area = self.area_class(f"Area{n}", spot)
        world = Shape("struct", f"World{n}", fields={
            "left": area, "right": area, "more": Shape("vector", f"std::vector<{area.text}>", area),
            "at": Shape("shared", f"std::shared_ptr<{area.text}>", area), "own": Shape("unique", f"std::unique_ptr<{spot.text}>", spot)})
        self.describe(world)
        self.shapes = {"spot": spot, "area": area, "world": world}
        for i in range(2):
            result, lines = self.steps_of(world)
            self.recipe(f"changed{n}_{i}", result, lines, "[[maybe_unused]] int x", arguments=self.pick(["1", "4"]),
                        options=["allow_control_flow"] if self.is_free else [])

    def spot_class(self, name):
        members = ["int a = 1;"] + [f"{Type(k).text} {m}{' = ' + DEFAULTS[k] if k in DEFAULTS and self.chance(0.6) else '{}'};"
                                    for m, k in self.kinds.items()]
        lines = [f"  {m}" for m in members]
        if not self.plain:
            lines = [f"  {name}() = default;", f"  {name}(const {name}&) = default;",
                     f"  {name}& operator=(const {name}&) = default;"] + lines
        same = " && ".join(f"law::same({m}, other.{m}, pairs)" for m in self.kinds)
        self.declared.append(f"struct {name} {{\n" + "\n".join(lines) + f"\n  bool same(const {name}& other, law::Pairs& "
                             f"pairs) const {{\n    return a == other.a && {same};\n  }}\n}};")
        return Shape("spot", name)

    def area_class(self, name, spot):
        s = spot.text
        able = {
            "one": spot, "two": spot, "many": Shape("vector", f"std::vector<{s}>", spot),
            "line": Shape("deque", f"std::deque<{s}>", spot), "chain": Shape("list", f"std::list<{s}>", spot),
            "held": Shape("shared", f"std::shared_ptr<{s}>", spot),
            "maybe": Shape("optional", f"std::optional<{s}>", spot), "named": Shape("map", f"std::map<std::string, {s}>", spot),
            "both": Shape("pair", f"std::pair<{s}, int>", spot), "fixed": Shape("array", f"std::array<{s}, 2>", spot),
            "row": Shape("row", f"{s}", spot),
            "nested": Shape("vector", f"std::vector<std::vector<{s}>>", Shape("vector", f"std::vector<{s}>", spot)),
            "keyed": Shape("map", f"std::map<int, std::vector<{s}>>", Shape("vector", f"std::vector<{s}>", spot)),
            "shares": Shape("vector", f"std::vector<std::shared_ptr<{s}>>", Shape("shared", f"std::shared_ptr<{s}>", spot)),
            "seen": Shape("weak", f"std::weak_ptr<{s}>"),
        }
        fields = self.random.sample(list(able), self.random.randint(3, 7))
        area = Shape("struct", name, fields={f: able[f] for f in fields})
        self.describe(area)
        return area

    def describe(self, shape):
        """Declares a struct."""
        lines = [f"  {f.text} {name}{'[2]' if f.kind == 'row' else ''}{{}};" for name, f in shape.fields.items()]
        same = " && ".join(f"law::same({m}, other.{m}, pairs)" for m in shape.fields)
        self.declared.append(f"struct {shape.text} {{\n" + "\n".join(lines) + f"\n  bool same(const {shape.text}& other, "
                             f"law::Pairs& pairs) const {{\n    return {same};\n  }}\n}};")

    # Steps.
    def steps_of(self, world):
        self.names, self.lines, self.count, self.nesting = {}, [], 0, []
        self.is_free = self.chance(0.3)
        self.values = [("x", Type("int"))]
        root = self.pick([world, world, self.shapes["area"]])
        self.lines.append(f"{root.text} all{self.pick(['', '{}'])};")
        self.names["all"] = Way("all", "all.", made(root))
        for _ in range(self.random.randint(6, 16)):
            self.step()
        self.close()
        return root.text, self.lines + ["return all;"]

    def add(self, line):
        self.lines.append("  " * len(self.nesting) + line)

    def step(self):
        steps = [self.set_member] * 4 + [self.change_member] * 3 + [self.assign] * 4 + [self.refill] * 6 + [
            self.name_one] * 3 + [self.swap, self.assign_both, self.take_apart, self.watch]
        if self.is_free:
            steps += [self.repeat, self.each]
        self.pick(steps)()

    def fresh(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def number_here(self):
        known = [w.access + "a" for w in self.ways(("spot",))]
        sizes = [f"static_cast<int>({w.access}size())" for w in self.ways(GROWING + ("map",))]
        choice = self.random.random()
        if known and choice < 0.3:
            return self.pick([self.pick(known), f"{self.pick(known)} + {self.pick(known)}", f"2 * {self.pick(known)}"])
        if sizes and choice < 0.45:
            return self.pick(sizes)
        return self.value("int")

    def value_here(self, kind):
        """Of a member: what another one has, or anything."""
        names = [m for m, k in self.kinds.items() if k == kind]
        known = [w.access + m for w in self.ways(("spot",)) for m in names]
        if kind == "int":
            return self.number_here()
        return self.pick(known) if known and self.chance(0.3) else self.exact(Type(kind))

    def spot_text(self):
        """An object of the class."""
        name = self.shapes["spot"].text
        known = [w.text for w in self.ways(("spot",))]
        if known and self.chance(0.5):
            return self.pick(known)
        if not self.plain:
            return f"{name}()"
        chosen = [m for m in "abcd" if self.chance(0.4)]
        inner = ", ".join(f".{m} = {self.value_here('int' if m == 'a' else self.kinds[m])}" for m in chosen)
        return f"{name}{{{inner}}}"

    def set_member(self):
        ways = self.ways(("spot",))
        if ways:
            member = self.pick("abcd")
            kind = "int" if member == "a" else self.kinds[member]
            self.add(f"{self.pick(ways).access}{member} = {self.value_here(kind)};")

    def change_member(self):
        ways = self.ways(("spot",))
        member = self.pick("abcd")
        kind = "int" if member == "a" else self.kinds[member]
        if ways and kind in CHANGES:
            path = self.pick(ways).access + member
            self.add(self.pick(CHANGES[kind]).format(p=path, v=self.value_here(kind), i=self.value("int")))

    def assign_both(self):
        ways = [w.access for w in self.ways(("spot",))]
        member = self.pick("abcd")
        if len(ways) > 1:
            kind = "int" if member == "a" else self.kinds[member]
            first, second = self.random.sample(ways, 2)
            self.add(f"{first}{member} = {second}{member} = {self.exact(Type(kind))};")

    def assign(self):
        """An object or a whole container, from another one or made new."""
        ways = [w for w in self.ways() if w.place.kind not in ("row", "weak") and not w.is_pointee]
        if self.nesting:
            ways = [w for w in ways if w.place.kind == "spot"]
        if not ways:
            return
        way = self.pick(ways)
        shape, place = way.place.shape, way.place
        if place.kind == "spot":
            text = self.spot_text()
            if text != way.text:
                self.add(f"{way.text} = {text};")
        elif place.kind in ("shared", "unique"):
            self.point(way)
        else:
            others = [w for w in self.ways((place.kind,)) if w.place.shape is shape and w.place is not place and
                      w.place not in list(reached(place)) and place not in list(reached(w.place))]
            if others and shape.is_copyable and self.chance(0.7):
                other = self.pick(others)
                self.add(f"{way.text} = {other.text};")
                place.take(other.place)
            elif place.kind == "optional":
                text = self.pick([f"{way.text} = {self.spot_text()};", f"{way.access}emplace({self.spot_text()});"])
                self.add(text)
                place.refill([(0, made(shape.of))])
            elif place.kind != "map" and place.kind in SEQUENCES + ("struct",):
                self.add(f"{way.text} = {shape.text}{{}};")
                place.take(made(shape))

    def point(self, way):
        """A smart pointer to a new object, to another one's, or to none."""
        place, of = way.place, way.place.shape.of
        others = [w for w in self.ways(("shared",)) if w.place.shape is place.shape and w.place.parts]
        others = [w for w in others if place not in list(reached(w.place.parts[0]))]
        if place.kind == "shared" and others and self.chance(0.5):
            other = self.pick(others)
            self.add(f"{way.text} = {other.text};")
            place.refill(list(other.place.parts.items()))
        elif self.chance(0.15):
            self.add(self.pick([f"{way.text} = nullptr;", f"{way.access}reset();"]))
            place.refill([])
        else:
            inner = self.spot_text() if of.kind == "spot" else ""  # perhaps a copy of another one
            self.add(f"{way.text} = std::make_{place.kind}<{of.text}>({inner});")
            place.refill([(0, made(of))])

    def refill(self):
        """The elements of a container become others."""
        ways = self.ways(GROWING + ("map", "optional"))
        if not ways or self.nesting:
            return
        way = self.pick(ways)
        if way.place.kind == "map":
            self.enter(way)
        elif way.place.kind == "optional":
            if self.chance(0.2):
                self.add(self.pick([f"{way.access}reset();", f"{way.text} = std::nullopt;"]))
                way.place.refill([])
            else:
                self.add(self.pick([f"{way.text} = {self.spot_text()};", f"{way.access}emplace();"]))
                way.place.refill([(0, made(way.place.shape.of))])
        else:
            self.resize(way)

    def element_text(self, shape, besides=None):
        """One element, and the place that it is; not within what it is put into. What a pointer holds is new."""
        if shape.kind == "spot":
            return self.spot_text(), made(shape)
        others = [w for w in self.ways((shape.kind,)) if w.place.shape is shape and
                  (besides is None or w.place not in list(reached(besides)))]
        if shape.kind == "shared":
            others = [w for w in others if w.place.parts]
            if others and self.chance(0.6):
                other = self.pick(others)
                return other.text, other.place.copy()
            return f"std::make_shared<{shape.of.text}>()", Place(shape, {0: made(shape.of)})
        if others and shape.is_copyable and self.chance(0.5):
            other = self.pick(others)
            return other.text, other.place.copy()
        return f"{shape.text}{self.pick(['()', '{}'])}", made(shape)

    def resize(self, way):
        place, of, text, call = way.place, way.place.shape.of, way.text, way.access
        elements, size = place.elements, len(place.elements)
        if size > 5:
            self.add(f"{call}clear();")
            place.renumber([])
            return
        one, part = self.element_text(of, place)
        outer = way.place
        at = self.random.randint(0, size)
        position = self.pick([f"{call}begin() + {at}"] if place.kind != "list" else [f"{call}begin()"])
        if place.kind == "list":
            at = 0
        if at == 0:
            position = f"{call}begin()"
        if at == size and self.chance(0.5):
            position = f"{call}end()"
        is_within = any(w.text in one for w in self.ways(name=None) if w.place in elements)
        several = [self.element_text(of, outer) for _ in range(self.random.randint(1, 3))]
        count = self.random.randint(0, 3)
        steps = [
            lambda: (f"{call}push_back({one});", elements + [part]),
            lambda: (f"{call}emplace_back({one});", elements + [part]),
            lambda: (f"{call}emplace_back();", elements + [made(of)]) if of.kind in ("spot", "struct") else None,
            lambda: (f"{call}push_front({one});", [part] + elements) if place.kind != "vector" else None,
            lambda: (f"{call}insert({position}, {one});", elements[:at] + [part] + elements[at:]),
            lambda: (f"{call}emplace({position}, {one});", elements[:at] + [part] + elements[at:]) if not is_within else None,
            lambda: (f"{call}clear();", []),
            lambda: (f"{call}resize({count});", (elements + [made(of) for _ in range(count)])[:count]),
        ]
        if of.is_copyable and not is_within:
            steps += [
                lambda: (f"{call}resize({count}, {one});", (elements + [part.copy() for _ in range(count)])[:count]),
                lambda: (f"{call}assign({count + 1}, {one});", [part.copy() for _ in range(count + 1)]),
                lambda: (f"{call}insert({position}, {count + 1}, {one});",
                         elements[:at] + [part.copy() for _ in range(count + 1)] + elements[at:]),
                lambda: (f"{text} = {way.place.shape.text}({count + 1}, {one});", [part.copy() for _ in range(count + 1)]),
            ]
            if not any(w.text in s for s, _ in several for w in self.ways() if w.place in elements):
                joined, parts = ", ".join(s for s, _ in several), [p for _, p in several]
                steps += [
                    lambda: (f"{call}assign({{{joined}}});", parts), lambda: (f"{text} = {{{joined}}};", parts),
                    lambda: (f"{call}insert({position}, {{{joined}}});", elements[:at] + parts + elements[at:]),
                ]
        if size:
            steps += [lambda: (f"{call}pop_back();", elements[:-1])] * 2
            if at < size:
                steps += [lambda: (f"{call}erase({position});", elements[:at] + elements[at + 1:])] * 2
        others = [w for w in self.ways((place.kind,)) if w.place.shape.text == place.shape.text and w.place is not place]
        if others and of.is_copyable:
            other = self.pick(others)
            copies = lambda: [e.copy() for e in other.place.elements]  # noqa: E731
            range_text = f"{other.access}begin(), {other.access}end()"
            steps += [lambda: (f"{call}insert({position}, {range_text});", elements[:at] + copies() + elements[at:]),
                      lambda: (f"{call}assign({range_text});", copies())]
        found = self.pick(steps)()
        if found:
            self.add(found[0])
            place.renumber(found[1])

    def enter(self, way):
        """An entry of a map, new, changed or gone."""
        place, of, call = way.place, way.place.shape.of, way.access
        key = self.pick(["1", "2", "x + 10"] if "<int" in place.shape.text else ['"a"', '"b"'])
        one, part = self.element_text(of, place)
        is_new = key not in place.parts
        before = dict(place.parts)
        text, is_set, is_kept = self.pick([
            (f"{way.text}[{key}] = {one};", True, False), (f"{call}emplace({key}, {one});", True, True),
            (f"{call}insert_or_assign({key}, {one});", True, False), (f"{call}insert({{{key}, {one}}});", True, True),
            (f"{call}try_emplace({key}, {one});", True, True), (f"{call}erase({key});", False, False),
            (f"{call}clear();", None, False)])
        if is_set is None:
            before = {}
        elif not is_set:
            before.pop(key, None)
        elif is_new or not is_kept:
            before[key] = part
        self.add(text)
        place.refill(before.items())

    def name_one(self):
        """A local: a copy of what is there, or a reference to it."""
        ways = self.ways(("spot", "vector", "struct", "shared", "optional"))
        if not ways or self.nesting:
            return
        way = self.pick(ways)
        shape, place = way.place.shape, way.place
        kind = self.pick(["copy", "reference"])
        if kind == "reference" and way.text not in self.names:
            name = self.fresh("r")
            self.add(f"[[maybe_unused]] {self.pick(['auto', shape.text])}& {name} = {way.text};")
            self.names[name] = Way(name, name + ".", place, way.through, way.is_pointee)
        elif kind == "copy" and shape.is_copyable and (place.kind != "shared" or place.parts):
            name = self.fresh("k")
            said = self.pick([f"{shape.text} {name} = {way.text};", f"auto {name} = {way.text};", f"{shape.text} {name}({way.text});"])
            if self.chance(0.3) and shape.kind in ("spot", "struct", "vector"):
                said, place = f"{shape.text} {name};", made(shape)
            self.add("[[maybe_unused]] " + said)
            self.names[name] = Way(name, name + ".", place.copy())

    def swap(self):
        locals = [n for n, w in self.names.items() if n.startswith("k")]
        pairs = [(a, b) for a in locals for b in locals if a != b and
                 self.names[a].place.shape is self.names[b].place.shape]
        if not pairs or self.nesting:
            return
        a, b = self.pick(pairs)
        one, two = self.names[a].place, self.names[b].place
        self.add(self.pick([f"std::swap({a}, {b});"] + [f"{a}.swap({b});"] * (one.kind in GROWING)))
        kept = one.copy()
        one.take(two)
        two.take(kept)

    def take_apart(self):
        """A structured binding to an object and something else."""
        first, second = self.fresh("f"), self.fresh("s")
        spot = self.shapes["spot"]
        if self.nesting:
            return
        pairs = self.ways(("pair",))
        if pairs and self.chance(0.5):
            way = self.pick(pairs)
            self.add(f"[[maybe_unused]] auto& [{first}, {second}] = {way.text};")
            place, through = way.place.parts["first"], way.through
        else:
            self.add(f"[[maybe_unused]] auto [{first}, {second}] = std::pair{{{self.spot_text()}, {self.value('int')}}};")
            place, through = made(spot), []
        self.names[first] = Way(first, first + ".", place, through)

    def watch(self):
        """A weak pointer to what others hold."""
        seen = self.ways(("weak",))
        held = [w for w in self.ways(("shared",)) if w.place.parts and w.place.shape.of.kind == "spot"]
        if seen and held:
            self.add(f"{self.pick(seen).text} = {self.pick(held).text};")

    # With allow_control_flow; within, nothing becomes more or less.
    def repeat(self):
        if self.nesting:
            return
        i = self.fresh("i")
        line = self.pick([f"for (int {i} = 0; {i} < 3; ++{i}) {{", f"if (const int {i} = x; {i} > 2) {{", f"if (x > 2) {{",
                          f"for ([[maybe_unused]] const int {i} : {{3, 4}}) {{"])
        self.add(line)
        self.nesting.append(i)
        if i in line:
            self.values.append((i, Type("int")))
        for _ in range(self.random.randint(1, 3)):
            self.step()
        self.close()

    def each(self):
        ways = [w for w in self.ways(("vector", "deque", "list", "array")) if w.place.shape.of.kind == "spot"]
        if not ways or self.nesting:
            return
        way, name = self.pick(ways), self.fresh("e")
        self.add(f"for ({self.pick(['auto', self.shapes['spot'].text])}& {name} : {way.text}) {{")
        self.nesting.append(name)
        self.add(f"{name}.a += {self.value('int')};")
        self.names[name] = Way(name, name + ".", Place(self.shapes["spot"]), way.through + [(way.place, way.place.version)])
        for _ in range(self.random.randint(0, 2)):
            self.step()
        del self.names[name]
        self.close()

    def close(self):
        while self.nesting:
            name = self.nesting.pop()
            self.values = [(n, t) for n, t in self.values if n != name]
            self.add("}")
