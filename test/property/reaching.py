"""What there is while objects are changed step by step, and the ways to all of it.

How many elements a container has, which keys, what a pointer holds, what a reference still refers to: known at each
moment, so that each step is one that C++ allows.
"""
from expressions import Expressions

SEQUENCES = ("vector", "deque", "list", "array", "row")
GROWING = ("vector", "deque", "list")


class Shape:
    """A type of what is changed: a "spot", the object with plain members; a "struct" of others; what holds `of`."""

    def __init__(self, kind, text, of=None, fields=None):
        self.kind, self.text, self.of, self.fields = kind, text, of, fields or {}

    @property
    def is_copyable(self):
        if self.kind == "unique":
            return False
        return all(f.is_copyable for f in self.fields.values()) and (self.of is None or self.of.is_copyable)


class Place:
    """What is there now. `parts`: elements in order, by key or by the name of a member; what a pointer holds."""

    def __init__(self, shape, parts=None):
        self.shape, self.parts, self.version = shape, {} if parts is None else parts, 0

    @property
    def kind(self):
        return self.shape.kind

    def copy(self):
        if self.kind == "shared":
            return Place(self.shape, dict(self.parts))
        return Place(self.shape, {k: p.copy() for k, p in self.parts.items()})

    def take(self, other):
        """`*this = other`: members stay where they are, elements do not."""
        if self.kind in ("struct", "pair", "array", "row"):
            for key, part in self.parts.items():
                part.take(other.parts[key])
        elif self.kind != "spot":
            self.refill(list(other.copy().parts.items()))

    def refill(self, items):
        """The parts are others from now on."""
        self.version += 1
        self.parts = dict(items)

    def renumber(self, elements):
        self.refill(enumerate(elements))

    @property
    def elements(self):
        return list(self.parts.values())


def made(shape):
    """What a `shape` is at first."""
    if shape.kind == "struct":
        return Place(shape, {name: made(field) for name, field in shape.fields.items()})
    if shape.kind in ("array", "row"):
        return Place(shape, {0: made(shape.of), 1: made(shape.of)})
    if shape.kind == "pair":
        return Place(shape, {"first": made(shape.of)})
    return Place(shape)


def reached(place):
    """All that lies in it, with itself."""
    yield place
    for part in place.parts.values():
        yield from reached(part)


class Way:
    """How a place is said: `text` as an expression, `access` in front of a member; `through`: what it depends on.
    `is_pointee`: a pointer holds it, which is given another object instead."""

    def __init__(self, text, access, place, through=(), is_pointee=False):
        self.text, self.access, self.place, self.is_pointee = text, access, place, is_pointee
        self.through = list(through)

    @property
    def is_valid(self):
        return all(place.version == version for place, version in self.through)


class Reaching(Expressions):
    """A part of Changing, which has the locals, `names`."""

    def ways(self, wanted=None, name=None):
        """To all that can be reached, or to what is of one kind; from one local or from each."""
        found = []
        for local, way in self.names.items():
            if way.is_valid and (name is None or local == name):
                self.walk(way, found)
        return [w for w in found if wanted is None or w.place.kind in wanted]

    def walk(self, way, found):
        found.append(way)
        place, text, access, inner = way.place, way.text, way.access, way.through + [(way.place, way.place.version)]

        def go(said, part, step=None, is_pointee=False):
            self.walk(Way(said, step or said + ".", part, inner, is_pointee), found)

        kind = place.kind
        if kind == "struct":
            for name, part in place.parts.items():
                self.walk(Way(access + name, access + name + ".", part, way.through), found)
        elif kind == "pair":
            self.walk(Way(access + "first", access + "first.", place.parts["first"], way.through), found)
        elif kind in ("shared", "unique", "optional") and place.parts:
            go(f"(*{text})", place.parts[0], f"{text}->", kind != "optional")
        elif kind in SEQUENCES and place.parts:
            indexed = [(f"{text}[{i}]", part) for i, part in place.parts.items()] if kind != "list" else []
            ends = [] if kind == "row" else [(f"{access}front()", place.elements[0]), (f"{access}back()", place.elements[-1])]
            for said, part in self.random.sample(indexed, min(2, len(indexed))) + ([self.pick(ends)] if ends else []):
                go(said, part)
        elif kind == "map":
            for key, part in self.random.sample(list(place.parts.items()), min(2, len(place.parts))):
                go(self.pick([f"{text}[{key}]", f"{access}at({key})"]), part)
