# What split, subgroup and except* derive suppresses its context.
def f():
    try:
        try: raise KeyError('first')
        except KeyError: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(repr(e), e.__suppress_context__, repr(e.__context__), repr(e.__cause__))
try: f()
except ExceptionGroup as e: print(repr(e), e.__suppress_context__, repr(e.__context__))
g = ExceptionGroup('m', [ValueError(1), TypeError(2)])
for part in g.split(ValueError): print(repr(part), part.__suppress_context__)
print(g.subgroup(ValueError).__suppress_context__)
h = ExceptionGroup('m', [g]); h.__cause__ = KeyError(); print(h.split(ValueError)[0].__suppress_context__, repr(h.split(ValueError)[0].__cause__))
