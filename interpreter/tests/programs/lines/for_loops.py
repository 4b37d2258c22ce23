for i in range(2):
    pass
for i in range(2):
    if i:
        continue
    print(i)
else:
    print("for-else")
for i in []:
    print("never")
for a, b in [
    (1, 2),
    (3, 4),
]:
    print(
        a,
        b,
    )
for i in range(3):
    for j in range(i):
        if j == 1:
            break
    else:
        print("inner else", i)


def f():
    for i in range(2):
        print(i)


def g():
    for i in range(5):
        if i == 1:
            return i


f()
print(g())
for i in range(3): print(i)
