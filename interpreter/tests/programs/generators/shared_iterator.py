def letters():
    for c in "abcdefgh":
        yield c


source = letters()
print([pair for pair in zip(source, source)])
source = letters()
for c in source:
    if c == "c":
        break
print(list(source))
source = letters()
first, second = next(source), next(source)
print(first, second, "e" in source, next(source))
print("q" in source, list(source))
a = letters()
b = a
next(a)
print(next(b), a is b)
print([next(g) for g in [letters(), letters()]])
