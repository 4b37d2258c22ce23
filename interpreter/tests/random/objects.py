"""Random programs about objects: classes with special methods that answer, fail and are made in every way, whose instances are handed
to built-in functions, methods, operators and statements.

Each special method says that it was called, and with what, so the order of calls is compared too. They end: a method that was called
too often by one use raises.
"""

import textwrap

from author import Author
from specials import ANY, BASES, ENDLESS, ENDS, ERRORS, GROUPS, META, RIGHT, TOUCHY
from uses import RAISED, USES

PROLOGUE = '''\
import abc
import collections
import collections.abc
import functools
import itertools
import math
import numbers
import operator
import types

left = 0
PLAIN = (int, float, complex, bool, str, bytes, type(None), type(...), type(NotImplemented))


class Boom(Exception):
    pass


class Enough(BaseException):
    pass


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class Str(str):
    pass


class Bytes(bytes):
    pass


class Tuple(tuple):
    pass


class List(list):
    pass


class Dict(dict):
    pass


class HasIndex:
    def __index__(self):
        return 4


def brief(thing=None, *more):
    """What can be said of an object without asking it."""
    kind = type(thing)
    if is_plain(kind):
        return repr(thing)
    return type.__getattribute__(kind, '__name__') + (f'+{len(more)}' if more else '')


def is_plain(kind):
    return any(kind is plain for plain in PLAIN)


def called(what, args, keywords={}):
    global left
    print('   ', what, *map(brief, args), *keywords)
    left -= 1
    if left < 0:
        raise Enough(what)


def made(what, result=None):
    """A function that tells of its calls."""
    def function(*args, **keywords):
        called(what, args, keywords)
        return result
    return function


def pair(one, other=0):
    print('    pair', brief(one), brief(other))
    return other


class Call:
    """A callable object that is no function."""

    def __init__(self, what, result):
        self.what, self.result = what, result

    def __call__(self, *args, **keywords):
        called(self.what, args, keywords)
        return self.result


class Descriptor:
    def __init__(self, what, result, error=None):
        self.what, self.result, self.error = what, result, error

    def __get__(self, instance, owner):
        print('    get', self.what, brief(instance))
        if self.error is not None:
            raise self.error(self.what)
        return self.result


class DataDescriptor(Descriptor):
    def __set__(self, instance, value):
        print('    set', self.what, brief(value))


@types.coroutine
def pause(n):
    yield n
    return n


class Awaitable:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield 'waits'
        return self.n


def steps():
    try:
        x = yield 1
        print('    sent', brief(x))
        yield 2
    finally:
        print('    steps end')
    return 3


async def ticks():
    yield 1
    await pause(2)
    yield 3


class Ticks:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


def run(coroutine):
    try:
        for _ in range(9):
            print('    waits', brief(coroutine.send(None)))
        print('    waits on')
    except StopIteration as stop:
        return stop.value
    finally:
        coroutine.close()


def run_from(iterable):
    return (yield from iterable)


def show(thing):
    kind = type(thing)
    if (kind is set or kind is frozenset) and len(thing) > 1:
        print('  =', brief(thing), len(thing))
    else:
        print('  =', brief(thing) if is_plain(kind) else f'{brief(thing)} {thing!r}')


def failed(error):
    links = []
    while error is not None and len(links) < 4:
        links.append(f'{brief(error)}({", ".join(map(brief, BaseException.__getattribute__(error, "args")))})')
        if type(error) in (AttributeError, NameError):
            links[-1] += ' of a name' if error.name is not None else ''
        if type(error) is AttributeError:
            links[-1] += f' in {brief(error.obj)}'
        error = BaseException.__getattribute__(error, '__cause__') or BaseException.__getattribute__(error, '__context__')
    print('  !', ' < '.join(links))


def begin(use):
    global left
    print(use)
    left = 12
'''

VALUES = [
    "0",
    "1",
    "2",
    "-1",
    "3",
    "True",
    "None",
    "1.5",
    "2j",
    "'abc'",
    "'a'",
    "''",
    "b'abc'",
    "b''",
    "[1, 2]",
    "[]",
    "(1, 2)",
    "()",
    "{'a': 1}",
    "{1: 2}",
    "{}",
    "{1}",
    "frozenset([1])",
    "range(3)",
    "iter([1, 2])",
    "int",
    "str",
    "Boom",
    "bytearray(b'ab')",
    "Int(2)",
    "Str('abc')",
    "Tuple((1, 2))",
    "Float(0.5)",
    "Dict(a=1)",
    "List([1])",
    "object",
    "type",
    "len",
    "'>5'",
    "'x'",
    "...",
    "NotImplemented",
    "slice(1)",
    "[(1, 2)]",
    "['a', 'b']",
    "{'a': 1}.items()",
]


class Objects(Author):
    """The author of these programs."""

    def __init__(self, seed):
        super().__init__(f"objects {seed}")
        self.lines = PROLOGUE.splitlines()
        # By name of the class: base, groups of special methods.
        self.classes = {}
        self.objects = {}
        for name in "ABCD"[: self.chance.randint(2, 4)]:
            self.class_(name)
        self.line("")
        for name in self.classes:
            self.object(name)
        for _ in range(self.chance.randint(15, 35)):
            self.use()

    def class_(self, name):
        meta = self.metaclass(name) if self.happens(0.15) else None
        parent = self.chance.choice(list(self.classes)) if self.classes and self.happens(0.15) else None
        base = self.classes[parent][0] if parent else self.chance.choice([""] * 8 + list(BASES))
        groups = self.chance.sample(list(GROUPS), self.weighed({1: 3, 2: 4, 3: 1}))
        self.classes[name] = (base, groups)
        header = ", ".join(filter(None, [parent or base, meta and f"metaclass={meta}"]))
        self.line("")
        self.line("")
        with self.block(f"class {name}({header}):" if header else f"class {name}:"):
            specials = self.specials(groups)
            if base == "" and "__repr__" not in specials and self.happens(0.8):
                self.line(f"def __repr__(self): return '<{name}>'")
            if self.happens(0.05):
                self.line("__slots__ = ()" if self.happens(0.7) or base not in ("", "object") else "__slots__ = ('x', 'y')")
            elif self.happens(0.3):
                self.line(f"x = {self.chance.choice(VALUES)}")
            for special in specials:
                self.special(name, special)

    def metaclass(self, name):
        self.line("")
        self.line("")
        with self.block(f"class Meta{name}(type):"):
            for special in self.chance.sample(META, self.chance.randint(1, 4)):
                self.special(f"Meta{name}", special, meta=True)
        return f"Meta{name}"

    def specials(self, groups):
        found = []
        for group in groups:
            found += self.chance.sample(GROUPS[group], min(self.chance.randint(2, 6), len(GROUPS[group])))
        while self.happens(0.4):
            found.append(self.chance.choice(GROUPS[self.chance.choice(list(GROUPS))]))
        return list(dict.fromkeys(found))

    def special(self, owner, name, meta=False):
        what = f"{owner}.{name}"
        if name in TOUCHY or meta and name == "__call__":
            how = self.weighed({"right": 4, "super": 12, "any": 1, "raises": 1, "None": 0.5})
        else:
            how = self.weighed(
                {
                    "right": 10,
                    "any": 5,
                    "raises": 3,
                    "super": 3,
                    "not implemented": 1,
                    "None": 1,
                    "property": 1,
                    "failing property": 0.5,
                    "descriptor": 1,
                    "failing descriptor": 0.5,
                    "call": 1,
                    "static": 0.7,
                    "class": 0.7,
                    "constant": 0.4,
                    "builtin": 0.4,
                    "few": 0.4,
                    "many": 0.4,
                    "generator": 0.5,
                    "coroutine": 3 if name.startswith("__a") and name not in ("__add__", "__and__", "__abs__") else 0.2,
                    "later": 0.7,
                }
            )
        if name in ENDLESS and how in ("builtin", "constant", "generator", "coroutine"):
            how = "right"
        self.way(owner, name, what, how)

    def way(self, owner, name, what, how):
        right = self.right(name)
        flat = right.replace("self", "0").replace("args", "()")
        made = f"made('{what}', {flat})"
        hidden = f"made('hidden {what}', {flat})"
        ways = {
            "None": "None",
            "descriptor": f"Descriptor('{what}', {made})",
            "call": f"Call('{what}', {flat})",
            "failing descriptor": f"Descriptor('{what}', 0, {self.error(name)})",
            "static": f"staticmethod({hidden})",
            "class": f"classmethod({hidden})",
            "constant": self.chance.choice(["5", "'text'", "()", "[]"]),
            "builtin": self.chance.choice(["len", "int", "list", "abs", "dict", "iter"]),
            "property": f"property(lambda self: {made})",
        }
        if self.happens(0.3):
            ways["descriptor"] = "Data" + ways["descriptor"]
        if how in ways:
            self.line(f"{name} = {ways[how]}")
            return
        if how == "failing property":
            self.line("@property")
        parameters = {"few": "self", "many": "self, one, two, three, four"}.get(how, "self, *args, **keywords")
        kind = "async def" if how == "coroutine" else "def"
        with self.block(f"{kind} {name}({parameters}):"):
            self.body(owner, name, what, how)

    def body(self, owner, name, what, how):
        args = ", ()" if how in ("few", "many") else ", args, keywords"
        self.line(f"called('{what}'{args})")
        if how in ("raises", "failing property"):
            self.line(f"raise {self.error(name)}('{what}')")
        elif how == "super":
            first = "self, " if name in ("__new__", "__prepare__") else ""
            self.line(f"return super().{name}({first}*args, **keywords)")
        elif how == "not implemented":
            self.line("return NotImplemented")
        elif how == "generator":
            self.line(f"yield {self.chance.choice(ANY)}")
        elif how == "later":
            with self.block("if left > 9:"):
                self.line(f"return {self.right(name)}")
            self.line(f"raise {self.error(name)}('{what}')")
        elif how == "any":
            self.line(f"return {self.chance.choice(ANY)}")
        else:
            self.line(f"return {self.right(name)}")

    def right(self, name):
        return self.chance.choice(RIGHT.get(name, ANY))

    def error(self, name):
        return ENDS[name] if name in ENDS and self.happens(0.6) else self.chance.choice(ERRORS)

    def object(self, name):
        base = self.classes[name][0]
        self.objects[name] = name.lower()
        arguments = self.chance.choice(BASES[base]) if self.happens(0.9) else self.chance.choice(VALUES)
        self.tried([f"{name.lower()} = {name}({arguments})"], [f"{name.lower()} = 0"])

    def use(self):
        name = self.chance.choice(list(self.classes))
        base, groups = self.classes[name]
        group = self.chance.choice(groups) if self.happens(0.85) else self.chance.choice(list(USES))
        uses = RAISED if self.is_exception(base) and self.happens(0.2) else USES[group]
        text = self.chance.choice(uses).replace("\\n", "\n")
        fillings = {"$K": name, "$B": "BaseException" if self.is_exception(base) else base or "object", "$a": name.lower()}
        for mark, filling in fillings.items():
            text = text.replace(mark, filling)
        while "$v" in text:
            text = text.replace("$v", self.value(), 1)
        while "$n" in text:
            text = text.replace("$n", str(self.chance.choice([0, 1, 2, 3, -1])), 1)
        *before, last = text.replace("$$", "$").split("\n")
        self.tried([*before, f"show({last})"])

    def is_exception(self, base):
        return base.endswith(("Exception", "Boom", "Error", "Group", "StopIteration"))

    def value(self):
        return self.chance.choice(list(self.classes)).lower() if self.happens(0.25) else self.chance.choice(VALUES)

    def tried(self, lines, otherwise=()):
        self.line(f"begin({textwrap.shorten(' / '.join(map(str.strip, lines)), 90)!r})")
        with self.block("try:"):
            for line in lines:
                self.line(line)
        with self.block("except BaseException as error:"):
            self.line("failed(error)")
            for line in otherwise:
                self.line(line)
