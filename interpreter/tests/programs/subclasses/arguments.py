"""Wrong arguments of built-in functions, as each way to read arguments words it."""

for wrong in (
    lambda: sorted(), lambda: reversed(), lambda: round(), lambda: pow(1), lambda: pow(), lambda: sum(), lambda: dict.fromkeys(),
    lambda: "".startswith(), lambda: "".find(), lambda: "".count(), lambda: b"".index(), lambda: "".rfind("a", 1, 2, 3), lambda: [].sort(1),
    lambda: sorted([], kesy=1), lambda: [].index(), lambda: (1,).count(), lambda: "a".join(), lambda: classmethod(), lambda: staticmethod(1, 2),
    lambda: print(*5), lambda: [].append(*5), lambda: int(**5), lambda: {}.update(**[1]), lambda: len(), lambda: divmod(1), lambda: isinstance(1),
):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Class:
    def method(self, **keywords):
        pass


def function(*args, **keywords):
    pass


for wrong in (lambda: Class().method(*5), lambda: Class().method(a=1, **{"a": 2}), lambda: function(*5), lambda: function(**5), lambda: Class(*5),
              lambda: function(a=1, **{"a": 1}), lambda: Class().method(**5), lambda: function(**{1: 2})):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Plain:
    pass


def unpack(value):
    first, second = value


for value in (Plain(), Plain, 5, None, (lambda: 1), ValueError("x"), {1: 2}.keys()):
    try:
        unpack(value)
    except (TypeError, ValueError) as error:
        print(error)


class Meta(type):
    def __init__(self, name, bases, namespace, extra):
        pass


try:
    class Made(metaclass=Meta, extra=1):
        pass
except TypeError as error:
    print(error)
for kind in (type(None), type(...), type(NotImplemented)):
    print(kind())
    try:
        kind(1)
    except TypeError as error:
        print(error)
try:
    type("C", (type(None),), {})
except TypeError as error:
    print(error)
frozen = frozenset("a")
frozen.__init__("xyz")
data = b"a"
data.__init__(5)
print(frozen, data)
