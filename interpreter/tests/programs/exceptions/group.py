group = ExceptionGroup("several", [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [ValueError("c")])])
print(group, repr(group.exceptions[0]), len(group.exceptions))
try:
    raise group
except* ValueError as found:
    print("values", found.message, [repr(e) for e in found.exceptions])
except* TypeError as found:
    print("types", repr(found))

try:
    try:
        raise ExceptionGroup("left", [KeyError("k"), OSError("o")])
    except* KeyError:
        print("key")
except ExceptionGroup as rest:
    print(repr(rest))

try:
    raise ValueError("alone")
except* ValueError as found:
    print(repr(found))
matched, unmatched = group.split(TypeError)
print(repr(matched), repr(unmatched))
