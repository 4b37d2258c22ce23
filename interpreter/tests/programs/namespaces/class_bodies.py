outer = 'module'


def function():
    outer = 'function'

    class Body:
        print(outer)
        outer = 'class'
        print(outer)
        seen = [outer for _ in range(1)]
        def method(self): return outer
        locals()['injected'] = 'by locals'
        print(sorted(name for name in locals() if not name.startswith('__')))
        del outer
        print(outer)

    return Body


Body = function()
print(Body.seen, Body().method(), Body.injected)


class Unbound:
    try:
        print(missing)
    except NameError as error:
        print(error)
    print = 'shadowed'


print(Unbound.print)


class Loop:
    for index in range(3):
        pass
    total = sum(index * 2 for _ in [0]) if False else index
    if total:
        flag = True
    with_lambda = lambda self: index if False else 'lambda'
    __private = 'mangled'
    def get(self): return self.__private


print(Loop.index, Loop.total, Loop.flag, Loop().with_lambda(), Loop().get(), Loop._Loop__private)


class Nested:
    class Inner:
        class Innermost: pass
    def f(self):
        class Local: pass
        return Local


print(Nested.Inner.Innermost, Nested().f(), Nested.f.__qualname__, Nested.Inner.__module__)
