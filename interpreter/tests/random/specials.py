"""The special methods that random classes have: what each may well answer, and what it should not."""

# What stands for a class's own idea of a value: exact built-in values, subclasses of them, and what no operation expects.
ANY = [
    "None", "0", "1", "-1", "3", "True", "2.5", "'x'", "''", "b'x'", "[]", "[1, 2]", "()", "(1, 2)", "{}", "{1: 2}", "NotImplemented", "...", "self",
    "Int(3)", "Str('s')", "Float(1.5)", "Bytes(b's')", "Tuple((1, 2))", "List([3])", "Dict(k=1)", "Complex(2)", "2j", "2**70", "-2**70", "range(2)",
    "iter([1, 2])", "int", "object()", "Boom", "Boom('returned')",
]
NUMBERS = ["0", "1", "2", "3", "-1", "True", "Int(2)", "2**70", "-2**70"]
TEXTS = ["'text'", "''", "'a\\nb'", "'ü'", "Str('sub')"]
ITERATORS = ["iter([1, 2])", "iter('ab')", "iter(())", "self", "iter([(1, 2), ('k', 3)])", "map(abs, [1, -2])", "(x for x in (1, 2))", "iter('x')"]

BINARY = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "or", "xor"]
OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<", "rshift": ">>", "and": "&",
    "or": "|", "xor": "^",
}
COMPARISONS = {"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">="}

# What is as it should be. A method that is not here may answer anything.
RIGHT = {
    "__bool__": ["True", "False"],
    "__len__": ["0", "1", "2", "3", "True", "Int(2)"],
    "__length_hint__": ["0", "2", "Int(2)", "NotImplemented"],
    "__hash__": ["1", "-1", "7", "2**70", "-2**70", "Int(5)", "True"],
    "__index__": NUMBERS,
    "__int__": NUMBERS,
    "__trunc__": [*NUMBERS, "HasIndex()"],
    "__float__": ["1.5", "-0.0", "Float(2.5)", "float('inf')", "float('nan')"],
    "__complex__": ["1j", "Complex(2, 3)", "complex(1.5)"],
    "__repr__": TEXTS,
    "__str__": TEXTS,
    "__format__": TEXTS,
    "__bytes__": ["b'bytes'", "b''", "Bytes(b'sub')"],
    "__iter__": ITERATORS,
    "__reversed__": ITERATORS,
    "__contains__": ["True", "False", "0", "[1]", "None"],
    "__getitem__": ["1", "'x'", "args", "self"],
    "__missing__": ["1", "'missing'", "args"],
    "__dir__": ["['b', 'a']", "('x', 'y')", "[]", "iter(['q'])", "{'k': 1}"],
    "__exit__": ["True", "False", "None", "1", "[]"],
    "__aiter__": ["self", "Ticks(2)", "ticks()"],
    "__anext__": ["Awaitable(3)", "pause(4)"],
    "__aenter__": ["Awaitable(3)", "pause(4)"],
    "__aexit__": ["Awaitable(True)", "pause(0)", "Awaitable(None)"],
    "__await__": ["iter([1, 2])", "iter(())", "steps()"],
    "__instancecheck__": ["True", "False", "1", "[]", "'x'"],
    "__subclasscheck__": ["True", "False", "1", "[]", "'x'"],
    "__mro_entries__": ["()", "(object,)", "(int,)", "(Boom,)", "(Int, object)"],
    "__match_args__": ["('real',)", "('x', 'y')", "()"],
    "__class__": ["int", "str", "Boom", "list", "dict", "type", "type(self)"],
    "__bases__": ["()", "(int,)", "(object,)"],
    "__name__": ["'name'"],
    "keys": ["['a', 'b']", "iter(['a'])", "('a',)", "[]", "[1]", "{'a': 1}.keys()", "'ab'"],
    "__init__": ["None"],
    "__setitem__": ["None"],
    "__delitem__": ["None"],
    "__setattr__": ["None"],
    "__delattr__": ["None"],
    "__set__": ["None"],
    "__delete__": ["None"],
    "__set_name__": ["None"],
    "__init_subclass__": ["None"],
    "__getattr__": ["1", "'x'", "made('got', 2)", "args"],
    "__eq__": ["True", "False", "NotImplemented", "0", "'x'"],
}

# What goes together on a class. A class takes from a group or two, and a few from all.
GROUPS = {
    "number": ["__index__", "__int__", "__float__", "__complex__", "__trunc__", "__floor__", "__ceil__", "__round__", "__neg__", "__pos__", "__abs__",
               "__invert__", "__bool__"],
    "arithmetic": [f"__{side}{name}__" for name in BINARY for side in ("", "r", "i") if (side, name) != ("i", "divmod")],
    "comparison": [*(f"__{name}__" for name in COMPARISONS), "__hash__", "__bool__"],
    "container": ["__len__", "__length_hint__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__", "__reversed__", "__missing__", "keys"],
    "iterator": ["__iter__", "__next__", "__length_hint__", "__len__"],
    "text": ["__repr__", "__str__", "__format__", "__bytes__", "__index__"],
    "call": ["__call__", "__get__", "__set__", "__delete__", "__set_name__", "__class_getitem__", "__mro_entries__", "__init_subclass__"],
    "attribute": ["__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__dir__", "__class__", "__bases__", "__name__", "__match_args__"],
    "manager": ["__enter__", "__exit__", "__aenter__", "__aexit__"],
    "waiter": ["__await__", "__aiter__", "__anext__", "__aenter__", "__aexit__"],
    "made": ["__new__", "__init__"],
}
META = ["__call__", "__instancecheck__", "__subclasscheck__", "__iter__", "__getitem__", "__len__", "__contains__", "__or__", "__ror__", "__repr__", "__str__",
        "__eq__", "__hash__", "__bool__", "__getattr__", "__setattr__", "__dir__", "__next__", "__add__", "__radd__", "__lt__", "__format__", "__index__",
        "__init__", "__new__", "__prepare__", "__enter__", "__exit__", "__setitem__", "__delitem__", "__reversed__", "__neg__", "__float__", "__mro_entries__"]

# These are asked over and over until they raise: what can't tell that it was called would be asked for ever.
ENDLESS = ["__getitem__", "__next__", "__anext__"]
# These are asked wherever an object is used at all, so they are let go wrong but seldom.
TOUCHY = ["__getattribute__", "__class__", "__new__", "__init__", "__hash__", "__eq__", "__repr__", "__prepare__", "__setattr__", "__set_name__"]
ERRORS = ["Boom", "TypeError", "ValueError", "AttributeError", "IndexError", "KeyError", "StopIteration", "StopAsyncIteration", "OverflowError",
          "NotImplementedError", "ZeroDivisionError", "LookupError", "RuntimeError"]
# By which a method ends what asks it.
ENDS = {"__next__": "StopIteration", "__anext__": "StopAsyncIteration", "__getitem__": "IndexError", "__getattr__": "AttributeError", "__missing__": "KeyError"}

# What classes are derived from, and the arguments of one of their instances.
BASES = {
    "": ["", "", ""],
    "int": ["5", "-3", "0", "1", "65"],
    "float": ["2.5", "-0.5", "3.0", "0"],
    "complex": ["1j", "2+1j", "0"],
    "str": ["'abc'", "''", "'12'", "'%s'", "'{}'", "'a b'", "'x'"],
    "bytes": ["b'abc'", "b''", "b'12'", "b'%s'", "[65, 66]"],
    "bytearray": ["b'abc'", "b''", "b'x'"],
    "list": ["[1, 2, 3]", "[]", "['a', 'b']", "[(1, 2), (3, 4)]", "[3, 1, 2]"],
    "tuple": ["(1, 2, 3)", "()", "('a', 'b')", "[(1, 2)]", "['abc', 'b']"],
    "dict": ["{'a': 1, 'b': 2}", "{}", "{1: 2}", "a=1"],
    "set": ["[1, 2]", "[]", "[3]"],
    "frozenset": ["[1, 2]", "[]", "[3]"],
    "Exception": ["'message'", "", "1, 2"],
    "Boom": ["'message'", ""],
    "KeyError": ["'key'"],
    "StopIteration": ["7", ""],
    "OSError": ["2, 'none'", "'one'"],
    "ExceptionGroup": ["'group', [Boom(1)]"],
    "BaseException": ["1"],
    "Int": ["4"],
    "Str": ["'sub'"],
}
