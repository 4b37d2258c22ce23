"""Which arguments the constructors of built-in types leave to the methods of a subclass, and in which words they refuse the others."""

BASES = [
    (int, (3,)), (float, (1.5,)), (complex, (1,)), (str, ("a",)), (bytes, (b"a",)), (tuple, ((1,),)), (list, ([1],)), (dict, ({1: 2},)), (set, ([1],)),
    (frozenset, ([1],)), (bytearray, (b"a",)), (Exception, ("e",)), (OSError, (2, "x")), (ImportError, ("m",)), (AttributeError, ("m",)), (NameError, ("m",)),
    (StopIteration, (5,)), (ExceptionGroup, ("g", [ValueError(1)])), (SyntaxError, ("m", ("f", 1, 2, "t"))), (property, (len,)), (classmethod, (len,)),
    (staticmethod, (len,)), (type, ("T", (), {})), (object, ()), (enumerate, ([1],)), (map, (str, [1])), (zip, ([1],)),
]
VALUES = (int, float, complex, str, bytes, tuple, list, dict, set, frozenset, bytearray)


def tried(name, make):
    try:
        made = make()
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, getattr(made, "args", None), type(made).__base__.__repr__(made) if isinstance(made, VALUES) else type(made).__name__)


for base, args in BASES:

    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, *args, **keywords):
            self.given = len(args), sorted(keywords)

    class WithNew(base):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls, *args, **keywords)

    class WithBoth(base):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls, *args)

        def __init__(self, *args, **keywords):
            super().__init__(*args)

    for cls in (Plain, WithInit, WithNew, WithBoth):
        if cls is WithInit or base not in (property, classmethod, staticmethod):
            tried(f"{base.__name__} {cls.__name__} more", lambda: cls(*args, 1, 1, 1, 1, 1))
            tried(f"{base.__name__} {cls.__name__} named", lambda: cls(*args, unknown=1))
        tried(f"{base.__name__} {cls.__name__}", lambda: cls(*args))
