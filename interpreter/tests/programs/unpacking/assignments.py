a, b = 1, 2
a, b = b, a
print(a, b)
[c, d] = "xy"
(e, (f, g)), h = (1, (2, 3)), 4
print(c, d, e, f, g, h)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
head, *tail = [1]
print(start, end, head, tail)
x = y = z = []
x.append(1)
print(y is z, z)
i, values = 0, [10, 20, 30]
i, values[i] = 2, "changed"
print(i, values)
(only,) = [5]
print(only)
a, (b, *c), d = 1, "hello", 2
print(a, b, c, d)
for n, (letter, *rest) in enumerate(["abc", "de"]):
    print(n, letter, rest)
data = {}
data["k"], data["m"] = 1, 2
print(data)
