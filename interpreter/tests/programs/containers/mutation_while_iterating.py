items = [1, 2, 3, 4]
for item in items:
    if item == 2:
        items.remove(2)
    print(item, end=" ")
print(items)
growing = [1]
for n in growing:
    if n < 5:
        growing.append(n + 1)
print(growing)
d = {"a": 1, "b": 2}
for key in list(d):
    del d[key]
print(d)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None))
