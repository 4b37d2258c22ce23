class Mark:
    def __init__(self, n): self.n = n
    def __del__(self): print('gone', self.n)
def a():
    mark = Mark('a')
    try: raise ValueError(1)
    except* ValueError: pass
a(); print('after a')
def b():
    mark = Mark('b')
    try: raise ValueError(1)
    except* ValueError: pass
    yield
next(b(), None); print('after b')
def c():
    mark = Mark('c')
    try: raise ExceptionGroup('x', [ValueError(1)])
    except* ValueError: pass
c(); print('after c')
def d():
    mark = Mark('d')
    try: raise ValueError(1)
    except* ValueError: pass
    finally: pass
d(); print('after d')
def e():
    mark = Mark('e')
    try: raise ValueError(1)
    except* ValueError: pass
    yield 1
    return 2
g = e()
print(next(g))
print(list(g)); print('after e')
def f():
    mark = Mark('f')
    try: yield 1
    except* BaseException: pass
g = f()
next(g); g.close(); print('after f')
def h():
    mark = Mark('h')
    try: raise TypeError(3)
    except* ValueError: pass
try: h()
except TypeError: pass
print('after h')
def i():
    mark = Mark('i')
    try: raise ValueError(3)
    except* ValueError as e: raise KeyError from e
try: i()
except* KeyError: pass
print('after i')
def j():
    mark = Mark('j')
    try:
        try: raise ValueError(3)
        except* ValueError as e: raise
    except* ValueError: pass
j()
print('after j')
