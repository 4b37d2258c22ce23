def f(a, *args, k=1, **kw):
    local = [a]
    for i in range(2):
        local.append(i)
        yield len(local)
    del local
    yield sorted(locals())


g = f(1, 2, 3, k=4, z=5)
print(next(g), sorted(g.gi_frame.f_locals.items(), key=lambda pair: pair[0]))
print(next(g))
print(next(g))
h = f(0)
i = f(0)
print(next(h), next(i), next(h), next(i))
