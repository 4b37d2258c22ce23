add = lambda a, b=10: a + b
print(add(1), add(1, 2), add.__name__)

compose = lambda *functions: lambda x: [f(x) for f in functions]
print(compose(abs, str, lambda n: n * n)(-3))

print(sorted(["pear", "fig", "banana"], key=lambda word: (len(word), word)))
print((lambda: "called at once")())
print([(lambda n: n + offset)(1) for offset in range(3)])

pick = lambda flag: "yes" if flag else "no"
print(pick(True), pick(0))
