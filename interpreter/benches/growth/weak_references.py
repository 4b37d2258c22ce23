import weakref

n = 1_000


class Thing:
    pass


thing = Thing()
gone = []
references = [weakref.ref(thing, gone.append) for _ in range(n)]
others = [Thing() for _ in range(n)]
each = weakref.WeakSet(others)
del thing
while others:
    others.pop()
