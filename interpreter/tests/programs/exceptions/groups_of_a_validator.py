"""Exception groups and notes."""
import traceback


def validate(record):
    errors = []
    for field, kind in (("name", str), ("age", int), ("tags", list)):
        try:
            value = record[field]
            if not isinstance(value, kind):
                raise TypeError(f"{field} must be {kind.__name__}, not {type(value).__name__}")
            if kind is int and value < 0:
                raise ValueError(f"{field} must not be negative: {value}")
        except Exception as e:
            e.add_note(f"record {record!r}")
            errors.append(e)
    if errors:
        raise ExceptionGroup(f"{len(errors)} problems", errors)
    return "ok"


for record in ({"name": "A", "age": 3, "tags": []}, {"name": 5, "age": -3}, {"name": "B", "tags": [], "age": "x"}):
    try:
        print(validate(record))
    except* TypeError as eg:
        print("types:", [str(e) for e in eg.exceptions], eg.message)
    except* (KeyError, ValueError) as eg:
        print("values:", eg, [e.__notes__ for e in eg.exceptions])
    else:
        print("no problem")
    finally:
        print("--")

nested = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3, "no file")]), KeyError("k")])
match, rest = nested.split((TypeError, KeyError))
print(repr(match), repr(rest))
print(nested.subgroup(lambda e: isinstance(e, OSError)))
print(nested.derive([ValueError()]))


def leaves(exc):
    if isinstance(exc, BaseExceptionGroup):
        for e in exc.exceptions:
            yield from leaves(e)
    else:
        yield exc


print([repr(e) for e in leaves(nested)])
traceback.print_exception(nested)
try:
    try:
        raise nested
    except* OSError as eg:
        raise RuntimeError("while handling") from eg
except ExceptionGroup as g:
    print(type(g), g, g.exceptions)
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(repr(BaseExceptionGroup("b", [ValueError()])), repr(BaseExceptionGroup("b", [SystemExit()])))


def f():
    try:
        raise ExceptionGroup("g", [ValueError("v"), ExceptionGroup("h", [TypeError("t")])])
    except* ValueError:
        pass


f()
