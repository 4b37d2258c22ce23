r = range(0, 10, 3)
print(r, len(r), list(r), r[1], r[-1], r[1:], 9 in r, 10 in r, r.start, r.stop, r.step, r.index(6))
print(list(range(5, 0, -2)), range(3) == range(0, 3), list(range(0)), range(10)[::-1], sum(range(101)), bool(range(0)))
s = slice(1, None, 2)
print(s, s.start, s.stop, "abcdef"[s], [0, 1, 2, 3][s], s.indices(5))
a = list(range(10))
print(a[2:8:3], a[-1:-4:-1], a[8:2:-2], a[:-1], a[-100:3], a[5:2], a[None:2])
a[2:4] = [20, 30, 40]
print(a)
del a[::2]
print(a)
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
try:
    a[1:2] = 5
except TypeError as error:
    print(error)
print(list(reversed(range(3))), list(zip(range(3), range(10, 13))))
