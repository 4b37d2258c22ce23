def noisy():
    print("start")
    yield 1
    print("between")
    yield 2
    print("end")


g = noisy()
print("made")
print("first", next(g))
print("second", next(g))
print("third", next(g, "default"))
print("fourth", next(g, "default"))
for _ in noisy():
    pass
