from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.maxlen, 3 in d)
d.rotate(1)
print(d, d.pop(), d.popleft(), list(d), d.count(2))
e = deque("abc")
e.extend("de")
e.extendleft("xy")
print(e, list(reversed(e)), e.index("a"))
e.remove("a")
e.rotate(-2)
print(e, e == deque(e), bool(deque()))
try:
    deque().pop()
except IndexError as error:
    print(error)
for item in e:
    print(item, end=" ")
print()
e.clear()
print(e)
