a = [3, 1, 2]
a.append(5)
a.extend([4, 4])
a.insert(1, 9)
print(a, len(a), a[0], a[-1], a[1:3], a[::2], a[::-1], a[10:], a[-3:])
print(a.pop(), a.pop(0), a.index(4), a.count(4), 9 in a, a)
a.remove(9)
a.sort()
print(a, sorted(a, reverse=True), a + [1], a * 2, min(a), max(a), sum(a))
a.reverse()
b = a.copy()
b[0] = 100
print(a, b, a == b, a < b)
a[1:2] = ["x", "y", "z"]
print(a)
a[::2] = [0] * len(a[::2])
del a[1:3]
print(a)
a[:] = []
print(a, not a, [[]] * 2, list("abc"), list(range(3)))
c = [1]
c += (2, 3)
c *= 2
print(c)
c.clear()
nested = [[0] * 2 for _ in range(2)]
nested[0][0] = 1
shared = [[0] * 2] * 2
shared[0][0] = 1
print(nested, shared, c)
c.append(c)
print(c)
